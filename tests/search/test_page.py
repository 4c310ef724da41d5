"""The page of results says what it understood, and takes it back at one tap."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Phrase
from search.filters import Chip
from search.page import ResultsPage
from tests.directory.admin.test_pages_open import address
from tests.reading import writes

pytestmark = pytest.mark.django_db
QUESTION = "kostenloser Anwalt in Hamburg"


def page(client: Client, url: str = "/en/directory/", **asked: object) -> ResultsPage:
    """With a cookie: the page is made anew, and not taken from those kept for visitors."""
    answer = client.get(url, asked, headers={"cookie": "any=1"})
    assert answer.status_code == 200
    return answer.context["results"]


def understood(results: ResultsPage) -> dict[str, Chip]:
    return {chip.words: chip for chip in results.chips if chip.words}


def test_each_thing_that_was_understood_is_a_chip_in_the_readers_language(client, town) -> None:
    chips = understood(page(client, "/fa/directory/", q="Anwalt in Hamburg"))
    assert {words: chip.label for words, chip in chips.items()} == {
        "Anwalt": "کمک حقوقی",
        "Hamburg": "هامبورگ",
    }


def test_one_tap_searches_for_the_words_instead(client, town) -> None:
    chip = understood(page(client, q=QUESTION))["Hamburg"]
    assert parse_qs(urlsplit(chip.url).query) == {"q": [QUESTION], "words": ["Hamburg"]}
    instead = page(client, chip.url)
    assert "Hamburg" not in understood(instead)
    assert [chip.label for chip in instead.chips if not chip.words] == ["“Hamburg”"]


def test_an_address_with_words_that_are_not_in_the_text_is_written_without_them(client, town) -> None:
    answer = client.get("/en/directory/", {"q": "Anwalt", "words": ["Berlin", "anwalt"]})
    assert answer.context["canonical"].endswith("?q=Anwalt&words=anwalt")


def test_two_ways_to_say_the_same_are_one_chip(client, town) -> None:
    chips = understood(page(client, q="i need somebody to talk to, i dont sleep"))
    assert [chip.label for chip in chips.values()] == ["Counselling"]
    [chip] = chips.values()
    assert understood(page(client, chip.url)) == {}


def test_a_screen_reader_hears_which_words_a_chip_stands_for(client, town) -> None:
    html = client.get("/en/directory/", {"q": QUESTION}).content.decode()
    assert "Search for “Hamburg” as written, instead of:" in html


def test_the_address_of_a_search_keeps_the_words(client, town) -> None:
    answer = client.get("/en/directory/", {"q": QUESTION})
    assert answer.context["canonical"] == "/en/directory/?q=kostenloser+Anwalt+in+Hamburg"


def test_boxes_are_ticked_by_hand_only(client, town) -> None:
    results = page(client, q="Anwalt Hamburg", free="1")
    ticked = {c.name for facet in results.facets for c in facet.choices if c.is_chosen}
    assert ticked == {"free"}


def test_a_box_beside_what_was_understood_gives_what_it_promises(client, town) -> None:
    results = page(client, q=QUESTION)
    boxes = [choice for facet in results.facets for choice in facet.choices]
    assert {box.name for box in boxes} > {"country", "language", "need"}
    for box in boxes:
        chosen = page(client, **dict(results.kept_by_filters), **{box.name: box.value})
        assert chosen.total == box.count, box


def test_what_was_left_out_is_said_and_every_link_goes_on_without_it(client, town) -> None:
    answer = client.get("/en/directory/", {"q": "lawyer Passau"})
    assert "Nothing fits all that you wrote. Left out: “Passau”" in answer.content.decode()
    assert answer.context["canonical"] == "/en/directory/?country=de&q=lawyer"


def test_a_word_added_in_the_admin_is_understood_by_the_next_request(client, editor, town) -> None:
    assert understood(page(client, q="Winkeladvokat")) == {}
    saved = editor.post(
        address(Phrase, "add"),
        {"language": "de", "words": "Winkeladvokat", "means": "", "same_as": "Anwalt"},
    )
    assert saved.status_code == 302
    assert set(understood(page(client, q="Winkeladvokat"))) == {"Winkeladvokat"}


def test_a_word_means_one_thing(editor, town) -> None:
    before = Phrase.objects.count()
    for means, same_as in (("", ""), ("free", "Anwalt")):
        refused = editor.post(
            address(Phrase, "add"), {"language": "de", "words": "x", "means": means, "same_as": same_as}
        )
        assert "Choose what the words mean" in refused.content.decode()
    assert Phrase.objects.count() == before


@pytest.mark.parametrize("role", ["Translators", "Contributors"])
def test_words_in_searches_are_the_editors(log_in, role: str) -> None:
    assert log_in(role).get(address(Phrase, "add")).status_code in {302, 403}


@pytest.mark.django_db(transaction=True)
def test_a_page_of_results_costs_few_queries_and_writes_nothing(client, town) -> None:
    page(client, q="lawyer Passau")
    questions = (QUESTION, "lawyer Passau", "qwertz", "video lawyer in Lyon for women, qwertz")
    for asked in ({}, *({"q": question} for question in questions)):
        with CaptureQueriesContext(connection) as captured:
            page(client, **asked)
        queries = [query["sql"] for query in captured]
        assert len(queries) <= 6, (asked, queries)
        assert writes(queries) == []
