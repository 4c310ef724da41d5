"""Everything that the page of a listing shows, whether it is published or being previewed."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from directory.nearby import related_listings
from directory.public import Facts, detail
from directory.vocabulary import Vocabulary

TEMPLATE = "directory/listing.html"


def listing_page(facts: Facts, words: Vocabulary, now: datetime) -> dict[str, Any]:
    return {
        "listing": detail(facts, words, now),
        "related": related_listings(facts, words),
        "trail": _trail(facts, words),
        "site_url": settings.SITE_URL,
    }


def _trail(facts: Facts, words: Vocabulary) -> list[tuple[str, str]]:
    """Country and kind of help, so that one comes back to others like it."""
    trail = [(_("Find help"), reverse("results"))]
    country = next((code for code in facts.countries if code in words.countries), "")
    need = next((words.needs[slug] for slug in facts.needs if slug in words.needs), None)
    if country:
        trail.append((words.countries[country], reverse("country", args=[country])))
    if country and need:
        trail.append((need.name, reverse("country_need", args=[country, need.slug])))
    return trail
