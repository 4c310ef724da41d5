"""Rows of HSDS find what they belong to."""

from directory.imports.hsds.folder import Tables
from directory.imports.hsds.tables import OWNER_COLUMNS
from directory.imports.problems import NO_OWNER, NO_PLACE_FOR_TABLE, WRONG_OWNER
from directory.imports.report import Report
from directory.imports.rows import Row

OWNED = {
    "phones": ("service_id", "location_id", "organization_id", "contact_id"),
    "contacts": ("service_id", "location_id", "organization_id"),
    "schedules": ("service_id", "location_id"),
    "holiday_schedules": ("service_id", "location_id"),
    "addresses": ("location_id", "organization_id"),
    "languages": ("service_id", "location_id", "phone_id"),
    "accessibility": ("location_id",),
    "service_areas": ("service_id",),
    "eligibilities": ("service_id",),
    "required_documents": ("service_id",),
    "cost_options": ("service_id",),
    "payments_accepted": ("service_id",),
    "funding": ("service_id", "organization_id"),
    "organization_identifiers": ("organization_id",),
    "programs": ("organization_id",),
    "service_at_location": ("service_id",),
}
# What describes the data, not the help.
HOMELESS = ("taxonomies", "meta_table_descriptions")


def join_service_at_location(tables: Tables) -> None:
    """What holds for a service at one place is told with the service, and says which place."""
    links = tables.by_id("service_at_location")
    places = tables.by_id("locations")
    for table, note in (("phones", "description"), ("schedules", "notes"), ("contacts", "department")):
        for row in tables[table]:
            link = links.get(row.peek("service_at_location_id"))
            if link is None or row.peek("service_id") or row.peek("location_id"):
                continue
            place = places.get(link.peek("location_id"))
            row.cells["service_id"] = link.peek("service_id")
            said = [row.peek(note), place.peek("name") if place else ""]
            row.cells[note] = "; ".join(filter(None, said))


def join_locations(tables: Tables) -> None:
    """In JSON a place is often named by its services only: it belongs to their organization."""
    services = tables.by_id("services")
    for location in tables["locations"]:
        links = tables.owned("service_at_location", "location_id").get(location.peek("id"), ())
        named = (services.get(link.peek("service_id")) for link in links)
        owners = [service.peek("organization_id") for service in named if service]
        if owners and not location.peek("organization_id"):
            location.cells["organization_id"] = owners[0]


def report_ownerless(tables: Tables, report: Report) -> None:
    for table, columns in OWNED.items():
        for row in tables[table]:
            _report_ownerless(row, columns, tables, report)
    for table in HOMELESS:
        for row in tables[table]:
            report.add(NO_PLACE_FOR_TABLE, row.place, " ".join(row.rest().values()))


def _report_ownerless(row: Row, columns: tuple[str, ...], tables: Tables, report: Report) -> None:
    owners = {column: row.peek(column) for column in columns if row.peek(column)}
    wrong = {column: owner for column, owner in owners.items() if not _exists(column, owner, tables)}
    whole = ", ".join(f"{column}={value}" for column, value in row.cells.items() if value)
    if not owners:
        report.add(NO_OWNER, row.place, whole)
    elif len(wrong) == len(owners):
        report.add(WRONG_OWNER, row.place.at(next(iter(wrong))), whole)


def _exists(column: str, owner: str, tables: Tables) -> bool:
    """An unknown organization gets a placeholder as soon as a service or location names it."""
    if owner in tables.by_id(OWNER_COLUMNS[column]):
        return True
    return column == "organization_id" and any(
        owner in tables.owned(table, column) for table in ("services", "locations")
    )
