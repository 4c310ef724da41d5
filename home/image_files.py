"""Photographs tell where and when they were taken: whatever is stored here has been drawn anew.

Willow keeps EXIF and GPS in originals and renditions alike, so the file itself is replaced.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

# Pillow's name of each format, and how it is written.
FORMATS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
}
UNREADABLE = _("This file is damaged or not an image: it cannot be read to its end.")


class RedrawnFile(SimpleUploadedFile):
    """An image of this module's making: nothing but pixels and their colour profile."""


def redrawn(upload: File) -> RedrawnFile:
    """The same picture, upright, without anything a camera or a person wrote into its file.

    Raises ValidationError when the file cannot be read to its end, or is larger than the site allows.
    """
    if isinstance(upload, RedrawnFile):
        return upload
    try:
        upload.seek(0)
        with Image.open(upload, formats=list(FORMATS)) as source:
            _refuse_too_many_pixels(source)
            return _redraw(source, Path(upload.name or "").name)
    except (OSError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(UNREADABLE, code="unreadable") from error


def _refuse_too_many_pixels(source: Image.Image) -> None:
    pixels, limit = source.width * source.height, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    if pixels > limit:
        raise ValidationError(
            _("This image has %(pixels)s megapixels; %(limit)s is the most."),
            code="too_many_pixels",
            params={"pixels": round(pixels / 1e6), "limit": round(limit / 1e6)},
        )


def _redraw(source: Image.Image, name: str) -> RedrawnFile:
    image_format = source.format or ""
    colour_profile, transparency = source.info.get("icc_profile"), source.info.get("transparency")
    picture = ImageOps.exif_transpose(source)
    picture.info = {} if transparency is None else {"transparency": transparency}
    written = BytesIO()
    picture.save(written, image_format, icc_profile=colour_profile, exif=b"", **FORMATS[image_format])
    return RedrawnFile(name, written.getvalue(), content_type=Image.MIME[image_format])
