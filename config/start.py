"""Bring the site up on this machine: `python -m config.start`; `make start` first sees to the packages.

Every step can be repeated: what is there is kept, what is missing is made.
"""

import argparse
import base64
import hashlib
import io
import os
import re
import secrets
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import environ

from config import obstacles

ROOT = Path(__file__).resolve().parent.parent
ADMIN_NAME = "admin"
WORKERS = 2
SECONDS_TO_END = 8
EVERY_ADDRESS = {"0.0.0.0", "::"}  # noqa: S104 - asked for by whoever starts it
ELSEWHERE = "192.0.2.1"


def main() -> None:
    options = _parser().parse_args()
    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    obstacles.check_address(options.host, options.port)
    with step("Secrets"):
        write_secrets(ROOT / ".env")
        choose_address(ROOT / ".env", options.host, options.port)
    with step("Settings"):
        check_settings()
    from django.conf import settings

    password = prepare(empty=options.empty)
    announce(settings.SITE_URL, password)
    serve(options.host, str(options.port))


def prepare(*, empty: bool) -> str | None:
    """Everything that is written before the first page is served; the password of the first administrator."""
    from django.conf import settings

    with obstacles.alone_in(settings.DATA_DIR):
        with step("Translations"):
            compile_translations()
        with step("Database"):
            migrate()
            check_keys()
        with step("Static files"):
            collect_static()
        if is_new():
            with step("Needs" if empty else "Demo content"):
                fill(with_demo=not empty)
        return None if empty else create_administrator()


@contextmanager
def step(name: str) -> Iterator[None]:
    print(f"  {name:<16}", end="", flush=True)
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:5.1f} s", flush=True)


def _random_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


# Each of them alone opens nothing that another one closes.
SECRETS = {
    "SECRET_KEY": lambda: secrets.token_urlsafe(60),
    "CONFIDENTIAL_KEYS": lambda: f"1:{_random_key()}",
    "CONFIDENTIAL_HASH_KEY": _random_key,
}


def write_secrets(dotenv: Path) -> None:
    """Only what neither the environment nor the file has, also where an older Panah wrote the file."""
    present = dotenv.read_text(encoding="utf-8") if dotenv.exists() else ""
    known = {*os.environ, *re.findall(r"^(?:export\s+)?(\w+)\s*=", present, re.MULTILINE)}
    missing = [f"{name}={made()}\n" for name, made in SECRETS.items() if name not in known]
    if not missing:
        return
    obstacles.check_writable(dotenv)
    dotenv.touch(mode=0o600)
    lines = present if present.endswith("\n") or not present else f"{present}\n"
    dotenv.write_text(lines + "".join(missing), encoding="utf-8")


def choose_address(dotenv: Path, host: str, port: int) -> None:
    """What the environment or the file says is how readers reach the site; else it is where it listens."""
    environ.Env.read_env(dotenv)
    host = _reached_at(host)
    os.environ.setdefault("SITE_URL", f"http://{f'[{host}]' if ':' in host else host}:{port}")


def _reached_at(host: str) -> str:
    """Of a server that listens on every address, the one that others on the network know."""
    if host not in EVERY_ADDRESS:
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # It sends nothing: the system only says from where it would.
            probe.connect((ELSEWHERE, 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def check_settings() -> None:
    import django
    from django.core.management.base import BaseCommand, SystemCheckError

    django.setup()
    with _told(SystemCheckError):
        BaseCommand().check()


def check_keys() -> None:
    """Whatever the database holds encrypted must have its key here."""
    from django.core.management.base import BaseCommand, SystemCheckError

    from confidential.checks import KEYS

    with _told(SystemCheckError):
        BaseCommand().check(tags=[KEYS], databases=["default"])


@contextmanager
def _told(error_class: type[Exception]) -> Iterator[None]:
    try:
        yield
    except error_class as error:
        sys.exit(f"\n{error}")


def compile_translations() -> None:
    from config.translations import catalogs

    for language in catalogs.TRANSLATED:
        catalogs.compile_if_changed(language)


def migrate() -> None:
    from django.core.management import call_command
    from django.db import OperationalError

    try:
        call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as error:
        obstacles.give_up(f"The database does not answer: {str(error).strip()}", "Look at DATABASE_URL.")


def collect_static() -> None:
    """Hashing and compressing takes seconds, so it waits until a file has changed."""
    from django.conf import settings
    from django.core.management import call_command

    stamp = settings.STATIC_ROOT / "stamp"
    current = _fingerprint_of_static_files()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == current:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(current, encoding="utf-8")


def is_new() -> bool:
    """Nobody has worked here yet; what an editor deleted does not come back."""
    from django.contrib.auth import get_user_model

    from directory.models import Need, Service

    somebody = get_user_model().objects.filter(is_superuser=True).exists()
    return not (somebody or Need.objects.exists() or Service.objects.exists())


def fill(*, with_demo: bool) -> None:
    from django.core.management import call_command

    call_command("load_demo" if with_demo else "load_taxonomy", stdout=io.StringIO())


def create_administrator() -> str | None:
    """The password of the first administrator, or None when there is one already."""
    from django.contrib.auth import get_user_model

    users = get_user_model().objects
    if users.filter(is_superuser=True).exists():
        return None
    password = secrets.token_urlsafe(12)
    users.create_superuser(ADMIN_NAME, password=password)
    return password


def announce(address: str, password: str | None) -> None:
    print(f"\n  {address}/\n  {address}/admin/", flush=True)
    if password:
        print(f"  Log in as {ADMIN_NAME} with {password} - it is shown only now.", flush=True)
    if letters := folder_of_letters():
        print(f"  EMAIL_URL names no mail server: letters become files in {letters}", flush=True)
    print("\n  Ctrl-C stops it.\n", flush=True)


def folder_of_letters() -> Path | None:
    """None where letters are sent."""
    from django.conf import settings

    return None if settings.MAIL_SERVER else settings.MAIL_FOLDER


def serve(host: str, port: str) -> None:
    """Become the server: no process stands between it and signals.

    Its workers are forks of this process, where the system can, and so need not import anything again.
    """
    from django.db import connections
    from granian.cli import cli

    connections.close_all()
    cli(server_arguments(host, port))


def server_arguments(host: str, port: str) -> list[str]:
    """No access log: it would hold readers' addresses and queries.

    A worker that has only just begun does not hear that it should end, and would be waited for without end.
    """
    address = ["--host", host, "--port", port]
    workers = ["--workers", str(WORKERS), "--blocking-threads", "1", "--respawn-failed-workers"]
    ending = ["--workers-kill-timeout", str(SECONDS_TO_END)]
    quiet = ["--no-access-log", "--log-level", "warning", "--no-ws"]
    return ["--interface", "wsgi", *address, *workers, *ending, *quiet, "config.wsgi:application"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--empty", action="store_true", help="no demo content and no administrator")
    return parser


def _fingerprint_of_static_files() -> str:
    from django.contrib.staticfiles.finders import get_finders

    found = (storage.path(path) for finder in get_finders() for path, storage in finder.list([]))
    states = sorted((path, Path(path).stat().st_size, Path(path).stat().st_mtime_ns) for path in found)
    return hashlib.sha256(repr(states).encode()).hexdigest()


if __name__ == "__main__":
    main()
