"""Photographs tell where and when they were taken: whatever is stored here has been drawn anew.

Willow keeps EXIF and GPS in originals and renditions alike, so the file itself is replaced.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from confidential.pictures import drawn_anew

FORMATS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
}


class RedrawnFile(SimpleUploadedFile):
    """An image of this module's making: nothing but pixels and their colour profile."""


def redrawn(upload: File) -> RedrawnFile:
    """Raises ValidationError when the file cannot be read to its end, or is larger than the site allows."""
    if isinstance(upload, RedrawnFile):
        return upload
    drawing = drawn_anew(upload, FORMATS, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
    return RedrawnFile(Path(upload.name or "").name, drawing.content, content_type=Image.MIME[drawing.format])
