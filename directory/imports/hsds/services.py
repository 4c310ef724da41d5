"""Services of HSDS as listings."""

from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from directory.enums import ContactKind, VerificationMethod, YesNo
from directory.imports.cells.costs import read_cost
from directory.imports.cells.values import read_age, read_date
from directory.imports.cells.vocabulary import country_code, language_code
from directory.imports.contacts import contact_point
from directory.imports.hsds.contact_points import add_contact_points, email, website
from directory.imports.hsds.context import Context
from directory.imports.hsds.opening_hours import add_opening_hours
from directory.imports.hsds.organizations import organization_of, tell_in_note
from directory.imports.problems import (
    AGE_UNUSABLE,
    COST_UNCLEAR,
    DATE_FUTURE,
    DATE_UNUSABLE,
    LANGUAGE_UNKNOWN,
    NO_ID,
    NO_NAME,
    NOT_ACTIVE,
    WRONG_OWNER,
)
from directory.imports.records import ORGANIZATION, Record
from directory.imports.rows import Row

TOLD_IN_NOTE = ("funding", "cost_options", "payments_accepted", "metadata")


def service_records(context: Context) -> list[Record]:
    known = {row.peek("id") for row in context.tables["organizations"]}
    return [_service(row, known, context) for row in context.tables["services"]]


def _service(row: Row, known_organizations: set[str], context: Context) -> Record:
    identity, name = row.take("id"), row.take("name")
    record = Record("services", identity or f"row-{row.digest()[:16]}", row.place)
    if not identity:
        context.report.add(NO_ID, row.place.at("id"))
    if not name:
        context.report.add(NO_NAME, row.place.at("name"), identity)
    record.publish = bool(name) and _is_active(row, context) and organization_of(row) in known_organizations
    row.take("organization_id")
    record.values = {
        ORGANIZATION: organization_of(row),
        "name": name or _("Listing without a name"),
        "alternate_name": row.take("alternate_name"),
        "description": row.take("description"),
        "application_process": row.take("application_process"),
        "source_language": context.language,
        "country": context.country,
        "source": context.source,
        "wait_time": row.take("wait_time"),
    }
    record.values |= _cost(row, context) | _ages(row, context) | _checked(row, context)
    _add_links(record, context)
    _add_eligibility(record, row, context)
    _add_documents(record, context)
    _add_languages(record, context)
    _add_areas(record, context)
    add_contact_points(record, "service_id", context)
    _add_own_contacts(record, row, context)
    add_opening_hours(record, "service_id", context)
    record.values["timezone"] = "" if record.values["locations"] else context.timezone
    record.keep("services", row)
    _tell_the_rest(record, row, context)
    return record.finish()


def _is_active(row: Row, context: Context) -> bool:
    status = row.take("status")
    if status.casefold() in ("", "active"):
        return True
    row.keep("status")
    context.report.add(NOT_ACTIVE, row.place.at("status"), status)
    return False


def _cost(row: Row, context: Context) -> dict[str, Any]:
    texts = dict.fromkeys(filter(None, [row.take("fees"), row.take("fees_description")]))
    text = "\n".join(texts)
    cost = read_cost(text)
    if text and not cost:
        context.report.add(COST_UNCLEAR, row.place.at("fees"), text)
    return {"cost": str(cost), "cost_note": text}


def _ages(row: Row, context: Context) -> dict[str, Any]:
    youngest, oldest = _age(row, "minimum_age", context), _age(row, "maximum_age", context)
    if youngest is not None and oldest is not None and oldest < youngest:
        context.report.add(AGE_UNUSABLE, row.place.at("maximum_age"), row.peek("maximum_age"))
        row.keep("maximum_age")
        oldest = None
    return {"minimum_age": youngest, "maximum_age": oldest}


def _age(row: Row, column: str, context: Context) -> int | None:
    written = row.take(column)
    age = read_age(written) if written else None
    if written and age is None:
        context.report.add(AGE_UNUSABLE, row.place.at(column), written)
        row.keep(column)
    return age


def _checked(row: Row, context: Context) -> dict[str, Any]:
    """HSDS says when somebody assured the facts: a partner's check, as old as it is."""
    written = row.take("assured_date")
    date = read_date(written) if written else None
    if date and date > localdate().isoformat():
        context.report.add(DATE_FUTURE, row.place.at("assured_date"), written)
        date = None
    elif written and date is None:
        context.report.add(DATE_UNUSABLE, row.place.at("assured_date"), written)
    if written and date is None:
        row.keep("assured_date")
    return {"verified_on": date, "verification_method": VerificationMethod.PARTNER.value if date else ""}


