"""What a form carries from step to step is readable here, for its purpose and its time, and nowhere else."""

import base64
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from confidential.errors import TooOld, Unreadable
from confidential.sealing import seal, unseal
from tests.confidential.new_keys import key

HOUR = timedelta(hours=1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
typed = st.dictionaries(st.text(), st.text() | st.lists(st.text()) | st.none() | st.booleans())


@given(data=typed)
def test_whatever_was_typed_comes_back(data: dict) -> None:
    assert unseal("steps", seal("steps", data), HOUR) == data


@given(data=typed, turned=st.data())
def test_any_other_letter_in_it_is_told(data: dict, turned: st.DataObject) -> None:
    text = seal("steps", data)
    position = turned.draw(st.integers(0, len(text) - 1))
    letter = turned.draw(st.characters().filter(lambda other: other != text[position]))
    changed = text[:position] + letter + text[position + 1 :]
    with pytest.raises(Unreadable):
        unseal("steps", changed, HOUR)


@pytest.mark.parametrize(("written", "also_read"), [("_", "/"), ("-", "+")])
def test_another_spelling_of_the_same_bytes_is_told_too(written: str, also_read: str) -> None:
    text = next(text for text in iter(lambda: seal("steps", {}), "") if written in text)
    with pytest.raises(Unreadable):
        unseal("steps", text.replace(written, also_read), HOUR)


@pytest.mark.parametrize("text", ["", "?", "ا", "AAAA", "A" * 400, base64.b64encode(b"{}" * 90).decode()])
def test_what_was_not_sealed_here_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        unseal("steps", text, HOUR)


def test_another_purpose_cannot_read_it() -> None:
    with pytest.raises(Unreadable):
        unseal("other", seal("steps", {}), HOUR)


def test_nothing_of_it_can_be_seen_in_the_page() -> None:
    text = seal("steps", {"name": "Maryam"})
    assert b"Maryam" not in base64.urlsafe_b64decode(text)
    assert text != seal("steps", {"name": "Maryam"})


def test_it_is_good_for_its_time() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        text = seal("steps", {"a": 1})
        clock.shift(HOUR)
        assert unseal("steps", text, HOUR) == {"a": 1}
        clock.shift(timedelta(seconds=1))
        with pytest.raises(TooOld):
            unseal("steps", text, HOUR)


def test_dates_travel_as_text() -> None:
    assert unseal("steps", seal("steps", {"born": date(1990, 2, 3)}), HOUR) == {"born": "1990-02-03"}


def test_a_page_outlives_a_new_key_but_not_its_own(settings) -> None:
    text = seal("steps", {})
    settings.CONFIDENTIAL_KEYS = {**settings.CONFIDENTIAL_KEYS, 2: key("b")}
    assert unseal("steps", text, HOUR) == {}
    settings.CONFIDENTIAL_KEYS = {2: key("b")}
    with pytest.raises(Unreadable):
        unseal("steps", text, HOUR)
