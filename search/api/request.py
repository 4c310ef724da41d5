"""What a program may ask: the parameters of a search, each with what it takes.

The sentences stand in the OpenAPI document, on the page that explains it and in the answer to a wrong value.
"""

from typing import Annotated, Any, Literal

from django.conf import settings
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_noop as _
from ninja import Schema
from pydantic import Field
from pydantic_core import CoreSchema, core_schema

from search.engines import PAGE_SIZE
from search.parameters import LAST_PAGE, LONGEST_TEXT, MOST_VALUES, WIDEST_KM, read
from search.places import cities_called, countries_called
from search.query import Audience, Delivery, Order, Query

LARGEST_PAGE = 100
LONGEST_NAME = 100
NOT_GIVEN = ""

_SLUG = r"^([a-z0-9][a-z0-9_-]*)?$"
_LANGUAGE = r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$"
_LATITUDE = r"-?(90(\.0{1,12})?|[1-8]?[0-9](\.[0-9]{1,12})?)"
_LONGITUDE = r"-?(180(\.0{1,12})?|(1[0-7][0-9]|[1-9]?[0-9])(\.[0-9]{1,12})?)"


class OneOf:
    """One of these words, or nothing."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.literal_schema([*self.words, NOT_GIVEN])


Tick = Annotated[str, OneOf("1", "true", "0", "false")]
Name = Annotated[str, Field(max_length=LONGEST_NAME)]
Slug = Annotated[str, Field(pattern=_SLUG, max_length=LONGEST_NAME)]
LanguageCode = Annotated[str, Field(pattern=_LANGUAGE, max_length=LONGEST_NAME)]
Way = Annotated[str, OneOf(*(way.value for way in Delivery))]
Group = Annotated[str, OneOf(*(group.value for group in Audience))]
Kilometres = Annotated[int, Field(ge=1, le=WIDEST_KM)] | Literal[""]
PageNumber = Annotated[int, Field(ge=1, le=LAST_PAGE)] | Literal[""]
PageSize = Annotated[int, Field(ge=1, le=LARGEST_PAGE)] | Literal[""]


class Asked(Schema):
    """A parameter without a value counts as not given, as forms send it."""

    lang: Annotated[str, OneOf(*dict(settings.LANGUAGES))] = Field(
        settings.LANGUAGE_CODE,
        description=_("The reader's language, for names, labels and errors: fa, ar, en, fr or de."),
    )
    q: str = Field(
        "",
        max_length=LONGEST_TEXT,
        description=_("What somebody looks for, in their own words and in any language: up to 200 letters."),
    )
    country: list[Name] = Field(
        [],
        max_length=MOST_VALUES,
        description=_("The code of a country (DE), or its name in any of the five languages."),
    )
    need: list[Slug] = Field(
        [],
        max_length=MOST_VALUES,
        description=_("The short name of a kind of help, as the facets give it: legal, asylum-law."),
    )
    language: list[LanguageCode] = Field(
        [],
        max_length=MOST_VALUES,
        description=_("The code of a language in which help is given: fa, ar, ku."),
    )
    city: list[Name] = Field(
        [],
        max_length=MOST_VALUES,
        description=_("The name of a city in any language and spelling, or its short name from the facets."),
    )
    delivery: list[Way] = Field(
        [],
        max_length=MOST_VALUES,
        description=_("How help is given: in_person, phone, video or chat."),
    )
    audience: list[Group] = Field(
        [],
        max_length=MOST_VALUES,
        description=_(
            "For whom: women, men, families, lgbt, asylum_seekers, refugees, residents or undocumented."
        ),
    )
    free: Tick = Field("", description=_("1 for help that costs nothing, 0 for any."))
    no_papers: Tick = Field("", description=_("1 for help that asks for no papers, 0 for any."))
    open_now: Tick = Field("", description=_("1 for what is open at this moment, 0 for any."))
    near: str = Field(
        "",
        pattern=f"^({_LATITUDE}, ?{_LONGITUDE})?$",
        description=_("Latitude and longitude in degrees, with a comma between them: 53.551,9.994."),
    )
    radius_km: Kilometres = Field(
        "",
        description=_("How far from there, or from the city, in whole kilometres: 1 to 500."),
    )
    order: Annotated[str, OneOf(*(order.value for order in Order))] = Field(
        Order.BEST.value,
        description=_("The order: best, nearest (with near or city) or recent (the last checked first)."),
    )
    page: PageNumber = Field(1, description=_("The number of the page: 1 to 5000."))
    page_size: PageSize = Field(PAGE_SIZE, description=_("How many results a page has: 1 to 100."))

    @property
    def size(self) -> int:
        return self.page_size or PAGE_SIZE


PARAMETERS = frozenset(Asked.model_fields)


def query_of(asked: Asked) -> Query:
    """The same Query that the address of the page for people would give."""
    countries = countries_called(asked.country)
    places = {"country": countries, "city": cities_called(asked.city, countries)}
    point = {"near": asked.near.replace(" ", "")}
    values = {name: value for name, value in asked if value != NOT_GIVEN} | places | point
    parameters = MultiValueDict({name: _as_written(value) for name, value in values.items()})
    return read(parameters, asked.lang or settings.LANGUAGE_CODE)


def _as_written(value: object) -> list[str]:
    values = value if isinstance(value, list | tuple) else [value]
    return [{"true": "1", "false": "0"}.get(written, written) for written in map(str, values)]
