"""What people ask: one to three words of their language, often with filters, the same for the same seed."""

from collections.abc import Iterator
from random import Random

from directory.demo import content
from search.query import Audience, Delivery, Kind, Order, Query
from search.stopwords import STOPWORDS
from search.text import words

LANGUAGES = ("fa", "fa", "fa", "ar", "ar", "en", "en", "fr", "de")
SPOKEN = ("fa", "ar", "en", "fr", "de", "ku", "tr", "ru", "ps")
SHORTEST_BEGINNING = 3
# How often somebody narrows by each kind.
NARROWED = {
    Kind.COUNTRY: 0.6,
    Kind.NEEDS: 0.4,
    Kind.LANGUAGES: 0.3,
    Kind.CITY: 0.1,
    Kind.DELIVERY: 0.15,
    Kind.AUDIENCE: 0.05,
    Kind.FREE: 0.2,
    Kind.NO_PAPERS: 0.1,
    Kind.OPEN_NOW: 0.1,
}


def queries(seed: int, count: int) -> Iterator[Query]:
    asking = _Asking(seed)
    return (asking.query() for _each in range(count))


class _Asking:
    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - chance, not secrets
        self._offers = list(content.offers().values())
        self._values = {
            Kind.COUNTRY: list(content.countries()),
            Kind.NEEDS: sorted({need for offer in self._offers for need in offer.needs}),
            Kind.LANGUAGES: list(SPOKEN),
            Kind.CITY: list(content.places()),
            Kind.DELIVERY: [way.value for way in Delivery],
            Kind.AUDIENCE: [group.value for group in Audience],
        }

    def query(self) -> Query:
        language = self._random.choice(LANGUAGES)
        orders = [*[Order.BEST] * 8, Order.RECENT, Order.NEAREST]
        return Query(
            text=self._text(language),
            language=language,
            order=self._random.choice(orders),
            page=self._random.choice([1] * 9 + [2]),
            **self._filters(),
        )

    def _filters(self) -> dict[str, object]:
        chosen = [kind for kind, share in NARROWED.items() if self._random.random() < share]
        return {str(kind): self._one_of(kind) for kind in chosen}

    def _one_of(self, kind: Kind) -> object:
        return (self._random.choice(self._values[kind]),) if kind in self._values else True

    def _text(self, language: str) -> str:
        """Words of one text, so that they belong together; the last one may be unfinished."""
        texts = self._random.choice(self._offers).texts[language]
        source = self._random.choice([*texts.names, *texts.summaries])
        telling = [word for word in words(source.replace("{city}", "")) if word not in STOPWORDS]
        first = self._random.randrange(len(telling))
        asked = telling[first : first + self._random.choice([1, 1, 2, 2, 3])]
        if len(asked[-1]) > SHORTEST_BEGINNING and self._random.random() < 0.2:
            asked[-1] = asked[-1][: self._random.randint(SHORTEST_BEGINNING, len(asked[-1]) - 1)]
        return " ".join(asked)
