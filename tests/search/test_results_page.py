"""What a search shows: listings, choices with true counts, chips, orders and pages, at clean addresses."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import Tag
from django.test import Client

from directory.models import Service
from tests.factories import CountryFactory, LocationFactory, NeedFactory, ServiceFactory
from tests.reading import lines, queries_of, read, words, writes

pytestmark = pytest.mark.django_db
MOST_QUERIES = 6


def names(page: Tag) -> list[str]:
    return lines(page, ".card h3")


def choices(page: Tag) -> dict[str, dict[str, int]]:
    """For each group its choices, each with its count."""
    return {
        words(facet.legend): {
            words(choice.select_one(".choice-name")): int(words(choice.select_one(".count")))
            for choice in facet.select(".choice")
        }
        for facet in page.select(".facet")
    }


def chips(page: Tag) -> dict[str, str]:
    return {words(chip.bdi): chip["href"] for chip in page.select(".chips .chip")}


def chosen(page: Tag, choice: str) -> str:
    """The address that a browser asks for once that choice is ticked or unticked and the form is sent."""
    form = page.select_one(".filters form")
    ticked = next(
        found for found in form.select(".choice") if words(found.select_one(".choice-name")) == choice
    )
    sent = [(found["name"], found["value"]) for found in form.select("input[type=hidden], input[checked]")]
    pair = (ticked.input["name"], ticked.input["value"])
    sent = [other for other in sent if other != pair] if pair in sent else [*sent, pair]
    return f"{form['action']}?" + "&".join(f"{name}={value}" for name, value in sent)


@pytest.fixture
def street() -> dict[str, Service]:
    """Some listings that differ in everything one can filter by."""
    law, food = NeedFactory(slug="legal"), NeedFactory(slug="food")
    asylum = NeedFactory(slug="asylum-law", parent=law)
    austria = CountryFactory(code="AT")
    made = {
        "Lawyer": ServiceFactory(name="Lawyer", needs=[asylum], locations=[LocationFactory()], cost="paid"),
        "Kitchen": ServiceFactory(name="Kitchen", needs=[food], free=True, no_papers=True, for_women=True),
        "Line": ServiceFactory(name="Line", needs=[law], everywhere=True, in_person=False, by_phone=True),
        "Vienna": ServiceFactory(name="Vienna", needs=[food], country=austria, free=True),
    }
    for listing, language in {"Lawyer": "fa", "Kitchen": "ar", "Line": "fa"}.items():
        made[listing].languages.create(code=language)
        made[listing].save()
    return made


@pytest.mark.usefixtures("street")
@pytest.mark.parametrize(
    ("sent", "address"),
    [
        ("?q=&country=de&need=&delivery=phone", "/fa/directory/?country=de&delivery=phone"),
        ("?q=&country=de&need=food", "/fa/directory/de/food/"),
        ("?q=", "/fa/directory/"),
    ],
)
def test_a_form_leads_to_an_address_with_only_what_was_filled_in(
    client: Client, sent: str, address: str
) -> None:
    assert client.get(f"/fa/directory/{sent}").headers["Location"] == address
    assert client.get(address).status_code == 200


@pytest.mark.usefixtures("street")
def test_a_card_says_what_one_needs_to_choose(client: Client) -> None:
    listing = Service.objects.get(name="Lawyer")
    listing.contacts.create(kind="phone", value="+493023125000")
    listing.schedules.create(weekday=0, opens_at="00:00", closes_at="00:00", closes_next_day=True)
    listing.save()
    monday = datetime(2026, 3, 2, 12, tzinfo=UTC)
    with time_machine.travel(monday):
        Service.objects.update(verified_on=monday.date() - timedelta(days=1))
        listing.refresh_from_db()
        listing.save()
        card = read(client, "/en/directory/?q=lawyer").select_one(".card")
    assert words(card.h3) == "Lawyer"
    assert card.h3.a["href"] == f"/en/directory/listing/{listing.pk}/"
    assert lines(card, ".need") == ["Asylum law"]
    assert lines(card, ".facts li") == ["Hamburg, Germany", "Persian", "Must be paid", "Open now"]
    assert card.select_one('[href="tel:+493023125000"] bdi[dir="ltr"]').text == "+49 30 23125000"
    assert words(card.select_one(".trust")) == "Checked on March 1, 2026"


@pytest.mark.usefixtures("street")
def test_each_choice_stands_with_what_it_gives_and_one_that_gives_nothing_is_not_offered(
    client: Client,
) -> None:
    page = read(client, "/en/directory/?country=de")
    assert choices(page) == {
        "Kind of help": {"Legal": 2, "Food": 1},
        "Only": {"Free": 1, "No papers needed": 1},
        "Country": {"Germany": 3, "Austria": 2},
        "City": {"Hamburg": 1},
        "Language": {"Persian": 2, "Arabic": 1},
        "How": {"In person": 2, "By phone": 1},
        "For whom": {"Women": 1},
    }


@pytest.mark.usefixtures("street")
def test_what_a_choice_promises_is_found_when_it_is_ticked(client: Client) -> None:
    page = read(client, "/en/directory/?need=legal&country=de")
    tried = 0
    for title, group in choices(page).items():
        for choice, count in group.items():
            if title in {"Language", "How", "For whom", "Only"}:
                tried += 1
                assert len(names(read(client, chosen(page, choice)))) == count, choice
    assert tried >= 3


@pytest.mark.usefixtures("street")
def test_several_of_one_kind_widen_and_different_kinds_narrow(client: Client) -> None:
    assert set(names(read(client, "/en/directory/?need=legal"))) == {"Lawyer", "Line"}
    assert len(names(read(client, "/en/directory/?need=legal&need=food"))) == 4
    assert names(read(client, "/en/directory/?need=legal&need=food&language=ar")) == ["Kitchen"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=kitch", {"Kitchen"}),
        ("country=at", {"Vienna", "Line"}),
        ("city=hamburg", {"Lawyer"}),
        ("need=asylum-law", {"Lawyer"}),
        ("language=ar", {"Kitchen"}),
        ("delivery=phone", {"Line"}),
        ("free=1", {"Kitchen", "Vienna"}),
        ("no_papers=1", {"Kitchen"}),
        ("audience=women&country=de", {"Kitchen"}),
    ],
)
@pytest.mark.usefixtures("street")
def test_every_filter_narrows(client: Client, asked: str, found: set[str]) -> None:
    assert set(names(read(client, f"/en/directory/?{asked}"))) == found


def test_open_now_follows_the_clock_of_the_place(client: Client) -> None:
    with time_machine.travel(datetime(2026, 3, 2, 12, tzinfo=UTC), tick=False):
        for name, zone in {"Toronto": "America/Toronto", "Berlin": "Europe/Berlin"}.items():
            listing = ServiceFactory(name=name, timezone=zone)
            listing.schedules.create(weekday=0, opens_at="09:00", closes_at="17:00")
            listing.save()
        assert names(read(client, "/en/directory/?open_now=1")) == ["Berlin"]
    with time_machine.travel(datetime(2026, 3, 2, 20, tzinfo=UTC), tick=False):
        assert names(read(client, "/en/directory/?open_now=1")) == ["Toronto"]


@pytest.mark.usefixtures("street")
def test_each_chip_takes_one_thing_off(client: Client) -> None:
    page = read(client, "/en/directory/?q=lawyer&country=de&need=legal&language=fa")
    assert chips(page) == {
        "“lawyer”": "/en/directory/de/legal/?language=fa",
        "Germany": "/en/directory/?language=fa&need=legal&q=lawyer",
        "Legal": "/en/directory/?country=de&language=fa&q=lawyer",
        "Persian": "/en/directory/de/legal/?q=lawyer",
    }
    assert page.select_one(".chip-clear")["href"] == "/en/directory/"


@pytest.mark.usefixtures("street")
def test_the_search_box_keeps_what_is_chosen_and_the_filters_keep_the_words(client: Client) -> None:
    page = read(client, "/en/directory/?q=lawyer&need=legal&language=fa&page=1")
    kept = {(found["name"], found["value"]) for found in page.select(".search input[type=hidden]")}
    assert kept == {("need", "legal"), ("language", "fa")}
    assert page.select_one("#search-text")["value"] == "lawyer"
    assert [found["value"] for found in page.select(".filters input[type=hidden]")] == ["lawyer"]


def test_twenty_a_page_each_listing_once(client: Client) -> None:
    ServiceFactory.create_batch(43)
    address, seen, pages = "/en/directory/", [], 0
    while address:
        page = read(client, address)
        pages += 1
        assert len(names(page)) == (20 if pages < 3 else 3)
        assert f"Page {pages} of 3" in words(page.select_one(".pagination"))
        seen += names(page)
        address = (page.select_one('[rel="next"]') or {}).get("href")
    assert pages == 3
    assert len(seen) == len(set(seen)) == 43


def test_behind_the_last_page_is_the_last_one(client: Client) -> None:
    ServiceFactory.create_batch(21)
    page = read(client, "/en/directory/?page=900")
    assert len(names(page)) == 1
    assert page.select_one('[rel="prev"]')["href"] == "/en/directory/"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_it_costs_at_most_six_queries_as_many_for_many_listings_as_for_few(
    client: Client, language: str
) -> None:
    needs = [NeedFactory(slug="legal"), NeedFactory(slug="food")]
    addresses = [
        f"/{language}/directory/{rest}"
        for rest in (
            "",
            "?q=listing",
            "?city=hamburg&country=de&q=advice",
            "de/legal/",
            "?page=2",
            "?q=nothing-like-it&country=de&need=legal",
        )
    ]
    ServiceFactory(needs=needs[:1], locations=[LocationFactory()])
    before = [len(queries_of(client, address)) for address in addresses for _again in range(2)][1::2]
    ServiceFactory.create_batch(25, needs=needs, locations=[LocationFactory(), LocationFactory()])
    for address in addresses:
        read(client, address)
    after = [queries_of(client, address) for address in addresses]
    assert max(before) <= MOST_QUERIES
    assert [len(queries) for queries in after] == before
    assert [writes(queries) for queries in after] == [[]] * len(addresses)


@pytest.mark.django_db(transaction=True)
def test_neither_a_slip_nor_words_left_out_cost_more_even_if_nobody_asked_them_before(client: Client) -> None:
    law = NeedFactory(slug="legal")
    law.translations.create(language="en", name="Law", words="lawyer")
    ServiceFactory(name="Harbour lawyer", needs=[law], locations=[LocationFactory()])
    ServiceFactory(name="Station", description="Behind the lighthouse", locations=[LocationFactory()])
    ServiceFactory.create_batch(12, name="Kitchen and garden", free=True)
    read(client, "/en/directory/?q=nobody")
    for asked in (
        "harbuor",
        "lighthuose",
        "kitchne grdaen",
        "lawyer statoin",
        "lawyer hamburg qwertz",
        "video lawyer in hamburg for women",
        "free kitchen in hamburg by video, blorf",
    ):
        queries = queries_of(client, f"/en/directory/?q={asked}")
        assert len(queries) <= MOST_QUERIES, asked
