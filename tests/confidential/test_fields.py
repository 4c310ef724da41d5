"""An encrypted cell is plain text on its own row, and nowhere else."""

import copy
import pickle
import uuid
from collections.abc import Callable

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Lower
from django.forms import modelform_factory
from hypothesis import given
from hypothesis import strategies as st

from confidential import fields
from confidential.errors import Unreadable
from tests.confidential.letters.models import Letter
from tests.confidential.stored import TEXT, VALUES, cell, put, read, written

pytestmark = pytest.mark.django_db
COLUMNS = ["name", "text", "answers", "picture"]

any_text = st.text(st.characters(codec=None))
json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5)
a_letter = st.builds(
    Letter,
    name=any_text,
    text=any_text,
    answers=st.dictionaries(st.text(), json_values),
    picture=st.binary(max_size=300),
)


def sealed(letter: Letter, column: str) -> bytes:
    return bytes(Letter._meta.get_field(column).pre_save(letter, add=True))


def opened(letter: Letter, column: str, content: bytes) -> object:
    return Letter._meta.get_field(column).opened(fields.Sealed(content), letter)


@given(letter=a_letter, column=st.sampled_from(COLUMNS))
def test_whatever_was_written_is_read(letter: Letter, column: str) -> None:
    assert opened(letter, column, sealed(letter, column)) == getattr(letter, column)


