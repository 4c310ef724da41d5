from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FileKind(TextChoices):
    """What may be sent in confidence, by its media type."""

    JPEG = "image/jpeg", _("JPEG picture")
    PNG = "image/png", _("PNG picture")
    PDF = "application/pdf", _("PDF")
    TEXT = "text/plain", _("plain text")


class AccessReason(TextChoices):
    """Why somebody opened a confidential record; a choice, because words of one's own would name people."""

    WORK = "work", _("to work on it")
    HANDOVER = "handover", _("to hand it over or take it over")
    SECOND_OPINION = "second_opinion", _("as the second pair of eyes")
    ANOTHER_COUNTRY = "another_country", _("from another country, with leave")
    MATCHING = "matching", _("to see whether two belong together")
    OWNER = "owner", _("its owner asked for it")
    APPOINTMENT = "appointment", _("to appoint or dismiss somebody")
    ERASURE = "erasure", _("to erase it")


class ErasureState(TextChoices):
    """How far an erasure got."""

    BEGUN = "begun"
    DONE = "done"
    UNDONE = "undone"
