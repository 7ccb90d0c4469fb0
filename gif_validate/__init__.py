"""gif-validate: does Japanese government data follow the government's own data standards, and where not?

>>> import gif_validate as gv
>>> gv.fix_value("date", "平成29年9月1日")
'2017-09-01'
>>> [finding.rule.id for finding in gv.check_value("date", "2017-9-1")]
['GIF-DATE-001']
"""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from .catalogue.finding import Finding, Place
from .catalogue.report import FileReport, Report
from .catalogue.rule import Rule, Severity
from .version import __version__

if TYPE_CHECKING:
    from .models.model import Model
    from .parts.part import Part

__all__ = [
    "FileReport",
    "Finding",
    "Place",
    "Report",
    "Rule",
    "Severity",
    "__version__",
    "check",
    "check_value",
    "fix_value",
    "load_model",
]


def check(
    *paths: str | Path,
    standard: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    max_findings: int = 1000,
    require_standard: bool = False,
    pattern: str = "",
    namespace: str = "",
    as_of: datetime.date | None = None,
) -> Report:
    """Checks files, folders or patterns against the standard that they follow, or against the one named.

    ``encoding`` and ``sheet`` override what would be recognised; ``max_findings`` are kept for each file (counts stay exact).
    ``pattern`` is the mandatory pattern that records declare (``MP02``), ``namespace`` that of GIF's terms in XML and RDF.
    ``as_of`` is the day to judge by (codes in force, days in the future) instead of today.
    Raises FileNotFoundError for a path that does not exist, ValueError for an unknown standard or encoding. What is wrong with a file
    is never an exception but a finding.
    """
    from .catalogue.clock import as_of as judged_by
    from .characters.encodings import canonical
    from .engine.options import Options
    from .engine.run import run

    options = Options(
        model=load_model(standard) if standard else None,
        encoding=canonical(encoding) if encoding else None,
        sheet=sheet,
        max_findings=max_findings,
        require_standard=require_standard,
        pattern=pattern,
        namespace=namespace,
    )
    with judged_by(as_of) if as_of else nullcontext():
        return run(paths, options)


def check_value(part: str, value: str) -> list[Finding]:
    """The findings of one value as a kind of value (``date``, ``telephone``, ``postal_code`` …); empty where it conforms.

    Raises ValueError for an unknown kind.
    """
    from .catalogue.finding import of_fault

    fault = _part(part).explain(value)
    return [of_fault(fault, value)] if fault else []


def fix_value(part: str, value: str) -> str | None:
    """The conforming form of a value where it is certain; None where the value conforms or no form is certain.

    Raises ValueError for an unknown kind.
    """
    found = _part(part)
    return None if found.is_clean(value) else found.suggestion(value)


def load_model(name: str) -> Model:
    """A standard by its id (``municipal/aed@2023``, or ``municipal/aed`` for the current edition), or from a definition file (``*.yaml``).

    Raises ValueError for an unknown id; `gif_validate.catalogue.errors.DefinitionError` for a faulty definition.
    """
    if name.endswith((".yaml", ".yml")):
        from .models.index import from_file

        return from_file(Path(name))
    from .models.index import model

    try:
        return model(name)
    except KeyError:
        raise ValueError(f"unknown standard: {name!r}") from None


def _part(name: str) -> Part:
    from .parts import part

    try:
        return part(name)
    except KeyError:
        raise ValueError(f"unknown kind of value: {name!r}") from None
