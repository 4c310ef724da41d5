import pytest

from tests.e2e.addresses import every_page
from tests.running_site import RunningSite


@pytest.fixture(scope="session")
def pages(site: RunningSite) -> dict[str, str]:
    """Every kind of page for reading, by name: its address below the language."""
    return every_page(site)
