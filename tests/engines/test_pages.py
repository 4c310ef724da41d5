"""What people and programs are answered, as tests/search says it, where Elasticsearch finds it."""

import pytest

from search import engines
from tests.engines import in_use
from tests.search.test_api import (
    lawyer,
    test_different_filters_narrow,
    test_distances_are_told_where_a_point_is_given,
    test_every_value_that_a_facet_offers_gives_the_number_it_says,
    test_filters_repeat_to_widen,
    test_nothing_is_answered_that_the_site_does_not_show,
    test_pages_follow_each_other_and_end_with_an_empty_one,
)
from tests.search.test_order import (
    munich,
    test_a_second_city_widens_also_where_a_distance_is_given,
    test_nearest_is_offered_only_where_there_is_one_place_to_measure_from,
    test_one_can_order_by_what_fits_by_distance_and_by_the_last_check,
)
from tests.search.test_results_page import (
    street,
    test_a_card_says_what_one_needs_to_choose,
    test_behind_the_last_page_is_the_last_one,
    test_each_choice_stands_with_what_it_gives_and_one_that_gives_nothing_is_not_offered,
    test_every_filter_narrows,
    test_open_now_follows_the_clock_of_the_place,
    test_several_of_one_kind_widen_and_different_kinds_narrow,
    test_twenty_a_page_each_listing_once,
    test_what_a_choice_promises_is_found_when_it_is_ticked,
)

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]

__all__ = [
    "lawyer",
    "munich",
    "street",
    "test_a_card_says_what_one_needs_to_choose",
    "test_a_second_city_widens_also_where_a_distance_is_given",
    "test_behind_the_last_page_is_the_last_one",
    "test_different_filters_narrow",
    "test_distances_are_told_where_a_point_is_given",
    "test_each_choice_stands_with_what_it_gives_and_one_that_gives_nothing_is_not_offered",
    "test_every_filter_narrows",
    "test_every_value_that_a_facet_offers_gives_the_number_it_says",
    "test_filters_repeat_to_widen",
    "test_nearest_is_offered_only_where_there_is_one_place_to_measure_from",
    "test_nothing_is_answered_that_the_site_does_not_show",
    "test_one_can_order_by_what_fits_by_distance_and_by_the_last_check",
    "test_open_now_follows_the_clock_of_the_place",
    "test_pages_follow_each_other_and_end_with_an_empty_one",
    "test_several_of_one_kind_widen_and_different_kinds_narrow",
    "test_twenty_a_page_each_listing_once",
    "test_what_a_choice_promises_is_found_when_it_is_ticked",
]


@pytest.fixture(autouse=True)
def _without_the_database_to_help_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine that the other cases of this folder ask, and nobody in its place."""
    monkeypatch.setattr(engines, "current", in_use.current)
