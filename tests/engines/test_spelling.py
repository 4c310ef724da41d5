"""Slips of the finger, quotations and names: the same on every engine."""

import pytest

from directory.models import NeedTranslation
from search import index
from search.known_words import known_words
from search.query import Order, Query
from tests.engines.in_use import current
from tests.factories import LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def found(text: str = "", **asked: object) -> list[str]:
    hits = current().search(Query(text=text, **asked)).hits
    return [next(iter(hit.document["name"].values())) for hit in hits]


@pytest.mark.parametrize("asked", ["rechtsberatumg", "Rechtberatung", "hamburger Rechtsberaatung", "hamburh"])
def test_a_slip_is_forgiven_in_the_words_of_listings_and_places(asked: str) -> None:
    ServiceFactory(name="Rechtsberatung", source_language="de", locations=[LocationFactory()])
    ServiceFactory(name="Wohnen", source_language="de")
    assert found(asked) == ["Rechtsberatung"]


def test_a_slip_is_forgiven_in_the_words_for_a_need() -> None:
    need = NeedFactory(slug="legal")
    NeedTranslation.objects.create(need=need, language="fa", name="حقوقی", words="وکیل\nدادگاه")
    ServiceFactory(name="Rechtsberatung", source_language="de", needs=[need])
    assert found("دادگه") == ["Rechtsberatung"]
    assert current().search(Query(text="دادگه", order=Order.RECENT)).total == 1


def test_a_word_that_some_listing_holds_is_not_taken_for_another() -> None:
    ServiceFactory(name="Houses")
    ServiceFactory(name="Horses")
    assert found("horses") == ["Horses"]
    assert sorted(found("hoses")) == ["Horses", "Houses"]


def test_a_forgiven_word_in_a_name_comes_before_one_in_a_description() -> None:
    ServiceFactory(name="A", description="Ask for a translation.")
    ServiceFactory(name="Translation")
    assert found("tranlation") == ["Translation", "A"]


@pytest.mark.django_db(transaction=True)
def test_new_words_are_known_within_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr("search.known_words.monotonic", lambda: clock[0])
    ServiceFactory(name="Harbour")
    assert found("harbuor") == ["Harbour"]
    ServiceFactory(name="Lighthouse")
    clock[0] += 61
    assert found("ligthouse") == ["Lighthouse"]
    assert found("harbuor") == ["Harbour"]


@pytest.mark.django_db(transaction=True)
def test_the_words_cost_no_query_while_they_are_fresh(django_assert_num_queries) -> None:
    ServiceFactory(name="Harbour")
    known_words().dictionary()
    with django_assert_num_queries(0):
        assert known_words().dictionary().near("harbuor") == ("harbour",)


def test_the_words_of_a_new_index_are_counted_anew() -> None:
    ServiceFactory(name="Harbour")
    index.rebuild()
    assert known_words().dictionary().frequency("harbour") == 1


def test_a_draft_teaches_no_words() -> None:
    ServiceFactory(name="Lighthouse", draft=True)
    ServiceFactory(name="Harbour")
    assert not known_words().dictionary().knows("lighthouse")


QUOTATIONS = [
    '"Haus der Frauen"',
    "«Haus der Frauen»",
    "„Haus der Frauen“",
    "“haus der frauen”",
    "»Haus der Frauen«",
]


@pytest.mark.parametrize("asked", QUOTATIONS)
def test_quoted_words_are_found_next_to_each_other_only(asked: str) -> None:
    ServiceFactory(name="Haus der Frauen", source_language="de")
    ServiceFactory(name="Frauen der Stadt, Haus am Meer", source_language="de")
    ServiceFactory(name="Haus", summary="Der Frauen wegen", source_language="de")
    assert found(asked) == ["Haus der Frauen"]


def test_a_quotation_is_found_in_a_summary_and_narrows_other_words() -> None:
    ServiceFactory(name="A", summary="Help for men and women in Berlin")
    ServiceFactory(name="B", summary="Help for women and men in Berlin")
    assert found('berlin "women and men"') == ["B"]
    assert found('hamburg "women and men"') == []


def test_a_quoted_word_is_found_as_it_is_written() -> None:
    ServiceFactory(name="Lawyers")
    ServiceFactory(name="A lawyer")
    assert found('"Lawyers"') == ["Lawyers"]
    assert found('"lawy"') == []


def test_a_persian_quotation_is_found_with_and_without_thin_breaks() -> None:
    ServiceFactory(name="خانه\u200cهای امن", source_language="fa")
    ServiceFactory(name="امن خانه\u200cها", source_language="fa")
    assert found("«خانه های امن»") == ["خانه\u200cهای امن"]


def test_a_mark_without_its_pair_is_no_quotation() -> None:
    ServiceFactory(name="Lawyers in town")
    assert found('"town lawyer') == ["Lawyers in town"]


@pytest.mark.parametrize("asked", ["Women of the Sea", "women of the sea", "Women, of the sea!"])
def test_what_is_called_as_somebody_asks_comes_first(asked: str) -> None:
    ServiceFactory(name="Women of the Sea – Women at Sea", summary="Women of the sea", source_language="en")
    ServiceFactory(name="Women of the Sea", source_language="de")
    assert found(asked, language="en")[0] == "Women of the Sea"


def test_the_listings_of_an_organization_of_that_name_come_first() -> None:
    ServiceFactory(name="Sea rescue and Harbour rescue", summary="Harbour sea")
    ServiceFactory(name="Office", organization=OrganizationFactory(name="Harbour Sea"), source_language="de")
    assert found("harbour sea")[0] == "Office"


def test_readable_listings_come_first_then_what_they_are_for_then_what_is_written() -> None:
    need = NeedFactory(slug="legal", names={"fa": "وکیل"})
    ServiceFactory(name="وکیل لجوء", source_language="ar")
    ServiceFactory(name="Rechtsberatung", source_language="de", needs=[need])
    ServiceFactory(name="دفتر", summary="وکیل رایگان", source_language="fa")
    assert found("وکیل", language="fa") == ["دفتر", "Rechtsberatung", "وکیل لجوء"]
