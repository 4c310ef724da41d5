"""Signing up in four short parts, back and forth, without script."""

from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from confidential.pages import confidential_page
from confidential.throttles import allow
from confidential.traps import GuardedForm, Verdict, spend
from volunteers.forms import PartForm
from volunteers.models import Coordinator
from volunteers.pages.progress import NAMES, Progress, profile_of
from volunteers.signing_up import sign_up

HOUR = timedelta(hours=1)


@confidential_page
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return begin(request)
    name = request.POST.get("part", "")
    progress, is_whole = Progress.read(request)
    if name not in NAMES:
        return show(request, progress, NAMES[0])
    progress.keep(name, request.POST)
    if not is_whole:
        return start_over(request, progress, name)
    if "back" in request.POST:
        return show(request, progress, NAMES[max(NAMES.index(name) - 1, 0)])
    return go_on(request, progress, name)


def begin(request: HttpRequest) -> HttpResponse:
    if not Coordinator.objects.someone_answers_in():
        return render(request, "volunteers/nowhere.html")
    return show(request, Progress.begin(), NAMES[0])


def go_on(request: HttpRequest, progress: Progress, name: str) -> HttpResponse:
    if name == NAMES[-1]:
        return send(request, progress, name)
    form = progress.judged(name)
    if not form.is_valid():
        return show(request, progress, name, form)
    return show(request, progress, NAMES[NAMES.index(name) + 1])


def send(request: HttpRequest, progress: Progress, name: str) -> HttpResponse:
    form = progress.judged_and_guarded(request.POST)
    earlier = progress.judged_before(name)
    for part, judged in earlier.items():
        if not judged.is_valid():
            return show(request, progress, part, judged)
    if not form.is_valid():
        return show(request, progress, name, form)
    if not allow("volunteer's sign-up", request, limit=settings.SIGN_UPS_AN_HOUR, period=HOUR):
        form.add_error(None, _("Too many forms came from your connection. Please send it again in an hour."))
        response = show(request, progress, name, form)
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        return response
    take_in([*earlier.values(), form])
    return HttpResponseRedirect(reverse("volunteer_sent"))


def take_in(forms: list[PartForm]) -> None:
    """A machine, or the same form twice, sees the same page, and nothing comes of it."""
    guard: GuardedForm = forms[-1]  # type: ignore[assignment]
    if guard.verdict is not Verdict.PERSON:
        return
    with transaction.atomic():
        if spend(guard.nonce):
            sign_up(profile_of(forms))


def start_over(request: HttpRequest, progress: Progress, name: str) -> HttpResponse:
    """The page lay open for more than a day, or was altered: what was on it last is all there is."""
    form = progress.judged(NAMES[0]) if name == NAMES[0] else progress.as_typed(NAMES[0])
    return show(request, progress, NAMES[0], form, is_late=True)


def show(
    request: HttpRequest,
    progress: Progress,
    name: str,
    form: PartForm | None = None,
    *,
    is_late: bool = False,
) -> HttpResponse:
    context = {
        "form": form or progress.as_typed(name),
        "part": name,
        "number": NAMES.index(name) + 1,
        "last": len(NAMES),
        "progress": progress.sealed(),
        "is_late": is_late,
    }
    return render(request, "volunteers/join.html", context)


@confidential_page
@require_http_methods(["GET", "HEAD"])
def sent(request: HttpRequest) -> HttpResponse:
    """The same for everybody: whether an address is known is nobody's business."""
    return render(request, "volunteers/sent.html")
