from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    ImageQuerySet,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from directory.models.plain import PlainText
from home.image_files import redrawn

WIDTHS = (400, 800, 1200)
# WebP for every browser since 2020, and one picture in the original's own format for those before.
# AVIF would save a fifth more and take ten times as long to write on a small server.
RESPONSIVE_SPECS = [f"width-{width}|format-webp|webpquality-75" for width in WIDTHS]
FALLBACK_SPEC = "width-800|jpegquality-75"


class SafeFile(WagtailImageFieldFile):
    """The one way into the media folder, for forms, imports and shell alike."""

    def save(self, name: str, content: File, **kwargs: bool) -> None:
        super().save(name, redrawn(content), **kwargs)


class SafeImageField(WagtailImageField):
    attr_class = SafeFile


class SiteImageQuerySet(ImageQuerySet):
    def in_bulk(self, *args: Any, **kwargs: Any) -> dict[Any, "SiteImage"]:
        """Texts load all their images through this: bring what is needed to show them."""
        return super(ImageQuerySet, self.prefetch_related("renditions")).in_bulk(*args, **kwargs)


class SiteImage(PlainText, AbstractImage):
    """An image without metadata; the sizes that pages show are made on storing: reading writes nothing."""

    file = SafeImageField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )

    objects = SiteImageQuerySet.as_manager()

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args: Any, **kwargs: Any) -> None:
        is_new_file = bool(self.file) and not self.file._committed  # noqa: SLF001 -- Django offers no other way
        if is_new_file:
            # Before the row is written: turning the picture upright may have swapped width and height.
            self.file.save(self.file.name, self.file.file, save=False)
        super().save(*args, **kwargs)
        if is_new_file:
            self.prepare_renditions()

    @property
    def sources(self) -> list["Rendition"]:
        """What a browser may choose from, narrowest first; nothing is made that was not prepared."""
        return sorted(
            {
                rendition.width: rendition
                for rendition in self.renditions.all()
                if rendition.filter_spec in RESPONSIVE_SPECS
            }.values(),
            key=lambda rendition: rendition.width,
        )

    @property
    def srcset(self) -> str:
        return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in self.sources)

    @property
    def fallback(self) -> "Rendition | SiteImage":
        """For browsers without WebP; the original itself if nothing was prepared."""
        prepared = (r for r in self.renditions.all() if r.filter_spec == FALLBACK_SPEC)
        return next(prepared, self)

    @property
    def url(self) -> str:
        return self.file.url

    def generate_rendition_file(self, *args: Any, **kwargs: Any) -> ContentFile:
        """Wagtail hands out a temporary file that nobody closes."""
        with super().generate_rendition_file(*args, **kwargs) as drawn:
            drawn.seek(0)
            return ContentFile(drawn.read(), name=drawn.name)

    def prepare_renditions(self) -> None:
        self.get_renditions(*RESPONSIVE_SPECS, FALLBACK_SPEC)


class Rendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_made_once"
            )
        ]
