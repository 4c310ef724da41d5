"""The style as a phone gets it: one file, light, legible, the same from either side."""

import gzip
import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import get_finder
from django.core.management import call_command
from pytest_django import Settings

from appearance.storage import BundledStaticFilesStorage

CSS = settings.BASE_DIR / "static" / "css"
TEXTS = ["ink", "quiet", "accent", "good", "warning", "danger"]
NEEDS = [
    *("legal", "interpreting", "housing", "counselling", "health", "documents"),
    *("money", "work", "education", "family", "safety", "food"),
]
PAIRS = [
    *itertools.product([*TEXTS, *NEEDS], ["paper", "surface", "sunken"]),
    *itertools.product(["on-need"], NEEDS),
    ("on-accent", "accent"),
    ("accent", "accent-soft"),
    ("ink", "accent-soft"),
    ("quiet", "accent-soft"),
    ("ink", "warning-soft"),
    ("warning", "warning-soft"),
    ("ink", "danger-soft"),
    ("quiet", "danger-soft"),
    ("danger", "danger-soft"),
    ("paper", "ink"),
]


def colours(scheme: str) -> dict[str, str]:
    light, dark = (CSS / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_seven_to_one_on_every_ground(scheme: str) -> None:
    palette = colours(scheme)
    faint = {pair for pair in PAIRS if contrast(palette[pair[0]], palette[pair[1]]) < 7}
    assert not faint


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(scheme: str) -> None:
    palette = colours(scheme)
    assert all(contrast(palette["edge"], palette[ground]) >= 3 for ground in ("paper", "surface", "sunken"))


def test_every_component_is_part_of_the_stylesheet() -> None:
    imported = set(re.findall(r'@import "(.+)";', (CSS / "site.css").read_text()))
    assert imported == {path.name for path in CSS.glob("*.css")} - {"site.css"}


@pytest.fixture
def collected(tmp_path: Path, settings: Settings) -> Iterator[BundledStaticFilesStorage]:
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "appearance.storage.BundledStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    yield BundledStaticFilesStorage(location=tmp_path)
    get_finder.cache_clear()  # a test may have looked for files elsewhere


def test_a_phone_asks_for_one_stylesheet_under_nine_kilobytes_and_scripts_under_three(
    collected: BundledStaticFilesStorage,
) -> None:
    stylesheet = Path(collected.path(collected.stored_name("css/site.css")))
    text = stylesheet.read_text()
    assert "@import" not in text
    assert all(f"{selector} {{" in text for selector in (".exit", ".card", ".hours", ".footer"))
    assert stylesheet.with_name(f"{stylesheet.name}.br").exists()
    assert len(gzip.compress(stylesheet.read_bytes())) < 9_000
    for script in ("js/exit.js", "js/suggestions.js"):
        assert len(gzip.compress(Path(collected.path(collected.stored_name(script))).read_bytes())) < 3_000


def test_only_what_pages_ask_for_is_kept_and_compressed(collected: BundledStaticFilesStorage) -> None:
    """The first start waits for the compression."""
    files = {path.name for path in Path(collected.location).rglob("*") if path.is_file()}
    unasked = {name for name in files if not re.search(r"\.[0-9a-f]{12}\.", name)}
    assert unasked == {"staticfiles.json"}


def test_a_component_that_changed_is_in_the_stylesheet_when_files_are_collected_again(
    collected: BundledStaticFilesStorage, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    changed = tmp_path_factory.mktemp("changed")
    shutil.copytree(CSS.parent, changed, dirs_exist_ok=True)
    settings.STATICFILES_DIRS = [changed]
    get_finder.cache_clear()
    (changed / "css" / "card.css").write_text(".card { --changed: yes; }")
    call_command("collectstatic", interactive=False, verbosity=0)
    again = BundledStaticFilesStorage(location=collected.location)
    assert "--changed: yes" in Path(again.path(again.stored_name("css/site.css"))).read_text()


def test_collecting_twice_gives_the_same_stylesheet(collected: BundledStaticFilesStorage) -> None:
    name = collected.stored_name("css/site.css")
    call_command("collectstatic", interactive=False, verbosity=0)
    assert BundledStaticFilesStorage(location=collected.location).stored_name("css/site.css") == name
