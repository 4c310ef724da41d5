"""Looking up a case, with a form, so that neither a code nor a name stands in an address."""

from django.contrib.auth.models import User
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from casework.desk.access import for_caseworkers
from casework.desk.forms import FindForm
from casework.matching import cases_named
from casework.models import Case
from confidential.desk import DeskRequest
from confidential.receipts import fingerprint


@for_caseworkers
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: DeskRequest) -> HttpResponse:
    form = FindForm(request.POST if request.method == "POST" else None)
    found = _found(request.user, **form.cleaned_data) if form.is_bound and form.is_valid() else None
    return render(request, "casework/desk/find.html", {"form": form, "found": found})


def _found(user: User, code: str, name: str) -> list[tuple[Case, bool]]:
    """With whether the user may open it; of the others no more is said than kind and country."""
    wanted = Q(pk__in=cases_named(name)) if name else Q()
    wanted &= Q(receipt=fingerprint(code)) if code else Q()
    mine = set(Case.objects.open_to(user).filter(wanted).values_list("pk", flat=True))
    return [(case, case.pk in mine) for case in Case.objects.filter(wanted).defer("told")]
