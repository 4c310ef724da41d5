"""What a card quotes of a listing, as the page of a search shows it."""

import re

import pytest
from django.utils.html import strip_tags

from search.snippets import LONGEST
from tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def quoted(client):
    """What the only card quotes, as HTML; None where a card has nothing to say."""

    def quoted(text: str, language: str = "en") -> str | None:
        page = client.get(f"/{language}/directory/", {"q": text} if text else {}).content.decode()
        cards = re.findall(r'<p class="card-summary" lang="(\w+)" dir="\w+">(.*?)</p>', page, re.DOTALL)
        quoted.language = cards[0][0] if cards else ""
        return cards[0][1] if cards else None

    return quoted


def marked(html: str) -> list[str]:
    return re.findall(r"<mark>(.*?)</mark>", html)


def test_the_words_are_marked_in_the_summary_as_they_are_written(quoted) -> None:
    ServiceFactory(name="Office", summary="Our Lawyers help in asylum procedures.")
    assert quoted("lawyer asylum") == ("Our <mark>Lawyers</mark> help in <mark>asylum</mark> procedures.")


@pytest.mark.parametrize(
    ("asked", "language", "summary", "words"),
    [
        ("uebersetzung", "de", "Übersetzungen in jede Sprache", ["Übersetzungen"]),
        ("refugie", "fr", "Pour les réfugiés et leurs familles", ["réfugiés"]),
        ("مشاورة", "fa", "مشاوره‌ی رایگان", ["مشاوره"]),
        ("روانشناس", "fa", "روان‌شناس برای همه", ["روان", "شناس"]),
        ("روان شناس", "fa", "روانشناس برای همه", ["روانشناس"]),
        ("محام", "ar", "المحامي يساعدك", ["المحامي"]),
        ("hambrug", "de", "Beratung in Hamburg", ["Hamburg"]),
        ("berat", "de", "Beratung in Hamburg", ["Beratung"]),
    ],
)
def test_every_form_that_finds_is_marked(quoted, asked, language, summary, words) -> None:
    ServiceFactory(name="A", summary=summary, source_language=language)
    assert marked(quoted(asked, language)) == words


def test_the_sentence_of_the_description_is_quoted_that_holds_most(quoted) -> None:
    ServiceFactory(
        name="Office",
        summary="We help.",
        description="We are open. A lawyer explains the asylum procedure! Any lawyer can come.",
    )
    assert quoted("lawyer asylum") == "A <mark>lawyer</mark> explains the <mark>asylum</mark> procedure!"


def test_a_summary_is_quoted_rather_than_a_sentence_that_says_no_more(quoted) -> None:
    ServiceFactory(name="Office", summary="A lawyer helps.", description="Our lawyer is in.")
    assert quoted("lawyer") == "A <mark>lawyer</mark> helps."


def test_the_readers_language_is_quoted(quoted) -> None:
    listing = ServiceFactory(name="Büro", summary="Anwalt", source_language="de")
    listing.translations.add(
        listing.translations.model(
            language="fa", name="دفتر", summary="ما کمک می‌کنیم", description="وکیل داریم"
        )
    )
    listing.save()
    assert quoted("وکیل", "fa") == "<mark>وکیل</mark> داریم"
    assert quoted.language == "fa"
    assert quoted("anwalt", "fa") == "ما کمک می‌کنیم"
    assert quoted("anwalt", "de") == "<mark>Anwalt</mark>"


def test_what_is_quoted_is_short_and_holds_what_was_found(quoted) -> None:
    ServiceFactory(name="Office", summary="A. " * 90 + "A lawyer helps. " + "B. " * 60, description="")
    html = quoted("lawyer")
    assert marked(html) == ["lawyer"]
    assert len(strip_tags(html)) <= LONGEST + 2
    assert html.startswith("…")
    assert html.endswith("…")


def test_what_people_wrote_is_escaped(quoted) -> None:
    ServiceFactory(name="Office", summary='<b>A</b> lawyer & "more" <script>')
    assert quoted("lawyer script") == (
        "&lt;b&gt;A&lt;/b&gt; <mark>lawyer</mark> &amp; &quot;more&quot; &lt;<mark>script</mark>&gt;"
    )


def test_nothing_is_marked_where_nothing_was_asked(quoted) -> None:
    ServiceFactory(name="Office", summary="A lawyer helps.")
    assert quoted("") == "A lawyer helps."
    assert quoted("office") == "A lawyer helps."
