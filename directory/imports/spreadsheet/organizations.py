"""Whose listing a row is: an organization is known by its name within a country."""

from django.utils.translation import gettext as _

from directory.imports.cells.text import matching
from directory.imports.problems import CITY_UNKNOWN, NO_PLACE_FOR
from directory.imports.records import COUNTRY, ORGANIZATION, Record
from directory.imports.rows import digest
from directory.imports.spreadsheet.columns import listed
from directory.imports.spreadsheet.context import Line
from directory.models import Location, Organization, Service

MAX_KEY = 100
UNNAMED = "-"


def key(country: str | None, *names: str) -> str:
    """Equal for every spelling of the names; short enough for an external id."""
    text = ":".join([country or "*", *(matching(name) or UNNAMED for name in names)])
    return text if len(text) <= MAX_KEY else f"{text[:60]}:{digest(text)[:32]}"


def known_organizations(source: str) -> dict[str, Organization]:
    """Those that did not come from the spreadsheet, by key."""
    others = Organization.objects.exclude(import_source=source).exclude(is_placeholder=True)
    rows = {organization.pk: organization for organization in others}
    found: dict[str, Organization] = {}
    for model in (Location, Service):
        pairs = (
            model.objects.filter(organization__in=others)
            .values_list("country_id", "organization_id")
            .distinct()
        )
        for country, pk in pairs:
            found.setdefault(key(country, rows[pk].name), rows[pk])
    return found


def organization_key(line: Line) -> str:
    """The key of the row's organization, which is added to those to store unless the site has it."""
    context, name = line.context, line.take("organization")
    identity = key(line.record.values[COUNTRY], name)
    if identity not in context.known_organizations and identity not in context.organizations:
        organization = Record("organizations", identity, line.row.place)
        organization.values = {"name": name or _("Unknown organization"), "is_placeholder": not name}
        context.organizations[identity] = organization
    return identity


def places(line: Line) -> list[str]:
    """A place for each city, shared by the organization's listings."""
    names, country = listed(line.take("city")), line.record.values[COUNTRY]
    if names and country is None:
        line.flaw(NO_PLACE_FOR, "city", "; ".join(names))
        return []
    return sorted({_place(name, country, line) for name in names})


def _place(name: str, country: str, line: Line) -> str:
    city = line.context.gazetteer.city(name, country)
    if city is None:
        line.report(CITY_UNKNOWN, "city", name)
    identity = key(country, line.row.peek("organization"), str(city or name))
    place = Record("locations", identity, line.row.place)
    place.values = {
        ORGANIZATION: line.record.values[ORGANIZATION],
        COUNTRY: country,
        "city": city,
        "place_name": "" if city else name,
    }
    line.context.locations.setdefault(identity, place)
    return identity
