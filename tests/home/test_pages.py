"""What a reader sees of the organisation's pages."""

import pytest
from django.utils.translation import get_language_info

from tests.factories import pages
from tests.home.conftest import LANGUAGES

pytestmark = pytest.mark.django_db


def read(client, page) -> str:
    response = client.get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_of_page_is_there_in_every_language(client, one_of_each, language):
    direction = "rtl" if get_language_info(language)["bidi"] else "ltr"

    for name, page in one_of_each(language).items():
        html = read(client, page)
        assert f'<html lang="{language}" dir="{direction}">' in html, name
        assert f"<h1>{page.title}</h1>" in html, name


def test_a_page_is_made_of_all_kinds_of_blocks(client, one_of_each):
    html = read(client, one_of_each("en")["information"])

    assert "<h2>First steps</h2>" in html
    assert "<p>Come and ask.</p>" in html
    assert 'class="notice notice-warning"' in html
    assert "I was afraid to ask." in html
    assert '<a href="/en/">The front page</a>' in html
    assert 'href="tel:+493023125000"' in html


def test_questions_open_without_script(client):
    page = pages.QuestionsPageFactory(groups=[pages.questions("Papers", 1)])

    html = read(client, page)

    assert "<h2>Papers</h2>" in html
    assert "<summary>Question 0?</summary>" in html
    assert "<p>Answer 0.</p>" in html


def test_the_newest_news_comes_first_ten_on_a_page(client):
    news = pages.NewsIndexPageFactory()
    for day in range(1, 13):
        pages.NewsPageFactory(parent=news, title=f"News of day {day:02}", date=f"2026-03-{day:02}")

    first, second = (client.get(f"{news.get_url()}?page={number}").content.decode() for number in (1, 2))

    assert first.index("News of day 12") < first.index("News of day 11")
    assert "News of day 03" in first
    assert "News of day 02" not in first
    assert "News of day 02" in second


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "%00", "1" * 400])
def test_a_page_of_news_that_is_not_there_shows_the_nearest(client, number):
    news = pages.NewsIndexPageFactory()
    pages.NewsPageFactory(parent=news, title="The only one")

    response = client.get(f"{news.get_url()}?page={number}")

    assert "The only one" in response.content.decode()


def test_drafts_and_pages_that_are_not_there_are_not_found(client):
    draft = pages.InformationPageFactory(live=False)

    assert client.get(draft.get_url()).status_code == 404
    assert client.get("/en/nothing/here/").status_code == 404


def test_pages_are_only_read(client):
    assert client.post("/en/").status_code == 405


def test_the_menu_has_the_pages_chosen_for_it(client):
    pages.InformationPageFactory(title="The first days", in_menu=True)
    pages.InformationPageFactory(title="Not chosen")

    html = client.get("/en/safety/").content.decode()

    assert "The first days" in html
    assert "Not chosen" not in html


def test_the_organisation_speaks_on_every_page(client):
    home = pages.home_in("en")
    home.organisation_name = "House of Light"
    home.tagline = "Nobody starts alone"
    home.save_revision().publish()

    html = client.get("/en/safety/").content.decode()

    assert "House of Light" in html
    assert "Nobody starts alone" in html
    assert "House of Light" not in client.get("/de/safety/").content.decode()


def test_the_title_in_the_browser_can_be_neutral(client):
    page = pages.InformationPageFactory(title="Leaving the group", seo_title="Information")

    assert "<title>Information – " in read(client, page)


def test_a_picture_reserves_its_room_and_waits_until_it_is_scrolled_to(client, one_of_each):
    html = read(client, one_of_each("en")["information"])

    assert 'width="800" height="450" alt="A lit window" loading="lazy"' in html
    assert " 400w, " in html
    assert " 1200w" in html
