"""Draws the pictures of the documentation from the running site: `python -m tests.pictures`."""

import tempfile
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import CHROMIUM_FLAGS, PHONE, chromium
from tests.running_site import ROOT, running_site

FOLDER = ROOT / "docs" / "pictures"
COLOURS = 64
MOST_BYTES = 60_000
DESKTOP = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Picture:
    """`top` is the element at which the picture begins."""

    name: str
    address: str
    top: str = ""
    options: dict[str, object] = field(default_factory=dict)


PICTURES = [
    Picture("reader-1", "/fa/"),
    Picture("reader-2", "/fa/directory/de/counselling/?q=%D9%8A%D9%83+%D8%B3%D8%A7%D8%B9"),
    Picture("reader-3", "/fa/directory/listing/12/"),
    Picture("reader-4", "/fa/directory/listing/12/", top=".panel h3"),
    Picture("reader-5", "/en/directory/listing/6/", options={"viewport": DESKTOP, "color_scheme": "dark"}),
]


def draw(browser: Browser, url: str, picture: Picture) -> bytes:
    context = browser.new_context(base_url=url, **{"viewport": PHONE, **picture.options})
    page = context.new_page()
    page.goto(picture.address)
    if picture.top:
        _scroll_to(page, picture.top)
    drawn = page.screenshot()
    context.close()
    return small(drawn)


def _scroll_to(page: Page, selector: str) -> None:
    """Below the bar that stays in view."""
    page.locator(selector).first.evaluate(
        "top => scrollTo({top: top.getBoundingClientRect().y + scrollY - 80, behavior: 'instant'})"
    )


def small(png: bytes) -> bytes:
    written = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_site(Path(folder)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        for picture in PICTURES:
            drawn = draw(browser, site.url, picture)
            if len(drawn) > MOST_BYTES:
                raise SystemExit(f"{picture.name} weighs {len(drawn)} bytes, more than {MOST_BYTES}")
            (FOLDER / f"{picture.name}.png").write_bytes(drawn)
        browser.close()


if __name__ == "__main__":
    main()
