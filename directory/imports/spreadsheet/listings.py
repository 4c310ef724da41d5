"""A row of the spreadsheet as a listing."""

from typing import Any

from django.utils.translation import gettext as _

from directory.imports.cells.text import western_digits
from directory.imports.cells.vocabulary import country_code, language_code
from directory.imports.problems import (
    COUNTRY_UNKNOWN,
    LANGUAGE_UNKNOWN,
    NO_COUNTRY_NAMED,
    NO_ID_SKIPPED,
    NO_NAME,
    NO_ORGANIZATION,
    ROW_DRAFTED,
)
from directory.imports.records import COUNTRY, ORGANIZATION, Record
from directory.imports.rows import Row
from directory.imports.spreadsheet.columns import EVERYWHERE, LANGUAGES, listed
from directory.imports.spreadsheet.context import Context, Line
from directory.imports.spreadsheet.facts import contacts, facts
from directory.imports.spreadsheet.organizations import organization_key, places

DEFAULT_LANGUAGE = "en"


def listing_record(row: Row, context: Context) -> Record | None:
    """None for a row without an id or a country: the site could not find it again, or show it to anybody."""
    record = Record("services", western_digits(row.take("id")), row.place, publish=not context.as_drafts)
    line = Line(row, record, context)
    if not record.external_id:
        line.report(NO_ID_SKIPPED, "id", row.peek("name"))
        return None
    record.values = _where(line)
    if not record.values["serves_everywhere"] and record.values[COUNTRY] is None:
        line.report(NO_COUNTRY_NAMED, "country", record.external_id)
        return None
    if not row.peek("organization"):
        line.flaw(NO_ORGANIZATION, "organization")
    record.values[ORGANIZATION] = organization_key(line)
    record.values |= _texts(line) | facts(line)
    record.values |= {"locations": places(line), "contacts": contacts(line)}
    record.notes.extend(f"{column}: {value}" for column, value in row.rest().items())
    if not record.publish and not context.as_drafts:
        line.report(ROW_DRAFTED, "", record.external_id)
    return record.finish()


def _where(line: Line) -> dict[str, Any]:
    """The first country looks after the listing."""
    written = [
        (column, name) for column in ("country", "countries_served") for name in listed(line.take(column))
    ]
    codes = []
    for column, name in written:
        code = country_code(name)
        if code:
            codes.append(code)
        elif name != EVERYWHERE:
            line.flaw(COUNTRY_UNKNOWN, column, name)
    line.context.countries.update(codes)
    country = codes[0] if codes else None
    return {
        COUNTRY: country,
        "also_serves": sorted(set(codes) - {country}),
        "serves_everywhere": any(name == EVERYWHERE for _column, name in written),
    }


def _texts(line: Line) -> dict[str, Any]:
    language = line.one("language", _site_language, LANGUAGE_UNKNOWN) or DEFAULT_LANGUAGE
    texts = {}
    for column in ("name", "summary"):
        texts[column] = line.take(column) or line.take(f"{column}_{language}")
        if line.row.peek(f"{column}_{language}") == texts[column]:
            line.take(f"{column}_{language}")
    if not texts["name"]:
        line.flaw(NO_NAME, "name")
    return {
        "source_language": language,
        "name": texts["name"] or _("Listing without a name"),
        "summary": texts["summary"],
        "description": line.take("description"),
        "translations": _translations(line, language, texts["name"]),
    }


def _site_language(text: str) -> str | None:
    code = language_code(text)
    return code if code in LANGUAGES else None


def _translations(line: Line, source_language: str, source_name: str) -> list[dict[str, str]]:
    found = []
    for language in sorted(set(LANGUAGES) - {source_language}):
        name, summary = line.take(f"name_{language}"), line.take(f"summary_{language}")
        if name or summary:
            found.append({"language": language, "name": name or source_name, "summary": summary})
    return found
