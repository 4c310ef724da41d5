from django.db import models
from django.utils.translation import gettext_lazy as _


class DailyTask(models.Model):
    """What is done once a day by one process of all; whoever updates `done_on` does it."""

    name = models.CharField(_("name"), max_length=40, primary_key=True)
    done_on = models.DateField(_("done on"))

    class Meta:
        verbose_name = _("daily task")
        verbose_name_plural = _("daily tasks")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
