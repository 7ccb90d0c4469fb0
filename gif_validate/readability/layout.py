"""Where the table of a sheet is (表の位置): its header, its records, what stands around it, what splits it.

Found by counting, the same way for every file: a header is the first row that fills at least half as many cells as the rows of the sheet
usually do; `headers` says whether the rows under it belong to it, and whether a row behind blank rows is the header of another table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .columns import Column, column, is_number
from .headers import Behind, filled, goes_on, is_caption, numeric_columns, stretches
from .sheet import Sheet

_SAMPLE = 2000
_HEADER_ROWS = 4
_BLANKS = 50
_NOTE = re.compile(r"[（(\[［<〈]?\s*(?:注|※|＊|\*|出典|出所|資料|備考|単位|問い?合わ?せ|参考)")
_YEAR = re.compile(r"(?:1[6-9]|20|21)[0-9]{2}")


@dataclass(slots=True)
class Layout:
    """The table of a sheet. Rows are numbers of rows in the sheet, counted from 0.

    ``header``: the rows of the header, none where the file begins with records · ``first``, ``last``: the records · ``before``,
    ``after``: rows outside the table · ``gaps``: rows before which the sheet has blank rows although the table goes on ·
    ``blank_columns``: columns without any value between others · ``others``: rows where another table begins · ``beside``: columns where
    another table stands beside the first.
    """

    header: tuple[int, ...]
    first: int
    last: int
    columns: list[Column] = field(default_factory=list)
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    gaps: list[int] = field(default_factory=list)
    blank_columns: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)

    @property
    def records(self) -> int:
        """The number of records."""
        return max(self.last - self.first + 1, 0)


def find(sheet: Sheet) -> Layout | None:
    """The table of a sheet; None where there is none (a blank sheet, a sheet of sentences)."""
    counts = [sum(1 for cell in row if cell.strip()) for row in sheet.rows]
    if not counts:
        return None
    sample = sorted(counts[:_SAMPLE])
    usual = sample[(len(sample) * 3) // 4 if len(sample) > 1 else 0]
    if usual < 2 and sheet.name is not None:
        return None
    needed = 1 if usual < 2 else max(2, (usual + 1) // 2)
    top = next(row for row, count in enumerate(counts) if count >= needed)
    last = _last_record(sheet, counts, top, usual)
    # The lower half of the table has no more header rows, however many there are.
    numeric = numeric_columns(sheet, range(min(top + (last - top + 1) // 2, last), last + 1))
    header = _header(sheet, counts, top, last, numeric)
    first = header[-1] + 1 if header else top
    layout = Layout(header, first, last, before=tuple(range(header[0] if header else top)), after=tuple(range(last + 1, len(counts))))
    _find_breaks(sheet, layout, numeric)
    _find_columns(sheet, layout)
    return layout


def _last_record(sheet: Sheet, counts: list[int], top: int, usual: int) -> int:
    """The last row of the table: notes and sources behind it are no records."""
    last = len(counts) - 1
    if usual < 3 or sheet.cut:
        return last
    while last > top + 1 and counts[last] <= max(1, 0.3 * usual):
        words = next(cell.strip() for cell in sheet.rows[last] if cell.strip())
        apart = sheet.numbers[last] - sheet.numbers[last - 1] > 1
        if not (_NOTE.match(words) or apart or len(words) > 40):
            break
        last -= 1
    return last


def _header(sheet: Sheet, counts: list[int], top: int, last: int, numeric: frozenset[int]) -> tuple[int, ...]:
    """The rows of the header from the first full row on, the row of group names above it included."""
    if _is_record(sheet, top, numeric):
        return ()
    rows = [top]
    above = top - 1
    if above >= 0 and counts[above] >= 2 and sheet.numbers[top] - sheet.numbers[above] == 1 and not _is_caption(sheet, above):
        rows.insert(0, above)
    while len(rows) < _HEADER_ROWS and rows[-1] < last - 1 and goes_on(sheet, rows, numeric, range(rows[-1] + 2, last + 1)):
        rows.append(rows[-1] + 1)
    return tuple(rows)


def _is_caption(sheet: Sheet, row: int) -> bool:
    """True for a line of words above the table: a unit, a source, one of several pairs of a name and a value."""
    cells = filled(sheet, row)
    pair = cells.keys() == {0, 1} and row > 0 and filled(sheet, row - 1).keys() <= cells.keys()
    return (pair and sheet.width > 3) or any(is_caption(value) or is_number(value) for value in cells.values())


def _is_record(sheet: Sheet, row: int, numeric: frozenset[int]) -> bool:
    """True where the row has numbers, and no years or running numbers, in most of the numeric columns: the header is missing."""
    values = [value for index in sorted(numeric) if (value := sheet.cell(row, index))]
    figures = [value for value in values if is_number(value)]
    if all(_YEAR.fullmatch(value) for value in figures) or _runs(figures):
        return False
    return len(figures) >= max(1, 0.5 * len(values))


def _runs(figures: list[str]) -> bool:
    """True for 1, 2, 3 …"""
    return len(figures) > 1 and figures == [str(int(figures[0][:9]) + step) if figures[0].isdigit() else "" for step in range(len(figures))]


def _find_breaks(sheet: Sheet, layout: Layout, numeric: frozenset[int]) -> None:
    """Blank rows within the table, and rows where another table begins, its titles included."""
    again = _repeated(sheet, layout)
    behind = Behind(sheet, stretches(sheet, layout.first, layout.last), numeric, frozenset(again))
    waiting: list[int] = []
    for start, top in behind.tops.items():
        waiting.append(start)
        if layout.header and behind.begins_table(start):
            layout.others.append(waiting[0])
            again -= {top}
        elif top is None:
            # Titles alone may belong to the table behind the next blank row.
            continue
        else:
            layout.gaps += waiting
        waiting = []
    layout.gaps += waiting
    layout.others = sorted({*layout.others, *again})


def _repeated(sheet: Sheet, layout: Layout) -> set[int]:
    """The records that are the header once more."""
    head = [cell.strip() for cell in sheet.rows[layout.header[-1]]] if layout.header else []
    if sum(1 for cell in head if cell) < 2:
        return set()
    return {row for row in range(layout.first, layout.last + 1) if [cell.strip() for cell in sheet.rows[row]] == head}


def _find_columns(sheet: Sheet, layout: Layout) -> None:
    """The columns with their names and values, blank ones between them, and tables side by side."""
    names = _names(sheet, layout.header)
    rows = range(layout.first, layout.last + 1)
    # In CSV, values behind the last name are a fault of their row (DA-L1-15) and make no column.
    width = len(sheet.rows[layout.header[-1]]) if layout.header and sheet.name is None else sheet.width
    for index in range(width):
        cells = [(row, value) for row in rows if (value := sheet.cell(row, index))]
        name = names[index] if index < len(names) else ""
        if cells or any(sheet.cell(row, index) for row in layout.header):
            layout.columns.append(column(index, name, cells))
    used = [each.index for each in layout.columns]
    if used:
        layout.blank_columns = sorted(set(range(used[0], used[-1])) - set(used))
    for blank in layout.blank_columns[:_BLANKS]:
        left = [each.name for each in layout.columns if each.index < blank and each.name]
        right = [each.name for each in layout.columns if each.index > blank and each.name]
        if len(set(left) & set(right)) >= max(2, 0.5 * len(set(right))):
            layout.beside.append(blank + 1)


def _names(sheet: Sheet, header: Iterable[int]) -> list[str]:
    """The name of each column: the cells of the header from above to below, group names carried to the right."""
    rows = [[sheet.cell(row, index) for index in range(sheet.width)] for row in header]
    for row in rows[:-1]:
        for index in range(1, len(row)):
            row[index] = row[index] or row[index - 1]
    return ["_".join(dict.fromkeys(part for part in parts if part)) for parts in zip(*rows, strict=True)] if rows else []
