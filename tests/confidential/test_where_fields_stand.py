"""A model that would copy the plain text of an encrypted field is told by `check`."""

from collections.abc import Callable

import pytest
from django.db import models
from django.test.utils import isolate_apps
from modelcluster.models import ClusterableModel
from wagtail.models import RevisionMixin
from wagtail.search import index

from confidential.fields import EncryptedTextField
from confidential.models import ConfidentialModel


def in_a_plain_model() -> type[models.Model]:
    class Note(models.Model):
        text = EncryptedTextField()

        class Meta:
            app_label = "letters"

        def __str__(self) -> str:
            return ""

    return Note


def confidential(*bases: type, ordering: tuple[str, ...] = (), **options: object) -> type[models.Model]:
    class Note(*bases, ConfidentialModel):
        text = EncryptedTextField(**options)

        class Meta:
            app_label = "letters"

    Note._meta.ordering = ordering
    return Note


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (in_a_plain_model, ["confidential.E001"]),
        (lambda: confidential(RevisionMixin), ["confidential.E002"]),
        (lambda: confidential(ClusterableModel), ["confidential.E002"]),
        (lambda: confidential(index.Indexed), ["confidential.E003"]),
        (lambda: confidential(unique=True), ["confidential.E004"]),
        (lambda: confidential(db_index=True), ["confidential.E004"]),
        (lambda: confidential(choices=[("a", "A")]), ["confidential.E004"]),
        (lambda: confidential(ordering=("-text",)), ["confidential.E005"]),
        (confidential, []),
    ],
)
@isolate_apps("tests.confidential.letters")
def test_where_an_encrypted_field_may_stand(make: Callable[[], type[models.Model]], told: list[str]) -> None:
    field = make()._meta.get_field("text")
    assert [message.id for message in field.check()] == told
