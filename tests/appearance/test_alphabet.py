import pytest

from appearance.alphabet import PERSIAN, alphabetical


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("fa", ["آلمان", "اتریش", "پاکستان", "ترکیه", "کانادا", "گرجستان", "لهستان", "ولز", "هلند", "یونان"]),
        ("ar", ["ألمانيا", "أوغندا", "إيطاليا", "بلجيكا", "تركيا", "كندا", "هولندا", "يونان"]),
        ("de", ["Ägypten", "Belgien", "Norwegen", "Österreich", "Polen"]),
        ("fr", ["Belgique", "États-Unis", "France"]),
    ],
)
def test_names_stand_where_a_reader_looks_for_them(language: str, ordered: list[str]) -> None:
    assert sorted(set(ordered), key=lambda name: alphabetical(name, language)) == ordered


def test_persian_has_thirty_two_letters_and_the_long_a_before_them() -> None:
    assert len(set(PERSIAN)) == 33
