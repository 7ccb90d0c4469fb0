"""A file opened as a table for what reads records without judging them: references, drift, quality, drafts of definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from pathlib import PurePath

from ...catalogue.text import Text
from ...characters.encodings import Decision
from ...models.detection import SHAPE_ROWS, Match, best_match, detect
from ...models.headers import HEADER_ROWS
from ...models.index import models
from ...models.model import Model
from ...readers.csv_reader import CsvReader, separator_of
from ...readers.decoding import decide, texts
from ...readers.mixed import MixedEncodings
from ...readers.source import FORMATS, Source, format_of
from ...readers.table import Block
from .header import likely_header

_TO_JUDGE = 1 << 16


class NotATableError(Exception):
    """The file cannot be read as a table; ``why`` says so in both languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True, slots=True)
class Rows:
    """Records of a block: the block, the index of the first record in it, and the number of that record in the table, from 1."""

    block: Block
    start: int
    first: int

    def columns(self, wanted: Sequence[int]) -> list[tuple[str, ...]]:
        """The values of the columns wanted, one tuple a record; what a short row lacks is empty."""
        rows = self.block.rows[self.start :]
        if not wanted:
            return [()] * len(rows)
        last = max(wanted)
        if min(map(len, rows)) <= last:
            return [tuple(row[index] if index < len(row) else "" for index in wanted) for row in rows]
        if len(wanted) == 1:
            return [(row[last],) for row in rows]
        return list(map(itemgetter(*wanted), rows))


@dataclass(frozen=True, slots=True)
class Table:
    """A table before its records are read.

    ``match`` is None where no standard is recognised. ``header`` are the names of the columns: the header row, or the items of the
    standard where the layout has none.
    """

    source: Source
    format: str
    encoding: str | None
    sheet: str | None
    match: Match | None
    header: tuple[str, ...]
    above: int

    @property
    def model(self) -> Model | None:
        """The standard that the table follows."""
        return self.match.model if self.match else None

    def where(self) -> dict[str, int]:
        """Name → index of its column: the items of the standard by their own names, other columns by their headers."""
        found = {name: index for index, name in reversed(list(enumerate(self.header))) if name}
        return found | ({item.name: index for index, item in self.match.bound.items()} if self.match else {})

    def records(self) -> Iterator[Rows]:
        """The records, block by block, from the beginning each time."""
        above, number = self.above, 1
        for block in _blocks(self.source, self.format, self.encoding, self.sheet):
            top = min(above, len(block.rows))
            above -= top
            if top < len(block.rows):
                yield Rows(block, top, number)
                number += len(block.rows) - top


def open_table(
    source: Source, *, model: Model | None = None, encoding: str | None = None, sheet: str | None = None, recognise: bool = True
) -> Table:
    """Opens a CSV file or workbook. ``model`` is the standard to read it by; else the one recognised, if any.

    Raises NotATableError for other formats and OSError where the bytes cannot be had.
    """
    found = format_of(source)
    if found not in {"csv", "xlsx", "xls", "ods"}:
        kind = FORMATS[found]
        raise NotATableError(Text(f"表ではありません（中身は{kind.ja}）", f"not a table (the content is {kind.en})"))
    encoding = (encoding or decide(source).encoding) if found == "csv" else None
    rows = _first_rows(_blocks(source, found, encoding, sheet))
    name = PurePath(source.name).name
    match = best_match(rows, model, name) if model else detect(rows, models().values(), name).match if recognise else None
    if match is not None and match.header is None:
        return Table(source, found, encoding, sheet, match, tuple(item.name for item in match.model.fields), 0)
    at = match.header if match is not None and match.header is not None else likely_header(rows[:HEADER_ROWS])
    header = tuple(rows[at]) if rows else ()
    return Table(source, found, encoding, sheet, match, header, at + 1 if rows else 0)


def _first_rows(blocks: Iterable[Block]) -> list[list[str]]:
    rows: list[list[str]] = []
    for block in blocks:
        rows += block.rows
        if len(rows) >= SHAPE_ROWS + HEADER_ROWS:
            break
    return rows


def _blocks(source: Source, found: str, encoding: str | None, sheet: str | None) -> Iterator[Block]:
    if found == "csv":
        decision = Decision(encoding) if encoding else decide(source)
        decoded = texts(source, decision)
        head = next(decoded, "")
        return MixedEncodings(decision.encoding).blocks(CsvReader(separator_of(head[:_TO_JUDGE])).blocks(chain([head], decoded)))
    return _of_workbook(source, sheet)


def _of_workbook(source: Source, sheet: str | None) -> Iterator[Block]:
    from ...readers.xlsx.workbook import WorkbookError, open_workbook

    try:
        return open_workbook(source, sheet).blocks()
    except WorkbookError as error:
        rule = error.trouble.rule
        raise NotATableError(Text(rule.title.ja, rule.title.en)) from error
