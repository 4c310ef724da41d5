"""The .po files: where they are, what they lack, and their compiled form."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
from babel.messages.plurals import get_plural

from config.settings.environment import BASE_DIR
from config.settings.i18n import LANGUAGE_CODE, LANGUAGES
from config.translations.messages import Message

LOCALE_DIR = BASE_DIR / "locale"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
TRANSLATED = [code for code, _name in LANGUAGES if code != LANGUAGE_CODE]


def path_for(language: str) -> Path:
    return LOCALE_DIR / language / "LC_MESSAGES" / "django.po"


def load(language: str) -> polib.POFile:
    path = path_for(language)
    if path.exists():
        return polib.pofile(str(path), wrapwidth=110)
    catalog = polib.POFile(wrapwidth=110)
    catalog.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": get_plural(language).plural_forms,
    }
    return catalog


def update(language: str, source: dict[Message, set[str]]) -> None:
    """Take in new messages, without a translation; let go of those the source no longer has."""
    catalog = load(language)
    known = {_message(entry): entry for entry in catalog}
    forms = get_plural(language).num_plurals
    catalog[:] = [
        _refreshed(known.get(message) or _new_entry(message, forms), source[message])
        for message in sorted(source, key=lambda message: (message.text, message.context or ""))
    ]
    path_for(language).parent.mkdir(parents=True, exist_ok=True)
    catalog.save(str(path_for(language)))


def problems(language: str, source: dict[Message, set[str]]) -> Iterator[str]:
    """Why this language is not complete, a line each."""
    known = {_message(entry): entry for entry in load(language)}
    for message, files in source.items():
        entry = known.get(message)
        where = f"{language}: {message.text!r} ({min(files)})"
        if entry is None or not _texts(entry) or not all(_texts(entry)):
            yield f"{where} is not translated"
        elif entry.fuzzy:
            yield f"{where} is marked as fuzzy"
        elif _has_wrong_placeholders(entry):
            yield f"{where} has other placeholders in its translation"


def compile_if_changed(language: str) -> None:
    source, compiled = path_for(language), path_for(language).with_suffix(".mo")
    if not source.exists() or (compiled.exists() and compiled.stat().st_mtime > source.stat().st_mtime):
        return
    polib.pofile(str(source)).save_as_mofile(str(compiled))


def _message(entry: polib.POEntry) -> Message:
    return Message(entry.msgid, entry.msgid_plural, entry.msgctxt)


def _new_entry(message: Message, forms: int) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.text, msgid_plural=message.plural, msgctxt=message.context)
    if message.plural:
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    return entry


def _refreshed(entry: polib.POEntry, files: set[str]) -> polib.POEntry:
    """Files without line numbers: a line that moves changes no catalog."""
    entry.occurrences = [(file, "") for file in sorted(files)]
    if "%(" in entry.msgid and "python-format" not in entry.flags:
        entry.flags.append("python-format")
    return entry


def _texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _has_wrong_placeholders(entry: polib.POEntry) -> bool:
    """A plural form may leave out a number ("one house"), but never name what the message does not."""
    expected = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    if entry.msgid_plural:
        return any(set(PLACEHOLDER.findall(text)) - expected for text in _texts(entry))
    return set(PLACEHOLDER.findall(entry.msgstr)) != expected
