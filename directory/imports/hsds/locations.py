"""Locations of HSDS with their addresses, hours and contact points."""

from collections.abc import Iterable

from directory.enums import WheelchairAccess
from directory.imports.cells.addresses import seams
from directory.imports.cells.values import read_coordinates
from directory.imports.cells.vocabulary import country_code
from directory.imports.hsds.contact_points import add_contact_points
from directory.imports.hsds.context import Context
from directory.imports.hsds.opening_hours import add_opening_hours
from directory.imports.hsds.organizations import organization_of, tell_in_note
from directory.imports.hsds.tables import OWNER_COLUMNS
from directory.imports.problems import (
    ADDRESS_GLUED,
    ADDRESS_SEVERAL,
    COORDINATES_UNUSABLE,
    COUNTRY_UNKNOWN,
    LOCATION_UNUSED,
    NO_ID,
)
from directory.imports.records import ORGANIZATION, Record
from directory.imports.rows import Row


def location_records(context: Context) -> list[Record]:
    used = {row.peek("location_id") for row in context.tables["service_at_location"]}
    records = []
    for row in context.tables["locations"]:
        records.append(_location(row, context))
        if row.peek("id") not in used:
            context.report.add(LOCATION_UNUSED, row.place.at("id"), row.peek("id"))
    return records


def _location(row: Row, context: Context) -> Record:
    identity = row.take("id")
    if not identity:
        context.report.add(NO_ID, row.place.at("id"))
    record = Record("locations", identity or f"row-{row.digest()[:16]}", row.place)
    row.take("organization_id", "location_type")
    latitude, longitude = _coordinates(row, context)
    record.values = {
        ORGANIZATION: organization_of(row),
        "name": row.take("name", "alternate_name"),
        "latitude": latitude,
        "longitude": longitude,
        "transportation": row.take("transportation"),
        "wheelchair": "",
        "country": context.country,
        "address_1": "",
        "address_2": "",
        "city": None,
        "place_name": "",
        "region": "",
        "postal_code": "",
    }
    if row.peek("name") and row.peek("alternate_name"):
        row.keep("alternate_name")
    if row.peek("location_type") not in ("", "physical"):
        row.keep("location_type")
    _add_address(record, context)
    record.values["timezone"] = "" if record.values["city"] else context.timezone
    add_contact_points(record, "location_id", context)
    add_opening_hours(record, "location_id", context)
    record.keep("locations", row)
    for table in ("accessibility", "languages"):
        for other in _own(table, record.external_id, context):
            tell_in_note(record, table, other, context)
    record.values["wheelchair"] = _wheelchair(record.external_id, context)
    return record.finish()


def _own(table: str, identity: str, context: Context) -> Iterable[Row]:
    """A language of a service at a place is told with the service."""
    rows = context.tables.owned(table, "location_id").get(identity, ())
    return [row for row in rows if not row.peek("service_id") and not row.peek("phone_id")]


def _wheelchair(identity: str, context: Context) -> str:
    rows = context.tables.owned("accessibility", "location_id").get(identity, ())
    told = {row.peek("description").casefold() for row in rows}
    return WheelchairAccess.YES.value if told & {"wheelchair", "wheelchair accessible"} else ""


def _coordinates(row: Row, context: Context) -> tuple[float | None, float | None]:
    written = row.take("latitude"), row.take("longitude")
    if not any(written):
        return None, None
    found = read_coordinates(*written)
    if found is None:
        context.report.add(COORDINATES_UNUSABLE, row.place.at("latitude"), ", ".join(written))
        row.keep("latitude")
        row.keep("longitude")
        return None, None
    return found


def _add_address(record: Record, context: Context) -> None:
    rows = context.tables.owned("addresses", "location_id").get(record.external_id, [])
    # A street before a post-office box: one goes there.
    rows = sorted(rows, key=lambda row: row.peek("address_type") != "physical")
    for row in rows[:1]:
        _store_address(record, row, context)
    for row in rows[1:]:
        row.take("id", *OWNER_COLUMNS)
        context.report.add(ADDRESS_SEVERAL, row.place.at("address_1"), row.peek("address_1"))
        record.keep("addresses", row)


def _store_address(record: Record, row: Row, context: Context) -> None:
    row.take("id", "address_type", *OWNER_COLUMNS)
    if row.peek("address_type") not in ("", "physical"):
        row.keep("address_type")
    country = _country(row, context)
    street, more, town = _lines(row, context)
    city = context.gazetteer.city(town, country, row.peek("state_province") or row.peek("region"))
    record.values |= {
        "address_1": street,
        "address_2": more,
        "city": city,
        "place_name": "" if city else town,
        "region": ", ".join(filter(None, [row.take("region"), row.take("state_province")])),
        "postal_code": row.take("postal_code"),
    }
    record.keep("addresses", row)


def _country(row: Row, context: Context) -> str:
    written = row.take("country")
    if written and country_code(written) != context.country:
        context.report.add(COUNTRY_UNKNOWN, row.place.at("country"), written)
        row.keep("country")
    return context.country


def _lines(row: Row, context: Context) -> tuple[str, str, str]:
    """Street, what else belongs to the address, and town."""
    street, town = row.take("address_1"), row.take("city")
    further = [row.take("attention"), row.take("address_2"), *(row.take(f"address_{n}") for n in (3, 4))]
    pieces = seams(street)
    if not town and len(pieces) > 1:
        context.report.add(ADDRESS_GLUED, row.place.at("address_1"), street)
        street, *middle, town = pieces
        further = [*middle, *further]
    return street, ", ".join(filter(None, further)), town
