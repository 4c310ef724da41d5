"""What a listing says beside its texts: for whom, at what cost, if there is room, how well it is known."""

from datetime import date, timedelta
from typing import Any

from directory.demo.content import countries, notes
from directory.demo.plan import Planned, planned
from directory.enums import Capacity, Cost, VerificationMethod, YesNo
from directory.verification import CHECK_EVERY_DAYS

ROOM = (*[Capacity.OPEN] * 5, *[Capacity.LIMITED] * 2, Capacity.FULL, "", "")
# Not every place says whether papers are needed.
SAYS_NOTHING_OF_PAPERS = 0.25
METHODS = (
    VerificationMethod.CALL,
    VerificationMethod.CALL,
    VerificationMethod.VISIT,
    VerificationMethod.MESSAGE,
    VerificationMethod.WEBSITE,
    VerificationMethod.PARTNER,
)
OVERDUE = 3
PAUSED_EACH = 60
DRAFT_EACH = 120
INTERNAL_NOTES = (
    "They asked us to call on Tuesdays only, before ten.",
    "The person who answers on Fridays is new; be patient.",
    "Do not send groups of more than three.",
    "Was moved once because the old address had become known.",
)


def facts_of(listing: Planned, today: date) -> dict[str, Any]:
    """The fields of a Service, without texts and without what lies in other tables."""
    return {
        **_delivery(listing),
        **_whom_for(listing),
        **_cost(listing),
        **_room(listing, today),
        **_trust(listing, today),
    }


def is_draft(listing: Planned) -> bool:
    return listing.position % DRAFT_EACH == DRAFT_EACH // 2


def is_paused(listing: Planned) -> bool:
    return listing.position % PAUSED_EACH == PAUSED_EACH - 1


def is_overdue(listing: Planned) -> bool:
    return listing.position in range(0, len(planned()), len(planned()) // OVERDUE)[:OVERDUE]


def _delivery(listing: Planned) -> dict[str, Any]:
    return {
        "in_person": listing.has_place,
        "by_phone": "phone" in listing.delivery,
        "by_video": "video" in listing.delivery,
        "by_chat": "chat" in listing.delivery,
        "serves_everywhere": listing.everywhere,
        "country_id": listing.country or None,
    }


def _whom_for(listing: Planned) -> dict[str, Any]:
    ages = listing.offer.ages or (None, None)
    return {
        "for_women": "women" in listing.offer.audience,
        "for_men": "men" in listing.offer.audience,
        "for_families": "families" in listing.offer.audience,
        "for_lgbt": "lgbt" in listing.offer.audience,
        "minimum_age": ages[0],
        "maximum_age": ages[1],
        "legal_status": listing.offer.legal_status,
    }


def _cost(listing: Planned) -> dict[str, Any]:
    cost = Cost(listing.offer.cost)
    papers = _papers(listing)
    return {
        "cost": cost,
        "cost_note": "" if cost == Cost.FREE else note(listing, f"cost-{cost}"),
        "documents_required": papers,
        "documents_note": note(listing, "papers") if papers == YesNo.YES else "",
    }


def _papers(listing: Planned) -> str:
    if listing.dice.chance("no-word-of-papers", SAYS_NOTHING_OF_PAPERS):
        return ""
    return listing.offer.papers or listing.dice.pick("papers", (YesNo.YES, YesNo.NO))


def _room(listing: Planned, today: date) -> dict[str, Any]:
    capacity = listing.offer.places or listing.dice.pick("capacity", ROOM)
    comes_back = is_paused(listing) and listing.dice.chance("comes-back", 0.5)
    return {
        "capacity": capacity,
        "wait_time": note(listing, "full" if capacity == Capacity.FULL else "wait")
        if _waits(capacity)
        else "",
        "is_paused": is_paused(listing),
        "paused_until": today + timedelta(days=listing.dice.number("pause", 10, 60)) if comes_back else None,
    }


def _waits(capacity: str) -> bool:
    return capacity in {Capacity.LIMITED, Capacity.FULL}


def _trust(listing: Planned, today: date) -> dict[str, Any]:
    verified_on = today - timedelta(days=_days_since_check(listing))
    return {
        "verified_on": verified_on,
        "entered_on": verified_on - timedelta(days=listing.dice.number("known-for", 30, 700)),
        "verified_by": f"Team {listing.place.names['en']}",
        "verification_method": listing.dice.pick("method", METHODS),
        "source": "demo",
        "confidentiality_note": note(listing, "confidentiality") if listing.dice.chance("told", 0.6) else "",
        "internal_note": listing.dice.pick("internal", (*INTERNAL_NOTES, *[""] * 4)),
    }


def _days_since_check(listing: Planned) -> int:
    rule = countries().get(listing.country)
    every = rule.check_every_days if rule else CHECK_EVERY_DAYS
    if is_overdue(listing):
        return every + listing.dice.number("overdue", 5, 40)
    return listing.dice.number("checked", 2, every - 15)


def note(listing: Planned, subject: str) -> str:
    return listing.dice.pick(subject, notes()[subject][listing.language])
