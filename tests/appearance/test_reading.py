"""What the reader's language changes on every page: the switch, the digits."""

import re

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils import translation


def languages_of(page: str) -> dict[str, str]:
    return {code: url for url, code in re.findall(r'<a href="([^"]+)"\s+lang="(\w+)"\s+hreflang="\w+"', page)}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fa", "ar", "en", "fr", "de"])
def test_the_switch_stays_on_the_same_content(client: Client, language: str) -> None:
    page = client.get(f"/{language}/safety/").content.decode()
    assert languages_of(page) == {code: f"/{code}/safety/" for code in ("fa", "ar", "en", "fr", "de")}
    assert page.count('aria-current="true"') == 1


@pytest.mark.django_db
def test_the_switch_keeps_what_was_asked(client: Client) -> None:
    page = client.get("/en/safety/?q=lawyer&need=legal").content.decode()
    assert languages_of(page)["fa"] == "/fa/safety/?q=lawyer&amp;need=legal"


def test_a_view_may_know_better_where_the_same_content_is() -> None:
    template = Template(
        "{% load appearance %}{% language_links as languages %}"
        "{% for language in languages %}{{ language.url }} {% endfor %}"
    )
    shown = template.render(Context({"language_links": {"fa": "/fa/هدف/", "en": "/en/aims/"}}))
    assert shown.split() == ["/fa/هدف/", "/ar/", "/en/aims/", "/fr/", "/de/"]


@pytest.mark.parametrize(
    ("language", "shown"), [("fa", "۱۲٬۳۴۵ ۰۹:۳۰"), ("en", "12,345 09:30"), ("de", "12.345 09:30")]
)
def test_numbers_and_hours_have_the_readers_digits(language: str, shown: str) -> None:
    with translation.override(language):
        template = Template('{% load appearance %}{{ 12345|number }} {{ "09:30"|digits }}')
        assert template.render(Context()) == shown
