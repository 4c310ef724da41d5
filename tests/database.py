"""The test database: migrated once for each state of the migrations, then copied for each run.

A copy takes a moment where migrating takes a minute, and it always starts from what the migrations leave
behind: a test that commits gets a fresh one before it begins.
"""

import ast
import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import wagtail
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

FOLDER = Path(settings.DATA_DIR) / "test"


def use_fresh_copy(worker: str) -> None:
    """Point the connection at a copy of the migrated database that belongs to this worker alone."""
    name = f"test_panah_{fingerprint_of_migrations()}"
    copies = SQLiteCopies() if connection.vendor == "sqlite" else PostgreSQLCopies()
    with _one_at_a_time():
        if not copies.exists(name):
            copies.create(name)
        copies.copy(name, f"{name}_{worker}")
    _connect_to(copies.address(f"{name}_{worker}"))


def fingerprint_of_migrations() -> str:
    """Changes with a migration and with a module of ours that one imports."""
    migrations = _migrations()
    modules = [module for migration in migrations for module in _imported_by(migration)]
    digest = hashlib.sha256(repr((django.VERSION, wagtail.VERSION)).encode())
    for path in sorted({*migrations, *modules}):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


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

    def create(self, name: str) -> None:
        for outdated in FOLDER.glob("test_panah_*"):
            outdated.unlink()
        unfinished = f"{name}_unfinished"
        _connect_to(self.address(unfinished))
        call_command("migrate", interactive=False, verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        Path(self.address(unfinished)).rename(self.address(name))

    def copy(self, name: str, target: str) -> None:
        connection.close()
        for leftover in FOLDER.glob(f"{target}.sqlite3*"):
            leftover.unlink()
        shutil.copyfile(self.address(name), self.address(target))


class PostgreSQLCopies:
    def address(self, name: str) -> str:
        return name

    def exists(self, name: str) -> bool:
        with connection._nodb_cursor() as cursor:  # noqa: SLF001 - the only way to reach the server without a database
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            return cursor.fetchone() is not None

    def create(self, name: str) -> None:
        unfinished = f"{name}_unfinished"
        self._execute(
            f'DROP DATABASE IF EXISTS "{unfinished}" WITH (FORCE)', f'CREATE DATABASE "{unfinished}"'
        )
        _connect_to(unfinished)
        call_command("migrate", interactive=False, verbosity=0)
        connection.close()
        self._execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')

    def copy(self, name: str, target: str) -> None:
        connection.close()
        self._execute(
            f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)',
            f'CREATE DATABASE "{target}" TEMPLATE "{name}"',
        )

    def _execute(self, *statements: str) -> None:
        with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as above
            for statement in statements:
                cursor.execute(statement)


def _connect_to(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
