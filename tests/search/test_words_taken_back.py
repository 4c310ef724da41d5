"""Words that once came with the site and meant the wrong thing are taken back, where nobody changed them."""

from importlib import import_module

import pytest
from django.apps import apps

from directory.models import Phrase

pytestmark = pytest.mark.django_db

AS_BROUGHT = """
من فضلك|لو سمحت|مرحبا|السلام عليكم|أنا|أحتاج|أحتاج إلى|بحاجة إلى|بحاجة|محتاج|محتاجة|أريد|اريد|بدي|عايز|
أبحث عن|ابحث عن|بدور على|أين|وين|كيف|هل يوجد|يوجد|شخص|شخص ما|أحد|حدا|ممكن|كيف أجد|أجد|لدي|عندي|مساعدتي
"""


@pytest.fixture
def as_brought() -> list[str]:
    return AS_BROUGHT.replace("\n", "").split("|")


def after_the_upgrade(lines: list[str]) -> list[str]:
    phrase = Phrase.objects.create(language="ar", means="nothing", words="\n".join(lines))
    import_module("search.migrations.0006_words_that_ask_where").take_back(apps, None)
    phrase.refresh_from_db()
    return phrase.lines


def test_where_is_no_longer_taken_for_nothing(as_brought: list[str]) -> None:
    assert after_the_upgrade(as_brought) == [line for line in as_brought if line != "وين"]


def test_what_an_editor_changed_stays_as_it_is(as_brought: list[str]) -> None:
    changed = [*as_brought, "يا جماعة"]
    assert after_the_upgrade(changed) == changed
