from collections.abc import Callable, Iterator

import pytest
from django.db import transaction

from directory.demo.load import load_directory


def _silent(_what: str, _added: int) -> None:
    """No progress lines in tests."""


@pytest.fixture
def load(db) -> Callable[[], int]:
    return lambda: load_directory(_silent)


@pytest.fixture
def demo(load) -> None:
    load()


@pytest.fixture(scope="module")
def demo_to_look_at(fresh_database, django_db_blocker) -> Iterator[None]:
    """Loaded once for all tests of a module that only look."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_directory(_silent)
        yield
        transaction.set_rollback(True)
