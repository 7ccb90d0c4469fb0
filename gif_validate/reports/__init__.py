"""Writers of reports, one module per format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from ..catalogue.report import Report
from ..catalogue.text import Lang


@dataclass(frozen=True, slots=True)
class Style:
    """How a report for people is to look: its language, its width in columns, whether in colour."""

    lang: Lang = "ja"
    width: int = 80
    color: bool = False


Writer = Callable[[Report, Style], str]
_WRITERS: Mapping[str, str] = {"text": "text", "json": "json_report"}
FORMATS = tuple(_WRITERS)
"""The report formats that can be asked for."""


@cache
def _writer(name: str) -> Writer:
    writer: Writer = import_module(f"{__name__}.{_WRITERS[name]}").write
    return writer


def write(report: Report, name: str, style: Style) -> str:
    """The report in a format of `FORMATS`."""
    return _writer(name)(report, style)
