"""Settings come from the environment; a wrong one is told with an ID and a hint, before anything starts."""

import os
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest

from config.settings import encryption, environment
from tests.secret_values import SECRETS

ROOT = Path(__file__).resolve().parent.parent.parent
SETTINGS = ROOT / "config" / "settings"
TEST_KEY = SECRETS["CONFIDENTIAL_HASH_KEY"]
OTHER_KEY = SECRETS["CONFIDENTIAL_KEYS"].partition(":")[2]
CHECK_ID = re.compile(r"panah\.[EW]\d+")
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
        (lambda: environment.days("V"), "letters given up", "panah.E040"),
        (lambda: environment.days("V"), "letters given up=soon", "panah.E040"),
        (lambda: environment.file_to_append_to("V", ROOT / "x"), "/proc/nowhere/ledger", "panah.E041"),
        (lambda: environment.file_to_append_to("V", ROOT / "x"), "ledger.jsonl", "panah.E041"),
        (lambda: environment.file_to_append_to("V", ROOT / "x"), str(ROOT), "panah.E041"),
        (lambda: environment.mail("V"), "mail.example.org:25", "panah.E042"),
        (lambda: environment.mail("V"), "consolemail://", "panah.E042"),
        (lambda: environment.mail("V"), "smtp+tls://mail.example.org:port", "panah.E042"),
        (lambda: environment.mailbox("V", "a@example.org"), "Panah <a@example.org>", "panah.E043"),
        (
            lambda: environment.mailbox("V", "a@example.org"),
            "a@example.org\nBcc: b@example.org",
            "panah.E043",
        ),
        (lambda: encryption.single_key("V"), "", "panah.E030"),
        (lambda: encryption.versioned_keys("V"), " , ", "panah.E030"),
        (lambda: encryption.single_key("V"), "not base64!", "panah.E031"),
        (lambda: encryption.single_key("V"), "ۀ", "panah.E031"),
        (lambda: encryption.single_key("V"), TEST_KEY[:-8] + "====", "panah.E031"),
        (lambda: encryption.single_key("V"), "A" * 43 + "=", "panah.E031"),
        (lambda: encryption.versioned_keys("V"), f"1:{TEST_KEY},2:c2hvcnQ=", "panah.E031"),
        (lambda: encryption.versioned_keys("V"), TEST_KEY, "panah.E032"),
        (lambda: encryption.versioned_keys("V"), f"0:{TEST_KEY}", "panah.E032"),
        (lambda: encryption.versioned_keys("V"), f"256:{TEST_KEY}", "panah.E032"),
        (lambda: encryption.versioned_keys("V"), f"1:{TEST_KEY},1:{OTHER_KEY}", "panah.E032"),
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
        (
            lambda: environment.days("V"),
            "letters given up=14, access records=365",
            {"letters given up": 14, "access records": 365},
        ),
        (lambda: environment.file_to_append_to("V", ROOT), str(ROOT / "ledger"), ROOT / "ledger"),
        (
            lambda: environment.mail("V"),
            "smtp+tls://panah:s%40fe@mail.example.org:587",
            {
                "host": "mail.example.org",
                "port": 587,
                "username": "panah",
                "password": "s@fe",
                "use_tls": True,
                "use_ssl": False,
            },
        ),
        (lambda: environment.mail("V"), "", {}),
        (lambda: environment.mailbox("V", "a@example.org"), "help@example.org", "help@example.org"),
        (lambda: encryption.single_key("V"), f" {TEST_KEY} ", b64decode(TEST_KEY)),
        (
            lambda: encryption.versioned_keys("V"),
            f"1:{TEST_KEY}, 12:{OTHER_KEY},",
            {1: b64decode(TEST_KEY), 12: b64decode(OTHER_KEY)},
        ),
    ],
)
def test_a_value_that_can_be_used_is_used(
    read: Callable, value: str, wanted: object, told: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("V", value)
    assert read() == wanted
    assert told == []


@pytest.mark.parametrize(
    ("keys", "secret_key"),
    [
        ([TEST_KEY, TEST_KEY], "secret"),
        ([OTHER_KEY, TEST_KEY, OTHER_KEY], "secret"),
        ([OTHER_KEY, TEST_KEY], TEST_KEY),
    ],
)
def test_one_secret_in_two_places_is_told(keys: list[str], secret_key: str, told: list) -> None:
    encryption.check_apart([b64decode(key) for key in keys], secret_key)
    assert [problem.check_id for problem in told] == ["panah.E033"]


def test_secrets_that_differ_are_nothing_to_tell(told: list) -> None:
    encryption.check_apart([b64decode(OTHER_KEY), b64decode(TEST_KEY), b""], "secret")
    assert told == []


def test_no_report_shows_a_key() -> None:
    variables = {"CONFIDENTIAL_KEYS": f"1:{TEST_KEY},x:{OTHER_KEY}", "CONFIDENTIAL_HASH_KEY": TEST_KEY}
    result = manage("check", **variables)
    assert "panah.E032" in result.stderr
    assert "panah.E033" in result.stderr
    assert TEST_KEY not in result.stderr
    assert OTHER_KEY not in result.stderr


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
    mail = "smtp+tls://panah:secret@mail.example.org:587"
    result = manage(
        "check", "--deploy", "--fail-level", "WARNING", SITE_URL="https://help.example.org", EMAIL_URL=mail
    )
    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


def test_a_deployment_whose_letters_go_nowhere_is_told() -> None:
    result = manage("check", "--deploy", SITE_URL="https://help.example.org")
    assert "panah.W045" in result.stderr


def test_a_period_of_something_that_is_not_kept_is_told() -> None:
    result = manage("check", RETENTION_DAYS="leters given up=3")
    assert "panah.E044" in result.stderr
    assert "letters given up" in result.stderr


def test_every_variable_stands_in_the_table_of_the_documentation_and_no_other() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in SETTINGS.glob("*.py"))
    read = set(re.findall(r'(?:environment\.\w+|\bfolder|_keys?)\(\s*"([A-Z_]+)"', sources))
    table = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE)) == read


def test_every_id_stands_in_the_documentation_and_no_other() -> None:
    tellers = [*SETTINGS.glob("*.py"), ROOT / "confidential" / "checks.py"]
    given = {found for path in tellers for found in CHECK_ID.findall(path.read_text(encoding="utf-8"))}
    table = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    assert set(CHECK_ID.findall(table)) == given


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
