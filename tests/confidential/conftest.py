from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def ledger(settings, tmp_path: Path) -> Path:
    """Each test has a ledger of erasures of its own."""
    settings.ERASURE_LEDGER = tmp_path / "erasures.jsonl"
    return settings.ERASURE_LEDGER
