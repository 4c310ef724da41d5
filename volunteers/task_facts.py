"""What a task is, as it is kept encrypted; nothing in it says whom it is for."""

from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any, Self

from volunteers.enums import PartOfDay

NOON, EVENING = time(12), time(17)


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """`time` is written 10:00, "" where it does not matter; `languages` are one, two or none."""

    on: date
    skill: str
    languages: tuple[str, ...] = ()
    city: str = ""
    city_slug: str = ""
    time: str = ""
    from_afar: bool = False

    @classmethod
    def read(cls, kept: dict[str, Any], on: date) -> Self:
        return cls(on=on, **{**kept, "languages": tuple(kept["languages"])})

    def kept(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if name != "on"}

    @property
    def part_of_day(self) -> str:
        if not self.time:
            return ""
        at = time.fromisoformat(self.time)
        if at < NOON:
            return PartOfDay.MORNING
        return PartOfDay.AFTERNOON if at < EVENING else PartOfDay.EVENING
