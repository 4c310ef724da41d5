from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client
from wagtail.models import Page

from tests.factories import pages

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture(autouse=True)
def _media_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def administrator(django_user_model, client) -> Client:
    """A browser in which an administrator is logged in."""
    client.force_login(django_user_model.objects.create_superuser("administrator"))
    return client


@pytest.fixture
def one_of_each(db) -> Callable[[str], dict[str, Page]]:
    """A page of every type, in a language, by the name of its type."""

    def make(language: str) -> dict[str, Page]:
        below = {"parent": pages.home_in(language)}
        information = pages.InformationPageFactory(**below, body=pages.every_block(), in_menu=True)
        news = pages.NewsIndexPageFactory(**below)
        offices = pages.OfficesPageFactory(**below)
        return {
            "home": pages.home_in(language),
            "information": information,
            "detail": pages.InformationPageFactory(parent=information),
            "questions": pages.QuestionsPageFactory(**below),
            "news index": news,
            "news": pages.NewsPageFactory(parent=news, image=pages.SiteImageFactory()),
            "offices": offices,
            "office": pages.OfficePageFactory(parent=offices),
        }

    return make


@pytest.fixture
def without_database(db: None) -> Iterator[None]:
    """The database is there for the tests and away for the site."""

    def refuse(*_arguments: object) -> None:
        raise OperationalError("the database is away")

    with connection.execute_wrapper(refuse):
        yield
