"""What somebody told of themselves, as it is kept: encrypted, whole, in one column."""

from dataclasses import asdict, dataclass, replace
from itertools import combinations
from typing import Any, NamedTuple, Self

from volunteers.enums import Level


class Spoken(NamedTuple):
    language: str
    level: str


class Pair(NamedTuple):
    """Two languages one can interpret between, as well as one speaks the weaker of them."""

    one: str
    other: str
    level: str


@dataclass(frozen=True, slots=True)
class Profile:
    """`language` is that of the letters; `city_slug` is "" where the directory does not know the city."""

    name: str
    email: str
    language: str
    country: str
    phone: str = ""
    reach: str = ""
    city: str = ""
    city_slug: str = ""
    skills: tuple[str, ...] = ()
    credential: str = ""
    spoken: tuple[Spoken, ...] = ()
    days: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()
    from_afar: bool = False
    limits: str = ""
    references: str = ""
    # The day on which they agreed to the code of conduct and to the use of data, and said they are 18.
    agreed_on: str = ""

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        """JSON has lists where we have tuples."""
        told: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
        }
        told["spoken"] = tuple(Spoken(*each) for each in kept["spoken"])
        return cls(**told)

    def kept(self) -> dict[str, Any]:
        return asdict(self)

    def with_address(self, email: str) -> Self:
        return replace(self, email=email)

    def level(self, language: str) -> str:
        """ "" where they do not speak it."""
        return next((each.level for each in self.spoken if each.language == language), "")

    def speaks(self, languages: tuple[str, ...]) -> bool:
        return all(self.level(language) for language in languages)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return tuple(
            Pair(one.language, other.language, weaker(one.level, other.level))
            for one, other in combinations(self.spoken, 2)
        )


def weaker(*levels: str) -> str:
    return min(levels, key=Level.values.index)
