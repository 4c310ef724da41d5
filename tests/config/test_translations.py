"""Finding what is to be translated, in code and templates, and what is not translated yet."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from config.translations import catalogs, messages
from config.translations.messages import Message

HELLO = Message("Hello %(name)s", "", None)
HOUSES = Message("%(count)d house", "%(count)d houses", None)


@pytest.fixture
def found(tmp_path: Path) -> Callable[[str, str], set[Message]]:
    def found(name: str, source: str) -> set[Message]:
        path = tmp_path / name
        path.write_text(source, encoding="utf-8")
        return set(messages.in_file(path))

    return found


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], polib.POFile]:
    """German, in an empty folder."""
    monkeypatch.setattr(catalogs, "LOCALE_DIR", tmp_path)
    return lambda: polib.pofile(str(catalogs.path_for("de")))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('_("Home")', Message("Home", "", None)),
        ('gettext_lazy("Home")', Message("Home", "", None)),
        ('gettext("one " "sentence")', Message("one sentence", "", None)),
        ('ngettext("%(count)d house", "%(count)d houses", n)', HOUSES),
        ('pgettext("month", "May")', Message("May", "", "month")),
    ],
)
def test_messages_of_code(found: Callable, source: str, message: Message) -> None:
    assert found("code.py", f"x = {source}\n") == {message}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('<p>it\'s</p>{% translate "Home" %}', Message("Home", "", None)),
        ("    {% if a %}\n  {% translate 'Home' as title %}\n      {% endif %}", Message("Home", "", None)),
        ("{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}", HELLO),
        ('{% translate "May" context "month" %}', Message("May", "", "month")),
        ('{% include "x.html" with title=_("Home") %}', Message("Home", "", None)),
        (
            "{% blocktranslate count n=n %}{{ n }} house{% plural %}{{ n }} houses{% endblocktranslate %}",
            Message("%(n)s house", "%(n)s houses", None),
        ),
    ],
)
def test_messages_of_templates(found: Callable, source: str, message: Message) -> None:
    assert found("page.html", source) == {message}


def test_text_that_is_not_marked_is_no_message(found: Callable) -> None:
    assert found("page.html", '{# translate "no" #}<p title="No">No</p>') == set()


def test_a_new_message_waits_for_its_translation_in_the_file(catalog: Callable) -> None:
    catalogs.update("de", {HELLO: {"a.py"}, HOUSES: {"b.html"}})
    assert [entry.msgid for entry in catalog().untranslated_entries()] == [HOUSES.text, HELLO.text]
    assert catalog().metadata["Plural-Forms"].startswith("nplurals=2")


def test_what_the_source_no_longer_says_leaves_the_file_and_translations_stay(catalog: Callable) -> None:
    catalogs.update("de", {HELLO: {"a.py"}, HOUSES: {"b.html"}})
    translated = catalog()
    translated.find(HELLO.text).msgstr = "Hallo %(name)s"
    translated.save()
    catalogs.update("de", {HELLO: {"c.py"}})
    assert [(entry.msgid, entry.msgstr) for entry in catalog()] == [(HELLO.text, "Hallo %(name)s")]


@pytest.mark.parametrize(
    ("translated", "problem"),
    [
        ({"msgstr": ""}, "is not translated"),
        ({"msgstr": "Hallo %(name)s", "flags": ["fuzzy"]}, "is marked as fuzzy"),
        ({"msgstr": "Hallo %(nome)s"}, "has other placeholders"),
        ({"msgstr": "Hallo"}, "has other placeholders"),
    ],
)
def test_an_incomplete_translation_is_told(catalog: Callable, translated: dict, problem: str) -> None:
    catalogs.update("de", {HELLO: {"a.py"}})
    file = catalog()
    file[:] = [polib.POEntry(msgid=HELLO.text, **translated)]
    file.save()
    (told,) = catalogs.problems("de", {HELLO: {"a.py"}})
    assert problem in told
    assert "a.py" in told


def test_a_plural_needs_each_of_its_forms_and_may_say_one_in_words(catalog: Callable) -> None:
    catalogs.update("de", {HOUSES: {"a.py"}})
    file = catalog()
    file[0].msgstr_plural = {0: "ein Haus", 1: ""}
    file.save()
    assert len(list(catalogs.problems("de", {HOUSES: {"a.py"}}))) == 1
    file[0].msgstr_plural = {0: "ein Haus", 1: "%(count)d Häuser"}
    file.save()
    assert list(catalogs.problems("de", {HOUSES: {"a.py"}})) == []


def test_arabic_has_six_forms_of_a_plural(catalog: Callable) -> None:
    catalogs.update("ar", {HOUSES: {"a.py"}})
    assert len(polib.pofile(str(catalogs.path_for("ar")))[0].msgstr_plural) == 6


def test_a_file_is_compiled_when_it_has_changed(catalog: Callable) -> None:
    catalogs.update("de", {HELLO: {"a.py"}})
    file = catalog()
    file[0].msgstr = "Guten Tag %(name)s"
    file.save()
    catalogs.compile_if_changed("de")
    compiled = catalogs.path_for("de").with_suffix(".mo")
    assert polib.mofile(str(compiled))[0].msgstr == "Guten Tag %(name)s"
    written = compiled.stat().st_mtime_ns
    catalogs.compile_if_changed("de")
    assert compiled.stat().st_mtime_ns == written


def test_the_source_has_messages_from_code_and_templates() -> None:
    files = set().union(*messages.in_source().values())
    assert {Path(file).suffix for file in files} >= {".py", ".html"}
    assert not any(file.startswith(("tests/", "var/")) for file in files)
