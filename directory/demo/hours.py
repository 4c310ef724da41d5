"""Opening hours as such places have them: mornings, evenings, whole nights, one day closed."""

from dataclasses import dataclass
from datetime import time

from directory.demo.dice import Dice

WORKDAYS = range(5)
EVERY_DAY = range(7)
MIDNIGHT = time(0)
FRIDAY, SATURDAY = 4, 5


@dataclass(frozen=True)
class Opening:
    weekday: int
    opens_at: time | None
    closes_at: time | None

    @property
    def closes_next_day(self) -> bool:
        return self.opens_at is not None and self.closes_at is not None and self.closes_at <= self.opens_at


def opening_hours(kind: str, dice: Dice) -> list[Opening]:
    return HOURS[kind](dice)


def _office(dice: Dice) -> list[Opening]:
    opens = time(dice.pick("opens", (8, 9, 9, 10)), dice.pick("half", (0, 0, 30)))
    closed = dice.pick("closed-day", (None, None, 2, 4))
    hours = []
    for day in WORKDAYS:
        if day == closed:
            hours.append(Opening(day, None, None))
        elif dice.chance("lunch-break", 0.5):
            hours += [Opening(day, opens, time(12, 30)), Opening(day, time(13, 30), time(17))]
        else:
            hours.append(Opening(day, opens, time(13 if day == FRIDAY else 17)))
    return hours


def _weekly(dice: Dice) -> list[Opening]:
    days = dice.pick("days", ((0, 3), (1, 4), (1, 3), (0, 2, 4), (2, 5), (3, 5)))
    opens = dice.pick("opens", (10, 13, 14, 15))
    return [Opening(day, time(opens), time(opens + dice.pick("long", (2, 3, 4)))) for day in days]


def _evening(dice: Dice) -> list[Opening]:
    days = dice.pick("days", ((1,), (3,), (1, 3), (0, 2, 4), (0, 1, 2, 3), (6,)))
    opens = time(dice.pick("opens", (17, 18, 18)), dice.pick("half", (0, 30)))
    return [Opening(day, opens, time(dice.pick("closes", (20, 21)), 30)) for day in days]


def _midday(dice: Dice) -> list[Opening]:
    days = [*WORKDAYS, SATURDAY] if dice.chance("saturday", 0.4) else [*WORKDAYS]
    return [Opening(day, time(12), time(dice.pick("closes", (14, 15)))) for day in days]


def _night(dice: Dice) -> list[Opening]:
    opens, closes = time(dice.pick("opens", (19, 20, 21))), time(dice.pick("closes", (8, 9)))
    return [Opening(day, opens, closes) for day in EVERY_DAY]


def _late(dice: Dice) -> list[Opening]:
    return [Opening(day, time(20), time(dice.pick("closes", (1, 2)))) for day in EVERY_DAY]


def _always(_dice: Dice) -> list[Opening]:
    return [Opening(day, MIDNIGHT, MIDNIGHT) for day in EVERY_DAY]


HOURS = {
    "office": _office,
    "weekly": _weekly,
    "evening": _evening,
    "midday": _midday,
    "night": _night,
    "late": _late,
    "always": _always,
}
