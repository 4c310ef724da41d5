"""What a task is in words: skill, languages, place, day; the same in letters, on pages and at the desk."""

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from appearance.digits import in_digits_of
from search.cities import known_cities
from volunteers import spoken
from volunteers.enums import Skill
from volunteers.models import Task
from volunteers.task_facts import TaskFacts


def day_of(task: Task) -> str:
    return day(task.facts)


def day(facts: TaskFacts) -> str:
    """Thursday, 3 December 2026, 10:00."""
    # Translators: how Django writes a day, as in "Thursday, 3 December 2026".
    text = date_format(facts.on, _("l, j F Y"))
    if facts.time:
        text = _("%(day)s, %(time)s") % {"day": text, "time": facts.time}
    return in_digits_of(get_language() or "en", text)


def place(city: str, city_slug: str) -> str:
    """The city as the reader calls it, or as it was written."""
    known = known_cities([city_slug]).get(city_slug)
    return known.name_in(get_language() or "en") if known else city


def what(facts: TaskFacts) -> str:
    skill = str(Skill(facts.skill).label)
    return f"{skill}: {spoken.names(facts.languages)}" if facts.languages else skill


def lines(facts: TaskFacts) -> list[tuple[str, str]]:
    """Pairs of what is asked and the answer, without what was left open."""
    where = place(facts.city, facts.city_slug)
    told = [
        (_("What"), what(facts)),
        (_("Where"), where),
        (_("When"), day(facts)),
        (_("How"), _("also by phone or video") if facts.from_afar else ""),
    ]
    return [(name, value) for name, value in told if value]


def in_lines(facts: TaskFacts) -> str:
    return "\n".join(f"{name}: {value}" for name, value in lines(facts))
