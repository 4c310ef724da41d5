"""The checkers find what they are there to find: a check that cannot fail shows nothing."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page

FAULTY = """<!doctype html><html><head><title>x</title></head>
<body><img src="data:,"><a id=a id=a></a><p style="color:#666">pale</p></body></html>"""


def test_axe_finds_a_picture_without_words(browser: Browser, axe: Callable[[Page], list[str]]) -> None:
    page = browser.new_page()
    page.set_content(FAULTY)
    found = axe(page)
    assert any(finding.startswith("image-alt") for finding in found)
    assert any(finding.startswith("html-has-lang") for finding in found)
    assert any(finding.startswith("color-contrast-enhanced") for finding in found)


def test_nu_finds_a_name_given_twice(nu: Callable[[str], list[str]]) -> None:
    found = nu(FAULTY)
    assert any("Duplicate attribute" in finding for finding in found)
    assert any("alt" in finding for finding in found)


def test_a_page_without_fault_has_no_findings(
    browser: Browser, axe: Callable[[Page], list[str]], nu: Callable[[str], list[str]]
) -> None:
    sound = (
        '<!doctype html><html lang="en"><head><title>Sound</title></head>'
        "<body><main><h1>Sound</h1><p>Words.</p></main></body></html>"
    )
    page = browser.new_page()
    page.set_content(sound)
    assert axe(page) == []
    assert nu(sound) == []
