"""The lexicon that this process holds, made anew when published content or an editor's words have changed.

Most changes are a listing's and change no word of it: what was made of the same phrases is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from django.db import connection

from directory.models import City, Phrase
from pagecache import generation as generations
from search.cities import meet
from search.query import Kind
from search.understanding import sources
from search.understanding.gazetteer import gazetteer
from search.understanding.hints import Hints
from search.understanding.lexicon import Entry, Lexicon, Role, Sense, Tree
from search.understanding.tokens import tokens_of


@dataclass(frozen=True)
class Knowledge:
    """`country_of` is a city's country, `published` are the countries that there can be listings in.

    `texts_of_needs` are how editors call the needs, each text with its language.
    """

    lexicon: Lexicon
    country_of: Mapping[str, str]
    published: frozenset[str]
    texts_of_needs: tuple[tuple[str, str], ...]


# What is not committed may be rolled back, and its number be given again: it is known by its transaction too.
_Moment = tuple[tuple[object, ...], int]
_lock = Lock()
_held: dict[_Moment, Knowledge] = {}


def current(generation: int | None = None) -> Knowledge:
    """Asks the database for the generation (see pagecache) unless it is given."""
    number = generations.current() if generation is None else generation
    moment = tuple(connection.atomic_blocks), number
    with _lock:
        known = _held.get(moment)
        if known is None:
            known = _gathered()
            if number != generations.UNKNOWN:
                _held.clear()
                _held[moment] = known
    return known


def forget() -> None:
    _held.clear()


def _gathered() -> Knowledge:
    tables = sources.tables()
    meet(tables.cities)
    countries, needs = tuple(sources.countries(tables.countries)), tuple(sources.needs(tables.needs))
    trees = [
        _tree((*countries, *sources.languages(tables.languages))),
        _tree(tuple(entry for city in tables.cities for entry in _city(city, Sense(Kind.CITY, city.slug)))),
        _tree(needs),
    ]
    kept = tuple(_kept_by_editors(tables.phrases, Lexicon(trees)))
    trees.append(_tree(kept))
    of_needs = tuple(
        (each.sense.value, each.phrase) for each in (*needs, *kept) if each.sense.kind is Kind.NEEDS
    )
    return Knowledge(
        lexicon=Lexicon(trees, tables.broader, _hints(of_needs, tuple(tables.broader.items()))),
        country_of={city.slug: city.country_code for city in tables.cities},
        published=frozenset(tables.countries),
        texts_of_needs=tuple((need.phrase, need.language) for need in needs),
    )


def _kept_by_editors(phrases: Iterable[Phrase], known: Lexicon) -> Iterable[Entry]:
    for phrase in phrases:
        senses = [sources.sense_of(phrase.means)] if phrase.means else _senses_of(phrase.same_as, known)
        yield from (Entry(line, phrase.language, sense) for line in phrase.lines for sense in senses)


def _senses_of(words: str, known: Lexicon) -> list[Sense]:
    """What those words mean as a whole; where they are no choice, text that is searched for as well."""
    tokens = tokens_of(words)
    whole = [match for match in known.matches(tokens) if match.begins == 0 and match.ends == len(tokens)]
    best = min(whole, key=lambda match: match.distance, default=None)
    return list(best.senses) if best else [Sense(Role.SAME_AS, words)]


# Four trees are in use at a time; a city's entries are the same for each question.
_tree = lru_cache(maxsize=8)(Tree)
_hints = lru_cache(maxsize=2)(Hints)


@lru_cache(maxsize=5_000)
def _city(city: City, sense: Sense) -> tuple[Entry, ...]:
    return tuple(sources.city_entries(city, sense))


def far_cities(text: str, published: frozenset[str]) -> Lexicon:
    """Those in these countries that the text may name, with a listing or without; each means its country."""
    found = City.objects.filter(pk__in=gazetteer().named_in(text), country_code__in=published)
    return Lexicon([Tree(entry for city in found for entry in _city(city, _country_of(city)))])


def _country_of(city: City) -> Sense:
    return Sense(Kind.COUNTRY, city.country_code)
