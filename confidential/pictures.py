"""A picture tells where and when it was taken: here it is drawn anew, and nothing but what one sees is left.

Shared by the pictures of the public site and by files that people send in confidence.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image

UNREADABLE = _("This file is damaged or not an image: it cannot be read to its end.")
# What Pillow raises over files that were cut off, or made to confuse it.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    EOFError,
    TypeError,
    OverflowError,
    struct.error,
    zlib.error,
)
# Raised by Pillow over the largest of all, before we have seen how large they are.
_ENORMOUS = (Image.DecompressionBombError, Image.DecompressionBombWarning)

# A photograph with a second, smaller one inside, as many phones take them, is a photograph.
_NAMES = {"MPO": "JPEG"}

# What makes a picture upright, by how the camera says it was held.
_UPRIGHT = dict(
    enumerate(
        (
            Image.Transpose.FLIP_LEFT_RIGHT,
            Image.Transpose.ROTATE_180,
            Image.Transpose.FLIP_TOP_BOTTOM,
            Image.Transpose.TRANSPOSE,
            Image.Transpose.ROTATE_270,
            Image.Transpose.TRANSVERSE,
            Image.Transpose.ROTATE_90,
        ),
        start=2,
    )
)

# Pillow's name of each format that may be read, and how it is written again.
Formats = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Drawing:
    """`format` is Pillow's name of it."""

    format: str
    content: bytes


def drawn_anew(file: IO[bytes], formats: Formats, most_pixels: int, *, flat: bool = False) -> Drawing:
    """The same picture, upright, without anything a camera or a person wrote into its file.

    `flat` leaves nothing but what one sees: what was made transparent to hide it is still in the file, and a
    colour profile may say whose camera it was. Raises ValidationError when the file cannot be read to its
    end, or is too large.
    """
    try:
        file.seek(0)
        with Image.open(file, formats=list(formats)) as source:
            if source.width * source.height > most_pixels:
                raise _too_many_pixels(most_pixels)
            return _draw(source, formats, flat=flat)
    except _ENORMOUS as error:
        raise _too_many_pixels(most_pixels) from error
    except _BROKEN as error:
        raise ValidationError(UNREADABLE, code="unreadable") from error


def _too_many_pixels(most: int) -> ValidationError:
    return ValidationError(
        _("This picture is too large: %(limit)s megapixels is the most."),
        code="too_many_pixels",
        params={"limit": round(most / 1e6)},
    )


def _draw(source: Image.Image, formats: Formats, *, flat: bool) -> Drawing:
    image_format = _NAMES.get(source.format or "", source.format or "")
    colour_profile, transparency = source.info.get("icc_profile"), source.info.get("transparency")
    picture = _upright(source)
    picture.info = {} if transparency is None else {"transparency": transparency}
    if flat:
        picture, colour_profile = _on_white(picture), None
    written = BytesIO()
    picture.save(written, image_format, icc_profile=colour_profile, exif=b"", **formats[image_format])
    return Drawing(image_format, written.getvalue())


def _upright(source: Image.Image) -> Image.Image:
    """As ImageOps.exif_transpose, which also writes all that stands beside it anew, and stumbles over it."""
    turn = _UPRIGHT.get(source.getexif().get(ExifTags.Base.Orientation, 1))
    return source.copy() if turn is None else source.transpose(turn)


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("L" if picture.mode in {"1", "L"} else "RGB")
    seen = picture.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(white, seen).convert("RGB")
