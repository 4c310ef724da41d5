"""What listings use is not deleted; the page says which listings those are."""

import pytest
from django.test import Client
from django.urls import reverse

from directory.models import Country, Location, Need, Organization, Service
from tests.directory.admin.conftest import LogIn
from tests.directory.admin.test_pages_open import address
from tests.factories import CountryFactory, LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory
from tests.factories.pages import OfficePageFactory
from tests.factories.volunteers import CoordinatorUserFactory, TaskFactory, VolunteerFactory

pytestmark = pytest.mark.django_db

IN_USE = [Organization, Location, Need, Country]


@pytest.fixture
def administrator(log_in: LogIn) -> Client:
    return log_in("Administrators")


def bulk_delete(model: type, *rows: object) -> str:
    url = reverse("wagtail_bulk_action", args=["directory", model._meta.model_name, "delete"])
    return f"{url}?{'&'.join(f'id={row.pk}' for row in rows)}"


@pytest.mark.parametrize("model", IN_USE)
def test_the_question_is_not_asked(administrator: Client, listing: Service, model: type) -> None:
    page = administrator.get(address(model, "delete", model.objects.get().pk)).content.decode()
    assert "cannot be deleted" in page
    assert address(Service, "edit", listing.pk) in page
    assert "Yes, delete" not in page


@pytest.mark.parametrize("model", IN_USE)
def test_nor_is_the_answer_taken(administrator: Client, listing: Service, model: type) -> None:
    answer = administrator.post(address(model, "delete", model.objects.get().pk))
    assert answer.status_code == 409
    assert "Legal advice" in answer.content.decode()
    assert model.objects.exists()


def test_a_country_that_a_listing_serves_as_well(administrator: Client) -> None:
    listing = ServiceFactory(name="From next door", country=CountryFactory(code="FR"))
    listing.also_serves.set([CountryFactory(code="DE")])
    listing.save()
    page = administrator.get(address(Country, "delete", "DE"))
    assert "From next door" in page.content.decode()


def test_a_country_that_only_an_office_is_in(administrator: Client) -> None:
    office = OfficePageFactory(title="Berlin office", country=CountryFactory(code="DE"))
    page = administrator.get(address(Country, "delete", "DE")).content.decode()
    assert "Berlin office" in page
    assert reverse("wagtailadmin_pages:edit", args=[office.pk]) in page
    assert administrator.post(address(Country, "delete", "DE")).status_code == 409


@pytest.mark.parametrize("model", IN_USE)
def test_many_at_once_are_all_kept(administrator: Client, listing: Service, model: type) -> None:
    unused = {
        Organization: OrganizationFactory,
        Location: lambda: LocationFactory(organization=listing.organization),
        Need: lambda: NeedFactory(slug="housing"),
        Country: lambda: CountryFactory(code="FR"),
    }[model]()
    url = bulk_delete(model, *model.objects.all())
    assert "Legal advice" in administrator.get(url).content.decode()
    answer = administrator.post(url)
    assert answer.status_code == 409
    assert "Legal advice" in answer.content.decode()
    assert model.objects.filter(pk=unused.pk).exists()


def test_what_nothing_uses_is_deleted(administrator: Client) -> None:
    alone, two, three = OrganizationFactory.create_batch(3)
    assert administrator.post(address(Organization, "delete", alone.pk)).status_code == 302
    administrator.post(bulk_delete(Organization, two, three))
    assert not Organization.objects.exists()


def test_the_page_after_it_names_the_country_that_is_gone(administrator: Client) -> None:
    CountryFactory(code="FR")
    after = administrator.post(address(Country, "delete", "FR"), follow=True)
    assert "France" in after.text
    assert "deleted" in after.text
    assert not Country.objects.exists()


def test_listings_themselves_can_be_deleted(administrator: Client, listing: Service) -> None:
    administrator.post(bulk_delete(Service, listing))
    assert not Service.objects.exists()


def test_the_usage_page_tells_the_same(administrator: Client, listing: Service) -> None:
    page = administrator.get(address(Organization, "usage", listing.organization_id)).content.decode()
    assert "Legal advice" in page
    assert "Advice centre" in page


@pytest.mark.parametrize("factory", [VolunteerFactory, TaskFactory, CoordinatorUserFactory])
def test_what_editors_may_not_see_keeps_a_country_and_stays_unseen(
    administrator: Client, factory: type
) -> None:
    CountryFactory(code="DE")
    factory()
    for url in (address(Country, "delete", "DE"), bulk_delete(Country, Country.objects.get())):
        asked, answered = administrator.get(url), administrator.post(url)
        assert (asked.status_code, answered.status_code) == (200, 409)
        for page in (asked.text, answered.text):
            assert "used by something that is not shown here" in page
            assert "Yes, delete" not in page
            assert not any(told in page for told in ("Laleh", "coordinator-", "(1)"))
    assert Country.objects.filter(code="DE").exists()
