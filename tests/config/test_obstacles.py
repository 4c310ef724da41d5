"""What is in the way of a start is said in words, with what to do about it."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.obstacles import alone_in, check_address, check_writable

HERE = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as listening:
        listening.bind((HERE, 0))
        listening.listen()
        yield listening.getsockname()[1]


def told(stopped: pytest.ExceptionInfo[SystemExit]) -> str:
    return " ".join(str(stopped.value).split())


def test_a_port_on_which_somebody_listens_is_named_with_another_to_take(taken: int) -> None:
    with pytest.raises(SystemExit) as stopped:
        check_address(HERE, taken)
    assert f"Nothing can be served on {HERE}, port {taken}: " in told(stopped)
    assert "make start PORT=8001" in told(stopped)


def test_a_free_port_is_no_obstacle_and_stays_free(taken: int) -> None:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        free = probe.getsockname()[1]
    check_address(HERE, free)
    with socket.socket() as ours:
        ours.bind((HERE, free))
    assert free != taken


@pytest.mark.parametrize("port", [0, -1, 65_536, 99_999])
def test_what_is_no_port_is_told_the_range_of_ports(port: int) -> None:
    with pytest.raises(SystemExit) as stopped:
        check_address(HERE, port)
    assert "a port lies between 1 and 65535" in told(stopped)


def test_an_address_of_another_machine_is_refused_with_the_systems_reason() -> None:
    with pytest.raises(SystemExit) as stopped:
        check_address("192.0.2.1", 8000)
    assert "Nothing can be served on 192.0.2.1, port 8000: " in told(stopped)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_place_that_cannot_be_written_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    """Whoever runs the tests may write everywhere, so the system's answer is ours."""
    secrets = tmp_path / "secrets.env"
    if is_there:
        secrets.write_text("KEY=1")
    place = secrets if is_there else tmp_path
    monkeypatch.setattr("os.access", lambda path, _mode: path != place)
    with pytest.raises(SystemExit) as stopped:
        check_writable(secrets)
    assert f"{place} cannot be written to." in told(stopped)


def test_a_place_that_can_be_written_to_is_no_obstacle_and_nothing_is_made_there(tmp_path: Path) -> None:
    check_writable(tmp_path / "secrets.env")
    assert list(tmp_path.iterdir()) == []


def test_of_two_starts_in_one_folder_the_second_gives_up_until_the_first_is_done(tmp_path: Path) -> None:
    with alone_in(tmp_path):
        with pytest.raises(SystemExit) as stopped, alone_in(tmp_path):
            pytest.fail("two starts at once")
        assert f"Another start is under way in {tmp_path}." in told(stopped)
    with alone_in(tmp_path):
        assert (tmp_path / "start.lock").exists()


def test_starts_in_different_folders_do_not_meet(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with alone_in(tmp_path / "one"), alone_in(tmp_path / "two"):
        assert (tmp_path / "two" / "start.lock").exists()
