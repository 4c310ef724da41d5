"""One case at the desk: reading it, answering, taking, handing over and closing it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework import assigning
from casework.contact.forms import CHANGED
from casework.contact.keys import once
from casework.desk.access import case_open_to, for_caseworkers
from casework.desk.forms import HandOverForm, ReplyForm
from casework.desk.tasks import task_offered
from casework.downloads import download
from casework.enums import Kind
from casework.models import Case, Introduction
from casework.writing import team_writes
from confidential.access import openings
from confidential.desk import DeskRequest
from confidential.pages import View

Step = Callable[[DeskRequest, Case], HttpResponse]


def to_case(case: Case) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("case", args=[case.pk]))


def step(view: Step) -> View:
    """What somebody does to a case that they may open."""

    @wraps(view)
    def done(request: DeskRequest, key: UUID) -> HttpResponse:
        return view(request, get_object_or_404(Case.objects.open_to(request.user), pk=key))

    return for_caseworkers(require_POST(done))


@for_caseworkers
@require_safe
def case(request: DeskRequest, key: UUID) -> HttpResponse:
    return show(request, key)


@transaction.atomic
def show(request: DeskRequest, key: UUID, **forms: Any) -> HttpResponse:
    """Recorded each time, also when one of `forms`, by name, came back with an error: all is shown again."""
    case = case_open_to(request.user, key)
    introductions = Introduction.objects.of(case.pk).select_related("search", "registration")
    context = {
        "case": case,
        "facts": told(case),
        "messages_of_case": case.messages.select_related("written_by").prefetch_related("attachments"),
        "notes": case.notes.select_related("written_by"),
        "introductions": introductions if case.is_family else [],
        "reply": ReplyForm(initial={"once": once()}),
        "hand_over": HandOverForm(case=case),
        "task": task_offered(case, request.user),
        "openings": openings(case),
        **forms,
    }
    return render(request, "casework/desk/case.html", context)


def told(case: Case) -> list[tuple[object, str]]:
    """What the person filled in, under the words they were asked with."""
    form = CHANGED[Kind(case.kind)]
    fields = form.base_fields
    names = [name for name in (form.field_order or fields) if case.told.get(name)]
    return [(fields[name].label, case.told[name]) for name in names]


@step
def write(request: DeskRequest, case: Case) -> HttpResponse:
    form = ReplyForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, case.pk, reply=form)
    given = form.cleaned_data
    team_writes(case.pk, given["once"], request.user, given["text"], given["file"])
    messages.success(request, _("Sent to the mailbox."))
    return to_case(case)


@step
def take(request: DeskRequest, case: Case) -> HttpResponse:
    assigning.take(case.pk, request.user)
    return to_case(case)


@step
def hand_over(request: DeskRequest, case: Case) -> HttpResponse:
    form = HandOverForm(request.POST, case=case)
    if not form.is_valid():
        return show(request, case.pk, hand_over=form)
    assigning.hand_over(case.pk, request.user, int(form.cleaned_data["to"]), form.cleaned_data["note"])
    messages.success(request, _("Handed over."))
    return HttpResponseRedirect(reverse("case_desk"))


@step
def close(request: DeskRequest, case: Case) -> HttpResponse:
    if assigning.close(case.pk):
        messages.success(request, _("Closed. It is erased in 90 days."))
    else:
        messages.error(request, _("Two people write to each other through this case: it stays open."))
    return to_case(case)


@step
@transaction.atomic
def file(request: DeskRequest, case: Case) -> HttpResponse:
    """A file says as much as the page it stands on."""
    return download(case_open_to(request.user, case.pk), request.POST.get("file", ""))
