"""Finding the listings that need somebody, among very many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from directory.models import City, Country, Location, Need, Organization, Phrase, Service
from tests.directory.admin.conftest import LogIn
from tests.directory.admin.forms import filled
from tests.directory.admin.test_pages_open import address
from tests.factories import CountryFactory, LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def found(client: Client, **question: object) -> list[str]:
    page = client.get(address(Service, "list"), question)
    return [listing.name for listing in page.context["object_list"]]


def test_by_how_fresh_they_are(editor: Client) -> None:
    ServiceFactory(name="checked")
    ServiceFactory(name="due", verified_on=localdate() - timedelta(days=170))
    ServiceFactory(name="overdue", overdue=True)
    ServiceFactory(name="hidden", long_overdue=True)
    for status in ("checked", "due", "overdue", "hidden"):
        assert found(editor, check=status) == [status]
        assert Service.objects.get(name=status).check_status == status


def test_the_most_overdue_comes_first(editor: Client) -> None:
    ServiceFactory(name="fresh")
    ServiceFactory(name="stale", overdue=True)
    assert found(editor) == ["stale", "fresh"]


def test_by_where_they_stand(editor: Client) -> None:
    ServiceFactory(name="live")
    ServiceFactory(name="draft", draft=True)
    ServiceFactory(name="paused", paused=True)
    ServiceFactory(name="changed").save_revision()
    assert found(editor, state="draft") == ["draft"]
    assert found(editor, state="paused") == ["paused"]
    assert found(editor, state="changed") == ["changed"]
    assert sorted(found(editor, state="live")) == ["changed", "live"]
    assert found(editor, state="in_moderation") == []


def test_by_what_waits_for_approval(editor: Client, log_in: LogIn, listing: Service) -> None:
    ServiceFactory(name="untouched")
    contributor = log_in("Contributors")
    url = address(Service, "edit", listing.pk)
    contributor.post(url, filled(contributor.get(url), **{"action-submit": "yes"}))
    assert found(editor, state="in_moderation") == ["Legal advice"]


def test_by_the_place_that_they_are_at(editor: Client, listing: Service) -> None:
    ServiceFactory(name="elsewhere", locations=[LocationFactory()])
    assert found(editor, location=listing.locations.get().pk) == ["Legal advice"]


def test_by_country_and_need(editor: Client) -> None:
    law = NeedFactory(slug="legal")
    asylum = NeedFactory(slug="asylum-law", parent=law)
    ServiceFactory(name="here", needs=[asylum])
    ServiceFactory(name="there", country=CountryFactory(code="FR"))
    ServiceFactory(name="everywhere", everywhere=True)
    assert sorted(found(editor, country="FR")) == ["everywhere", "there"]
    assert found(editor, needs=law.pk) == ["here"]
    assert found(editor, country="FR", needs=law.pk) == []


def test_by_what_is_missing(editor: Client, listing: Service) -> None:
    ServiceFactory(name="silent", source_language="fa")
    assert found(editor, no_phone="true") == ["silent"]
    assert found(editor, no_phone="false") == ["Legal advice"]
    assert found(editor, not_in="fa") == ["Legal advice"]
    assert found(editor, not_in="en") == ["silent"]


def test_by_the_words_of_listing_and_organization(editor: Client) -> None:
    ServiceFactory(name="Advice", organization=OrganizationFactory(name="Harbour"))
    ServiceFactory(name="Shelter")
    assert found(editor, q="harb") == ["Advice"]
    assert found(editor, organization="harb") == ["Advice"]


def test_by_their_organization_on_either_keyboard(editor: Client) -> None:
    ServiceFactory(name="Advice", organization=OrganizationFactory(name="خانه کوچک"))
    ServiceFactory(name="Shelter")
    assert found(editor, organization="كوچك") == ["Advice"]


def test_by_their_name_in_another_language(editor: Client, listing: Service) -> None:
    listing.translations.create(language="fa", name="مشاوره حقوقی")
    listing.save()
    ServiceFactory(name="Shelter")
    assert found(editor, q="مشاوره") == ["Legal advice"]


@pytest.mark.parametrize(
    ("stored", "typed"),
    [("وکیل پناهندگی", "وكيل"), ("وکیل پناهندگی", "پناهندگي"), ("وكيل لجوء", "وکیل"), ("وكيل لجوء", "وكيل")],
)
def test_by_their_name_on_a_persian_and_an_arabic_keyboard(
    editor: Client, listing: Service, stored: str, typed: str
) -> None:
    ServiceFactory(name=stored)
    listing.translations.create(language="fa", name=stored)
    listing.save()
    assert sorted(found(editor, q=typed)) == sorted([stored, "Legal advice"])


@pytest.mark.parametrize("name", ["ger", "DE", "آلمان", "ألمانيا", "Allemagne", "deutsch"])
def test_a_country_is_found_by_any_of_its_names(editor: Client, name: str) -> None:
    CountryFactory(code="DE")
    CountryFactory(code="FR")
    page = editor.get(address(Country, "list"), {"q": name})
    assert [country.code for country in page.context["object_list"]] == ["DE"]


def test_countries_and_needs_are_narrowed_down(editor: Client) -> None:
    CountryFactory(code="DE")
    CountryFactory(code="FR", is_published=False)
    law = NeedFactory(slug="legal")
    NeedFactory(slug="asylum-law", parent=law)
    hidden = editor.get(address(Country, "list"), {"is_published": "false"})
    assert [country.code for country in hidden.context["object_list"]] == ["FR"]
    narrower = editor.get(address(Need, "list"), {"parent": law.pk})
    assert [need.slug for need in narrower.context["object_list"]] == ["asylum-law"]


def others(client: Client, model: type, **question: object) -> list[str]:
    return [row.name for row in client.get(address(model, "list"), question).context["object_list"]]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ({"country": "FR"}, ["Far"]),
        ({"visibility": "hidden"}, ["Shelter"]),
        ({"no_point": "true"}, ["Shelter"]),
        ({"no_point": "false"}, ["Far", "Office"]),
        ({"q": "Lindenweg"}, ["Office"]),
        ({"q": "20095"}, ["Office"]),
        ({"q": "paris"}, ["Far"]),
        ({"q": "Harbour"}, ["Office", "Shelter"]),
    ],
)
def test_places_are_narrowed_down(editor: Client, question: dict[str, str], names: list[str]) -> None:
    harbour, france = OrganizationFactory(name="Harbour"), CountryFactory(code="FR")
    LocationFactory(organization=harbour, name="Office", address_1="Lindenweg 14", postal_code="20095")
    hidden = {"visibility": "hidden", "latitude": None, "longitude": None}
    LocationFactory(organization=harbour, name="Shelter", address_1="", postal_code="", **hidden)
    LocationFactory(name="Far", country=france, city=City.objects.get(slug="paris"), address_1="Rue 1")
    assert sorted(others(editor, Location, **question)) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ({"is_placeholder": "true"}, ["Somebody"]),
        ({"is_placeholder": "false"}, ["Harbour"]),
        ({"q": "hafen"}, ["Harbour"]),
        ({"q": "harbour.example"}, ["Harbour"]),
    ],
)
def test_organizations_are_narrowed_down(editor: Client, question: dict[str, str], names: list[str]) -> None:
    OrganizationFactory(name="Harbour", alternate_name="Hafen", website="https://harbour.example")
    OrganizationFactory(name="Somebody", is_placeholder=True, website="")
    assert others(editor, Organization, **question) == names


def test_needs_and_words_are_found_by_what_people_call_them(editor: Client) -> None:
    NeedFactory(slug="legal", names={"en": "Legal help", "fa": "کمک حقوقی"})
    NeedFactory(slug="housing", names={"en": "Housing"})
    needs = editor.get(address(Need, "list"), {"q": "حقوقي"}).context["object_list"]
    assert [need.slug for need in needs] == ["legal"]
    Phrase.objects.all().delete()
    lawyer = Phrase.objects.create(language="de", words="Anwältin\nAnwalt", same_as="legal")
    Phrase.objects.create(language="de", words="Wohnung", same_as="housing")
    phrases = editor.get(address(Phrase, "list"), {"q": "anwalt"}).context["object_list"]
    assert list(phrases) == [lawyer]


def test_the_front_page_says_what_has_to_be_checked(editor: Client, listing: Service) -> None:
    ServiceFactory(name="stale", overdue=True)
    page = editor.get("/admin/").content.decode()
    assert "2 listings" in page
    assert "1 to be checked again" in page
    assert f"{address(Service, 'list')}?check=overdue" in page


def test_as_a_spreadsheet(editor: Client, listing: Service) -> None:
    listing.name = "=1+1"
    listing.save()
    table = b"".join(editor.get(address(Service, "list"), {"export": "csv"}).streaming_content).decode()
    assert listing.organization.name in table
    assert ",'=1+1," in table, "a spreadsheet must not run what somebody wrote as a name"
    assert editor.get(address(Service, "list"), {"export": "xlsx"}).status_code == 200


@pytest.mark.parametrize("model", [Service, Organization, Location, Need, Country])
def test_a_longer_list_costs_no_more_queries(editor: Client, listing: Service, model: type) -> None:
    NeedFactory(slug="asylum-law", parent=Need.objects.get())
    editor.get(address(model, "list"))
    with CaptureQueriesContext(connection) as short:
        editor.get(address(model, "list"))
    for code in ("FR", "AT", "CH"):
        need = NeedFactory(slug=f"need-{code.lower()}", parent=Need.objects.get(slug="legal"))
        place = LocationFactory(country=CountryFactory(code=code))
        ServiceFactory(
            country=place.country, organization=place.organization, needs=[need], locations=[place]
        ).save_revision()
    with CaptureQueriesContext(connection) as long:
        editor.get(address(model, "list"))
    assert len(long) <= len(short)
    assert len(long) <= 20


def test_a_form_with_many_rows_costs_few_queries(editor: Client, listing: Service) -> None:
    url = address(Service, "edit", listing.pk)
    editor.get(url)
    with CaptureQueriesContext(connection) as short:
        editor.get(url)
    for number in range(10):
        NeedFactory(slug=f"need-{number}")
        listing.schedules.create(weekday=number % 7)
        listing.contacts.create(kind="phone", value=f"+49302312500{number}")
        LocationFactory(organization=listing.organization)
    listing.save()
    with CaptureQueriesContext(connection) as long:
        editor.get(url)
    assert len(long) <= len(short)


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        *(("hamburg", name) for name in ("Hamburg", "هامبورگ", "هامبورغ", "hamb")),
        *(("munich", name) for name in ("München", "Munich", "مونیخ", "مونيخ", "ميونخ")),
    ],
)
def test_a_city_is_chosen_by_any_of_its_names(editor: Client, slug: str, name: str) -> None:
    answer = editor.get("/admin/cities/results/", {"q": name, "country_code": "DE"})
    assert str(City.objects.get(slug=slug).pk) in answer.content.decode()


def test_a_city_of_another_country_is_not_offered(editor: Client) -> None:
    answer = editor.get("/admin/cities/results/", {"q": "Hamburg", "country_code": "FR"})
    assert str(City.objects.get(slug="hamburg").pk) not in answer.content.decode()
