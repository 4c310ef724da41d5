"""What somebody has to know before going: for whom it is, what it costs, which papers, in which languages."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appearance.digits import in_digits_of
from directory import names
from directory.enums import Capacity, Cost, LegalStatus, Profession, SpokenBy, YesNo
from directory.public.facts import CredentialFact, Facts, SpokenLanguage
from directory.public.wording import Wording, as_written, comma

DELIVERY = {
    "in_person": gettext_lazy("In person"),
    "by_phone": gettext_lazy("By phone"),
    "by_video": gettext_lazy("By video"),
    "by_chat": gettext_lazy("By chat"),
}
AUDIENCE = {
    "women": gettext_lazy("Women"),
    "men": gettext_lazy("Men"),
    "families": gettext_lazy("Families"),
    "lgbt": gettext_lazy("LGBT+ people"),
}
PAPERS = {
    YesNo.YES.value: gettext_lazy("You need papers"),
    YesNo.NO.value: gettext_lazy("You can come without papers"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """`note` is in the words of whoever wrote it, perhaps in another language."""

    icon: str
    title: str
    text: str
    note: Wording


def conditions(facts: Facts, reader: str) -> tuple[Condition, ...]:
    return tuple(row for row in _rows(facts, reader) if row.text or row.note)


def _rows(facts: Facts, reader: str) -> Iterator[Condition]:
    def row(icon: str, title: str, text: str, note: str = "") -> Condition:
        return Condition(icon, title, text, as_written(note, facts.source_language, reader))

    listed = comma(reader)
    yield row("person", _("For whom"), _for_whom(facts, reader), facts.eligibility_note)
    yield row("tag", _("Cost"), _label(Cost, facts.cost), facts.cost_note)
    yield row("documents", _("Papers"), str(PAPERS.get(facts.documents_required, "")), facts.documents_note)
    yield row(
        "interpreting", _("Languages"), listed.join(_language(spoken, reader) for spoken in facts.languages)
    )
    yield row("chat", _("How"), listed.join(str(DELIVERY[way]) for way in facts.delivery))
    yield row("clock", _("Places"), _label(Capacity, facts.capacity), facts.wait_time)
    yield row("globe", _("Countries"), _countries(facts, reader))
    for credential in facts.credentials:
        yield row("check", _("Licence"), _credential(credential, reader), credential.note)


def _for_whom(facts: Facts, reader: str) -> str:
    groups = [str(AUDIENCE[group]) for group in facts.audience]
    status = _label(LegalStatus, facts.legal_status)
    return comma(reader).join(filter(None, [*groups, _ages(facts, reader), status])) or _("Everybody")


def _ages(facts: Facts, reader: str) -> str:
    ages = {
        "minimum": in_digits_of(reader, str(facts.minimum_age)),
        "maximum": in_digits_of(reader, str(facts.maximum_age)),
    }
    if facts.minimum_age is not None and facts.maximum_age is not None:
        return _("Age %(minimum)s to %(maximum)s") % ages
    if facts.minimum_age is not None:
        return _("Age %(minimum)s and older") % ages
    return _("Up to age %(maximum)s") % ages if facts.maximum_age is not None else ""


def _language(spoken: SpokenLanguage, reader: str) -> str:
    name = names.language_name(spoken.code, reader)
    if spoken.spoken_by == SpokenBy.INTERPRETER:
        return _("%(language)s (with an interpreter)") % {"language": name}
    return name


def _countries(facts: Facts, reader: str) -> str:
    if facts.serves_everywhere:
        return _("Every country")
    return comma(reader).join(names.country_name(code, reader) for code in facts.countries)


def _credential(credential: CredentialFact, reader: str) -> str:
    parts = (credential.regulator, credential.registration_number, credential.areas)
    return comma(reader).join(filter(None, [_label(Profession, credential.profession), *parts]))


def _label(choices: type[TextChoices], value: str) -> str:
    return str(choices(value).label) if value else ""
