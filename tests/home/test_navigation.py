"""Who speaks, and the menu: read together, and again only when something was published."""

from collections.abc import Callable

import pytest
from django.conf import settings
from wagtail.models import Page

from home.navigation import MenuItem, Organisation, organisation
from pagecache import generation
from tests.factories import pages

pytestmark = pytest.mark.django_db


def spoken(language: str = "en") -> Organisation:
    return organisation(language, generation.current())


def menu(language: str = "en") -> list[str]:
    return [item.title for item in spoken(language).menu]


def publish(page: Page, **texts: str) -> None:
    for name, text in texts.items():
        setattr(page, name, text)
    page.save_revision().publish()


def test_the_menu_has_the_pages_right_below_the_front_page_that_editors_put_there() -> None:
    shown = pages.InformationPageFactory(title="About us", in_menu=True)
    pages.InformationPageFactory(title="Not in the menu")
    pages.InformationPageFactory(title="Draft", in_menu=True, live=False)
    pages.InformationPageFactory(title="Deeper", in_menu=True, parent=shown)
    pages.InformationPageFactory(title="درباره ما", slug="about", in_menu=True, parent=pages.home_in("fa"))
    assert spoken().menu == (MenuItem("About us", "/en/about-us/"),)
    assert spoken("fa").menu == (MenuItem("درباره ما", "/fa/about/"),)


def test_it_stands_in_the_order_that_editors_gave_it() -> None:
    for title in ("About us", "News", "Offices"):
        pages.InformationPageFactory(title=title, in_menu=True)
    last = Page.objects.get(title="Offices")
    last.move(Page.objects.get(title="About us"), pos="left")
    assert menu() == ["Offices", "About us", "News"]


def test_the_organisation_is_what_the_front_page_of_the_language_says() -> None:
    publish(
        pages.home_in("en"), organisation_name="Lantern", tagline="We help", contact_email="a@example.org"
    )
    publish(pages.home_in("fa"), organisation_name="فانوس")
    assert (spoken().name, spoken().tagline, spoken().email) == ("Lantern", "We help", "a@example.org")
    assert (spoken("fa").name, spoken("fa").tagline) == ("فانوس", "")


def test_links_of_the_footer_lead_to_the_page_in_its_language() -> None:
    target = pages.InformationPageFactory(title="Privacy")
    publish(pages.home_in("en"), footer=f'<p><a linktype="page" id="{target.pk}">Privacy</a></p>')
    assert spoken().footer == '<p><a href="/en/privacy/">Privacy</a></p>'


def test_without_a_published_front_page_the_site_has_its_own_name_and_no_menu() -> None:
    pages.InformationPageFactory(title="About us", in_menu=True)
    Page.objects.filter(pk=pages.home_in("en").pk).update(live=False)
    assert spoken() == Organisation(name=settings.WAGTAIL_SITE_NAME)


@pytest.mark.parametrize("entries", [1, 6])
def test_however_long_the_menu_is_it_is_one_query_and_none_from_then_on(
    entries: int, django_assert_num_queries: Callable
) -> None:
    for _ in range(entries):
        pages.InformationPageFactory(in_menu=True)
    state = generation.current()
    with django_assert_num_queries(1):
        assert len(organisation("en", state).menu) == entries
    with django_assert_num_queries(0):
        organisation("en", state)
