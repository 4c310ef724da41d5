"""Four eyes: asking to open a case of another country, and letting somebody."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casework.asking_to_open import allow, ask
from casework.desk.access import for_caseworkers
from casework.desk.forms import ReasonForm
from casework.models import AccessRequest, Case
from confidential.desk import DeskRequest


@for_caseworkers
@require_http_methods(["GET", "HEAD", "POST"])
def ask_to_open(request: DeskRequest, key: UUID) -> HttpResponse:
    case = get_object_or_404(Case.objects.defer("told"), pk=key)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        ask(case, request.user, form.cleaned_data["reason"])
        messages.success(request, _("Asked. A caseworker of that country decides."))
        return HttpResponseRedirect(reverse("case_requests"))
    return render(request, "casework/desk/ask.html", {"case": case, "form": form})


@for_caseworkers
@require_safe
def requests(request: DeskRequest) -> HttpResponse:
    context = {
        "for_me": AccessRequest.objects.for_approval_by(request.user).select_related("case", "asked_by"),
        "mine": AccessRequest.objects.live().filter(asked_by=request.user).select_related("case"),
    }
    return render(request, "casework/desk/requests.html", context)


@for_caseworkers
@require_POST
@transaction.atomic
def approve_request(request: DeskRequest, key: UUID) -> HttpResponse:
    if allow(key, request.user):
        messages.success(request, _("They may open it for 24 hours."))
    return HttpResponseRedirect(reverse("case_requests"))
