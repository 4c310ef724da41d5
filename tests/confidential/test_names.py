"""Spellings of one name meet, different names stay apart: measured on 233 given names of three languages."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confidential.names import MOST_KEYS, name_keys

GIVEN_NAMES = [
    line.split() for line in Path(__file__).with_name("given_names.txt").read_text("utf-8").splitlines()
]
# Latin script writes both in the same way.
HARD_TO_TELL_APART = {("حمید", "حامد"), ("امیر", "عمر"), ("آدم", "اعظم"), ("ناصر", "نصیر")}


def meet(one: str, other: str) -> bool:
    return bool(name_keys(one) & name_keys(other))


def test_spellings_of_one_name_meet(capsys) -> None:
    pairs = [pair for spellings in GIVEN_NAMES for pair in combinations(spellings, 2)]
    missed = [pair for pair in pairs if not meet(*pair)]
    with capsys.disabled():
        print(f"\n{len(pairs) - len(missed)} of {len(pairs)} pairs of spellings meet; not: {missed}")  # noqa: T201
    assert len(GIVEN_NAMES) >= 200
    assert len(missed) / len(pairs) < 0.01


def test_different_names_stay_apart(capsys) -> None:
    keys = {
        spellings[0]: [(spelling, name_keys(spelling)) for spelling in spellings] for spellings in GIVEN_NAMES
    }
    pairs = list(combinations(keys, 2))
    met = {
        (one, other)
        for one, other in pairs
        if any(a & b and x != y for x, a in keys[one] for y, b in keys[other])
    }
    with capsys.disabled():
        print(f"\n{len(met)} of {len(pairs)} pairs of different names meet: {sorted(met)}")  # noqa: T201
    assert met <= HARD_TO_TELL_APART


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد احمدی", "Ahmadi Mohammad"),
        ("آقای دکتر محمّد رضا احمدي", "Mohammadreza Ahmadi"),
        ("Mr. Hossein Hosseini", "حسینی حسین"),
        ("Haj Ali Akbar Hashemi", "علی‌اکبر هاشمی"),
        ("سید محمد خاتمی", "Mohammad Khatami"),
        ("Sayyid Muhammad Khatami", "Khatami, Mohammad"),
        ("Muhammad bin Salman Al-Harbi", "محمد بن سلمان الحربي"),
        ("Nur al-Din Zengi", "نورالدین زنگی"),
        ("Abdul Rahman Khan", "عبدالرحمن خان"),
        ("غلام رضا كريمي", "Gholamreza Karimi"),
        ("Ali Rezaei", "علی رضایی"),
        ("Ali Rezai", "علی رضائی"),
        ("Ahmadi Nejad Mahmud", "محمود احمدی‌نژاد"),
        ("Mme Chahla Moussavi", "شهلا موسوی"),
        ("Şehla Musavi", "شَهلا مُوسَوی"),
        ("Abu al-Qasim Lahuti", "ابوالقاسم لاهوتی"),
        ("Hassan Zadeh Reza", "رضا حسن‌زاده"),
        ("Łukasz Müller", "Lukasz Muller"),
        ("Sa'id", "Saʿīd"),
        ("على", "علی"),
        ("شهلا\u200f", "\u200eش‌هلا"),
    ],
)
def test_whole_names_meet_in_either_order_with_titles_and_without(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammad Ahmadi", "Mohammad Karimi"),
        ("محمد احمدی", "محمود احمدی"),
        ("Hassan", "حسین"),
        ("زهرا حسنی", "Zahra Hosseini"),
        ("Reza Karimi", "Reza Kazemi"),
        ("جمیل", "Jamal"),
        ("سارا", "ثریا"),
        ("Mohammad Reza Ahmadi", "Mohammad Reza Karimi"),
        ("Dr Ahmadi", "Dr Karimi"),
        ("Hassanzadeh", "Hosseinzadeh"),
        ("سید احمد", "سید کریم"),
    ],
)
def test_two_people_who_share_a_part_of_their_names_stay_apart(one: str, other: str) -> None:
    assert not meet(one, other)


@pytest.mark.parametrize("title", ["Dr", "آقای", "سید", "Haji"])
def test_a_title_that_is_all_there_is_counts_as_a_name(title: str) -> None:
    assert name_keys(title)


@pytest.mark.parametrize("nothing", ["", "   ", "123", "---", "\u200c", "🙂"])
def test_what_is_no_name_meets_nothing(nothing: str) -> None:
    assert name_keys(nothing) == set()


@given(st.text())
def test_whatever_is_typed_has_few_keys_without_the_name_in_them(typed: str) -> None:
    keys = name_keys(typed)
    assert len(keys) <= MOST_KEYS
    assert "" not in keys
    assert keys == name_keys(typed)


def test_a_very_long_name_is_read_quickly() -> None:
    assert len(name_keys("عبدالقادر " * 2_000)) <= MOST_KEYS
    assert name_keys("a" * 100_000) == name_keys("a" * 50_000)
