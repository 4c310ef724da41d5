"""Rows for tests; traits name the states a listing can be in."""

from tests.factories.directory import (
    CountryFactory,
    LocationFactory,
    NeedFactory,
    OrganizationFactory,
    ServiceFactory,
)

__all__ = ["CountryFactory", "LocationFactory", "NeedFactory", "OrganizationFactory", "ServiceFactory"]
