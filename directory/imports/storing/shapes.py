"""How a record's plain values become a row with children and links, and back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from typing import Any

from django.db import models
from modelcluster.models import ClusterableModel, get_all_child_relations

from directory.imports.records import COUNTRY, ORGANIZATION
from directory.models import Country, Location, Need, Organization, Service


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """`links` are many-to-many fields, each with the attribute that names the other side in a record."""

    table: str
    model: type[ClusterableModel]
    children: tuple[str, ...] = ()
    links: dict[str, tuple[type[models.Model], str]] = field(default_factory=dict)


ORGANIZATIONS = Shape("organizations", Organization, ("contacts",))
LOCATIONS = Shape("locations", Location, ("contacts", "schedules"))
SERVICES = Shape(
    "services",
    Service,
    ("contacts", "schedules", "languages", "translations"),
    {"needs": (Need, "slug"), "also_serves": (Country, "code"), "locations": (Location, "external_id")},
)


@dataclass(slots=True)
class Keys:
    """Which rows the keys of a record mean: external ids of the same source, slugs, codes."""

    organizations: dict[str, Organization] = field(default_factory=dict)
    locations: dict[str, Location] = field(default_factory=dict)
    needs: dict[str, Need] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    _organization_keys: dict[int, str] = field(default_factory=dict)

    def know(self, key: str, organization: Organization) -> None:
        self.organizations[key] = organization
        self._organization_keys[organization.pk] = key

    def linked(self, key: str, names: list[str]) -> list[models.Model]:
        known = {"locations": self.locations, "needs": self.needs, "also_serves": self.countries}[key]
        return [known[name] for name in names if name in known]

    def organization_key(self, pk: int) -> str:
        """ "" for an organization that the import does not know: an editor chose it."""
        return self._organization_keys.get(pk, "")


def apply(shape: Shape, row: ClusterableModel, values: dict[str, Any], keys: Keys) -> None:
    """Set the values on the row, in memory; children and links replace those that were there."""
    for key, value in values.items():
        if key in shape.children:
            setattr(row, key, children(shape, key, value))
        elif key in shape.links:
            setattr(row, key, keys.linked(key, value))
        elif key == ORGANIZATION:
            row.organization = keys.organizations[value]
        elif key == COUNTRY:
            row.country = keys.countries.get(value)
        else:
            column = shape.model._meta.get_field(key)
            setattr(row, column.attname, column.to_python(value))


def children(shape: Shape, key: str, rows: list[dict[str, Any]]) -> list[models.Model]:
    model = child_model(shape, key)
    order = ({"sort_order": position} if is_ordered(model) else {} for position in range(len(rows)))
    return [
        model(**{column.name: column.to_python(row[column.name]) for column in columns(model)}, **position)
        for row, position in zip(rows, order, strict=True)
    ]


def told(shape: Shape, row: ClusterableModel, names: Iterable[str], keys: Keys) -> dict[str, Any]:
    """What the row says now, in the words of a record."""
    return {name: _told(shape, row, name, keys) for name in names}


def _told(shape: Shape, row: ClusterableModel, name: str, keys: Keys) -> Any:
    if name in shape.children:
        names = [column.name for column in columns(child_model(shape, name))]
        return [
            {column: plain(getattr(child, column)) for column in names} for child in getattr(row, name).all()
        ]
    if name in shape.links:
        attribute = shape.links[name][1]
        return sorted(getattr(other, attribute) for other in getattr(row, name).all())
    if name == ORGANIZATION:
        return keys.organization_key(row.organization_id)
    return plain(getattr(row, shape.model._meta.get_field(name).attname))


def plain(value: Any) -> Any:
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else value


@cache
def child_model(shape: Shape, key: str) -> Any:
    return _relation(shape, key).related_model


@cache
def parent_field(shape: Shape, key: str) -> str:
    return _relation(shape, key).field.name


@cache
def columns(model: type[models.Model]) -> list[models.Field]:
    """The columns of a child row that a record can set."""
    return [
        column
        for column in model._meta.concrete_fields
        if not column.primary_key and not column.is_relation and column.name != "sort_order"
    ]


@cache
def is_ordered(model: type[models.Model]) -> bool:
    return any(column.name == "sort_order" for column in model._meta.concrete_fields)


def _relation(shape: Shape, key: str) -> models.ManyToOneRel:
    return next(rel for rel in get_all_child_relations(shape.model) if rel.get_accessor_name() == key)
