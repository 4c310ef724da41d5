"""The files of this repository, and what can be measured in them."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from radon.visitors import ComplexityVisitor

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = (
    "config",
    "home",
    "volunteers",
    "casework",
    "search",
    "directory",
    "confidential",
    "pagecache",
    "appearance",
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files(suffix: str) -> list[Path]:
    """What git knows or would take in: neither data nor packages."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", f"*{suffix}"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for path in map(ROOT.joinpath, listed.splitlines()) if path.is_file()]


def sources() -> list[Path]:
    return [path for path in files(".py") if not {"tests", "migrations"} & set(path.relative_to(ROOT).parts)]


def tests() -> list[Path]:
    return [path for path in files(".py") if path.is_relative_to(ROOT / "tests")]


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@dataclass(frozen=True)
class Complexity:
    where: str
    value: int


def complexities(path: Path) -> list[Complexity]:
    visitor = ComplexityVisitor.from_ast(tree(path))
    blocks = [*visitor.functions, *(method for block in visitor.classes for method in block.methods)]
    return [
        Complexity(f"{path.relative_to(ROOT)}:{block.lineno} {block.name}", block.complexity)
        for block in blocks
    ]


def imported_apps(path: Path) -> set[str]:
    """Every app of ours that this file imports, also inside functions."""
    nodes = list(ast.walk(tree(path)))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names} & set(APPS)
