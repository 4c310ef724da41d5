"""The list of volunteers, what waits for whom, and each volunteer's sheet."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, F
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from confidential.access import opened, openings
from confidential.desk import DeskRequest
from confidential.enums import AccessReason
from directory.names import country_name
from volunteers import own_data
from volunteers.desk.access import back_to_sheet, for_coordinators, known_volunteer
from volunteers.desk.forms import CheckForm, NoteForm
from volunteers.desk.steps import open_to_coordinator
from volunteers.enums import Skill, Status
from volunteers.models import Check, Coordinator, Note, Volunteer
from volunteers.wording import place

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    volunteer: Volunteer
    name: str
    city: str
    skills: str
    country: str


@dataclass(frozen=True, slots=True)
class Tab:
    value: str
    label: str
    count: int


@for_coordinators
@require_safe
def people(request: DeskRequest) -> HttpResponse:
    status, country = request.GET.get("status", ""), request.GET.get("country", "")
    countries = Coordinator.objects.countries_of(request.user)
    known = Volunteer.objects.known_to(request.user)
    if country in countries:
        known = known.filter(country=country)
    chosen = known.filter(status=status) if status in Status.values else known.overdue(localdate())
    page = Paginator(
        chosen.order_by(F("next_action_on").asc(nulls_last=True), "created_at"), PER_PAGE
    ).get_page(request.GET.get("page"))
    context = {
        "rows": [row(volunteer) for volunteer in page],
        "page": page,
        "tabs": tabs(known),
        "status": status,
        "country": country,
        "countries": [(code, country_name(code)) for code in countries],
    }
    return render(request, "volunteers/desk/people.html", context)


def row(volunteer: Volunteer) -> Row:
    profile = volunteer.profile
    return Row(
        volunteer,
        profile.name,
        place(profile.city, profile.city_slug),
        ", ".join(str(Skill(skill).label) for skill in profile.skills),
        country_name(volunteer.country_id),
    )


def tabs(known: Any) -> list[Tab]:
    """First what is overdue, then each status but that of addresses not confirmed, which nobody is shown."""
    counts = dict(known.values_list("status").annotate(number=Count("pk")))
    return [
        Tab("", _("Overdue"), known.overdue(localdate()).count()),
        *(
            Tab(status, str(status.label), counts.get(status, 0))
            for status in Status
            if status is not Status.NEW
        ),
    ]


@for_coordinators
@require_safe
@transaction.atomic
def sheet(request: DeskRequest, pk: Any) -> HttpResponse:
    return show_sheet(request, known_volunteer(request, pk))


def reason_to_open(volunteer: Volunteer) -> AccessReason:
    is_second = volunteer.status == Status.APPROVED
    return AccessReason.SECOND_OPINION if is_second else AccessReason.WORK


def show_sheet(
    request: DeskRequest,
    volunteer: Volunteer,
    check: CheckForm | None = None,
    note: NoteForm | None = None,
) -> HttpResponse:
    """Whichever way it is come to, it is noted who read it: a refused form shows all of it again."""
    opened(request.user, volunteer, why=reason_to_open(volunteer))
    context = {
        "volunteer": volunteer,
        "name": volunteer.profile.name,
        "told": own_data.by_part(volunteer.profile).values(),
        "country": country_name(volunteer.country_id),
        "steps": open_to_coordinator(volunteer, request.user),
        "history": volunteer.steps_taken.select_related("by"),
        "checks": volunteer.checks.select_related("by"),
        "approvals": volunteer.approvals.select_related("by"),
        "notes": volunteer.notes.select_related("by"),
        "asks": volunteer.asks.select_related("task"),
        "openings": openings(volunteer),
        "check_form": check or CheckForm(prefix="check"),
        "note_form": note or NoteForm(prefix="note"),
    }
    return render(request, "volunteers/desk/sheet.html", context)


@for_coordinators
@require_POST
@transaction.atomic
def add_check(request: DeskRequest, pk: Any) -> HttpResponse:
    volunteer = known_volunteer(request, pk)
    form = CheckForm(request.POST, prefix="check")
    if not form.is_valid():
        return show_sheet(request, volunteer, check=form)
    Check.objects.create(volunteer=volunteer, by=request.user, **form.cleaned_data)
    messages.success(request, _("Written down."))
    return back_to_sheet(volunteer)


@for_coordinators
@require_POST
@transaction.atomic
def add_note(request: DeskRequest, pk: Any) -> HttpResponse:
    volunteer = known_volunteer(request, pk)
    form = NoteForm(request.POST, prefix="note")
    if not form.is_valid():
        return show_sheet(request, volunteer, note=form)
    Note.objects.create(volunteer=volunteer, by=request.user, text=form.cleaned_data["text"])
    if remind_on := form.cleaned_data["next_action_on"]:
        volunteer.next_action_on = remind_on
        volunteer.save(update_fields=["next_action_on"])
    messages.success(request, _("Written down."))
    return back_to_sheet(volunteer)
