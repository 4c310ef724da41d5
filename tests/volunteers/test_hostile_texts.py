"""A script, U+202E, NUL and line ends in every field of every form: readable letters, refused, or gone."""

import inspect
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.test import Client

from tests.factories.volunteers import VolunteerFactory
from tests.volunteers import form
from tests.volunteers.post import letters
from volunteers import forms as forms_of_volunteers
from volunteers.desk import forms as forms_of_the_desk
from volunteers.models import Task
from volunteers.pages.presence import COOKIE, pass_of

pytestmark = pytest.mark.django_db
LETTERS = "<script>alert(1)</script>\u202eA\x00\r\nBcc: all@example.org"
# What belongs to the guard is sealed, or is thrown away.
GUARD = {"token", "topic"}


def every_form() -> Iterator[type[forms.Form]]:
    """Whichever there are: a new one is tried too."""
    for module in (forms_of_volunteers, forms_of_the_desk):
        for _name, found in inspect.getmembers(module, inspect.isclass):
            if issubclass(found, forms.Form) and found.__module__ == module.__name__:
                yield found


def fields_of(kind: type[forms.Form]) -> dict[str, forms.Field]:
    made = kind(["DE"]) if kind is forms_of_the_desk.TaskForm else kind()
    return {name: field for name, field in made.fields.items() if name not in GUARD}


@pytest.mark.parametrize("kind", list(every_form()), ids=lambda kind: kind.__name__)
def test_every_field_refuses_them_or_keeps_what_one_can_read(kind: type[forms.Form]) -> None:
    kept = {}
    for name, field in fields_of(kind).items():
        is_many = isinstance(field, forms.MultipleChoiceField)
        with suppress(ValidationError):
            kept[name] = str(field.clean([LETTERS] if is_many else LETTERS))
    for name, text in kept.items():
        has_lines = isinstance(fields_of(kind)[name].widget, forms.Textarea)
        assert not {"\u202e", "\x00", *("" if has_lines else "\r\n")} & set(text), name


def test_every_page_shows_them_as_letters(desk: Client) -> None:
    browser, volunteer = Client(), VolunteerFactory(told={"email": form.ABOUT["email"]})
    browser.cookies[COOKIE] = pass_of(volunteer)
    for part, typed in zip(forms_of_volunteers.PARTS, form.PARTS, strict=True):
        asked = fields_of(forms_of_volunteers.PARTS[part])
        hostile = {
            name: LETTERS[: field.max_length]
            for name, field in asked.items()
            if isinstance(field, forms_of_volunteers.Words)
        }
        assert browser.post(f"/en/volunteer/own/change/{part}/", {**typed, **hostile}).status_code == 302
    sheet = f"/admin/volunteers/sheet/{volunteer.pk}/"
    desk.post(f"{sheet}check/", {"check-kind": "ties", "check-text": LETTERS})
    desk.post(f"{sheet}note/", {"note-text": LETTERS})
    typed = {"country": "DE", "skill": "listening", "on": "2099-01-01", "from_afar": "on"}
    desk.post("/admin/volunteers/tasks/new/", {**typed, "details": LETTERS, "reference": LETTERS})
    desk.post("/admin/volunteers/wanted/DE/", {"en": LETTERS, "fa": "", "ar": "", "fr": "", "de": ""})
    task = f"/admin/volunteers/tasks/{Task.objects.get().pk}/"
    desk.post(f"{task}ask/", {"volunteer": str(volunteer.pk)})
    volunteer.refresh_from_db()
    assert "<script>" in volunteer.profile.name
    for client, address in (
        (browser, "/en/volunteer/own/"),
        (browser, "/en/volunteer/own/change/about/"),
        (Client(), "/en/volunteer/"),
        (desk, sheet),
        (desk, task),
        (desk, "/admin/volunteers/?status=active"),
        (desk, "/admin/volunteers/wanted/DE/"),
    ):
        page = client.get(address).text
        assert "alert(1)" in page, address
        assert "<script>alert(1)" not in page, address
        assert not {"\u202e", "\x00"} & set(page), address
    assert not any("alert" in f"{each.to}{each.subject}{each.body}" for each in letters())
