"""Every page of the directory's admin opens, for whoever may open it."""

import pytest
from django.test import Client
from django.urls import reverse

from directory.models import Country, Location, Need, Organization, Service
from tests.directory.admin.conftest import LogIn

pytestmark = pytest.mark.django_db

MODELS = [Service, Organization, Location, Need, Country]


def address(model: type, view: str, *args: object) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("view", ["list", "add"])
def test_lists_and_empty_forms(log_in: LogIn, listing: Service, model: type, view: str) -> None:
    assert log_in("Administrators").get(address(model, view)).status_code == 200


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("view", ["edit", "history", "usage"])
def test_forms_and_histories(editor: Client, listing: Service, model: type, view: str) -> None:
    row = model.objects.first()
    assert editor.get(address(model, view, row.pk)).status_code == 200
