"""An editor hears that an office opens later: a draft, a look at it in Arabic, and it is on the site."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.e2e.hands import log_in, press
from tests.running_site import ROOT, RunningSite

DESK = {"width": 1280, "height": 900}
SLOW = 20_000
LISTING = "Erste Beratung zum Asyl"
# Set it to renew the pictures in the documentation.
PICTURES = os.environ.get("KEEP_PICTURES")


@pytest.fixture
def desk(open_page: Callable[..., Page], site: RunningSite) -> Page:
    page = open_page("/admin/login/", viewport=DESK, locale="en-GB")
    log_in(page, site.admin_name, site.admin_password)
    return page


def picture(page: Page, name: str) -> None:
    if PICTURES:
        taken = Image.open(BytesIO(page.screenshot()))
        taken.quantize(64).save(ROOT / "docs" / "pictures" / f"{name}.png", optimize=True)


def first_opening(page: Page) -> Locator:
    return page.locator("#id_schedules-0-opens_at")


def test_correcting_an_opening_hour(desk: Page, open_page: Callable[..., Page]) -> None:
    desk.goto(f"/admin/listings/?q={LISTING}")
    picture(desk, "editor-1")
    press(desk.get_by_role("link", name=LISTING, exact=True))
    form = desk.url
    public = f"/de/directory/listing/{form.rstrip('/').rpartition('/')[2]}/"
    expect(open_page(public).locator("main")).not_to_contain_text("14:10")

    desk.get_by_role("tab", name="Hours").click()
    first_opening(desk).fill("14:10")
    picture(desk, "editor-2")
    press(desk.get_by_role("button", name="Save draft"))
    expect(open_page(public).locator("main")).not_to_contain_text("14:10")

    desk.goto(form)
    desk.get_by_role("tab", name="Hours").click()
    expect(first_opening(desk)).to_have_value("14:10")

    desk.get_by_role("button", name="Toggle preview").click()
    shown = desk.frame_locator("#w-preview-iframe:not(.w-preview__proxy)")
    # The first look has to be there before another is asked for: a choice made while it loads is lost.
    expect(shown.locator("main")).to_be_visible(timeout=SLOW)
    desk.get_by_label("Preview mode").select_option("ar")
    expect(shown.locator("html")).to_have_attribute("lang", "ar", timeout=SLOW)
    expect(shown.locator("main")).to_contain_text("14:10", timeout=SLOW)
    picture(desk, "editor-3")

    desk.get_by_role("button", name="More actions").click()
    press(desk.get_by_role("button", name="Publish"))
    page = open_page(public)
    expect(page.locator("main")).to_contain_text("14:10")
    page.locator(".hours").first.scroll_into_view_if_needed()
    picture(page, "editor-4")


def test_every_picture_of_the_documentation_is_small_and_shown() -> None:
    shown = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")
    for path in Path(ROOT / "docs" / "pictures").glob("editor-*.png"):
        assert path.stat().st_size <= 60_000, path
        assert f"pictures/{path.name}" in shown, path
