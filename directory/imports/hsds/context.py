"""What an import of HSDS is told beside the files."""

from dataclasses import dataclass

from directory.imports.gazetteer import Gazetteer
from directory.imports.hsds.folder import Tables
from directory.imports.report import Report
from directory.imports.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Context:
    tables: Tables
    report: Report
    source: str
    country: str
    language: str
    timezone: str
    gazetteer: Gazetteer
    taxonomy: Taxonomy
    countries: frozenset[str]
