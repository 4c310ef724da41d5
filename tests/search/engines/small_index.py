"""Columns of a few listings, for tests of how rows are selected and ranked: no database has a part in it."""

from datetime import UTC, datetime

from search.engines.cells import EVERYWHERE
from search.engines.columns import READ, Columns
from search.entries import NEVER_EXPIRES
from search.query import YES

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = NOON.date().toordinal()
BERLIN_AND_HAMBURG, HAMBURG = "52.52,13.405 53.551,9.994", "53.551,9.994"
_SHOWN = {"verified_on": TODAY - 10, "shown_from": 0, "hidden_on": TODAY + 90, "expires_at": NEVER_EXPIRES}


def row(service_id: int, **facts: object) -> tuple:
    """As engines read an entry; what is not said is empty, and the listing is shown."""
    return tuple({"service_id": service_id, **_SHOWN, **facts}.get(name, "") for name in READ)


def columns(*rows: tuple) -> Columns:
    return Columns.empty().followed_by(rows)


def street() -> Columns:
    """Lawyers and a kitchen in two cities, and a helpline for everywhere."""
    return columns(
        row(
            1,
            country="DE",
            city="hamburg",
            needs="asylum-law legal",
            languages="ar fa",
            free=YES,
            points=HAMBURG,
        ),
        row(2, country="DE", city="berlin hamburg", needs="legal", languages="de", points=BERLIN_AND_HAMBURG),
        row(3, country="DE", city="berlin", needs="food", languages="de fa", free=YES, points="52.52,13.405"),
        row(4, country="FR", city="lyon", needs="legal", languages="fr", points="45.76,4.84"),
        row(5, country=f"{EVERYWHERE} FR", needs="counselling", languages="en fa", delivery="phone"),
        row(6, country=EVERYWHERE, needs="counselling", languages="en", delivery="chat phone"),
    )
