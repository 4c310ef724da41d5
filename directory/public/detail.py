"""All of a listing that its page shows, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from directory import names
from directory.enums import Capacity, VerificationMethod
from directory.public.conditions import Condition, conditions
from directory.public.facts import Facts
from directory.public.hours import OpeningHours, opening_hours
from directory.public.places import PlaceDetail, place_detail
from directory.public.reach import ContactLink, contact_link
from directory.public.trust import trust
from directory.public.wording import Wording, as_written, worded
from directory.vocabulary import NeedSign, Vocabulary


@dataclass(frozen=True, slots=True)
class ListingDetail:
    """`fallback_language` names the language of the texts where they are not in the reader's."""

    id: int
    name: Wording
    alternate_name: str
    summary: Wording
    description: Wording
    application_process: Wording
    fallback_language: str
    organization: str
    needs: tuple[NeedSign, ...]
    contacts: tuple[ContactLink, ...]
    organization_contacts: tuple[ContactLink, ...]
    hours: OpeningHours | None
    places: tuple[PlaceDetail, ...]
    conditions: tuple[Condition, ...]
    confidentiality_note: Wording
    trust: str
    is_fresh: bool
    verified_by: str
    verification_method: str
    is_overdue: bool
    is_full: bool


def detail(facts: Facts, words: Vocabulary, now: datetime) -> ListingDetail:
    reader, source = words.language, facts.source_language
    texts = {part: _worded(facts, part, reader) for part in _TEXTS}
    method = facts.verification_method
    is_overdue = facts.check_due_on < now.date()
    return ListingDetail(
        **texts,
        id=facts.id,
        alternate_name=facts.alternate_name,
        fallback_language=_fallback_language(texts.values(), reader),
        organization=facts.organization.name,
        needs=tuple(words.needs[slug] for slug in facts.needs if slug in words.needs),
        contacts=tuple(map(contact_link, facts.contacts)),
        organization_contacts=_of_organization(facts),
        hours=opening_hours(facts.opening, reader, now) if facts.opening else None,
        places=tuple(place_detail(place, source, reader, now) for place in facts.places),
        conditions=conditions(facts, reader),
        confidentiality_note=as_written(facts.confidentiality_note, source, reader),
        trust=trust(facts.verified_on, reader, is_overdue=is_overdue),
        is_fresh=facts.verified_on is not None and not is_overdue,
        verified_by=facts.verified_by,
        verification_method=str(VerificationMethod(method).label) if method else "",
        is_overdue=is_overdue,
        is_full=facts.capacity == Capacity.FULL,
    )


_TEXTS = ("name", "summary", "description", "application_process")


def _worded(facts: Facts, part: str, reader: str) -> Wording:
    texts = {language: getattr(texts, part) for language, texts in facts.texts.items()}
    return worded(texts, reader, facts.source_language)


def _fallback_language(texts: Iterable[Wording], reader: str) -> str:
    foreign = (text.language for text in texts if text and text.is_fallback)
    return names.language_name(language, reader) if (language := next(foreign, "")) else ""


def _of_organization(facts: Facts) -> tuple[ContactLink, ...]:
    """What the listing does not give already."""
    given = {(contact.kind, contact.value) for contact in facts.contacts}
    others = (c for c in facts.organization.contacts if (c.kind, c.value) not in given)
    return tuple(map(contact_link, others))
