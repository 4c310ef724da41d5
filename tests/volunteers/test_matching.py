"""Who is proposed for a task, in which order, and what is said about why."""

import time
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from tests.factories.volunteers import TaskFactory, VolunteerFactory
from volunteers import asking
from volunteers.enums import Answer, Skill, Status
from volunteers.matching import proposals
from volunteers.models import Ask, Task, Volunteer
from volunteers.profile import Pair, Spoken

pytestmark = pytest.mark.django_db
BERLIN = {"city": "Berlin", "city_slug": "berlin"}
LUBECK = {"city": "Lübeck", "city_slug": "lubeck"}
THURSDAY = date(2026, 12, 3)


@pytest.fixture
def task(coordinator: User) -> Task:
    """Persian to German in Hamburg, on a Thursday at ten."""
    return TaskFactory(on=THURSDAY, by=coordinator)


def names(task: Task) -> list[str]:
    return [proposal.profile.name for proposal in proposals(task)]


def named(name: str, **fields: object) -> Volunteer:
    told = fields.pop("told", {})
    return VolunteerFactory(told={"name": name, **told}, **fields)


@pytest.mark.parametrize(
    "told",
    [
        {"skills": (Skill.DRIVING,)},
        {"spoken": (Spoken("fa", "native"),)},
        {"spoken": (Spoken("fa", "native"), Spoken("en", "native"))},
    ],
)
def test_whoever_lacks_the_skill_or_a_language_is_not_proposed(task: Task, told: dict) -> None:
    named("Laleh", told=told)
    assert names(task) == []


@pytest.mark.parametrize("status", [status for status in Status if status != Status.ACTIVE])
def test_only_active_volunteers_are_proposed(task: Task, status: Status) -> None:
    named("Laleh", status=status)
    assert names(task) == []


def test_nobody_of_another_country_is_proposed(task: Task) -> None:
    named("Laleh", in_country="FR")
    assert names(task) == []


def test_near_comes_before_reachable_before_unknown_before_far(task: Task) -> None:
    named("far", told=BERLIN)
    named("unknown", told={"city": "Nowhere", "city_slug": ""})
    named("reachable", told=LUBECK)
    named("near")
    assert names(task) == ["near", "reachable", "unknown", "far"]


def test_how_well_somebody_speaks_decides_among_neighbours(task: Task) -> None:
    named("everyday", told={"spoken": (Spoken("fa", "native"), Spoken("de", "everyday"))})
    named("native", told={"spoken": (Spoken("fa", "native"), Spoken("de", "native"))})
    named("fluent")
    assert names(task) == ["native", "fluent", "everyday"]


def test_whoever_has_time_on_that_day_comes_before_whoever_has_not(task: Task) -> None:
    named("never on Thursdays", told={"days": (0, 1)})
    named("only in the evening", told={"days": (3,), "parts": ("evening",)})
    named("on Thursday mornings", told={"days": (3,), "parts": ("morning",)})
    assert names(task)[0] == "on Thursday mornings"
    assert proposals(task)[1].cautions == ("did not name: Thursday in the morning",)


def test_whoever_was_asked_often_lately_comes_after_whoever_was_not(task: Task) -> None:
    tired, fresh = named("tired"), named("fresh")
    for _time in range(2):
        asking.ask(TaskFactory(), [tired])
    asking.ask(TaskFactory(), [fresh])
    Ask.objects.filter(volunteer=fresh).update(created_at=timezone.now() - timedelta(days=31))
    assert names(task) == ["fresh", "tired"]
    assert "not asked in the last 30 days" in proposals(task)[0].reasons
    assert "asked 2 times in the last 30 days" in proposals(task)[1].cautions


def test_distance_does_not_matter_where_both_can_use_a_phone(coordinator: User) -> None:
    task = TaskFactory(on=THURSDAY, facts={"from_afar": True})
    named(
        "far, by phone",
        told={**BERLIN, "from_afar": True, "spoken": (Spoken("fa", "native"), Spoken("de", "native"))},
    )
    named("near")
    assert names(task) == ["far, by phone", "near"]
    assert "helps by phone or video" in proposals(task)[0].reasons


def test_the_reasons_are_told_in_words(task: Task) -> None:
    named("Laleh", told=LUBECK)
    (proposal,) = proposals(task)
    assert proposal.reasons == (
        "Interpreting",
        "Persian – German: fluently",
        "58 km away",
        "can on: Thursday in the morning",
        "not asked in the last 30 days",
    )
    assert proposal.cautions == ()


def test_a_task_without_languages_and_hour_asks_for_neither(coordinator: User) -> None:
    task = TaskFactory(
        on=THURSDAY,
        facts={"skill": Skill.ACCOMPANYING, "languages": (), "time": "", "city": "", "city_slug": ""},
    )
    named("Laleh", told={"spoken": (Spoken("tr", "native"),), "parts": ("evening",)})
    (proposal,) = proposals(task)
    assert proposal.reasons == (
        "Going along to offices and doctors",
        "can on: Thursday",
        "not asked in the last 30 days",
    )


def test_whoever_was_asked_is_in_the_list_of_answers_instead(task: Task) -> None:
    laleh = named("Laleh")
    asking.ask(task, [laleh])
    assert names(task) == []
    Ask.objects.update(answer=Answer.NOT_NEEDED)
    assert names(task) == ["Laleh"]


def test_one_interprets_as_well_as_one_speaks_the_weaker_language() -> None:
    volunteer = named(
        "Laleh", told={"spoken": (Spoken("fa", "native"), Spoken("de", "fluent"), Spoken("en", "everyday"))}
    )
    assert volunteer.profile.pairs == (
        Pair("fa", "de", "fluent"),
        Pair("fa", "en", "everyday"),
        Pair("de", "en", "everyday"),
    )


def test_a_thousand_volunteers_are_compared_while_one_waits(task: Task) -> None:
    one = named("Laleh")
    volunteers = [Volunteer(country=one.country, status=Status.ACTIVE) for _each in range(1_000)]
    for number, volunteer in enumerate(volunteers):
        volunteer.tell(one.profile.with_address(f"{number}@example.org"))
    Volunteer.objects.bulk_create(volunteers)
    begun = time.perf_counter()
    assert len(proposals(task)) == 1_001
    assert time.perf_counter() - begun < 5
