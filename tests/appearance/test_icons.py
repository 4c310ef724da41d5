import re

import pytest
from django.conf import settings
from django.template import Context, Template

from directory.enums import NeedIcon

SPRITE = (settings.BASE_DIR / "static" / "icons.svg").read_text()
DRAWN = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE))


@pytest.mark.parametrize("need", NeedIcon.values)
def test_every_need_has_its_icon_and_its_colour(need: str) -> None:
    assert need in DRAWN
    assert f'[data-need="{need}"]' in (settings.BASE_DIR / "static" / "css" / "icons.css").read_text()


def test_every_icon_that_a_template_names_is_drawn() -> None:
    named = {
        name
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        for name in re.findall(r'{% icon "([\w-]+)"', path.read_text())
    }
    assert named <= DRAWN


def test_an_icon_is_silent_and_comes_from_this_site() -> None:
    html = Template('{% load appearance %}{% icon "phone" %}').render(Context())
    assert 'aria-hidden="true"' in html
    assert re.search(r'href="/static/icons[.\w]*\.svg#phone"', html)
