from urllib.parse import parse_qsl, quote, unquote

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.parameters import (
    LAST_PAGE,
    LONGEST_TEXT,
    MOST_VALUES,
    WIDEST_KM,
    querystring,
    read,
    shown,
    written,
)
from search.query import YES, Kind, Order, Point, Query


def asked(address: str) -> Query:
    return read(QueryDict(address), "fa")


def test_an_empty_address_asks_for_everything() -> None:
    assert asked("") == Query(language="fa")
    assert asked("").is_empty


def test_every_filter_is_read() -> None:
    query = asked(
        "q=وکیل&country=de&country=AT&city=hamburg&need=legal&need=asylum-law&language=fa&delivery=phone"
        "&audience=women&free=1&no_papers=1&open_now=1&near=53.5511,9.9937&radius_km=20&order=nearest&page=3"
    )
    assert query == Query(
        text="وکیل",
        language="fa",
        country=("AT", "DE"),
        city=("hamburg",),
        needs=("asylum-law", "legal"),
        languages=("fa",),
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


def test_an_address_written_from_a_query_is_short_and_always_the_same() -> None:
    one = asked("page=1&order=best&need=legal&country=DE&q=+lawyer++berlin+&utm_source=x&free=0")
    other = asked("q=lawyer berlin&country=de&need=legal&need=legal")
    assert querystring(one) == querystring(other) == "?country=de&need=legal&q=lawyer+berlin"
    assert querystring(Query()) == ""


def test_a_chip_is_taken_off_and_a_choice_added_from_the_first_page() -> None:
    query = asked("need=legal&need=housing&free=1&page=4")
    assert querystring(query.without(Kind.NEEDS, "legal")) == "?free=1&need=housing"
    assert querystring(query.without(Kind.FREE)) == "?need=housing&need=legal"
    assert querystring(query.choosing(Kind.DELIVERY, "phone")) == (
        "?delivery=phone&free=1&need=housing&need=legal"
    )


@pytest.mark.parametrize(
    "nonsense",
    [
        "q=%00",
        "page=-1",
        "page=0",
        "page=1e9",
        "page=" + "9" * 5000,
        "page=１",
        "free=perhaps",
        "delivery=pigeon",
        "audience=",
        "order=random",
        "near=north",
        "near=91,0",
        "near=nan,nan",
        "near=1,2,3",
        "radius_km=-5",
        "country=Germany",
        "country=%E2%82%AC%E2%82%AC",
        "need=../../etc",
        "need=Ã¤",
        "colour=red",
        "q=%ff%fe",
    ],
)
def test_what_cannot_be_meant_is_left_out(nonsense: str) -> None:
    query = asked(nonsense)
    assert querystring(query) in {"", "?q=" + quote("\ufffd\ufffd")}


def test_a_need_that_nobody_listed_is_still_asked_for() -> None:
    assert asked("need=unicorns").needs == ("unicorns",)


def test_a_flood_is_cut() -> None:
    flood = "&".join(f"need=n{number:03}&x{number}=1" for number in range(500))
    assert len(asked(flood).needs) == MOST_VALUES
    assert len(asked("q=" + "وکیل+" * 4000).text) <= LONGEST_TEXT


def test_invisible_characters_that_turn_text_around_are_dropped_but_the_thin_break_stays() -> None:
    assert asked("q=" + quote("abc\u202edef")).text == "abc def"
    assert asked("q=" + quote("می\u200cخواهم")).text == "می\u200cخواهم"


names = st.sampled_from(
    [
        "q",
        "country",
        "city",
        "need",
        "language",
        "delivery",
        "free",
        "near",
        "radius_km",
        "order",
        "page",
        "x",
    ]
)


@given(st.lists(st.tuples(names, st.text(max_size=30)), max_size=20))
def test_any_address_is_read_and_the_clean_one_asks_the_same(pairs: list[tuple[str, str]]) -> None:
    query = asked("&".join(f"{name}={quote(value, errors='replace')}" for name, value in pairs))
    assert asked(querystring(query).removeprefix("?")) == query
    assert parse_qsl(unquote(querystring(query))) is not None
    assert written(query) == sorted(written(query))


@given(st.binary(max_size=200))
def test_bytes_that_are_not_text_are_read(raw: bytes) -> None:
    query = read(QueryDict(raw), "en")
    assert asked(querystring(query).removeprefix("?")).text == query.text


@pytest.mark.parametrize(
    ("address", "name", "value"),
    [
        ("q=a&q=b", "text", "b"),
        ("page=2&page=7", "page", 7),
        ("page=99999", "page", LAST_PAGE),
        ("radius_km=9999", "radius_km", WIDEST_KM),
        ("near=-90,-180", "near", Point(-90, -180)),
        ("near=90,180", "near", Point(90, 180)),
        ("near=90.0004,1", "near", Point(90, 1)),
        ("near=90.1,1", "near", None),
        ("near=1,180.1", "near", None),
        ("near=1", "near", None),
        ("language=ZH-hant", "languages", ("zh-hant",)),
        ("language=persian", "languages", ()),
        ("country=deu", "country", ()),
        ("need=-legal", "needs", ()),
        ("need=LEGAL", "needs", ("legal",)),
        ("city=%20hamburg%20", "city", ("hamburg",)),
        ("free=1&free=0", "free", True),
        ("delivery=PHONE", "delivery", ()),
        ("order=nearest", "order", Order.NEAREST),
    ],
)
def test_each_parameter_is_read_within_its_bounds(address: str, name: str, value: object) -> None:
    assert getattr(asked(address), name) == value


def test_words_to_be_taken_literally_are_those_of_the_text_in_any_spelling() -> None:
    query = asked("q=Anwalt in München&words=MUENCHEN&words=Berlin&words=wal&words=&words=anwalt in")
    assert query.words == ("MUENCHEN", "anwalt in")
    assert written(query) == [("q", "Anwalt in München"), ("words", "MUENCHEN"), ("words", "anwalt in")]


@pytest.mark.parametrize(
    ("kind", "value", "shown_as"),
    [
        (Kind.COUNTRY, "DE", "de"),
        (Kind.FREE, YES, "1"),
        (Kind.NEEDS, "legal", "legal"),
        (Kind.CITY, "bern", "bern"),
    ],
)
def test_a_value_is_written_as_an_address_has_it(kind: Kind, value: str, shown_as: str) -> None:
    assert shown(kind, value) == shown_as


def test_a_point_is_told_to_a_hundred_metres_and_no_nearer() -> None:
    """Whoever shares an address does not share a door."""
    assert querystring(Query(near=Point(53.5511, 9.9937))) == "?near=53.551%2C9.994"


def test_letters_after_the_two_hundredth_are_cut_before_they_are_cleaned() -> None:
    assert asked("q=" + quote("a" * 199 + " bcd")).text == "a" * 199
    assert asked("q=" + quote("\u202e" * 300 + "abc")).text == "abc"
