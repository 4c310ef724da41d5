"""A text is read in the reader's language where there is one, else it says which it is in."""

import pytest

from directory.public.wording import Wording, as_written, comma, direction, in_language, worded


@pytest.mark.parametrize(
    ("texts", "reader", "source", "shown"),
    [
        (
            {"fa": "وکیل", "en": "Lawyer", "de": "Anwalt"},
            "fa",
            "de",
            Wording("وکیل", "fa", "rtl", is_fallback=False),
        ),
        ({"en": "Lawyer", "de": "Anwalt"}, "fa", "de", Wording("Lawyer", "en", "ltr", is_fallback=True)),
        ({"de": "Anwalt"}, "fa", "de", Wording("Anwalt", "de", "ltr", is_fallback=True)),
        ({"fa": "وکیل"}, "en", "fa", Wording("وکیل", "fa", "rtl", is_fallback=True)),
        ({"fa": "", "de": "Anwalt"}, "fa", "de", Wording("Anwalt", "de", "ltr", is_fallback=True)),
        ({}, "fa", "de", Wording("", "de", "ltr", is_fallback=True)),
    ],
)
def test_it_is_the_readers_else_english_else_as_it_was_written(
    texts: dict[str, str], reader: str, source: str, shown: Wording
) -> None:
    assert worded(texts, reader, source) == shown
    assert bool(worded(texts, reader, source)) is bool(shown.text)


def test_a_note_keeps_the_language_it_was_written_in() -> None:
    assert as_written("Bring papers", "en", "fa") == Wording("Bring papers", "en", "ltr", is_fallback=True)
    assert not as_written("Bring papers", "en", "en").is_fallback


@pytest.mark.parametrize(
    ("language", "written", "between"),
    [
        ("fa", "rtl", "، "),
        ("ar", "rtl", "، "),
        ("ckb", "rtl", "، "),
        ("de", "ltr", ", "),
        ("ku", "ltr", ", "),
    ],
)
def test_each_language_has_its_direction_and_its_comma(language: str, written: str, between: str) -> None:
    assert (direction(language), comma(language)) == (written, between)


@pytest.mark.parametrize(
    ("names", "reader", "name"),
    [
        ({"en": "Hamburg", "fa": "هامبورگ"}, "fa", "هامبورگ"),
        ({"en": "Hamburg", "fa": ""}, "fa", "Hamburg"),
        ({"en": "Hamburg"}, "de", "Hamburg"),
        ({}, "de", ""),
    ],
)
def test_a_place_is_called_as_the_reader_calls_it_else_in_english(
    names: dict[str, str], reader: str, name: str
) -> None:
    assert in_language(names, reader) == name
