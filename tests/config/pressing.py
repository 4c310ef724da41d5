"""Every form of volunteers, of cases and of both desks, filled in by somebody who reads Persian."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import time_machine
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils.timezone import localdate, now
from wagtail.users.models import UserProfile

from casework import asking_to_open, introducing
from casework.contact.keys import key_to
from casework.enums import Event
from casework.models import Case, Caseworker, Introduction
from tests.config.addresses import PARAMETER
from tests.factories.casework import CaseFactory, caseworker, consent
from tests.factories.volunteers import CoordinatorUserFactory, TaskFactory, VolunteerFactory
from tests.volunteers import form
from volunteers import links
from volunteers.enums import Answer, LinkPurpose, Status
from volunteers.models import Ask, Coordinator, Volunteer
from volunteers.pages.presence import COOKIE, pass_of

JOIN = "/fa/volunteer/join/"
CODE = "4" * 16
ADDRESS = "shirin@example.org"


@dataclass
class Press:
    """`typed` is what the browser sends with it."""

    client: Client
    route: str
    typed: dict[str, Any] = field(default_factory=dict)
    numbers: tuple[Any, ...] = ()
    files: bool = False
    language: str = "fa"

    @property
    def address(self) -> str:
        numbers = iter(self.numbers)
        return "/" + PARAMETER.sub(lambda _match: str(next(numbers)), self.route.replace("en/", "fa/", 1))

    def send(self, typed: dict[str, Any] | None = None) -> HttpResponse:
        sent = dict(self.typed if typed is None else typed)
        if self.files and typed is None:
            sent["file"] = SimpleUploadedFile("a.txt", b"Words", "text/plain")
        return self.client.post(self.address, sent)


def at_the_desk(user: User) -> Client:
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "fa"})
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


class Everything:
    """Somebody at each of the doors, and rows that each of the forms is about."""

    def __init__(self) -> None:
        self.root = User.objects.create_superuser("root")
        self.coordinator = CoordinatorUserFactory()
        self.worker, self.colleague = caseworker("DE"), caseworker("DE")
        self.outside = Client(raise_request_exception=False, headers={"sec-fetch-site": "same-origin"})
        self.volunteer = VolunteerFactory(told={"email": ADDRESS})
        self.own = Client(raise_request_exception=False)
        self.own.cookies[COOKIE] = pass_of(self.volunteer)
        self.help = CaseFactory(code=CODE)
        self.search, self.registration = CaseFactory(search=True), CaseFactory(registration=True)
        self.pair = self._introduced()

    def presses(self) -> list[Press]:
        """In an order in which each of them still does something, filled in for as long as people take."""
        with time_machine.travel(now() - timedelta(minutes=2)):
            from_outside = list(self._from_outside())
        return [
            *from_outside,
            *self._of_links(),
            *self._at_the_volunteers_desk(),
            *self._on_the_own_page(),
            *self._at_the_caseworkers_desk(),
            *self._in_mailboxes(),
            *self._by_administrators(),
        ]

    def _from_outside(self) -> Iterator[Press]:
        page = self.outside.get(JOIN)
        for typed in form.PARTS[:3]:
            page = form.send(page, self.outside, typed, JOIN)
        yield Press(self.outside, "en/volunteer/join/", {**form.hidden(page), **form.AGREEMENT})
        yield self._guarded("en/volunteer/way-in/", email=ADDRESS)
        yield self._guarded("en/contact/help/", country="DE", text="می‌خواهم حرف بزنم.\nSecond line")
        yield self._guarded("en/contact/look/", country="DE", name="Ali", own_name="Maryam", born="1985")
        yield self._guarded("en/contact/found/", country="DE", name="Ali", wanted="My mother")

    def _guarded(self, route: str, **typed: str) -> Press:
        press = Press(self.outside, route, {"topic": "", **typed})
        press.typed["token"] = form.hidden(self.outside.get(press.address))["token"]
        return press

    def _link(self, purpose: LinkPurpose, volunteer: Volunteer | None = None, ask: Ask | None = None) -> str:
        return links.new_link(volunteer or self.volunteer, purpose, ask=ask).split("/")[-2]

    def _of_links(self) -> Iterator[Press]:
        new = VolunteerFactory(status=Status.NEW)
        question = Ask.objects.create(task=TaskFactory(), volunteer=self.volunteer)
        confirm = self._link(LinkPurpose.CONFIRM, volunteer=new)
        yield Press(self.outside, "en/volunteer/confirm/<str:token>/", {}, (confirm,))
        yield Press(self.outside, "en/volunteer/open/<str:token>/", {}, (self._link(LinkPurpose.OPEN),))
        answer = self._link(LinkPurpose.ANSWER, ask=question)
        yield Press(self.outside, "en/volunteer/answer/<str:token>/", {"answer": "no"}, (answer,))

    def _at_the_volunteers_desk(self) -> Iterator[Press]:
        desk = at_the_desk(self.coordinator)
        sheet, task = VolunteerFactory(status=Status.CONFIRMED).pk, TaskFactory(by=self.coordinator).pk
        on = localdate().isoformat()
        yield Press(desk, "admin/volunteers/sheet/<uuid:pk>/step/", {"event": "take_up"}, (sheet,))
        typed = {"check-kind": "ties", "check-text": "هیچ"}
        yield Press(desk, "admin/volunteers/sheet/<uuid:pk>/check/", typed, (sheet,))
        typed = {"note-text": "One\nTwo", "note-next_action_on": on}
        yield Press(desk, "admin/volunteers/sheet/<uuid:pk>/note/", typed, (sheet,))
        typed = {"reference": "", "country": "DE", "skill": "driving", "on": on, "details": "A secret"}
        yield Press(desk, "admin/volunteers/tasks/new/", typed)
        typed = {"volunteer": str(self.volunteer.pk)}
        yield Press(desk, "admin/volunteers/tasks/<uuid:pk>/ask/", typed, (task,))
        yield Press(desk, "admin/volunteers/tasks/<uuid:pk>/act/", {"action": "close"}, (task,))
        texts = {"fa": "بیایید", "ar": "", "en": "Come", "fr": "", "de": ""}
        yield Press(desk, "admin/volunteers/wanted/<str:country>/", texts, ("DE",))

    def _on_the_own_page(self) -> Iterator[Press]:
        done = Ask.objects.create(task=TaskFactory(), volunteer=self.volunteer, answer=Answer.CHOSEN)
        waits = Ask.objects.create(task=TaskFactory(), volunteer=self.volunteer)
        typed = {"days": "1", "limits": "نه شب‌ها"}
        yield Press(self.own, "en/volunteer/own/change/<slug:part>/", typed, ("times",))
        yield Press(self.own, "en/volunteer/own/answer/", {"ask": str(waits.pk), "answer": "no"})
        yield Press(self.own, "en/volunteer/own/hours/", {"ask": str(done.pk), "hours": "2.5"})
        yield Press(self.own, "en/volunteer/own/step/", {"event": "rest"})
        yield Press(self.own, "en/volunteer/own/delete/")

    def _at_the_caseworkers_desk(self) -> Iterator[Press]:
        desk, case = at_the_desk(self.worker), (self.help.pk,)
        writes = Press(
            desk, "admin/cases/<uuid:key>/write/", {"text": "Hello", "once": "1"}, case, files=True
        )
        writes.send()
        asking_to_open.ask(self.help, caseworker("FR"), "They moved")
        asked = self.help.access_requests.get()
        yield Press(desk, "admin/cases/find/", {"code": "", "name": "Ali Karimi"})
        others = (self.search.pk, CaseFactory(registration=True).pk)
        yield Press(desk, "admin/cases/matches/<uuid:search>/<uuid:registration>/", {}, others)
        possible = introducing.propose(self.worker, self.search, CaseFactory(registration=True))
        yield Press(desk, "admin/cases/pairs/<uuid:key>/step/", {"step": "ask"}, (possible.pk,))
        yield Press(desk, "admin/cases/requests/<uuid:key>/", {}, (asked.pk,))
        ask = at_the_desk(caseworker("FR"))
        yield Press(ask, "admin/cases/<uuid:key>/ask/", {"reason": "They are here now"}, case)
        yield replace(writes, typed={"text": "We are here.\nReally", "once": "2"})
        yield Press(desk, "admin/cases/<uuid:key>/take/", {}, case)
        file = str(self.help.messages.get().attachments.get().pk)
        yield Press(desk, "admin/cases/<uuid:key>/file/", {"file": file}, case)
        typed = {"to": str(self.colleague.pk), "note": "Be kind"}
        yield Press(desk, "admin/cases/<uuid:key>/hand-over/", typed, case)
        yield Press(desk, "admin/cases/<uuid:key>/close/", {}, case)

    def _introduced(self) -> Introduction:
        consent(self.search)
        consent(self.registration)
        pair = introducing.propose(self.worker, self.search, self.registration)
        for user, event in (
            (self.worker, Event.ASK),
            (self.worker, Event.APPROVE),
            (self.colleague, Event.APPROVE),
        ):
            introducing.step(pair.pk, event, user)
        return pair

    def _in_mailboxes(self) -> Iterator[Press]:
        box, key = self.outside, {"key": key_to(self.search)}
        Case.objects.filter(pk=self.search.pk).update(read_on="2026-01-01")
        yield Press(box, "en/contact/letters/", {"code": CODE})
        typed = {**key, "once": "1", "text": "سلام\nSecond line"}
        yield Press(box, "en/contact/letters/write/", typed, files=True)
        typed = {**key, "answer": "yes", "share_name": "Ali", "share_contact": "", "share_words": "خوبم"}
        yield Press(box, "en/contact/letters/answer/", typed)
        typed = {**key, "once": "2", "words": "Dear son", "introduction": str(self.pair.pk)}
        yield Press(box, "en/contact/letters/them/", typed)
        yield Press(box, "en/contact/letters/end/", {**key, "introduction": str(self.pair.pk)})
        typed = {**key, "save": "1", "name": "Ali Karimi", "own_name": "Maryam", "text": "Another"}
        yield Press(box, "en/contact/letters/change/", typed)
        yield Press(box, "en/contact/letters/leave/", {**key, "sure": "1"})

    def _by_administrators(self) -> Iterator[Press]:
        desk = at_the_desk(self.root)
        typed = {"username": "root", "country": "DE"}
        yield Press(desk, "admin/volunteers/coordinators/", typed)
        coordinator = Coordinator.objects.get(user=self.coordinator).pk
        yield Press(desk, "admin/volunteers/coordinators/<int:number>/dismiss/", {}, (coordinator,))
        yield Press(desk, "admin/cases/people/", {**typed, "languages": "fa"})
        worker = Caseworker.objects.get(user=self.colleague).pk
        yield Press(desk, "admin/cases/people/<uuid:key>/", {}, (worker,))
