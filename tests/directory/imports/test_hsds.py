"""What becomes of HSDS: 3.x as CSV and JSON, and small data sets that are wrong in one way each."""

import json
import zipfile
from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest

from directory.enums import ContactKind, ContactVisibility
from directory.models import Location, LocationSchedule, Organization, Service, ServiceContact
from tests.directory.imports.conftest import import_hsds, report_rows
from tests.factories import NeedFactory

pytestmark = pytest.mark.django_db


def what_is_stored() -> list[object]:
    """The facts of all listings, apart from keys of the database."""
    return [
        [
            service.name, service.live, service.description, service.organization.name, service.minimum_age,
            service.eligibility_note, service.documents_note, service.internal_note,
            sorted(str(contact) for contact in service.contacts.all()),
            sorted(language.code for language in service.languages.all()),
            [location.name for location in service.locations.all()],
        ]
        for service in Service.objects.order_by("name")
    ]  # fmt: skip


def test_the_examples_of_version_3_as_csv(hsds_examples: Path) -> None:
    import_hsds(hsds_examples / "csv", "--country", "GB")
    service = Service.objects.get()
    assert service.live
    assert not Service.objects.published().exists(), "it was last assured in 2005"
    assert service.locations.get().organization.is_placeholder, "the example's location names another"
    assert [language.code for language in service.languages.all()] == ["ur"]
    assert service.minimum_age == 12
    assert "passport" in service.documents_note.casefold()
    assert "COVID-19" in service.internal_note, "an alert has no field"
    assert service.contacts.get(kind=ContactKind.PHONE).value == "+441234234567"


@pytest.mark.parametrize(
    ("name", "services", "locations"),
    [
        ("service_full", 1, 1),
        ("organization_full", 1, 1),
        ("service_at_location_full", 1, 1),
        ("service_list", 1, 0),
        ("organization_list", 0, 0),
        ("tabular", 1, 1),
    ],
)
def test_the_examples_of_version_3_as_json(
    name: str, services: int, locations: int, hsds_examples: Path
) -> None:
    example = hsds_examples / f"{name}.json"
    import_hsds(example, "--country", "GB")
    assert (Service.objects.count(), Location.objects.count()) == (services, locations)
    assert Organization.objects.exists()
    assert "Nothing changed" in import_hsds(example, "--country", "GB")


def test_json_brings_what_csv_brings(hsds_examples: Path) -> None:
    import_hsds(hsds_examples / "csv", "--country", "GB", "--source", "csv")
    from_csv = what_is_stored()
    Service.objects.all().delete()
    import_hsds(hsds_examples / "tabular.json", "--country", "GB", "--source", "json")
    assert what_is_stored() == from_csv


def test_a_zip_brings_what_its_folder_brings(hsds: Callable[..., Path], tmp_path: Path) -> None:
    folder = hsds()
    with zipfile.ZipFile(tmp_path / "data.zip", "w") as archive:
        for path in folder.iterdir():
            archive.write(path, f"export/{path.name}")
    import_hsds(tmp_path / "data.zip")
    assert Service.objects.get().name == "Legal advice"


