"""What of a listing may leave the house, and in which words.

`facts_of` is the only way out: page, index, sitemap and export are all made from the `Facts` it returns,
which hold nothing that `directory.managers` keeps inside.
"""

from directory.public.card import ListingCard, PhoneLink, card, card_document
from directory.public.detail import ListingDetail, detail
from directory.public.disclosure import facts_of
from directory.public.facts import ContactPoint, Facts, Place, SpokenLanguage, Texts
from directory.public.record import ListingRecord, record
from directory.public.wording import Wording

__all__ = [
    "ContactPoint",
    "Facts",
    "ListingCard",
    "ListingDetail",
    "ListingRecord",
    "PhoneLink",
    "Place",
    "SpokenLanguage",
    "Texts",
    "Wording",
    "card",
    "card_document",
    "detail",
    "facts_of",
    "record",
]
