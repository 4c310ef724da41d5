"""Other listings that may help with the same in the same town, and none that would tell a secret."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from directory import parts
from directory.models import City, Location, Service
from directory.nearby import RelatedListing, related_listings
from directory.public import facts_of
from directory.vocabulary import vocabulary
from pagecache import generation
from tests.factories import LocationFactory, NeedFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def listing(name: str, place: Location | None = None, need: str = "legal", **facts: object) -> Service:
    return ServiceFactory(
        name=name, needs=[NeedFactory(slug=need)], locations=[place or LocationFactory()], **facts
    )


def related(to: Service, reader: str = "en") -> tuple[RelatedListing, ...]:
    [complete] = parts.complete([Service.objects.get(pk=to.pk)])
    return related_listings(facts_of(complete), vocabulary(reader, generation.current()))


def named(to: Service) -> list[str]:
    return [other.name.text for other in related(to)]


def test_what_was_checked_last_comes_first_and_four_are_enough() -> None:
    asked = listing("Asked")
    for days in (5, 1, 3, 4, 2):
        listing(f"Checked {days} days ago", verified_on=localdate() - timedelta(days=days))
    assert named(asked) == [f"Checked {days} days ago" for days in (1, 2, 3, 4)]


def test_it_is_about_the_same_need_in_the_same_town() -> None:
    asked = listing("Asked")
    listing("Same")
    listing("Other need", need="food")
    listing("Other town", LocationFactory(city=City.objects.get(slug="berlin")))
    assert named(asked) == ["Same"]


@pytest.mark.parametrize("secret", ["draft", "paused", "long_overdue"])
def test_what_is_not_shown_is_not_related(secret: str) -> None:
    asked = listing("Asked")
    listing("Secret", **{secret: True})
    assert named(asked) == []


def test_a_hidden_place_is_known_neither_by_its_neighbours_nor_to_them() -> None:
    hidden = listing("Shelter", LocationFactory(hidden=True))
    shown = listing("Office")
    assert named(hidden) == []
    assert named(shown) == []


def test_a_place_shown_by_its_town_has_neighbours() -> None:
    listing("House", LocationFactory(area_only=True))
    assert named(listing("Office")) == ["House"]


def test_it_is_called_as_the_reader_reads_it_and_marked_where_it_is_not() -> None:
    asked, other = listing("Asked"), listing("Rechtsberatung", source_language="de")
    other.translations.create(language="fa", name="مشاوره حقوقی", summary="کمک")
    other.save()
    [persian], [french] = related(asked, "fa"), related(asked, "fr")
    assert (persian.name.text, persian.name.is_fallback) == ("مشاوره حقوقی", False)
    assert (french.name.text, french.name.language, french.name.is_fallback) == ("Rechtsberatung", "de", True)
    assert persian.organization == other.organization.name
    assert persian.url.endswith(f"/directory/listing/{other.pk}/")
