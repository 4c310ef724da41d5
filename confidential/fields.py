"""Model fields whose cells are encrypted, each bound to its table, column and row.

A cell is opened only when its attribute is read on an instance. Everything else (`values()`, a serializer, a
repr) carries it sealed; looking up by it, ordering by it and `update()` are refused, because the database can
do none of it. To look something up, store `keyed_hash` of it beside.
"""

import base64
import json
from typing import Any

from django import forms
from django.core.checks import CheckMessage
from django.core.exceptions import FieldError, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models.expressions import Col
from django.db.models.lookups import IsNull
from django.db.models.query_utils import DeferredAttribute
from django.utils.functional import cached_property

from confidential import cipher, placing
from confidential.errors import Unreadable

PURPOSE = "cells"
# How the text of a cell begins in a dump.
SEALED_PREFIX = "sealed"


class Sealed:
    """The bytes of a cell as they lie in the database; shows nothing."""

    __slots__ = ("_content",)

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __bytes__(self) -> bytes:
        return self._content

    def __repr__(self) -> str:
        return "<sealed>"


class Carried(Sealed):
    """On its way from a dump into its row: nobody opens it on the way."""

    __slots__ = ()


class OpenedWhenRead(DeferredAttribute):
    field: "EncryptedField"

    def __get__(self, instance: models.Model | None, owner: type[models.Model] | None = None) -> Any:
        if instance is None:
            return self
        value = super().__get__(instance, owner)
        if type(value) is Sealed:
            value = self.field.opened(value, instance)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: models.Model, value: object) -> None:
        instance.__dict__[self.field.attname] = value


class SealedColumn(Col):
    """May be fetched and asked whether it is null; no expression may stand on it, as an order does."""

    def resolve_expression(self, query: Any = None, *within: Any, **_kwargs: Any) -> Any:
        """Django names its options in a place only where another expression asks."""
        if within:
            raise FieldError(f"{self.target} is encrypted: nothing can be ordered or computed by it.")
        return super().resolve_expression(query)


class IsThere(IsNull):
    """The one question about a sealed column, which may be asked inside any other."""

    def __init__(self, lhs: Col, rhs: bool) -> None:  # noqa: FBT001 - Django's
        super().__init__(Col(lhs.alias, lhs.target), rhs)


class EncryptedField(models.Field):
    """What the three kinds share; each says how its values become bytes, and which they are."""

    descriptor_class = OpenedWhenRead
    kind: type | tuple[type, ...]

    def to_bytes(self, value: Any) -> bytes:
        raise NotImplementedError

    def from_bytes(self, plain: bytes) -> Any:
        raise NotImplementedError

    def get_internal_type(self) -> str:
        return "BinaryField"

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """A default is no business of the database, which could not encrypt it."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        return name, path, args, kwargs

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        return [*super().check(**kwargs), *placing.problems(self)]

    def sealed(self, value: object, instance: models.Model) -> Sealed:
        if not isinstance(value, self.kind):
            raise TypeError(f"{self} cannot hold {type(value).__name__}.")
        return Sealed(cipher.encrypt(PURPOSE, self.to_bytes(value), self._place(instance.pk)))

    def opened(self, sealed: Sealed, instance: models.Model) -> Any:
        return self.from_bytes(cipher.decrypt(PURPOSE, bytes(sealed), self._place(instance.pk)))

    def resealed(self, sealed: bytes, pk: object) -> bytes:
        """The same cell with the newest key, which nobody needs to have understood."""
        place = self._place(pk)
        return cipher.encrypt(PURPOSE, cipher.decrypt(PURPOSE, sealed, place), place)

    def _place(self, pk: object) -> bytes:
        if pk is None:
            raise Unreadable(f"{self} belongs to no row yet.")
        return "\0".join([self.model._meta.db_table, str(self.column), str(pk)]).encode()

    # Out of the database and into it.

    def from_db_value(self, value: Any, _expression: object, _connection: object) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:  # noqa: ARG002, FBT001 - Django's
        """Encrypted anew at each save, so that whatever is written has the newest key."""
        value = getattr(model_instance, self.attname)
        if isinstance(value, Carried):
            value = self.opened(value, model_instance)
        return None if value is None else self.sealed(value, model_instance)

    def get_db_prep_save(self, value: Any, connection: Any) -> bytes | None:  # noqa: ARG002 - Django's
        """A migration fills a new column of old rows with b"", which nobody can read."""
        if value is None or value == b"":
            return value
        if not isinstance(value, Sealed):
            raise FieldError(f"{self} is encrypted for one row: save each instance instead of update().")
        return bytes(value)

    # Neither searched nor ordered by.

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self} is encrypted: nothing can be looked up by it.")
        return IsThere

    def get_transform(self, _lookup_name: str) -> Any:
        raise FieldError(f"{self} is encrypted: nothing can be looked up by it.")

    def get_col(self, alias: str, output_field: models.Field | None = None) -> Col:
        return SealedColumn(alias, self, output_field)

    @cached_property
    def cached_col(self) -> Col:
        return SealedColumn(self.model._meta.db_table, self)

    # Dumps keep it sealed; forms see what a person typed.

    def value_to_string(self, obj: models.Model) -> str:
        sealed = self.sealed(self.value_from_object(obj), obj)
        return f"{SEALED_PREFIX}:{base64.b64encode(bytes(sealed)).decode()}"

    def to_python(self, value: Any) -> Any:
        """Only asked for what comes out of a dump."""
        if value is None or isinstance(value, Sealed):
            return value
        prefix, _colon, content = str(value).rpartition(":")
        try:
            carried = Carried(base64.b64decode(content, validate=True))
        except ValueError:
            carried = None
        if carried is None or prefix != SEALED_PREFIX:
            raise ValidationError("A dump holds this field sealed, and in no other way.", code="unsealed")
        return carried

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        self.validate(value, model_instance)
        self.run_validators(value)
        return value


class EncryptedTextField(EncryptedField):
    kind = str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.max_length is not None:
            self.validators.append(MaxLengthValidator(self.max_length))

    def to_bytes(self, value: str) -> bytes:
        return value.encode("utf-8", "surrogatepass")

    def from_bytes(self, plain: bytes) -> str:
        return plain.decode("utf-8", "surrogatepass")

    def formfield(self, **kwargs: Any) -> Any:
        widget = {} if self.max_length else {"widget": forms.Textarea}
        return super().formfield(**{"max_length": self.max_length, **widget, **kwargs})


class EncryptedJSONField(EncryptedField):
    """An object or a list."""

    kind = (dict, list)
    empty_strings_allowed = False

    def to_bytes(self, value: Any) -> bytes:
        return json.dumps(value, cls=DjangoJSONEncoder).encode()

    def from_bytes(self, plain: bytes) -> Any:
        return json.loads(plain)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": forms.JSONField, "encoder": DjangoJSONEncoder, **kwargs})


class EncryptedBinaryField(EncryptedField):
    kind = bytes
    empty_values = [None, b""]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"editable": False, **kwargs})

    def get_default(self) -> Any:
        return super().get_default() or b""

    def to_bytes(self, value: bytes) -> bytes:
        return value

    def from_bytes(self, plain: bytes) -> bytes:
        return plain
