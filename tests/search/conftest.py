from collections.abc import Callable, Iterator

import pytest

from search.understanding import Knowledge, Reading, knowledge, read
from tests.directory.admin.conftest import editor, log_in

__all__ = ["editor", "log_in"]


@pytest.fixture(scope="module")
def town_to_look_at(made_once) -> Iterator[Knowledge]:
    """What the site knows of a few cities; read once, for tests that change nothing."""
    with made_once("town"):
        yield knowledge.current()


@pytest.fixture
def read_here(town_to_look_at: Knowledge) -> Callable[..., Reading]:
    """How those words are read there, the literal ones left as they are."""

    def read_here(text: str, *literal: str) -> Reading:
        return read(text, town_to_look_at.lexicon, literal)

    return read_here
