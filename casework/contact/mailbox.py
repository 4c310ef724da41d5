"""The mailbox: what a receipt code opens. Every page of it is the answer to a form with the sealed key."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casework import answering, introducing
from casework.contact.forms import CHANGED, AnswerForm, CodeForm, FamilyLetterForm, MessageForm
from casework.contact.keys import case_of, key_to, note_reading, once, without_cookie
from casework.downloads import download
from casework.enums import Answer, Kind
from casework.models import Case, Consent, Introduction
from casework.opening import change_told
from casework.withdrawing import withdraw_case
from casework.writing import pass_on, person_writes
from confidential.receipts import fingerprint
from confidential.throttles import guess_allowed, guess_was_right

_WRONG = _("We know no such code. Please look at each digit once more.")
_TOO_OFTEN = _("Too many wrong codes came from here. Please try again in an hour.")
_CLOSED = _("The mailbox closed itself because it lay open for long. Enter your code to go on.")

Page = Callable[..., HttpResponse]


def in_mailbox(view: Page) -> Page:
    """For whoever sends the key; everybody else is asked for the code, and keeps what they had written."""

    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        case = case_of(request) if request.method == "POST" else None
        if case is None:
            return _ask_for_code(request, closed="key" in request.POST)
        return view(request, case, **kwargs)

    return require_http_methods(["GET", "HEAD", "POST"])(without_cookie(opened))


@require_http_methods(["GET", "HEAD", "POST"])
@without_cookie
def enter(request: HttpRequest) -> HttpResponse:
    """With the code, or, to look again, with the key."""
    if "code" not in request.POST:
        case = case_of(request) if request.method == "POST" else None
        return show(request, case) if case else _ask_for_code(request, closed="key" in request.POST)
    form = CodeForm(request.POST)
    if form.is_valid() and (case := _case_behind(request, form)):
        return show(request, case, message=MessageForm(initial={"text": form.cleaned_data["text"]}))
    return render(request, "casework/code.html", {"form": form})


def _case_behind(request: HttpRequest, form: CodeForm) -> Case | None:
    if not guess_allowed(request):
        form.add_error("code", _TOO_OFTEN)
        return None
    case = Case.objects.filter(receipt=fingerprint(form.cleaned_data["code"])).first()
    if case is None:
        form.add_error("code", _WRONG)
    else:
        guess_was_right(request)
    return case


def _ask_for_code(request: HttpRequest, *, closed: bool) -> HttpResponse:
    text = request.POST.get("text") or request.POST.get("words", "")
    form = CodeForm(initial={"text": text})
    return render(request, "casework/code.html", {"form": form, "notice": _CLOSED if closed else ""})


def show(request: HttpRequest, case: Case, **forms: Any) -> HttpResponse:
    """The one page of a mailbox; `forms` are those that came back with an error, by name."""
    note_reading(case)
    context = {
        "case": case,
        "key": key_to(case),
        "once": once(),
        "messages": case.messages.prefetch_related("attachments"),
        "message": MessageForm(),
        **(_family(case) if case.is_family else {}),
        **forms,
    }
    return render(request, "casework/mailbox.html", context)


def _family(case: Case) -> dict[str, Any]:
    """The same questions to the database whatever there is on the other side."""
    consent = Consent.objects.filter(case=case).first()
    if consent and consent.until <= now():
        consent = None
    initial = {"answer": consent.answer, **consent.shares} if consent else {}
    return {
        "consent": consent,
        "is_due": answering.is_due(consent, now()),
        "answer": AnswerForm(initial=initial),
        "family_letter": FamilyLetterForm(),
        "meetings": [
            {
                "introduction": introduction,
                "shown": introduction.meeting.shown_to(introduction.side_of(case)),
                "side": introduction.side_of(case),
                "letters": introduction.meeting.letters.all(),
            }
            for introduction in Introduction.objects.of(case.pk).between_people().select_related("meeting")
        ],
    }


@in_mailbox
def write(request: HttpRequest, case: Case) -> HttpResponse:
    form = MessageForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, case, message=form)
    person_writes(case.pk, request.POST.get("once", ""), form.cleaned_data["text"], form.cleaned_data["file"])
    return show(request, case, done=_("Your message is with us."))


@in_mailbox
def fetch(request: HttpRequest, case: Case) -> HttpResponse:
    return download(case, request.POST.get("file", ""))


@in_mailbox
def answer(request: HttpRequest, case: Case) -> HttpResponse:
    if not case.is_family:
        raise Http404
    if "take_back" in request.POST:
        answering.withdraw(case.pk)
        return show(request, case, done=_("Your answer is taken back."))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return show(request, case, answer=form)
    answering.answer(case.pk, Answer(form.cleaned_data["answer"]), form.shares())
    return show(request, case, done=_("Your answer is kept. It holds for 90 days."))


@in_mailbox
def write_to_them(request: HttpRequest, case: Case) -> HttpResponse:
    form = FamilyLetterForm(request.POST)
    if not form.is_valid():
        return show(request, case, family_letter=form)
    pass_on(case, _introduction(request), request.POST.get("once", ""), form.cleaned_data["words"])
    return show(request, case, done=_("Your words are passed on."))


@in_mailbox
def end(request: HttpRequest, case: Case) -> HttpResponse:
    introducing.end(case.pk, _introduction(request))
    return show(request, case, done=_("It is ended. What you shared with each other is erased here."))


@in_mailbox
def change(request: HttpRequest, case: Case) -> HttpResponse:
    """What was told at first: to look at, and to correct."""
    form_class = CHANGED[Kind(case.kind)]
    form = form_class(request.POST) if "save" in request.POST else form_class(initial=case.told)
    if form.is_bound and form.is_valid():
        change_told(case.pk, form.told())
        case.refresh_from_db()
        return show(request, case, done=_("What you told us is changed."))
    return render(request, "casework/change.html", {"form": form, "key": key_to(case)})


@in_mailbox
def withdraw(request: HttpRequest, case: Case) -> HttpResponse:
    if "sure" not in request.POST:
        return render(request, "casework/withdraw.html", {"key": key_to(case)})
    withdraw_case(case.pk)
    return render(request, "casework/withdrawn.html")


def _introduction(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("introduction", ""))
    except ValueError as error:
        raise Http404 from error
