"""The choices beside the results, in an order that one can find something in; and the chips."""

import pytest
from django.utils import translation

from directory.vocabulary import NeedSign, Vocabulary
from search.engines import Choice, Results
from search.filters import MOST_CHOICES, Counted, chips, facets, offered
from search.finding import Found
from search.labels import AUDIENCES, DELIVERIES, TITLES, Labels
from search.query import TICKS, YES, Audience, Delivery, Kind, Point, Query
from search.understanding import Understood

NEEDS = ("housing", "legal", "asylum-law:legal", "family-law:legal", "food")


def vocabulary(language: str = "en") -> Vocabulary:
    parted = [need.partition(":")[::2] for need in NEEDS]
    signs = {slug: NeedSign(slug, "icon", slug.title(), broader) for slug, broader in parted}
    return Vocabulary(language, signs, {"DE": "Germany"}, {})


WORDS = vocabulary()


def counted(kind: Kind, *values: str) -> Counted:
    return {kind: [Choice(value, 100 - rank) for rank, value in enumerate(values)]}


def values(kind: Kind, query: Query, choices: Counted, words: Vocabulary = WORDS) -> list[str]:
    return [choice.value for choice in offered(query, choices, words)[kind]]


def test_needs_come_as_the_editors_order_them_and_the_broad_ones_alone() -> None:
    choices = counted(Kind.NEEDS, "food", "legal", "asylum-law", "housing")
    assert values(Kind.NEEDS, Query(), choices) == ["housing", "legal", "food"]


@pytest.mark.parametrize("chosen", ["legal", "asylum-law"])
def test_the_narrower_ones_are_offered_of_a_need_that_is_chosen(chosen: str) -> None:
    choices = counted(Kind.NEEDS, "food", "legal", "asylum-law", "family-law")
    assert values(Kind.NEEDS, Query(needs=(chosen,)), choices) == [
        "legal",
        "asylum-law",
        "family-law",
        "food",
    ]


def test_a_need_that_the_site_does_not_know_is_not_offered() -> None:
    assert values(Kind.NEEDS, Query(needs=("unicorns",)), counted(Kind.NEEDS, "unicorns", "food")) == ["food"]


def test_the_reader_s_language_is_the_first_of_the_languages() -> None:
    choices = counted(Kind.LANGUAGES, "de", "en", "fa", "ar")
    assert values(Kind.LANGUAGES, Query(), choices, vocabulary("fa")) == ["fa", "de", "en", "ar"]


def test_not_more_is_offered_than_one_reads_but_what_is_chosen_in_any_case() -> None:
    many = counted(Kind.COUNTRY, *(f"A{letter}" for letter in "ABCDEFGHIJKLMNOP"))
    assert len(values(Kind.COUNTRY, Query(), many)) == MOST_CHOICES
    chosen = {Kind.COUNTRY: [*many[Kind.COUNTRY], Choice("DE", 1, is_chosen=True)]}
    assert values(Kind.COUNTRY, Query(country=("DE",)), chosen)[MOST_CHOICES:] == ["DE"]


@pytest.mark.parametrize(
    ("query", "is_offered"),
    [
        (Query(), False),
        (Query(country=("DE",)), True),
        (Query(country=("DE", "FR")), False),
        (Query(city=("berlin",)), True),
    ],
)
def test_cities_are_offered_of_one_country_or_where_one_is_chosen(query: Query, *, is_offered: bool) -> None:
    assert bool(values(Kind.CITY, query, counted(Kind.CITY, "berlin"))) is is_offered


def test_what_nothing_is_offered_of_has_no_heading() -> None:
    asked = Query(delivery=("phone",))
    shown = facets(asked, offered(asked, counted(Kind.DELIVERY, "phone", "chat"), WORDS), Labels(WORDS, ()))
    [delivery] = shown
    assert delivery.title == "How"
    assert [(line.value, line.label, line.is_chosen) for line in delivery.choices] == [
        ("phone", "By phone", True),
        ("chat", "By chat", False),
    ]


