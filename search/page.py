"""Everything that the page of a search shows, made ready for its template."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from directory.public import ListingCard, card
from directory.vocabulary import Vocabulary
from search import filters
from search.addresses import address
from search.asking import terms_of
from search.descriptions import descriptions_of
from search.engines import Engine
from search.engines.origins import origin_of
from search.finding import Found, find
from search.labels import Labels
from search.nothing_found import NothingFound, nothing_found
from search.parameters import written
from search.query import Kind, Order, Query
from search.snippets import Snippets
from search.unfound.noting import note

NOT_CHOICES = {"q", "words", "near", "radius_km", "order"}
OF_THE_TEXT = {"q", "words"}


@dataclass(frozen=True, slots=True)
class SpellingLink:
    """`text` is how it may have been meant."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class OrderLink:
    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """`query` is what asks for it; `close` does not fit all of it and is in no count.

    `kept_by_*` is what each form must not lose: names and values.
    """

    query: Query
    left_out: str
    total: int
    cards: tuple[ListingCard, ...]
    close: tuple[ListingCard, ...]
    facets: tuple[filters.Facet, ...]
    chips: tuple[filters.Chip, ...]
    did_you_mean: SpellingLink | None
    clear_url: str
    orders: tuple[OrderLink, ...]
    kept_by_filters: tuple[tuple[str, str], ...]
    kept_by_search: tuple[tuple[str, str], ...]
    page: int
    pages: int
    previous_url: str
    next_url: str
    nothing: NothingFound | None
    heading: str
    by_substitute: bool


def results_page(
    engine: Engine, query: Query, words: Vocabulary, now: datetime, generation: int | None = None
) -> ResultsPage:
    with engine.at_one_moment():
        found = find(engine, query, now, generation=generation)
        note(query, found.query, found.results.total)
        return _page(engine, found, words, now)


def _page(engine: Engine, found: Found, words: Vocabulary, now: datetime) -> ResultsPage:
    asked, query, results = found.asked, found.query, found.results
    choices = filters.offered(query, results.facets, words)
    cities = [each.value for each in found.understood if each.kind is Kind.CITY]
    labels = Labels(words, [*query.city, *cities, *(choice.value for choice in choices[Kind.CITY])])
    cards = _cards(found, words, now)
    return ResultsPage(
        query=asked,
        left_out=" ".join(f"“{words}”" for words in found.left_out),
        total=results.total,
        cards=cards[: len(results.hits)],
        close=cards[len(results.hits) :],
        facets=filters.facets(asked, choices, labels),
        chips=filters.chips(found, labels),
        did_you_mean=_spelling(found),
        clear_url=address(Query(language=query.language)),
        orders=_orders(found),
        kept_by_filters=_pairs(asked, lambda name: name in NOT_CHOICES),
        kept_by_search=_pairs(asked, lambda name: name not in OF_THE_TEXT),
        page=query.page,
        pages=found.pages,
        previous_url=_page_beside(found, -1),
        next_url=_page_beside(found, +1),
        nothing=None if results.total else nothing_found(engine, query, words, labels, now),
        heading=_heading(query, labels),
        # Last, since what helps where nothing is found is asked as well.
        by_substitute=engine.has_substituted,
    )


def _cards(found: Found, words: Vocabulary, now: datetime) -> tuple[ListingCard, ...]:
    """Each with what it holds of the words that somebody wrote; those that are close come last."""
    hits = (*found.results.hits, *found.close)
    cards = [card(hit.document, words, now) for hit in hits]
    if not found.asked.text:
        return tuple(cards)
    snippets, descriptions = Snippets(terms_of(found.asked), words.language), descriptions_of(hits)
    return tuple(snippets.quoting(each, descriptions.get(each.id, {})) for each in cards)


def _spelling(found: Found) -> SpellingLink | None:
    better = found.did_you_mean
    return SpellingLink(better, address(replace(found.asked, text=better, page=1))) if better else None


def _pairs(asked: Query, is_kept: Callable[[str], bool]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in written(replace(asked, page=1)) if is_kept(name))


def _page_beside(found: Found, step: int) -> str:
    """The address of the page before or after this one; empty where there is none."""
    number = found.query.page + step
    return address(found.asked.on_page(number)) if 1 <= number <= found.pages else ""


def _orders(found: Found) -> tuple[OrderLink, ...]:
    if found.results.total <= 1:
        return ()
    labels = {
        Order.BEST: _("Best match"),
        Order.NEAREST: _("Nearest"),
        Order.RECENT: _("Recently checked"),
    }
    if not origin_of(found.query):
        del labels[Order.NEAREST]
    # Nearest to nothing is no order, and the engines give the best first.
    current = found.asked.order if found.asked.order in labels else Order.BEST
    return tuple(
        OrderLink(label, address(found.asked.ordered(order)), is_current=order == current)
        for order, label in labels.items()
    )


def _heading(query: Query, labels: Labels) -> str:
    needs = [labels.label(Kind.NEEDS, slug) for slug in query.needs]
    countries = [labels.label(Kind.COUNTRY, code) for code in query.country]
    if len(needs) == 1 and len(countries) == 1:
        return _("%(need)s in %(country)s") % {"need": needs[0], "country": countries[0]}
    if len(countries) == 1:
        return _("Help in %(country)s") % {"country": countries[0]}
    return needs[0] if len(needs) == 1 else _("Find help")
