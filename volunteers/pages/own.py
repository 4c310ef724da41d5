"""A volunteer's own page: to see everything, change it, answer, rest, take it along, leave, be forgotten."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from confidential.pages import found_or_404
from volunteers import leaving, letters, links, own_data
from volunteers.enums import Answer, Event, Role, Status
from volunteers.forms import PARTS, HoursForm, PartForm
from volunteers.models import Volunteer
from volunteers.models.people import hash_of_address
from volunteers.moving import move
from volunteers.pages.links import take_answer
from volunteers.pages.presence import go_out, own_page
from volunteers.steps import NotPossible, open_to
from volunteers.wording import lines

STEPS = {Event.REST: leaving.rest, Event.LEAVE: leaving.leave}


def back_to_own_page() -> HttpResponse:
    return HttpResponseRedirect(reverse("volunteer_own"))


@own_page
@require_http_methods(["GET", "HEAD"])
def own(request: HttpRequest, volunteer: Volunteer) -> HttpResponse:
    return render(request, "volunteers/own.html", _context(volunteer, asks_for="sent" in request.GET))


def _context(volunteer: Volunteer, *, asks_for: bool) -> dict[str, Any]:
    told = own_data.by_part(volunteer.profile)
    status = Status(volunteer.status)
    return {
        "name": volunteer.profile.name,
        "status": status,
        "can": set(open_to(status, Role.VOLUNTEER)) - {Event.CONFIRM},
        "parts": [(part, PARTS[part].heading, told[part]) for part in PARTS],
        "history": own_data.history(volunteer),
        "notes": volunteer.notes.count() + volunteer.checks.count(),
        "questions": [
            (ask, lines(ask.task.facts))
            for ask in volunteer.asks.select_related("task").filter(answer=Answer.WAITING)
        ],
        "tasks": [(ask, lines(ask.task.facts)) for ask in own_data.tasks_said_yes_to(volunteer)],
        "new_address_waits": asks_for,
    }


@own_page
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, volunteer: Volunteer, part: str) -> HttpResponse:
    if part not in PARTS:
        raise Http404
    kind, profile = PARTS[part], volunteer.profile
    form = kind(request.POST if request.method == "POST" else None, initial=kind.initial_from(profile))
    if not (request.method == "POST" and form.is_valid() and _may_be_written_to(form, volunteer)):
        return render(request, "volunteers/change.html", {"form": form, "part": part})
    changed = form.told(profile)
    is_elsewhere = _is_elsewhere(form, volunteer)
    volunteer.tell(changed.with_address(profile.email))
    volunteer.save()
    volunteer.hear()
    if is_elsewhere:
        letters.confirm_new_address(volunteer, changed.email)
        return HttpResponseRedirect(f"{reverse('volunteer_own')}?sent")
    return back_to_own_page()


def _is_elsewhere(form: PartForm, volunteer: Volunteer) -> bool:
    email = form.cleaned_data.get("email")
    return email is not None and hash_of_address(email) != volunteer.email_hash


def _may_be_written_to(form: PartForm, volunteer: Volunteer) -> bool:
    """The address may be anybody's: from here too nobody fills a mailbox that is not theirs."""
    if _is_elsewhere(form, volunteer) and links.enough_wait_to_be_confirmed(volunteer.email_hash):
        form.add_error("email", _("We have just sent several letters. Please try again in half an hour."))
    return form.is_valid()


@own_page
@require_POST
def step(request: HttpRequest, volunteer: Volunteer) -> HttpResponse:
    """Resting, being there again, leaving; what is not possible any more changes nothing."""
    event = request.POST.get("event", "")
    try:
        if event in STEPS:
            STEPS[Event(event)](volunteer)
        elif event == Event.RETURN:
            move(volunteer, Event.RETURN, Role.VOLUNTEER)
    except NotPossible:
        pass
    return back_to_own_page()


@own_page
@require_POST
def answer(request: HttpRequest, volunteer: Volunteer) -> HttpResponse:
    question = found_or_404(volunteer.asks.select_related("volunteer"), request.POST.get("ask"))
    take_answer(question, request.POST.get("answer", ""))
    return back_to_own_page()


@own_page
@require_POST
def hours(request: HttpRequest, volunteer: Volunteer) -> HttpResponse:
    question = found_or_404(volunteer.asks.filter(answer=Answer.CHOSEN), request.POST.get("ask"))
    form = HoursForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data["hours"]
        question.hours = "" if given is None else f"{given.normalize():f}"
        question.save(update_fields=["hours"])
    return back_to_own_page()


@own_page
@require_http_methods(["GET", "HEAD"])
def export(_request: HttpRequest, volunteer: Volunteer) -> HttpResponse:
    response = JsonResponse(
        own_data.export(volunteer), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@own_page
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, volunteer: Volunteer) -> HttpResponse:
    if request.method != "POST":
        return render(request, "volunteers/delete.html")
    leaving.delete(volunteer)
    response = render(request, "volunteers/deleted.html")
    go_out(response)
    return response


@own_page
@require_POST
def close(_request: HttpRequest, _volunteer: Volunteer) -> HttpResponse:
    response = HttpResponseRedirect(reverse("volunteer"))
    go_out(response)
    return response
