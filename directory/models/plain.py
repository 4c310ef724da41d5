from collections.abc import Collection

from django.db import models

from directory.plain import one_line, plain


class PlainText(models.Model):
    """A row whose texts read as they are stored, whoever wrote or pasted them into a form."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        for field in self._meta.concrete_fields:
            value = getattr(self, field.attname)
            if isinstance(value, str):
                clean = plain if isinstance(field, models.TextField) else one_line
                setattr(self, field.attname, clean(value))
        super().clean_fields(exclude)
