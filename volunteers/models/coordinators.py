from django.conf import settings
from django.db import models

from directory.models import Country
from directory.models.plain import PlainText
from volunteers.managers import CoordinatorQuerySet


class Coordinator(models.Model):
    """Looks after the volunteers of one country. Nothing else opens the desk, being a superuser neither."""

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    # Nobody is dismissed in passing.
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(auto_now_add=True)

    objects = CoordinatorQuerySet.as_manager()

    class Meta:
        # Nobody is given these by a group; who appoints is decided in the desk.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "country"], name="coordinator_once_per_country")
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.user_id}"


class Wanted(PlainText):
    """What the coordinators of a country say to whoever would like to help there; everybody may read it."""

    wagtail_reference_index_ignore = True

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=5, choices=settings.LANGUAGES)
    text = models.TextField(max_length=1_000)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["country", "language"], name="wanted_once_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.language}"
