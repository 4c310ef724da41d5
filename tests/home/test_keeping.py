"""What is published is seen by the next reader."""

import pytest
from wagtail.models import Locale

from pagecache import generation
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def is_told(django_capture_on_commit_callbacks):
    """Whether every kept page grows old by what is done."""

    def told(change) -> bool:
        before = generation.current()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return generation.current() > before

    return told


def test_publishing_moving_unpublishing_and_deleting_are_told(is_told):
    page, other = pages.InformationPageFactory(), pages.InformationPageFactory()

    assert is_told(lambda: page.save_revision().publish())
    assert is_told(lambda: page.move(other, pos="last-child"))
    page.refresh_from_db()
    assert is_told(page.unpublish)
    assert is_told(page.delete)


def test_a_changed_image_is_told(is_told):
    assert is_told(pages.SiteImageFactory)


def test_a_new_alias_is_told(is_told):
    page = pages.InformationPageFactory()
    persian = Locale.objects.get(language_code="fa")

    assert is_told(lambda: page.copy_for_translation(persian, alias=True))


def test_a_draft_is_not(is_told):
    page = pages.InformationPageFactory()

    assert not is_told(page.save_revision)


def test_a_visitor_sees_the_new_menu_at_once(client):
    client.get("/en/safety/")
    page = pages.InformationPageFactory(title="The first days", in_menu=True)
    page.save_revision().publish()

    assert "The first days" in client.get("/en/safety/").content.decode()
