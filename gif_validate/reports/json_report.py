"""The report as JSON, by the contract of ``report.schema.json`` (version 1, additive changes only)."""

from __future__ import annotations

from ..catalogue.report import Report
from . import Style


def write(report: Report, _: Style) -> str:
    """One JSON document with a line end."""
    return report.to_json() + "\n"
