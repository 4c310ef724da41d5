"""Where editors read what is missing."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils.formats import date_format
from django.utils.timezone import localdate

from search.unfound.keeping import Miss, add
from tests.factories import CountryFactory, NeedFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/reports/unfound/"


@pytest.fixture
def _searched() -> None:
    CountryFactory(code="DE")
    counts = {
        Miss("barrister", "en", ""): 3,
        Miss("وکیل دعاوی", "fa", "DE"): 7,
        Miss("maryam rajabi", "en", ""): 2,
    }
    add(counts, localdate())


def logged_in_as(group: str) -> Client:
    user = User.objects.create_user(group.lower(), password="x")
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.usefixtures("_searched")
def test_editors_read_what_was_looked_for_three_times_the_most_frequent_first() -> None:
    page = logged_in_as("Editors").get(ADDRESS).text
    assert page.index("وکیل دعاوی") < page.index("barrister")
    assert "Germany" in page
    assert date_format(localdate()) in page
    assert "maryam" not in page


@pytest.mark.usefixtures("_searched")
@pytest.mark.parametrize("chosen", ["language=fa", "country=DE"])
def test_the_list_is_narrowed_by_language_and_country(chosen: str) -> None:
    page = logged_in_as("Editors").get(f"{ADDRESS}?{chosen}").text
    assert "وکیل دعاوی" in page
    assert "barrister" not in page


@pytest.mark.usefixtures("_searched")
@pytest.mark.parametrize("ordering", ["text", "-text", "language", "country", "times", "-last_day"])
def test_the_list_is_ordered_by_each_column(ordering: str) -> None:
    client = logged_in_as("Editors")
    assert "barrister" in client.get(f"{ADDRESS}?ordering={ordering}").text
    assert "barrister" in client.get("/admin/reports/unfound/results/", {"ordering": ordering}).text


def form_behind(link: str, searched: str) -> Tag:
    """The form that this link of the line leads to."""
    client = logged_in_as("Editors")
    lines = BeautifulSoup(client.get(ADDRESS).text, "html.parser").select("tbody tr")
    line = next(row for row in lines if searched in row.text)
    address = next(each["href"] for each in line.select("a") if each.text.strip() == link)
    return BeautifulSoup(client.get(address).text, "html.parser")


@pytest.mark.usefixtures("_searched")
def test_each_line_leads_to_new_words_that_are_filled_in() -> None:
    form = form_behind("Add the words", "وکیل دعاوی")
    assert form.select_one("[name=language] [selected]")["value"] == "fa"
    assert form.select_one("[name=words]").text.strip() == "وکیل دعاوی"


@pytest.mark.usefixtures("_searched")
def test_each_line_leads_to_a_new_listing_that_is_filled_in() -> None:
    NeedFactory(slug="legal", names={"fa": "وکیل"})
    form = form_behind("New listing", "وکیل دعاوی")
    assert form.select_one("[name=source_language] [selected]")["value"] == "fa"
    assert form.select_one("[name=country] [selected]")["value"] == "DE"
    assert len(form.select("[name=needs][checked]")) == 1


@pytest.mark.usefixtures("_searched")
def test_where_little_is_known_little_is_filled_in() -> None:
    form = form_behind("New listing", "barrister")
    assert form.select_one("[name=country] [selected]")["value"] == ""
    assert not form.select("[name=needs][checked]")


@pytest.mark.parametrize("address", ["words/add/?language=xx", "listings/add/?country=XX&need=none"])
def test_a_form_leaves_aside_what_it_does_not_know(address: str) -> None:
    page = logged_in_as("Editors").get(f"/admin/{address}")
    assert page.status_code == 200


@pytest.mark.usefixtures("_searched")
def test_the_list_can_be_taken_as_a_table_of_the_same_lines() -> None:
    table = logged_in_as("Editors").get(f"{ADDRESS}?export=csv").getvalue().decode()
    assert "barrister" in table
    assert "maryam" not in table


@pytest.mark.usefixtures("_searched")
def test_more_searches_cost_no_more_queries(django_assert_max_num_queries) -> None:
    client = logged_in_as("Editors")
    client.get(ADDRESS)
    add({Miss(f"word {number}", "en", ""): 3 for number in range(20)}, localdate())
    with django_assert_max_num_queries(17):
        client.get(ADDRESS)


@pytest.mark.parametrize("group", ["Translators", "Contributors"])
def test_only_those_who_may_change_needs_read_it(group: str) -> None:
    client = logged_in_as(group)
    assert client.get(ADDRESS).status_code in {302, 403}
    assert ADDRESS not in client.get("/admin/").text


def test_it_is_among_the_reports() -> None:
    assert ADDRESS in logged_in_as("Editors").get("/admin/").text
