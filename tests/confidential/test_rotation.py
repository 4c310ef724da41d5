"""A new key takes over everything while the site runs, and the old one may go."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from confidential import cells, rotation
from tests.confidential.letters.models import Letter
from tests.confidential.new_keys import key
from tests.confidential.stored import TEXT, VALUES, cell, put, read, written

pytestmark = pytest.mark.django_db
FIELDS = 4  # of a letter without a hint


def rotate() -> str:
    output = io.StringIO()
    call_command("rotate_keys", stdout=output)
    return output.getvalue()


@pytest.fixture
def second_key(settings) -> None:
    """Letters that key 1 wrote, then key 2 beside it, as after a new start."""
    settings.CONFIDENTIAL_KEYS = {**settings.CONFIDENTIAL_KEYS, 2: key("b")}


@pytest.fixture
def letters() -> list[Letter]:
    return [written(text=f"letter {number}") for number in range(3)]


@pytest.fixture
def old_letters(letters: list[Letter], second_key: None) -> list[Letter]:
    return letters


def test_the_highest_number_encrypts_and_all_decrypt(old_letters: list[Letter]) -> None:
    assert [read(letter).text for letter in old_letters] == ["letter 0", "letter 1", "letter 2"]
    new = written()
    assert (cell(old_letters[0])[0], cell(new)[0]) == (1, 2)


def test_afterwards_the_old_key_is_not_needed(old_letters: list[Letter], settings) -> None:
    told = rotate()
    assert f"Encrypted with key 2: {3 * FIELDS}" in told
    assert "Older keys are needed by nothing" in told
    del settings.CONFIDENTIAL_KEYS[1]
    assert [read(letter).text for letter in old_letters] == ["letter 0", "letter 1", "letter 2"]
    assert all(read(letter).answers == VALUES["answers"] for letter in old_letters)


def test_it_says_how_far_it_is(old_letters: list[Letter]) -> None:
    assert "letters.Letter.text: 3 of 3" in rotate()


def test_it_is_done_once(old_letters: list[Letter]) -> None:
    rotate()
    before = cell(old_letters[0])
    assert "of" not in rotate()
    assert cell(old_letters[0]) == before


def test_whatever_is_saved_has_the_newest_key(old_letters: list[Letter]) -> None:
    letter = read(old_letters[0])
    letter.save()
    assert {cell(letter, column)[0] for column in VALUES} == {2}


def test_an_edit_in_the_middle_is_never_lost(
    old_letters: list[Letter], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading a cell and writing it back, somebody saves the row."""
    replace = cells.replace

    def after_an_edit(*arguments: object) -> bool:
        edited = read(old_letters[0])
        edited.text = "edited meanwhile"
        edited.save()
        return replace(*arguments)

    monkeypatch.setattr(cells, "replace", after_an_edit)
    rotate()
    assert read(old_letters[0]).text == "edited meanwhile"
    assert cells.versions(Letter._meta.get_field("text")) == {2: 3}


def test_a_row_deleted_in_the_middle_stays_deleted(
    old_letters: list[Letter], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = cells.content

    def after_a_deletion(field, pk):
        Letter.objects.filter(pk=old_letters[1].pk).delete()
        return content(field, pk)

    monkeypatch.setattr(cells, "content", after_a_deletion)
    assert f"Encrypted with key 2: {2 * FIELDS}" in rotate()


def test_broken_off_it_goes_on_with_what_is_left(old_letters: list[Letter]) -> None:
    def stop(_field, done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rotation.rotate(stop)
    assert cells.versions(Letter._meta.get_field("name")) == {1: 1, 2: 2}
    assert "letters.Letter.name: 1 of 1" in rotate()


def test_what_cannot_be_read_is_named_and_kept_and_nothing_else_waits_for_it(
    old_letters: list[Letter],
) -> None:
    damaged = cell(old_letters[0])[:-1] + b"?"
    put(old_letters[0], damaged)
    with pytest.raises(CommandError) as told:
        rotate()
    assert str(told.value).endswith(f"letters.Letter.text {old_letters[0].pk}")
    assert cell(old_letters[0]) == damaged
    assert cells.versions(Letter._meta.get_field("text")) == {1: 1, 2: 2}


def test_every_app_s_cells_are_found() -> None:
    assert "letters.Letter.picture" in [str(field) for field in cells.fields()]


def test_a_long_rotation_tells_of_every_thousand(monkeypatch: pytest.MonkeyPatch, settings) -> None:
    monkeypatch.setattr("confidential.management.commands.rotate_keys.CELLS_BETWEEN_LINES", 2)
    Letter.objects.bulk_create([Letter(text=TEXT) for _number in range(5)])
    settings.CONFIDENTIAL_KEYS = {**settings.CONFIDENTIAL_KEYS, 2: key("b")}
    lines = [line for line in rotate().splitlines() if line.startswith("letters.Letter.text")]
    assert [line.partition(": ")[2] for line in lines] == ["2 of 5", "4 of 5", "5 of 5"]


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_people_who_write_all_the_while_lose_nothing(settings) -> None:
    letters = [written(text="0") for _number in range(10)]
    settings.CONFIDENTIAL_KEYS = {**settings.CONFIDENTIAL_KEYS, 2: key("b")}

    def keep_writing(letter: Letter) -> None:
        try:
            for number in range(1, 31):
                current = read(letter)
                assert current.text == str(number - 1)
                current.text = str(number)
                current.save()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(letters)) as people:
        writing = [people.submit(keep_writing, letter) for letter in letters]
        while any(not each.done() for each in writing):
            rotate()
        for each in writing:
            each.result()
    del settings.CONFIDENTIAL_KEYS[1]
    assert [read(letter).text for letter in letters] == ["30"] * 10
