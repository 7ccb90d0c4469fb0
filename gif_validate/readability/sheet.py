"""The cells of a file or worksheet with their places (セルの一覧), as the readability checks look at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..catalogue.finding import Place
from ..characters.encodings import Decision
from ..readers.csv_reader import CsvReader, separator_of
from ..readers.decoding import decide, texts
from ..readers.source import Source
from ..readers.table import Block, Trouble, breaks, cell_name
from ..readers.xlsx.package import PartsError
from ..readers.xlsx.parts import SheetParts, WorkbookParts, read_parts
from ..readers.xlsx.workbook import Workbook, open_workbook

MAX_ROWS = 50_000
"""Rows of one sheet that are judged."""
MAX_CELLS = 5_000_000
"""Cells of one sheet that are judged."""
_TO_JUDGE = 1 << 16


@dataclass(slots=True)
class Sheet:
    """A worksheet, or the whole of a CSV file (``name`` None).

    ``rows`` are the rows with values; ``numbers`` says in which row of a spreadsheet each stands, ``lines`` on which line of the file.
    ``troubles`` are the faults of the written form (CSV), ``parts`` what a workbook holds beside values; ``cut`` is True where the sheet
    goes on behind the last row judged.
    """

    name: str | None = None
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    parts: SheetParts | None = None
    cut: bool = False
    broken: set[int] = field(default_factory=set)
    """Rows of a CSV file with line breaks in their values."""

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> str:
        """A cell's value without the spaces around it; empty where the row is shorter. Both count from 0."""
        cells = self.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def place(self, row: int, column: int | None = None) -> Place:
        """The place of a cell, or of a row."""
        line = self.lines[row]
        if column is None:
            return Place(line=line, sheet=self.name)
        if row in self.broken:
            line += sum(breaks(cell) for cell in self.rows[row][:column])
        return Place(None, line, column + 1, cell_name(self.numbers[row], column), self.name)

    def at(self, number: int, column: int) -> Place:
        """The place of a cell by its row in the spreadsheet."""
        return Place(None, number, column + 1, cell_name(number, column), self.name)

    def _take(self, block: Block) -> bool:
        """Adds the rows of a block; False where the sheet is full."""
        self.troubles += block.troubles
        for row, number, line in zip(block.rows, block.sheet_rows, block.lines, strict=True):
            if not any(cell.strip() for cell in row):
                continue
            if len(self.rows) == MAX_ROWS or len(self.rows) * len(row) > MAX_CELLS:
                self.cut = True
                return False
            if self.name is None and breaks("".join(row)):
                self.broken.add(len(self.rows))
            self.rows.append(row)
            self.numbers.append(number)
            self.lines.append(line)
        return True


@dataclass(slots=True)
class Content:
    """A file opened: its sheets, how it was decoded (CSV), and the package (xlsx)."""

    sheets: list[Sheet]
    decision: Decision | None = None
    separator: str = ","
    parts: WorkbookParts | None = None
    hidden: tuple[str, ...] = ()
    line_ends: tuple[str, ...] = ()


def of_csv(source: Source, encoding: str | None = None) -> Content:
    """The cells of a CSV or TSV file. OSError where it cannot be read."""
    decision = decide(source, encoding)
    stream = texts(source, decision)
    head = next(stream, "")
    reader = CsvReader(separator_of(head[:_TO_JUDGE]))
    sheet = Sheet()
    for block in reader.blocks(_again(head, stream)):
        if not sheet._take(block):
            break
    return Content([sheet], decision, reader.separator, line_ends=tuple(reader.ends))


def of_workbook(source: Source, only: str | None = None) -> Content:
    """The cells of all visible worksheets (or of one). WorkbookError or PartsError where the workbook cannot be read.

    A workbook of the old binary format (xls) has no parts that could be read.
    """
    book = open_workbook(source, only)
    zipped = source.head().startswith(b"PK")
    parts = read_parts(source) if zipped else None
    names = [only] if only is not None else _in_order(book)
    kept, hidden = [], []
    for name in names:
        known = parts.sheets.get(name) if parts else None
        if known is not None and known.hidden and only is None:
            hidden.append(name)
        else:
            kept.append(_of_sheet(book, name, known))
    return Content(kept, parts=parts, hidden=tuple(hidden))


def _in_order(book: Workbook) -> list[str]:
    wanted = {book.sheet, *book.others}
    return [name for name in book.book.sheet_names if name in wanted]


def _of_sheet(book: Workbook, name: str, parts: SheetParts | None) -> Sheet:
    sheet = Sheet(name, parts=parts)
    for block in book.at(name).blocks():
        if not sheet._take(block):
            break
    return sheet


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


__all__ = ["Content", "PartsError", "Sheet", "of_csv", "of_workbook"]
