"""Where settings come from: the process environment, then an optional `.env` beside manage.py.

A value that cannot be used becomes a problem, which config.checks reports with an ID and a hint; the setting
then holds something harmless, so that the report is reached instead of a traceback.
"""

import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent

TRUE = {"true", "yes", "on", "1"}
FALSE = {"false", "no", "off", "0", ""}
_INDEX_PREFIX = re.compile(r"[a-z][a-z0-9-]{0,49}")
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")
MAIL_SCHEMES = {"smtp", "smtps", "smtp+tls", "smtp+ssl"}
DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql"}


@dataclass(frozen=True)
class Problem:
    check_id: str
    variable: str
    message: str
    hint: str


problems: list[Problem] = []

environ.Env.read_env(BASE_DIR / ".env")
_env = environ.Env()


def text(variable: str, default: str = "") -> str:
    return _env.str(variable, default=default)


def names(variable: str) -> list[str]:
    return [name.strip() for name in text(variable).split(",") if name.strip()]


def secret(variable: str) -> str:
    """A secret has no default: without one the site does not start."""
    value = text(variable)
    if not value:
        hint = "Set it to 50 or more random characters. `make start` writes one into .env on its first run."
        report("panah.E001", variable, "is missing", hint)
    # An empty key would end in a traceback before the report; a random one signs nothing that lasts.
    return value or secrets.token_urlsafe(50)


def flag(variable: str, *, default: bool) -> bool:
    value = text(variable, str(default)).strip().lower()
    if value not in TRUE | FALSE:
        report("panah.E002", variable, "is neither true nor false", "Write true or false.")
    return value in TRUE


def number(variable: str, *, default: int) -> int:
    value = text(variable, str(default)).strip()
    if not value.isdecimal():
        report("panah.E003", variable, "is not a whole number", f"Write digits only, for example {default}.")
        return default
    return int(value)


def origin(variable: str, default: str) -> SplitResult:
    """Scheme, host and port, without a path: where readers find the site."""
    parts = _split(text(variable, default).rstrip("/"))
    if (
        parts is None
        or parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.path
        or parts.query
    ):
        hint = "Write scheme and host, and a port if it is not the usual one: https://help.example.org"
        report("panah.E004", variable, "is not the address of a site", hint)
        return urlsplit(default)
    return parts


def addresses(variable: str) -> dict[str, str]:
    """Written as `fa=https://one.example/,de=https://two.example/`."""
    pairs = [name.partition("=")[::2] for name in names(variable)]
    if not all(key and value.startswith(("https://", "http://")) for key, value in pairs):
        report(
            "panah.E007",
            variable,
            "is not a list of addresses",
            "Write fa=https://example.org/,de=https://example.net/",
        )
        return {}
    return dict(pairs)


def database(variable: str, default: str) -> dict[str, object]:
    url = text(variable, default)
    parts = _split(url)
    if parts is None or parts.scheme not in DATABASE_SCHEMES:
        hint = "Write postgresql://user:password@host:5432/name or sqlite:////absolute/path.sqlite3"
        report("panah.E005", variable, "names no database that Panah runs on", hint)
        url = default
    return dict(_env.db_url_config(url))


def folder(variable: str, default: Path) -> Path:
    """A folder that can be written to; it is made if it is not there."""
    path = Path(text(variable, str(default)))
    try:
        path.mkdir(parents=True, exist_ok=True)
        reason = "" if os.access(path, os.W_OK) else "it is read-only"
    except OSError as error:
        reason = str(error.strerror)
    if reason:
        hint = f"{path} is to hold what the site writes. Name a folder that the site's user may write to."
        report("panah.E006", variable, f"cannot be used as a folder ({reason})", hint)
        return default
    return path


