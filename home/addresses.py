"""Where the organisation's pages are read."""

from wagtail.models import Page

from appearance.languages import address_of


def address_of_page(page: Page) -> str:
    """Below the front page of its language, where `home.serving` looks for it.

    Wagtail's own `url` asks the database first which sites there are; here is one.
    """
    below_home = page.url_path.lstrip("/").partition("/")[2]
    return address_of(page.locale.language_code, "wagtail_serve", below_home)
