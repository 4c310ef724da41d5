from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from confidential.pictures import UNREADABLE
from home.image_files import redrawn
from home.models import SiteImage


class WholeImageField(WagtailImageField):
    """Wagtail asks how large a picture is without expecting that its file may break off."""

    def check_image_pixel_size(self, f: File) -> None:
        try:
            super().check_image_pixel_size(f)
        except (OSError, SyntaxError) as error:
            raise ValidationError(UNREADABLE, code="unreadable") from error


class SafeImageForm(BaseImageForm):
    """Every upload in the admin: what cannot be redrawn is refused beside its field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = WholeImageField(label=given.label, widget=given.widget)

    def clean_file(self) -> File:
        upload = self.cleaned_data["file"]
        return redrawn(upload) if "file" in self.changed_data else upload

    def clean(self) -> dict[str, Any]:
        """Refuse an upload whole: Wagtail would keep the untouched file until the other fields are right."""
        cleaned = super().clean()
        if self.errors and "file" in self.changed_data and "file" not in self.errors:
            self.add_error("file", _("Not uploaded: another field of this form is wrong."))
        return cleaned

    def save(self, **kwargs: bool) -> SiteImage:
        image = super().save(**kwargs)
        if kwargs.get("commit", True):
            image.prepare_renditions()
        return image
