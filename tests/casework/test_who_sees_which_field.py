"""Each field of a case for each role: the table below, held to every page on which that role could read it.

A son registered in Germany, his mother looks for him from France; one caseworker approved, or two brought
them together. The roles are those who could come near his case.
"""

from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from casework import introducing
from casework.contact.forms import RegistrationFields
from casework.desk.boxes import BOXES
from casework.enums import Author, Event, Kind
from casework.models import AccessRequest, Attachment, FamilyLetter, Introduction, Message, Note
from confidential.access_report import ADDRESS
from confidential.fields import EncryptedField
from tests.casework.desks import browser_of
from tests.casework.mailboxes import Mailbox
from tests.factories.casework import CaseFactory, caseworker, consent
from tests.factories.volunteers import CoordinatorUserFactory, TaskFactory

pytestmark = pytest.mark.django_db
SON, MOTHER = "1" * 16, "2" * 16

ROLES = (
    "anonymous",
    "owner",
    "mother before",
    "mother after",
    "caseworker DE",
    "caseworker FR",
    "FR, four eyes",
    "coordinator DE",
    "Editors",
    "Administrators",
    "superuser",
)
# The columns are the roles in this order. The mother reads what she shares herself until it is used up.
TABLE = """
                                 an ow mb ma DE FR 4e co ed ad su
case.reference                    .  .  .  .  x  x  x  .  .  .  .
case.assigned_to                  .  .  .  .  x  .  x  .  .  .  .
case.receipt                      .  .  .  .  .  .  .  .  .  .  .
case.told.name                    .  x  .  .  x  .  x  .  .  .  .
case.told.other_names             .  x  .  .  x  .  x  .  .  .  .
case.told.born                    .  x  .  .  x  .  x  .  .  .  .
case.told.place                   .  x  .  .  x  .  x  .  .  .  .
case.told.wanted                  .  x  .  .  x  .  x  .  .  .  .
case.told.unwanted                .  x  .  .  x  .  x  .  .  .  .
case.told.text                    .  x  .  .  x  .  x  .  .  .  .
namekey.key                       .  .  .  .  .  .  .  .  .  .  .
message.text of theirs            .  x  .  .  x  .  x  .  .  .  .
message.text of ours              .  x  .  .  x  .  x  .  .  .  .
message.written_by                .  .  .  .  x  .  x  .  .  .  .
attachment.name                   .  x  .  .  x  .  x  .  .  .  .
attachment.content                .  x  .  .  x  .  x  .  .  .  .
note.text                         .  .  .  .  x  .  x  .  .  .  .
note.written_by                   .  .  .  .  x  .  x  .  .  .  .
accessrequest.reason              .  .  .  .  x  .  .  .  .  .  .
accessrequest.asked_by            .  .  .  .  x  .  .  .  .  .  .
consent.shares                    .  x  .  .  .  .  .  .  .  .  .
introduction.first_approver       .  .  .  .  .  .  x  .  .  .  .
meeting.registration_shares       .  .  .  x  .  .  .  .  .  .  .
meeting.search_shares             .  x  x  .  .  .  .  .  .  .  .
familyletter.text                 .  x  .  x  .  .  .  .  .  .  .
"""


class Scene:
    """The son's case with something of its own in every field."""

    def __init__(self, *, introduced: bool) -> None:
        writer = User.objects.create_user
        told = {
            "name": "Bahram Zarrinkub",
            "other_names": "Kia Mehrabani",
            "born": "1971",
            "place": "Quchan",
            "wanted": "told-wanted",
            "unwanted": "told-unwanted",
            "text": "told-text",
        }
        self.case = CaseFactory(
            registration=True, code=SON, country="DE", told=told, assigned_to=writer("assigned-to")
        )
        self.mother = CaseFactory(search=True, code=MOTHER, country="FR")
        self.planted = {
            "case.reference": self.case.reference,
            "case.assigned_to": "assigned-to",
            "case.receipt": self.case.receipt,
            "namekey.key": self.case.name_keys.first().key,
            **{f"case.told.{name}": value for name, value in told.items()},
        }
        self._write(writer)
        self._ask_to_open(writer("asked-by"))
        self.introduction = self._introduce() if introduced else self._approve_once()
        if introduced:
            consent(self.case, share_words=self._plant("consent.shares", "not-shared-yet"))

    def _plant(self, field: str, value: str) -> str:
        self.planted[field] = value
        return value

    def _write(self, writer: Callable[[str], User]) -> None:
        plant = self._plant
        Message.objects.create(
            case=self.case, author=Author.PERSON, text=plant("message.text of theirs", "they-wrote")
        )
        ours = Message.objects.create(
            case=self.case,
            author=Author.TEAM,
            text=plant("message.text of ours", "we-wrote"),
            written_by=writer(plant("message.written_by", "message-writer")),
        )
        self.file = Attachment.objects.create(
            message=ours,
            name=plant("attachment.name", "file-name.txt"),
            media_type="text/plain",
            content=plant("attachment.content", "file-content").encode(),
        )
        Note.objects.create(
            case=self.case,
            text=plant("note.text", "among-us"),
            written_by=writer(plant("note.written_by", "note-writer")),
        )

    def _ask_to_open(self, asked_by: User) -> None:
        reason = self._plant("accessrequest.reason", "reason-to-open")
        self._plant("accessrequest.asked_by", "asked-by")
        AccessRequest.objects.create(case=self.case, asked_by=asked_by, reason=reason)

    def _approve_once(self) -> Introduction:
        self.approvers = [caseworker("DE", "FR"), caseworker("DE", "FR")]
        self._plant("introduction.first_approver", f"approved by {self.approvers[0]}")
        consent(self.case, share_words=self._plant("meeting.registration_shares", "son-shares"))
        consent(self.mother, share_words=self._plant("meeting.search_shares", "mother-shares"))
        introduction = introducing.propose(self.approvers[0], self.mother, self.case)
        for event in (Event.ASK, Event.APPROVE):
            introducing.step(introduction.pk, event, self.approvers[0])
        return introduction

    def _introduce(self) -> Introduction:
        introduction = self._approve_once()
        introducing.step(introduction.pk, Event.APPROVE, self.approvers[1])
        introduction.refresh_from_db()
        text = self._plant("familyletter.text", "dear-mother")
        FamilyLetter.objects.create(meeting=introduction.meeting, side=Kind.REGISTRATION, text=text)
        return introduction


