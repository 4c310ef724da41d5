"""The spreadsheet that editors keep."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils.timezone import localdate

from directory.models import Organization, Service
from tests.directory.imports.conftest import import_listings, listing, report_rows
from tests.directory.imports.test_broken_files import workbook
from tests.factories import LocationFactory, NeedFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


def test_every_column(sheet: Callable[..., Path]) -> None:
    NeedFactory(slug="legal", names={"en": "Legal help", "fa": "کمک حقوقی"})
    NeedFactory(slug="housing", names={"en": "Housing"})
    import_listings(
        sheet(
            {
                "id": "A-7",
                "organization": "Hafen e.V.",
                "name": "Rechtsberatung",
                "summary": "Hilfe",
                "description": "Lang",
                "language": "Deutsch",
                "name_fa": "مشاوره",
                "summary_fa": "کمک",
                "name_en": "Legal advice",
                "needs": "کمک حقوقي; housing",
                "country": "Allemagne",
                "countries_served": "AT; Schweiz",
                "city": "München; هامبورگ",
                "languages": "Farsi، de",
                "delivery": "in_person; phone; video; online_chat",
                "phone": "۰۸۹ ۱۲۳۴۵۶۷; 030 23125000 x 12",
                "email": "a@example.org",
                "url": "example.org",
                "cost": "free",
                "documents_required": "no",
                "verified_on": "2026-11-01",
            }
        )
    )
    service = Service.objects.published().get()
    assert (service.external_id, service.name, service.summary, service.description) == (
        "A-7",
        "Rechtsberatung",
        "Hilfe",
        "Lang",
    )
    assert (service.source_language, service.organization.name) == ("de", "Hafen e.V.")
    assert {text.language: (text.name, text.summary) for text in service.translations.all()} == {
        "fa": ("مشاوره", "کمک"),
        "en": ("Legal advice", ""),
    }
    assert sorted(need.slug for need in service.needs.all()) == ["housing", "legal"]
    assert service.country.code == "DE"
    assert sorted(country.code for country in service.also_serves.all()) == ["AT", "CH"]
    assert sorted(location.city.name for location in service.locations.all()) == ["Hamburg", "Munich"]
    assert [language.code for language in service.languages.all()] == ["fa", "de"]
    assert all([service.in_person, service.by_phone, service.by_video, service.by_chat])
    assert [(contact.kind, contact.value, contact.extension) for contact in service.contacts.all()] == [
        ("phone", "+49891234567", ""),
        ("phone", "+493023125000", "12"),
        ("email", "a@example.org", ""),
        ("website", "https://example.org", ""),
    ]
    assert (service.cost, service.documents_required, service.verified_on) == (
        "free",
        "no",
        date(2026, 11, 1),
    )
    assert service.internal_note == ""


def test_a_listing_for_everywhere(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing(country="", countries_served="*", phone="+49 30 23125000")))
    service = Service.objects.published().get()
    assert service.serves_everywhere
    assert service.country is None


def test_a_workbook_with_dates_and_numbers_of_excel(tmp_path: Path) -> None:
    row = {**listing(), "id": 12, "verified_on": date(2026, 11, 1), "phone": 3023125000}
    import_listings(workbook(tmp_path, row))
    service = Service.objects.get()
    assert (service.external_id, service.verified_on) == ("12", date(2026, 11, 1))
    assert service.contacts.get().value == "+493023125000"


def test_a_workbook_is_the_same_as_its_csv(tmp_path: Path, sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing(summary="Hilfe", cost="free")))
    book = workbook(tmp_path, {**listing(), "summary": "Hilfe", "cost": "free"})
    assert "Nothing changed" in import_listings(book.rename(tmp_path / "another name.xlsx"))


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_csv_as_other_spreadsheet_programs_save_it(delimiter: str, tmp_path: Path) -> None:
    path = tmp_path / "listings.csv"
    lines = [
        ["id", "organization", "name", "country", "languages"],
        ["1", "Harbour", "Advice", "DE", '"fa;de"'],
    ]
    path.write_text("\r\n".join(delimiter.join(line) for line in lines), encoding="utf-8-sig", newline="")
    import_listings(path)
    assert [language.code for language in Service.objects.get().languages.all()] == ["fa", "de"]


def test_drafts_on_request_and_publishing_them_later(sheet: Callable[..., Path]) -> None:
    path = sheet(listing())
    import_listings(path, "--draft")
    assert not Service.objects.get().live
    import_listings(path)
    assert Service.objects.get().live


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("needs", "magic"), ("languages", "Elvish"), ("language", "tr"), ("countries_served", "Atlantis"),
        ("delivery", "pigeon"), ("phone", "call us"), ("phone", "4.93023E+11"), ("email", "nobody"),
        ("url", "javascript:alert(1)"),
        ("cost", "cheap"), ("documents_required", "perhaps"), ("verified_on", "soon"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_makes_a_draft_and_is_kept(
    column: str, cell: str, sheet: Callable[..., Path], tmp_path: Path
) -> None:
    path = sheet(listing(id="1", **{column: cell}), listing(id="2", name="Another"))
    import_listings(path, "--report", str(tmp_path / "report.csv"))
    bad, good = Service.objects.order_by("external_id")
    assert not bad.live
    assert f"{column}: {cell}" in bad.internal_note
    assert good.live
    first = report_rows(tmp_path / "report.csv")[0]
    assert (first["line"], first["column"], first["value"]) == ("2", column, cell)


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("delivery", "pigeon", "in_person, phone, video or online_chat"),
        ("cost", "cheap", "free, low or paid"),
        ("documents_required", "perhaps", "yes or no"),
    ],
)
def test_the_report_lists_the_words_of_a_closed_column(
    column: str, cell: str, words: str, sheet: Callable[..., Path], tmp_path: Path
) -> None:
    import_listings(sheet(listing(**{column: cell})), "--report", str(tmp_path / "report.csv"))
    assert words in str(report_rows(tmp_path / "report.csv")[0])


def test_a_check_in_the_future_is_not_believed(sheet: Callable[..., Path]) -> None:
    tomorrow = (localdate() + timedelta(days=2)).isoformat()
    import_listings(sheet(listing(verified_on=tomorrow)))
    service = Service.objects.get()
    assert service.verified_on is None
    assert not service.live


@pytest.mark.parametrize(("column", "words"), [("id", "no id"), ("country", "names no country")])
def test_a_row_that_could_not_be_found_again_is_left_out(
    column: str, words: str, sheet: Callable[..., Path]
) -> None:
    output = import_listings(sheet(listing(**{column: ""}), listing(id="2")))
    assert words in output
    assert [service.external_id for service in Service.objects.all()] == ["2"]


def test_a_row_without_name_or_organization_is_a_draft(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing(name="", organization="")))
    service = Service.objects.get()
    assert not service.live
    assert service.organization.is_placeholder


def test_unknown_columns_are_reported_and_kept(sheet: Callable[..., Path]) -> None:
    output = import_listings(sheet(listing(mood="hopeful")))
    assert "listings.csv:1:mood" in output
    assert Service.objects.published().get().internal_note == "mood: hopeful"


def test_organizations_are_known_by_any_spelling_of_their_name(sheet: Callable[..., Path]) -> None:
    import_listings(
        sheet(
            listing(id="1", organization="خانه‌ي كمك"),
            listing(id="2", organization="خانه ی کمک"),
            listing(id="3", organization="خانه ی کمک", country="FR"),
        )
    )
    assert Organization.objects.count() == 2


def test_an_organization_of_the_site_is_used(sheet: Callable[..., Path]) -> None:
    organization = OrganizationFactory(name="Hafen e.V.")
    LocationFactory(organization=organization)
    import_listings(sheet(listing(organization="HAFEN e.V")))
    assert Service.objects.get().organization == organization


def test_listings_of_one_organization_share_its_place(sheet: Callable[..., Path]) -> None:
    import_listings(sheet(listing(id="1", city="Berlin"), listing(id="2", city="برلین")))
    one, other = Service.objects.all()
    assert one.locations.get() == other.locations.get()


def test_again_it_writes_nothing(sheet: Callable[..., Path], django_assert_max_num_queries) -> None:
    path = sheet(
        *(listing(id=str(number), city="Berlin", phone="030 23125000", cost="free") for number in range(50))
    )
    import_listings(path)
    with django_assert_max_num_queries(40) as queries:
        assert "Nothing changed" in import_listings(path)
    writes = ("INSERT", "UPDATE", "DELETE")
    assert not [query for query in queries.captured_queries if query["sql"].startswith(writes)]


def test_rows_are_stored_in_batches(sheet: Callable[..., Path], django_assert_max_num_queries) -> None:
    rows = [
        listing(id=str(number), city="Berlin", languages="fa", needs="", email="a@example.org")
        for number in range(300)
    ]
    with django_assert_max_num_queries(110):
        import_listings(sheet(*rows))


def test_a_dry_run_stores_nothing(sheet: Callable[..., Path]) -> None:
    assert "1 created" in import_listings(sheet(listing()), "--dry-run")
    assert not Service.objects.exists()
