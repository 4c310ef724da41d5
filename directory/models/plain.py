from collections.abc import Collection

from django.db import models

from directory.plain import plain


class PlainText(models.Model):
    """A row whose texts read as they are stored, whoever wrote or pasted them into a form."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        for field in self._meta.concrete_fields:
            value = getattr(self, field.attname)
            if isinstance(value, str):
                setattr(self, field.attname, plain(value))
        super().clean_fields(exclude)
