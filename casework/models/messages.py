from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.enums import Author
from casework.models.cases import Case
from confidential.fields import EncryptedBinaryField, EncryptedTextField
from confidential.models import ConfidentialModel


class Message(ConfidentialModel):
    """One message in the mailbox that the person and the caseworkers share."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="messages")
    author = models.CharField(max_length=8, choices=Author)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = EncryptedTextField(blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        default_permissions = ()
        ordering = ["created_at"]


class Attachment(ConfidentialModel):
    """A file that was redrawn before it was stored; it lies in the database, encrypted, and nowhere else."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    name = EncryptedTextField()
    media_type = models.CharField(max_length=40)
    content = EncryptedBinaryField()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        default_permissions = ()
        ordering = ["created_at"]


class Note(ConfidentialModel):
    """What caseworkers tell each other about a case; the person never sees it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = EncryptedTextField()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        default_permissions = ()
        ordering = ["created_at"]
