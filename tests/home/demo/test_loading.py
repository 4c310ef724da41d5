"""The organisation's own pages of the demonstration, in five languages."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.utils.timezone import localdate
from wagtail.models import Page

from home.demo.content import DATA
from home.demo.pictures import PICTURES
from home.models import HomePage, InformationPage, NewsPage, OfficePage, QuestionsPage, SiteImage
from tests.invented import is_somebodys, rings_somewhere

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
LANGUAGES = {code for code, _name in settings.LANGUAGES}


@pytest.fixture(scope="module")
def demo(made_once, tmp_path_factory) -> Iterator[str]:
    """Loaded once; the tests only look, or load again. What the command said."""
    said = StringIO()
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")), made_once():
        call_command("load_demo", stdout=said)
        yield said.getvalue()


def _languages(pages) -> set[str]:
    return set(pages.values_list("locale__language_code", flat=True))


def test_says_what_it_writes(demo):
    assert "Listings: 391 added" in demo
    assert "Pages: 90 added" in demo


def test_a_second_run_changes_no_row_of_any_table_and_says_so(capsys):
    before = _every_row()
    call_command("load_demo")
    assert "Everything was there already; nothing was changed." in capsys.readouterr().out
    after = _every_row()
    assert [table for table, rows in before.items() if rows != after[table]] == []


def _every_row() -> dict[str, set[tuple]]:
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the database's own name
            found[table] = {tuple(map(str, row)) for row in cursor.fetchall()}
    return found


def test_every_kind_of_page_is_there_in_every_language():
    for model, number in ((InformationPage, 4), (QuestionsPage, 1), (NewsPage, 5), (OfficePage, 5)):
        assert _languages(model.objects.live()) == LANGUAGES
        assert model.objects.live().count() == number * len(LANGUAGES), model


def test_translations_of_a_page_know_each_other():
    for page in InformationPage.objects.filter(locale__language_code="fa"):
        assert _languages(page.get_translations(inclusive=True)) == LANGUAGES


def test_the_home_pages_greet():
    for home in HomePage.objects.all():
        assert home.heading, home.locale
        assert home.introduction, home.locale
        assert home.emergency_text, home.locale
        assert len(home.body) >= 2, home.locale


def test_a_home_page_that_somebody_wrote_on_stays():
    home = HomePage.objects.get(locale__language_code="de")
    home.heading, home.introduction = "Von uns geschrieben", ""
    home.save()
    call_command("load_demo")
    home.refresh_from_db()
    assert home.heading == "Von uns geschrieben"
    assert not home.introduction


def test_ten_questions_or_more_are_answered():
    for page in QuestionsPage.objects.all():
        assert sum(len(group.value["questions"]) for group in page.groups) >= 10, page.locale


def test_the_news_are_of_the_last_months():
    for piece in NewsPage.objects.all():
        assert localdate() - timedelta(days=200) < piece.date < localdate()
    assert NewsPage.objects.filter(image__isnull=False).exists()


def test_offices_can_be_called_in_their_country():
    for office in OfficePage.objects.all():
        office.clean()
        assert office.phone.startswith("+")
        assert office.address
        assert office.hours


def test_no_office_leads_to_anybody():
    offices = OfficePage.objects.values_list("phone", "email")
    assert [phone for phone, _email in offices if rings_somewhere(phone)] == []
    assert [email for _phone, email in offices if is_somebodys(email)] == []


def test_the_pictures_are_the_same_each_time():
    assert SiteImage.objects.count() == len(PICTURES)
    for picture in PICTURES.values():
        assert picture.file().read() == picture.file().read()


def test_every_page_can_be_edited_as_it_is():
    """What the loader wrote passes the rules of the editors' forms."""
    for page in Page.objects.specific():
        page.full_clean()
        for name in ("body", "groups"):
            if blocks := getattr(page, name, None):
                blocks.stream_block.clean(blocks)


@pytest.mark.parametrize("folder", ["pages", "questions", "news"])
def test_the_languages_have_the_same_texts(folder):
    shapes = {
        path.stem: _shape(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in (DATA / folder).glob("*.toml")
    }
    assert set(shapes) == LANGUAGES
    assert all(shape == shapes["en"] for shape in shapes.values())


def _shape(value) -> object:
    """Which texts there are, without the texts."""
    if isinstance(value, dict):
        return {key: _shape(inner) for key, inner in value.items()}
    return [_shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__
