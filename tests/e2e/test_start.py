"""`make start` brings up a whole site, and keeps it."""

import fcntl
import os
import socket
import subprocess
import sys
import urllib.request
from base64 import b64decode
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from config.start import choose_address, write_secrets
from tests.e2e.hands import log_in
from tests.running_site import ROOT, RunningSite, free_port
from tests.secret_values import SECRETS


def test_the_first_start_brings_content_and_says_how_to_log_in(site: RunningSite) -> None:
    count = "from directory.models import Service; print(Service.objects.count())"
    assert int(site.python(count)) >= 250
    assert len(site.admin_password) >= 12


def test_the_password_it_shows_opens_the_admin(site: RunningSite, open_page) -> None:
    page = open_page("/admin/")
    log_in(page, site.admin_name, site.admin_password)
    assert page.url == f"{site.url}/admin/"


def test_a_page_comes_compressed_and_a_second_time_not_at_all(site: RunningSite) -> None:
    def get(**headers: str):
        request = urllib.request.Request(
            f"{site.url}/en/safety/", headers={"Accept-Encoding": "br", **headers}
        )
        return urllib.request.build_opener(AnyStatus).open(request)

    first = get()
    assert first.headers["Content-Encoding"] == "br"
    assert get(**{"If-None-Match": first.headers["ETag"]}).status == 304


class AnyStatus(urllib.request.HTTPErrorProcessor):
    def http_response(self, _request, response):
        return response


def test_a_second_start_keeps_what_is_there(site: RunningSite) -> None:
    """The site of a run was started once, stopped, and started again by whoever tests with it."""
    administrators = (
        "from django.contrib.auth.models import User;"
        "print([user.check_password(password) for user in User.objects.filter(is_superuser=True)])"
    )
    assert site.python(f"password = {site.admin_password!r};{administrators}").strip() == "[True]"


def test_secrets_are_written_once_and_only_for_their_owner(dotenv: Path) -> None:
    write_secrets(dotenv)
    written = dotenv.read_text()
    write_secrets(dotenv)
    assert dotenv.read_text() == written
    assert dotenv.stat().st_mode & 0o077 == 0
    secrets = dict(line.split("=", 1) for line in written.splitlines())
    assert len(secrets["SECRET_KEY"]) > 50
    [(version, key)] = [secrets["CONFIDENTIAL_KEYS"].split(":")]
    keys = [b64decode(key), b64decode(secrets["CONFIDENTIAL_HASH_KEY"])]
    assert (version, [len(key) for key in keys], len(set(keys))) == ("1", [32, 32], 2)


@pytest.mark.parametrize("present", ["SECRET_KEY=of-an-older-site\n", "# a note\nexport SECRET_KEY = mine"])
def test_a_file_of_an_older_site_gets_what_it_lacks(dotenv: Path, present: str) -> None:
    dotenv.write_text(present)
    write_secrets(dotenv)
    lines = dotenv.read_text().splitlines()
    assert "\n".join(lines[:-2]) == present.rstrip("\n")
    assert [line.partition("=")[0] for line in lines[-2:]] == ["CONFIDENTIAL_KEYS", "CONFIDENTIAL_HASH_KEY"]


@pytest.mark.parametrize(
    ("written", "host", "address"),
    [
        ("SITE_URL=https://help.example.org\n", "127.0.0.1", "https://help.example.org"),
        ("", "127.0.0.1", "http://127.0.0.1:8001"),
        ("", "::1", "http://[::1]:8001"),
        ("", "help.local", "http://help.local:8001"),
    ],
)
def test_the_address_of_the_site_is_what_the_file_says_else_where_it_listens(
    dotenv: Path, monkeypatch: pytest.MonkeyPatch, written: str, host: str, address: str
) -> None:
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.delenv("SITE_URL")
    dotenv.write_text(written)
    choose_address(dotenv, host, 8001)
    assert os.environ["SITE_URL"] == address


@pytest.mark.allow_hosts(["192.0.2.1"])
def test_a_site_that_listens_everywhere_is_reached_at_an_address_that_others_know(
    dotenv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.delenv("SITE_URL")
    choose_address(dotenv, "::", 8001)
    host = urlsplit(os.environ["SITE_URL"]).hostname
    assert not ip_address(host).is_unspecified


def test_what_the_environment_has_is_not_written(dotenv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    write_secrets(dotenv)
    assert not dotenv.exists()


@pytest.fixture
def dotenv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in SECRETS:
        monkeypatch.delenv(name, raising=False)
    return tmp_path / ".env"


def refusal(folder: Path, *options: str, **settings: str) -> str:
    """What a start says that ends before it serves anything."""
    environment = {"PATH": "/usr/bin:/bin", **SECRETS, "DATA_DIR": str(folder), **settings}
    command = [sys.executable, "-m", "config.start", "--port", str(free_port()), *options]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    return result.stderr


def test_wrong_settings_end_it_with_what_to_do(tmp_path: Path) -> None:
    assert "panah.E004" in refusal(tmp_path, SITE_URL="nowhere")


def test_a_port_that_is_taken_is_told_before_anything_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        told = refusal(tmp_path, "--port", str(other.getsockname()[1]))
    assert "Address already in use" in told
    assert "make start PORT=" in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", [("--host", "no-such-host.invalid"), ("--port", "99999")])
def test_an_address_that_is_none_is_told(tmp_path: Path, address: tuple[str, str]) -> None:
    assert "Nothing can be served on" in refusal(tmp_path, *address)


def test_a_database_that_does_not_answer_is_told(tmp_path: Path) -> None:
    told = refusal(tmp_path, DATABASE_URL=f"postgresql://nobody@127.0.0.1:{free_port()}/nothing")
    assert "DATABASE_URL" in told


def test_two_starts_at_once_do_not_both_make_the_database(tmp_path: Path) -> None:
    with (tmp_path / "start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "Another start is under way" in refusal(tmp_path)
    assert not list(tmp_path.glob("*.sqlite3"))
