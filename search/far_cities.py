"""Cities that no listing is in: where such a city is named, its country is meant."""

from collections.abc import Iterator
from functools import lru_cache

from directory.models import City
from search.grammar import GRAMMAR
from search.known_words import known_words
from search.query import PLACES, Query
from search.text import words
from search.understanding import Knowledge, Reading, Understood, read
from search.understanding.gazetteer import gazetteer
from search.understanding.knowledge import far_cities
from search.understanding.tokens import WITHOUT_CLITIC, forms_of, tokens_of


def far_city(asked: Query, reading: Reading, knowledge: Knowledge) -> Understood | None:
    """Where nothing is in a city, what is in its country may help.

    A word that listings write is a word rather than such a city.
    """
    if not reading.rest or any(each.kind in PLACES for each in reading.understood):
        return None
    found = read(reading.rest, far_cities(reading.rest, knowledge.published), asked.words).understood
    return next((city for city in found if not _is_ordinary(city.words)), None)


def names_a_far_city(asked: Query, reading: Reading, knowledge: Knowledge) -> bool:
    """In a word that no listing holds: what is found with it is found by a slip that was none."""
    known = known_words().dictionary()
    if all(known.holds(word, asked.language) for word in words(reading.rest)):
        return False
    far = far_city(asked, reading, knowledge)
    return far is not None and far.length == 1 and not known.holds(words(far.words)[0], asked.language)


def named_outright(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Words that are a city's whole name and nothing else as they are written.

    They are no form of another word, and no slip: پاساو is Passau rather than somebody's passport.
    """
    return tuple(
        word
        for word in _strange(text, knowledge)
        if (numbers := _cities(word)) and _countries(numbers) & knowledge.published
    )


@lru_cache(maxsize=1_000)
def _countries(numbers: frozenset[int]) -> frozenset[str]:
    """Of cities, which never change while the site runs."""
    return frozenset(City.objects.filter(pk__in=numbers).values_list("country_code", flat=True))


def _strange(text: str, knowledge: Knowledge) -> Iterator[str]:
    """Words that neither a phrase nor a listing holds as they are."""
    known = known_words().dictionary()
    for token in tokens_of(text):
        is_phrase = any(map(knowledge.lexicon.writes, _whole(token.word)))
        if not (is_phrase or token.word in GRAMMAR or known.frequency(token.word)):
            yield token.word


def _cities(word: str) -> frozenset[int]:
    return frozenset(number for form in _whole(word) for number in gazetteer().called(form))


def _whole(word: str) -> list[str]:
    """The word, with and without what Arabic writes as one with it."""
    return [form for form, distance in forms_of(word).items() if distance <= WITHOUT_CLITIC]


def _is_ordinary(written: str) -> bool:
    found = words(written)
    return GRAMMAR.issuperset(found) or (
        len(found) == 1 and known_words().dictionary().frequency(found[0]) > 0
    )
