"""`make metrics`: the figures by which this project judges its own code, without migrations."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from statistics import median, quantiles

from tests.test_structure import sources

WINDOW = 6
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/)", re.IGNORECASE
)


def main() -> None:
    for name, value, wanted in table():
        print(f"{name:<44} {value:>16}   {wanted}")


def table() -> Iterator[tuple[str, str, str]]:
    files = [len(sources.lines(path)) for path in sources.sources()]
    functions = [
        sources.length(function) for path in sources.sources() for function in sources.functions(path)
    ]
    templates = [len(sources.lines(path)) for path in sources.files(".html")]
    yield "measured", "here", "wanted"
    yield "file lines, median / 90th / max", _spread(files, 90), "40-90 / 220 / 350"
    yield "function lines, median / 95th / max", _spread(functions, 95), "8 / 35 / 60"
    yield "functions with complexity over 10", f"{share_of_complex():.1%}", "0"
    yield "pairs of apps importing each other", str(len(mutual_imports())), "0"
    yield "return annotations", f"{share_of_annotated():.1%}", "98%"
    yield "duplicated six-line windows", f"{share_of_duplicates():.1%}", "1.5%"
    yield "noqa per 1,000 lines", f"{noqa_per_thousand():.1f}", "1"
    yield (
        "test lines per source line",
        f"{_total(sources.tests()) / _total(sources.sources()):.2f}",
        "1.2-1.8",
    )
    yield "templates, median / 90th lines", _spread(templates, 90).rpartition(" / ")[0], "20 / 70"
    yield "files with inline style or script", str(len(with_inline_code())), "0"


def share_of_complex() -> float:
    values = [found.value for path in sources.sources() for found in sources.complexities(path)]
    return sum(value > 10 for value in values) / len(values)


def mutual_imports() -> list[tuple[str, str]]:
    imports = {
        (path.relative_to(sources.ROOT).parts[0], app)
        for path in sources.sources()
        for app in sources.imported_apps(path)
    }
    return [pair for pair in combinations(sources.APPS, 2) if {pair, pair[::-1]} <= imports]


def share_of_annotated() -> float:
    returns = [function.returns for path in sources.sources() for function in sources.functions(path)]
    return sum(annotation is not None for annotation in returns) / len(returns)


def share_of_duplicates() -> float:
    """Windows of six lines that stand in more than one place, blank lines and imports left out."""
    windows: Counter[tuple[str, ...]] = Counter()
    for path in sources.sources():
        stripped = [line.strip() for line in sources.lines(path)]
        code = [line for line in stripped if line and not line.startswith(("import ", "from ", "#"))]
        windows.update(tuple(code[start : start + WINDOW]) for start in range(len(code) - WINDOW + 1))
    return sum(count for count in windows.values() if count > 1) / windows.total()


def noqa_per_thousand() -> float:
    marked = sum("# noqa" in line for path in sources.sources() for line in sources.lines(path))
    return 1_000 * marked / _total(sources.sources())


def with_inline_code() -> list[str]:
    return [
        str(path.relative_to(sources.ROOT))
        for path in sources.files(".html")
        if INLINE.search(path.read_text(encoding="utf-8"))
    ]


def _total(paths: list) -> int:
    return sum(len(sources.lines(path)) for path in paths)


def _spread(values: list[int], percent: int) -> str:
    return f"{median(values):.0f} / {quantiles(values, n=100)[percent - 1]:.0f} / {max(values)}"


if __name__ == "__main__":
    main()
