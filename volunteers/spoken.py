"""Languages that volunteers and the people they help speak: a list short enough to choose from on a phone."""

from directory.names import by_name, language_name

FIRST = ("fa", "ar", "en", "fr", "de")
OTHERS = (
    "am", "az", "bg", "bn", "bs", "ckb", "cs", "da", "el", "es", "fa-AF", "fi", "hi", "hr",
    "hu", "hy", "it", "ka", "ku", "nl", "no", "pa", "pl", "ps", "pt", "ro", "ru", "so",
    "sq", "sr", "sv", "ta", "ti", "tk", "tr", "uk", "ur", "uz", "zh",
)  # fmt: skip


def choices(language: str) -> list[tuple[str, str]]:
    """The site's own languages first, then the others by their names."""
    others = by_name(((code, language_name(code, language)) for code in OTHERS), language)
    return [*((code, language_name(code, language)) for code in FIRST), *others]


def names(codes: list[str] | tuple[str, ...], language: str | None = None) -> str:
    return " – ".join(language_name(code, language) for code in codes)
