"""Looking up a case, with a form, so that neither a code nor a name stands in an address."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from casework.contact.views import TOO_MANY
from casework.desk.access import for_caseworkers
from casework.desk.forms import FindForm
from casework.matching import cases_named
from casework.models import Case
from confidential.access import opened
from confidential.desk import DeskRequest
from confidential.enums import AccessReason
from confidential.receipts import fingerprint
from confidential.throttles import allow_user

# More than an hour at the desk needs, and too few to go through a list of names.
LOOK_UPS = 30
_PERIOD = timedelta(hours=1)


@for_caseworkers
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: DeskRequest) -> HttpResponse:
    form = FindForm(request.POST if request.method == "POST" else None)
    asks = form.is_bound and form.is_valid() and _is_allowed(request.user, form)
    found = _found(request.user, **form.cleaned_data) if asks else None
    return render(request, "casework/desk/find.html", {"form": form, "found": found})


def _is_allowed(user: User, form: FindForm) -> bool:
    if allow_user("casework look-up", user, limit=LOOK_UPS, period=_PERIOD):
        return True
    form.add_error("code", TOO_MANY)
    return False


@transaction.atomic
def _found(user: User, code: str, name: str) -> list[tuple[Case, bool]]:
    """With whether the user may open it; of the others no more is said than kind and country.

    That somebody of this name wrote to us at all is confidential: each case that is named is recorded.
    """
    wanted = Q(pk__in=cases_named(name)) if name else Q()
    wanted &= Q(receipt=fingerprint(code)) if code else Q()
    mine = set(Case.objects.open_to(user).filter(wanted).values_list("pk", flat=True))
    found = list(Case.objects.filter(wanted).defer("told"))
    for case in found:
        opened(user, case, AccessReason.MATCHING)
    return [(case, case.pk in mine) for case in found]
