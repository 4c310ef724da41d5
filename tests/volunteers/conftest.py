from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from confidential import traps
from tests.factories.volunteers import CoordinatorUserFactory


@pytest.fixture(autouse=True)
def _ledger_of_its_own(settings, tmp_path) -> None:
    settings.ERASURE_LEDGER = tmp_path / "erasures.jsonl"


@pytest.fixture
def coordinator(db: None) -> User:
    return CoordinatorUserFactory()


@pytest.fixture
def second_coordinator(db: None) -> User:
    return CoordinatorUserFactory()


@pytest.fixture
def log_in() -> Callable[[User], Client]:
    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def desk(coordinator: User, log_in: Callable[[User], Client]) -> Client:
    """A browser in which a coordinator of Germany is logged in."""
    return log_in(coordinator)


@pytest.fixture
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits three seconds for a test."""
    monkeypatch.setattr(traps, "SECONDS_TO_FILL_IN", 0)
