"""From a question in somebody's own words to what is found: no filter makes it worse than its words."""

from dataclasses import replace

import pytest
from django.utils import timezone

from directory.models import City, Need, Phrase
from pagecache import generation
from search.engines import current
from search.finding import Found, find
from search.query import Kind, Query
from search.understanding import knowledge
from tests.contents import lawyer
from tests.factories import CountryFactory, LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def found(text: str, **asked: object) -> Found:
    return find(current(), Query(text=text, **asked), timezone.now())


def names(result: Found) -> list[str]:
    return [next(iter(hit.document["name"].values())) for hit in result.results.hits]


def listings(result: Found) -> set[int]:
    return {hit.service_id for hit in result.results.hits}


def understood(result: Found) -> set[str]:
    return {each.value for each in result.understood}


def place(slug: str, country: str = "DE") -> object:
    return LocationFactory(country=CountryFactory(code=country), city=City.objects.get(slug=slug))


@pytest.mark.parametrize(
    "text", ["وکیل فارسی زبان هامبورگ", "Persian-speaking lawyer in Hamburg", "محامي يتحدث الفارسية بهامبورغ"]
)
def test_the_same_lawyers_are_found_in_every_language(town, text: str) -> None:
    assert names(found(text)) == ["House hamburg"]
    assert understood(found(text)) == {"legal", "fa", "hamburg"}


def test_who_says_the_word_comes_before_who_only_has_the_need(town) -> None:
    lawyer(place("hamburg"), name="Advice")
    lawyer(place("hamburg"), name="Advice two", summary="A lawyer listens.")
    lawyer(place("hamburg"), name="Lawyer at the harbour")
    first = names(found("lawyer hamburg"))
    assert first[:2] == ["Lawyer at the harbour", "Advice two"]
    assert len(first) == 4


def test_the_words_rank_and_do_not_narrow(town) -> None:
    assert found("attorney").results.total == found("", needs=("legal",)).results.total


def test_an_organization_is_found_by_its_name_wherever_it_is(town) -> None:
    house = OrganizationFactory(name="Refuge Berlin")
    ServiceFactory(name="Open evening", organization=house, locations=[place("hamburg")])
    result = found("refuge berlin")
    assert names(result)[0] == "Open evening"
    assert result.understood == ()
    assert result.asked.words == ("refuge berlin",)


def test_a_listing_is_found_by_a_name_that_is_one_word_of_ours(town) -> None:
    ServiceFactory(name="Lawyer", locations=[place("hamburg")])
    assert names(found("lawyer"))[0] == "Lawyer"
    assert "House hamburg" in names(found("lawyer"))


def test_a_name_that_only_shares_words_changes_nothing(town) -> None:
    house = OrganizationFactory(name="Berlin circle of friends and neighbours, founded by a lawyer")
    ServiceFactory(name="Open evening", organization=house, locations=[place("hamburg")])
    assert understood(found("lawyer berlin")) == {"legal", "berlin"}


def test_where_nothing_is_in_the_city_its_country_is_searched(town) -> None:
    ServiceFactory(
        name="Beds", needs=[Need.objects.get(slug="emergency-shelter")], locations=[place("berlin")]
    )
    result = found("emergency shelter Hamburg")
    assert names(result) == ["Beds"]
    assert result.left_out == ("Hamburg",)
    assert result.asked == Query(text="emergency shelter", country=("DE",))


def offering(need: str, name: str, where: object) -> object:
    return ServiceFactory(
        name=name, needs=[Need.objects.get(slug=need)], country=where.country, locations=[where]
    )


@pytest.mark.parametrize(
    ("text", "need", "city"),
    [
        ("learn german vienna", "language-courses", "vienna"),
        ("i want to learn german in vienna", "language-courses", "vienna"),
        ("Deutschkurs in Wien", "language-courses", "Wien"),
        ("خانه امن در وین", "womens-refuge", "وین"),
        ("تعلم الألمانية فيينا", "language-courses", "فيينا"),
        ("cours d'allemand à Vienne", "language-courses", "Vienne"),
    ],
)
def test_the_need_elsewhere_in_the_country_comes_before_words_that_stand_somewhere_by_chance(
    town, text: str, need: str, city: str
) -> None:
    offering(need, "What is needed", place("graz", "AT"))
    ServiceFactory(name="Evening", summary=f"Somebody said: {text}.", locations=[place("hamburg")])
    result = found(text)
    assert names(result)[0] == "What is needed"
    assert result.left_out == (city,)


