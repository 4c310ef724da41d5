"""What a program is answered: the fields, each with what it says."""

from dataclasses import asdict
from datetime import date
from itertools import islice

from django.utils.translation import gettext_noop as _
from ninja import Schema
from pydantic import Field

from directory.public import record
from directory.vocabulary import Vocabulary
from search.engines import Choice, Hit
from search.finding import Found
from search.labels import Labels
from search.parameters import NAMES
from search.query import TICKS, Kind

MOST_CHOICES = 100


class Result(Schema):
    id: str = Field(description=_("The number of the listing on this site."))
    external_id: str = Field(description=_("Its number in the data it came from, if it came from elsewhere."))
    name: str = Field(description=_("What the help is called."))
    summary: str = Field(description=_("The help in one sentence."))
    language: str = Field(
        description=_("The language of name and summary: the reader's, or another where that is missing.")
    )
    organization: str = Field(description=_("Who helps."))
    country: str = Field(description=_("The code of the country; empty if it helps everywhere."))
    city: str = Field(description=_("The city in the reader's language; empty if there is none to go to."))
    needs: list[str] = Field(description=_("The short names of the kinds of help."))
    url: str = Field(description=_("The page of the listing, in the reader's language."))
    verified_on: date | None = Field(description=_("When we last checked it; null if never."))
    distance_km: float | None = Field(description=_("How far away, where a place was asked for."))


class FacetChoice(Schema):
    value: str = Field(description=_("What to send."))
    label: str = Field(description=_("What to show to the reader."))
    count: int = Field(description=_("How many results it would give."))


class Understood(Schema):
    words: str = Field(description=_("The words of the question."))
    kind: str = Field(description=_("The parameter that they were taken for."))
    value: str = Field(description=_("Its value."))


class Answer(Schema):
    total: int = Field(
        description=_(
            "How many listings fit, on all pages together; the same on each page and in each order."
        )
    )
    results: list[Result] = Field(
        description=_(
            "The listings of this page; empty behind the last page. Where few fit, others that help all the"
            " same come after them: those beyond the total."
        )
    )
    facets: dict[str, list[FacetChoice]] = Field(
        description=_("For each filter, by the name of its parameter, the values that would give results.")
    )
    understood: list[Understood] = Field(
        description=_("Words of the question that were taken for a filter rather than searched as text.")
    )
    did_you_mean: str | None = Field(
        description=_("A better spelling of the question, where one finds more; else null.")
    )


def answer(found: Found, page: int, words: Vocabulary) -> Answer:
    """Of a page behind the last one, no results: a program that reads page after page comes to an end.

    What is only close comes last, and is in no number.
    """
    hits = (*found.results.hits, *found.close) if found.query.page == page else ()
    return Answer(
        total=found.results.total,
        results=[_result(hit, words.language) for hit in hits],
        facets=_facets(found, words),
        understood=[
            Understood(words=each.words, kind=NAMES[each.kind], value=_sent(each.kind, each.value))
            for each in found.understood
        ],
        did_you_mean=found.did_you_mean or None,
    )


def _result(hit: Hit, reader: str) -> Result:
    facts = asdict(record(hit.document, reader))
    distance = None if hit.distance_km is None else round(hit.distance_km, 1)
    return Result(**facts | {"verified_on": facts["verified_on"] or None, "distance_km": distance})


def _facets(found: Found, words: Vocabulary) -> dict[str, list[FacetChoice]]:
    offered = {kind: _offered(found.results.facets.get(kind, ())) for kind in NAMES}
    labels = Labels(words, (choice.value for choice in offered[Kind.CITY]))
    return {
        NAMES[kind]: [
            FacetChoice(
                value=_sent(kind, choice.value),
                label=labels.label(kind, choice.value),
                count=choice.count,
            )
            for choice in choices
        ]
        for kind, choices in offered.items()
    }


def _sent(kind: Kind, value: str) -> str:
    """What a program sends to ask for it: a country by the code that results tell as well."""
    return "1" if kind in TICKS else value


def _offered(choices: tuple[Choice, ...]) -> list[Choice]:
    """The most frequent ones; the engines count a thousand cities, which nobody chooses from."""
    return list(islice((choice for choice in choices if choice.count), MOST_CHOICES))
