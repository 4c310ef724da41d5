"""What a run of the tests leaves out it says aloud, and on the continuous integration it then fails."""

import os
import subprocess
import sys

import pytest

from tests.running_site import ROOT

IN_WORKERS = ("--numprocesses", "1", "--dist", "loadfile")


def run(*options: str, **variables: str) -> subprocess.CompletedProcess:
    """Of tests that need a server which nothing here names."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "CI"))}
    command = [sys.executable, "-m", "pytest", "tests/engines/test_faults.py", *options]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment | {"ELASTICSEARCH_URL": ""} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("options", [(), IN_WORKERS])
def test_it_is_said_aloud_and_on_the_continuous_integration_it_fails(options: tuple[str, ...]) -> None:
    result = run(*options, CI="true")
    said = result.stdout.partition("NOT TESTED")[2]
    assert "test_a_killed_node_fails_no_page" in said
    assert "needs a cluster of 3 nodes" in said
    assert result.returncode == pytest.ExitCode.TESTS_FAILED


def test_elsewhere_it_is_only_said() -> None:
    result = run()
    assert "NOT TESTED" in result.stdout
    assert result.returncode == pytest.ExitCode.OK
