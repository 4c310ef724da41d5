"""A number is stored as a phone dials it, and shown as people read it."""

import re

import pytest
from django.core.exceptions import ValidationError

from directory.phones import DIALABLE, dialable, readable


@pytest.mark.parametrize(
    ("written", "region", "number", "extension"),
    [
        ("030 2312 5000", "DE", "+493023125000", ""),
        ("+49 (0)30 2312-5000", None, "+493023125000", ""),
        ("0049 30 23125000", "DE", "+493023125000", ""),
        ("030 23125000 ext. 12", "DE", "+493023125000", "12"),
        ("116 123", "DE", "116123", ""),
        ("110", "DE", "110", ""),
        ("۱۱۶۱۲۳", "DE", "116123", ""),
        ("01 42 68 53 00", "FR", "+33142685300", ""),
        ("+98 21 8888 7777", "DE", "+982188887777", ""),
    ],
)
def test_a_number_is_understood_as_people_write_it(
    written: str, region: str | None, number: str, extension: str
) -> None:
    assert dialable(written, region) == (number, extension)
    assert re.fullmatch(DIALABLE, number)


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("", "DE"),
        ("call us", "DE"),
        ("030 23125000", None),
        ("116123", None),
        ("+49 1", None),
        ("+49 30 2312500023125000", None),
        ("7", "DE"),
    ],
)
def test_what_no_phone_could_dial_is_refused_with_the_number(written: str, region: str | None) -> None:
    with pytest.raises(ValidationError) as refused:
        dialable(written, region)
    assert refused.value.code == "not_dialable"
    assert f"“{written}”" in refused.value.messages[0]


@pytest.mark.parametrize(
    ("dialled", "read"),
    [
        ("+493023125000", "+49 30 23125000"),
        ("+33142685300", "+33 1 42 68 53 00"),
        ("116123", "116 123"),
        ("110", "110"),
        ("19288", "19288"),
        ("+999", "+999"),
    ],
)
def test_it_is_read_in_groups(dialled: str, read: str) -> None:
    assert readable(dialled) == read
