"""Scripts, letters that turn the line around and ends of lines, in every field of every form of casework."""

from collections.abc import Callable, Iterator
from inspect import isclass
from typing import Any

import pytest
from django import forms
from django.contrib.auth.models import User
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from casework import introducing
from casework.contact import forms as contact
from casework.contact.keys import once
from casework.desk import forms as desk
from casework.enums import Event
from casework.fields import PlainField, YearField
from casework.models import Case, Introduction
from confidential.models import QueuedLetter
from tests.casework.desks import browser_of
from tests.casework.mailboxes import Mailbox
from tests.casework.test_forms import open_form
from tests.factories import CountryFactory
from tests.factories.casework import CaseFactory, caseworker, consent
from volunteers.models import Coordinator

pytestmark = pytest.mark.django_db
TURNED_AROUND = "\u202e"
HOSTILE = f"<script>alert(1)</script>{TURNED_AROUND}evil\r\nBcc: all@example.org"
HOSTILE_FILE = f"<script>alert(1)</script>{TURNED_AROUND}\r\nBcc: all@example.org.txt"
HELP, SEARCH, REGISTRATION = "1" * 16, "2" * 16, "3" * 16


class Scene:
    """A request for help, and two relatives who were brought together; a caseworker who coordinates too."""

    def __init__(self) -> None:
        self.worker, second = caseworker("DE"), caseworker("DE")
        Coordinator.objects.create(user=self.worker, country=CountryFactory(code="DE"))
        self.root = User.objects.create_superuser("root")
        self.stranger = caseworker("FR")
        self.help = CaseFactory(code=HELP)
        pair = CaseFactory(code=SEARCH, search=True), CaseFactory(code=REGISTRATION, registration=True)
        for case in pair:
            consent(case)
        introduction = introducing.propose(self.worker, *pair)
        for user, event in ((self.worker, Event.ASK), (self.worker, Event.APPROVE), (second, Event.APPROVE)):
            introducing.step(introduction.pk, event, user)

        self.desk = browser_of(self.worker)

    def new(self, form: str, **sent: Any) -> HttpResponse:
        browser = Client(headers={"sec-fetch-site": "same-origin"})
        return browser.post(f"/en/contact/{form}/", open_form(browser, form, **sent))

    def enter(self, **sent: Any) -> HttpResponse:
        return Mailbox(HELP).send("", **{"code": HELP} | sent)

    def in_mailbox(self, code: str, step: str, **sent: Any) -> HttpResponse:
        return Mailbox(code).do(step, **sent).last

    def change(self, code: str, **sent: Any) -> HttpResponse:
        told = {"text": "x", "name": "Ali Karimi", "own_name": "Maryam", "save": "1"}
        return self.in_mailbox(code, "change/", **told | sent)

    def answer(self, **sent: Any) -> HttpResponse:
        return self.in_mailbox(SEARCH, "answer/", **{"answer": "yes", "share_name": "Maryam"} | sent)

    def to_them(self, **sent: Any) -> HttpResponse:
        between = str(Introduction.objects.get().pk)
        return self.in_mailbox(SEARCH, "them/", introduction=between, **sent)

    def at_the_desk(self, step: str, **sent: Any) -> HttpResponse:
        return self.desk.post(reverse(step, args=[self.help.pk]), sent)

    def hand_over(self, **sent: Any) -> HttpResponse:
        return self.at_the_desk("case_hand_over", **{"to": self.worker.pk, "note": "x"} | sent)

    def ask_to_open(self, **sent: Any) -> HttpResponse:
        return browser_of(self.stranger).post(reverse("case_ask", args=[self.help.pk]), sent)

    def appoint(self, **sent: Any) -> HttpResponse:
        given = {"username": self.worker.username, "country": "FR", "languages": ["fa"]} | sent
        return browser_of(self.root).post(reverse("caseworkers"), given)

    def pages_of_others(self) -> Iterator[HttpResponse]:
        """Wherever what was sent may be read later."""
        for name in ("case_desk", "case_matches", "case_requests"):
            yield self.desk.get(reverse(name))
        for case in Case.objects.all():
            yield self.desk.get(reverse("case", args=[case.pk]))
        for code in (HELP, SEARCH, REGISTRATION):
            yield Mailbox(code).last


WAYS: dict[type[forms.Form], Callable[..., HttpResponse]] = {
    contact.HelpForm: lambda scene, **sent: scene.new("help", **sent),
    contact.SearchForm: lambda scene, **sent: scene.new("look", **sent),
    contact.RegistrationForm: lambda scene, **sent: scene.new("found", **sent),
    contact.HelpFields: lambda scene, **sent: scene.change(HELP, **sent),
    contact.SearchFields: lambda scene, **sent: scene.change(SEARCH, **sent),
    contact.RegistrationFields: lambda scene, **sent: scene.change(REGISTRATION, **sent),
    contact.CodeForm: lambda scene, **sent: scene.enter(**sent),
    contact.MessageForm: lambda scene, **sent: scene.in_mailbox(HELP, "write/", **sent),
    contact.FamilyLetterForm: lambda scene, **sent: scene.to_them(**sent),
    contact.AnswerForm: lambda scene, **sent: scene.answer(**sent),
    desk.ReplyForm: lambda scene, **sent: scene.at_the_desk(
        "case_write", **{"once": once(), "text": "x"} | sent
    ),
    desk.HandOverForm: lambda scene, **sent: scene.hand_over(**sent),
    desk.TaskFromCaseForm: lambda scene, **sent: scene.desk.post(reverse("volunteers_new_task"), sent),
    desk.FindForm: lambda scene, **sent: scene.desk.post(reverse("case_find"), sent),
    desk.ReasonForm: lambda scene, **sent: scene.ask_to_open(**sent),
    desk.FilterForm: lambda scene, **sent: scene.desk.get(reverse("case_desk"), sent),
    desk.AppointForm: lambda scene, **sent: scene.appoint(**sent),
}


def hostile(field: forms.Field) -> Any:
    if isinstance(field, forms.FileField):
        return SimpleUploadedFile(HOSTILE_FILE, HOSTILE.encode(), "text/plain")
    return HOSTILE


def is_kept(field: forms.Field) -> bool:
    """Words and files; whatever else is no choice, no year and no seal is refused."""
    is_text = isinstance(field, PlainField) and not isinstance(field, YearField)
    return is_text or isinstance(field, forms.FileField)


@pytest.mark.parametrize("form", WAYS, ids=lambda form: form.__name__)
def test_hostile_words_are_words_or_refused(form: type[forms.Form], settings) -> None:
    settings.CONTACT_FORMS_AN_HOUR = 100
    scene = Scene()
    for name, field in form.base_fields.items():
        answer = WAYS[form](scene, **{name: hostile(field)})
        assert answer.status_code in {200, 302}, name
        assert not [header for header, value in answer.items() if "Bcc" in header or "\n" in value], name
        assert b"<script>alert(1)" not in answer.content, name
    WAYS[form](scene, **{name: hostile(field) for name, field in form.base_fields.items() if is_kept(field)})
    for page in scene.pages_of_others():
        assert page.status_code == 200
        assert b"<script>alert(1)" not in page.content
        assert TURNED_AROUND not in page.content.decode()
    assert not QueuedLetter.objects.exists()
    assert mail.outbox == []


def test_no_form_is_left_out() -> None:
    """One that only others are made of is tried with these."""
    known = {base for form in WAYS for base in form.__mro__}
    there = {
        form
        for module in (contact, desk)
        for form in vars(module).values()
        if isclass(form) and issubclass(form, forms.BaseForm) and form.__module__ == module.__name__
    }
    assert there <= known
