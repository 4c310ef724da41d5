"""Searches and registrations that may belong together, for the eyes of caseworkers alone.

The database compares keyed hashes of names; only where they meet are years and places read. No public page
and no mailbox ever asks this module.
"""

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from itertools import product
from uuid import UUID

from django.contrib.auth.models import User
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casework.enums import Kind
from casework.models import Case, Introduction, NameKey
from confidential.hashing import keyed_hash
from confidential.names import name_keys

_PURPOSE = "casework.name"
# People do not always know in which year somebody was born.
YEARS_APART = 2
SHORTENED_FROM = 3


class Likeness(Enum):
    FITS = "fits"
    UNKNOWN = "unknown"
    DIFFERS = "differs"

    @property
    def label(self) -> Promise:
        return {"fits": _("fits"), "unknown": _("not known"), "differs": _("differs")}[self.value]


@dataclass(frozen=True)
class Match:
    """Names meet. Whether years and places do is None where one of the two was not read."""

    search: Case
    registration: Case
    year: Likeness | None = None
    place: Likeness | None = None

    @property
    def rank(self) -> int:
        return [self.year, self.place].count(Likeness.FITS)


def hashes(*names: str) -> set[str]:
    return {keyed_hash(_PURPOSE, key) for name in names for key in name_keys(name)}


def names_of(case: Case) -> list[str]:
    """The names under which the missing or the registered person may be known."""
    told = case.told
    names = [told.get("name", ""), *told.get("other_names", "").splitlines()]
    return [variant for name in names for variant in (name, *_shorter(name))]


def _shorter(name: str) -> list[str]:
    """A name of three words or more is often told without one of them."""
    words = name.split()
    if len(words) < SHORTENED_FROM:
        return []
    return [" ".join(words[:left_out] + words[left_out + 1 :]) for left_out in range(len(words))]


def remember_names(case: Case) -> None:
    """Anew after every change of what was told."""
    case.name_keys.all().delete()
    NameKey.objects.bulk_create(NameKey(case=case, key=key) for key in sorted(hashes(*names_of(case))))


def cases_named(name: str) -> list[UUID]:
    return list(NameKey.objects.filter(key__in=hashes(name)).values_list("case", flat=True).distinct())


def possible_matches(user: User) -> list[Match]:
    """Those with a case at the user's desk that nobody has proposed or dropped, the likeliest first.

    A case of another country is not read here, whatever four eyes allowed: that is opening it.
    """
    desk = set(Case.objects.at_the_desk_of(user).of_families().values_list("pk", flat=True))
    pairs = _pairs(desk) - set(Introduction.objects.values_list("search", "registration"))
    keys = {key for pair in pairs for key in pair}
    cases = Case.objects.in_bulk(keys & desk) | Case.objects.defer("told").in_bulk(keys - desk)
    found = [(compare if desk >= {one, other} else Match)(cases[one], cases[other]) for one, other in pairs]
    return sorted((match for match in found if match.year != Likeness.DIFFERS), key=lambda match: -match.rank)


def compare(search: Case, registration: Case) -> Match:
    return Match(search, registration, _years(search, registration), _places(search, registration))


def _pairs(desk: set[UUID]) -> set[tuple[UUID, UUID]]:
    """A search and a registration with a name in common, one of them at the desk."""
    open_keys = NameKey.objects.filter(case__in=Case.objects.of_families())
    asked = open_keys.filter(case__in=desk).values("key")
    sides: dict[str, dict[str, set[UUID]]] = defaultdict(lambda: defaultdict(set))
    for key, case, kind in open_keys.filter(key__in=asked).values_list("key", "case", "case__kind"):
        sides[key][kind].add(case)
    return {
        pair
        for cases in sides.values()
        for pair in product(cases[Kind.SEARCH], cases[Kind.REGISTRATION])
        if desk & {*pair}
    }


def _years(search: Case, registration: Case) -> Likeness:
    years = [case.told.get("born", "") for case in (search, registration)]
    if "" in years:
        return Likeness.UNKNOWN
    return Likeness.FITS if abs(int(years[0]) - int(years[1])) <= YEARS_APART else Likeness.DIFFERS


def _places(search: Case, registration: Case) -> Likeness:
    places = [name_keys(case.told.get("place", "")) for case in (search, registration)]
    if not all(places):
        return Likeness.UNKNOWN
    return Likeness.FITS if places[0] & places[1] else Likeness.DIFFERS
