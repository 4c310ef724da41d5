"""Phones, e-mail and web addresses of an organization, location or service, as contact points."""

import re
from collections.abc import Iterable
from typing import Any

from directory.enums import ContactKind, ContactVisibility
from directory.imports.cells.phones import read_phones
from directory.imports.cells.text import western_digits
from directory.imports.cells.values import read_email, read_url
from directory.imports.cells.vocabulary import language_code
from directory.imports.contacts import contact_point
from directory.imports.hsds.context import Context
from directory.imports.hsds.tables import OWNER_COLUMNS
from directory.imports.problems import (
    CONTACT_PERSON,
    EMAIL_UNUSABLE,
    NO_PLACE_FOR,
    PHONE_EMPTY,
    URL_COMPLETED,
    URL_UNUSABLE,
)
from directory.imports.records import Record
from directory.imports.rows import Row

KINDS = {"whatsapp": ContactKind.WHATSAPP}
UNSPOKEN = {"fax", "pager", "modem"}
LABEL_LENGTH = 255


def add_contact_points(record: Record, column: str, context: Context) -> None:
    """All rows that name the record in `column`: its phones, and the people to contact with theirs."""
    tables = context.tables
    found = record.values.setdefault("contacts", [])
    for row in tables.owned("phones", column).get(record.external_id, ()):
        if not tables.by_id("contacts").get(row.peek("contact_id")):
            found.extend(_phone(record, row, context))
    for person in tables.owned("contacts", column).get(record.external_id, ()):
        found.extend(_person(record, person, context))
    record.values["contacts"] = [
        dict(item) for item in dict.fromkeys(tuple(point.items()) for point in found)
    ]


def website(row: Row, column: str, context: Context) -> str:
    """A web address that can be stored, else ""; the record's note keeps what cannot."""
    text = row.take(column)
    if not text:
        return ""
    url = read_url(text)
    if url is None:
        context.report.add(URL_UNUSABLE, row.place.at(column), text)
        row.keep(column)
        return ""
    if url != text:
        context.report.add(URL_COMPLETED, row.place.at(column), text)
    return url


def email(row: Row, column: str, context: Context) -> str:
    text = row.take(column)
    address = read_email(text) if text else ""
    if address is None:
        context.report.add(EMAIL_UNUSABLE, row.place.at(column), text)
        row.keep(column)
        return ""
    return address


def _person(record: Record, person: Row, context: Context) -> Iterable[dict[str, Any]]:
    """Somebody's name is not published before that person was asked: for the staff only."""
    name = person.take("name")
    person.take("id", *OWNER_COLUMNS)
    label = ", ".join(filter(None, [name, person.take("title"), person.take("department")]))
    visibility = ContactVisibility.STAFF if name else ContactVisibility.PUBLIC
    points = []
    if address := email(person, "email", context):
        points.append(contact_point(ContactKind.EMAIL, address))
    for row in context.tables.owned("phones", "contact_id").get(person.peek("id"), ()):
        points.extend(_phone(record, row, context))
    for point in points:
        point["label"] = ": ".join(filter(None, [label, point["label"]]))[:LABEL_LENGTH]
        point["visibility"] = visibility.value
    if name and points:
        context.report.add(CONTACT_PERSON, person.place.at("name"), label)
    if label and (not points or len(label) > LABEL_LENGTH):
        record.notes.append(f"contacts: {label}")
        context.report.add(NO_PLACE_FOR, person.place.at("name"), label)
    record.keep("contacts", person)
    return points


def _phone(record: Record, row: Row, context: Context) -> list[dict[str, Any]]:
    row.take("id", *OWNER_COLUMNS)
    points = _dialled(record, row, context) if row.peek("number") else []
    if not row.peek("number"):
        context.report.add(PHONE_EMPTY, row.place.at("number"))
    record.keep("phones", row)
    return points


def _dialled(record: Record, row: Row, context: Context) -> list[dict[str, Any]]:
    kind = row.take("type").casefold()
    if kind in UNSPOKEN:
        row.keep("type")
        context.report.add(NO_PLACE_FOR, row.place.at("type"), f"{kind} {row.peek('number')}")
        return []
    written = row.take("number")
    phones = read_phones(written, context.country)
    if phones.problem:
        context.report.add(phones.problem, row.place.at("number"), written)
    if not phones.numbers:
        row.keep("number")
        row.keep("type")
        return []
    label = _label(row, phones.label, "" if kind in {"", "voice", *KINDS} else kind, context)
    language = _language(record, row, context)
    extension = _extension(row)
    return [
        contact_point(
            KINDS.get(kind, ContactKind.PHONE),
            number.value,
            extension=number.extension or extension,
            label=label,
            language=language,
        )
        for number in phones.numbers
    ]


def _extension(row: Row) -> str:
    """Digits only; "ask for Ann" stays in the note."""
    written = western_digits(row.take("extension"))
    if re.fullmatch(r"[0-9]{0,20}", written):
        return written
    row.keep("extension")
    return ""


def _label(row: Row, written: str, kind: str, context: Context) -> str:
    description = row.take("description")
    label = "; ".join(filter(None, [kind, written, description]))
    if len(label) <= LABEL_LENGTH:
        return label
    row.keep("description")
    if written:
        row.keep("number")
    context.report.add(NO_PLACE_FOR, row.place.at("description"), description)
    return kind


def _language(record: Record, row: Row, context: Context) -> str:
    """A contact point has one language; of several none is more true than the others."""
    rows = context.tables.owned("languages", "phone_id").get(row.peek("id"), ()) if row.peek("id") else ()
    written = [row.take("languages")] if row.peek("languages") else []
    written += [language.peek("code") or language.peek("name") for language in rows]
    codes = [language_code(text) for text in written]
    if len(codes) == 1 and codes[0]:
        return codes[0]
    if written:
        record.notes.append(f"phones.languages: {row.peek('number')}: {', '.join(written)}")
    return ""
