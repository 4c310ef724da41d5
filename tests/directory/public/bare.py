"""Facts of a listing that a test changes one by one, without a database."""

from dataclasses import replace
from datetime import date
from typing import Any

from directory.public import Facts, Texts
from directory.public.facts import OrganizationFact

BARE = Facts(
    id=7,
    external_id="",
    source_language="de",
    texts={"de": Texts("Rechtsberatung", "Wir beraten.", "", "")},
    alternate_name="",
    organization=OrganizationFact("Lantern", "", "", ()),
    needs=(),
    places=(),
    countries=("DE",),
    serves_everywhere=False,
    delivery=(),
    languages=(),
    cost="",
    cost_note="",
    minimum_age=None,
    maximum_age=None,
    audience=(),
    legal_status="",
    eligibility_note="",
    documents_required="",
    documents_note="",
    contacts=(),
    opening=None,
    capacity="",
    wait_time="",
    credentials=(),
    verified_on=None,
    verified_by="",
    verification_method="",
    check_due_on=date(2026, 12, 31),
    source="",
    confidentiality_note="",
)


def facts(**changed: Any) -> Facts:
    return replace(BARE, **changed)
