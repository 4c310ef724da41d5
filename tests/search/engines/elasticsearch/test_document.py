"""What the index keeps of a listing, made from the entries of the database: read without a server."""

from datetime import UTC, datetime, timedelta

import pytest

from directory.opening import Hours, Opening
from search.engines.elasticsearch import document as documents
from search.engines.elasticsearch.document import DAYS_OF_HOURS, document, mapping, minute, nothing_left
from search.engines.openings import opening_cell
from search.models import Entry, EntryCard, EntryPhrases, EntryText
from search.query import YES, Kind

MAPPED = mapping()
FIELDS = MAPPED["properties"]


def made(names: dict | None = None, **facts: object) -> dict:
    """Of an entry with those facts."""
    return document(
        Entry(service_id=7, version=1, **facts),
        EntryText(service_id=7, names="anwaltin anwalt ·anwaltin", summaries="hilft", descriptions="lang"),
        EntryPhrases(service_id=7, words=" anwaltin · hilft "),
        EntryCard(service_id=7, document={"name": names or {"de": "Anwältin"}, "summary": {"fa": "وکیل"}}),
    )


def test_every_field_that_is_written_is_in_the_mapping_which_takes_no_other() -> None:
    assert set(made()) <= set(FIELDS)
    assert set(nothing_left(7)) <= set(FIELDS)
    assert MAPPED["dynamic"] == "strict"


def test_no_text_is_kept_beside_the_index_which_cards_never_come_from() -> None:
    assert MAPPED["_source"] == {"enabled": False}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.OPEN_NOW])
def test_a_choice_is_kept_as_it_is_and_several_each_for_itself(kind: Kind) -> None:
    assert FIELDS[kind.value]["type"] == "keyword"
    assert made(**{kind.value: "one two"})[kind.value] == ["one", "two"]
    assert made()[kind.value] == []


def test_ticks_places_and_days_are_those_of_the_entry() -> None:
    listing = made(free=YES, points="53.551,9.994 -33.868,151.207", hidden_on=740_000, verified_on=739_000)
    assert listing["free"] == [YES]
    assert listing["points"] == [{"lat": 53.551, "lon": 9.994}, {"lat": -33.868, "lon": 151.207}]
    assert (listing["hidden_on"], listing["verified_on"], listing["service_id"]) == (740_000, 739_000, 7)


def test_names_stand_folded_and_in_each_language_of_the_site_as_they_are_written() -> None:
    listing = made(names={"de": "Anwältin", "fa": "وکیل", "tr": "avukat"})
    assert listing["names"] == {"folded": "anwaltin anwalt ·anwaltin", "de": "Anwältin", "fa": "وکیل"}
    assert listing["summaries"] == {"folded": "hilft", "fa": "وکیل"}
    assert (listing["descriptions"], listing["phrases"]) == ("lang", " anwaltin · hilft ")


@pytest.mark.parametrize(
    "field",
    [
        FIELDS["names"]["properties"]["folded"],
        FIELDS["summaries"]["properties"]["folded"],
        FIELDS["descriptions"],
    ],
)
def test_folded_terms_are_split_at_spaces_alone_and_all_found_anywhere(field: dict) -> None:
    assert field["analyzer"] == "whitespace"
    assert field["copy_to"] == "anywhere"


def test_a_phrase_needs_to_know_where_each_word_stands_and_other_terms_do_not() -> None:
    assert "index_options" not in FIELDS["phrases"]
    assert FIELDS["anywhere"]["index_options"] == "docs"


class At(datetime):
    """A clock that stands still, late on a Monday in March."""

    @classmethod
    def now(cls, _tz: object = None) -> datetime:
        return datetime(2026, 3, 2, 22, tzinfo=UTC)


def open_at(hours: Opening, moment: datetime) -> bool:
    spans = made(open_now=opening_cell([hours]))["open_now"]
    return any(span["gte"] <= minute(moment) < span["lt"] for span in spans)


@pytest.fixture
def _on_a_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "datetime", At)


@pytest.mark.usefixtures("_on_a_monday")
@pytest.mark.parametrize(
    ("day", "hour", "is_open"),
    [(9, 8, True), (9, 7, False), (9, 15, True), (9, 16, False), (10, 10, False), (2, 10, True)],
)
def test_opening_hours_are_kept_as_the_minutes_of_the_coming_days(
    day: int, hour: int, *, is_open: bool
) -> None:
    office = Opening("Europe/Berlin", (Hours(0, 9 * 60, 17 * 60),))
    assert open_at(office, datetime(2026, 3, day, hour, tzinfo=UTC)) is is_open


@pytest.mark.usefixtures("_on_a_monday")
def test_hours_are_right_on_both_sides_of_a_change_of_clocks() -> None:
    """Before 29 March 2026 nine o'clock in Berlin is eight in UTC; the two weeks here end before."""
    office = Opening("America/New_York", (Hours(6, 12 * 60, 13 * 60),))
    assert open_at(office, datetime(2026, 3, 8, 16, 30, tzinfo=UTC))
    assert not open_at(office, datetime(2026, 3, 8, 17, 30, tzinfo=UTC))


@pytest.mark.usefixtures("_on_a_monday")
def test_an_hour_that_the_clocks_skip_is_no_opening() -> None:
    """On 8 March 2026 New York goes from two to three in the night."""
    skipped = Opening("America/New_York", (Hours(6, 2 * 60, 3 * 60),))
    spans = made(open_now=opening_cell([skipped]))["open_now"]
    assert all(span["gte"] < span["lt"] for span in spans)


@pytest.mark.usefixtures("_on_a_monday")
def test_they_reach_two_weeks_ahead_on_every_clock_and_no_further() -> None:
    for zone in ("Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"):
        always = Opening(zone, tuple(Hours(day, 0, 24 * 60) for day in range(7)))
        for ahead in range(DAYS_OF_HOURS - 1):
            assert open_at(always, At.now() + timedelta(days=ahead))
        assert not open_at(always, At.now() + timedelta(days=DAYS_OF_HOURS + 2))


def test_without_hours_nothing_is_open() -> None:
    assert made(open_now="")["open_now"] == []


def test_of_a_listing_that_is_gone_nothing_is_left_to_show() -> None:
    assert nothing_left(7) == {"service_id": 7, "hidden_on": 0}
