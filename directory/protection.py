"""What listings use cannot be deleted.

Foreign keys say so themselves (PROTECT); many-to-many links would vanish silently, so they are asked here.
"""

from collections.abc import Iterable
from functools import cache

from django.db.models import PROTECT, ForeignObjectRel, Model, ProtectedError, QuerySet
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _

from directory.models import Country, Location, Need, Organization, Service

# Whatever keeps a row from being deleted, by the name of the relation.
USERS: dict[type[Model], tuple[str, ...]] = {
    Organization: ("services", "locations"),
    Location: ("services",),
    Need: ("services", "narrower"),
    Country: ("services", "also_served_by", "locations"),
    Service: (),
}


@receiver(pre_delete, sender=Need)
@receiver(pre_delete, sender=Location)
def refuse_while_listings_use_it(instance: Need | Location, **_kwargs: object) -> None:
    _refuse(instance, instance.services.all())


@receiver(pre_delete, sender=Country)
def refuse_while_listings_serve_it(instance: Country, **_kwargs: object) -> None:
    _refuse(instance, instance.also_served_by.all())


def users(instance: Model) -> list[QuerySet]:
    """The rows that use this one, kind by kind; it can be deleted when there are none."""
    return [getattr(instance, relation).all() for relation in _relations(type(instance))]


@cache
def _relations(model: type[Model]) -> tuple[str, ...]:
    """Those of listings, and every other key that may not lose its row, as offices have one."""
    protecting = (
        relation.get_accessor_name()
        for relation in model._meta.related_objects
        if getattr(relation, "on_delete", None) is PROTECT
    )
    return tuple(dict.fromkeys([*USERS[model], *filter(None, protecting)]))


def is_used(instance: Model) -> bool:
    return any(rows.exists() for rows in users(instance)) or is_used_unseen(instance)


def is_used_unseen(instance: Model) -> bool:
    """By rows of which editors learn neither name nor number, as those of volunteers are."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: instance}).exists()
        for relation in _hidden_relations(type(instance))
    )


@cache
def _hidden_relations(model: type[Model]) -> tuple[ForeignObjectRel, ...]:
    """Whoever gives the way back to its rows no name keeps them to itself."""
    return tuple(
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, ForeignObjectRel) and relation.hidden and relation.on_delete is PROTECT
    )


def _refuse(instance: Model, listings: Iterable[Model]) -> None:
    if using := set(listings):
        raise ProtectedError(_("“%(name)s” is used by listings.") % {"name": instance}, using)
