"""What a search finds: the same on every engine."""

import pytest
from django.db import transaction

from directory.models import Need, NeedTranslation, Organization, Service, ServiceTranslation
from directory.taxonomy.load import load_taxonomy
from search import comparing, index
from search.engines import Results
from search.query import Kind, Query
from tests.engines.in_use import SEES_ITS_OWN_TRANSACTION, current
from tests.factories import CountryFactory, LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def search(text: str = "", **asked: object) -> Results:
    return current().search(Query(text=text, **asked))


def names(results: Results) -> list[str]:
    return [next(iter(hit.document["name"].values())) for hit in results.hits]


def test_a_saved_listing_is_found_at_once() -> None:
    listing = ServiceFactory(name="Sprechstunde am Hafen", source_language="de")
    assert [hit.service_id for hit in search("sprechstunden").hits] == [listing.pk]


def test_a_changed_listing_is_found_by_its_new_name_only() -> None:
    listing = ServiceFactory(name="Harbour office")
    listing.name = "Station office"
    listing.save()
    assert search("station").total == 1
    assert search("harbour").total == 0


def test_a_deleted_listing_is_gone() -> None:
    ServiceFactory(name="Harbour office").delete()
    assert search("harbour").total == 0
    assert search().total == 0


def test_lawyers_described_in_german_are_found_by_the_persian_word() -> None:
    need = NeedFactory(slug="legal")
    NeedTranslation.objects.create(need=need, language="fa", name="حقوقی", words="وکیل\nدادگاه")
    ServiceFactory(name="Rechtsberatung", source_language="de", needs=[need])
    ServiceFactory(name="Wohnen", source_language="de")
    assert names(search("وكيل")) == ["Rechtsberatung"]


def test_a_new_word_for_a_need_finds_its_listings() -> None:
    need = NeedFactory(slug="legal")
    ServiceFactory(name="Rechtsberatung", needs=[need])
    words = need.translations.get(language="en")
    words.words = "barrister"
    words.save()
    assert search("barristers").total == 1


def test_the_words_that_a_new_site_begins_with_find_their_listings() -> None:
    load_taxonomy()
    ServiceFactory(name="Rechtsberatung", needs=[Need.objects.get(slug="legal")])
    assert search("solicitors").total == 1


def test_what_is_wanted_ranks_and_leaves_nothing_out() -> None:
    ServiceFactory(name="Office")
    ServiceFactory(name="Lawyer")
    found = search(wanted="lawyer")
    assert names(found) == ["Lawyer", "Office"]


def test_words_that_say_the_same_are_one_word() -> None:
    ServiceFactory(name="Kindergarten")
    assert search("kita").total == 0
    assert search("kita", same_as=(("kita", "kindergarten"),)).total == 1


@pytest.mark.parametrize(
    ("text", "is_called"),
    [
        ("refuge berlin", True),
        ("Refuge, BERLIN!", True),
        ("open evening", True),
        ("berlin", False),
        ("refuge hamburg", False),
    ],
)
def test_a_name_is_known_that_the_choices_would_leave_out(text: str, *, is_called: bool) -> None:
    house = OrganizationFactory(name="Refuge Berlin e. V.")
    ServiceFactory(name="Open evening", organization=house, locations=[LocationFactory()])
    engine = current()
    assert engine.calls_another_so(text, Query(city=("berlin",))) is is_called
    assert engine.calls_another_so(text, Query(city=("hamburg",))) is False


def test_the_needs_of_a_first_start_find_listings_by_their_words() -> None:
    load_taxonomy()
    ServiceFactory(name="Office", needs=[Need.objects.get(slug="legal")])
    assert names(search("وکیل")) == ["Office"]


def test_a_broader_need_holds_its_narrower_ones() -> None:
    law = NeedFactory(slug="legal")
    asylum = NeedFactory(slug="asylum-law", parent=law)
    ServiceFactory(needs=[asylum])
    assert search(needs=("legal",)).total == 1
    assert {(c.value, c.count) for c in search().facets[Kind.NEEDS]} == {("legal", 1), ("asylum-law", 1)}


def test_a_city_is_found_by_its_persian_name() -> None:
    ServiceFactory(name="Office", locations=[LocationFactory()])
    assert search("هامبورگ").total == 1
    assert search("hambur").total == 1
    assert search(city=("hamburg",)).total == 1


