from django.db import models
from wagtail.search import index

from directory.models import Country, Need


class StockLanguage(models.Model):
    code = models.CharField(max_length=8, unique=True)

    def __str__(self) -> str:
        return self.code


class StockListing(index.Indexed, models.Model):
    """Texts hold all languages, a line each."""

    name = models.TextField()
    summary = models.TextField()
    description = models.TextField()
    organization = models.CharField(max_length=255)
    country = models.ForeignKey(Country, null=True, on_delete=models.CASCADE, related_name="stock_listings")
    cost = models.CharField(max_length=10, blank=True)
    needs = models.ManyToManyField(Need, related_name="stock_listings")
    languages = models.ManyToManyField(StockLanguage, related_name="stock_listings")

    search_fields = [
        index.SearchField("name", boost=8),
        index.SearchField("summary", boost=3),
        index.SearchField("description"),
        index.FilterField("country_id"),
        index.FilterField("cost"),
        index.RelatedFields("needs", [index.FilterField("slug")]),
        index.RelatedFields("languages", [index.FilterField("code")]),
    ]

    def __str__(self) -> str:
        return self.name
