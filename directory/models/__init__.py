"""What a listing is, after HSDS 3; the specification's "service" is the site's "listing"."""

from directory.models.approval import ApprovalByAnother
from directory.models.cities import City
from directory.models.contacts import Contact, LocationContact, OrganizationContact, ServiceContact
from directory.models.countries import Country, EmergencyNumber
from directory.models.imported import ImportedRecord
from directory.models.locations import Location
from directory.models.needs import Need, NeedTranslation
from directory.models.organizations import Organization
from directory.models.phrases import Phrase
from directory.models.schedules import LocationSchedule, Schedule, ServiceSchedule
from directory.models.service_details import Credential, ServiceLanguage, ServiceTranslation
from directory.models.services import Service

__all__ = [
    "ApprovalByAnother",
    "City",
    "Contact",
    "Country",
    "Credential",
    "EmergencyNumber",
    "ImportedRecord",
    "Location",
    "LocationContact",
    "LocationSchedule",
    "Need",
    "NeedTranslation",
    "Organization",
    "OrganizationContact",
    "Phrase",
    "Schedule",
    "Service",
    "ServiceContact",
    "ServiceLanguage",
    "ServiceSchedule",
    "ServiceTranslation",
]
