"""The three short forms, each of them one page and one receipt."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.contact.forms import NEW, NewCase
from casework.contact.keys import without_cookie
from casework.contact.wording import ABOUT
from casework.enums import Kind
from casework.opening import open_case
from casework.teams import team_choices
from confidential.pages import confidential_page
from confidential.receipts import receipt_for, shown
from confidential.throttles import allow
from confidential.traps import Verdict

_PERIOD = timedelta(hours=1)
TOO_MANY = _("Too many forms were sent from here. Please try again in an hour.")


@require_safe
@confidential_page
def front(request: HttpRequest) -> HttpResponse:
    return render(request, "casework/front.html", {"forms": ABOUT.values()})


@require_http_methods(["GET", "HEAD", "POST"])
@without_cookie
def new_case(request: HttpRequest, kind: Kind) -> HttpResponse:
    form = NEW[kind](request.POST or None)
    if request.method == "POST" and form.is_valid() and _is_taken_in(request, form, kind):
        return render(request, "casework/receipt.html", {"code": shown(receipt_for(form.nonce))})
    context = {"form": form, "about": ABOUT[kind], "somebody_reads": bool(team_choices())}
    return render(request, "casework/new.html", context)


def _is_taken_in(request: HttpRequest, form: NewCase, kind: Kind) -> bool:
    """A machine, and a second click, are shown what a person sees, and nothing else happens."""
    if form.verdict is not Verdict.PERSON:
        return True
    if not allow("casework form", request, limit=settings.CONTACT_FORMS_AN_HOUR, period=_PERIOD):
        form.add_error(None, TOO_MANY)
        return False
    country = form.cleaned_data["country"]
    open_case(form.nonce, kind, country, get_language() or settings.LANGUAGE_CODE, form.told())
    return True