def nodes(variable: str) -> list[str]:
    """Addresses of the nodes of a cluster, with commas between; none at all is a valid answer."""
    found = [_split(name) for name in names(variable)]
    is_usable = all(
        parts and parts.scheme in {"http", "https"} and parts.hostname and not parts.username
        for parts in found
    )
    if not is_usable:
        hint = "Write scheme, host and port of each node: https://one.example:9200,https://two.example:9200"
        report("panah.E020", variable, "is not a list of addresses of nodes", hint)
        return []
    return [_with_port(parts) for parts in found if parts]


def given_with(variable: str, other: str) -> str:
    """A value that means nothing without the other one, nor the other one without it."""
    value = text(variable)
    if bool(value) != bool(text(other)):
        report("panah.E021", variable, f"and {other} are not given together", "Set both, or neither.")
    return value


def readable_file(variable: str) -> str:
    """The path of a file that the site's user may read, or ""."""
    path = text(variable)
    try:
        if path:
            Path(path).read_bytes()
    except OSError as error:
        hint = "Name a file that the site's user may read, or leave it out."
        report("panah.E022", variable, f"cannot be read ({error.strerror})", hint)
        return ""
    return path


def index_prefix(variable: str, default: str) -> str:
    value = text(variable, default)
    if not _INDEX_PREFIX.fullmatch(value):
        hint = f"Begin with a small letter; then small letters, digits and hyphens, for example {default}."
        report("panah.E023", variable, "cannot begin the name of an index", hint)
        return default
    return value


def days(variable: str) -> dict[str, int]:
    """Written as `letters given up=14,access records=365`."""
    pairs = [name.partition("=")[::2] for name in names(variable)]
    if not all(key.strip() and value.strip().isdecimal() for key, value in pairs):
        hint = "Write what is kept and for how many days: letters given up=14,access records=365"
        report("panah.E040", variable, "is not a list of days", hint)
        return {}
    return {key.strip(): int(value) for key, value in pairs}


def file_to_append_to(variable: str, default: Path) -> Path:
    path = Path(text(variable, str(default)))
    usable = path if path.exists() else path.parent
    if not path.is_absolute() or path.is_dir() or not os.access(usable, os.W_OK):
        hint = "Name a file by its whole path, in a folder that the site's user may write to."
        report("panah.E041", variable, "is no file that can be written to", hint)
        return default
    return path


def mail(variable: str) -> dict[str, Any]:
    """How to reach a mail server; empty if none is named."""
    url = text(variable)
    parts = _split(url)
    if not url:
        return {}
    if parts is None or parts.scheme not in MAIL_SCHEMES or not parts.hostname:
        hint = "Write smtp+tls://user:password@mail.example.org:587, or smtp+ssl:// for port 465"
        report("panah.E042", variable, "names no mail server", hint)
        return {}
    config = _env.email_url_config(url)
    return {
        "host": config["EMAIL_HOST"],
        "port": config["EMAIL_PORT"],
        "username": config["EMAIL_HOST_USER"],
        "password": config["EMAIL_HOST_PASSWORD"],
        "use_tls": bool(config.get("EMAIL_USE_TLS")),
        "use_ssl": bool(config.get("EMAIL_USE_SSL")),
    }


def mailbox(variable: str, default: str) -> str:
    address = text(variable, default)
    if not _MAILBOX.fullmatch(address):
        report("panah.E043", variable, "is no address of mail", "Write an address alone: help@example.org")
        return default
    return address


def _with_port(parts: SplitResult) -> str:
    """The client wants the port said."""
    if parts.port:
        return parts.geturl()
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    return parts._replace(netloc=f"{host}:{443 if parts.scheme == 'https' else 80}").geturl()


def _split(address: str) -> SplitResult | None:
    """None if this is no address; the port is only looked at when it is asked for."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises
    except ValueError:
        return None
    return parts


def report(check_id: str, variable: str, message: str, hint: str) -> None:
    problems.append(Problem(check_id, variable, f"{variable} {message}.", hint))


# Everything the running site writes (database, media, collected static files, logs) lies below here.
DATA_DIR = folder("DATA_DIR", default=BASE_DIR / "var")
