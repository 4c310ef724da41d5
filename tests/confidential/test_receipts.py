"""Sixteen digits instead of an account."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confidential.hashing import keyed_hash
from confidential.receipts import fingerprint, receipt_for, shown
from tests.confidential.new_keys import key

CODE = "0123456789012345"


@given(st.text())
def test_every_form_has_a_receipt_of_sixteen_digits_always_the_same(nonce: str) -> None:
    code = receipt_for(nonce)
    assert len(code) == 16
    assert code.isascii()
    assert code.isdecimal()
    assert receipt_for(nonce) == code


def test_receipts_say_nothing_of_each_other() -> None:
    codes = {receipt_for(f"nonce {number}") for number in range(2_000)}
    assert len(codes) == 2_000
    for place in range(16):
        assert {code[place] for code in codes} == set("0123456789")


def test_it_is_shown_in_groups_as_one_reads_aloud() -> None:
    assert shown(CODE) == "0123 4567 8901 2345"


@pytest.mark.parametrize(
    "typed",
    [
        "0123 4567 8901 2345",
        " 0123-4567-8901-2345\n",
        "0123–4567–8901–2345",
        "0123\u200c4567\u00a08901\u202f2345",
        "\u202a0123456789012345\u202c",
        "۰۱۲۳ ۴۵۶۷ ۸۹۰۱ ۲۳۴۵",
        "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥",
        "０１２３４５６７８９０１２３４５",
    ],
)
def test_it_is_known_however_it_is_typed(typed: str) -> None:
    assert fingerprint(typed) == fingerprint(CODE)


@given(st.text())
def test_anything_else_is_simply_another_one(typed: str) -> None:
    assert len(fingerprint(typed)) == 64
    assert fingerprint(typed) != fingerprint(CODE)


def test_what_is_kept_is_worth_nothing_without_the_key(settings) -> None:
    kept = fingerprint(CODE)
    settings.CONFIDENTIAL_HASH_KEY = key("h")
    assert fingerprint(CODE) != kept


@given(value=st.text(), purposes=st.tuples(st.text(), st.text()))
def test_hashes_of_two_purposes_cannot_be_compared(value: str, purposes: tuple[str, str]) -> None:
    first, second = purposes
    assert (keyed_hash(first, value) == keyed_hash(second, value)) == (first == second)
