from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class City(models.Model):
    """A city of 15,000 people or more, from GeoNames; a migration fills the table, nobody edits it.

    `name_fa` and `name_ar` are blank where GeoNames knows no name in that script.
    """

    geoname_id = models.PositiveIntegerField(primary_key=True)
    name = models.CharField(_("name"), max_length=200, db_index=True)
    name_fa = models.CharField(max_length=200, blank=True)
    name_ar = models.CharField(max_length=200, blank=True)
    # One name a line: how its own people, and other languages, write it.
    other_names = models.TextField(blank=True)
    slug = models.SlugField(max_length=220, unique=True)
    # A code, not a foreign key: the table knows every city, the directory only some countries.
    country_code = models.CharField(max_length=2, db_index=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    timezone = models.CharField(max_length=50)
    population = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["-population"]

    def __str__(self) -> str:
        return self.name_in(get_language() or "en")

    def name_in(self, language: str) -> str:
        return getattr(self, f"name_{language}", "") or self.name
