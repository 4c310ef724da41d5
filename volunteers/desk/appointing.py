"""Administrators say who coordinates; each appointment and each dismissal is recorded, their own too."""

from django.contrib import messages
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from confidential.access import opened
from confidential.desk import DeskRequest, for_administrators
from confidential.enums import AccessReason
from directory.names import country_name
from volunteers.desk.forms import AppointForm
from volunteers.models import Coordinator

# May log in to the admin, and nothing else.
GROUP = "Coordinators"


@for_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def coordinators(request: DeskRequest) -> HttpResponse:
    form = AppointForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        appoint(form.cleaned_data["username"], form.cleaned_data["country"], by=request.user)
        messages.success(request, _("Appointed."))
        return HttpResponseRedirect(reverse("volunteers_coordinators"))
    rows = [
        (each, each.user.get_username(), country_name(each.country_id))
        for each in Coordinator.objects.select_related("user").order_by("country", "user__username")
    ]
    return render(request, "volunteers/desk/coordinators.html", {"form": form, "rows": rows})


@transaction.atomic
def appoint(user: User, country: str, by: User) -> None:
    row, _is_new = Coordinator.objects.get_or_create(user=user, country_id=country)
    user.groups.add(Group.objects.get(name=GROUP))
    opened(by, row, why=AccessReason.APPOINTMENT)


@for_administrators
@require_POST
@transaction.atomic
def dismiss(request: DeskRequest, number: int) -> HttpResponse:
    row = get_object_or_404(Coordinator.objects.select_related("user"), pk=number)
    opened(request.user, row, why=AccessReason.APPOINTMENT)
    user = row.user
    row.delete()
    if not Coordinator.objects.filter(user=user).exists():
        user.groups.remove(Group.objects.get(name=GROUP))
    messages.success(request, _("Dismissed."))
    return HttpResponseRedirect(reverse("volunteers_coordinators"))
