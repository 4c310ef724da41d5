"""Templates: each is used, loads only what it uses, and names only files that are there."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Engine, Library
from django.template.backends.django import get_installed_libraries
from django.template.base import Lexer, TokenType
from django.template.loader import get_template
from django.utils.module_loading import import_string

from tests.test_structure import metrics, sources

LOAD = re.compile(r"{%\s*load\s+(?P<libraries>[^%]*?)\s*%}")
STATIC = re.compile(r"{%\s*static\s+[\"'](?P<path>[^\"']+)[\"']")
PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border)-(?:left|right)(?:-[a-z]+)?|left|right)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
# Found by Wagtail or Django by their names, or replacing a template of theirs.
FOUND_BY_NAME = ("errors/", "wagtail", "registration/")


def named(path: Path) -> str:
    return str(path.relative_to(sources.ROOT))


def template_name(path: Path) -> str:
    return path.as_posix().rpartition("/templates/")[2]


def is_found_by_name(name: str) -> bool:
    return name.startswith(FOUND_BY_NAME)


@pytest.mark.parametrize("path", sources.files(".html"), ids=named)
def test_every_template_compiles(path: Path) -> None:
    assert get_template(template_name(path))


def test_every_template_is_used() -> None:
    texts = [path.read_text("utf-8") for suffix in (".py", ".html") for path in sources.files(suffix)]
    everything = "\n".join(texts) + "\n".join(_templates_of_pages())
    assert [
        named(path)
        for path in sources.files(".html")
        if template_name(path) not in everything and not is_found_by_name(template_name(path))
    ] == []


def _templates_of_pages() -> list[str]:
    from wagtail.models import get_page_models

    return [model.template for model in get_page_models()]


@pytest.mark.parametrize("path", sources.files(".html"), ids=named)
def test_every_library_that_a_template_loads_is_used_in_it(path: Path) -> None:
    source = path.read_text("utf-8")
    words = set(re.findall(r"[\w.]+", " ".join(_tags_and_variables(source))))
    loads = [match["libraries"] for match in LOAD.finditer(source)]
    libraries = {name for load in loads if " from " not in load for name in load.split()}
    assert {name for name in libraries if not words & _names_in(name)} == set()


def _tags_and_variables(source: str) -> list[str]:
    tokens = Lexer(source).tokenize()
    return [
        token.contents
        for token in tokens
        if token.token_type in {TokenType.BLOCK, TokenType.VAR} and not token.contents.startswith("load ")
    ]


def _names_in(library_name: str) -> set[str]:
    module = {**get_installed_libraries(), **Engine.get_default().libraries}[library_name]
    library: Library = import_string(f"{module}.register")
    return {*library.tags, *library.filters}


def test_every_static_file_that_a_template_names_is_there() -> None:
    named_files = {
        (named(path), match["path"])
        for path in sources.files(".html")
        for match in STATIC.finditer(path.read_text("utf-8"))
    }
    assert {(path, file) for path, file in named_files if not finders.find(file)} == set()


def test_no_template_holds_style_or_script() -> None:
    assert metrics.with_inline_code() == []


def test_style_sheets_know_start_and_end_but_not_left_and_right() -> None:
    assert [
        f"{named(path)}:{number} {line.strip()}"
        for path in sources.files(".css")
        for number, line in enumerate(sources.lines(path), start=1)
        if PHYSICAL.search(line)
    ] == []
