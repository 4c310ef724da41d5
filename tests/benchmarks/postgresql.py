"""A PostgreSQL of our own for as long as something is measured, reached through a socket in its folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Debian keeps the server's programs out of the PATH.
INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


@contextmanager
def postgresql() -> Iterator[str | None]:
    """Its DATABASE_URL, or None where it is not installed."""
    programs = _programs()
    if programs is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data = f"{folder}/data"
        _run(
            programs / "initdb",
            "--pgdata",
            data,
            "--username",
            "panah",
            "--auth",
            "trust",
            "--locale",
            "C.UTF-8",
        )
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c shared_buffers=512MB"
        _run(
            programs / "pg_ctl",
            "--pgdata",
            data,
            "--log",
            f"{folder}/log",
            "--wait",
            "start",
            "--options",
            options,
        )
        try:
            yield f"postgresql://panah@/postgres?host={folder}"
        finally:
            _run(programs / "pg_ctl", "--pgdata", data, "--mode", "immediate", "stop")


def _programs() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return INSTALLED[-1] if INSTALLED else None


def _run(program: Path, *arguments: str) -> None:
    """The server refuses to run as root."""
    as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    command = [*as_postgres, str(program), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
