from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FileKind(TextChoices):
    """What may be sent in confidence, by its media type."""

    JPEG = "image/jpeg", _("JPEG picture")
    PNG = "image/png", _("PNG picture")
    PDF = "application/pdf", _("PDF")
    TEXT = "text/plain", _("plain text")
