"""What each choice is called in the reader's language."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from directory import names
from directory.enums import LegalStatus
from directory.public.conditions import AUDIENCE
from directory.vocabulary import Vocabulary
from search.cities import known_cities
from search.query import Audience, Delivery, Kind

TITLES = {
    Kind.NEEDS: _("Kind of help"),
    Kind.COUNTRY: _("Country"),
    Kind.CITY: _("City"),
    Kind.LANGUAGES: _("Language"),
    Kind.DELIVERY: _("How"),
    Kind.AUDIENCE: _("For whom"),
}
TICKS = {
    Kind.FREE: _("Free"),
    Kind.NO_PAPERS: _("No papers needed"),
    Kind.OPEN_NOW: _("Open now"),
}
DELIVERIES = {
    Delivery.IN_PERSON: _("In person"),
    Delivery.PHONE: _("By phone"),
    Delivery.VIDEO: _("By video"),
    Delivery.CHAT: _("By chat"),
}
AUDIENCES = {
    **{Audience(group): label for group, label in AUDIENCE.items()},
    **{Audience(status.value): status.label for status in LegalStatus},
}


class Labels:
    """`label(kind, value)`; a value that the site does not know is called by itself."""

    def __init__(self, words: Vocabulary, cities: Iterable[str]) -> None:
        self._words = words
        self._cities = known_cities(cities)

    @property
    def near(self) -> str:
        """What a point on the map is called."""
        return gettext("Near a chosen point")

    def label(self, kind: Kind, value: str) -> str:
        if kind in TICKS:
            return str(TICKS[kind])
        return str(self._namers()[kind](value))

    def _namers(self) -> Mapping[Kind, Callable[[str], object]]:
        language = self._words.language
        return {
            Kind.COUNTRY: lambda code: names.country_name(code, language),
            Kind.CITY: self._city,
            Kind.NEEDS: self._need,
            Kind.LANGUAGES: lambda code: names.language_name(code, language),
            Kind.DELIVERY: lambda way: DELIVERIES[Delivery(way)],
            Kind.AUDIENCE: lambda group: AUDIENCES[Audience(group)],
        }

    def _need(self, slug: str) -> str:
        need = self._words.needs.get(slug)
        return need.name if need else slug

    def _city(self, slug: str) -> str:
        city = self._cities.get(slug)
        return city.name_in(self._words.language) if city else slug
