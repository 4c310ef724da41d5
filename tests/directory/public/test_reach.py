"""One tap reaches somebody, and what is shown is what people read aloud."""

import pytest

from directory.public import ContactPoint
from directory.public.reach import contact_link


def point(kind: str, value: str, **facts: str) -> ContactPoint:
    empty = dict.fromkeys(("extension", "label", "language", "safe_to_leave_message"), "")
    return ContactPoint(kind=kind, value=value, **{**empty, **facts})


@pytest.mark.parametrize(
    ("kind", "value", "url", "text"),
    [
        ("phone", "+493023125000", "tel:+493023125000", "+49 30 23125000"),
        ("phone", "116123", "tel:116123", "116 123"),
        ("whatsapp", "+4915112345678", "https://wa.me/4915112345678", "+49 1511 2345678"),
        ("signal", "+4915112345678", "https://signal.me/#p/+4915112345678", "+49 1511 2345678"),
        ("signal", "lantern.01", "https://signal.me/#u/lantern.01", "lantern.01"),
        ("signal", "https://signal.me/#eu/abc", "https://signal.me/#eu/abc", "https://signal.me/#eu/abc"),
        ("telegram", "@lantern", "https://t.me/lantern", "@lantern"),
        ("telegram", "https://t.me/lantern", "https://t.me/lantern", "https://t.me/lantern"),
        ("telegram", "+4915112345678", "https://t.me/+4915112345678", "+49 1511 2345678"),
        ("email", "help+fa@lantern.example", "mailto:help+fa@lantern.example", "help+fa@lantern.example"),
        ("email", "a?bcc=b@lantern.example", "mailto:a%3Fbcc%3Db@lantern.example", "a?bcc=b@lantern.example"),
        ("website", "https://www.lantern.example/", "https://www.lantern.example/", "lantern.example"),
        ("website", "https://lantern.example/fa/", "https://lantern.example/fa/", "lantern.example/fa"),
    ],
)
def test_each_kind_has_its_address_and_its_text(kind: str, value: str, url: str, text: str) -> None:
    link = contact_link(point(kind, value))
    assert (link.url, link.text) == (url, text)


@pytest.mark.parametrize(
    ("safe", "note"),
    [
        ("yes", "You can leave a message."),
        ("no", "Do not leave a message: others may hear it."),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_it_says_whether_a_message_is_safe_where_somebody_knows(safe: str, note: str) -> None:
    assert contact_link(point("phone", "110", safe_to_leave_message=safe)).note == note


def test_extension_and_label_come_along() -> None:
    link = contact_link(point("phone", "+493023125000", extension="12", label="Office"))
    assert (link.extension, link.label, link.kind_label) == ("12", "Office", "Phone")
