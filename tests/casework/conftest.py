import pytest
from django.contrib.auth.models import User
from django.test import Client

from casework.models import Case
from tests.casework.desks import SECRET, browser_of
from tests.factories.casework import CaseFactory, caseworker


@pytest.fixture
def german() -> User:
    return caseworker("DE")


@pytest.fixture
def french() -> User:
    return caseworker("FR")


@pytest.fixture
def desk(german: User) -> Client:
    return browser_of(german)


@pytest.fixture
def case() -> Case:
    return CaseFactory(code="4" * 16, told={"text": SECRET, "own_name": "Sara"})
