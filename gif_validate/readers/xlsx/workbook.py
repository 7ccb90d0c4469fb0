"""Worksheets of an Excel workbook as blocks of rows, with cell references.

A cell's value is what Excel stores, written as a person would: a number without a trailing ``.0``, a date as ``YYYY-MM-DD``, a time
as ``HH:MM``. A typed date or time has no written form of its own to be wrong.
"""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ...catalogue.rule import Clause
from ...catalogue.text import Text
from ...characters.garbled import damage_signs
from ...characters.repertoire import unusual
from .. import file_rules as rules
from ..source import ZIP_ERRORS, Source
from ..table import Block, Trouble, Typed
from ..table_rules import blank_rows
from .cells import signs, unsaid
from .xls_version import old_version

MAX_UNPACKED = 1 << 30
"""Bytes that a workbook may unpack to."""
_ROWS = 4096
_READ = 1 << 20
_LONGEST_SIGN = 16
_NOT_SPLIT = Clause("DA machine readability", "L1-03")
_MOMENTS = (datetime.date, datetime.time, datetime.timedelta)

Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


class WorkbookError(Exception):
    """The workbook cannot be read; ``trouble`` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.rule.id)
        self.trouble = trouble


@dataclass(slots=True)
class Workbook:
    """An open workbook and the worksheet chosen from it. ``more_is_shown`` is True where cells may show other than what they store."""

    source: Source
    book: CalamineWorkbook
    sheet: str
    others: tuple[str, ...]
    more_is_shown: bool
    _cells: CalamineSheet

    def at(self, name: str) -> Workbook:
        """The same with another of its worksheets chosen. WorkbookError where that cannot be read."""
        return self if name == self.sheet else replace(self, sheet=name, others=(), _cells=_cells(self.book, name))

    def blocks(self) -> Iterator[Block]:
        """The rows of the sheet from its first used row on; blank rows are no rows. A run of blank rows is one trouble."""
        pending: list[tuple[int, list[str]]] = []
        troubles: list[Trouble] = []
        last = 0
        for number, row in self._rows():
            if not any(cell.strip() for cell in row):
                continue
            if last and number > last + 1:
                troubles.append(blank_rows(last + 1, number - 1, _NOT_SPLIT))
            last = number
            pending.append((number, row))
            if len(pending) == _ROWS:
                yield self._block(pending, troubles)
                pending, troubles = [], []
        if pending or troubles:
            yield self._block(pending, troubles)

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows with their numbers, each cell as text: what Excel shows where that is more than what it stores."""
        more = unsaid(self.source, self.sheet) if self.more_is_shown else iter(())
        ahead = next(more, None)
        for number, row in self._stored():
            while ahead is not None and ahead[0] < number:
                yield ahead[0], _completed([], ahead[1])
                ahead = next(more, None)
            if ahead is not None and ahead[0] == number:
                yield number, _completed(row, ahead[1])
                ahead = next(more, None)
            else:
                yield number, row
        while ahead is not None:
            yield ahead[0], _completed([], ahead[1])
            ahead = next(more, None)

    def _stored(self) -> Iterator[tuple[int, list[str]]]:
        """The rows with the stored values; blank ones are empty lists."""
        if self._cells.start is None:
            return
        margin = [""] * self._cells.start[1]
        # iter_rows gives the rows from row 1 on, but the columns only from the first used one.
        for number, cells in enumerate(self._cells.iter_rows(), start=1):
            yield number, margin + [written(cell) for cell in cells] if cells.count("") < len(cells) else []

    def _block(self, pending: list[tuple[int, list[str]]], troubles: list[Trouble]) -> Block:
        numbers = [number for number, _ in pending]
        rows = [row for _, row in pending]
        text = "".join("".join(row) for row in rows)
        return Block(rows, numbers, numbers, tuple(troubles), unusual(text) | damage_signs(text), self.sheet)


def _completed(row: list[str], cells: Mapping[int, str]) -> list[str]:
    """A row with some of its cells replaced; cells behind its end are added."""
    row = row + [""] * (max(cells) + 1 - len(row))
    for column, text in cells.items():
        row[column] = text
    return row


def open_workbook(source: Source, sheet: str | None) -> Workbook:
    """Opens a workbook and chooses the named worksheet, or the first visible one. WorkbookError where that is not possible."""
    version = old_version(source)
    if version is not None:
        raise WorkbookError(Trouble(rules.OLD_WORKBOOK, value=version, details={"found": version}))
    stream = source.open()
    try:
        more_is_shown = _looked_through(stream)
        stream.seek(0)
        book = CalamineWorkbook.from_filelike(stream)
    except (CalamineError, *ZIP_ERRORS) as error:
        raise _damaged(error) from error
    finally:
        source.close(stream)
    sheets = [meta for meta in book.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
    names = tuple(meta.name for meta in sheets)
    visible = tuple(meta.name for meta in sheets if meta.visible is SheetVisibleEnum.Visible)
    chosen = sheet if sheet is not None else next(iter(visible or names), None)
    if chosen not in names:
        raise WorkbookError(Trouble(rules.NO_SHEET, value=sheet or "", details={"found": ", ".join(names)}))
    others = tuple(name for name in names if name != chosen)
    return Workbook(source, book, chosen, others, more_is_shown, _cells(book, chosen))


def _cells(book: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except CalamineError as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> WorkbookError:
    detail = Text("パスワード付き", "password") if "assword" in f"{type(error).__name__}{error}" else str(error)
    return WorkbookError(Trouble(rules.DAMAGED, details={"found": detail}))


def _looked_through(stream: BinaryIO) -> bool:
    """Unpacks a zipped workbook once, counting only, since declared sizes are not to be trusted.

    True where cells may show more than they store.
    """
    stream.seek(0)
    if stream.read(2) != b"PK":
        return False
    total, found = 0, False
    with zipfile.ZipFile(stream) as archive:
        wanted = signs(archive)
        for member in archive.infolist():
            with archive.open(member) as inside:
                tail = b""
                while block := inside.read(_READ):
                    total += len(block)
                    if total > MAX_UNPACKED:
                        limit = f"{MAX_UNPACKED >> 30} GiB"
                        raise WorkbookError(Trouble(rules.TOO_LARGE, details={"expected": limit}))
                    found = found or ("/worksheets/" in member.filename and any(sign in tail + block for sign in wanted))
                    tail = block[-_LONGEST_SIGN:]
    return found


def written(cell: Cell) -> str:
    """A cell's value as text.

    >>> written(131016.0), written(35.68), written(datetime.time(9, 0)), written(datetime.datetime(2017, 9, 1))
    ('131016', '35.68', '09:00', '2017-09-01')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return Typed(_moment(cell)) if isinstance(cell, _MOMENTS) else str(cell)


def _moment(cell: datetime.date | datetime.time | datetime.timedelta) -> str:
    if isinstance(cell, datetime.datetime):
        if (cell.hour, cell.minute, cell.second) == (0, 0, 0):
            return cell.date().isoformat()
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, datetime.time):
        return cell.strftime("%H:%M" if cell.second == 0 else "%H:%M:%S")
    if isinstance(cell, datetime.timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")
    return cell.isoformat()
