"""A place where help is given, as an address, a way to it and its own hours."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from directory import names
from directory.enums import WheelchairAccess
from directory.public.facts import Place
from directory.public.hours import OpeningHours, opening_hours
from directory.public.reach import ContactLink, contact_link
from directory.public.wording import Wording, as_written, in_language


@dataclass(frozen=True, slots=True)
class PlaceDetail:
    """`lines` are those of a letter; `geo` is a link that the map on the device opens."""

    name: str
    lines: tuple[str, ...]
    town: str
    country: str
    has_address: bool
    geo: str
    wheelchair: str
    transportation: Wording
    contacts: tuple[ContactLink, ...]
    hours: OpeningHours | None


def place_detail(place: Place, source: str, reader: str, now: datetime) -> PlaceDetail:
    town = in_language(place.town, reader)
    return PlaceDetail(
        name=place.name,
        lines=(*place.street, " ".join(filter(None, [place.postal_code, place.town.get("en", "")]))),
        town=town,
        country=names.country_name(place.country, reader),
        has_address=place.has_address,
        geo=f"geo:{place.latitude:.6f},{place.longitude:.6f}" if place.is_exact else "",
        wheelchair=_wheelchair(place.wheelchair),
        transportation=as_written(place.transportation, source, reader),
        contacts=tuple(map(contact_link, place.contacts)),
        hours=opening_hours(place.opening, reader, now) if place.opening else None,
    )


def _wheelchair(access: str) -> str:
    label = WheelchairAccess(access).label if access else ""
    return _("Wheelchair access: %(access)s") % {"access": label} if label else ""
