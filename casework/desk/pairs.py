"""Two cases that may belong together, side by side: for caseworkers who may open both."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.answering import next_round
from casework.consent import Refused, allows
from casework.desk.access import case_open_to, for_caseworkers
from casework.desk.cases import told
from casework.enums import Event, Kind, State
from casework.introducing import facts_for, live_consents, propose, step
from casework.matching import Match, compare, possible_matches
from casework.models import Case, Introduction
from confidential.access import opened
from confidential.desk import DeskRequest
from confidential.enums import AccessReason

# What the page of two offers, with the words on its buttons.
OFFERED = (Event.ASK, Event.APPROVE, Event.TAKE_BACK, Event.DROP)


@for_caseworkers
@require_safe
@transaction.atomic
def matches(request: DeskRequest) -> HttpResponse:
    mine = set(Case.objects.open_to(request.user).of_families().values_list("pk", flat=True))
    under_way = Introduction.objects.filter(search__in=mine) | Introduction.objects.filter(
        registration__in=mine
    )
    found = possible_matches(request.user)
    _record_those_abroad(request.user, found)
    context = {
        "matches": [(match, _locked(match, mine)) for match in found],
        "under_way": under_way.select_related("search", "registration").order_by("-changed_at"),
    }
    return render(request, "casework/desk/matches.html", context)


def _record_those_abroad(user: User, found: list[Match]) -> None:
    """That names meet says how somebody is called: as with a look-up, each case that is named is recorded."""
    own = set(user.casework.values_list("country", flat=True))
    for case in {case for match in found for case in (match.search, match.registration)}:
        if case.country not in own:
            opened(user, case, AccessReason.MATCHING)


def _locked(match: Match, mine: set[UUID]) -> list[Case]:
    """Those of the two that have to be asked for first."""
    return [case for case in (match.search, match.registration) if case.pk not in mine]


@for_caseworkers
@require_POST
def propose_pair(request: DeskRequest, search: UUID, registration: UUID) -> HttpResponse:
    found = Case.objects.open_to(request.user).of_families().in_bulk([search, registration])
    if found.keys() != {search, registration}:
        raise Http404
    try:
        introduction = propose(request.user, found[search], found[registration])
    except Refused:
        messages.error(request, _("This cannot be done any more. Look again."))
        return HttpResponseRedirect(reverse("case_matches"))
    return HttpResponseRedirect(reverse("case_pair", args=[introduction.pk]))


@for_caseworkers
@require_safe
@transaction.atomic
def pair(request: DeskRequest, key: UUID) -> HttpResponse:
    introduction = get_object_or_404(Introduction.objects.select_related("first_approver"), pk=key)
    search = case_open_to(request.user, introduction.search_id, AccessReason.MATCHING)
    registration = case_open_to(request.user, introduction.registration_id, AccessReason.MATCHING)
    consents = live_consents(introduction)
    context = {
        "introduction": introduction,
        "match": compare(search, registration),
        "sides": [_side(case, consents) for case in (search, registration)],
        "offered": _offered(introduction, request),
        "next_round": next_round(now()),
    }
    return render(request, "casework/desk/pair.html", context)


def _side(case: Case, consents: dict[Kind, Any]) -> dict[str, Any]:
    """Whether there is a yes; a no and silence are one to caseworkers too."""
    consent = consents.get(Kind(case.kind))
    return {
        "case": case,
        "facts": told(case),
        "consents": consent is not None,
        "until": consent and consent.until,
    }


def _offered(introduction: Introduction, request: DeskRequest) -> list[Event]:
    facts = facts_for(introduction, request.user)
    return [event for event in OFFERED if allows(State(introduction.state), event, facts)]


@for_caseworkers
@require_POST
def take_step(request: DeskRequest, key: UUID) -> HttpResponse:
    event = next((event for event in OFFERED if event == request.POST.get("step")), None)
    if event is None or not Introduction.objects.filter(pk=key).exists():
        raise Http404
    try:
        step(key, event, request.user)
    except Refused:
        messages.error(request, _("This cannot be done any more. Look again."))
    return HttpResponseRedirect(reverse("case_pair", args=[key]))