def test_words_as_they_are_come_before_the_need_in_other_countries(town) -> None:
    offering("dental-care", "Teeth", place("hamburg"))
    ServiceFactory(name="Evening", summary="A dentist listens.", locations=[place("vienna", "AT")])
    assert names(found("dentist vienna")) == ["Evening"]


def test_a_name_comes_before_the_need_elsewhere_in_the_country(town) -> None:
    offering("womens-refuge", "Safe house", place("munich"))
    house = OrganizationFactory(name="Refuge Berlin")
    ServiceFactory(name="Open evening", organization=house, locations=[place("hamburg")])
    assert names(found("refuge berlin"))[0] == "Open evening"


@pytest.mark.parametrize(
    ("lawyer", "city"), [("Anwalt", "Passau"), ("وکیل", "پاساو"), ("محامي", "باساو"), ("محامي", "بباساو")]
)
def test_a_city_without_any_listing_means_its_country(town, lawyer: str, city: str) -> None:
    """Also where its name could be a form of another word: in Persian Passau looks like a passport."""
    result = found(f"{lawyer} {city}")
    assert result.asked == Query(text=lawyer, country=("DE",))
    assert result.left_out == (city,)
    assert {hit.document["country"] for hit in result.results.hits} == {"DE"}


@pytest.mark.parametrize(
    ("asked", "city"),
    [
        ("Anwalt Freiburg im Breisgau", "Freiburg Breisgau"),
        ("lawyer Garmisch-Partenkirchen", "Garmisch-Partenkirchen"),
        ("avocat Coblence", "Coblence"),
        ("محامي بكوبلنز", "بكوبلنز"),
        ("وکیل کوبلنز", "کوبلنز"),
    ],
)
def test_such_a_city_is_known_by_its_names_as_people_write_them(town, asked: str, city: str) -> None:
    result = found(asked)
    assert result.left_out == (city,)
    assert result.asked.country == ("DE",)


def test_such_a_city_is_no_slip_of_another_word(town) -> None:
    ServiceFactory(name="Kasser and sons", locations=[place("hamburg")])
    assert found("lawyer kasser").left_out == ()
    result = found("lawyer Kassel")
    assert result.left_out == ("Kassel",)
    assert result.asked.country == ("DE",)


def test_a_change_of_a_listing_leaves_what_words_mean_as_it_was(town) -> None:
    before, number = knowledge.current(), generation.current()
    ServiceFactory(name="Morning tea", locations=[place("hamburg")])
    assert generation.current() != number
    after = knowledge.current()
    assert after is not before
    assert after.lexicon.hints is before.lexicon.hints


def test_what_matters_least_is_given_up_first(town) -> None:
    result = found("lawyer by video for women in Hamburg")
    assert names(result) == ["House hamburg"]
    assert result.left_out == ("by video", "for women")
    assert understood(result) == {"legal", "hamburg"}


def test_a_word_that_nothing_holds_is_given_up_beside_a_need(town) -> None:
    result = found("lawyer hamburg qwertz")
    assert names(result) == ["House hamburg"]
    assert result.left_out == ("qwertz",)


def test_a_need_and_a_place_are_enough_beside_any_words(town) -> None:
    result = found("qwertz blorf lawyer hamburg")
    assert names(result) == ["House hamburg"]
    assert result.left_out == ("qwertz", "blorf")


def test_words_that_only_hold_others_together_do_not_count_beside_a_need(town) -> None:
    assert understood(found("lawyer but when")) == {"legal"}
    assert found("lawyer but qwertz").results.total == 0


@pytest.mark.parametrize(
    "nothing", ["qwertz blorf", "ضصثقفغ عهخحج", "unicorn Hamburg", "qwertz free", "qwertz lawyer"]
)
def test_a_query_about_nothing_finds_nothing(town, nothing: str) -> None:
    assert found(nothing).results.total == 0


def test_a_smaller_question_gives_the_same_when_it_is_asked_itself(town) -> None:
    for text in ("lawyer by video for women in Hamburg", "Anwalt Passau", "lawyer hamburg qwertz"):
        result = found(text)
        again = find(current(), result.asked, timezone.now())
        as_asked = {"written": text, "wanted": ""}
        assert replace(again.query, **as_asked) == replace(result.query, **as_asked)
        assert again.results.facets == result.results.facets
        assert again.results.total == result.results.total
        assert listings(again) == listings(result)
        assert again.left_out == ()


def test_what_was_chosen_by_hand_is_never_given_up(town) -> None:
    result = found("lawyer Hamburg", country=("FR",))
    assert {hit.document["country"] for hit in result.results.hits} <= {"FR"}
    assert result.asked.country == ("FR",)
    assert found("lawyer", needs=("housing",)).results.total == 0


