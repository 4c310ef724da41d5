from typing import Any

from modelcluster.models import ClusterableModel

from directory.models.plain import PlainText
from directory.signals import told_together


class Told(ClusterableModel, PlainText):
    """A row whose change, with that of its inline rows, listeners hear of once and after all is written."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with told_together():
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with told_together():
            return super().delete(*args, **kwargs)
