"""Components in Jinja2: they escape like every other template, and miss nothing in silence."""

import pytest
from django.template import Context, Template, loader
from django.utils.translation import override
from jinja2 import UndefinedError

from search.filters import Facet, FacetChoice
from tests.test_structure import sources

SCRIPT = "<script>alert(1)</script>"
FACETS = '{% load appearance %}{% many "components/facets.jinja" facets=facets %}'


def shown(**inputs) -> str:
    return Template(FACETS).render(Context(inputs))


def facet(title="Country", label="Germany", count=1_234) -> Facet:
    return Facet(title, (FacetChoice("country", "de", label, count, is_chosen=True),))


def test_what_people_wrote_is_escaped_once() -> None:
    html = shown(facets=[facet(title=SCRIPT, label="Tom & Jane")])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "Tom &amp; Jane" in html
    assert "<fieldset" in html


def test_numbers_have_the_digits_of_the_reader() -> None:
    with override("fa"):
        assert "۱٬۲۳۴" in shown(facets=[facet()])


def test_a_chosen_value_is_ticked() -> None:
    assert 'value="de" checked' in shown(facets=[facet()])


def test_an_input_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        Template('{% load appearance %}{% many "components/facets.jinja" %}').render(Context())


def test_every_component_compiles_and_is_used() -> None:
    texts = "".join(path.read_text("utf-8") for path in sources.files(".html"))
    names = [path.as_posix().rpartition("/templates/")[2] for path in sources.files(".jinja")]
    assert names
    for name in names:
        assert loader.get_template(name, using="jinja2")
        assert f'"{name}"' in texts
