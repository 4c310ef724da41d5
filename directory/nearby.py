"""Other listings that may help with the same, in the same town."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from directory.models import Service, ServiceTranslation
from directory.public import Facts, Wording
from directory.public.wording import worded
from directory.vocabulary import Vocabulary

MOST = 4


@dataclass(frozen=True, slots=True)
class RelatedListing:
    url: str
    name: Wording
    organization: str


def related_listings(facts: Facts, words: Vocabulary) -> tuple[RelatedListing, ...]:
    """In one query; only by places that may be found, or a hidden one would be known by its neighbours."""
    cities = {place.city_id for place in facts.places if place.city_id}
    if not cities or not facts.needs:
        return ()
    translated = ServiceTranslation.objects.filter(service=OuterRef("pk"), language=words.language)
    rows = (
        Service.objects.published()
        .found_in(cities)
        .for_any_need(facts.needs)
        .exclude(pk=facts.id)
        .annotate(translated_name=Subquery(translated.values("name")[:1]))
        .order_by("-verified_on", "pk")
        .values_list("pk", "name", "source_language", "organization__name", "translated_name")
    )
    return tuple(
        RelatedListing(
            url=reverse("listing", args=[number]),
            name=worded({words.language: translated or "", source: name}, words.language, source),
            organization=organization,
        )
        for number, name, source, organization, translated in rows[:MOST]
    )
