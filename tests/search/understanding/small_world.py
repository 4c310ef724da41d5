"""A lexicon of a few phrases, for tests of how words are read: no database has a part in it."""

from search.query import YES, Kind
from search.understanding.hints import Hints
from search.understanding.lexicon import Entry, Lexicon, Role, Sense, Tree

LEGAL, ASYLUM, FOOD, HOUSING, COUNSELLING, CERTIFICATES = (
    Sense(Kind.NEEDS, slug)
    for slug in ("legal", "asylum-law", "food", "housing", "counselling", "certificates")
)
BERLIN, ESSEN, HAMBURG, VIENNA, FREIBURG = (
    Sense(Kind.CITY, slug) for slug in ("berlin", "essen", "hamburg", "vienna", "freiburg-im-breisgau")
)
GERMANY, SINGAPORE, SINGAPORE_CITY = (
    Sense(Kind.COUNTRY, "DE"),
    Sense(Kind.COUNTRY, "SG"),
    Sense(Kind.CITY, "singapore"),
)
PERSIAN, GERMAN = Sense(Kind.LANGUAGES, "fa"), Sense(Kind.LANGUAGES, "de")
FREE, WOMEN, PHONE = Sense(Kind.FREE, YES), Sense(Kind.AUDIENCE, "women"), Sense(Kind.DELIVERY, "phone")
NEAR, SPEAKS, NOTHING, NOT_HERE = (
    Sense(role) for role in (Role.PLACE_FOLLOWS, Role.LANGUAGE_BESIDE, Role.NOTHING, Role.NOT_HERE)
)

PHRASES = {
    "en": {
        "lawyer": LEGAL,
        "asylum lawyer": ASYLUM,
        "birth certificate": CERTIFICATES,
        "somebody to talk to": COUNSELLING,
        "Persian": PERSIAN,
        "speaking": SPEAKS,
        "in": NEAR,
        "near": NEAR,
        "free": FREE,
        "for women": WOMEN,
        "by phone": PHONE,
        "I am looking for": NOTHING,
        "pizza": NOT_HERE,
    },
    "de": {
        "Anwalt": LEGAL,
        "Rechtsanwalt": LEGAL,
        "Asyl": ASYLUM,
        "Essen": FOOD,
        "Wohnung": HOUSING,
        "Deutsch": GERMAN,
        "persisch": PERSIAN,
        "sprachig": SPEAKS,
        "morgen": NOTHING,
    },
    "fa": {
        "وکیل": LEGAL,
        "خانه": HOUSING,
        "روان شناس": COUNSELLING,
        "فارسی": PERSIAN,
        "زبان": SPEAKS,
        "رایگان": FREE,
        "در": NEAR,
    },
    "ar": {"المحامي": LEGAL, "سكن": HOUSING, "مجاني": FREE},
    "fr": {"avocat": LEGAL, "droit d'asile": ASYLUM, "gratuit": FREE},
}
PLACES = {
    "en": {"Berlin": BERLIN, "Hamburg": HAMBURG, "Germany": GERMANY, "Freiburg im Breisgau": FREIBURG},
    "de": {"Essen": ESSEN, "Wien": VIENNA},
    "fa": {"برلین": BERLIN, "وین": VIENNA, "هامبورگ": HAMBURG},
    "ar": {"برلين": BERLIN},
}
BROADER = {"asylum-law": "legal"}


def lexicon(*more: Entry) -> Lexicon:
    """What the small world knows, and more."""
    ours = [Entry(text, code, sense) for code, senses in PHRASES.items() for text, sense in senses.items()]
    named = [
        Entry(text, code, sense, is_name=True)
        for code, senses in PLACES.items()
        for text, sense in senses.items()
    ]
    needs = tuple((each.sense.value, each.phrase) for each in ours if each.sense.kind is Kind.NEEDS)
    return Lexicon([Tree(ours), Tree(named), Tree(more)], BROADER, Hints(needs, tuple(BROADER.items())))
