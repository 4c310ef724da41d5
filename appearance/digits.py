"""Digits as the reader writes them: ۱۲۳ in Persian, 123 elsewhere (Arabic too, as CLDR has it)."""

DIGITS = {"fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")}


def in_digits_of(language: str, text: str) -> str:
    return text.translate(DIGITS.get(language, {}))