def test_ticks_stand_together_after_the_needs() -> None:
    choices = counted(Kind.NEEDS, "food") | counted(Kind.FREE, YES) | counted(Kind.OPEN_NOW, YES)
    shown = facets(Query(free=True), offered(Query(), choices, WORDS), Labels(WORDS, ()))
    assert [facet.title for facet in shown] == ["Kind of help", "Only"]
    assert [(line.name, line.value, line.is_chosen) for line in shown[1].choices] == [
        ("free", "1", True),
        ("open_now", "1", False),
    ]


def test_a_country_is_sent_as_an_address_has_it() -> None:
    shown = facets(Query(), offered(Query(), counted(Kind.COUNTRY, "DE"), WORDS), Labels(WORDS, ()))
    assert [(line.value, line.label) for line in shown[0].choices] == [("de", "Germany")]


def found(asked: Query, *understood: Understood, text: str = "") -> Found:
    return Found(asked, Query(text=text), Results(0, (), {}), understood=understood)


def shown_chips(result: Found) -> list[tuple[str, str, str]]:
    return [(chip.label, chip.words, chip.url) for chip in chips(result, Labels(WORDS, ()))]


def test_where_nothing_was_understood_one_chip_takes_all_words_off() -> None:
    asked = Query(text="blorf", needs=("legal",))
    assert shown_chips(found(asked, text="blorf")) == [
        ("“blorf”", "", "/en/directory/?need=legal"),
        ("Legal", "", "/en/directory/?q=blorf"),
    ]


def test_beside_what_was_understood_a_chip_takes_the_other_words_off_alone() -> None:
    asked = Query(text="Müller lawyer", page=3)
    legal = Understood("lawyer", Kind.NEEDS, "legal")
    assert shown_chips(found(asked, legal, text="Müller")) == [
        ("“Müller”", "", "/en/directory/?q=lawyer"),
        ("Legal", "lawyer", "/en/directory/?q=M%C3%BCller+lawyer&words=lawyer"),
    ]


def test_two_ways_to_say_the_same_are_one_chip_and_two_meanings_of_a_word_too() -> None:
    asked = Query(text="lawyer avocat")
    twice = [Understood(words, Kind.NEEDS, "legal") for words in ("lawyer", "avocat")]
    assert shown_chips(found(asked, *twice))[0][:2] == ("Legal", "lawyer … avocat")
    both = [Understood("lawyer", Kind.NEEDS, need) for need in ("legal", "food")]
    assert [chip[:2] for chip in shown_chips(found(Query(text="lawyer"), *both))] == [
        ("Legal / Food", "lawyer")
    ]


def test_a_point_on_the_map_has_a_chip_that_takes_the_circle_off_too() -> None:
    asked = Query(near=Point(1, 2), radius_km=5, free=True)
    assert shown_chips(found(asked)) == [
        ("Free", "", "/en/directory/?near=1.000%2C2.000&radius_km=5"),
        ("Near a chosen point", "", "/en/directory/?free=1"),
    ]


@pytest.mark.parametrize("language", ["en", "fa", "ar", "fr", "de"])
def test_every_choice_has_a_name_of_its_own_in_each_language(language: str) -> None:
    with translation.override(language):
        labels = Labels(vocabulary(language), ())
        named = [labels.label(Kind.DELIVERY, way.value) for way in Delivery]
        named += [labels.label(Kind.AUDIENCE, group.value) for group in Audience]
        named += [labels.label(tick, YES) for tick in sorted(TICKS)]
        named += [str(title) for title in TITLES.values()]
        assert len(named) == len(set(named)) == len(Delivery) + len(Audience) + len(TICKS) + len(TITLES)
        assert all(named)


def test_every_way_and_every_group_has_one() -> None:
    assert set(DELIVERIES) == set(Delivery)
    assert set(AUDIENCES) == set(Audience)


def test_what_the_site_does_not_know_is_called_by_itself(db: None) -> None:
    labels = Labels(WORDS, ["nowhere"])
    assert labels.label(Kind.NEEDS, "unicorns") == "unicorns"
    assert labels.label(Kind.CITY, "nowhere") == "nowhere"
