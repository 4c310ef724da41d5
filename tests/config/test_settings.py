"""Settings come from the environment; a wrong one is told with an ID and a hint, before anything starts."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from config.settings import encryption, environment
from tests.secret_values import SECRETS

ROOT = Path(__file__).resolve().parent.parent.parent
SETTINGS = ROOT / "config" / "settings"
ORIGIN = "http://127.0.0.1:8000"


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {**kept, **SECRETS, **variables}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[environment.Problem]:
    problems: list[environment.Problem] = []
    monkeypatch.setattr(environment, "problems", problems)
    return problems


@pytest.mark.parametrize(
    ("read", "value", "check_id"),
    [
        (lambda: environment.secret("V"), "", "panah.E001"),
        (lambda: environment.flag("V", default=False), "perhaps", "panah.E002"),
        (lambda: environment.flag("V", default=False), "2", "panah.E002"),
        (lambda: environment.number("V", default=64), "much", "panah.E003"),
        (lambda: environment.number("V", default=64), "-1", "panah.E003"),
        (lambda: environment.origin("V", ORIGIN), "help.example.org", "panah.E004"),
        (lambda: environment.origin("V", ORIGIN), "https://help.example.org/path", "panah.E004"),
        (lambda: environment.origin("V", ORIGIN), "https://help.example.org:port", "panah.E004"),
        (lambda: environment.origin("V", ORIGIN), "https://[help", "panah.E004"),
        (lambda: environment.origin("V", ORIGIN), "ftp://help.example.org", "panah.E004"),
        (lambda: environment.database("V", "sqlite:///x"), "mysql://localhost/panah", "panah.E005"),
        (lambda: environment.database("V", "sqlite:///x"), "postgresql://localhost:port/panah", "panah.E005"),
        (lambda: environment.folder("V", ROOT), "/proc/panah", "panah.E006"),
        (lambda: environment.addresses("V"), "fa", "panah.E007"),
        (lambda: environment.addresses("V"), "fa=javascript:alert(1)", "panah.E007"),
        (lambda: environment.nodes("V"), "one.example:9200", "panah.E020"),
        (lambda: environment.nodes("V"), "https://one.example:9200,ftp://two.example", "panah.E020"),
        (lambda: environment.nodes("V"), "https://user:password@one.example:9200", "panah.E020"),
        (lambda: environment.given_with("V", "OTHER"), "elastic", "panah.E021"),
        (lambda: environment.readable_file("V"), "/nowhere/ca.pem", "panah.E022"),
        (lambda: environment.index_prefix("V", "panah"), "_Panah*", "panah.E023"),
    ],
)
def test_a_value_that_cannot_be_used_is_told(
    read: Callable, value: str, check_id: str, told: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("V", value)
    read()
    assert [problem.check_id for problem in told] == [check_id]


@pytest.mark.parametrize(
    ("read", "value", "wanted"),
    [
        (lambda: environment.flag("V", default=False), "YES", True),
        (lambda: environment.flag("V", default=True), "off", False),
        (lambda: environment.number("V", default=64), " 12 ", 12),
        (
            lambda: environment.origin("V", ORIGIN).geturl(),
            "https://help.example.org/",
            "https://help.example.org",
        ),
        (lambda: environment.names("V"), "one.example, two.example,", ["one.example", "two.example"]),
        (lambda: environment.addresses("V"), "fa=https://a.example/", {"fa": "https://a.example/"}),
        (
            lambda: environment.nodes("V"),
            "https://one.example, http://two.example:9200",
            ["https://one.example:443", "http://two.example:9200"],
        ),
        (lambda: environment.readable_file("V"), __file__, __file__),
        (lambda: environment.index_prefix("V", "panah"), "help-2", "help-2"),
    ],
)
def test_a_value_that_can_be_used_is_used(
    read: Callable, value: str, wanted: object, told: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("V", value)
    assert read() == wanted
    assert told == []


def test_wrong_values_are_all_told_at_once_each_with_a_hint() -> None:
    result = manage(
        "check", SECRET_KEY="", DEBUG="perhaps", SITE_URL="nowhere", DATABASE_URL="mysql://localhost/panah"
    )
    assert result.returncode != 0
    for check_id in ("panah.E001", "panah.E002", "panah.E004", "panah.E005"):
        assert check_id in result.stderr
    assert result.stderr.count("HINT") == 4
    assert "Traceback" not in result.stderr


def test_the_server_refuses_to_start_with_a_wrong_value() -> None:
    environment = {"PATH": os.environ["PATH"], **SECRETS, "SITE_URL": "nowhere"}
    command = [sys.executable, "-c", "import config.wsgi"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "panah.E004" in result.stderr


def test_a_deployment_over_tls_has_nothing_to_warn_of_and_silences_nothing() -> None:
    result = manage("check", "--deploy", "--fail-level", "WARNING", SITE_URL="https://help.example.org")
    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


def test_every_variable_stands_in_the_table_of_the_documentation_and_no_other() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in SETTINGS.glob("*.py"))
    read = set(re.findall(r'(?:environment\.\w+|\bfolder)\(\s*"([A-Z_]+)"', sources))
    table = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE)) == read


def test_every_id_stands_in_the_documentation_and_no_other() -> None:
    given = set(re.findall(r"panah\.E\d+", (SETTINGS / "environment.py").read_text(encoding="utf-8")))
    table = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    assert set(re.findall(r"panah\.E\d+", table)) == given


def setting(name: str, **variables: str) -> str:
    code = f"from django.conf import settings; print(settings.{name})"
    return manage("shell", "--no-imports", "-c", code, **variables).stdout.strip()


def test_plain_http_on_one_s_own_machine_keeps_its_cookies_and_tls_guards_them() -> None:
    assert setting("SESSION_COOKIE_SECURE", SITE_URL="http://127.0.0.1:8000") == "False"
    assert setting("SESSION_COOKIE_SECURE", SITE_URL="https://help.example.org") == "True"


def test_the_host_of_the_site_is_allowed_without_saying_it_twice() -> None:
    hosts = setting(
        "ALLOWED_HOSTS", SITE_URL="https://help.example.org", ALLOWED_HOSTS="one.example, two.example"
    )
    assert hosts == "['one.example', 'two.example', 'help.example.org', '127.0.0.1', 'localhost']"
