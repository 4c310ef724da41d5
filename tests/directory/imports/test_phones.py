import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.imports.cells.phones import Number, Phones, read_phones
from directory.imports.problems import PHONE_LETTERS, PHONE_SEVERAL, PHONE_SHORTENED, PHONE_UNUSABLE


@pytest.mark.parametrize(
    ("written", "region", "number"),
    [
        ("(312) 938-2106", "US", Number("+13129382106")),
        ("312-346-9766 x 715", "US", Number("+13123469766", "715")),
        ("(773) 973-4444 ext. 124", "US", Number("+17739734444", "124")),
        ("۰۳۰ ۲۳۱۲۵۰۰۰", "DE", Number("+493023125000")),
        ("٠٣٠ ٢٣١٢٥٠٠٠ تحويلة ١٢", "DE", Number("+493023125000", "12")),
        ("030 23125000 Durchwahl 12", "DE", Number("+493023125000", "12")),
        ('"+44 1234 234567"', "US", Number("+441234234567")),
        ("116 123", "DE", Number("116123")),
        ("+49 30 23125000", None, Number("+493023125000")),
    ],
)
def test_a_number_as_people_write_it(written: str, region: str | None, number: Number) -> None:
    assert read_phones(written, region) == Phones((number,))


@pytest.mark.parametrize(
    "written",
    ["(618) 453-3217; (618) 536-7711", "(618) 453-3217 or (618) 536-7711", "618-453-3217 / 618-536-7711"],
)
def test_two_numbers_in_one_cell(written: str) -> None:
    numbers = (Number("+16184533217"), Number("+16185367711"))
    assert read_phones(written, "US") == Phones(numbers, "", PHONE_SEVERAL)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1-800-LAW-REP-4", "+18005297374"),
        ("844-RIGHTS-9 (844-744-4879)", "+18447444879"),
        ("217-525-5297 (LAWS)", "+12175255297"),
    ],
)
def test_letters_are_dialled_as_digits_and_stay_readable(written: str, number: str) -> None:
    assert read_phones(written, "US") == Phones((Number(number),), written, PHONE_LETTERS)


@pytest.mark.parametrize("written", ["no phone", "call us", "-", "12345678901234567890", "030 23125000"])
def test_what_cannot_be_dialled_is_said_to_be_so(written: str) -> None:
    assert read_phones(written, None) == Phones(problem=PHONE_UNUSABLE)


@pytest.mark.parametrize("written", ["4.93023E+11", "4,93023E+11", "۴٫۹۳E+۱۱", "1e10", "4.93023125E11"])
def test_a_number_that_excel_has_shortened_is_no_number(written: str) -> None:
    assert read_phones(written, "DE") == Phones(problem=PHONE_SHORTENED)


@given(st.text(max_size=60))
def test_any_text_gives_numbers_that_a_phone_can_dial_or_a_problem(written: str) -> None:
    phones = read_phones(written, "DE")
    assert bool(phones.numbers) != (phones.problem in (PHONE_SHORTENED, PHONE_UNUSABLE))
    assert all(number.value.lstrip("+").isdigit() for number in phones.numbers)
