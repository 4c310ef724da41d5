"""Who may open the desk, and which volunteers."""

from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from confidential.desk import only_for
from volunteers.models import Coordinator, Volunteer


def is_coordinator(user: User | AnonymousUser) -> bool:
    return bool(Coordinator.objects.countries_of(user))


for_coordinators = only_for(is_coordinator)


def known_volunteer(request: HttpRequest, pk: object) -> Volunteer:
    """Those of another country are not there: whoever looks after them is asked."""
    return get_object_or_404(Volunteer.objects.known_to(request.user), pk=pk)


def back_to_sheet(volunteer: Volunteer) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("volunteers_sheet", args=[volunteer.pk]))
