"""Files that people send in confidence: only what one sees of them is kept, under a name that tells nothing.

What somebody calls a file may name a person, and a camera, a word processor or a scanner writes itself into
what it makes. A picture is drawn anew, a PDF becomes pictures of its pages, a text loses its hidden signs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from confidential import pdf_files, pictures
from confidential.enums import FileKind
from confidential.plain_text import decoded, without_hidden_signs

MOST_MEGABYTES = 5
MOST_PIXELS = 25_000_000
# For the `accept` of a form's field.
ENDINGS = {
    ".jpg": FileKind.JPEG,
    ".jpeg": FileKind.JPEG,
    ".png": FileKind.PNG,
    ".pdf": FileKind.PDF,
    ".txt": FileKind.TEXT,
}
_NAMES = {
    FileKind.JPEG: "picture.jpg",
    FileKind.PNG: "picture.png",
    FileKind.PDF: "document.pdf",
    FileKind.TEXT: "text.txt",
}
_BEGINNINGS = {b"\xff\xd8\xff": FileKind.JPEG, b"\x89PNG\r\n\x1a\n": FileKind.PNG, b"%PDF-": FileKind.PDF}
# Unlike on the public site, where a picture is drawn once for all its readers: looking for the smallest
# PNG would keep a sender waiting for half a minute.
_FORMATS = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"compress_level": 6},
}


@dataclass(frozen=True)
class CleanFile:
    name: str
    kind: FileKind
    content: bytes


def cleaned(upload: UploadedFile) -> CleanFile:
    """Raises ValidationError for whatever cannot be made safe, in words that say what to do instead."""
    if (upload.size or 0) > MOST_MEGABYTES * 1024 * 1024:
        raise ValidationError(
            _("This file is too large. %(limit)s MB is the most."),
            code="too_large",
            params={"limit": MOST_MEGABYTES},
        )
    upload.seek(0)
    content = upload.read()
    kind = _kind(upload.name or "", content)
    return CleanFile(_NAMES[kind], kind, _CLEANED[kind](content))


def _kind(name: str, content: bytes) -> FileKind:
    """By what it is; a name that says otherwise is a mistake, or a trick."""
    promised = ENDINGS.get(PurePath(name).suffix.lower())
    if promised is None:
        raise ValidationError(
            _("Only pictures (JPG, PNG), PDF and plain text (TXT) can be sent."), code="kind_of_file"
        )
    begins = (kind for beginning, kind in _BEGINNINGS.items() if content.startswith(beginning))
    if next(begins, FileKind.TEXT) != promised:
        raise ValidationError(
            _("This file is not what its name says. Save it again as JPG, PNG, PDF or TXT."),
            code="another_kind",
        )
    return promised


def _picture(content: bytes) -> bytes:
    return pictures.drawn_anew(BytesIO(content), _FORMATS, MOST_PIXELS, flat=True).content


def _text(content: bytes) -> bytes:
    try:
        return without_hidden_signs(decoded(content)).encode()
    except UnicodeError as error:
        raise ValidationError(
            _("This text cannot be read. Save it as plain text (UTF-8)."), code="unreadable"
        ) from error


_CLEANED: dict[FileKind, Callable[[bytes], bytes]] = {
    FileKind.JPEG: _picture,
    FileKind.PNG: _picture,
    FileKind.PDF: pdf_files.drawn_anew,
    FileKind.TEXT: _text,
}
