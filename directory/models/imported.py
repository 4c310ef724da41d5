"""Where a row came from, so that a second import finds it again."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Imported(models.Model):
    import_source = models.CharField(_("import source"), max_length=100, blank=True, editable=False)
    external_id = models.CharField(
        _("external ID"),
        max_length=100,
        blank=True,
        help_text=_("The number of this entry in the data it came from."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["import_source", "external_id"],
                condition=~models.Q(external_id=""),
                name="%(app_label)s_%(class)s_imported_once",
                violation_error_message=_("Another entry already has this external ID."),
            )
        ]


class ImportedRecord(models.Model):
    """What the last import brought, to tell a change made here from a change at the source.

    Kept beside the listings, not in them: an older revision that is published again must not bring back
    what an older import said.
    """

    source = models.CharField(max_length=100)
    table = models.CharField(max_length=20)
    external_id = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    values = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "table", "external_id"], name="imported_record_once")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.table} {self.external_id}"
