"""The tables of HSDS 3, under which names older versions knew them, and how their rows belong together."""

from dataclasses import dataclass, field

OWNER_COLUMNS = {
    "service_id": "services",
    "location_id": "locations",
    "organization_id": "organizations",
    "service_at_location_id": "service_at_location",
    "contact_id": "contacts",
    "phone_id": "phones",
    "program_id": "programs",
}


@dataclass(frozen=True, slots=True)
class Table:
    """`aliases` are older names; `renamed` maps older columns to those of HSDS 3."""

    name: str
    aliases: tuple[str, ...] = ()
    renamed: dict[str, str] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    identified: bool = False


TABLES = {
    table.name: table
    for table in (
        Table("organizations", ("organization",), {"url": "website"}, ("id", "name"), identified=True),
        Table("programs", ("program",), required=("id",), identified=True),
        Table("locations", ("location",), required=("id",), identified=True),
        Table("services", ("service",), required=("id", "name"), identified=True),
        Table(
            "service_at_location",
            ("services_at_location", "service_at_locations", "services_at_locations"),
            required=("service_id", "location_id"),
        ),
        Table("phones", ("phone",), {"language": "languages"}, ("number",)),
        Table("contacts", ("contact",)),
        Table("addresses", ("address", "physical_addresses", "postal_addresses"), required=("address_1",)),
        Table(
            "schedules",
            ("schedule", "regular_schedules", "regular_schedule"),
            {"weekday": "byday"},
            ("opens_at", "closes_at"),
        ),
        Table("holiday_schedules", ("holiday_schedule",)),
        Table("languages", ("language",), {"language": "name"}),
        Table("service_areas", ("service_area",), {"service_area": "name"}),
        Table("eligibilities", ("eligibility", "eligibilities"), {"eligibility": "eligibility_description"}),
        Table("required_documents", ("required_document",)),
        Table("cost_options", ("cost_option",)),
        Table("payments_accepted", ("payment_accepted",)),
        Table("funding", ("fundings",)),
        Table("accessibility", ("accessibility_for_disabilities",), {"accessibility": "description"}),
        Table("organization_identifiers", ("organization_identifier",)),
        Table("attributes", ("attribute", "service_attributes", "other_attributes")),
        Table("service_taxonomy", ("services_taxonomy", "service_taxonomies", "services_taxonomies")),
        Table("taxonomy_terms", ("taxonomy_term",)),
        Table("taxonomies", ("taxonomy",)),
        Table("metadata", ()),
        Table("meta_table_descriptions", ("meta_table_description",)),
    )
}
_BY_ANY_NAME = {name: table for table in TABLES.values() for name in (table.name, *table.aliases)}


def table_named(stem: str) -> Table | None:
    return _BY_ANY_NAME.get(stem.casefold())


def default_address_type(stem: str) -> str:
    """HSDS 1.1 told postal from physical addresses by the file they stand in."""
    return "postal" if stem.casefold().startswith("postal") else ""
