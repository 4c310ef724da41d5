import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from home.models import OfficePage
from tests.factories import pages

pytestmark = pytest.mark.django_db


def offices_of(code: str, language: str) -> list[str]:
    with override(language):
        return [office.title for office in OfficePage.objects.for_country(code)]


def test_a_country_has_its_offices_each_once_in_the_readers_language():
    berlin = pages.OfficePageFactory(title="Berlin")
    pages.OfficePageFactory(parent=berlin.get_parent(), title="Paris", country__code="FR")
    pages.translated(berlin, "fa", title="برلین")

    assert offices_of("de", "en") == ["Berlin"]
    assert offices_of("de", "fa") == ["برلین"]
    assert offices_of("fr", "fa") == ["Paris"]


def test_one_that_was_not_translated_is_marked_with_its_language():
    pages.OfficePageFactory(title="Berlin")

    with override("fa"):
        [office] = OfficePage.objects.for_country("DE")

    assert (office.content_language, office.country_name) == ("en", "Germany")


def test_drafts_are_not_among_them():
    pages.OfficePageFactory(live=False)

    assert offices_of("de", "en") == []


def test_a_translation_in_draft_leaves_the_original_to_be_read():
    berlin = pages.OfficePageFactory(title="Berlin")
    pages.translated(berlin, "fa", title="برلین").unpublish()

    assert offices_of("de", "fa") == ["Berlin"]


def test_finding_them_takes_one_query(django_assert_num_queries):
    offices = pages.OfficesPageFactory()
    for number in range(4):
        pages.OfficePageFactory(title=f"Office {number}", parent=offices)

    with django_assert_num_queries(1):
        assert [office.content_language for office in OfficePage.objects.for_country("de")] == ["en"] * 4


def test_a_phone_number_is_kept_as_phones_dial_it_or_refused():
    office = pages.OfficePageFactory()

    office.phone = "030 23125000"
    office.clean()
    assert office.phone == "+493023125000"

    office.phone = "call me"
    with pytest.raises(ValidationError) as refused:
        office.clean()
    assert "phone" in refused.value.message_dict