def _add_links(record: Record, context: Context) -> None:
    links = context.tables.owned("service_at_location", "service_id").get(record.external_id, ())
    known = context.tables.by_id("locations")
    linked = []
    for link in links:
        location = link.peek("location_id")
        if location in known:
            linked.append(location)
        else:
            context.report.add(WRONG_OWNER, link.place.at("location_id"), location)
        if description := link.peek("description"):
            record.notes.append(f"service_at_location.description: {description}")
    record.values["locations"] = sorted(set(linked))
    record.values["in_person"] = bool(linked)


def _add_eligibility(record: Record, row: Row, context: Context) -> None:
    texts = [row.take("eligibility_description")]
    for other in context.tables.owned("eligibilities", "service_id").get(record.external_id, ()):
        texts.append(other.take("eligibility_description"))
        tell_in_note(record, "eligibilities", other, context)
    record.values["eligibility_note"] = "\n".join(filter(None, texts))


def _add_documents(record: Record, context: Context) -> None:
    lines = []
    for row in context.tables.owned("required_documents", "service_id").get(record.external_id, ()):
        lines.append(" ".join(filter(None, [row.take("document"), row.take("uri")])))
        tell_in_note(record, "required_documents", row, context)
    lines = [line for line in lines if line]
    record.values["documents_required"] = YesNo.YES.value if lines else ""
    record.values["documents_note"] = "\n".join(lines)


def _add_languages(record: Record, context: Context) -> None:
    languages: dict[str, dict[str, str]] = {}
    for row in context.tables.owned("languages", "service_id").get(record.external_id, ()):
        code = language_code(row.take("code")) or language_code(row.take("name"))
        row.take("code", "name")
        if code is None:
            context.report.add(LANGUAGE_UNKNOWN, row.place.at("name"), row.peek("name") or row.peek("code"))
            row.keep("code")
            row.keep("name")
        else:
            languages.setdefault(code, {"code": code, "spoken_by": "staff", "note": row.take("note")})
        tell_in_note(record, "languages", row, context)
    record.values["languages"] = list(languages.values())


def _add_areas(record: Record, context: Context) -> None:
    """Areas within the country say more than the site does; other countries are served as well."""
    also = set()
    for row in context.tables.owned("service_areas", "service_id").get(record.external_id, ()):
        code = country_code(row.peek("name"))
        if code in context.countries:
            row.take("name")
            also.add(code)
        tell_in_note(record, "service_areas", row, context)
    record.values["also_serves"] = sorted(also - {context.country})


def _add_own_contacts(record: Record, row: Row, context: Context) -> None:
    if address := email(row, "email", context):
        record.values["contacts"].append(contact_point(ContactKind.EMAIL, address))
    if url := website(row, "url", context):
        record.values["contacts"].append(contact_point(ContactKind.WEBSITE, url))


def _tell_the_rest(record: Record, row: Row, context: Context) -> None:
    for table in TOLD_IN_NOTE:
        for other in context.tables.owned(table, "service_id").get(record.external_id, ()):
            tell_in_note(record, table, other, context)
    program = context.tables.by_id("programs").get(row.peek("program_id"))
    if program:
        record.notes.append(f"programs.name: {program.peek('name')}")
    record.values["needs"] = sorted(_needs(record, context))


def _needs(record: Record, context: Context) -> set[str]:
    """Taxonomy terms that are needs of the site; the others are told in the note."""
    needs = set()
    links = [
        *context.tables.owned("attributes", "link_id").get(record.external_id, ()),
        *context.tables.owned("service_taxonomy", "service_id").get(record.external_id, ()),
    ]
    for link in links:
        term = context.tables.by_id("taxonomy_terms").get(link.peek("taxonomy_term_id"))
        names = [term.peek("code"), term.peek("name")] if term else []
        need = next((found for name in names if (found := context.taxonomy.need(name))), None)
        if need:
            needs.add(need)
        else:
            record.notes.append(f"taxonomy_terms: {' '.join(filter(None, [*names, link.peek('value')]))}")
    return needs
