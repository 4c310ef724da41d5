"""How a listing is reached: numbers that nobody answers, and example domains."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.demo.content import House, Place, notes
from directory.demo.plan import Planned, houses_of
from directory.enums import ContactKind, ContactVisibility, YesNo

LINES_OF_A_HOUSE = 10
DOMAIN = "example.org"
MESSENGERS = (ContactKind.WHATSAPP, ContactKind.SIGNAL, ContactKind.TELEGRAM)
# Telegram knows a person by name; the other two by number.
NAMED = {ContactKind.TELEGRAM}


@dataclass(frozen=True)
class Reach:
    kind: ContactKind
    value: str
    visibility: ContactVisibility = ContactVisibility.PUBLIC
    label: str = ""
    safe_to_leave_message: str = ""


def phone_number(house: House, place: Place, line: int = 0) -> str:
    number = houses_of(place.slug).index(house.slug) * LINES_OF_A_HOUSE + line
    return f"{place.phone}{number:0{place.digits}}"


def website(house: House) -> str:
    return f"https://{house.slug}.{DOMAIN}/"


def email(house: House, box: str = "info") -> str:
    return f"{box}@{house.slug}.{DOMAIN}"


def ways_to_reach(listing: Planned) -> list[Reach]:
    return [*_by_phone(listing), *_by_messenger(listing), *_in_writing(listing), *_not_for_everybody(listing)]


def _by_phone(listing: Planned) -> Iterator[Reach]:
    if "phone" not in listing.delivery and not listing.has_place:
        return
    number = phone_number(listing.house, listing.place, listing.line)
    safe = listing.dice.pick("safe", (YesNo.YES, YesNo.YES, YesNo.NO, ""))
    yield Reach(ContactKind.PHONE, number, safe_to_leave_message=safe)
    if listing.dice.chance("reception", 0.3):
        main = phone_number(listing.house, listing.place)
        yield Reach(ContactKind.PHONE, main, label=_note(listing, "label-main"))


def _by_messenger(listing: Planned) -> Iterator[Reach]:
    if "chat" not in listing.delivery and "message-first" not in listing.offer.apply:
        return
    kind = listing.dice.pick("messenger", MESSENGERS)
    name = f"@{listing.house.slug.replace('-', '_')}_example"
    number = phone_number(listing.house, listing.place, listing.line)
    yield Reach(kind, name if kind in NAMED else number)


def _in_writing(listing: Planned) -> Iterator[Reach]:
    if "write-first" in listing.offer.apply or listing.dice.chance("email", 0.4):
        yield Reach(ContactKind.EMAIL, email(listing.house, listing.offer.slug))
    if listing.dice.chance("website", 0.3):
        yield Reach(ContactKind.WEBSITE, website(listing.house) + listing.offer.slug)


def _not_for_everybody(listing: Planned) -> Iterator[Reach]:
    if listing.dice.chance("staff-line", 0.15):
        box = email(listing.house, "partners")
        yield Reach(ContactKind.EMAIL, box, ContactVisibility.STAFF, _note(listing, "label-staff"))
    if listing.offer.visibility == "hidden":
        number = phone_number(listing.house, listing.place, LINES_OF_A_HOUSE - 1)
        yield Reach(ContactKind.PHONE, number, ContactVisibility.PRIVATE, _note(listing, "label-private"))


def _note(listing: Planned, subject: str) -> str:
    return listing.dice.pick(subject, notes()[subject][listing.language])
