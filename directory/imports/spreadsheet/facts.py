"""What a row says beside its texts: how, for how much, since when, and whom to call."""

from functools import partial
from typing import Any

from django.utils.timezone import localdate

from directory.enums import ContactKind, Cost, YesNo
from directory.imports.cells.phones import read_phones
from directory.imports.cells.values import read_date, read_email, read_url
from directory.imports.cells.vocabulary import language_code
from directory.imports.contacts import contact_point
from directory.imports.problems import (
    COST_UNKNOWN,
    DATE_FUTURE,
    DATE_UNUSABLE,
    DELIVERY_UNKNOWN,
    EMAIL_UNUSABLE,
    LANGUAGE_UNKNOWN,
    NEED_UNKNOWN,
    URL_COMPLETED,
    URL_UNUSABLE,
    YES_OR_NO,
)
from directory.imports.records import COUNTRY
from directory.imports.spreadsheet.columns import DELIVERY, choice, delivery, listed
from directory.imports.spreadsheet.context import Line


def facts(line: Line) -> dict[str, Any]:
    ways = line.each("delivery", delivery, DELIVERY_UNKNOWN)
    return {
        **{name: name in ways for name in DELIVERY.values()},
        "languages": [{"code": code} for code in line.each("languages", language_code, LANGUAGE_UNKNOWN)],
        "needs": sorted(line.each("needs", line.context.taxonomy.need, NEED_UNKNOWN)),
        "cost": line.one("cost", partial(choice, Cost), COST_UNKNOWN) or "",
        "documents_required": line.one("documents_required", partial(choice, YesNo), YES_OR_NO) or "",
        "verified_on": _verified_on(line),
    }


def contacts(line: Line) -> list[dict[str, Any]]:
    return [
        *(point for written in listed(line.take("phone")) for point in _phones(written, line)),
        *(
            contact_point(ContactKind.EMAIL, value)
            for value in line.each("email", read_email, EMAIL_UNUSABLE)
        ),
        *(contact_point(ContactKind.WEBSITE, value) for value in _websites(line)),
    ]


def _verified_on(line: Line) -> str | None:
    date = line.one("verified_on", read_date, DATE_UNUSABLE)
    if date and date > localdate().isoformat():
        line.flaw(DATE_FUTURE, "verified_on", date)
        return None
    return date


def _phones(written: str, line: Line) -> list[dict[str, Any]]:
    phones = read_phones(written, line.record.values[COUNTRY])
    if phones.problem:
        tell = line.report if phones.numbers else line.flaw
        tell(phones.problem, "phone", written)
    return [
        contact_point(ContactKind.PHONE, number.value, extension=number.extension, label=phones.label)
        for number in phones.numbers
    ]


def _websites(line: Line) -> list[str]:
    for written in listed(line.row.peek("url")):
        if (address := read_url(written)) and address.casefold() != written.casefold():
            line.report(URL_COMPLETED, "url", written)
    return line.each("url", read_url, URL_UNUSABLE)
