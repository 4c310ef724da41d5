"""Where the links of our letters lead.

Looking at such a page does nothing, pressing its button does: programs that look through mail follow links,
and press nothing.
"""

from datetime import timedelta

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from confidential.pages import confidential_page
from confidential.throttles import allow
from confidential.traps import Verdict, spend
from volunteers import asking, signing_up
from volunteers.enums import Answer, LinkPurpose
from volunteers.forms import AddressForm
from volunteers.links import found
from volunteers.links import spend as spend_link
from volunteers.models import Ask, Link
from volunteers.pages import presence
from volunteers.wording import lines

HOUR = timedelta(hours=1)
LETTERS_AN_HOUR = 20


def gone(request: HttpRequest) -> HttpResponse:
    """The same for a link that was used, is too old, or never was."""
    return render(request, "volunteers/gone.html", status=404)


@confidential_page
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    link = found(token, LinkPurpose.CONFIRM)
    if link is None:
        return gone(request)
    if request.method != "POST":
        return render(request, "volunteers/confirm.html")
    confirmed = signing_up.confirm(link)
    if confirmed is None:
        return gone(request)
    response = HttpResponseRedirect(reverse("volunteer_own"))
    presence.enter(response, confirmed)
    return response


@confidential_page
@require_http_methods(["GET", "HEAD", "POST"])
def open_own_page(request: HttpRequest, token: str) -> HttpResponse:
    link = found(token, LinkPurpose.OPEN)
    if link is None:
        return gone(request)
    if request.method != "POST":
        return render(request, "volunteers/open.html")
    return _enter(request, link)


@transaction.atomic
def _enter(request: HttpRequest, link: Link) -> HttpResponse:
    if not spend_link(link):
        return gone(request)
    link.volunteer.hear()
    response = HttpResponseRedirect(reverse("volunteer_own"))
    presence.enter(response, link.volunteer)
    return response


@confidential_page
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    link = found(token, LinkPurpose.ANSWER)
    if link is None or link.ask is None:
        return gone(request)
    if request.method != "POST":
        return show_question(request, link.ask)
    take_answer(link.ask, request.POST.get("answer", ""))
    link.ask.refresh_from_db()
    return show_question(request, link.ask)


def take_answer(question: Ask, said: str) -> None:
    if said == "yes":
        asking.say_yes(question)
    elif said == "no":
        asking.say_no(question)


def show_question(request: HttpRequest, question: Ask) -> HttpResponse:
    context = {
        "lines": lines(question.task.facts),
        "answer": Answer(question.answer),
        "waits": question.answer == Answer.WAITING,
    }
    return render(request, "volunteers/answer.html", context)


@confidential_page
@require_http_methods(["GET", "HEAD", "POST"])
def way_in(request: HttpRequest) -> HttpResponse:
    """A link to the own page, sent to an address that we know; for others the page says the same."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "volunteers/way_in.html", {"form": form})
    if not allow("volunteer's own page", request, limit=LETTERS_AN_HOUR, period=HOUR):
        form.add_error(None, _("Too many forms came from your connection. Please send it again in an hour."))
        return render(request, "volunteers/way_in.html", {"form": form}, status=429)
    if form.verdict is Verdict.PERSON and spend(form.nonce):
        signing_up.ask_for_own_page(form.cleaned_data["email"])
    return HttpResponseRedirect(reverse("volunteer_way_in_sent"))


@confidential_page
@require_http_methods(["GET", "HEAD"])
def way_in_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "volunteers/way_in_sent.html")
