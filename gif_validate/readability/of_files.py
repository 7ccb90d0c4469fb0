"""Checks of a file as a whole and of the written form of CSV (ファイルと区切り): its format, one record a line, rows of one length."""

from __future__ import annotations

from ..catalogue.finding import Place
from ..catalogue.text import Text, show
from ..readers import table_rules
from ..readers.table import breaks
from . import level1
from .layout import Layout
from .seen import Seen
from .sheet import Sheet

_UNCLOSED = Text("閉じていない二重引用符", "a quote that is never closed")


def check_csv(sheet: Sheet, layout: Layout | None, seen: Seen) -> None:
    """The rules for CSV alone."""
    for trouble in sheet.troubles:
        place = Place(line=trouble.line, column=trouble.column)
        if trouble.rule is table_rules.UNCLOSED:
            seen.say(level1.ONE_LINE, value=trouble.value, place=place, found=_UNCLOSED)
        elif trouble.rule is table_rules.STRAY:
            found = Text("値の途中の二重引用符", "a quote inside a value")
            seen.say(level1.QUOTED, value=trouble.value, place=place, found=found)
    for row in sorted(sheet.broken):
        cells = sheet.rows[row]
        lines = 1 + sum(breaks(cell) for cell in cells)
        column = next(index for index, cell in enumerate(cells) if breaks(cell))
        found = Text(f"{lines}行", f"{lines} lines")
        seen.say(level1.ONE_LINE, value=show(cells[column]), place=sheet.place(row, column), found=found)
    if layout is not None:
        _lengths(sheet, layout, seen)


def _lengths(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    """Rows with more or fewer values than the header, or than the first record where there is none."""
    expected = len(sheet.rows[layout.header[-1] if layout.header else layout.first])
    for row in range(layout.first, layout.last + 1):
        count = len(sheet.rows[row])
        if count != expected:
            found = Text(f"見出しは{expected}列、この行は{count}列", f"{expected} values in the header, {count} here")
            seen.say(level1.QUOTED, place=sheet.place(row), found=found)