def readable(answer: HttpResponse) -> str:
    """Words, what stands in fields, and the name of a file; no hidden seals and tokens."""
    if answer.status_code != 200:
        return ""
    page = BeautifulSoup(answer.content, "html.parser")
    fields = [field.get("value", "") for field in page.select("input:not([type=hidden])")]
    return " ".join([page.get_text(" "), *fields, answer.headers.get("Content-Disposition", "")])


def pages_of_the_admin(client: Client, scene: Scene) -> Iterator[HttpResponse]:
    key = [scene.case.pk]
    yield client.get("/admin/")
    yield client.get(reverse(ADDRESS))
    for box in BOXES:
        yield client.get(reverse("case_desk"), {"box": box.name})
    for name in ("case_matches", "case_requests", "volunteers_desk", "volunteers_tasks"):
        yield client.get(reverse(name))
    for name in ("case", "case_ask"):
        yield client.get(reverse(name, args=key))
    yield client.get(reverse("case_pair", args=[scene.introduction.pk]))
    yield client.get(reverse("volunteers_task", args=[TaskFactory(reference=scene.case.reference).pk]))
    yield client.post(reverse("case_file", args=key), {"file": scene.file.pk})
    for asked in ({"name": "Zarrinkub, Bahram"}, {"code": SON}):
        yield client.post(reverse("case_find"), asked)


def pages_of_a_mailbox(code: str, scene: Scene) -> Iterator[HttpResponse]:
    mailbox = Mailbox(code)
    yield mailbox.last
    yield mailbox.send("change/", key=mailbox.key)
    yield mailbox.send("file/", key=mailbox.key, file=str(scene.file.pk))


def admin_user_of(role: str, scene: Scene) -> User:
    if role == "superuser":
        return User.objects.create_superuser("root")
    if role == "coordinator DE":
        return CoordinatorUserFactory(country="DE")
    if role in {"Editors", "Administrators"}:
        user = User.objects.create_user("somebody")
        user.groups.add(Group.objects.get(name=role))
        return user
    user = caseworker("DE" if role == "caseworker DE" else "FR")
    if role == "FR, four eyes":
        allowed = {"approved_by": scene.approvers[0], "approved_at": now()}
        AccessRequest.objects.create(case=scene.case, asked_by=user, reason="x", **allowed)
    return user


def pages(role: str, scene: Scene) -> Iterator[HttpResponse]:
    if role == "owner":
        return pages_of_a_mailbox(SON, scene)
    if role.startswith("mother"):
        return pages_of_a_mailbox(MOTHER, scene)
    client = Client() if role == "anonymous" else browser_of(admin_user_of(role, scene))
    return pages_of_the_admin(client, scene)


def table() -> dict[str, list[bool]]:
    rows = [line.rsplit(maxsplit=len(ROLES)) for line in TABLE.strip("\n").splitlines()[1:]]
    return {field: [mark == "x" for mark in marks] for field, *marks in rows}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_sees_the_fields_of_its_column_and_no_others(role: str) -> None:
    scene = Scene(introduced=role != "mother before")
    browser_of(scene.approvers[0]).get(reverse("case", args=[scene.case.pk]))
    shown = " ".join(readable(answer) for answer in pages(role, scene))
    column = ROLES.index(role)
    wanted = {field for field, marks in table().items() if marks[column]}
    assert {field for field, value in scene.planted.items() if value in shown} == wanted


def test_the_table_has_every_field_that_is_encrypted_and_every_question_of_the_form() -> None:
    listed = {".".join(field.split()[0].split(".")[:2]) for field in table()}
    encrypted = {
        f"{model._meta.model_name}.{field.name}"
        for model in apps.get_app_config("casework").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, EncryptedField)
    }
    assert encrypted <= listed
    told = {f"case.told.{name}" for name in RegistrationFields.base_fields}
    assert told <= table().keys()
