"""What people in need write on a phone, in five languages, and the help that they mean by it."""

import pytest

from search.query import Query
from search.understanding import Knowledge
from tests.search.test_understanding import choices

MEANT = {
    "womens-refuge": [
        "my husband hits me where can i go with kids",
        "shelter for women",
        "foyer pour femmes",
        "foyer de femmes Paris",
        "Unterkunft für Frauen",
        "خوابگاه زنان",
        "زوجي يضربني وين اروح مع ولادي",
    ],
    "asylum-law": [
        "asylum refused what now",
        "bring my wife here",
        "regroupement familial",
        "faire venir mes enfants",
        "Familie nachholen",
        "asyl abgelehnt was jetzt",
        "لم شمل عائلتي",
        "انرفض لجوئي شو اعمل",
        "پرونده پناهندگیم رد شده چیکار کنم",
    ],
    "family-law": [
        "custody of my kids after divorce",
        "Sorgerecht nach Scheidung",
        "garde des enfants après divorce",
        "حضانة الاولاد بعد الطلاق",
        "حضانت بچه بعد از طلاق",
    ],
    "peer-support": [
        "i want to leave the group but im scared",
        "ich will aus der gruppe raus aber habe angst",
        "je veux quitter le groupe mais j'ai peur",
        "بدي اترك الجماعة بس خايف",
        "میخوام از گروه بیام بیرون ولی میترسم",
    ],
    "digital-safety": ["someone hacked my phone", "handy gehackt", "حدا مخترق موبايلي", "گوشیم رو هک کردن"],
    "labour-law": ["boss didnt pay my wages", "chef hat lohn nicht gezahlt", "رب العمل ما دفعلي راتبي"],
    "dental-care": ["toothache no money", "zahnschmerzen kein geld", "mal aux dents pas d'argent"],
    "clothing": ["ملابس شتوية للاطفال", "winter clothes for children", "winterkleidung"],
    "money": ["no money", "kein Geld", "pas d'argent"],
}


@pytest.mark.parametrize(
    ("need", "text"), [(need, text) for need, texts in MEANT.items() for text in texts], ids=lambda each: each
)
def test_the_need_is_understood_and_no_word_beside_it_narrows(
    read_here, town_to_look_at: Knowledge, need: str, text: str
) -> None:
    reading = read_here(text)
    asked = reading.narrowing(Query(text=text), town_to_look_at.lexicon.broader)
    assert need in asked.needs
    assert (asked.text, asked.languages) == ("", ())


@pytest.mark.parametrize(
    "text", ["toothache no money", "zahnschmerzen kein geld", "mal aux dents pas d'argent"]
)
def test_who_has_no_money_and_needs_something_else_wants_it_free(
    read_here, town_to_look_at: Knowledge, text: str
) -> None:
    assert ("free", "yes") in choices(read_here(text))
    assert ("needs", "money") not in choices(read_here(text))
