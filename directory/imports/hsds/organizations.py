"""Organizations of HSDS, and placeholders for those that other rows name and no row describes."""

from django.utils.translation import gettext as _

from directory.imports.cells.text import western_digits
from directory.imports.hsds.contact_points import add_contact_points, email, website
from directory.imports.hsds.context import Context
from directory.imports.hsds.tables import OWNER_COLUMNS
from directory.imports.problems import (
    LOCATION_ORGANIZATION_UNKNOWN,
    NO_NAME,
    NO_PLACE_FOR,
    ORGANIZATION_UNKNOWN,
    Place,
)
from directory.imports.records import Record
from directory.imports.rows import Row

# Rows about an organization that the site has no fields for.
TOLD_IN_NOTE = ("addresses", "organization_identifiers", "funding", "programs")
UNNAMED = "-"
FOUNDED = range(1000, 3000)


def organization_records(context: Context) -> list[Record]:
    described = [_described(row, context) for row in context.tables["organizations"]]
    known = {record.external_id for record in described}
    return [*described, *_placeholders(known, context)]


def organization_of(row: Row) -> str:
    return row.peek("organization_id") or UNNAMED


def _described(row: Row, context: Context) -> Record:
    record = Record("organizations", row.take("id") or f"row-{row.digest()[:16]}", row.place)
    name = row.take("name")
    if not name:
        context.report.add(NO_NAME, row.place.at("name"), record.external_id)
    record.values = {
        "name": name or _stand_in(record.external_id),
        "alternate_name": row.take("alternate_name"),
        "description": row.take("description"),
        "website": website(row, "website", context),
        "email": email(row, "email", context),
        "legal_status": row.take("legal_status"),
        "year_incorporated": _year(row),
        "is_placeholder": not name,
    }
    add_contact_points(record, "organization_id", context)
    record.keep("organizations", row)
    for table in TOLD_IN_NOTE:
        for other in context.tables.owned(table, "organization_id").get(record.external_id, ()):
            tell_in_note(record, table, other, context)
    return record.finish()


def tell_in_note(record: Record, table: str, row: Row, context: Context) -> None:
    """A row of a table for which the site has no field at all."""
    row.take("id", *OWNER_COLUMNS)
    rest = row.rest()
    if rest:
        context.report.add(NO_PLACE_FOR, row.place, ", ".join(rest.values()))
    record.keep(table, row)
    row.taken.update(rest)


def _year(row: Row) -> int | None:
    written = western_digits(row.take("year_incorporated"))
    if written.isdecimal() and int(written) in FOUNDED:
        return int(written)
    row.keep("year_incorporated")
    return None


def _placeholders(known: set[str], context: Context) -> list[Record]:
    """One for each unknown id, so that what belongs together stays together."""
    missing: dict[str, Place] = {}
    for table, kind in (("services", ORGANIZATION_UNKNOWN), ("locations", LOCATION_ORGANIZATION_UNKNOWN)):
        for row in context.tables[table]:
            identity = organization_of(row)
            if identity not in known:
                context.report.add(kind, row.place.at("organization_id"), row.peek("organization_id"))
                missing.setdefault(identity, row.place.at("organization_id"))
    return [_placeholder(identity, place, context) for identity, place in missing.items()]


def _placeholder(identity: str, place: Place, context: Context) -> Record:
    record = Record("organizations", identity, place)
    record.values = {"name": _stand_in(identity), "is_placeholder": True}
    add_contact_points(record, "organization_id", context)
    return record.finish()


def _stand_in(identity: str) -> str:
    if identity == UNNAMED:
        return _("Unknown organization")
    return _("Organization %(id)s (not in the imported data)") % {"id": identity}
