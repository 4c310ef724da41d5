"""The forms editors fill, one module a subject."""

from directory.panels.listings import LISTING
from directory.panels.organizations import LOCATION, ORGANIZATION
from directory.panels.taxonomy import COUNTRY, NEED, PHRASE

__all__ = ["COUNTRY", "LISTING", "LOCATION", "NEED", "ORGANIZATION", "PHRASE"]
