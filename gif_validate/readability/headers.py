"""What reads like a header (見出しらしさ), and what is only a record with words where others have numbers.

Two questions: does the row under a header belong to it, and does another table begin behind a blank row? Words in columns of numbers ask
both, but do not answer them: the first record may say 不明, and so may the one behind a gap. A header says what the columns hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache, cached_property

from ..models.headers import normalised
from ..models.index import models
from ..parts.placeholder import is_value
from .columns import MOSTLY, SYMBOLS, is_error, is_loose_number, is_number, is_unit
from .sheet import Sheet

_SAMPLE = 2000
_AHEAD = 3
"""Rows of a title that may stand above a header."""
_SHORT = 20
_CAPTION = re.compile("単位|現在|出典|資料|^(?:第?[0-9０-９]+)?表")
_DIGIT = re.compile("[0-9０-９]")
_BRACKETS = re.compile(r"[（(\[［【〔][^（(\[［【〔]*$")
_ENDS = re.compile(
    ".+名|.*(?:名称|番号|連番|コード|住所|所在|所在地|電話|年月日|年度|日付|日時|期間|種別|種類|区分|分類|備考|内容|概要|説明|"
    "面積|金額|件数|人数|戸数|個数|台数|回数|総数|世帯数|人口|定員|単位|担当課|所管課)"
)
"""How names of columns end."""


def filled(sheet: Sheet, row: int) -> dict[int, str]:
    """The cells of a row that are not empty, by column."""
    return {index: value for index, cell in enumerate(sheet.rows[row]) if (value := cell.strip())}


def is_caption(value: str) -> bool:
    """True for words that belong above a table: a unit, a date, a source, a number of the table."""
    return _CAPTION.search(value) is not None


def numeric_columns(sheet: Sheet, rows: range) -> frozenset[int]:
    """The columns that hold numbers in most of the rows looked at (codes are numbers here)."""
    found = []
    for index in range(sheet.width):
        values = [value for row in rows[:_SAMPLE] if (value := sheet.cell(row, index))]
        meant = sum(1 for value in values if _is_figure(value))
        if meant >= 2 and meant >= MOSTLY * len(values):
            found.append(index)
    return frozenset(found)


def _is_figure(value: str) -> bool:
    """True for numbers and for what only stands where numbers do."""
    return is_number(value) or is_loose_number(value) or SYMBOLS.fullmatch(value) is not None or is_error(value)


def _words(cells: Mapping[int, str], numeric: Collection[int]) -> list[str]:
    """The words that a row has in columns of numbers; none where it has a number among them, or a value in too few of them."""
    values = [cells[index] for index in numeric if index in cells]
    return [] if len(values) < 0.5 * len(numeric) or any(map(_is_figure, values)) else values


def goes_on(sheet: Sheet, header: Sequence[int], numeric: frozenset[int], records: range) -> bool:
    """True where the row under a header belongs to it: it has words over the numbers, and says more than a record without numbers."""
    cells = filled(sheet, header[-1] + 1)
    words = _words(cells, numeric)
    names = {index: value for row in header for index, value in filled(sheet, row).items()}
    texts = {index for index in names.keys() - numeric if _is_usual(sheet, index, records)}
    if _completes(cells, names, texts) and any(map(is_value, words)):
        return True
    if not words or not all(map(is_value, words)):
        return False
    beside = bool(texts) and texts.isdisjoint(cells)
    return beside or len(set(words)) > 1 or all(map(is_unit, words)) or reads_as_names(cells) or _translates(sheet, cells, texts, records)


def _completes(cells: Mapping[int, str], names: Mapping[int, str], texts: Collection[int]) -> bool:
    """True for names under the name of a group: columns not named yet get one, others keep theirs, repeated or left blank."""
    kept = any(names.get(index) == value for index, value in cells.items()) or any(index not in cells for index in texts)
    return kept and bool(cells.keys() - names.keys())


def _is_usual(sheet: Sheet, index: int, rows: range) -> bool:
    """True for a column in which most rows have a value."""
    sample = rows[:_SAMPLE]
    return sum(1 for row in sample if sheet.cell(row, index)) >= 0.5 * max(len(sample), 1)


def _translates(sheet: Sheet, cells: Mapping[int, str], texts: Collection[int], records: range) -> bool:
    """True for a row in ASCII alone above records that are not: names in English, technical types."""
    if not all(value.isascii() for value in cells.values()):
        return False
    below = [[value for row in records[:_SAMPLE] if (value := sheet.cell(row, index))] for index in texts]
    return any(values and sum(1 for value in values if not value.isascii()) >= MOSTLY * len(values) for values in below)


def reads_as_names(cells: Mapping[int, str]) -> bool:
    """True for a row of which the first cell and at least half of all are names of columns, two or more, each another.

    >>> reads_as_names({0: "広場名", 1: "所在", 2: "管理者"}), reads_as_names({0: "芝生広場", 1: "旭町", 2: "都市計画課"})
    (True, False)
    """
    first = cells[min(cells)] if cells else ""
    return _is_name(first) and sum(map(_is_name, set(cells.values()))) >= max(2, 0.5 * len(cells))


def _is_name(value: str) -> bool:
    """True for a short word that is an item of a standard, or ends as names of columns do; a unit behind it in brackets does not count."""
    plain = normalised(_BRACKETS.sub("", value)) if len(value) <= _SHORT else ""
    return len(plain) > 1 and (plain in _items() or _ENDS.fullmatch(plain) is not None)


@cache
def _items() -> frozenset[str]:
    """The names of all items of all standards, as they are compared."""
    items = (item for model in models().values() for item in model.fields)
    return frozenset(normalised(name) for item in items for name in (item.name, item.label, item.en, *item.aliases))


def stretches(sheet: Sheet, first: int, last: int) -> list[range]:
    """The rows between blank rows; the first stretch begins with ``first``, be it behind a blank row or not."""
    starts = [row for row in range(first + 1, last + 1) if is_behind_blanks(sheet, row)]
    return [range(start, end) for start, end in zip([first, *starts], [*starts, last + 1], strict=True) if start < end]


def is_behind_blanks(sheet: Sheet, row: int) -> bool:
    """True where blank rows stand between a row and the one before it."""
    return row > 0 and sheet.numbers[row] - sheet.numbers[row - 1] > 1


def _top(sheet: Sheet, stretch: range) -> int | None:
    """The first full row of a stretch, which may be a header; none where it has only titles."""
    counts = sorted(len(filled(sheet, row)) for row in stretch[:_SAMPLE])
    usual = counts[(len(counts) * 3) // 4]
    for row in stretch[: _AHEAD + 1]:
        cells = filled(sheet, row)
        titled = len(cells) < usual and any(map(is_caption, cells.values()))
        if len(cells) >= max(2, (usual + 1) // 2) and not titled:
            return row
    return None


class Behind:
    """What stands behind blank rows. ``tops``: of each stretch behind one the first full row, which may be a header."""

    def __init__(self, sheet: Sheet, rows: list[range], numeric: frozenset[int], known: frozenset[int]) -> None:
        """``rows``: the stretches of records, ``numeric``: the columns of numbers, ``known``: the rows that repeat the header."""
        self._sheet, self._rows, self._numeric, self._known = sheet, rows, numeric, known
        self.tops = {stretch[0]: _top(sheet, stretch) for stretch in rows if is_behind_blanks(sheet, stretch[0])}
        self._ends = {stretch[0]: stretch.stop for stretch in rows}
        self._values: dict[int, Counter[str]] = {}

    def begins_table(self, start: int) -> bool:
        """True where the first full row of the stretch that begins here is the header of another table."""
        top = self.tops[start]
        if top is None or top in self._known:
            return top is not None
        cells, rows = filled(self._sheet, top), range(top + 1, self._ends[start])
        if not rows or not all(map(is_value, cells.values())) or self._recurs(cells):
            return False
        return self._heads_numbers(cells, rows) or self._heads_texts(cells, rows)

    def _heads_numbers(self, cells: Mapping[int, str], rows: range) -> bool:
        """Words over numbers: two different ones, or names of columns."""
        words = {*_words(cells, self._numeric), *_words(cells, numeric_columns(self._sheet, rows))}
        return len(words) > 1 or (bool(words) and reads_as_names(cells))

    def _heads_texts(self, cells: Mapping[int, str], rows: range) -> bool:
        """Names of columns over texts: short ones, each different, none missing, such as no record of the sheet has."""
        used = {index for row in rows[:_SAMPLE] for index in filled(self._sheet, row)}
        if not used <= cells.keys() or len(set(cells.values())) < len(cells):
            return False
        short = all(len(value) <= _SHORT and not _DIGIT.search(value) for value in cells.values())
        return short and reads_as_names(cells) and not self._lists_names

    @cached_property
    def _records(self) -> list[int]:
        """The rows of all stretches that are no header for sure."""
        heads = {*self.tops.values(), *self._known}
        return [row for stretch in self._rows for row in stretch if row not in heads]

    def _recurs(self, cells: Mapping[int, str]) -> bool:
        """True where records have one of the values in the same column: it is no name of a column then."""
        for index in cells:
            if index not in self._values:
                self._values[index] = Counter(self._sheet.cell(row, index) for row in self._records)
        return any(self._values[index][value] for index, value in cells.items())

    @cached_property
    def _lists_names(self) -> bool:
        """True for a sheet whose records are about items themselves: they read as headers do."""
        return any(reads_as_names(filled(self._sheet, row)) for row in self._records)
