"""Texts read as they are stored: what cannot be seen and can mislead is gone, what people need stays."""

import pytest

from directory.plain import one_line, plain


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("می‌خواهم", "می‌خواهم"),
        ("\u200fشماره\u200e 116123", "\u200fشماره\u200e 116123"),
        ("safe\u202eexe.pdf", "safeexe.pdf"),
        ("\u2066isolated\u2069", "isolated"),
        ("\ufeffbegins", "begins"),
        ("a\x00b\x1bc\x7fd\x85e", "abcde"),
        ("two\u2028lines\u2029", "twolines"),
        ("one\r\ntwo\tthree", "one\r\ntwo\tthree"),
        ("emoji 👩‍👧 stays", "emoji 👩‍👧 stays"),
    ],
)
def test_a_text_has_nothing_that_misleads(written: str, stored: str) -> None:
    assert plain(written) == stored


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("one\r\n\r\ntwo", "one two"),
        ("one\ttwo", "one two"),
        ("Subject\nBcc: all@example.org", "Subject Bcc: all@example.org"),
        ("\u202eone\nline", "one line"),
    ],
)
def test_a_heading_is_one_line(written: str, stored: str) -> None:
    assert one_line(written) == stored
