"""The listings of the demonstration, reduced to the facts that decide whom they help."""

from dataclasses import dataclass

from directory import parts
from directory.demo.load import SOURCE
from directory.enums import SpokenBy
from directory.models import Need, Service
from directory.public import Facts, facts_of


@dataclass(frozen=True)
class Listing:
    """`house`, `offer` and `city` are the parts of the demonstration's external ID.

    `name` is what it is called in each of its languages; `city` is where help is given even if the address
    is hidden; `needs` holds the broader ones too.
    """

    id: int
    name: frozenset[str]
    house: str
    offer: str
    city: str
    needs: frozenset[str]
    country: frozenset[str]
    speaks: frozenset[str]
    delivery: frozenset[str]
    audience: frozenset[str]
    cost: str


def visible_listings() -> list[Listing]:
    services = parts.complete(list(Service.objects.published().filter(import_source=SOURCE)))
    broader = dict(Need.objects.filter(parent__isnull=False).values_list("slug", "parent__slug"))
    return [_listing(service.external_id, facts_of(service), broader) for service in services]


def _listing(external_id: str, facts: Facts, broader: dict[str, str]) -> Listing:
    house, offer, city = external_id.split("/")
    return Listing(
        id=facts.id,
        name=frozenset(texts.name for texts in facts.texts.values()),
        house=house,
        offer=offer,
        city=city,
        needs=frozenset([*facts.needs, *(broader[need] for need in facts.needs if need in broader)]),
        country=frozenset(facts.countries),
        speaks=frozenset(each.code for each in facts.languages if each.spoken_by == SpokenBy.STAFF),
        delivery=frozenset(way.removeprefix("by_") for way in facts.delivery),
        audience=frozenset(facts.audience),
        cost=facts.cost,
    )
