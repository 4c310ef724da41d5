"""How long one waits for a site: `make start` the first time and the second, and the demonstration alone."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.clocks import Taken, taken
from tests.running_site import ROOT, running_site
from tests.secret_values import SECRETS


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for which in ("first", "second"):
            with taken() as found, running_site(Path(folder)):
                pass
            say(f"the {which} start, until it has answered and ended", found)
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            **SECRETS,
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/site",
        }
        environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
        for what in (["migrate", "--verbosity", "0"], ["load_demo"], ["load_demo"]):
            command = [sys.executable, "manage.py", *what]
            with taken() as found:
                subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
            say(what[0], found)


def say(what: str, found: Taken) -> None:
    print(f"{what}: {found.seconds:.1f} s by the clock, {found.processor:.1f} of the processor", flush=True)


if __name__ == "__main__":
    main()
