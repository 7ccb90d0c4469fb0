"""Checks of what only a workbook has (ブックの体裁): merged cells, hidden rows, formulas, formats that carry meaning, objects."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from itertools import pairwise

from ..catalogue.rule import Severity
from ..catalogue.text import Text
from ..readers.table import cell_name, letters
from ..readers.xlsx.parts import PLAIN, Look, Range, SheetParts, WorkbookParts
from . import level1, level2, own, unified
from .layout import Layout
from .seen import Seen
from .sheet import Sheet

_LOOKS = {
    "fill": Text("塗りつぶし", "fill"),
    "color": Text("文字の色", "font colour"),
    "bold": Text("太字", "bold"),
    "italic": Text("斜体", "italic"),
    "strike": Text("取消線", "strike-through"),
}


def check_package(parts: WorkbookParts, hidden: tuple[str, ...], seen: Seen) -> None:
    """What concerns the workbook as a whole: remarks on macros, links to other books, hidden sheets."""
    if parts.macros:
        seen.say(own.MACROS)
    if parts.external_links:
        seen.say(own.LINKS, found=str(parts.external_links))
    for name in hidden:
        seen.say(level1.HIDDEN, Severity.INFO, value=name, found=Text(f"シート「{name}」", f'worksheet "{name}"'))


def check(sheet: Sheet, layout: Layout | None, seen: Seen) -> None:
    """All checks of one worksheet."""
    parts = sheet.parts
    if parts is None:
        return
    for what in parts.objects:
        seen.say(level1.OBJECTS, value=sheet.name, place=sheet.at(1, 0), found=what)
    if parts.formulas:
        seen.say(level2.FORMULAS, place=sheet.at(*parts.formulas[0]), found=f"{len(parts.formulas):,}")
    _merged(sheet, parts, layout, seen)
    if layout is not None:
        _hidden(sheet, parts, layout, seen)
        _looks(sheet, parts, layout, seen)


def _merged(sheet: Sheet, parts: SheetParts, layout: Layout | None, seen: Seen) -> None:
    """Merged records take all points of the level, merged titles some, a merged header none."""
    for each in parts.merged:
        place = sheet.at(each.top, each.left)
        name = _range(each)
        where = _region(sheet, each, layout)
        if where == "data":
            seen.fatal.add(level1.MERGED.id)
            seen.say(level1.MERGED, place=place, value=name, found=Text(f"データ範囲の{name}", f"among the records, {name}"))
        elif where == "header":
            words = Text(f"見出しの{name}", f"in the header, {name}")
            seen.say(level1.MERGED, Severity.INFO, place=place, value=name, alone=True, found=words)
            seen.say(unified.MERGED, place=place, value=name, found=words)
        else:
            seen.say(level1.MERGED, Severity.WARNING, place=place, value=name, found=Text(f"表の外の{name}", f"outside the table, {name}"))


def _region(sheet: Sheet, merged: Range, layout: Layout | None) -> str:
    if layout is None or not layout.columns:
        return "outside"
    first, last = sheet.numbers[min(layout.first, layout.last)], sheet.numbers[layout.last]
    top = sheet.numbers[layout.header[0]] if layout.header else first
    if merged.bottom < top or merged.top > last or merged.left > layout.columns[-1].index:
        return "outside"
    return "data" if merged.bottom >= first else "header"


def _range(merged: Range) -> str:
    return f"{cell_name(merged.top, merged.left)}:{cell_name(merged.bottom, merged.right)}"


def _hidden(sheet: Sheet, parts: SheetParts, layout: Layout, seen: Seen) -> None:
    """Hidden rows and columns that hold values."""
    used = set(sheet.numbers)
    columns = [each.index for each in layout.columns]
    rows = [row for row in parts.hidden_rows if row in used]
    for first, last in _stretches(rows):
        found = Text(
            f"{first}行目" if first == last else f"{first}～{last}行目", f"row {first}" if first == last else f"rows {first}-{last}"
        )
        seen.say(level1.HIDDEN, place=sheet.at(first, 0), found=found)
    for each in parts.hidden_columns:
        inside = columns[bisect_left(columns, each.left) : bisect_right(columns, each.right)]
        if inside:
            name = letters(inside[0]) if len(inside) == 1 else f"{letters(inside[0])}:{letters(inside[-1])}"
            seen.say(level1.HIDDEN, place=sheet.at(1, inside[0]), found=Text(f"{name}列", f"column {name}"))


def _stretches(rows: list[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as first and last."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def _looks(sheet: Sheet, parts: SheetParts, layout: Layout, seen: Seen) -> None:
    """Columns in which some cells look different from the rest. Bands that go on regularly, and what every row has, tell nothing."""
    banded = _banded(sheet, parts, layout)
    for each in layout.columns:
        looks = {row: parts.looks.get((sheet.numbers[row], each.index), PLAIN) for row, _ in each.cells}
        if banded:
            looks = {row: Look("", look.color, look.bold, look.italic, look.strike) for row, look in looks.items()}
        counts = Counter(looks.values())
        if len(counts) < 2:
            continue
        usual = counts.most_common(1)[0][0]
        odd = [row for row, look in looks.items() if look != usual]
        found = _told(usual, {looks[row] for row in odd}, len(odd))
        place = sheet.place(odd[0], each.index)
        value = sheet.cell(odd[0], each.index)
        seen.say(level1.FORMATS, Severity.WARNING, value=value, place=place, column=each.name or None, found=found)


def _told(usual: Look, others: set[Look], cells: int) -> Text:
    differs = [name for name in _LOOKS if any(getattr(look, name) != getattr(usual, name) for look in others)]
    ja, en = "・".join(_LOOKS[name].ja for name in differs), ", ".join(_LOOKS[name].en for name in differs)
    return Text(f"{ja}、{cells:,}セル", f"{en}; cells: {cells:,}")


def _banded(sheet: Sheet, parts: SheetParts, layout: Layout) -> bool:
    """True where the fill only follows the parity of the row."""
    if layout.records < 4 or not layout.columns:
        return False
    fills: dict[int, set[str]] = defaultdict(set)
    for row in range(layout.first, layout.last + 1):
        number = sheet.numbers[row]
        for each in layout.columns:
            fills[number % 2].add(parts.looks.get((number, each.index), PLAIN).fill)
    sides = list(fills.values())
    return len(sides) == 2 and all(len(side) == 1 for side in sides) and all(one != other for one, other in pairwise(sides))
