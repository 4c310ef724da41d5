"""Administrators say who is a caseworker; each appointment and each dismissal is recorded, their own too."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casework.appointing import appoint, dismiss
from casework.desk.forms import AppointForm
from casework.models import Caseworker
from confidential.desk import DeskRequest, for_administrators
from directory.names import country_name


@for_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: DeskRequest) -> HttpResponse:
    form = AppointForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        appoint(given["username"], given["country"], given["languages"], by=request.user)
        messages.success(request, _("Appointed."))
        return HttpResponseRedirect(reverse("caseworkers"))
    workers = Caseworker.objects.select_related("user")
    rows = [(worker, country_name(worker.country)) for worker in workers]
    return render(request, "casework/desk/people.html", {"form": form, "rows": rows})


@for_administrators
@require_POST
def dismiss_caseworker(request: DeskRequest, key: UUID) -> HttpResponse:
    if dismiss(key, by=request.user):
        messages.success(request, _("Dismissed."))
    return HttpResponseRedirect(reverse("caseworkers"))