def test_columns_and_files_of_version_1(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("id,name,url\n1,Harbour,https://example.org\n")
    (tmp_path / "services.csv").write_text("id,organization_id,name\n2,1,Advice\n")
    (tmp_path / "locations.csv").write_text("id,organization_id,name\n3,1,Office\n")
    (tmp_path / "services_at_location.csv").write_text("service_id,location_id\n2,3\n")
    (tmp_path / "physical_addresses.csv").write_text("location_id,address_1,city\n3,1 State Street,Chicago\n")
    (tmp_path / "regular_schedules.csv").write_text(
        "location_id,weekday,opens_at,closes_at\n3,Monday,9:00,17:00\n"
    )
    (tmp_path / "languages.csv").write_text("service_id,language\n2,Spanish\n")
    (tmp_path / "phones.csv").write_text("service_id,number,extension\n2,(312) 938-2106,4\n")
    import_hsds(tmp_path)
    service = Service.objects.get()
    assert service.organization.website == "https://example.org"
    assert [language.code for language in service.languages.all()] == ["es"]
    assert service.contacts.get().extension == "4"
    location = service.locations.get()
    assert (location.address_1, location.city.name) == ("1 State Street", "Chicago")
    assert location.schedules.get().opens_at == time(9)


def test_a_published_listing_has_all_that_the_admin_needs(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds())
    service = Service.objects.published().get()
    assert service.latest_revision == service.live_revision is not None
    assert service.first_published_at is not None
    assert service.has_unpublished_changes is False
    as_edited = service.get_latest_revision_as_object()
    assert [str(contact) for contact in as_edited.contacts.all()] == [
        str(contact) for contact in service.contacts.all()
    ]
    assert list(as_edited.locations.all()) == list(service.locations.all())
    as_edited.name = "Advice on law"
    as_edited.save_revision().publish()
    assert Service.objects.get().name == "Advice on law"


def test_hours_that_end_on_the_next_day(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(schedules=[",l1,FR,22:00,6:00,,", ",l1,SA,9:00,24:00,,", ",l1,SU,,,,"]))
    friday, saturday, sunday = LocationSchedule.objects.order_by("weekday")
    assert (friday.closes_at, friday.closes_next_day) == (time(6), True)
    assert (saturday.closes_at, saturday.closes_next_day) == (time(0), True)
    assert sunday.opens_at is None


def test_hours_that_are_not_weekly_stay_in_the_note(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(schedules=[",l1,1MO,9:00,17:00,MONTHLY,", ",l1,TU,noon,17:00,,"]))
    location = Location.objects.get()
    assert not location.schedules.exists()
    assert "schedules.byday: 1MO" in location.internal_note
    assert "schedules.opens_at: noon" in location.internal_note


def test_a_glued_address_comes_apart(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(addresses=["l1,67 East Madison StreetSuite 2000Chicago,,IL,60603,"]))
    location = Location.objects.get()
    assert (location.address_1, location.address_2, location.city.name) == (
        "67 East Madison Street",
        "Suite 2000",
        "Chicago",
    )


def test_a_village_that_is_no_city_keeps_its_name(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(addresses=["l1,1 Main Street,Pleasant Plains,IL,,"]))
    assert Location.objects.get().place_name == "Pleasant Plains"


def test_a_city_is_the_one_of_its_state(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(addresses=["l1,1 Main Street,Springfield,IL,62701,"]))
    assert Location.objects.get().city.latitude == pytest.approx(39.8, abs=0.1)


def test_coordinates_off_the_globe_stay_in_the_note(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(locations=["l1,o1,Main office,100,101"]))
    location = Location.objects.get()
    assert location.latitude is None
    assert "locations.latitude: 100" in location.internal_note


def test_what_cannot_be_stored_is_noted_and_reported(hsds: Callable[..., Path], tmp_path: Path) -> None:
    folder = hsds(
        services=["s1,o1,Legal advice,Help,active,Ask us,see below,nobody"], phones=[",s1,,,call us,,"]
    )
    import_hsds(folder, "--report", str(tmp_path / "report.csv"))
    note = Service.objects.get().internal_note
    assert {"services.url: see below", "services.email: nobody", "phones.number: call us"} <= set(
        note.splitlines()
    )
    reported = {
        (row["file"], row["line"], row["column"], row["value"])
        for row in report_rows(tmp_path / "report.csv")
    }
    assert {
        ("services.csv", "2", "url", "see below"),
        ("services.csv", "2", "email", "nobody"),
        ("phones.csv", "2", "number", "call us"),
    } <= reported


def test_a_service_that_is_not_active_is_a_draft(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(services=["s1,o1,Legal advice,Help,defunct,,,"]))
    service = Service.objects.get()
    assert not service.live
    assert "services.status: defunct" in service.internal_note


def test_a_row_that_stands_there_twice_is_taken_once(hsds: Callable[..., Path]) -> None:
    row = "s1,o1,Legal advice,Help,active,,,"
    assert "The same row stands there twice" in import_hsds(hsds(services=[row, row]))
    assert Service.objects.count() == 1


def test_a_phone_of_nobody_is_in_the_report(hsds: Callable[..., Path], tmp_path: Path) -> None:
    import_hsds(
        hsds(phones=[",,,,312-555-0100,,", ",s9,,,312-555-0101,,"]), "--report", str(tmp_path / "report.csv")
    )
    values = " ".join(row["value"] for row in report_rows(tmp_path / "report.csv"))
    assert "312-555-0100" in values
    assert "312-555-0101" in values


def test_a_contact_who_is_a_person_is_for_the_staff(hsds: Callable[..., Path]) -> None:
    folder = hsds()
    (folder / "contacts.csv").write_text(
        "id,service_id,name,title,email\nc1,s1,Ann Persona,Head,ann@example.org\n"
    )
    import_hsds(folder)
    contact = ServiceContact.objects.get(kind=ContactKind.EMAIL)
    assert (contact.label, contact.visibility) == ("Ann Persona, Head", ContactVisibility.STAFF)


def test_taxonomy_terms_that_are_needs_of_the_site(hsds: Callable[..., Path]) -> None:
    NeedFactory(slug="legal", names={"en": "Legal help"})
    folder = hsds()
    (folder / "attributes.csv").write_text(
        "id,link_id,taxonomy_term_id,link_entity\na1,s1,t1,service\na2,s1,t2,service\n"
    )
    (folder / "taxonomy_terms.csv").write_text("id,code,name\nt1,X-1,legal help\nt2,X-2,Bankruptcy\n")
    import_hsds(folder)
    service = Service.objects.get()
    assert [need.slug for need in service.needs.all()] == ["legal"]
    assert "Bankruptcy" in service.internal_note


def test_a_text_longer_than_its_field_is_whole_in_the_note(hsds: Callable[..., Path]) -> None:
    name = "Advice " * 60
    import_hsds(hsds(services=[f"s1,o1,{name},Help,active,,,"]))
    service = Service.objects.get()
    assert len(service.name) == 255
    assert name.strip() in service.internal_note


def test_a_page_of_json_results(tmp_path: Path) -> None:
    service = {
        "id": "s1",
        "name": "Advice",
        "status": "active",
        "organization": {"id": "o1", "name": "Harbour"},
    }
    (tmp_path / "services.json").write_text(json.dumps({"page_number": 1, "contents": [service]}))
    import_hsds(tmp_path)
    assert Service.objects.published().get().organization.name == "Harbour"


def test_a_location_without_organization_belongs_to_that_of_its_service(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(locations=["l1,,Main office,,"]))
    assert Location.objects.get().organization.name == "Harbour"


def test_a_country_with_one_time_zone_lends_it_to_its_hours(hsds: Callable[..., Path]) -> None:
    import_hsds(hsds(addresses=None), "--country", "DE")
    assert Location.objects.get().timezone == "Europe/Berlin"


def test_a_country_with_several_asks_for_one(hsds: Callable[..., Path]) -> None:
    assert "--timezone" in import_hsds(hsds(addresses=None))
    assert Location.objects.get().timezone == ""