def test_a_choice_by_hand_takes_the_place_of_what_was_understood(town) -> None:
    beds = ServiceFactory(needs=[Need.objects.get(slug="housing")], locations=[place("hamburg")])
    promised = {choice.value: choice.count for choice in found("lawyer hamburg").results.facets[Kind.NEEDS]}
    chosen = found("lawyer hamburg", needs=("housing",))
    assert [hit.service_id for hit in chosen.results.hits] == [beds.pk]
    assert promised["housing"] == chosen.results.total == 1
    assert understood(chosen) == {"hamburg"}


def test_no_count_lies_beside_what_was_understood(town) -> None:
    for text in ("lawyer", "lawyer hamburg", "avocat gratuit", "lawyer by video in Hamburg", "Anwalt Passau"):
        result = found(text)
        for kind, offered in result.results.facets.items():
            for choice in offered:
                chosen = result.asked.without(kind).choosing(kind, choice.value)
                assert find(current(), chosen, timezone.now()).results.total == choice.count, (text, choice)


def test_words_taken_literally_are_searched_for_as_text(town) -> None:
    result = found("lawyer hamburg", words=("hamburg",))
    assert understood(result) == {"legal"}
    assert result.query.text == "hamburg"
    assert "House hamburg" in names(result)


def test_of_a_need_and_its_broader_one_the_narrower_is_meant(town) -> None:
    ServiceFactory(name="Asylum", needs=[Need.objects.get(slug="asylum-law")], locations=[place("hamburg")])
    assert names(found("asylum lawyer Hamburg")) == ["Asylum"]


def test_a_word_for_a_need_and_a_part_of_it_means_all_of_it(town) -> None:
    ServiceFactory(name="Listening", needs=[Need.objects.get(slug="counselling")])
    ServiceFactory(name="Therapy", needs=[Need.objects.get(slug="trauma-therapy")])
    Phrase.objects.create(language="en", words="shrink", same_as="Counselling")
    Phrase.objects.create(language="en", words="shrink", same_as="Trauma therapy")
    assert sorted(names(found("shrink"))) == ["Listening", "Therapy"]


def test_in_a_sentence_the_longer_phrase_says_what_is_needed(town) -> None:
    ServiceFactory(name="Beds", needs=[Need.objects.get(slug="emergency-shelter")])
    ServiceFactory(name="Playing", needs=[Need.objects.get(slug="family")])
    assert names(found("bed tonight for me and my children")) == ["Beds"]


def test_a_word_that_editors_add_is_understood_at_once(town) -> None:
    assert found("Winkeladvokat").results.total == 0
    Phrase.objects.create(language="de", words="Winkeladvokat\nRechtsverdreher", same_as="Anwalt")
    assert understood(found("Winkeladvokaten")) == {"legal"}
    assert understood(found("Rechtsverdreher in Berlin")) == {"legal", "berlin"}


def test_a_word_that_editors_take_away_is_text_again(town) -> None:
    assert understood(found("pro bono lawyer")) == {"legal", "yes"}
    Phrase.objects.filter(means="free").delete()
    assert understood(found("pro bono lawyer")) == {"legal"}


def test_a_need_that_editors_rename_is_understood_by_its_new_name(town) -> None:
    name = Need.objects.get(slug="legal").translations.get(language="en")
    name.name = "Justice"
    name.save()
    assert understood(found("justice")) == {"legal"}


def test_words_that_say_the_same_find_each_others_text(town) -> None:
    ServiceFactory(name="Schrebergarten at the river")
    Phrase.objects.create(language="de", words="Parzelle", same_as="Schrebergarten")
    assert names(found("Parzelle")) == ["Schrebergarten at the river"]
    assert found("Parzelle", needs=("legal",)).results.total == 0


def test_a_page_behind_the_last_is_the_last(town) -> None:
    ServiceFactory.create_batch(25, needs=[NeedFactory(slug="legal")])
    result = found("lawyer", page=7)
    assert result.asked.page == result.query.page == result.pages == 2
    assert len(result.results.hits) == result.results.total - 20


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("text", "most"),
    [("lawyer hamburg", 5), ("qwertz", 3), ("video lawyer in Lyon for women, qwertz blorf", 5), ("", 2)],
)
def test_one_question_costs_few_queries(town, django_assert_max_num_queries, text: str, most: int) -> None:
    found("lawyer Passau")
    with django_assert_max_num_queries(most):
        found(text)
