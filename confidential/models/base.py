from typing import NoReturn
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ConfidentialModel(models.Model):
    """A row that is known before it is written, so that its cells can be bound to it, and says nothing.

    Wagtail keeps an index of which row points to which, and shows it to whoever edits users: not of these.
    """

    wagtail_reference_index_ignore = True

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)

    def __reduce__(self) -> NoReturn:
        raise TypeError("What is confidential is put into no cache and no session.")
