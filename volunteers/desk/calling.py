"""What the coordinators of a country say on the public page, in the site's languages."""

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from confidential.desk import DeskRequest
from directory.names import country_name
from volunteers.desk.access import for_coordinators
from volunteers.desk.forms import WantedForm
from volunteers.models import Coordinator, Wanted


@for_coordinators
@require_safe
def callings(request: DeskRequest) -> HttpResponse:
    countries = Coordinator.objects.countries_of(request.user)
    if len(countries) == 1:
        return HttpResponseRedirect(reverse("volunteers_wanted", args=countries))
    context = {"countries": [(code, country_name(code)) for code in countries]}
    return render(request, "volunteers/desk/callings.html", context)


@for_coordinators
@require_http_methods(["GET", "HEAD", "POST"])
def wanted(request: DeskRequest, country: str) -> HttpResponse:
    country = country.upper()
    if country not in Coordinator.objects.countries_of(request.user):
        raise Http404
    there = dict(Wanted.objects.filter(country=country).values_list("language", "text"))
    form = WantedForm(request.POST if request.method == "POST" else None, initial=there)
    if request.method == "POST" and form.is_valid():
        save(country, form.cleaned_data)
        messages.success(request, _("Saved. It is on the public page."))
        return HttpResponseRedirect(reverse("volunteers_wanted", args=[country]))
    return render(request, "volunteers/desk/wanted.html", {"form": form, "country": country_name(country)})


@transaction.atomic
def save(country: str, texts: dict[str, str]) -> None:
    for language, _name in settings.LANGUAGES:
        if texts[language]:
            Wanted.objects.update_or_create(
                country_id=country, language=language, defaults={"text": texts[language]}
            )
        else:
            Wanted.objects.filter(country=country, language=language).delete()
