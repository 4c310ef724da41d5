"""How long one waits for a site: `make start` the first time and the second, and the demonstration alone.

Nobody waits for its end, but only then does the system tell what it took of the processor.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.clocks import Taken, taken
from tests.running_site import ROOT, running_site
from tests.secret_values import SECRETS


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for which in ("first", "second"):
            began = time.perf_counter()
            with taken() as found, running_site(Path(folder)):
                answered = time.perf_counter() - began
            print(f"the {which} start: the first answer after {answered:.1f} s by the clock", flush=True)
            say(f"the {which} start and the end of it", found)
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
