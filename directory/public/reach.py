"""How a contact is used with one tap, and how it is read."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext_lazy as _

from directory import phones
from directory.enums import ContactKind, YesNo
from directory.public.facts import ContactPoint

MESSAGE_NOTES = {
    YesNo.YES.value: _("You can leave a message."),
    YesNo.NO.value: _("Do not leave a message: others may hear it."),
}


@dataclass(frozen=True, slots=True)
class ContactLink:
    kind: str
    kind_label: str
    url: str
    text: str
    extension: str
    label: str
    note: str


def contact_link(contact: ContactPoint) -> ContactLink:
    return ContactLink(
        kind=contact.kind,
        kind_label=str(ContactKind(contact.kind).label),
        url=_URLS[ContactKind(contact.kind)](contact.value),
        text=_text(contact),
        extension=contact.extension,
        label=contact.label,
        note=str(MESSAGE_NOTES.get(contact.safe_to_leave_message, "")),
    )


def _text(contact: ContactPoint) -> str:
    if contact.kind in (ContactKind.PHONE, ContactKind.WHATSAPP) or contact.value.startswith("+"):
        return phones.readable(contact.value)
    if contact.kind == ContactKind.WEBSITE:
        return contact.value.partition("://")[2].removeprefix("www.").rstrip("/")
    return contact.value


def _signal(value: str) -> str:
    """A number or a name, or the link that Signal itself gives."""
    if value.startswith("https://signal.me/"):
        return value
    kind = "p" if value.startswith("+") else "u"
    return f"https://signal.me/#{kind}/{quote(value, safe='+')}"


def _telegram(value: str) -> str:
    return f"https://t.me/{quote(value.removeprefix('https://t.me/').removeprefix('@'), safe='+')}"


_URLS = {
    ContactKind.PHONE: lambda value: f"tel:{value}",
    ContactKind.WHATSAPP: lambda value: f"https://wa.me/{value.removeprefix('+')}",
    ContactKind.SIGNAL: _signal,
    ContactKind.TELEGRAM: _telegram,
    ContactKind.EMAIL: lambda value: f"mailto:{quote(value, safe='@+')}",
    ContactKind.WEBSITE: lambda value: value,
}
