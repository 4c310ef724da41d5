"""What the code promises about its own shape; `make metrics` prints the figures."""

import ast

from tests.test_structure import metrics, sources

LONGEST_FILE = 350
LONGEST_FUNCTION = 60
MOST_DECISIONS = 10
SAYS_NOTHING = {"utils", "util", "core", "common", "helpers", "helper", "misc", "tools", "shared", "manager"}


def named(path) -> str:
    return str(path.relative_to(sources.ROOT))


def test_no_file_is_longer_than_one_reads_at_a_sitting() -> None:
    everything = [
        *sources.files(".py"),
        *sources.files(".html"),
        *sources.files(".css"),
        *sources.files(".js"),
    ]
    own = [path for path in everything if "migrations" not in path.parts]
    assert [named(path) for path in own if len(sources.lines(path)) > LONGEST_FILE] == []


def test_no_function_is_longer_than_a_screen() -> None:
    assert [
        f"{named(path)}:{function.lineno} {function.name}"
        for path in sources.files(".py")
        for function in sources.functions(path)
        if sources.length(function) > LONGEST_FUNCTION
    ] == []


def test_every_function_takes_few_decisions() -> None:
    everything = (found for path in sources.sources() for found in sources.complexities(path))
    assert [found.where for found in everything if found.value > MOST_DECISIONS] == []


def test_every_function_says_what_it_returns() -> None:
    assert [
        f"{named(path)}:{function.lineno} {function.name}"
        for path in sources.sources()
        for function in sources.functions(path)
        if function.returns is None
    ] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [named(path) for path in sources.files(".py") if SAYS_NOTHING & {*path.parts, path.stem}] == []


def test_no_apps_import_each_other() -> None:
    assert metrics.mutual_imports() == []


def test_nothing_is_left_for_later() -> None:
    later = tuple(word + end for word in ("TO" + "DO", "FIX" + "ME", "X" + "XX") for end in (":", " ", "("))
    paths = [path for suffix in (".py", ".html", ".css", ".js", ".md") for path in sources.files(suffix)]
    assert [named(path) for path in paths if any(word in path.read_text("utf-8") for word in later)] == []


def test_settings_alone_read_the_environment() -> None:
    """So that docs/deployment.md can name every variable."""
    readers = [
        named(path)
        for path in sources.sources()
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    ]
    assert set(readers) <= {
        "config/settings/environment.py",
        "config/start.py",
        "config/wsgi.py",
        "manage.py",
    }
