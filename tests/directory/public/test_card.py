"""What a card says of a listing, from a document that an index keeps as JSON."""

import json
from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from directory.opening import Hours, Opening
from directory.public import ContactPoint, ListingCard, Place, SpokenLanguage, Texts, card, card_document
from directory.vocabulary import NeedSign, Vocabulary
from tests.directory.public.bare import facts

# A Monday, ten in the morning in Berlin.
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
LEGAL = NeedSign("legal", "legal", "Legal help")
OFFICE = Opening("Europe/Berlin", (Hours(0, 540, 1020),))


def shown(reader: str = "en", **changed: object) -> ListingCard:
    words = Vocabulary(reader, needs={"legal": LEGAL}, countries={"DE": "Germany"}, hotlines={})
    kept = json.loads(json.dumps(card_document(facts(**changed))))
    with translation.override(reader):
        return card(kept, words, NOW)


def spoken(*codes: str) -> tuple[SpokenLanguage, ...]:
    return tuple(SpokenLanguage(code, "staff", "") for code in codes)


def phone(value: str, kind: str = "phone") -> ContactPoint:
    return ContactPoint(kind, value, "", "", "", "")


def place(town: str, **changed: object) -> Place:
    given: dict = {
        "name": "", "street": (), "postal_code": "", "town": {"en": town} if town else {}, "city_id": 1,
        "region": "", "country": "DE", "latitude": None, "longitude": None, "has_address": False,
        "is_exact": False, "wheelchair": "", "transportation": "", "contacts": (), "opening": None,
    }  # fmt: skip
    return Place(**{**given, **changed})


def test_a_listing_of_which_little_is_known_is_still_a_card() -> None:
    bare = shown("de")
    assert (bare.id, bare.url, bare.organization) == (7, "/de/directory/listing/7/", "Lantern")
    assert (bare.name.text, bare.summary.text) == ("Rechtsberatung", "Wir beraten.")
    assert (bare.place, bare.languages, bare.cost, bare.phone) == ("Deutschland", "", "", None)
    assert not bare.is_open
    assert not bare.is_free


def test_a_text_that_is_missing_in_the_readers_language_is_marked() -> None:
    texts = {"de": Texts("Rechtsberatung", "Wir beraten.", "", ""), "en": Texts("Legal advice", "", "", "")}
    english = shown("en", texts=texts)
    assert (english.name.text, english.name.is_fallback) == ("Legal advice", False)
    assert (english.summary.text, english.summary.language, english.summary.is_fallback) == (
        "Wir beraten.", "de", True,
    )  # fmt: skip


def test_needs_that_are_no_more_are_left_out() -> None:
    assert shown(needs=("legal", "gone")).needs == (LEGAL,)


@pytest.mark.parametrize(
    ("towns", "countries", "written"),
    [
        (["Hamburg"], ("DE",), "Hamburg, Germany"),
        (["Hamburg", "Berlin", "Munich"], ("DE",), "Hamburg, Berlin, Germany"),
        (["Hamburg", "Hamburg"], ("DE",), "Hamburg, Germany"),
        ([""], ("DE", "FR"), "Germany"),
        ([], (), ""),
    ],
)
def test_it_says_where_in_at_most_two_towns(
    towns: list[str], countries: tuple[str, ...], written: str
) -> None:
    assert shown(places=tuple(map(place, towns)), countries=countries).place == written


def test_the_readers_own_language_comes_first_and_the_rest_as_they_stand_six_at_most() -> None:
    seven = spoken("de", "en", "ar", "fr", "tr", "ku", "fa")
    assert shown("en", languages=seven).languages == "English, German, Arabic, French, Turkish, Kurdish"
    assert shown("fa", languages=seven).languages.startswith("فارسی، آلمانی، ")


@pytest.mark.parametrize(
    ("cost", "written", "is_free"),
    [("free", "Free", True), ("low", "Low cost", False), ("paid", "Must be paid", False), ("", "", False)],
)
def test_it_says_what_it_costs_where_somebody_knows(cost: str, written: str, *, is_free: bool) -> None:
    found = shown(cost=cost)
    assert (found.cost, found.is_free) == (written, is_free)


def test_the_number_to_call_is_the_nearest() -> None:
    of_place = place("Hamburg", contacts=(phone("+493023125001"),))
    assert (
        shown(contacts=(phone("a@example.org", "email"),), places=(of_place,)).phone.value == "+493023125001"
    )
    both = shown(contacts=(phone("+493023125000"),), places=(of_place,)).phone
    assert (both.value, both.text) == ("+493023125000", "+49 30 23125000")


@pytest.mark.parametrize(
    ("own", "of_place", "is_open"),
    [
        (None, None, False),
        (OFFICE, None, True),
        (None, OFFICE, True),
        # Its own hours count where it has some.
        (Opening("Europe/Berlin", (Hours(0, 600, 660),)), None, True),
        (Opening("Europe/Berlin", (Hours(0, 660, 720),)), OFFICE, False),
        # Hours of a season that is over.
        (Opening("Europe/Berlin", (Hours(0, 540, 1020, None, date(2026, 11, 29)),)), None, False),
        (Opening("Europe/Berlin", (Hours(0, 540, 1020, date(2026, 11, 30), None),)), None, True),
    ],
)
def test_it_says_whether_it_is_open_now(
    own: Opening | None, of_place: Opening | None, *, is_open: bool
) -> None:
    assert shown(opening=own, places=(place("Hamburg", opening=of_place),)).is_open is is_open


@pytest.mark.parametrize(
    ("verified_on", "check_due_on", "said", "is_fresh"),
    [
        (date(2026, 11, 1), date(2026, 12, 1), "Checked on November 1, 2026", True),
        (date(2026, 11, 1), date(2026, 11, 30), "Checked on November 1, 2026", True),
        (
            date(2026, 1, 1), date(2026, 11, 29),
            "Last checked on January 1, 2026. Call first: something may have changed.", False,
        ),
        (None, date(2026, 12, 1), "Not checked by us yet. Call first.", False),
        (None, date(2026, 1, 1), "Not checked by us yet. Call first.", False),
    ],
)  # fmt: skip
def test_it_says_how_far_it_can_be_trusted(
    verified_on: date | None, check_due_on: date, said: str, *, is_fresh: bool
) -> None:
    found = shown(verified_on=verified_on, check_due_on=check_due_on)
    assert (found.trust, found.is_fresh) == (said, is_fresh)


def test_a_persian_reader_has_the_day_of_the_common_calendar_in_own_digits() -> None:
    assert "۲۰۲۶" in shown("fa", verified_on=date(2026, 11, 1), check_due_on=date(2026, 12, 1)).trust
