"""The texts of a listing in its own language, and in others with the gaps that every directory has."""

from dataclasses import dataclass

from directory.demo.content import ways
from directory.demo.plan import Planned

ONLY_SOURCE = 0.08
TRANSLATED = {"fa": 0.82, "ar": 0.72, "en": 0.8, "fr": 0.58, "de": 0.6}
ONLY_SUMMARY = 0.12
NAMES_ITS_CITY = "{city}"


@dataclass(frozen=True)
class Texts:
    name: str
    summary: str
    description: str
    application_process: str


def source_texts(listing: Planned) -> Texts:
    return _texts(listing, listing.language)


def translations(listing: Planned) -> dict[str, Texts]:
    if listing.dice.chance("only-source", ONLY_SOURCE):
        return {}
    return {
        language: _shortened(listing, language)
        for language, probability in TRANSLATED.items()
        if language != listing.language and listing.dice.chance(f"translated-{language}", probability)
    }


def _shortened(listing: Planned, language: str) -> Texts:
    texts = _texts(listing, language)
    if listing.dice.chance(f"only-summary-{language}", ONLY_SUMMARY):
        return Texts(texts.name, texts.summary, "", "")
    return texts


def _texts(listing: Planned, language: str) -> Texts:
    wording = listing.offer.texts[language]
    summary = wording.summaries[listing.variant]
    way = listing.dice.pick("way", listing.offer.apply)
    return Texts(
        name=wording.names[listing.variant],
        summary=summary.replace(NAMES_ITS_CITY, listing.place.names[language]),
        description=wording.text,
        application_process=listing.dice.pick("way-said", ways()[way][language]),
    )
