from collections.abc import Iterator

import pytest

from search.understanding import Knowledge, knowledge
from tests.directory.admin.conftest import editor, log_in

__all__ = ["editor", "log_in"]


@pytest.fixture(scope="module")
def town_to_look_at(made_once) -> Iterator[Knowledge]:
    """What the site knows of a few cities; read once, for tests that change nothing."""
    with made_once("town"):
        yield knowledge.current()
