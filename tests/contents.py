"""What a test may find in its database, when it asks for it by the name of a fixture."""

from directory.demo.load import load_directory
from directory.models import City, Need, Service
from directory.signals import told_together
from directory.taxonomy.load import load_taxonomy
from directory.taxonomy.wordings import load_phrases
from tests.factories import CountryFactory, LocationFactory, ServiceFactory

CITIES = {
    "DE": ["hamburg", "berlin", "munich", "essen"],
    "FR": ["lyon", "paris"],
    "GB": ["london"],
    "AT": ["vienna"],
}
SPOKEN = ["fa", "ar", "de", "fr", "en", "ku", "ckb", "tr"]


def town() -> None:
    """The taxonomy, and in each of a few cities one free lawyer who speaks every language."""
    load_taxonomy()
    load_phrases()
    with told_together():
        for code, slugs in CITIES.items():
            country = CountryFactory(code=code)
            for slug in slugs:
                place = LocationFactory(country=country, city=City.objects.get(slug=slug))
                lawyer(place, name=f"House {slug}")


def lawyer(place, **facts) -> Service:
    listing = ServiceFactory(
        organization=place.organization,
        country=place.country,
        free=True,
        needs=[Need.objects.get(slug="legal")],
        locations=[place],
        **facts,
    )
    for code in SPOKEN:
        listing.languages.create(code=code)
    listing.save()
    return listing


def demonstration() -> None:
    """The directory of the demonstration, without the organisation's pages."""
    load_directory(lambda _what, _added: None)


CONTENTS = {"taxonomy": load_taxonomy, "town": town, "demonstration": demonstration}
