"""A few hundred listings with every kind of fact at random, and random things to ask of them."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from django.utils.timezone import localdate

from directory.enums import Cost, LegalStatus, LocationVisibility, YesNo
from directory.models import City, Country, Location, Need, NeedTranslation, Organization, Service
from directory.signals import told_together
from search.query import Audience, Delivery, Kind, Order, Point, Query

CITIES = {"DE": ["hamburg", "berlin", "munich"], "FR": ["paris", "lyon"], "AT": ["vienna", "graz"]}
SPOKEN = ["fa", "ar", "de", "fr", "en", "ku", "tr"]
WORDS = {
    "de": [
        "Rechtsberatung",
        "für",
        "Frauen",
        "Anwältin",
        "Wohnung",
        "Übersetzung",
        "München",
        "Straße",
        "kostenlos",
        "Hilfe",
        "Asyl",
    ],
    "fa": [
        "وکیل",
        "مشاوره",
        "روان\u200cشناس",
        "خانه",
        "ترجمه",
        "پناهندگان",
        "رایگان",
        "کودکان",
        "کتاب\u200cها",
        "هامبورگ",
    ],
    "ar": ["محامي", "استشارة", "المساعدات", "ترجمة", "سكن", "لجوء", "مجانية", "النساء", "الأطفال"],
    "fr": [
        "Avocat",
        "conseil",
        "logement",
        "d’urgence",
        "réfugié",
        "traduction",
        "gratuit",
        "enfants",
        "l’asile",
    ],
    "en": [
        "Lawyer",
        "counselling",
        "housing",
        "translation",
        "refugees",
        "free",
        "children",
        "asylum",
        "help",
    ],
}
NEEDS = {
    "legal": {"en": "Law\nlawyer\nattorney", "fa": "حقوقی\nوکیل", "de": "Recht\nAnwalt"},
    "asylum-law": {"en": "Asylum law", "fa": "پناهندگی", "ar": "لجوء"},
    "housing": {"en": "Housing\na place to sleep", "fa": "مسکن\nخانه", "fr": "Logement"},
    "counselling": {"en": "Somebody to talk to", "fa": "مشاوره", "ar": "استشارة"},
}


class Neighbourhood:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - chance, not secrets
        self.countries = [Country.objects.get_or_create(code=code)[0] for code in CITIES]
        self.needs = [self._need(slug, names) for slug, names in NEEDS.items()]
        self.needs[1].parent = self.needs[0]
        self.needs[1].save()

    def fill(self, count: int) -> None:
        with told_together():
            for _each in range(count):
                self._listing()

    def change_some(self, count: int) -> None:
        listings = list(Service.objects.order_by("pk"))
        for listing in self.random.sample(listings, count):
            what = self.random.choice(["name", "pause", "delete", "draft", "need", "cost"])
            if what == "delete":
                listing.delete()
                continue
            if what == "need":
                listing.needs.set(self._some(self.needs))
            listing.name = self._text(listing.source_language) if what == "name" else listing.name
            listing.is_paused = what == "pause"
            listing.live = what != "draft"
            listing.cost = Cost.FREE if what == "cost" else listing.cost
            listing.save()

    def queries(self, count: int) -> Iterator[Query]:
        for _each in range(count):
            yield Query(
                text=self._question(),
                language=self.random.choice(["fa", "ar", "en", "fr", "de"]),
                near=Point(53.55, 10.0) if self._chance(0.1) else None,
                radius_km=self.random.choice([5, 50, 400]) if self._chance(0.15) else None,
                order=self.random.choice(list(Order)),
                **self._filters(),
            )

    def _filters(self) -> dict[str, object]:
        values = {
            Kind.COUNTRY: [*CITIES, "IT"],
            Kind.CITY: [
                "hamburg",
                "paris",
                "vienna",
                "atlantis",
                "nowhere",
            ],  # one in South Africa, one on no map
            Kind.NEEDS: [*NEEDS, "unicorns"],
            Kind.LANGUAGES: SPOKEN,
            Kind.DELIVERY: [*Delivery],
            Kind.AUDIENCE: [*Audience],
        }
        filters = {str(k): tuple(sorted(self._some(v))) for k, v in values.items() if self._chance(0.2)}
        ticks = {tick: self._chance(0.15) for tick in ("free", "no_papers", "open_now")}
        return filters | ticks

    def _question(self) -> str:
        if self._chance(0.3):
            return ""
        if self._chance(0.1):
            return f'"{self._text(self.random.choice(list(WORDS)), 2)}"'
        return " ".join(self._asked_word() for _each in range(self.random.choice([1, 1, 2])))

    def _asked_word(self) -> str:
        """As it stands in a listing, unfinished, or with a slip of the finger."""
        word = self.random.choice(self.random.choice([*WORDS.values(), ["Deutschland", "persisch", "برلین"]]))
        if self._chance(0.3):
            return word[: self.random.randint(2, len(word))]
        place = self.random.randrange(len(word))
        return (
            word[:place] + self.random.choice(["", "x", "ا", "e"]) + word[place + 1 :]
            if self._chance(0.2)
            else word
        )

    def _listing(self) -> None:
        chance = self.random
        language = chance.choice(list(WORDS))
        country = chance.choice(self.countries)
        organization = Organization.objects.create(name=self._text(language, 2))
        listing = Service(
            organization=organization,
            source_language=language,
            name=self._text(language, 3),
            summary=self._text(language, 4),
            description=self._text(language, 8),
            country=country,
            serves_everywhere=self._chance(0.1),
            in_person=self._chance(0.7),
            by_phone=self._chance(0.4),
            by_video=self._chance(0.2),
            by_chat=self._chance(0.1),
            cost=chance.choice([Cost.FREE, Cost.LOW, Cost.PAID, ""]),
            documents_required=chance.choice([YesNo.YES, YesNo.NO, ""]),
            for_women=self._chance(0.2),
            for_families=self._chance(0.1),
            for_lgbt=self._chance(0.1),
            legal_status=chance.choice([*LegalStatus, "", "", ""]),
            live=self._chance(0.9),
            is_paused=self._chance(0.2),
            paused_until=localdate() + timedelta(days=chance.randint(-3, 3)) if self._chance(0.7) else None,
            expire_at=datetime.now(UTC) + timedelta(hours=chance.randint(-5, 60))
            if self._chance(0.2)
            else None,
            verified_on=localdate()
            - timedelta(days=chance.choice([1, 10, 100, 200, 268, 269, 270, 271, 272])),
        )
        listing.save()
        listing.also_serves = self._some(self.countries) if self._chance(0.2) else []
        listing.needs = self._some(self.needs)
        listing.locations = [self._location(organization, country)] if self._chance(0.8) else []
        for code in self._some(SPOKEN):
            listing.languages.add(listing.languages.model(code=code))
        if self._chance(0.3):
            other = chance.choice([code for code in WORDS if code != language])
            listing.translations.add(
                listing.translations.model(language=other, name=self._text(other), summary=self._text(other))
            )
        if self._chance(0.6):
            for weekday in self._some(list(range(7))):
                listing.schedules.add(self._hours(listing, weekday))
        listing.save()

    def _hours(self, listing: Service, weekday: int) -> object:
        opens, closes = self.random.choice([(9, 17), (8, 12), (22, 6), (0, 0)])
        return listing.schedules.model(
            weekday=weekday, opens_at=time(opens), closes_at=time(closes), closes_next_day=closes <= opens
        )

    def _location(self, organization: Organization, country: Country) -> Location:
        city = City.objects.get(slug=self.random.choice(CITIES[country.code]))
        is_exact = self._chance(0.6)
        return Location.objects.create(
            organization=organization,
            country=country,
            city=city,
            region=self.random.choice(["", "Nord", "Süd"]),
            latitude=city.latitude + self.random.uniform(-0.2, 0.2) if is_exact else None,
            longitude=city.longitude + self.random.uniform(-0.2, 0.2) if is_exact else None,
            visibility=self.random.choice([*LocationVisibility, LocationVisibility.FULL]),
        )

    def _need(self, slug: str, names: dict[str, str]) -> Need:
        need = Need.objects.create(slug=slug, icon="legal")
        for language, words in names.items():
            name, *others = words.split("\n")
            NeedTranslation.objects.create(need=need, language=language, name=name, words="\n".join(others))
        return need

    def _text(self, language: str, words: int = 3) -> str:
        return " ".join(self.random.choices(WORDS[language], k=words))

    def _some(self, things: list) -> list:
        return self.random.sample(things, self.random.choice([1, 1, 2, min(3, len(things))]))

    def _chance(self, share: float) -> bool:
        return self.random.random() < share
