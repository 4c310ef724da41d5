import re
from html import unescape

import pytest
from django.utils import timezone

from directory.models import NeedTranslation
from search.engines import current
from search.finding import Found, find
from search.query import Query
from tests.factories import CountryFactory, LocationFactory, NeedFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def ask(text: str, language: str = "en", **asked: object) -> Found:
    return find(current(), Query(text=text, language=language, **asked), timezone.now())


@pytest.mark.parametrize(
    ("asked", "meant", "language", "name"),
    [
        ("lawer in town", "Lawyer in town", "en", "Lawyer"),
        ("Übersezung Hamburg", "Übersetzung Hamburg", "de", "Übersetzung"),
        ("avocta", "avocat", "fr", "Un avocat"),
        ("پناهنذگی", "پناهندگی", "fa", "وکیل پناهندگی"),
        ("محااماة", "محاماة", "ar", "محاماة"),
    ],
)
def test_a_slip_is_written_as_listings_write_it(asked, meant, language, name) -> None:
    ServiceFactory.create_batch(
        5, name=name, source_language=language, description="in town", locations=[LocationFactory()]
    )
    assert ask(asked, language).did_you_mean == meant


def test_the_spelling_is_that_of_the_readers_language() -> None:
    ServiceFactory(name="INFORMATION Information information", source_language="en")
    ServiceFactory.create_batch(3, name="Information", source_language="fr")
    ServiceFactory(name="information", source_language="de")
    assert ask("infromation", "de").did_you_mean == "information"
    assert ask("infromation", "fr").did_you_mean == "Information"


def test_needs_countries_and_cities_are_spelled_in_the_readers_language() -> None:
    need = NeedFactory(slug="legal")
    NeedTranslation.objects.create(need=need, language="fa", name="حقوقی", words="وکیل\nدادگاه")
    ServiceFactory(name="Büro", source_language="de", needs=[need], locations=[LocationFactory()])
    assert ask("دادگه", "fa").did_you_mean == "دادگاه"
    assert ask("Deutshland", "de").did_you_mean == "Deutschland"
    assert ask("هامبوگ", "fa").did_you_mean == "هامبورگ"


def test_a_rare_spelling_is_doubted_for_one_that_finds_more() -> None:
    ServiceFactory(name="Councelling")
    ServiceFactory.create_batch(6, name="Counselling")
    assert ask("councelling").did_you_mean == "Counselling"
    assert ask("counselling").did_you_mean == ""


def test_another_form_of_a_word_is_no_better_spelling() -> None:
    ServiceFactory(name="Lawyer")
    ServiceFactory.create_batch(6, name="Office of lawyers")
    assert ask("lawyer", country=("DE",)).did_you_mean == ""


def test_a_spelling_that_finds_as_much_by_its_stem_is_left_alone() -> None:
    ServiceFactory.create_batch(6, name="Counselling")
    assert ask("counseling").results.total == 6
    assert ask("counseling").did_you_mean == ""


def test_beside_a_slip_the_other_words_are_not_doubted() -> None:
    ServiceFactory(name="Roof")
    ServiceFactory.create_batch(6, name="Rooms in Hamburg")
    ServiceFactory(name="Roof in Hamburg")
    assert ask("roof hambrug").did_you_mean == "roof Hamburg"


def test_nothing_is_proposed_that_finds_nothing() -> None:
    ServiceFactory.create_batch(6, name="Counselling", country=CountryFactory(code="FR"))
    assert ask("counslling", country=("DE",)).did_you_mean == ""
    assert ask("counslling", country=("FR",)).did_you_mean == "Counselling"


def test_what_is_right_unknown_or_quoted_is_left_alone() -> None:
    ServiceFactory.create_batch(6, name="Counselling")
    for asked in ("counselling", "xylophone", '"counseling"', ""):
        assert ask(asked).did_you_mean == ""


def test_a_word_that_says_nothing_is_no_better_spelling() -> None:
    ServiceFactory.create_batch(6, name="Il est ici", source_language="fr")
    assert ask("test").did_you_mean == ""
    assert ask("test").results.total == 0


def test_a_hidden_listing_is_no_reason_to_propose_a_word() -> None:
    ServiceFactory(name="Lighthouse", paused=True)
    assert ask("ligthouse").did_you_mean == ""


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_page_offers_the_better_spelling_with_all_that_was_chosen(client, language: str) -> None:
    ServiceFactory.create_batch(2, name='Counselling & "care"', free=True)
    page = client.get(f"/{language}/directory/", {"q": "counslling", "free": "1"}).content.decode()
    link, text = re.search(r'<p class="meant">.*?<a href="(.*?)" dir="auto">(.*?)</a>', page).groups()
    assert text == "Counselling"
    assert unescape(link) == f"/{language}/directory/?free=1&q=Counselling"
    assert 'class="meant"' not in client.get(unescape(link)).content.decode()
