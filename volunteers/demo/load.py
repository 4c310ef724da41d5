"""Writes the demonstration's volunteers once; where anybody volunteers or coordinates already, nothing."""

import tomllib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from directory.models import Country
from search.places import cities_called
from volunteers.enums import CheckKind, Status
from volunteers.models import Approval, Check, Coordinator, Task, Volunteer, Wanted
from volunteers.profile import Profile, Spoken
from volunteers.steps import NEXT_ACTIONS
from volunteers.task_facts import TaskFacts

COUNTRY = "DE"
COORDINATORS = ("demo-mina", "demo-jonas")
CHECKED = {Status.APPROVED: 1, Status.ACTIVE: 2, Status.RESTING: 2}


@transaction.atomic
def load_volunteers(report: Callable[[str, int], None]) -> int:
    if Volunteer.objects.exists() or Coordinator.objects.exists():
        report(_("Volunteers"), 0)
        return 0
    content = tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))
    coordinators = [_coordinator(name) for name in COORDINATORS]
    for told in content["volunteers"]:
        _load_volunteer(dict(told), coordinators)
    for facts in content["tasks"]:
        _load_task(dict(facts), coordinators[0])
    for language, text in content["wanted"].items():
        Wanted.objects.create(country_id=COUNTRY, language=language, text=text)
    report(_("Volunteers"), len(content["volunteers"]))
    return len(content["volunteers"])


def _coordinator(name: str) -> User:
    """In every country, so that the sign-up can be tried anywhere."""
    # Without a password nobody can log in.
    user = User.objects.create_user(name)
    for country in Country.objects.published():
        Coordinator.objects.create(user=user, country=country)
    return user


def _load_volunteer(told: dict[str, Any], coordinators: list[User]) -> None:
    status, since = Status(told.pop("status")), timedelta(days=told.pop("since"))
    action = NEXT_ACTIONS.get(status)
    volunteer = Volunteer(
        country_id=COUNTRY,
        status=status,
        status_since=now() - since,
        created_at=now() - since - timedelta(days=21),
        next_action_on=localdate() - since + action.within if action else None,
    )
    volunteer.tell(_profile(told))
    volunteer.save()
    approvers = coordinators[: CHECKED.get(status, 0)]
    if approvers:
        Check.objects.bulk_create(
            Check(volunteer=volunteer, by=coordinators[0], kind=kind, text=_("Nothing speaks against it."))
            for kind in CheckKind
        )
    for place, user in enumerate(approvers, start=1):
        Approval.objects.create(volunteer=volunteer, by=user, place=place)


def _profile(told: dict[str, Any]) -> Profile:
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return Profile(
        **{
            **told,
            **lists,
            "spoken": tuple(Spoken(*each) for each in told["spoken"]),
            "country": COUNTRY,
            "city_slug": cities_called([told["city"]], [COUNTRY])[0],
            "email": f"{told['name'].lower()}@example.org",
            "agreed_on": localdate().isoformat(),
        }
    )


def _load_task(told: dict[str, Any], by: User) -> None:
    facts = TaskFacts(
        on=localdate() + timedelta(days=told["in_days"]),
        skill=told["skill"],
        languages=tuple(told["languages"]),
        city=told["city"],
        city_slug=cities_called([told["city"]], [COUNTRY])[0],
        time=told["time"],
    )
    Task.objects.create(country_id=COUNTRY, on=facts.on, told=facts.kept(), details=told["details"], by=by)
