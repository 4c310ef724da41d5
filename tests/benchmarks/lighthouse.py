"""Lighthouse, as a phone on a slow link: the median of five runs of each page, and whatever an audit found.

Needs Node, Chromium and the packages of package.json (`npm ci`).
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from tests.benchmarks.loud import not_measured
from tests.benchmarks.served import demonstration
from tests.running_site import ROOT

PROGRAM = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = int(os.environ.get("LIGHTHOUSE_RUNS", "5"))
WANTED = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
PASSED = 0.9
TIMES_TRIED = 3


def main() -> None:
    missing = _missing()
    if missing:
        not_measured("Lighthouse", missing)
        return
    with demonstration() as site:
        for language in ("en", "fa"):
            results = f"{site}/{language}/directory/"
            for name, url in {
                "home": f"{site}/{language}/",
                "results": results,
                "listing": _listing(results),
            }.items():
                _say(f"{language} {name}", [_run(url) for _run_number in range(RUNS)])


def _missing() -> str:
    if not shutil.which("node"):
        return "Node is not installed"
    if not PROGRAM.exists():
        return "its package is not installed: npm ci"
    return "" if _browser() else "Chromium is not installed"


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def _listing(results: str) -> str:
    html = urlopen(results).read().decode()
    number = html.partition("/listing/")[2].partition("/")[0]
    return f"{results}listing/{number}/"


def _run(url: str) -> dict:
    """Chromium sometimes dies before it has opened the page, which says nothing about the page."""
    for _time in range(TIMES_TRIED - 1):
        try:
            return _report(url)
        except subprocess.CalledProcessError as error:
            print(f"             again: {error.stderr.strip().splitlines()[-1:]}", flush=True)
    return _report(url)


def _report(url: str) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [
            "node", str(PROGRAM), url, "--quiet", "--output=json", f"--output-path={report}",
            f"--only-categories={','.join(WANTED)}", f"--chrome-flags={FLAGS}", "--max-wait-for-load=120000",
        ]  # fmt: skip
        environment = {**os.environ, "CHROME_PATH": str(_browser())}
        subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
        return json.loads(report.read_text(encoding="utf-8"))


def _say(name: str, reports: list[dict]) -> None:
    scores = {
        category: median(100 * (report["categories"][category]["score"] or 0) for report in reports)
        for category in WANTED
    }
    shown = "   ".join(
        f"{category} {score:.0f}{'' if score >= WANTED[category] else f' (BELOW {WANTED[category]})'}"
        for category, score in scores.items()
    )
    print(f"{name:<12} {shown}", flush=True)
    for (audit, title), times in Counter(found for report in reports for found in _failing(report)).items():
        print(f"             {audit}: {title} ({times} of {len(reports)} runs)", flush=True)


def _failing(report: dict) -> list[tuple[str, str]]:
    """Audits that take points away."""
    weighty = {
        ref["id"]
        for category in report["categories"].values()
        for ref in category["auditRefs"]
        if ref["weight"]
    }
    audits = (report["audits"][name] for name in sorted(weighty))
    return [
        (audit["id"], f"{audit['title']} {audit.get('displayValue', '')}".strip())
        for audit in audits
        if audit["score"] is not None and audit["score"] < PASSED
    ]
