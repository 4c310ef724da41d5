from collections.abc import Callable

import pytest

from directory.demo.load import load_directory


@pytest.fixture
def load(db) -> Callable[[], int]:
    return lambda: load_directory(lambda _what, _added: None)
