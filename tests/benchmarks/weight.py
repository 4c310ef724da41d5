"""What a phone loads the first time: each page with all that it needs, compressed, heads of answers included.

And the way from the home page to a phone number, where everything is loaded once.
"""

import re
import urllib.request
from urllib.parse import urldefrag, urljoin

from pagecache.encodings import EXPAND
from tests.benchmarks.served import demonstration

# As phones send it; of what they take the site chooses the smallest.
HEADERS = {"Accept-Encoding": "gzip, deflate, br, zstd", "Accept": "text/html,image/avif,image/webp,*/*"}
KILOBYTE = 1_000
MOST = {"home": 80, "results": 40, "listing": 40}
MOST_ON_THE_WAY = 100
TAG = re.compile(r"<(link|script|img|source|use)\b([^>]*)>", re.IGNORECASE)
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
LOADED_LINKS = {"stylesheet", "icon", "preload"}
IN_STYLES = re.compile(r"url\([\"']?([^\"')]+)")


def main() -> None:
    with demonstration() as site:
        for language in ("en", "fa"):
            _measure(f"{site}/{language}/", language)


def _measure(home: str, language: str) -> None:
    results = urljoin(home, "directory/")
    listing = urljoin(home, re.search(r'href="([^"]*/listing/\d+/)"', _get(results)[0]).group(1))
    way: dict[str, int] = {}
    for name, url in {"home": home, "results": results, "listing": listing}.items():
        parts = first_load(url)
        way |= parts
        _say(f"{language} {name}", parts, MOST[name])
    _say(f"{language} home to a phone number", way, MOST_ON_THE_WAY)


def first_load(url: str) -> dict[str, int]:
    """Bytes by address, of the page and of all it asks for."""
    html, size = _get(url)
    parts = {url: size}
    for address in _resources(html, url):
        text, parts[address] = _get(address)
        for further in IN_STYLES.findall(text) if ".css" in address else ():
            if not further.startswith("data:"):
                parts[urljoin(address, further)] = _get(urljoin(address, further))[1]
    return parts


def _resources(html: str, base: str) -> list[str]:
    found = (_address(tag.lower(), dict(ATTRIBUTE.findall(rest))) for tag, rest in TAG.findall(html))
    return list(dict.fromkeys(urldefrag(urljoin(base, address)).url for address in found if address))


def _address(tag: str, attributes: dict[str, str]) -> str:
    if tag == "link":
        return attributes.get("href", "") if attributes.get("rel") in LOADED_LINKS else ""
    if "srcset" in attributes:  # the sharpest: phones have the finest screens
        return attributes["srcset"].split(",")[-1].split()[0]
    return attributes.get("href" if tag == "use" else "src", "")


def _get(url: str) -> tuple[str, int]:
    """The text, expanded, and how many bytes came."""
    with urllib.request.urlopen(urllib.request.Request(url, headers=HEADERS)) as response:
        body = response.read()
        head = len(str(response.headers).encode())
        expand = EXPAND[response.headers.get("Content-Encoding", "")]
    return expand(body).decode(errors="replace"), len(body) + head


def _say(name: str, parts: dict[str, int], most: int) -> None:
    total = sum(parts.values()) / KILOBYTE
    heaviest = sorted(parts.items(), key=lambda part: -part[1])[:4]
    named = ", ".join(
        f"{url.rpartition('/')[2] or 'the page'} {size / KILOBYTE:.1f}" for url, size in heaviest
    )
    verdict = "within" if total <= most else "TOO HEAVY, more than"
    print(
        f"{name:<28} {total:>6.1f} kB in {len(parts):>2} answers, {verdict} {most} kB   ({named})", flush=True
    )
