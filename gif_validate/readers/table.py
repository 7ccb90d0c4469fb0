"""What every table reader gives: blocks of rows, each row with its place, and the faults met while reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..catalogue.finding import Place
from ..catalogue.rule import FIRES, Clause, Details, Rule


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault of the written form of a table, met while reading: which row of the block (None: the file), line and column.

    ``clause``: where a format says so for which the clause of the rule was not written.
    """

    rule: Rule
    line: int | None = None
    column: int | None = None
    row: int | None = None
    value: str | None = None
    details: Details = field(default_factory=lambda: FIRES)
    clause: Clause | None = None


class Typed(str):
    """The text of a cell that a workbook stores as a date or a time of day: the cell itself has no written form."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive rows of a table, as text, in the order of the file.

    ``lines`` has one entry a row: the physical line on which it begins. ``sheet_rows`` is the row that a spreadsheet shows it in: cells
    with line breaks do not move it, blank lines (which are no rows here) do.
    ``doubtful`` are the distinct characters of the block that some rule speaks of; empty for most blocks. ``separator`` is what stands
    between the cells of the file; empty for a workbook.
    """

    rows: Sequence[list[str]]
    lines: Sequence[int]
    sheet_rows: Sequence[int]
    troubles: tuple[Trouble, ...] = ()
    doubtful: frozenset[str] = frozenset()
    sheet: str | None = None
    has_numbers: bool = True
    """False where certainly no value holds twelve digits in a row (see `characters.digit_runs`)."""
    separator: str = ""

    def place(self, row: int, column: int | None, record: int | None) -> Place:
        """The place of a cell (or, without a column, of a row); ``row`` and ``column`` count from 0, the place from 1."""
        line = self.lines[row]
        if column is None:
            return Place(record=record, line=line, sheet=self.sheet)
        if self.sheet is None:
            line += sum(breaks(cell) for cell in self.rows[row][:column])
        return Place(record, line, column + 1, cell_name(self.sheet_rows[row], column), self.sheet)


def breaks(cell: str) -> int:
    """How many line breaks a cell holds: CRLF, LF or CR."""
    return cell.count("\n") + cell.count("\r") - cell.count("\r\n")


def letters(column: int) -> str:
    """The letters of a spreadsheet column, counted from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_name(row: int, column: int) -> str:
    """The reference of a cell: row counted from 1, column from 0."""
    return f"{letters(column)}{row}"
