"""Reading costs few queries, as many for a full site as for an empty one, and writes nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import pages
from tests.reading import writes

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def queries_of(client, url: str) -> list[str]:
    """With a cookie: the page is made anew, and not taken from those kept for visitors."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url, headers={"cookie": "any=1"}).status_code == 200
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_no_page_takes_more_than_twelve_queries_even_at_first(client, one_of_each, language):
    counts = {name: len(queries_of(client, page.get_url())) for name, page in one_of_each(language).items()}

    assert max(counts.values()) <= MOST_QUERIES, counts


def test_reading_writes_nothing(client, one_of_each):
    for page in one_of_each("en").values():
        assert writes(queries_of(client, page.get_url())) == []
    assert writes(queries_of(client, "/en/feed/")) == []


def test_more_links_pictures_and_questions_cost_no_more_queries(client):
    target = pages.InformationPageFactory()
    paragraph = ("paragraph", f'<p><a linktype="page" id="{target.pk}">Read on</a></p>')
    picture = ("image", {"image": pages.SiteImageFactory(), "alt_text": "A window", "decorative": False})
    short = pages.InformationPageFactory(body=[paragraph, picture])
    long = pages.InformationPageFactory(body=[paragraph, picture] * 8)

    queries_of(client, short.get_url())

    assert len(queries_of(client, long.get_url())) == len(queries_of(client, short.get_url()))


def test_more_news_offices_and_subpages_cost_no_more_queries(client, one_of_each):
    made = one_of_each("en")
    before = {name: len(queries_of(client, page.get_url())) for name, page in made.items()}

    for _ in range(5):
        pages.NewsPageFactory(parent=made["news index"], image=pages.SiteImageFactory())
        pages.OfficePageFactory(parent=made["offices"], country__code="FR")
        pages.InformationPageFactory(parent=made["information"])
    after = {name: len(queries_of(client, page.get_url())) for name, page in made.items()}

    assert all(after[name] <= before[name] for name in made), (before, after)
