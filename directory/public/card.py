"""A listing among others: what one needs to choose. Made from a small document that an index can keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from appearance.languages import address_of
from directory import names, phones
from directory.enums import ContactKind, Cost
from directory.opening import Hours, Opening, is_open
from directory.public.facts import Facts
from directory.public.trust import trust
from directory.public.wording import Wording, comma, in_language, worded
from directory.vocabulary import NeedSign, Vocabulary

MOST_LANGUAGES = 6


@dataclass(frozen=True, slots=True)
class PhoneLink:
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class ListingCard:
    id: int
    url: str
    name: Wording
    summary: Wording
    organization: str
    needs: tuple[NeedSign, ...]
    place: str
    languages: str
    cost: str
    is_free: bool
    is_open: bool
    phone: PhoneLink | None
    trust: str
    is_fresh: bool


def card_document(facts: Facts) -> dict[str, Any]:
    """What a card needs, in every language at once, JSON-able; hold it beside the row of an index."""
    return {
        "id": facts.id,
        "external_id": facts.external_id,
        "source": facts.source_language,
        "name": _by_language(facts, "name"),
        "summary": _by_language(facts, "summary"),
        "organization": facts.organization.name,
        "needs": list(facts.needs),
        "towns": [dict(place.town) for place in facts.places if place.town],
        "country": facts.countries[0] if facts.countries else "",
        "languages": [spoken.code for spoken in facts.languages],
        "cost": facts.cost,
        "phone": _phone_document(facts),
        "verified_on": facts.verified_on.isoformat() if facts.verified_on else "",
        "check_due_on": facts.check_due_on.isoformat(),
        "openings": [_opening_document(opening) for opening in facts.openings],
    }


def card(document: Mapping[str, Any], words: Vocabulary, now: datetime) -> ListingCard:
    """In the language of the words; `now` has a time zone."""
    reader, needs = words.language, words.needs
    is_overdue = document["check_due_on"] < now.date().isoformat()
    return ListingCard(
        id=document["id"],
        url=address_of(reader, "listing", document["id"]),
        name=worded(document["name"], reader, document["source"]),
        summary=worded(document["summary"], reader, document["source"]),
        organization=document["organization"],
        needs=tuple(needs[slug] for slug in document["needs"] if slug in needs),
        place=_place(document, reader),
        languages=_languages(document["languages"], reader),
        cost=str(Cost(document["cost"]).label) if document["cost"] else "",
        is_free=document["cost"] == Cost.FREE,
        is_open=any(is_open(_opening(kept), now) for kept in document["openings"]),
        phone=PhoneLink(*document["phone"]) if document["phone"] else None,
        trust=trust(_date(document["verified_on"]), reader, is_overdue=is_overdue),
        is_fresh=bool(document["verified_on"]) and not is_overdue,
    )


def _place(document: Mapping[str, Any], reader: str) -> str:
    towns = [in_language(town, reader) for town in document["towns"]]
    country = names.country_name(document["country"], reader) if document["country"] else ""
    return comma(reader).join(filter(None, [*dict.fromkeys(towns[:2]), country]))


def _languages(codes: list[str], reader: str) -> str:
    """The reader's own language first."""
    ordered = sorted(codes, key=lambda code: code != reader)[:MOST_LANGUAGES]
    return comma(reader).join(names.language_name(code, reader) for code in ordered)


def _by_language(facts: Facts, part: str) -> dict[str, str]:
    texts = ((language, getattr(written, part)) for language, written in facts.texts.items())
    return {language: text for language, text in texts if text}


def _phone_document(facts: Facts) -> list[str]:
    """Of several numbers the nearest, as it is dialled and as it is read."""
    numbers = (contact.value for contact in facts.all_contacts if contact.kind == ContactKind.PHONE)
    nearest = next(numbers, None)
    return [nearest, phones.readable(nearest)] if nearest else []


def _opening_document(opening: Opening) -> list[Any]:
    return [
        opening.zone,
        [
            [
                hours.weekday,
                hours.opens,
                hours.closes,
                hours.valid_from.isoformat() if hours.valid_from else "",
                hours.valid_to.isoformat() if hours.valid_to else "",
            ]
            for hours in opening.hours
        ],
    ]


def _opening(document: list[Any]) -> Opening:
    zone, rows = document
    return Opening(zone, tuple(_hours(*row) for row in rows))


def _hours(weekday: int, opens: int, closes: int, begins: str, ends: str) -> Hours:
    return Hours(weekday, opens, closes, _date(begins), _date(ends))


def _date(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
