"""The page of a listing says all that one must know before calling or going."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils.timezone import localdate

from directory.models import Country, Service
from tests.factories import CountryFactory, LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory
from tests.reading import lines, queries_of, read, section, words, writes

pytestmark = pytest.mark.django_db
MOST_QUERIES = 8
LANGUAGES = ["fa", "ar", "en", "fr", "de"]


def page_of(client: Client, listing: Service, language: str = "en"):
    return read(client, address(listing, language))


def address(listing: Service, language: str = "en") -> str:
    return f"/{language}/directory/listing/{listing.pk}/"


def good_to_know(page) -> dict[str, str]:
    rows = section(page, "Good to know").select("dl > div")
    return {words(row.dt): " ".join(map(words, row.select("dd"))) for row in rows}


def with_every_row(listing: Service) -> Service:
    """Two of each kind of row that belongs to a listing."""
    for number in range(2):
        listing.contacts.create(kind="phone", value=f"+49302312500{number}")
        listing.languages.create(code=["fa", "ar"][number])
        listing.schedules.create(weekday=number, opens_at="09:00", closes_at="12:00")
        listing.credentials.create(profession="lawyer", areas=f"Area {number}")
        listing.organization.contacts.create(kind="phone", value=f"+49302312511{number}")
    for place in listing.locations.all():
        place.contacts.create(kind="phone", value="+493023125020")
        place.schedules.create(weekday=1, opens_at="09:00", closes_at="12:00")
        place.save()
    listing.save()
    return listing


def test_it_says_for_whom_what_it_costs_and_which_papers_and_languages(client: Client) -> None:
    listing = ServiceFactory(
        cost="low",
        cost_note="In two parts.",
        minimum_age=18,
        for_women=True,
        legal_status="asylum_seekers",
        documents_required="no",
        by_phone=True,
        capacity="limited",
    )
    listing.languages.create(code="fa")
    listing.languages.create(code="ar", spoken_by="interpreter")
    listing.credentials.create(profession="lawyer", regulator="Chamber of Hamburg", areas="Asylum law")
    listing.also_serves.set([CountryFactory(code="AT")])
    listing.save()

    assert good_to_know(page_of(client, listing)) == {
        "For whom": "Women, Age 18 and older, People asking for asylum",
        "Cost": "Low cost In two parts.",
        "Papers": "You can come without papers",
        "Languages": "Persian, Arabic (with an interpreter)",
        "How": "In person, By phone",
        "Places": "Few places left",
        "Countries": "Germany, Austria",
        "Licence": "Lawyer, Chamber of Hamburg, Asylum law",
    }


def test_it_says_what_they_do_how_to_begin_and_who_hears_of_it(client: Client) -> None:
    listing = ServiceFactory(
        name="Advice",
        summary="For whoever asks.",
        description="First we listen.\n\nThen we write.",
        application_process="Call first.",
        confidentiality_note="We tell nobody.",
        organization__name="Lantern",
        needs=[NeedFactory(slug="legal")],
    )
    page = page_of(client, listing)
    assert words(page.h1) == "Advice"
    assert words(page.select_one(".card-by")) == "Lantern"
    assert words(page.select_one(".lead")) == "For whoever asks."
    assert lines(page, ".card-needs li") == ["Legal"]
    assert lines(section(page, "What they do"), "p") == ["First we listen.", "Then we write."]
    assert "Call first." in words(section(page, "How to get help here"))
    assert "We tell nobody." in words(section(page, "Who hears what you say"))


def test_each_way_to_reach_them_is_one_tap_away_and_keeps_its_direction(client: Client) -> None:
    listing = ServiceFactory()
    for kind, value in {
        "phone": "+493023125000",
        "whatsapp": "+493023125001",
        "signal": "+493023125002",
        "telegram": "@lantern",
        "email": "ask@lantern.example.org",
        "website": "https://lantern.example.org/ask",
    }.items():
        listing.contacts.create(kind=kind, value=value)
    listing.save()
    contacts = page_of(client, listing, "fa").select(".contact")
    assert {contact["href"]: words(contact.bdi).replace(" ", "") for contact in contacts} == {
        "tel:+493023125000": "+493023125000",
        "https://wa.me/493023125001": "+493023125001",
        "https://signal.me/#p/+493023125002": "+493023125002",
        "https://t.me/lantern": "@lantern",
        "mailto:ask@lantern.example.org": "ask@lantern.example.org",
        "https://lantern.example.org/ask": "lantern.example.org/ask",
    }
    assert {contact.bdi["dir"] for contact in contacts} == {"ltr"}
    assert {contact["rel"][0] for contact in contacts} == {"noreferrer"}


def test_a_number_that_nobody_can_read_is_shown_as_it_is(client: Client) -> None:
    listing = ServiceFactory()
    listing.contacts.create(kind="signal", value="+lantern.01")
    listing.contacts.create(kind="phone", value="+9990000000")
    listing.save()
    assert lines(page_of(client, listing), ".contact-value") == ["+lantern .01", "+9990000000"]


def test_it_says_whether_a_message_may_be_left(client: Client) -> None:
    listing = ServiceFactory()
    listing.contacts.create(kind="phone", value="+493023125000", safe_to_leave_message="no", extension="12")
    listing.save()
    page = page_of(client, listing, "en")
    assert lines(page, ".contacts .quiet") == ["Extension 12", "Do not leave a message: others may hear it."]


def test_contacts_for_others_are_not_there(client: Client) -> None:
    listing = ServiceFactory()
    listing.contacts.create(kind="phone", value="+493023125000", visibility="staff")
    listing.organization.contacts.create(kind="phone", value="+493023125001", visibility="private")
    listing.organization.save()
    listing.save()
    assert "231250" not in str(page_of(client, listing))


def test_the_hours_of_today_and_of_the_week_follow_the_clock_of_the_place(client: Client) -> None:
    listing = ServiceFactory(timezone="America/Toronto")
    listing.schedules.create(weekday=0, opens_at="10:00", closes_at="12:00")
    listing.schedules.create(weekday=0, opens_at="13:00", closes_at="16:00", note="By appointment")
    listing.schedules.create(weekday=4, opens_at="10:00", closes_at="12:00")
    listing.save()
    with time_machine.travel(datetime(2026, 3, 2, 15, 30, tzinfo=UTC), tick=False):
        page = page_of(client, listing)
        assert words(page.select_one(".panel .good")) == "Open now, until 12:00"
        assert lines(page, ".hours tr") == [
            "Monday today 10:00–12:00, 13:00–16:00 By appointment",
            "Tuesday closed",
            "Wednesday closed",
            "Thursday closed",
            "Friday 10:00–12:00",
            "Saturday closed",
            "Sunday closed",
        ]
        assert "Local time: Toronto" in words(page.select_one(".panel"))
    with time_machine.travel(datetime(2026, 3, 2, 22, 0, tzinfo=UTC), tick=False):
        assert "Closed now, opens on Friday at 10:00" in words(page_of(client, listing).select_one(".panel"))


def test_hours_that_end_after_midnight_are_open_after_midnight(client: Client) -> None:
    listing = ServiceFactory(timezone="Europe/Berlin")
    listing.schedules.create(weekday=4, opens_at="21:00", closes_at="06:00", closes_next_day=True)
    listing.save()
    with time_machine.travel(datetime(2026, 3, 7, 3, 0, tzinfo=UTC), tick=False):
        assert words(page_of(client, listing).select_one(".panel .good")) == "Open now, until 06:00"
    with time_machine.travel(datetime(2026, 3, 7, 5, 30, tzinfo=UTC), tick=False):
        assert not page_of(client, listing).select(".panel .good")


def test_day_and_night_is_said_in_words(client: Client) -> None:
    listing = ServiceFactory(timezone="Europe/Berlin")
    for day in range(7):
        listing.schedules.create(weekday=day, opens_at="00:00", closes_at="00:00", closes_next_day=True)
    listing.save()
    page = page_of(client, listing)
    assert words(page.select_one(".panel .good")) == "Open now, day and night"
    assert lines(page, ".hours bdi") == ["Day and night"] * 7


def test_hours_take_the_direction_of_their_words(client: Client) -> None:
    """From the left, "21:00–08:00" would be read as eight to nine by whoever reads from the right."""
    listing = ServiceFactory()
    listing.schedules.create(weekday=0, opens_at="21:00", closes_at="08:00", closes_next_day=True)
    listing.save()
    hours = page_of(client, listing, "fa").select_one(".hours bdi")
    assert "dir" not in hours.attrs
    assert {"۲۱:۰۰", "۰۸:۰۰"} <= set(words(hours).replace("–", " ").split())


def test_a_full_address_is_text_and_a_link_for_the_map_on_the_device(client: Client) -> None:
    place = LocationFactory(postal_code="20359", latitude=53.55, longitude=9.99, wheelchair="partly")
    page = page_of(client, ServiceFactory(locations=[place]), "fa")
    assert words(page.address) == "Lange Straße 1 20359 Hamburg"
    assert page.address["dir"] == "ltr"
    assert page.select_one('[href^="geo:"]')["href"] == "geo:53.550000,9.990000"
    assert "هامبورگ · آلمان" in words(page.select_one(".place"))


def test_of_a_place_shown_by_its_city_there_is_the_city_alone(client: Client) -> None:
    page = page_of(client, ServiceFactory(locations=[LocationFactory(area_only=True, postal_code="20359")]))
    assert "Hamburg · Germany" in words(page.select_one(".place"))
    assert "The exact address is not shown here." in words(page.select_one(".place"))
    assert not page.select('address, [href^="geo:"]')


def test_of_a_hidden_place_there_is_nothing(client: Client) -> None:
    page = page_of(client, ServiceFactory(locations=[LocationFactory(hidden=True)]))
    assert not page.select('.place, [href^="geo:"]')
    assert "Hamburg" not in words(page.main).replace("Team Hamburg", "")


def test_it_says_when_it_was_checked_how_and_by_which_team(client: Client) -> None:
    with time_machine.travel(datetime(2026, 3, 20, tzinfo=UTC)):
        listing = ServiceFactory(verification_method="call")
        assert words(page_of(client, listing).select_one(".trust")) == (
            "Checked on March 10, 2026 · Team Hamburg · We called"
        )
        assert "۱۰ مارس ۲۰۲۶" in words(page_of(client, listing, "fa").select_one(".trust"))


def test_one_whose_check_is_overdue_warns_and_names_the_team(client: Client) -> None:
    warning = words(page_of(client, ServiceFactory(overdue=True)).select_one(".notice-warning"))
    assert "Call first: something may have changed." in warning
    assert "Team Hamburg" in warning


def test_one_that_nobody_has_checked_says_so(client: Client) -> None:
    page = page_of(client, ServiceFactory(verified_on=None, verified_by=""))
    assert "Not checked by us yet" in words(page.select_one(".notice-warning"))


def test_the_countrys_rule_marks_it_and_then_takes_it_off_every_page(client: Client) -> None:
    country = CountryFactory(check_every_days=30, hide_after_days=10)
    listing = ServiceFactory(name="Lantern", country=country, verified_on=localdate() - timedelta(days=35))
    shown_at = ["/en/directory/", "/en/directory/?q=lantern", "/sitemap-listings.xml"]
    assert page_of(client, listing).select(".notice-warning")
    assert "trust-old" in str(read(client, "/en/directory/").select_one(".card"))
    assert all(address(listing) in client.get(shown).content.decode() for shown in shown_at)
    assert lines(read(client, "/en/directory/de/"), "main p a") == ["Show 1 offer"]

    with time_machine.travel(datetime.now(UTC) + timedelta(days=6)):
        assert client.get(address(listing)).status_code == 404
        assert not any(address(listing) in client.get(shown).content.decode() for shown in shown_at)
        assert not lines(read(client, "/en/directory/de/"), "main p a")
        assert Country.objects.get().is_published


@pytest.mark.parametrize("trait", ["draft", "paused", "long_overdue"])
def test_what_is_not_published_is_not_there(client: Client, trait: str) -> None:
    assert client.get(address(ServiceFactory(**{trait: True}))).status_code == 404


def test_one_that_is_full_says_so(client: Client) -> None:
    page = page_of(client, ServiceFactory(capacity="full"))
    assert "Full at the moment." in words(page.select_one(".notice-info"))


def test_a_text_in_another_language_is_marked_and_says_so(client: Client) -> None:
    listing = ServiceFactory(name="Beratung", source_language="de", summary="Für alle.")
    page = page_of(client, listing, "fa")
    assert words(page.select_one(".fallback")) == "این متن فقط به آلمانی هست."
    assert (page.h1.span["lang"], page.h1.span["dir"]) == ("de", "ltr")
    assert not page_of(client, listing, "de").select(".fallback")


def test_english_stands_in_before_the_language_it_was_written_in(client: Client) -> None:
    listing = ServiceFactory(name="Beratung", source_language="de", summary="", description="Wir hören zu.")
    listing.translations.create(language="en", name="Advice")
    listing.save()
    page = page_of(client, listing, "fr")
    assert (words(page.h1), page.h1.span["lang"]) == ("Advice", "en")
    assert page.find(string="Wir hören zu.").find_parent(lang="de")
    assert "anglais, allemand" in words(page.select_one(".fallback"))


def test_a_detail_in_another_language_is_told_of_as_well(client: Client) -> None:
    listing = ServiceFactory(name="Beratung", source_language="de", cost_note="In Raten.")
    listing.translations.create(language="en", name="Advice", summary="For all.")
    listing.save()
    page = page_of(client, listing)
    assert words(page.select_one(".fallback")) == "Some of this is only there in German."


def test_others_for_the_same_need_in_the_same_town_stand_below(client: Client) -> None:
    law, food = NeedFactory(slug="legal"), NeedFactory(slug="food")
    place = LocationFactory()
    listing = ServiceFactory(needs=[law], locations=[place])
    ServiceFactory(name="Same", needs=[law], locations=[LocationFactory()], organization__name="Lantern")
    ServiceFactory(name="Other need", needs=[food], locations=[place])
    ServiceFactory(name="No place", needs=[law])
    ServiceFactory(name="Secret", needs=[law], locations=[LocationFactory(hidden=True)])
    ServiceFactory(name="Paused", needs=[law], locations=[place], paused=True)
    assert lines(page_of(client, listing), ".related li") == ["Same Lantern"]


def test_it_leads_back_to_others_like_it(client: Client) -> None:
    listing = ServiceFactory(needs=[NeedFactory(slug="legal")])
    links = page_of(client, listing, "fa").select(".breadcrumb a")
    assert [link["href"] for link in links] == [
        "/fa/directory/",
        "/fa/directory/de/",
        "/fa/directory/de/legal/",
    ]


def test_search_engines_are_told_of_every_language(client: Client, settings) -> None:
    listing = ServiceFactory()
    page = page_of(client, listing, "fa")
    links = page.select('link[rel="alternate"][hreflang]')
    assert {link["hreflang"]: link["href"] for link in links} == {
        language: settings.SITE_URL + address(listing, language) for language in LANGUAGES
    }
    assert page.select_one('link[rel="canonical"]')["href"] == settings.SITE_URL + address(listing, "fa")
    assert [link["href"] for link in page.select(".languages a")] == [
        address(listing, language) for language in LANGUAGES
    ]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_it_costs_at_most_eight_queries_as_many_for_a_full_listing_as_for_a_bare_one(
    client: Client, language: str
) -> None:
    organization = OrganizationFactory()
    needs = [NeedFactory(slug="legal"), NeedFactory(slug="food")]
    bare = ServiceFactory(needs=needs[:1], locations=[LocationFactory()])
    full = ServiceFactory(
        organization=organization, needs=needs, locations=[LocationFactory() for _ in range(3)]
    )
    with_every_row(full)
    read(client, address(bare, language))
    before = queries_of(client, address(bare, language))
    after = queries_of(client, address(full, language))
    assert len(after) <= len(before) <= MOST_QUERIES
    assert writes(before) == writes(after) == []
