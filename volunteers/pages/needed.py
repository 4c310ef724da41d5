"""The honest page: what is needed where, and what is asked of whoever helps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from confidential.pages import confidential_page
from directory.vocabulary import Vocabulary, vocabulary
from pagecache import generation
from search import engines
from search.engines import Engine
from search.query import Kind, Query
from volunteers import spoken
from volunteers.enums import Skill, TaskStatus
from volunteers.forms import countries
from volunteers.models import Task, Wanted
from volunteers.task_facts import TaskFacts


@dataclass(frozen=True, slots=True)
class Call:
    """`tasks` says which kinds of help somebody waits for, never where, when or how many."""

    country: str
    text: str
    language: str
    tasks: tuple[str, ...]
    missing: tuple[str, ...]


@confidential_page
@require_http_methods(["GET", "HEAD"])
def needed(request: HttpRequest) -> HttpResponse:
    state = generation.of(request)
    words = vocabulary(get_language() or "en", state)
    return render(request, "volunteers/needed.html", {"calls": calls(words, state), "skills": Skill.choices})


def calls(words: Vocabulary, state: int) -> list[Call]:
    """`state` is the generation of what is published."""
    texts, tasks, places = _texts(words.language), _open_tasks(), countries()
    met = _needs_met([code for code, _name in places], state)
    return [
        Call(
            country=name,
            text=texts[code].text if code in texts else "",
            language=texts[code].language if code in texts else words.language,
            tasks=_kinds(tasks.get(code, ()), words.language),
            missing=tuple(need.name for need in words.broad_needs if need.slug not in met[code]),
        )
        for code, name in places
    ]


def _texts(language: str) -> dict[str, Wanted]:
    """In the reader's language, else in English, else in whichever there is."""
    preferred = [
        *(code for code, _name in settings.LANGUAGES if code not in {language, "en"}),
        "en",
        language,
    ]
    rows = sorted(Wanted.objects.all(), key=lambda row: preferred.index(row.language))
    return {row.country_id: row for row in rows}


def _open_tasks() -> dict[str, list[TaskFacts]]:
    found: dict[str, list[TaskFacts]] = {}
    for task in Task.objects.filter(status=TaskStatus.OPEN, on__gte=localdate()):
        found.setdefault(task.country_id, []).append(task.facts)
    return found


def _kinds(tasks: Iterable[TaskFacts], language: str) -> tuple[str, ...]:
    kinds = {(str(Skill(facts.skill).label), spoken.names(facts.languages, language)) for facts in tasks}
    return tuple(": ".join(filter(None, kind)) for kind in sorted(kinds))


def _needs_met(codes: Sequence[str], state: int) -> dict[str, set[str]]:
    """Kinds of help that the directory has in each country; asked for once after each change."""
    key = f"needs-met-{state}"
    met: dict[str, set[str]] = cache.get(key, {})
    if not met.keys() >= set(codes):
        met = _needs_met_now(codes)
        cache.set(key, met)
    return met


def _needs_met_now(codes: Sequence[str]) -> dict[str, set[str]]:
    engine = engines.current()
    with engine.at_one_moment():
        return {code: _needs_met_in(code, engine) for code in codes}


def _needs_met_in(code: str, engine: Engine) -> set[str]:
    facets = engine.search(Query(country=(code,)), size=0).facets
    return {choice.value for choice in facets.get(Kind.NEEDS, ()) if choice.count}
