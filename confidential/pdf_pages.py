"""Draws the pages of a PDF as pictures: a program of its own, which reads a PDF and writes another one.

A PDF may be made to crash its reader, or to keep it busy for ever. So nothing of the site is imported here,
no key is in this program's environment, and the system ends it when it takes too much. It hands back pictures
alone: no script, attachment, form, metadata or author. What it ends with says why it gave up.
"""

import resource
import sys
from collections.abc import Iterator
from enum import IntEnum
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 20
SECONDS = 20
MOST_MEMORY = 1024 * 1024 * 1024
DOTS_AN_INCH = 150
# A4 at that: small print stays readable, and a page as large as a house does not become a large picture.
LONGEST_SIDE = 1754
_POINTS_AN_INCH = 72
_PASSWORD_NEEDED = 4


class GaveUp(IntEnum):
    """Whatever else it ends with means that the file cannot be read."""

    PASSWORD = 11
    TOO_MANY_PAGES = 12


def main() -> None:
    _limit_what_this_program_may_take()
    sys.stdout.buffer.write(_drawn(sys.stdin.buffer.read()))


def _limit_what_this_program_may_take() -> None:
    """It writes no file either, and leaves nothing of what it read in a core dump."""
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _drawn(content: bytes) -> bytes:
    from PIL import Image

    first, *others = [Image.open(page) for page in _pages(_opened(content))]
    written = BytesIO()
    first.save(
        written,
        "PDF",
        save_all=True,
        append_images=others,
        resolution=DOTS_AN_INCH,
        creationDate=None,
        modDate=None,
    )
    return written.getvalue()


def _opened(content: bytes) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        if error.err_code == _PASSWORD_NEEDED:
            sys.exit(GaveUp.PASSWORD)
        raise
    document.init_forms()  # what somebody filled in is part of what one sees
    if len(document) > MOST_PAGES:
        sys.exit(GaveUp.TOO_MANY_PAGES)
    return document


def _pages(document: "PdfDocument") -> Iterator[BytesIO]:
    """One at a time in full: as a JPEG it waits in little room."""
    for page in document:
        scale = min(DOTS_AN_INCH / _POINTS_AN_INCH, LONGEST_SIDE / max(page.get_size()))
        picture = page.render(scale=scale).to_pil().convert("RGB")
        page.close()
        kept = BytesIO()
        picture.save(kept, "JPEG", quality=85)
        yield kept


if __name__ == "__main__":
    main()
