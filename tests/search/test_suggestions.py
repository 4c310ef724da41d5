"""What is suggested while somebody types, as the search box asks for it."""

import logging

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import City, NeedTranslation
from tests.factories import LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory
from tests.reading import writes

pytestmark = pytest.mark.django_db


@pytest.fixture
def suggested(client):
    def suggested(text: str, language: str = "en") -> list[dict[str, str]]:
        response = client.get(f"/{language}/directory/suggestions/", {"q": text})
        assert response.status_code == 200
        return response.json()["suggestions"]

    return suggested


@pytest.fixture
def texts(suggested):
    def texts(text: str, language: str = "en") -> list[str]:
        return [suggestion["text"] for suggestion in suggested(text, language)]

    return texts


@pytest.fixture
def law():
    need = NeedFactory(slug="legal", names={"en": "Law", "fa": "حقوقی", "de": "Recht"})
    NeedTranslation.objects.filter(need=need, language="fa").update(words="وکیل\nدادگاه")
    NeedTranslation.objects.filter(need=need, language="en").update(words="lawyer\nlegal advice")
    return need


def test_needs_cities_organizations_and_listings_are_suggested_from_two_letters(suggested, law) -> None:
    listing = ServiceFactory(
        name="Harbour office",
        needs=[law],
        locations=[LocationFactory()],
        organization=OrganizationFactory(name="Lantern"),
    )
    hamburg = {"text": "Hamburg", "kind": "City", "lang": "en", "url": ""}
    office = f"/en/directory/listing/{listing.pk}/"
    assert suggested("h") == []
    assert suggested("ha") == [
        hamburg,
        {"text": "Harbour office", "kind": "Listing", "lang": "en", "url": office},
    ]
    assert suggested("la") == [
        {"text": "Law", "kind": "Kind of help", "lang": "en", "url": ""},
        {"text": "Lantern", "kind": "Organization", "lang": "en", "url": ""},
    ]


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("وک", "fa", "وکیل"),
        ("وكي", "fa", "وکیل"),
        ("حق", "fa", "حقوقی"),
        ("re", "de", "Recht"),
        ("adv", "en", "legal advice"),
        ("legal a", "en", "legal advice"),
        ("lawye", "de", "lawyer"),
        ("هام", "fa", "هامبورگ"),
        ("free help hamb", "en", "free help Hamburg"),
        ("Anwalt, Hamb", "de", "Anwalt, Hamburg"),
    ],
)
def test_any_word_of_a_name_completes_what_is_typed(texts, law, typed, language, expected) -> None:
    ServiceFactory(name="Office", needs=[law], locations=[LocationFactory()])
    assert texts(typed, language) == [expected]


def test_the_readers_language_comes_first(suggested, law) -> None:
    NeedTranslation.objects.create(need=law, language="fr", name="Lavoir")
    ServiceFactory(name="Office", needs=[law])
    ServiceFactory(name="Larmes", source_language="fr")
    ServiceFactory(name="Lampe", source_language="de")
    assert [each["text"] for each in suggested("la", "en")] == ["Law", "Larmes", "Lampe"]
    assert [each["text"] for each in suggested("la", "de")] == ["Law", "Lampe", "Larmes"]
    assert [each["text"] for each in suggested("la", "fr")] == ["Lavoir", "Larmes", "Lampe"]


def test_a_listing_is_suggested_in_the_readers_language(suggested) -> None:
    listing = ServiceFactory(name="Beratung am Meer", source_language="de")
    listing.translations.add(listing.translations.model(language="fa", name="مشاوره کنار دریا"))
    listing.save()
    assert [(each["text"], each["lang"]) for each in suggested("مشا", "fa")] == [("مشاوره کنار دریا", "fa")]
    assert [(each["text"], each["lang"]) for each in suggested("Bera", "fa")] == [("Beratung am Meer", "de")]


@pytest.mark.parametrize("trait", ["draft", "paused", "long_overdue"])
def test_only_what_is_published_is_suggested(texts, law, trait) -> None:
    ServiceFactory(
        name="Lamp", needs=[law], organization__name="Lantern", locations=[LocationFactory()], **{trait: True}
    )
    assert texts("la") == texts("ham") == []


def test_a_hidden_place_is_not_suggested(texts) -> None:
    ServiceFactory(name="Shelter", locations=[LocationFactory(hidden=True)])
    assert texts("ham") == []


def test_a_new_name_is_suggested_at_once(texts, law) -> None:
    ServiceFactory(name="Office", needs=[law])
    words = law.translations.get(language="en")
    words.words = "barrister"
    words.save()
    assert texts("barr") == ["barrister"]


def test_not_more_is_suggested_than_a_phone_shows(texts) -> None:
    for number in range(9):
        need = NeedFactory(slug=f"need-{number}", names={"en": f"Halt {number}"})
        city = City.objects.filter(name__startswith="Ha")[number]
        ServiceFactory(
            name=f"Hand {number}",
            organization__name=f"Haus {number}",
            needs=[need],
            locations=[LocationFactory(city=city)],
        )
    assert len(texts("ha")) == 10


def test_the_status_says_how_many_in_the_readers_language(client) -> None:
    ServiceFactory.create_batch(2, name="Harbour")
    answers = {
        language: client.get(f"/{language}/directory/suggestions/", {"q": "harb"}).json()["status"]
        for language in ("en", "de")
    }
    assert answers["en"] == "2 suggestions"


def test_nothing_of_it_is_kept_or_noted(client, caplog: pytest.LogCaptureFixture) -> None:
    ServiceFactory(name="Harbour")
    with caplog.at_level(logging.DEBUG):
        response = client.get("/en/directory/suggestions/", {"q": "harbour secret"})
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    assert not [record for record in caplog.records if "secret" in record.getMessage()]
    assert client.post("/en/directory/suggestions/", {"q": "har"}).status_code == 405


@pytest.mark.parametrize(
    "typed", ["\0", "%", '"', "'", "()", "· ·", "a" * 20_000, " ha " * 5_000, "\ud83d\ude00\ud83d\ude00"]
)
def test_whatever_is_typed_is_answered(client, typed) -> None:
    ServiceFactory(name="Harbour")
    typed = typed.encode("utf-16", "surrogatepass").decode("utf-16")
    assert client.get("/en/directory/suggestions/", {"q": typed}).status_code == 200


def test_suggesting_takes_few_queries_and_writes_nothing(client, law) -> None:
    ServiceFactory.create_batch(5, name="Law office", needs=[law], locations=[LocationFactory()])
    client.get("/en/directory/suggestions/", {"q": "law ham"})
    with CaptureQueriesContext(connection) as captured:
        client.get("/en/directory/suggestions/", {"q": "law ham"})
    statements = [query["sql"].lstrip() for query in captured]
    assert len(statements) <= 7, statements
    assert writes(statements) == []


@pytest.mark.parametrize("path", ["/en/directory/", "/fa/"])
def test_the_search_box_asks_for_suggestions_where_there_is_script(client, path) -> None:
    page = client.get(path, follow=True).content.decode()
    assert f'data-suggestions="{path[:3]}/directory/suggestions/"' in page
    assert 'autocomplete="off"' in page
