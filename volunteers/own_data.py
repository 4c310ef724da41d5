"""Everything that is held about one volunteer: on their own page, and as a file to take away."""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from appearance.digits import in_digits_of
from directory.enums import Weekday
from directory.names import country_name, language_name
from volunteers.enums import Answer, Level, PartOfDay, Skill, Status
from volunteers.models import Volunteer
from volunteers.profile import Profile
from volunteers.wording import lines, place

Lines = list[tuple[str, str]]


def by_part(profile: Profile) -> dict[str, Lines]:
    """What they told, question by question, in the parts of the form in which it can be changed."""
    skills = ", ".join(str(Skill(skill).label) for skill in profile.skills)
    days = ", ".join(str(Weekday(day).label) for day in profile.days)
    parts = ", ".join(str(PartOfDay(part).label) for part in profile.parts)
    return {
        "about": [
            (_("Name"), profile.name),
            (_("E-mail"), profile.email),
            (_("Phone"), profile.phone),
            (_("How to reach you safely"), profile.reach),
            (_("Country"), country_name(profile.country)),
            (_("City"), place(profile.city, profile.city_slug)),
        ],
        "abilities": [
            (_("What you can do"), skills),
            (_("Training"), profile.credential),
            *((language_name(each.language), str(Level(each.level).label)) for each in profile.spoken),
        ],
        "times": [
            (_("Days"), days),
            (_("Time of day"), parts),
            (_("By phone or video"), _("yes") if profile.from_afar else _("no")),
            (_("What you would not do"), profile.limits),
        ],
        "references": [(_("Who knows you"), profile.references)],
    }


def history(volunteer: Volunteer) -> Lines:
    """What happened, with its day. Who did it is not told: coordinators have to be safe too."""
    steps = ((step.created_at, str(Status(step.to).label)) for step in volunteer.steps_taken.all())
    return [(day(localdate(when)), what) for when, what in [(volunteer.created_at, _("Signed up")), *steps]]


def day(value: Any) -> str:
    return in_digits_of(get_language() or "en", date_format(value))


def export(volunteer: Volunteer) -> dict[str, Any]:
    profile = volunteer.profile
    return {
        "told": profile.kept(),
        "status": volunteer.status,
        "status_since": volunteer.status_since,
        "signed_up": volunteer.created_at,
        "last_heard": volunteer.heard_on,
        "steps": [
            {"at": step.created_at, "event": step.event, "to": step.to}
            for step in volunteer.steps_taken.all()
        ],
        "checks": [{"at": check.created_at, "kind": check.kind} for check in volunteer.checks.all()],
        "approvals": [approval.created_at for approval in volunteer.approvals.all()],
        "notes_of_coordinators": volunteer.notes.count(),
        "asked": [
            {
                "at": ask.created_at,
                "task": dict(lines(ask.task.facts)),
                "answer": ask.answer,
                "hours": ask.hours,
            }
            for ask in volunteer.asks.select_related("task")
        ],
    }


def tasks_said_yes_to(volunteer: Volunteer) -> Any:
    """Those that a coordinator decides about still, too."""
    held = volunteer.asks.select_related("task").filter(answer__in=[Answer.YES, Answer.CHOSEN])
    return held.order_by("-task__on")
