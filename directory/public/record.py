"""A listing as a program reads it, made from the same small document as the card."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from directory.public.wording import in_language, worded


@dataclass(frozen=True, slots=True)
class ListingRecord:
    """`name` and `summary` are both in `language`; `verified_on` is an ISO date. What is not known is ""."""

    id: str
    external_id: str
    name: str
    summary: str
    language: str
    organization: str
    country: str
    city: str
    needs: tuple[str, ...]
    url: str
    verified_on: str


def record(document: Mapping[str, Any], reader: str) -> ListingRecord:
    """`reader` is the language that is active, in which the address leads to the page."""
    name = worded(document["name"], reader, document["source"])
    return ListingRecord(
        id=str(document["id"]),
        # An index made before this was kept lacks it until it is made anew.
        external_id=document.get("external_id", ""),
        name=name.text,
        summary=document["summary"].get(name.language, ""),
        language=name.language,
        organization=document["organization"],
        country=document["country"],
        city=in_language(document["towns"][0], reader) if document["towns"] else "",
        needs=tuple(document["needs"]),
        url=settings.SITE_URL + reverse("listing", args=[document["id"]]),
        verified_on=document["verified_on"],
    )
