"""The facts of a listing that everybody may know, in no language in particular.

What may stand here, `directory.public.disclosure` decides; everything public is made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from directory.opening import Opening


@dataclass(frozen=True, slots=True)
class Texts:
    name: str
    summary: str
    description: str
    application_process: str


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """`value` as a device uses it: +493023125000, name@example.org, https://…"""

    kind: str
    value: str
    extension: str
    label: str
    language: str
    safe_to_leave_message: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where help is given. Of a place shown by its city only: no name, no street, the city's coordinates.

    `is_exact` says whether the coordinates are those of the house.
    """

    name: str
    street: tuple[str, ...]
    postal_code: str
    town: Mapping[str, str]
    city_id: int | None
    region: str
    country: str
    latitude: float | None
    longitude: float | None
    has_address: bool
    is_exact: bool
    wheelchair: str
    transportation: str
    contacts: tuple[ContactPoint, ...]
    opening: Opening | None


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    code: str
    spoken_by: str
    note: str


@dataclass(frozen=True, slots=True)
class CredentialFact:
    profession: str
    regulator: str
    registration_number: str
    areas: str
    note: str


@dataclass(frozen=True, slots=True)
class OrganizationFact:
    name: str
    alternate_name: str
    description: str
    contacts: tuple[ContactPoint, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """`countries` are the codes of those it serves, the one that looks after it first.

    `external_id` is what the partner whose data it came from calls it, or "".
    """

    id: int
    external_id: str
    source_language: str
    texts: Mapping[str, Texts]
    alternate_name: str
    organization: OrganizationFact
    needs: tuple[str, ...]
    places: tuple[Place, ...]
    countries: tuple[str, ...]
    serves_everywhere: bool
    delivery: tuple[str, ...]
    languages: tuple[SpokenLanguage, ...]
    cost: str
    cost_note: str
    minimum_age: int | None
    maximum_age: int | None
    audience: tuple[str, ...]
    legal_status: str
    eligibility_note: str
    documents_required: str
    documents_note: str
    contacts: tuple[ContactPoint, ...]
    opening: Opening | None
    capacity: str
    wait_time: str
    credentials: tuple[CredentialFact, ...]
    verified_on: date | None
    verified_by: str
    verification_method: str
    check_due_on: date
    source: str
    confidentiality_note: str

    @property
    def openings(self) -> tuple[Opening, ...]:
        """The listing's own hours; where it has none, those of its places."""
        if self.opening:
            return (self.opening,)
        return tuple(place.opening for place in self.places if place.opening)

    @property
    def all_contacts(self) -> tuple[ContactPoint, ...]:
        """The nearest first: of the listing, of its places, of its organization."""
        of_places = [contact for place in self.places for contact in place.contacts]
        return (*self.contacts, *of_places, *self.organization.contacts)
