"""The test databases: made once for each state of what fills them, then copied for each process of a run.

A copy takes a moment where migrating takes a minute. It starts from what the migrations leave behind, or from
what tests/contents.py puts on top of it; a test that commits gets a fresh one before it begins.
"""

import ast
import fcntl
import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path

import django
import wagtail
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.migrations.loader import MigrationLoader
from django.utils.timezone import localdate

from tests.contents import CONTENTS

FOLDER = Path(settings.DATA_DIR) / "test"
_HASH = "[0-9a-f]" * 8
# Copies in which nothing was ever committed.
_untouched: set[str] = set()


def use_copy(worker: str, content: str = "", *, to_commit: bool = False) -> None:
    """Point the connection at a database of this worker alone that holds the content and nothing else.

    Whoever rolls back leaves it as it was; whoever commits leaves it to nobody.
    """
    copies = SQLiteCopies() if connection.vendor == "sqlite" else PostgreSQLCopies()
    copy = "_".join(filter(None, [_migrated(), content, worker]))
    if copy not in _untouched:
        with _one_at_a_time():
            copies.copy(_template(copies, content), copy)
        _untouched.add(copy)
    if to_commit:
        _untouched.remove(copy)
    _connect_to(copies.address(copy))


def _template(copies: "SQLiteCopies | PostgreSQLCopies", content: str) -> str:
    """Its name; it is made now if it is not there, under another name until it is whole."""
    name = f"{_migrated()}_{content}_{fingerprint_of_contents()}" if content else _migrated()
    if not copies.exists(name):
        copies.remove_outdated(content)
        unfinished = f"{name}_unfinished"
        copies.copy(_template(copies, "") if content else None, unfinished)
        _connect_to(copies.address(unfinished))
        CONTENTS[content]() if content else call_command("migrate", interactive=False, verbosity=0)
        copies.rename(unfinished, name)
    return name


@cache
def _migrated() -> str:
    return f"test_panah_{fingerprint_of_migrations()}"


@cache
def fingerprint_of_contents() -> str:
    """Changes with any file of ours that has a part in them, and each day: listings grow old."""
    apart = repr((localdate(), bool(settings.ELASTICSEARCH_URL)))
    ours = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    tests = settings.BASE_DIR / "tests"
    files = [file for folder in (*ours, tests / "factories") for file in folder.rglob("*") if file.is_file()]
    return _digest(apart, [tests / "contents.py", *(file for file in files if file.suffix != ".pyc")])[:8]


def _digest(apart: str, files: Iterable[Path]) -> str:
    digest = hashlib.sha256(apart.encode())
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def fingerprint_of_migrations() -> str:
    """Changes with a migration and with a module of ours that one imports."""
    migrations = _migrations()
    modules = [module for migration in migrations for module in _imported_by(migration)]
    return _digest(repr((django.VERSION, wagtail.VERSION)), {*migrations, *modules})[:12]


def _migrations() -> list[Path]:
    packages = [MigrationLoader.migrations_module(app.label)[0] for app in apps.get_app_configs()]
    folders = [settings.BASE_DIR.joinpath(*package.split(".")) for package in packages if package]
    return [path for folder in folders for path in folder.glob("*.py")]


def _imported_by(migration: Path) -> list[Path]:
    nodes = ast.walk(ast.parse(migration.read_text(encoding="utf-8")))
    modules = [node.module.split(".") for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    paths = [settings.BASE_DIR.joinpath(*module).with_suffix(".py") for module in modules]
    return [path for path in paths if path.exists()]


class SQLiteCopies:
    def address(self, name: str) -> str:
        return str(FOLDER / f"{name}.sqlite3")

    def exists(self, name: str) -> bool:
        return Path(self.address(name)).exists()

    def remove_outdated(self, content: str) -> None:
        for outdated in FOLDER.glob(f"{_migrated()}_{content}_{_HASH}.*" if content else "test_panah_*"):
            outdated.unlink()

    def copy(self, name: str | None, target: str) -> None:
        """Of none it is an empty one."""
        connection.close()
        for leftover in FOLDER.glob(f"{target}.sqlite3*"):
            leftover.unlink()
        if name:
            shutil.copyfile(self.address(name), self.address(target))

    def rename(self, name: str, better: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        Path(self.address(name)).rename(self.address(better))


class PostgreSQLCopies:
    def address(self, name: str) -> str:
        return name

    def exists(self, name: str) -> bool:
        with self._server() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            return cursor.fetchone() is not None

    def remove_outdated(self, content: str) -> None:
        """What another checkout migrated stays: it may be at work on the same server."""
        pattern = f"^{_migrated()}_{content}_{_HASH}$"
        with self._server() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE datname ~ %s", [pattern])
            names = [name for (name,) in cursor.fetchall()]
        self._execute(*(f'DROP DATABASE "{name}"' for name in names))

    def copy(self, name: str | None, target: str) -> None:
        """Of none it is an empty one."""
        template = f'TEMPLATE "{name}"' if name else ""
        self._execute(
            f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)', f'CREATE DATABASE "{target}" {template}'
        )

    def rename(self, name: str, better: str) -> None:
        self._execute(f'ALTER DATABASE "{name}" RENAME TO "{better}"')

    def _execute(self, *statements: str) -> None:
        connection.close()
        with self._server() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def _server(self) -> AbstractContextManager[CursorWrapper]:
        """The only way to reach the server without a database."""
        return connection._nodb_cursor()  # noqa: SLF001


def _connect_to(name: str) -> None:
    """A connection that is there already stays open."""
    if connection.settings_dict["NAME"] != name:
        connection.close()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
