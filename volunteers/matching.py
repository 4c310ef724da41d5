"""Who could do a task: whoever is active in its country and has skill and languages, the likeliest first.

What volunteers told is encrypted, so it is compared here and not in the database.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from appearance.templatetags.appearance import number
from directory.models import City
from search.cities import known_cities
from search.engines.cells import great_circle_km
from search.query import Point
from volunteers import spoken
from volunteers.enums import Answer, Level, PartOfDay, Skill
from volunteers.models import Task, Volunteer
from volunteers.profile import Profile, weaker
from volunteers.task_facts import TaskFacts

NEAR_KM, REACHABLE_KM = 25, 80


class Nearness(IntEnum):
    FAR, UNKNOWN, REACHABLE, NEAR = range(4)


@dataclass(frozen=True, slots=True)
class Proposal:
    """`reasons` say in words why this volunteer stands here; `cautions` what speaks against it."""

    volunteer: Volunteer
    profile: Profile
    rank: tuple[int, ...]
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]


def proposals(task: Task) -> list[Proposal]:
    facts = task.facts
    # Whoever was asked already is in the list of answers.
    asked = task.asks.exclude(answer__in=[Answer.TOO_LATE, Answer.NOT_NEEDED]).values("volunteer")
    volunteers = (
        Volunteer.objects.active_in(task.country_id)
        .exclude(pk__in=asked)
        .with_how_often_asked(timezone.now())
    )
    able = [(volunteer, volunteer.profile) for volunteer in volunteers]
    able = [(volunteer, profile) for volunteer, profile in able if is_able(profile, facts)]
    cities = known_cities([facts.city_slug, *(profile.city_slug for _volunteer, profile in able)])
    found = [_proposal(volunteer, profile, facts, cities) for volunteer, profile in able]
    return sorted(found, key=lambda proposal: proposal.rank, reverse=True)


def is_able(profile: Profile, facts: TaskFacts) -> bool:
    return facts.skill in profile.skills and profile.speaks(facts.languages)


def _proposal(volunteer: Volunteer, profile: Profile, facts: TaskFacts, cities: dict[str, City]) -> Proposal:
    distance = km_between(cities.get(profile.city_slug), cities.get(facts.city_slug))
    nearness = _nearness(distance, is_from_afar=facts.from_afar and profile.from_afar)
    is_free = _is_free(profile, facts)
    asked = volunteer.asked_lately  # type: ignore[attr-defined]
    level = weaker(*map(profile.level, facts.languages)) if facts.languages else ""
    rank = (int(is_free) + nearness, Level.values.index(level) if level else 0, -asked, -(distance or 0))
    said = [
        (True, str(Skill(facts.skill).label)),
        (True, f"{spoken.names(facts.languages)}: {Level(level).label}" if level else ""),
        (nearness >= Nearness.REACHABLE, _where(distance, profile, facts)),
        (is_free, _when(facts, is_free=is_free)),
        (not asked, _how_often(asked)),
    ]
    return Proposal(volunteer, profile, rank, tuple(_told(said, good=True)), tuple(_told(said, good=False)))


def _told(said: list[tuple[bool, str]], *, good: bool) -> Iterator[str]:
    return (words for is_good, words in said if words and is_good == good)


def km_between(one: City | None, other: City | None) -> int | None:
    if one is None or other is None:
        return None
    latitudes, longitudes = np.array([other.latitude]), np.array([other.longitude])
    return round(float(great_circle_km(Point(one.latitude, one.longitude), latitudes, longitudes)[0]))


def _nearness(distance: int | None, *, is_from_afar: bool) -> Nearness:
    if is_from_afar:
        return Nearness.NEAR
    if distance is None:
        return Nearness.UNKNOWN
    if distance <= NEAR_KM:
        return Nearness.NEAR
    return Nearness.REACHABLE if distance <= REACHABLE_KM else Nearness.FAR


def _is_free(profile: Profile, facts: TaskFacts) -> bool:
    """Whoever named no days or hours is asked like everybody."""
    on_that_day = not profile.days or facts.on.weekday() in profile.days
    return on_that_day and (not facts.part_of_day or not profile.parts or facts.part_of_day in profile.parts)


def _where(distance: int | None, profile: Profile, facts: TaskFacts) -> str:
    if facts.from_afar and profile.from_afar:
        return _("helps by phone or video")
    if distance is None:
        return _("how far away is not known") if facts.city else ""
    return _("%(number)s km away") % {"number": number(distance)}


def _when(facts: TaskFacts, *, is_free: bool) -> str:
    day = date_format(facts.on, "l")
    part = str(PartOfDay(facts.part_of_day).label).lower() if facts.part_of_day else ""
    words = " ".join(filter(None, [day, part]))
    return (_("can on: %(when)s") if is_free else _("did not name: %(when)s")) % {"when": words}


def _how_often(asked: int) -> str:
    if not asked:
        return _("not asked in the last 30 days")
    return ngettext("asked once in the last 30 days", "asked %(times)s times in the last 30 days", asked) % {
        "times": number(asked)
    }
