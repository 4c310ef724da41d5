"""What the database refuses, the form says beside the field, in the editor's words, and keeps the input."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from directory.models import Location, Organization, Service
from tests.directory.admin.forms import added_row, filled
from tests.directory.admin.test_pages_open import address
from tests.factories import CountryFactory, LocationFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


def errors_of(response, field: str, rows: str | None = None) -> list[str]:
    form = response.context["form"]
    if rows:
        return [error for row in form.formsets[rows].forms for error in row.errors.get(field, [])]
    return form.errors.get(field, [])


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("country", "", "Choose the country it serves"),
        ("verified_on", str(localdate() + timedelta(days=3)), "lies in the future"),
        ("maximum_age", "3", "below the age"),
    ],
)
def test_a_listing(editor: Client, listing: Service, field: str, value: str, message: str) -> None:
    url = address(Service, "edit", listing.pk)
    page = editor.get(url)
    answer = editor.post(url, filled(page, **{"minimum_age": "18", "name": "Kept", field: value}))
    assert message in errors_of(answer, field)[0]
    assert 'value="Kept"' in answer.content.decode()
    assert message in answer.content.decode()


ROWS = {
    "Closing lies before opening": ("schedules", {"weekday": 1, "opens_at": "17:00", "closes_at": "09:00"}),
    "Give both times": ("schedules", {"weekday": 1, "opens_at": "09:00", "closes_at": ""}),
    "not a number that a phone can dial": ("contacts", {"kind": "phone", "value": "hello"}),
    "A website begins with https:// or http://": (
        "contacts",
        {"kind": "website", "value": "javascript:alert(1)"},
    ),
    "valid email": ("contacts", {"kind": "email", "value": "nobody"}),
    "not the code of a language": ("languages", {"spoken_by": "staff", "code": "Klingonese"}),
}


@pytest.mark.parametrize("message", ROWS)
def test_a_row_of_a_listing(editor: Client, listing: Service, message: str) -> None:
    rows, row = ROWS[message]
    field = list(row)[-1]
    url = address(Service, "edit", listing.pk)
    page = editor.get(url)
    answer = editor.post(url, filled(page) | added_row(page, rows, **row))
    assert any(message in error for error in errors_of(answer, field, rows))
    assert message in answer.content.decode()
    assert filled(answer)[f"{rows}-1-{field}"] == [row[field]]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("latitude", "91", "less than or equal to 90"),
        ("longitude", "", "Give both latitude and longitude"),
        ("timezone", "Middle/Earth", "not a time zone"),
        ("city", "2988507", "lies in another country"),
    ],
)
def test_a_place(editor: Client, field: str, value: str, message: str) -> None:
    place = LocationFactory()
    url = address(Location, "edit", place.pk)
    answer = editor.post(url, filled(editor.get(url), **{field: value}))
    assert message in errors_of(answer, field)[0]


def test_a_website_that_is_not_http(editor: Client) -> None:
    organization = OrganizationFactory()
    url = address(Organization, "edit", organization.pk)
    answer = editor.post(url, filled(editor.get(url), website="ftp://example.org"))
    [message] = errors_of(answer, "website")
    assert "begins with https://" in message


def test_a_website_may_begin_with_a_capital_letter_as_phones_write_it(
    editor: Client, listing: Service
) -> None:
    organization = Organization.objects.get()
    url = address(Organization, "edit", organization.pk)
    editor.post(url, filled(editor.get(url), website=" Https://example.org/A "))
    url = address(Service, "edit", listing.pk)
    page = editor.get(url)
    row = added_row(page, "contacts", kind="website", value="HTTP://example.org/B", visibility="public")
    editor.post(url, filled(page, **{"action-publish": "yes"}) | row)
    organization.refresh_from_db()
    assert organization.website == "https://example.org/A"
    assert listing.contacts.get(kind="website").value == "http://example.org/B"


def test_a_national_number_is_read_by_the_country_chosen_in_the_same_form(editor: Client) -> None:
    page = editor.get(address(Service, "add"))
    row = added_row(page, "contacts", kind="phone", value="030 23125 000", visibility="public")
    facts = {"name": "New", "organization": OrganizationFactory().pk, "country": CountryFactory().pk}
    answer = editor.post(address(Service, "add"), filled(page, **facts) | row)
    assert answer.status_code == 302, answer.context["form"].errors
    assert Service.objects.get(name="New").contacts.get().value == "+493023125000"


def test_a_language_is_written_by_its_name(editor: Client, listing: Service) -> None:
    url = address(Service, "edit", listing.pk)
    page = editor.get(url)
    assert 'value="Persian"' in page.content.decode()
    row = added_row(page, "languages", code="arabic", spoken_by="interpreter")
    editor.post(url, filled(page) | row | {"action-publish": "yes"})
    assert list(Service.objects.get(pk=listing.pk).languages.values_list("code", flat=True)) == ["fa", "ar"]


def test_what_cannot_be_seen_and_misleads_is_taken_out(editor: Client, listing: Service) -> None:
    url = address(Service, "edit", listing.pk)
    page = editor.get(url)
    pasted = "\u202a+49 30 2312\u202c\u206909\u202e00"
    changes = filled(page, name="Legal \u202eecivda\u202c", description="One\x07\u2067")
    editor.post(url, changes | added_row(page, "contacts", kind="phone", value=pasted, label="\u202eksed"))
    listing.refresh_from_db()
    draft = listing.get_latest_revision_as_object()
    contact = draft.contacts.all()[1]
    assert (draft.name, draft.description) == ("Legal ecivda", "One")
    assert (contact.value, contact.label) == ("+493023120900", "ksed")


@pytest.mark.parametrize("typed", ["۰۳۰ ۲۳۱۲۵۰۰۰", "٠٣٠ ٢٣١٢٥٠٠٠", "+۴۹ (۳۰) ۲۳۱۲-۵۰۰۰"])
def test_a_number_typed_with_persian_or_arabic_digits_can_be_dialled(
    editor: Client, listing: Service, typed: str
) -> None:
    listing.contacts.all().delete()
    listing.save()
    url = address(Service, "edit", listing.pk)
    page = editor.get(url)
    changes = added_row(page, "contacts", kind="phone", value=typed, visibility="public")
    editor.post(url, filled(page, **{"action-publish": "action-publish"}) | changes)
    shown = Client().get(f"/fa/directory/listing/{listing.pk}/").content.decode()
    assert 'href="tel:+493023125000"' in shown
    assert '<bdi class="contact-value" dir="ltr">+49 30 23125000</bdi>' in shown
