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
from directory.public.wording import Wording, as_written, comma, worded
from directory.vocabulary import NeedSign, Vocabulary


@dataclass(frozen=True, slots=True)
class ListingDetail:
    """`fallback_languages` names the languages of whatever is not there in the reader's."""

    id: int
    name: Wording
    alternate_name: str
    summary: Wording
    description: Wording
    application_process: Wording
    fallback_languages: str
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

    @property
    def is_translated(self) -> bool:
        """Whether one can read what it is, even where some detail is in another language."""
        return not self.name.is_fallback


def detail(facts: Facts, words: Vocabulary, now: datetime) -> ListingDetail:
    reader, source = words.language, facts.source_language
    texts = {part: _worded(facts, part, reader) for part in _TEXTS}
    places = tuple(place_detail(place, source, reader, now) for place in facts.places)
    known = conditions(facts, reader)
    confidentiality = as_written(facts.confidentiality_note, source, reader)
    notes = [confidentiality, *(row.note for row in known), *(place.transportation for place in places)]
    method = facts.verification_method
    is_overdue = facts.check_due_on < now.date()
    return ListingDetail(
        **texts,
        id=facts.id,
        alternate_name=facts.alternate_name,
        fallback_languages=_fallback_languages([*texts.values(), *notes], reader),
        organization=facts.organization.name,
        needs=tuple(words.needs[slug] for slug in facts.needs if slug in words.needs),
        contacts=tuple(map(contact_link, facts.contacts)),
        organization_contacts=_of_organization(facts),
        hours=opening_hours(facts.opening, reader, now) if facts.opening else None,
        places=places,
        conditions=known,
        confidentiality_note=confidentiality,
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


def _fallback_languages(texts: Iterable[Wording], reader: str) -> str:
    foreign = dict.fromkeys(text.language for text in texts if text and text.is_fallback)
    return comma(reader).join(names.language_name(language, reader) for language in foreign)


def _of_organization(facts: Facts) -> tuple[ContactLink, ...]:
    """What the listing does not give already."""
    given = {(contact.kind, contact.value) for contact in facts.contacts}
    others = (c for c in facts.organization.contacts if (c.kind, c.value) not in given)
    return tuple(map(contact_link, others))
