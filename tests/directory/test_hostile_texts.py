"""Whatever stands in a field, a page shows it as text: no tag, no header, no line of its own."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.db import models
from django.test import Client

from directory.models import Service
from tests.factories import CountryFactory, LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory
from tests.reading import read

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>\r\nX-Injected: yes\r\n\r\n\"'><img src=x onerror=alert(2)>"
KEPT = {
    *(
        "code",
        "slug",
        "icon",
        "language",
        "source_language",
        "timezone",
        "kind",
        "import_source",
        "external_id",
    ),
    *("value", "number", "email", "website"),
}


def fill(row: models.Model) -> models.Model:
    """Something hostile in every field in which somebody writes."""
    for field in row._meta.concrete_fields:
        written = isinstance(field, models.CharField | models.TextField) and not field.choices
        if written and field.name not in KEPT:
            setattr(row, field.name, HOSTILE[: field.max_length])
    return row


@pytest.fixture
def listing() -> Service:
    country = CountryFactory()
    country.emergency_numbers.create(kind="police", number="110")
    country.save()
    need = NeedFactory(slug="legal", names={"en": HOSTILE[:100], "fa": HOSTILE[:100]})
    organization = OrganizationFactory()
    organization.contacts.create(kind="phone", value="+493023125000", label=HOSTILE, extension=HOSTILE[:20])
    fill(organization).save()
    place = LocationFactory(organization=organization)
    place.contacts.create(kind="telegram", value=HOSTILE, label=HOSTILE)
    place.schedules.create(weekday=1, opens_at="09:00", closes_at="12:00", note=HOSTILE)
    fill(place).save()
    service = ServiceFactory(organization=organization, needs=[need], locations=[place])
    service.contacts.create(kind="signal", value=HOSTILE, label=HOSTILE)
    service.languages.create(code="fa", note=HOSTILE)
    service.schedules.create(weekday=1, opens_at="09:00", closes_at="12:00", note=HOSTILE)
    service.credentials.create(
        profession="lawyer", regulator=HOSTILE, registration_number=HOSTILE[:100], areas=HOSTILE, note=HOSTILE
    )
    fill(service).save()
    ServiceFactory(name=HOSTILE, organization=organization, needs=[need], locations=[place])
    service.translations.create(language="fa", name=HOSTILE, summary=HOSTILE, description=HOSTILE)
    service.save()
    return service


def addresses(listing: Service) -> Iterator[str]:
    for language in ("en", "fa", "de"):
        yield f"/{language}/directory/listing/{listing.pk}/"
        yield f"/{language}/directory/"
        yield f"/{language}/directory/?q=script+alert&need=legal"
        yield f"/{language}/directory/?q=nothing-like-it&country=de&need=legal"
        yield f"/{language}/directory/de/"
        yield f"/{language}/directory/de/legal/"
        yield f"/{language}/"


def behaviour(page: BeautifulSoup) -> list[str]:
    """Whatever could run or load something that is not ours."""
    scripts = [
        str(found) for found in page.select("script") if not found.get("src", "").startswith("/static/")
    ]
    handlers = [str(found) for found in page.find_all() if any(name.startswith("on") for name in found.attrs)]
    links = [link["href"] for link in page.select("[href]") if link["href"].lower().startswith("javascript:")]
    return [*scripts, *handlers, *links, *map(str, page.select('img[src="x"]'))]


def test_no_page_takes_a_text_for_anything_else(client: Client, listing: Service) -> None:
    shown = 0
    for address in addresses(listing):
        response = client.get(address)
        assert "x-injected" not in {name.lower() for name in response.headers}, address
        page = read(client, address)
        shown += "alert(1)" in page.get_text()
        assert behaviour(page) == [], address
    assert shown >= 15
