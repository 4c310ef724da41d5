"""What is understood of a query in somebody's own words, in five languages and as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.taxonomy.wordings import every_phrase
from search.grammar import GRAMMAR
from search.query import YES, Kind
from search.stopwords import STOPWORDS
from search.understanding import Knowledge, Reading, read, text_without
from search.understanding.tokens import forms_of, tokens_of

LEGAL, ASYLUM, HOUSING = ("needs", "legal"), ("needs", "asylum-law"), ("needs", "housing")
COUNSELLING, INTERPRETING, HEALTH = ("needs", "counselling"), ("needs", "interpreting"), ("needs", "health")
HAMBURG, BERLIN, MUNICH, LONDON = (
    ("city", "hamburg"),
    ("city", "berlin"),
    ("city", "munich"),
    ("city", "london"),
)
TRAUMA, SHELTER = ("needs", "trauma-therapy"), ("needs", "emergency-shelter")
LYON, PARIS, VIENNA, ESSEN = ("city", "lyon"), ("city", "paris"), ("city", "vienna"), ("city", "essen")
PERSIAN, ARABIC, GERMAN, KURDISH = (("languages", code) for code in ("fa", "ar", "de", "ku"))
FREE, NO_PAPERS, OPEN_NOW = ("free", YES), ("no_papers", YES), ("open_now", YES)
PHONE, VIDEO, CHAT = (("delivery", way) for way in ("phone", "video", "chat"))
WOMEN, MEN, FAMILIES, LGBT = (("audience", group) for group in ("women", "men", "families", "lgbt"))
GERMANY, FRANCE, BRITAIN = ("country", "DE"), ("country", "FR"), ("country", "GB")


def choices(reading: Reading) -> set[tuple[str, str]]:
    return {(each.kind.value, each.value) for each in reading.understood}


WHOLLY_UNDERSTOOD = {
    # The sentences that people write.
    "i need somebody to talk to, i dont sleep": {COUNSELLING},
    "I can't sleep": {COUNSELLING},
    "وکیل فارسی زبان هامبورگ": {LEGAL, PERSIAN, HAMBURG},
    "محامي لجوء في برلين": {ASYLUM, BERLIN},
    "logement lyon sans papier": {HOUSING, LYON, NO_PAPERS},
    "ich brauche eine Anwältin die Persisch spricht und nichts kostet": {LEGAL, PERSIAN, FREE},
    "من یک وکیل خوب می‌خواهم که فارسی حرف بزند": {LEGAL, PERSIAN},
    "بدي محامي يحكي عربي بألمانيا": {LEGAL, ARABIC, GERMANY},
    "je cherche un avocat qui parle persan à Paris": {LEGAL, PERSIAN, PARIS},
    "where can I find a free lawyer in London?": {LEGAL, FREE, LONDON},
    # A city in any language and script, and as each language puts it.
    "Hamburg": {HAMBURG},
    "hambourg": {HAMBURG},
    "هامبورگ": {HAMBURG},
    "هامبورغ": {HAMBURG},
    "بهامبورغ": {HAMBURG},
    "وبهامبورغ": {HAMBURG},
    "ڤيينا": {VIENNA},
    # Who writes Persian on an Arabic keyboard has no گ and no پ.
    "هامبورک": {HAMBURG},
    "باریس": {PARIS},
    "Londres": {LONDON},
    "لندن": {LONDON},
    "in London": {LONDON},
    "Munich": {MUNICH},
    "München": {MUNICH},
    "Muenchen": {MUNICH},
    "MÜNCHEN": {MUNICH},
    "مونیخ": {MUNICH},
    "ميونخ": {MUNICH},
    "Wien": {VIENNA},
    "Vienne": {VIENNA},
    "وین": {VIENNA},
    "فيينا": {VIENNA},
    "à Lyon": {LYON},
    "برلين": {BERLIN},
    "برلین": {BERLIN},
    "في برلين": {BERLIN},
    "ببرلين": {BERLIN},
    "در برلین": {BERLIN},
    # A country.
    "Germany": {GERMANY},
    "Deutschland": {GERMANY},
    "Allemagne": {GERMANY},
    "آلمان": {GERMANY},
    "ألمانيا": {GERMANY},
    "المانيا": {GERMANY},
    "بألمانيا": {GERMANY},
    "UK": {BRITAIN},
    "Großbritannien": {BRITAIN},
    "انگلیس": {BRITAIN},
    "بريطانيا": {BRITAIN},
    # A language.
    "Persian-speaking": {PERSIAN},
    "Farsi": {PERSIAN},
    "speaks Dari": {PERSIAN},
    "فارسی‌زبان": {PERSIAN},
    "فارسی زبان": {PERSIAN},
    "فارسي زبان": {PERSIAN},
    "parle persan": {PERSIAN},
    "persanophone": {PERSIAN},
    "persischsprachig": {PERSIAN},
    "persischsprachige": {PERSIAN},
    "Persisch sprechend": {PERSIAN},
    "يتحدث الفارسية": {PERSIAN},
    "بالفارسية": {PERSIAN},
    "arabischsprachig": {ARABIC},
    "arabophone": {ARABIC},
    "عربی": {ARABIC},
    "عربي": {ARABIC},
    "بالعربي": {ARABIC},
    "sorani": {("languages", "ckb")},
    # A need, by the words and the forms of words that people use.
    "lawyers": {LEGAL},
    "Anwälte": {LEGAL},
    "Anwaelte": {LEGAL},
    "avocats": {LEGAL},
    "المحامي": {LEGAL},
    "للمحامي": {LEGAL},
    "وكيل": {LEGAL},
    "Asylanwalt": {ASYLUM},
    "روانشناس": {COUNSELLING, TRAUMA},
    "روان‌شناس": {COUNSELLING, TRAUMA},
    "روان شناس": {COUNSELLING, TRAUMA},
    "a place to stay": {HOUSING},
    "où dormir": {HOUSING, SHELTER},
    "Deutsch lernen": {("needs", "language-courses")},
    "جای خواب امشب": {("needs", "emergency-shelter")},
    # What else somebody wants of it.
    "avocat gratuit": {LEGAL, FREE},
    "Anwalt kostenlos": {LEGAL, FREE},
    "Anwalt, der nichts kostet": {LEGAL, FREE},
    "وکیل رایگان": {LEGAL, FREE},
    "محامي مجاني": {LEGAL, FREE},
    "lawyer without papers": {LEGAL, NO_PAPERS},
    "avocat sans-papiers": {LEGAL, NO_PAPERS},
    "Anwalt ohne Papiere": {LEGAL, NO_PAPERS},
    "محامي بدون أوراق": {LEGAL, NO_PAPERS},
    "وکیل بدون مدرک": {LEGAL, NO_PAPERS},
    "doctor open now": {HEALTH, OPEN_NOW},
    "lawyer by phone": {LEGAL, PHONE},
    "avocat par téléphone": {LEGAL, PHONE},
    "Anwalt am Telefon": {LEGAL, PHONE},
    "وکیل تلفنی": {LEGAL, PHONE},
    "محامي بالهاتف": {LEGAL, PHONE},
    "lawyer by video": {LEGAL, VIDEO},
    "Anwalt per Chat": {LEGAL, CHAT},
    "lawyer for women": {LEGAL, WOMEN},
    "Anwalt für Frauen": {LEGAL, WOMEN},
    "avocat pour femmes": {LEGAL, WOMEN},
    "وکیل برای زنان": {LEGAL, WOMEN},
    "محامي للنساء": {LEGAL, WOMEN},
    "lawyer for men": {LEGAL, MEN},
    "avocat pour les familles": {LEGAL, FAMILIES},
    "LGBT lawyer": {LEGAL, LGBT},
    # How good, how soon and how cheap it should be narrows nothing; nor does whose number somebody asks for.
    "best trusted lawyer berlin": {LEGAL, BERLIN},
    "urgent lawyer today berlin": {LEGAL, BERLIN},
    "lawyer berlin tomorrow morning": {LEGAL, BERLIN},
    "lawyer phone number paris": {LEGAL, PARIS},
    "lawyer not far from Munich": {LEGAL, MUNICH},
    "lawyer 24 hours": {LEGAL},
    "meilleur avocat pas cher Paris": {LEGAL, PARIS},
    "avocat demain matin à Lyon": {LEGAL, LYON},
    "guter günstiger Anwalt Berlin gesucht": {LEGAL, BERLIN},
    "Anwalt Berlin dringend morgen früh": {LEGAL, BERLIN},
    "وکیل مطمئن فوری برلین": {LEGAL, BERLIN},
    "شماره تلفن وکیل برلین": {LEGAL, BERLIN},
    "محامي خبير ضروري برلين": {LEGAL, BERLIN},
    "رقم هاتف محامي ببرلين": {LEGAL, BERLIN},
    # "Do you have" is not Dari.
    "وکیل در برلین سراغ دارید": {LEGAL, BERLIN},
    "وکیل داری در برلین": {LEGAL, BERLIN},
    "بالدارية": {PERSIAN},
    "وکیل دری زبان": {LEGAL, PERSIAN},
    # One word, two meanings: what stands beside it decides.
    "وين في محامي ببرلين": {LEGAL, BERLIN},
    "وين بلاقي محامي بباريس": {LEGAL, PARIS},
    "وين محامي بباريس": {LEGAL, PARIS},
    "محامي وين بباريس": {LEGAL, PARIS},
    "وين محامي": {LEGAL},
    "وکیل وین": {LEGAL, VIENNA},
    "در وین وکیل": {LEGAL, VIENNA},
    "Anwalt Essen": {LEGAL, ESSEN},
    "in Essen": {ESSEN},
    "Essen in Berlin": {("needs", "food"), BERLIN},
}


@pytest.mark.parametrize(("text", "meant"), WHOLLY_UNDERSTOOD.items(), ids=WHOLLY_UNDERSTOOD)
def test_these_words_are_understood_as_these_choices(read_here, text: str, meant: set) -> None:
    reading = read_here(text)
    assert choices(reading) == meant
    assert reading.rest == ""


NOT_UNDERSTOOD = [
    "qwertz blorf",
    "ضصثقفغ عهخحج",
    "Morgenlicht",
    "the",
    "من",
    "in",
    "i need",
    "ich brauche",
    "?!",
    "",
    "12345",
    "Essen",
    "Neuberlin",
    "وين اروح",
    "داره",
]


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_could_be_anything_stays_text(read_here, text: str) -> None:
    assert read_here(text) == Reading(text, rest=text)


def test_words_that_nobody_knows_are_left_as_they_were_written(read_here) -> None:
    reading = read_here("Herr Dr. Özgür-Müller, Anwalt in Hamburg")
    assert choices(reading) == {LEGAL, HAMBURG}
    assert reading.rest == "Herr Dr. Özgür-Müller"


def test_what_was_understood_is_said_in_the_words_that_were_written(read_here) -> None:
    reading = read_here("Somebody speaking Persian, in MÜNCHEN")
    assert [(each.words, each.value) for each in reading.understood] == [
        ("speaking Persian", "fa"),
        ("MÜNCHEN", "munich"),
    ]


def test_the_longest_phrase_wins_over_its_parts(read_here) -> None:
    assert choices(read_here("birth certificate")) == {("needs", "certificates")}
    assert choices(read_here("free doctor")) == {("needs", "medical-care")}


def test_a_comma_parts_what_is_not_one_phrase(read_here) -> None:
    assert choices(read_here("birth, certificate")) != choices(read_here("birth certificate"))


def test_words_taken_literally_are_left_in_the_text(read_here) -> None:
    reading = read_here("Anwalt Hamburg", "hamburg")
    assert choices(reading) == {LEGAL}
    assert reading.rest == "Hamburg"


def test_taking_out_words_leaves_the_others(read_here) -> None:
    assert text_without("lawyer in Hamburg now", ["in hamburg"]) == "lawyer now"


# Letters of both scripts, breaks, digits, signs, words that mean something.
PIECES = st.one_of(
    st.sampled_from([*WHOLLY_UNDERSTOOD, *NOT_UNDERSTOOD, *sorted(STOPWORDS)[::7], "\u200c", "'", "-", ","]),
    st.text(max_size=8),
)
QUERIES = st.lists(PIECES, max_size=8).map(" ".join)
settings.register_profile("understanding", max_examples=200, deadline=None)


# Words that say nothing by themselves: those that hold sentences together, and what people write around.
LITTLE = GRAMMAR.union(
    token.word
    for phrase in every_phrase()
    if phrase.means in {"nothing", "place_follows"}
    for line in phrase.lines
    for token in tokens_of(line)
)


@settings(settings.get_profile("understanding"))
@given(text=QUERIES)
def test_any_text_is_read_and_whatever_is_understood_was_written(
    town_to_look_at: Knowledge, text: str
) -> None:
    reading = read(text, town_to_look_at.lexicon)
    assert all(each.words and each.words in text for each in reading.understood)
    assert all(isinstance(each.kind, Kind) and each.value for each in reading.understood)


@settings(settings.get_profile("understanding"))
@given(text=QUERIES)
def test_no_telling_word_is_lost(town_to_look_at: Knowledge, text: str) -> None:
    reading = read(text, town_to_look_at.lexicon)
    kept = " ".join([reading.rest, *(each.words for each in reading.understood)])
    lost = {*words_of(text)} - {*words_of(kept)}
    assert [word for word in lost if LITTLE.isdisjoint(forms_of(word))] == []


def words_of(text: str) -> list[str]:
    return [token.word for token in tokens_of(text)]


@settings(settings.get_profile("understanding"))
@given(text=QUERIES)
def test_what_is_taken_literally_is_never_understood(town_to_look_at: Knowledge, text: str) -> None:
    first = read(text, town_to_look_at.lexicon)
    again = read(text, town_to_look_at.lexicon, [each.words for each in first.understood])
    assert {each.words for each in again.understood}.isdisjoint(each.words for each in first.understood)


def test_a_town_is_no_form_of_a_word_that_says_nothing(read_here) -> None:
    assert read_here("Anwalt morgen").rest == ""
    assert read_here("avocat Morges").rest == "Morges"


def test_beside_what_is_not_here_no_word_is_left_out(read_here) -> None:
    assert "cheap" in read_here("cheap hotel in Paris").rest


@pytest.mark.parametrize(
    ("text", "city"), [("وکیل هامبورگم", HAMBURG), ("وکیل برلینم", BERLIN), ("لندنم وکیل", LONDON)]
)
def test_persian_says_where_somebody_is_with_one_letter(read_here, text: str, city: tuple) -> None:
    assert choices(read_here(text)) == {LEGAL, city}


@pytest.mark.parametrize(
    "text", ["pizza", "بيتزا توصيل", "بلیط فوتبال", "zahnarzt für hunde", "billets de concert"]
)
def test_what_the_directory_does_not_have_is_known_as_that(read_here, text: str) -> None:
    reading = read_here(text)
    assert reading.not_here
    assert '"' in reading.rest


def test_the_longer_phrase_says_what_a_word_is_about(read_here) -> None:
    assert read_here("je dors dans ma voiture").not_here == ()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("schulnerberatung", "debt-advice"),
        ("psycholge", "counselling"),
        ("سرپناح شبانه", "emergency-shelter"),
    ],
)
def test_slips_in_words_that_mean_something_are_understood(
    town_to_look_at: Knowledge, slip: str, meant: str
) -> None:
    reading = read(slip, town_to_look_at.lexicon, is_written=lambda _word: False)
    assert ("needs", meant) in choices(reading)


def test_a_word_that_listings_write_is_no_slip(town_to_look_at: Knowledge) -> None:
    assert read("psycholge", town_to_look_at.lexicon, is_written=lambda _word: True).understood == ()
