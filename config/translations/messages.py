"""What has to be translated: found in code by Babel, in templates by Babel after Django's templatize."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

from config.settings.environment import BASE_DIR

# The key is a function's name, the value says which arguments are what ("c" is a context).
KEYWORDS: dict[str, tuple | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}
# Neither shown to readers nor part of the source.
NOT_OURS = {"tests", "migrations", "node_modules", "var", "locale", "static", "docs"}


@dataclass(frozen=True)
class Message:
    text: str
    plural: str
    context: str | None


def in_source() -> dict[Message, set[str]]:
    """Every message, with the files that say it."""
    found: dict[Message, set[str]] = {}
    for path in _source_files():
        for message in in_file(path):
            found.setdefault(message, set()).add(path.relative_to(BASE_DIR).as_posix())
    return found


def in_file(path: Path) -> Iterator[Message]:
    source = path.read_text(encoding="utf-8")
    if path.suffix in TEMPLATE_SUFFIXES:
        source = _as_python(source)
    for _line, texts, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS, (), {}):
        text, plural = (texts, "") if isinstance(texts, str) else texts
        yield Message(text, plural, context)


def _as_python(template: str) -> str:
    """Python's tokenizer minds indentation, which means nothing in a template."""
    return "\n".join(line.lstrip() for line in templatize(template).splitlines())


def _source_files() -> list[Path]:
    suffixes = {".py", *TEMPLATE_SUFFIXES}
    return sorted(
        path
        for folder in BASE_DIR.iterdir()
        if folder.is_dir() and folder.name not in NOT_OURS and not folder.name.startswith(".")
        for path in folder.rglob("*")
        if path.suffix in suffixes and not NOT_OURS & set(path.relative_to(folder).parts)
    )
