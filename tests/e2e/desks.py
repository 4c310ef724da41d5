"""On the running site: colleagues at both desks, with a row for each page there, and people at their own."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from wagtail.users.models import UserProfile

from casework import answering, introducing
from casework.appointing import appoint as appoint_caseworker
from casework.asking_to_open import ask as ask_to_open
from casework.enums import Answer, Event
from casework.models import Case, Introduction
from casework.writing import pass_on, person_writes, team_writes
from tests.factories.casework import CaseFactory
from tests.factories.directory import CountryFactory
from tests.factories.volunteers import TaskFactory, VolunteerFactory, write_down_checks
from volunteers import asking
from volunteers.desk.appointing import appoint as appoint_coordinator
from volunteers.enums import Status
from volunteers.models import Note, Task, Volunteer
from volunteers.pages.presence import pass_of

# Where no other test of the running site is at work.
COUNTRY, ANOTHER = "FR", "SE"
CODES = ["7" * 16, "8" * 16]
SHARED = {"share_name": "پروین", "share_contact": "+49 1590 1234567", "share_words": "I think of you."}


def colleague(name: str, language: str, country: str = COUNTRY) -> User:
    user = User.objects.create_superuser(name, f"{name}@example.org")
    UserProfile.objects.create(user=user, preferred_language=language)
    CountryFactory(code=country)
    appoint_coordinator(user, country, by=user)
    appoint_caseworker(user, country, ["fa", "en"], by=user)
    return user


def leave_no_administrator() -> None:
    """The running site has one, as it began."""
    User.objects.filter(username__startswith="at-").update(is_superuser=False)


def session_of(user: User) -> str:
    browser = Client()
    browser.force_login(user)
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def everything() -> dict[str, Any]:
    colleagues = {language: colleague(f"at-the-desks-{language}", language) for language in ("fa", "en")}
    elsewhere = colleague("at-another-desk", "en", ANOTHER)
    by = colleagues["en"]
    volunteers = {status: volunteer_who_is(status, by) for status in Status}
    return {
        "sessions": {language: session_of(user) for language, user in colleagues.items()},
        "passes": {status: pass_of(volunteer) for status, volunteer in volunteers.items()},
        "volunteers": pages_of_coordinators(volunteers, by),
        "cases": pages_of_caseworkers(by, colleagues["fa"], elsewhere),
        "codes": CODES,
    }


def volunteer_who_is(status: Status, by: User) -> Volunteer:
    volunteer = VolunteerFactory(
        status=status, in_country=COUNTRY, told={"name": "Nasrin", "email": f"{status}@example.org"}
    )
    if status not in {Status.NEW, Status.CONFIRMED}:
        write_down_checks(volunteer, by)
        Note.objects.create(volunteer=volunteer, by=by, text="Called on Monday, will call back.")
    return volunteer


def pages_of_coordinators(volunteers: dict[Status, Volunteer], by: User) -> list[str]:
    active = volunteers[Status.ACTIVE]
    tasks = [TaskFactory(by=by, country=CountryFactory(code=COUNTRY)) for _number in range(4)]
    for task in tasks[1:]:
        asking.ask(task, [active])
    for task in tasks[2:]:
        asking.say_yes(active.asks.get(task=task))
    asking.choose(Task.objects.get(pk=tasks[3].pk))
    sheets = [f"sheet/{volunteers[status].pk}/" for status in Status if status is not Status.NEW]
    lists = [f"?status={status}" for status in ("confirmed", "active")]
    shown = [f"tasks/{task.pk}/" for task in tasks]
    others = ["", "tasks/", "tasks/?closed", "tasks/new/", "wanted/", "wanted/fr/", "coordinators/"]
    return [f"/admin/volunteers/{each}" for each in (*others, *lists, *sheets, *shown)]


def pages_of_caseworkers(by: User, second: User, elsewhere: User) -> list[str]:
    help_, foreign = CaseFactory(country=COUNTRY), CaseFactory(country=ANOTHER)
    search, registration = (
        CaseFactory(search=True, country=COUNTRY, code=CODES[0]),
        CaseFactory(registration=True, country=COUNTRY, code=CODES[1]),
    )
    pair = two_who_met(search, registration, by, second)
    possible = introducing.propose(by, search, CaseFactory(registration=True, country=COUNTRY))
    ask_to_open(help_, elsewhere, "They moved to Lyon.")
    ask_to_open(foreign, by, "They came to Berlin.")
    others = ["", "?box=new", "find/", "matches/", "requests/", "people/", f"{foreign.pk}/ask/"]
    rows = [f"pairs/{pair.pk}/", f"pairs/{possible.pk}/", f"{help_.pk}/", f"{search.pk}/"]
    return [f"/admin/cases/{each}" for each in (*others, *rows)]


def two_who_met(search: Case, registration: Case, first: User, second: User) -> Introduction:
    """And wrote to each other, and to us."""
    for case in (search, registration):
        answering.answer(case.pk, Answer.YES, SHARED)
        person_writes(case.pk, "1", "I have a question.", None)
        team_writes(case.pk, "2", first, "Ask it.", None)
    pair = introducing.propose(first, search, registration)
    for user, event in ((first, Event.ASK), (first, Event.APPROVE), (second, Event.APPROVE)):
        introducing.step(pair.pk, event, user)
    for case in (search, registration):
        pass_on(case, pair.pk, "3", "آیا خوبی؟ Are you well?")
    return pair