@given(letter=a_letter, column=st.sampled_from(COLUMNS), data=st.data())
def test_a_cell_with_any_bit_turned_is_not_read(letter: Letter, column: str, data: st.DataObject) -> None:
    content = bytearray(sealed(letter, column))
    position = data.draw(st.integers(0, len(content) * 8 - 1))
    content[position // 8] ^= 1 << position % 8
    with pytest.raises(Unreadable):
        opened(letter, column, bytes(content))


@given(letter=a_letter, column=st.sampled_from(COLUMNS), data=st.data())
def test_a_cell_that_was_cut_or_made_longer_is_not_read(
    letter: Letter, column: str, data: st.DataObject
) -> None:
    content = sealed(letter, column)
    changed = data.draw(
        st.integers(0, len(content) - 1).map(lambda end: content[:end])
        | st.binary(min_size=1).map(lambda more: content + more)
    )
    with pytest.raises(Unreadable):
        opened(letter, column, changed)


@given(letters=st.tuples(a_letter, a_letter), columns=st.tuples(*[st.sampled_from(COLUMNS)] * 2))
def test_a_cell_is_read_in_no_other_row_and_no_other_column(
    letters: tuple[Letter, Letter], columns: tuple[str, str]
) -> None:
    own, other = columns
    with pytest.raises(Unreadable):
        opened(letters[1], other, sealed(letters[0], own))
    if own != other:
        with pytest.raises(Unreadable):
            opened(letters[0], other, sealed(letters[0], own))


def test_the_database_gives_back_what_it_was_given() -> None:
    letter = read(written())
    assert {name: getattr(letter, name) for name in VALUES} == VALUES


def test_in_the_database_nothing_of_it_can_be_seen() -> None:
    letter = written()
    for column in COLUMNS:
        assert b"Maryam" not in cell(letter, column)
        assert "هامبورگ".encode() not in cell(letter, column)
        assert b"housing" not in cell(letter, column)


def test_the_same_text_twice_looks_different_and_one_of_similar_length_is_as_long() -> None:
    first, second, other = written(text="yes"), written(text="yes"), written(text="no, never again")
    assert cell(first) != cell(second)
    assert len(cell(first)) == len(cell(other))


def test_cells_of_two_rows_that_were_exchanged_are_told() -> None:
    his, hers = written(text="he"), written(text="she")
    of_him, of_her = cell(his), cell(hers)
    put(his, of_her)
    put(hers, of_him)
    for letter in (his, hers):
        with pytest.raises(Unreadable):
            assert read(letter).text


def test_an_older_cell_put_back_into_its_own_row_is_read() -> None:
    """What this cannot tell, docs/confidential.md says."""
    letter = written(text="old")
    old = cell(letter)
    letter.text = "new"
    letter.save()
    put(letter, old)
    assert read(letter).text == "old"


@pytest.mark.parametrize("content", [b"", b"\x01", b"plain text that somebody wrote in SQL"])
def test_what_was_never_encrypted_is_not_read(content: bytes) -> None:
    letter = written()
    put(letter, content)
    with pytest.raises(Unreadable):
        assert read(letter).text


def test_an_empty_text_is_encrypted_too_and_null_is_null() -> None:
    letter = read(written(text="", hint=None))
    assert (letter.text, letter.hint) == ("", None)
    assert len(cell(letter)) > 16
    assert list(Letter.objects.filter(hint__isnull=True, text__isnull=False)) == [letter]


def test_a_row_is_read_without_opening_what_nobody_asks_for() -> None:
    letter = written()
    put(letter, b"damaged", "picture")
    found = read(letter)
    assert found.text == TEXT
    with pytest.raises(Unreadable):
        assert found.picture


def test_a_deferred_cell_is_fetched_when_it_is_read() -> None:
    written()
    assert Letter.objects.only("place").get().text == TEXT
    assert Letter.objects.defer("text").get().text == TEXT


def test_values_come_sealed_and_say_nothing() -> None:
    letter = written()
    values = [*Letter.objects.values("text", "answers"), *Letter.objects.values_list("name", flat=True)]
    assert str(values) == "[{'text': <sealed>, 'answers': <sealed>}, <sealed>]"
    assert TEXT not in f"{letter} {letter!r} {read(letter)!r}"


@pytest.mark.parametrize(
    "look",
    [
        lambda letters: letters.filter(text=TEXT),
        lambda letters: letters.filter(text__icontains="a"),
        lambda letters: letters.filter(text__in=[TEXT]),
        lambda letters: letters.filter(hint=None),
        lambda letters: letters.exclude(answers__needs="housing"),
        lambda letters: letters.filter(text__length__gt=3),
        lambda letters: letters.filter(place=F("text"), text=F("place")),
        lambda letters: letters.order_by("text"),
        lambda letters: letters.order_by("-text"),
        lambda letters: letters.update(text="other"),
        lambda letters: letters.update(text=F("name")),
        lambda letters: letters.update(text=Lower("name")),
    ],
)
def test_the_database_is_never_asked_to_compare_order_or_change(look: Callable[[QuerySet], object]) -> None:
    letter = written()
    with transaction.atomic(), pytest.raises(FieldError):
        list(look(Letter.objects.all()))
    assert read(letter).text == TEXT


def test_bulk_update_is_refused_before_it_harms() -> None:
    letter = written()
    letter.text = "other"
    with transaction.atomic(), pytest.raises(FieldError):
        Letter.objects.bulk_update([letter], ["text"])
    assert read(letter).text == TEXT


def test_whether_something_is_there_may_be_asked_in_any_query() -> None:
    written(hint="x")
    written()
    letters = Letter.objects.annotate(
        has=Case(When(hint__isnull=False, then=Value("yes")), default=Value("no"))
    )
    assert list(letters.values_list("has").annotate(n=Count("pk")).order_by("has")) == [("no", 1), ("yes", 1)]
    assert letters.filter(has="yes").count() == 1
    assert letters.aggregate(n=Count("pk", filter=Q(hint__isnull=False)))["n"] == 1
    same = Letter.objects.filter(pk=OuterRef("pk"), hint__isnull=False)
    assert Letter.objects.filter(Exists(same)).count() == 1
    assert Letter.objects.filter(~Exists(same), Q(hint__isnull=True) | Q(text__isnull=True)).count() == 1


def test_many_rows_are_written_at_once() -> None:
    Letter.objects.bulk_create([Letter(text=f"letter {number}") for number in range(20)])
    assert {letter.text for letter in Letter.objects.all()} == {f"letter {number}" for number in range(20)}


def test_saving_what_nobody_read_keeps_it() -> None:
    letter = written()
    untouched = read(letter)
    untouched.place = "Hamburg"
    untouched.save()
    assert (read(letter).text, read(letter).place) == (TEXT, "Hamburg")


def test_a_copy_under_another_key_is_refused_unless_it_was_read() -> None:
    twin = read(written())
    twin.pk = uuid.uuid4()
    with pytest.raises(Unreadable):
        twin.save()


@pytest.mark.parametrize(
    "values", [{"text": 3}, {"text": b"x"}, {"answers": "x"}, {"picture": "x"}, {"text": F("name")}]
)
def test_what_is_of_another_kind_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        written(**values)


def test_a_cell_that_must_be_there_cannot_be_null() -> None:
    with transaction.atomic(), pytest.raises(IntegrityError):
        written(text=None)


@pytest.mark.parametrize("keep", [pickle.dumps, copy.deepcopy])
def test_no_cache_and_no_session_can_keep_a_row(keep: Callable[[Letter], object]) -> None:
    with pytest.raises(TypeError, match="no cache"):
        keep(read(written()))


def test_a_form_shows_and_checks_what_a_person_typed() -> None:
    form_class = modelform_factory(Letter, fields=["name", "text", "answers"])
    assert TEXT in form_class(instance=read(written())).as_p()
    too_long = form_class({"name": "x" * 101, "text": "sealed:AAAA", "answers": "{}"})
    assert list(too_long.errors) == ["name"]
    right = form_class({"name": "x" * 100, "text": "sealed:AAAA", "answers": '{"a": 1}'})
    saved = read(right.save())
    assert (saved.text, saved.answers) == ("sealed:AAAA", {"a": 1})


def test_a_text_that_is_too_long_is_refused_without_a_form_too() -> None:
    with pytest.raises(ValidationError, match="100"):
        Letter(name="x" * 101).full_clean()


@pytest.mark.django_db(transaction=True)
def test_a_new_column_of_old_rows_is_read_by_nobody_until_somebody_fills_it() -> None:
    pk = written().pk
    field = fields.EncryptedTextField(blank=True)
    field.set_attributes_from_name("later")
    field.model = Letter
    with connection.schema_editor() as editor:
        editor.add_field(Letter, field)
    with connection.cursor() as cursor:
        cursor.execute("SELECT later FROM letters_letter")
        [[content]] = cursor.fetchall()
    with pytest.raises(Unreadable):
        field.opened(fields.Sealed(bytes(content)), Letter(pk=pk))
