"""What runs beside the requests: once a day by one process of all, and nothing ends it."""

import logging
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread, active_count

import pytest
import time_machine
from django.db import OperationalError, connection
from django.utils import timezone

from confidential import beside, daily, retention
from confidential.models import SpentToken
from tests.secret_values import SECRETS

ROOT = Path(__file__).resolve().parent.parent.parent


def over() -> None:
    SpentToken.objects.create(key=str(timezone.now()), expires_at=timezone.now() - timedelta(days=1))


@pytest.mark.django_db
def test_the_purge_runs_once_a_day() -> None:
    with time_machine.travel("2026-03-01 12:00Z", tick=False) as clock:
        over()
        assert daily.purge_once_a_day() == timedelta(hours=1)
        assert not SpentToken.objects.exists()
        over()
        daily.purge_once_a_day()
        assert SpentToken.objects.exists()
        clock.shift(timedelta(days=1))
        daily.purge_once_a_day()
        assert not SpentToken.objects.exists()


@pytest.mark.django_db
def test_a_purge_that_failed_is_tried_again_the_next_hour(monkeypatch) -> None:
    over()

    def fail(_now: object) -> None:
        raise OperationalError

    with monkeypatch.context() as failing:
        failing.setattr(retention, "purge", fail)
        with pytest.raises(OperationalError):
            daily.purge_once_a_day()
    daily.purge_once_a_day()
    assert not SpentToken.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_all_who_ask_at_once_one_does_it() -> None:
    def ask(_number: int) -> bool:
        try:
            return daily.claim("purge", timezone.localdate())
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        assert sum(threads.map(ask, range(24))) == 1


def test_an_error_ends_nothing_and_is_told_without_its_words(caplog, monkeypatch) -> None:
    monkeypatch.setattr(beside, "_FIRST_PAUSE", timedelta(milliseconds=5))
    stop, done = Event(), Event()
    errors = [OperationalError("maryam"), ValueError("maryam")]

    def todo() -> timedelta:
        if errors:
            raise errors.pop(0)
        done.set()
        return timedelta(milliseconds=5)

    with caplog.at_level(logging.WARNING, logger="confidential.beside"):
        thread = Thread(target=beside.run, args=[todo, stop])
        thread.start()
        assert done.wait(10)
        stop.set()
        thread.join(10)
    assert not thread.is_alive()
    assert [record.levelname for record in caplog.records] == ["WARNING", "ERROR"]
    assert not any("maryam" in record.getMessage() for record in caplog.records)


def test_where_commands_do_it_there_are_no_threads(settings) -> None:
    settings.DAILY_PURGE = settings.POST_WORKER = settings.SCHEDULE_WORKER = False
    before = active_count()
    assert beside.start_beside_requests() == []
    assert active_count() == before


def test_a_web_process_starts_all_of_them(tmp_path: Path) -> None:
    program = (
        "import config.wsgi, threading; "
        "print(*sorted(thread.name for thread in threading.enumerate() if thread.daemon))"
    )
    environment = {**SECRETS, "PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)}
    command = [sys.executable, "-W", "ignore", "-c", program]
    started = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert started.stdout.split() == ["case-reminders", "daily-purge", "post", "reminders", "schedule"], (
        started.stderr
    )
