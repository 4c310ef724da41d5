"""What somebody looks for, as one frozen value: nothing here knows requests, listings or engines."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

YES = "yes"


class Kind(StrEnum):
    """The kinds of choice: several values of one kind widen, different kinds narrow.

    The last three are simple ticks, whose only value is YES.
    """

    COUNTRY = "country"
    CITY = "city"
    NEEDS = "needs"
    LANGUAGES = "languages"
    DELIVERY = "delivery"
    AUDIENCE = "audience"
    FREE = "free"
    NO_PAPERS = "no_papers"
    OPEN_NOW = "open_now"


PLACES = frozenset({Kind.COUNTRY, Kind.CITY})
TICKS = frozenset({Kind.FREE, Kind.NO_PAPERS, Kind.OPEN_NOW})


class Delivery(StrEnum):
    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    CHAT = "chat"


# Help that reaches somebody wherever they are.
FROM_AFAR = (Delivery.CHAT.value, Delivery.PHONE.value, Delivery.VIDEO.value)


class Audience(StrEnum):
    """Whom a listing is made for; one that is for everybody names none of them."""

    WOMEN = "women"
    MEN = "men"
    FAMILIES = "families"
    LGBT = "lgbt"
    ASYLUM_SEEKERS = "asylum_seekers"
    REFUGEES = "refugees"
    RESIDENTS = "residents"
    UNDOCUMENTED = "undocumented"


class Order(StrEnum):
    BEST = "best"
    NEAREST = "nearest"
    RECENT = "recent"


@dataclass(frozen=True)
class Point:
    """Degrees, WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Query:
    """`language` is the reader's. Countries are ISO codes in capitals; cities and needs their slugs.

    With `radius_km`, the chosen city (or `near`) is the middle of a circle rather than a border.
    `words` are those of the text that somebody wants searched for as they are, whatever they may mean.
    `wanted` ranks what says its words, and narrows nothing; so does `written`, all that somebody wrote, for
    what is called so. `same_as` are words of the text, each with another that says the same.
    """

    text: str = ""
    words: tuple[str, ...] = ()
    wanted: str = ""
    written: str = ""
    same_as: tuple[tuple[str, str], ...] = ()
    language: str = "en"
    country: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    delivery: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    free: bool = False
    no_papers: bool = False
    open_now: bool = False
    near: Point | None = None
    radius_km: int | None = None
    order: Order = Order.BEST
    page: int = 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows it: it asks for every listing."""
        return not self.text and not self.choices() and self.near is None

    @property
    def is_words_alone(self) -> bool:
        """Whether somebody wrote, and chose nothing by hand: no filter, place, order or page."""
        return bool(self.text) and self == Query(text=self.text, words=self.words, language=self.language)

    def chosen(self, kind: Kind) -> tuple[str, ...]:
        value = getattr(self, kind)
        if kind in TICKS:
            return (YES,) if value else ()
        return value

    def choices(self) -> list[tuple[Kind, str]]:
        return [(kind, value) for kind in Kind for value in self.chosen(kind)]

    def choosing(self, kind: Kind, value: str) -> "Query":
        return self._with(kind, tuple(sorted({*self.chosen(kind), value})))

    def without(self, kind: Kind, value: str | None = None) -> "Query":
        """Without that value, or without any value of the kind."""
        return self._with(kind, tuple(v for v in self.chosen(kind) if value is not None and v != value))

    def without_text(self) -> "Query":
        return replace(self, text="", words=(), page=1)

    def taking_literally(self, words: str) -> "Query":
        return replace(self, words=tuple(sorted({*self.words, words})), page=1)

    def without_place(self) -> "Query":
        return replace(self, city=(), near=None, radius_km=None, order=Order.BEST, page=1)

    def on_page(self, page: int) -> "Query":
        return replace(self, page=page)

    def ordered(self, order: Order) -> "Query":
        return replace(self, order=order, page=1)

    def _with(self, kind: Kind, values: tuple[str, ...]) -> "Query":
        changes: dict[str, Any] = {kind: bool(values) if kind in TICKS else values, "page": 1}
        return replace(self, **changes)


DEFAULTS = {field.name: field.default for field in fields(Query)}
