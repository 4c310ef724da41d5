from tests.casework.documented import consent_table, progress_table
from tests.test_structure.sources import ROOT


def test_the_tables_in_the_documentation_are_those_of_the_code() -> None:
    text = (ROOT / "docs" / "casework.md").read_text("utf-8")
    assert "\n".join(consent_table()) in text
    assert "\n".join(progress_table()) in text
