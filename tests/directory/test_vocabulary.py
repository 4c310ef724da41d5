"""The words that pages share: in the order and with the names that editors gave, read at once."""

from collections.abc import Callable

import pytest

from directory.vocabulary import Hotline, NeedSign, Vocabulary, vocabulary
from pagecache import generation
from tests.factories import CountryFactory, NeedFactory

pytestmark = pytest.mark.django_db
CODES = ["DE", "FR", "SE", "US", "GB", "AT", "CH", "NL", "BE", "IT", "ES", "TR"]


def words(language: str = "en") -> Vocabulary:
    return vocabulary(language, generation.current())


def test_needs_stand_in_the_order_of_the_editors() -> None:
    for slug, order in (("work", 3), ("legal", 1), ("food", 2), ("asylum", 2)):
        NeedFactory(slug=slug, order=order)
    assert list(words().needs) == ["legal", "asylum", "food", "work"]


def test_a_narrower_need_knows_the_broader_one_and_is_not_among_the_broad() -> None:
    legal = NeedFactory(slug="legal", icon="legal", names={"en": "Legal help"})
    NeedFactory(slug="asylum-law", icon="legal", parent=legal, names={"en": "Asylum law"})
    assert words().needs["asylum-law"] == NeedSign("asylum-law", "legal", "Asylum law", broader="legal")
    assert [need.slug for need in words().broad_needs] == ["legal"]


@pytest.mark.parametrize(
    ("names", "language", "shown"),
    [
        ({"en": "Legal help", "fa": "کمک حقوقی"}, "fa", "کمک حقوقی"),
        ({"en": "Legal help", "fa": "کمک حقوقی"}, "de", "Legal help"),
        ({"fa": "کمک حقوقی"}, "de", "legal"),
    ],
)
def test_a_need_without_a_name_in_the_language_has_the_english_one_else_its_short_name(
    names: dict[str, str], language: str, shown: str
) -> None:
    NeedFactory(slug="legal", names=names)
    assert words(language).needs["legal"].name == shown


def test_countries_are_the_published_ones_in_the_order_of_the_readers_alphabet() -> None:
    for code in ("US", "FR", "EG"):
        CountryFactory(code=code)
    CountryFactory(code="SE", is_published=False)
    assert list(words("fr").countries.values()) == ["Égypte", "États-Unis", "France"]


def test_numbers_to_call_stand_in_the_order_of_the_editors_under_their_country() -> None:
    germany, hidden = CountryFactory(code="DE"), CountryFactory(code="SE", is_published=False)
    germany.emergency_numbers.create(kind="police", number="110", sort_order=2)
    germany.emergency_numbers.create(kind="ambulance", number="112", sort_order=1, is_free=False)
    hidden.emergency_numbers.create(kind="police", number="112")
    for country in (germany, hidden):
        country.save()
    called = words().hotlines
    assert set(called) == {"DE"}
    assert [(line.number, line.is_free) for line in called["DE"]] == [("112", False), ("110", True)]
    assert isinstance(called["DE"][0], Hotline)
    assert called["DE"][1].label == "Police"


@pytest.mark.parametrize("rows", [1, len(CODES)])
def test_however_many_rows_there_are_it_is_one_query(rows: int, django_assert_num_queries: Callable) -> None:
    for number, code in enumerate(CODES[:rows]):
        NeedFactory(slug=f"need-{number}", names={"en": f"Need {number}", "fa": f"نیاز {number}"})
        country = CountryFactory(code=code)
        country.emergency_numbers.create(kind="police", number="112")
        country.save()
    state = generation.current()
    with django_assert_num_queries(1):
        found = vocabulary("en", state)
    assert (len(found.needs), len(found.countries), len(found.hotlines)) == (rows, rows, rows)


def test_a_change_is_there_with_the_next_generation() -> None:
    need = NeedFactory(slug="legal", names={"en": "Legal help"})
    assert words().needs["legal"].name == "Legal help"
    renamed = need.translations.get()
    renamed.name = "Lawyers"
    need.translations.add(renamed)
    need.save()
    assert words().needs["legal"].name == "Lawyers"
