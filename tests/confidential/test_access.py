"""Who opened which confidential record is written down for good, and administrators see it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from confidential.access import opened
from confidential.enums import AccessReason
from confidential.models import AccessRecord
from tests.confidential.letters.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker() -> User:
    return User.objects.create_user("caseworker")


@pytest.fixture
def administrator(client: Client) -> Client:
    user = User.objects.create_user("administrator")
    user.groups.add(Group.objects.get(name="Administrators"))
    client.force_login(user)
    return client


def marks_in(page: str) -> list[str]:
    """The fourth column: who, when and what kind stand before it."""
    rows = BeautifulSoup(page, "html.parser").select("table.listing tbody tr")
    return [row.select("td")[3].get_text(strip=True) for row in rows]


def report(client: Client, **filters: str) -> str:
    return client.get(reverse("access_records"), filters).content.decode()


def test_a_record_names_the_row_and_nothing_that_stands_in_it(caseworker: User) -> None:
    letter = Letter.objects.create(name="Maryam Rajabi", place="Berlin")
    record = opened(caseworker, letter, AccessReason.WORK)
    assert (record.table, record.row, record.why) == ("letters_letter", str(letter.pk), "work")
    assert "Maryam" not in str(AccessRecord.objects.values_list().get())


def test_a_reason_in_words_of_one_s_own_is_refused(caseworker: User) -> None:
    with pytest.raises(ValueError, match="Maryam"):
        opened(caseworker, Letter.objects.create(), "Maryam asked me")
    with pytest.raises(DatabaseError), transaction.atomic():
        AccessRecord.objects.create(user=caseworker, table="x", row="1", why="Maryam asked me"[:20])


def test_what_is_rolled_back_was_not_opened(caseworker: User) -> None:
    with transaction.atomic():
        opened(caseworker, Letter.objects.create(), AccessReason.WORK)
        transaction.set_rollback(True)
    assert not AccessRecord.objects.exists()


def test_the_database_itself_refuses_to_change_a_record(caseworker: User) -> None:
    record = opened(caseworker, Letter.objects.create(), AccessReason.WORK)
    record.why = AccessReason.OWNER
    for change in (
        record.save,
        lambda: AccessRecord.objects.update(why=AccessReason.OWNER),
        lambda: connection.cursor().execute("UPDATE confidential_accessrecord SET row = '1'"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert AccessRecord.objects.get().why == AccessReason.WORK


def test_administrators_see_who_opened_what_when_and_why(administrator: Client, caseworker: User) -> None:
    letter = Letter.objects.create()
    leader = User.objects.create_user("leader")
    opened(caseworker, letter, AccessReason.ANOTHER_COUNTRY, allowed_by=leader)
    page = report(administrator)
    for shown in (
        "caseworker",
        "leader",
        "letters_letter",
        "from another country, with leave",
    ):
        assert shown in page


def test_which_record_it_was_administrators_are_not_told(administrator: Client, caseworker: User) -> None:
    """Its number leads to a case, and begins like the reference by which colleagues call it."""
    letter = Letter.objects.create()
    opened(caseworker, letter, AccessReason.WORK)
    page = report(administrator)
    assert not any(told in page for told in (str(letter.pk), letter.pk.hex, letter.pk.hex[:8]))
    assert marks_in(report(administrator, record=str(letter.pk))) == []


def test_openings_of_one_record_bear_one_mark(administrator: Client, caseworker: User) -> None:
    often, once = Letter.objects.create(), Letter.objects.create()
    for letter in (often, once, often):
        opened(caseworker, letter, AccessReason.WORK)
    marks = marks_in(report(administrator))
    assert (len(marks), len(set(marks))) == (3, 2)
    mark = max(marks, key=marks.count)
    assert marks_in(report(administrator, record=f" {mark} ")) == [mark, mark]


def test_openings_of_users_who_are_gone_stay(administrator: Client, caseworker: User) -> None:
    opened(caseworker, Letter.objects.create(), AccessReason.WORK)
    number = caseworker.pk
    caseworker.delete()
    assert f"user {number}, deleted" in report(administrator)


def test_the_list_can_be_narrowed(administrator: Client, caseworker: User) -> None:
    other = User.objects.create_user("other")
    opened(caseworker, Letter.objects.create(), AccessReason.WORK)
    [mine] = marks_in(report(administrator))
    opened(other, Letter.objects.create(), AccessReason.OWNER)
    tomorrow = (timezone.now() + timedelta(days=1)).date().isoformat()
    for filters in ({"user": str(caseworker.pk)}, {"record": mine}, {"why": "work"}):
        assert marks_in(report(administrator, **filters)) == [mine]
    assert len(marks_in(report(administrator, table="letters_letter"))) == 2
    assert marks_in(report(administrator, created_at_from=tomorrow)) == []


@pytest.mark.parametrize("export", ["csv", "xlsx"])
def test_the_list_does_not_leave_the_admin_as_a_file(
    administrator: Client, caseworker: User, export: str
) -> None:
    opened(caseworker, Letter.objects.create(), AccessReason.WORK)
    answer = administrator.get(reverse("access_records"), {"export": export})
    assert b"letters_letter" not in b"".join(answer)


@pytest.mark.parametrize("role", ["Editors", "Translators", "Contributors"])
def test_nobody_else_sees_it(client: Client, role: str) -> None:
    user = User.objects.create_user("somebody")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    assert client.get(reverse("access_records")).status_code == 302
    assert reverse("access_records") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    administrator: Client, caseworker: User, django_assert_max_num_queries
) -> None:
    for _each in range(20):
        opened(caseworker, Letter.objects.create(), AccessReason.WORK)
    report(administrator)
    with django_assert_max_num_queries(25):
        report(administrator)


@pytest.mark.parametrize("language", ["fa", "ar", "fr", "de"])
def test_the_reasons_are_translated(language: str) -> None:
    with translation.override("en"):
        in_english = {str(reason.label) for reason in AccessReason}
    with translation.override(language):
        assert in_english.isdisjoint({str(reason.label) for reason in AccessReason})
