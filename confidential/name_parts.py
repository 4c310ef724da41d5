"""The words of a name, set apart in one way, however somebody set them apart.

غلامرضا is also written غلام رضا and Gholam-Reza; حسن‌زاده is Hassan Zadeh; Nur al-Din is Nureddin. Titles
are no part of a name.
"""

import re
from collections.abc import Set as AbstractSet


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set_of("""
    mr mrs ms miss mister dr doctor prof professor eng sir madam monsieur madame mademoiselle mme mlle docteur
    herr frau doktor agha aghaye aqa khanom khanoom khanum ostad
    haj hajj haji hajji hajieh hadj hadji alhaj elhaj
    آقای اقای آقا اقا خانم دکتر مهندس استاد حاج حاجی حاجیه کربلایی مشهدی مرحوم شهید جناب سرکار
    السید السیده الحاج الدکتور دکتور الاستاذ استاذ الشیخ انسه
""")
# A title of descent or of learning, and a name as well: left out where enough is left.
DESCENT = _set_of("""
    seyed seyyed sayed sayyed sayyid seyyid syed saiyed seyedeh seyyedeh sayyida sayeda
    sheikh shaikh cheikh sheykh mirza mullah mollah
    سید سیده شیخ میرزا ملا
""")
# Between the names of a child and of its father, and articles.
BETWEEN = _set_of("""
    ibn bin bint ben ould بن ابن بنت
    al el ul ol ar er ur an en un as es us ash esh ad ed ud od az ez at et de ال
""")
_ONE_WITH_THE_NEXT = _set_of("abd abdul abdol abdel abdal abu abou abo abul abol عبد عبدال ابو ابوال")
_ONE_WITH_THE_LAST = _set_of("allah ullah ollah llah lah din deen dine eddin eddine uddin aldin الله الدین")

_FIRST_OF_TWO = r"m[ou]h?am+[ae]d|gh?[ou]lam|am[ie]+r|ali|محمد|غلام|امیر|علی"
_SECOND_OF_TWO = (
    r"r[ei]+[zd]h?a|h[ou]+s+[ae]+[iy]n|has+an|ali|m[ae]hdi|akbar|as[gq]h?ar|ab+as|ja+far|[gqk]h?as+[ei]m"
    r"|ta[gq]h?i|na[gq]h?i|ja[vw]ad|sade[gq]h?|ba[gq]h?er|[ei]brahim|amin|m[ou]h?am+[ae]d"
    r"|رضا|حسین|حسن|علی|مهدی|اکبر|اصغر|عباس|جعفر|قاسم|تقی|نقی|جواد|صادق|باقر|ابراهیم|امین|محمد"
)
_CHILD_OF = r"zadeh?|zada|ne[jz]h?ad|pou?r|poor|pur|khah|dou?st|doost|زاده|نژاد|پور|خواه|دوست"
_TWO_IN_ONE = re.compile(rf"({_FIRST_OF_TWO})({_SECOND_OF_TWO})|(?!sh?ah?p|شا)(.{{3,}})({_CHILD_OF})")


def parts(words: list[str]) -> list[str]:
    """Without titles and articles, unless nothing else was written."""
    bare = without(TITLES | BETWEEN, words, leaving=1)
    return [part for word in _joined(bare) for part in _set_apart(word)]


def without(taken: AbstractSet[str], words: list[str], *, leaving: int) -> list[str]:
    left = [word for word in words if word not in taken]
    return left if len(left) >= leaving else words


def _joined(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if found and (word in _ONE_WITH_THE_LAST or found[-1] in _ONE_WITH_THE_NEXT):
            found[-1] += word
        else:
            found.append(word)
    return found


def _set_apart(word: str) -> list[str]:
    two = _TWO_IN_ONE.fullmatch(word)
    return [part for part in two.groups() if part] if two else [word]
