"""`make bench`: every module of this folder that has a `main` is run, or those that are named."""

import importlib
import pkgutil
import sys

from tests import benchmarks


def main(wanted: list[str]) -> None:
    for module in pkgutil.iter_modules(benchmarks.__path__):
        if module.ispkg or module.name == "__main__" or (wanted and module.name not in wanted):
            continue
        measure = getattr(importlib.import_module(f"tests.benchmarks.{module.name}"), "main", None)
        if measure:
            print(f"\n{module.name}", flush=True)
            measure()


if __name__ == "__main__":
    main(sys.argv[1:])
