"""What a program asks, read into the same Query that the address of the page gives."""

import pytest
from pydantic import ValidationError

from search.api.request import PARAMETERS, Asked, query_of
from search.places import NO_COUNTRY, countries_called
from search.query import Audience, Delivery, Order, Point, Query


def query(**parameters: object) -> Query:
    return query_of(Asked(**parameters))


def test_nothing_asked_is_everything_in_the_site_s_own_language() -> None:
    assert query() == Query(language="en")
    assert Asked().size == 20


def test_every_parameter_has_its_place_in_the_query(db: None) -> None:
    asked = {
        "lang": "fa",
        "q": " وکیل  پناهندگی ",
        "country": ["de"],
        "need": ["legal"],
        "language": ["fa"],
        "city": ["هامبورگ"],
        "delivery": ["phone"],
        "audience": ["women"],
        "free": "1",
        "no_papers": "true",
        "open_now": "1",
        "near": "53.5511, 9.9937",
        "radius_km": 20,
        "order": "nearest",
        "page": 3,
        "page_size": 5,
    }
    assert set(asked) == PARAMETERS
    assert query(**asked) == Query(
        text="وکیل پناهندگی",
        language="fa",
        country=("DE",),
        needs=("legal",),
        languages=("fa",),
        city=("hamburg",),
        delivery=("phone",),
        audience=("women",),
        free=True,
        no_papers=True,
        open_now=True,
        near=Point(53.551, 9.994),
        radius_km=20,
        order=Order.NEAREST,
        page=3,
    )
    assert Asked(**asked).size == 5


@pytest.mark.parametrize("name", ["lang", "free", "order", "near", "radius_km", "page", "page_size", "q"])
def test_a_parameter_without_a_value_counts_as_not_given(name: str) -> None:
    assert query(**{name: ""}) == Query(language="en")
    assert Asked(**{name: ""}).size == 20


@pytest.mark.parametrize(
    ("written", "is_ticked"), [("1", True), ("true", True), ("0", False), ("false", False)]
)
def test_a_tick_is_written_as_programs_write_it(written: str, *, is_ticked: bool) -> None:
    assert query(free=written).free is is_ticked


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lang", "es"),
        ("lang", "EN"),
        ("q", "a" * 201),
        ("country", ["x" * 101]),
        ("country", ["de"] * 21),
        ("need", ["Legal Help"]),
        ("need", ["-legal"]),
        ("language", ["persian"]),
        ("language", ["f"]),
        ("delivery", ["pigeon"]),
        ("audience", ["everybody"]),
        ("free", "yes"),
        ("near", "91,0"),
        ("near", "90.1,0"),
        ("near", "0,180.5"),
        ("near", "0"),
        ("near", "0, 0, 0"),
        ("near", "1e1,0"),
        ("radius_km", 0),
        ("radius_km", 501),
        ("radius_km", 2.5),
        ("order", "cheapest"),
        ("page", 0),
        ("page", 5001),
        ("page_size", 0),
        ("page_size", 101),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        Asked(**{name: value})
    assert {error["loc"][0] for error in refused.value.errors()} == {name}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("q", "و" * 200),
        ("near", "90,-180"),
        ("near", "-90.000,180.0"),
        ("near", "53.551, 9.994"),
        ("language", ["zh-Hant"]),
        ("radius_km", 500),
        ("page", 5000),
        ("page_size", 100),
        *(("delivery", [way.value]) for way in Delivery),
        *(("audience", [group.value]) for group in Audience),
        *(("order", order.value) for order in Order),
    ],
)
def test_what_is_at_the_edge_is_taken(name: str, value: object) -> None:
    assert query(**{name: value}) is not None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("DE", "DE"),
        ("de", "DE"),
        ("Deutschland", "DE"),
        ("ALLEMAGNE", "DE"),
        ("آلمان", "DE"),
        ("المانيا", "DE"),
        ("USA", "US"),
        ("uk", "GB"),
        ("ترکیه", "TR"),
        ("تركيا", "TR"),
        ("Turquie", "TR"),
        ("Osterreich", "AT"),
        ("Oesterreich", "AT"),
        ("Atlantis", NO_COUNTRY),
        ("XX", NO_COUNTRY),
    ],
)
def test_a_country_is_known_by_its_codes_and_by_its_names_in_five_languages(written: str, code: str) -> None:
    assert countries_called([written]) == (code,)


def test_the_same_country_twice_is_one_and_nothing_is_none() -> None:
    assert countries_called(["DE", " Germany ", "", "  "]) == ("DE",)
