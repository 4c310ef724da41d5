"""The whole of a real data set, in the columns of HSDS 1.1, with all that is wrong in it."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from directory.enums import ContactKind
from directory.models import (
    Location,
    LocationContact,
    LocationSchedule,
    Organization,
    OrganizationContact,
    Service,
    ServiceContact,
)
from tests.directory.imports.conftest import import_hsds, report_rows

pytestmark = pytest.mark.django_db


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_comes_in(illinois: Path) -> None:
    import_hsds(illinois)
    assert Service.objects.count() == 430
    assert Location.objects.count() == 520
    assert LocationSchedule.objects.count() == 2492
    assert Organization.objects.filter(is_placeholder=False).count() == 33


def test_services_of_unknown_organizations_are_drafts_under_placeholders(illinois: Path) -> None:
    import_hsds(illinois)
    drafts = Service.objects.filter(organization__is_placeholder=True)
    assert drafts.count() == 341
    assert not drafts.filter(live=True).exists()
    assert Service.objects.published().count() == 89


def test_every_phone_row_is_stored_noted_or_empty(illinois: Path) -> None:
    import_hsds(illinois)
    written = [row["number"] for row in rows(illinois, "phones.csv")]
    assert len(written) == 982
    notes = [
        note
        for model in (Service, Location, Organization)
        for note in model.objects.values_list("internal_note", flat=True)
    ]
    in_notes = Counter(line.removeprefix("phones.number: ") for note in notes for line in note.splitlines())
    stored = sum(
        model.objects.filter(kind=ContactKind.PHONE).count()
        for model in (ServiceContact, LocationContact, OrganizationContact)
    )
    several = sum(" or " in number or ";" in number for number in written)
    assert in_notes["no phone"] == written.count("no phone")
    assert stored - several + in_notes["no phone"] + written.count("") == 982


def test_a_phone_keeps_its_extension_and_its_letters(illinois: Path) -> None:
    import_hsds(illinois)
    assert OrganizationContact.objects.get(value="+13123469766").extension == "715"
    assert ServiceContact.objects.get(value="+18447444879").label == "844-RIGHTS-9 (844-744-4879)"


def test_a_day_without_hours_is_closed(illinois: Path) -> None:
    import_hsds(illinois)
    closed = sum(not row["opens_at"] for row in rows(illinois, "regular_schedules.csv"))
    assert LocationSchedule.objects.filter(opens_at=None, closes_at=None).count() == closed == 665


def test_every_cell_of_every_file_is_somewhere(illinois: Path) -> None:
    """Texts that are not stored in a field of their own stand in an internal note."""
    import_hsds(illinois)
    kept = "\n".join(
        str(value)
        for model in (Service, Location, Organization, ServiceContact, LocationContact, OrganizationContact)
        for row in model.objects.values()
        for value in row.values()
    )
    for name in ("services.csv", "locations.csv", "organizations.csv", "postal_addresses.csv"):
        for row in rows(illinois, name):
            for column, cell in row.items():
                text = cell.replace("\r\n", "\n").strip()
                assert all(line.strip() in kept for line in text.split("\n")), (name, column, cell)


def test_the_report_names_each_row_with_file_line_and_column(illinois: Path, tmp_path: Path) -> None:
    screen = import_hsds(illinois, "--report", str(tmp_path / "report.csv"))
    unknown = [
        row
        for row in report_rows(tmp_path / "report.csv")
        if "draft under a placeholder" in row["what was done"]
    ]
    assert len(unknown) == 341
    assert (unknown[0]["file"], unknown[0]["line"], unknown[0]["column"]) == (
        "services.csv",
        "2",
        "organization_id",
    )
    assert unknown[0]["value"] == "91676"
    assert "    341  The organization is not in the file" in screen
    assert len(screen.splitlines()) < 100


def test_again_it_writes_nothing(illinois: Path, django_assert_max_num_queries) -> None:
    import_hsds(illinois)
    with django_assert_max_num_queries(40) as queries:
        assert "Nothing changed" in import_hsds(illinois)
    writes = ("INSERT", "UPDATE", "DELETE")
    assert not [query for query in queries.captured_queries if query["sql"].startswith(writes)]


def test_a_dry_run_says_the_same_and_stores_nothing(illinois: Path, tmp_path: Path) -> None:
    import_hsds(illinois, "--dry-run", "--report", str(tmp_path / "dry.csv"))
    assert not Service.objects.exists()
    assert not Organization.objects.exists()
    import_hsds(illinois, "--report", str(tmp_path / "real.csv"))
    assert report_rows(tmp_path / "dry.csv") == report_rows(tmp_path / "real.csv")
