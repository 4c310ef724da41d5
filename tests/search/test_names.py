"""A listing is found by the words for its choices, in whatever language it is written itself."""

import pytest
from django.utils import timezone

from directory.models import Need
from search import engines
from search.finding import find
from search.models import ChoiceName
from search.query import Kind, Query
from tests.factories import ServiceFactory


@pytest.mark.parametrize("word", ["solicitor", "avocate", "Anwältin", "وکیل", "محامية"])
def test_the_words_that_a_new_site_begins_with_find_listings(taxonomy, word):
    service = ServiceFactory(name="Room 12", summary="Second floor.", needs=[Need.objects.get(slug="legal")])
    hits = find(engines.of_database(), Query(text=word), timezone.now()).results.hits
    assert [hit.service_id for hit in hits] == [service.pk]


def test_every_need_of_a_new_site_is_known_by_its_words(taxonomy):
    assert not ChoiceName.objects.filter(kind=Kind.NEEDS, terms="").exists()
