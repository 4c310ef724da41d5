"""What a program is answered, made from what was found."""

from collections.abc import Sequence

import pytest

from directory.vocabulary import NeedSign, Vocabulary
from search.api.answer import MOST_CHOICES, Answer, answer
from search.engines import Choice, Hit, Results
from search.finding import Found
from search.query import YES, Kind, Query
from search.understanding import Understood

WORDS = Vocabulary("en", {"legal": NeedSign("legal", "icon", "Legal help")}, {"DE": "Germany"}, {})


def hit(number: int, distance_km: float | None = None) -> Hit:
    card = {
        "id": number,
        "external_id": "",
        "source": "de",
        "name": {"de": f"Anwalt {number}"},
        "summary": {"de": ""},
        "organization": "Kanzlei",
        "needs": ["legal"],
        "towns": [],
        "country": "DE",
        "verified_on": "",
    }
    return Hit(number, card, distance_km)


def answered(
    hits: Sequence[Hit] = (),
    understood: Sequence[Understood] = (),
    counted: dict | None = None,
    page: int = 1,
    **found: object,
) -> Answer:
    results = Results(len(hits), tuple(hits), counted or {})
    return answer(Found(Query(), Query(), results, understood=tuple(understood), **found), page, WORDS)


@pytest.mark.parametrize(
    ("understood", "told"),
    [
        (Understood("Anwalt", Kind.NEEDS, "legal"), {"kind": "need", "value": "legal"}),
        (Understood("Germany", Kind.COUNTRY, "DE"), {"kind": "country", "value": "DE"}),
        (Understood("farsi", Kind.LANGUAGES, "fa"), {"kind": "language", "value": "fa"}),
        (Understood("gratis", Kind.FREE, YES), {"kind": "free", "value": "1"}),
        (Understood("jetzt offen", Kind.OPEN_NOW, YES), {"kind": "open_now", "value": "1"}),
    ],
)
def test_what_was_understood_is_told_by_parameter_and_value_as_facets_tell_it(
    understood: Understood, told: dict
) -> None:
    facet = {understood.kind: (Choice(understood.value, 3),)}
    made = answered(understood=[understood], counted=facet)
    [only] = made.understood
    assert only.dict() == {"words": understood.words, **told}
    assert [choice.value for choice in made.facets[told["kind"]]] == [told["value"]]


def test_a_better_spelling_is_told_and_else_null() -> None:
    assert answered(did_you_mean="Anwalt").did_you_mean == "Anwalt"
    assert answered().did_you_mean is None


def test_what_is_only_close_comes_last_and_is_in_no_number() -> None:
    made = answered([hit(1)], close=(hit(2),))
    assert [result.id for result in made.results] == ["1", "2"]
    assert made.total == 1


def test_behind_the_last_page_nothing_is_told_but_the_numbers() -> None:
    made = answered([hit(1)], close=(hit(2),), counted={Kind.NEEDS: (Choice("legal", 1),)}, page=2)
    assert (made.results, made.total) == ([], 1)
    assert made.facets["need"][0].count == 1


def test_not_more_of_a_filter_is_told_than_anybody_chooses_from_and_nothing_that_gives_nothing() -> None:
    many = tuple(Choice(f"l{number}", 200 - number) for number in range(150))
    facets = answered(counted={Kind.LANGUAGES: many, Kind.NEEDS: (Choice("legal", 0),)}).facets
    assert len(facets["language"]) == MOST_CHOICES
    assert facets["need"] == []
    assert facets["language"][0].count == 200


@pytest.mark.parametrize(("km", "told"), [(None, None), (0.0, 0.0), (1.6499, 1.6), (12.06, 12.1)])
def test_a_distance_is_told_to_a_hundred_metres(km: float | None, told: float | None) -> None:
    assert answered([hit(1, km)]).results[0].distance_km == told


def test_what_is_not_known_is_empty_or_null_and_the_language_is_that_of_the_text() -> None:
    [result] = answered([hit(7)]).results
    assert (result.city, result.summary, result.verified_on) == ("", "", None)
    assert (result.name, result.language) == ("Anwalt 7", "de")
