"""Where an encrypted field may stand: nowhere that its plain text would be copied to."""

from collections.abc import Iterator

from django.core.checks import CheckMessage, Error
from django.db import models
from modelcluster.models import ClusterableModel
from wagtail.models import RevisionMixin
from wagtail.search.index import Indexed


def problems(field: models.Field) -> list[CheckMessage]:
    return [Error(message, hint=hint, obj=field, id=check_id) for check_id, message, hint in _found(field)]


def _found(field: models.Field) -> Iterator[tuple[str, str, str]]:
    from confidential.models.base import ConfidentialModel  # its package has models with fields that ask here

    model = field.model
    if not issubclass(model, ConfidentialModel):
        hint = "Let the model inherit from ConfidentialModel."
        yield "confidential.E001", "An encrypted field needs a row that is known before it is written.", hint
    if issubclass(model, RevisionMixin | ClusterableModel):
        hint = "Let the model inherit neither from RevisionMixin nor from ClusterableModel."
        yield "confidential.E002", "A revision would hold the plain text of an encrypted field.", hint
    if issubclass(model, Indexed):
        hint = "Let the model not inherit from Indexed."
        yield "confidential.E003", "A search index would hold the plain text of an encrypted field.", hint
    if {"unique", "db_index", "choices"} & set(field.deconstruct()[3]):
        hint = "Store keyed_hash of the value in a field beside it."
        yield "confidential.E004", "What is encrypted can be neither unique, nor indexed, nor chosen.", hint
    if field.name in {str(name).lstrip("-") for name in model._meta.ordering or ()}:
        yield "confidential.E005", "Nothing can be ordered by an encrypted field.", "Order by another one."
