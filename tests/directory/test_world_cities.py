"""The world's cities come with the site, by every name that its readers give them."""

from importlib import import_module

import pytest
from django.db import connection

from directory.models import City

pytestmark = pytest.mark.django_db

# GeoNames' number of a city of 15,000 people or more; where nothing is said, nobody writes it so.
CALLED = {
    2911298: ("Hamburg", "هامبورگ", "هامبورغ"),
    2867714: ("Munich", "مونیخ", "ميونخ"),
    2643743: ("London", "لندن", "لندن"),
    112931: ("Tehran", "تهران", "طهران"),
    2950159: ("Berlin", "برلین", "برلين"),
    5128581: ("New York City", "نیویورک", "نيويورك"),
}


@pytest.mark.parametrize("number", CALLED)
def test_a_city_has_the_names_that_persian_and_arabic_readers_use(number: int) -> None:
    city = City.objects.get(pk=number)
    assert (city.name, city.name_fa, city.name_ar) == CALLED[number]


@pytest.mark.parametrize(
    ("number", "names"), [(2867714, {"München", "Monaco di Baviera"}), (2761369, {"Wien", "Vienne", "وین"})]
)
def test_and_how_its_own_people_and_other_languages_write_it(number: int, names: set[str]) -> None:
    assert set(City.objects.get(pk=number).other_names.splitlines()) >= names


@pytest.mark.parametrize(("slug", "country"), [("paris", "FR"), ("paris-us", "US"), ("birmingham", "GB")])
def test_the_largest_city_of_a_name_has_the_plain_address(slug: str, country: str) -> None:
    assert City.objects.get(slug=slug).country_code == country


def test_a_site_that_had_the_cities_before_gets_their_other_names_and_keeps_all_else() -> None:
    City.objects.update(other_names="")
    City.objects.filter(slug="munich").update(name_fa="مونیخ ما")
    import_module("directory.migrations.0008_other_names_of_cities").fill(None, connection.schema_editor())
    munich = City.objects.get(slug="munich")
    assert "München" in munich.other_names.splitlines()
    assert munich.name_fa == "مونیخ ما"