def test_a_hidden_place_cannot_be_searched_for() -> None:
    ServiceFactory(name="Shelter", locations=[LocationFactory(hidden=True)])
    assert search("hamburg").total == 0
    assert search(city=("hamburg",)).total == 0
    assert search().facets[Kind.CITY] == ()


def test_what_serves_everywhere_serves_each_country() -> None:
    ServiceFactory(name="Hotline", everywhere=True)
    ServiceFactory(name="Office", country=CountryFactory(code="FR"))
    found = search(country=("FR",))
    assert sorted(names(found)) == ["Hotline", "Office"]
    assert [(choice.value, choice.count, choice.is_chosen) for choice in found.facets[Kind.COUNTRY]] == [
        ("FR", 2, True)
    ]


@pytest.mark.parametrize("trait", ["draft", "paused", "long_overdue"])
def test_what_is_not_published_is_not_found(trait: str) -> None:
    ServiceFactory(**{trait: True})
    assert search().total == 0


def test_a_name_counts_more_than_a_summary_and_that_more_than_a_description() -> None:
    ServiceFactory(name="C", description="With a lawyer.")
    ServiceFactory(name="B", summary="A lawyer helps.")
    ServiceFactory(name="Lawyer A")
    assert names(search("lawyer")) == ["Lawyer A", "B", "C"]


def test_the_readers_language_comes_first() -> None:
    ServiceFactory(name="Anwalt Berlin", source_language="de")
    ServiceFactory(name="Anwalt Hamburg", source_language="fa")
    assert names(search("anwalt", language="fa")) == ["Anwalt Hamburg", "Anwalt Berlin"]


def test_a_change_that_is_rolled_back_never_was() -> None:
    ServiceFactory(name="Harbour")
    with transaction.atomic():
        ServiceFactory(name="Station")
        assert search("station").total == (1 if SEES_ITS_OWN_TRANSACTION else 0)
        transaction.set_rollback(True)
    assert search("station").total == 0
    assert search().total == 1


def test_rows_written_in_bulk_are_found() -> None:
    listing = ServiceFactory(name="Harbour")
    Service.objects.filter(pk=listing.pk).update(name="Station")
    assert search("station").total == 1
    assert search("harbour").total == 0
    ServiceTranslation.objects.bulk_create([ServiceTranslation(service=listing, language="fr", name="Gare")])
    assert search("gare").total == 1


def test_an_organization_renamed_in_bulk_is_found() -> None:
    listing = ServiceFactory(name="Harbour")
    Organization.objects.filter(pk=listing.organization_id).update(name="Weidenhof")
    assert search("weidenhof").total == 1


def test_a_need_that_is_called_otherwise_in_bulk_is_found() -> None:
    ServiceFactory(name="Harbour", needs=[NeedFactory(slug="legal")])
    NeedTranslation.objects.filter(need__slug="legal").update(words="solicitor")
    assert search("solicitor").total == 1


def test_listings_taken_off_the_site_in_bulk_are_not_shown() -> None:
    ServiceFactory.create_batch(2)
    assert search().total == 2
    Service.objects.update(live=False)
    assert search().total == 0
    Service.objects.update(live=True)
    assert search().total == 2


def test_a_rebuilt_index_answers_the_same() -> None:
    ServiceFactory(name="Harbour", needs=[NeedFactory(slug="legal")], locations=[LocationFactory()])
    ServiceFactory(draft=True)
    before = search("harbour legal hamburg")
    assert index.rebuild() == 1
    assert search("harbour legal hamburg") == before
    assert before.total == 1
    assert comparing.drift() == []


@pytest.mark.database_engine
@pytest.mark.django_db(transaction=True)
def test_one_search_costs_three_queries(django_assert_num_queries) -> None:
    ServiceFactory.create_batch(3, name="Lawyer")
    search("office")
    with django_assert_num_queries(3):
        search("lawyer", country=("DE",))


def test_several_questions_are_answered_in_turn_each_listing_once() -> None:
    seen = ServiceFactory(name="Seen already", organization__name="Lawyers")
    ServiceFactory(name="Second", free=True)
    ServiceFactory(name="First", organization__name="Lawyers", free=True)
    asked = [Query(text="lawyers"), Query(free=True), Query()]
    hits = current().in_turn(asked, without={seen.pk}, size=5)
    assert [hit.document["name"]["en"] for hit in hits] == ["First", "Second"]
