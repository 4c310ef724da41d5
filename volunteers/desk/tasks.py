"""Tasks at the desk: describe one, see who could do it and why, ask, and take up the first yes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from confidential.access import opened
from confidential.desk import DeskRequest
from confidential.enums import AccessReason
from directory.names import country_name
from volunteers import asking
from volunteers.desk.access import for_coordinators
from volunteers.desk.forms import TaskForm
from volunteers.enums import TaskStatus
from volunteers.matching import proposals
from volunteers.models import Coordinator, Task
from volunteers.wording import day, lines, what

# What a task may begin with, when another part of the admin leads here.
BEGINNINGS = ("reference", "country", "language_1", "language_2", "city")
ACTIONS = {"choose": asking.choose, "release": asking.release, "close": asking.close}


@for_coordinators
@require_safe
def tasks(request: DeskRequest) -> HttpResponse:
    wants_closed = "closed" in request.GET
    known = Task.objects.known_to(request.user)
    chosen = (
        known.filter(status=TaskStatus.CLOSED) if wants_closed else known.exclude(status=TaskStatus.CLOSED)
    )
    rows = [(task, what(task.facts), day(task.facts), country_name(task.country_id)) for task in chosen]
    return render(request, "volunteers/desk/tasks.html", {"rows": rows, "wants_closed": wants_closed})


@for_coordinators
@require_http_methods(["GET", "HEAD", "POST"])
def new_task(request: DeskRequest) -> HttpResponse:
    """Another part of the admin leads here by a form with how it begins: none of it is in an address."""
    countries = Coordinator.objects.countries_of(request.user)
    sent = request.POST if "skill" in request.POST else None
    form = TaskForm(countries, sent, initial={name: request.POST.get(name, "") for name in BEGINNINGS})
    if sent is None or not form.is_valid():
        return render(request, "volunteers/desk/new_task.html", {"form": form})
    task = form.task()
    task.by = request.user
    task.save()
    return back_to(task)


def known_task(request: DeskRequest, pk: Any) -> Task:
    return get_object_or_404(Task.objects.known_to(request.user), pk=pk)


def back_to(task: Task) -> HttpResponse:
    return HttpResponseRedirect(reverse("volunteers_task", args=[task.pk]))


@for_coordinators
@require_safe
def task(request: DeskRequest, pk: Any) -> HttpResponse:
    shown = known_task(request, pk)
    opened(request.user, shown, why=AccessReason.WORK)
    asks = shown.asks.select_related("volunteer")
    context = {
        "task": shown,
        "lines": lines(shown.facts),
        "is_open": shown.status == TaskStatus.OPEN,
        "is_offered": shown.status == TaskStatus.OFFERED,
        "is_closed": shown.status == TaskStatus.CLOSED,
        "asks": [(ask, ask.volunteer.profile.name) for ask in asks],
        "proposals": proposals(shown) if shown.status == TaskStatus.OPEN else [],
    }
    return render(request, "volunteers/desk/task.html", context)


@for_coordinators
@require_POST
def ask(request: DeskRequest, pk: Any) -> HttpResponse:
    shown = known_task(request, pk)
    able = {str(proposal.volunteer.pk): proposal.volunteer for proposal in proposals(shown)}
    chosen = [able[key] for key in request.POST.getlist("volunteer") if key in able]
    asked = asking.ask(shown, chosen)
    said = ngettext("%(number)d volunteer was asked.", "%(number)d volunteers were asked.", asked)
    messages.success(request, said % {"number": asked})
    return back_to(shown)


@for_coordinators
@require_POST
def act(request: DeskRequest, pk: Any) -> HttpResponse:
    shown = known_task(request, pk)
    action = ACTIONS.get(request.POST.get("action", ""))
    if action is None or not action(shown):
        messages.error(request, _("This is not possible any more: somebody was quicker."))
    return back_to(shown)
