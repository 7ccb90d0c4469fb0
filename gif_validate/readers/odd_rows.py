"""Rows that a fault of quoting or of separators has put out of place: other rows swallowed by a value, cells that stand in wrong columns.

What stands in such a row is said once; its cells tell nothing, since nobody knows to which columns they belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..catalogue.text import Text
from .table import Block, breaks

_END = re.compile("\r\n|\n|\r")
_LEAST = 4
"""Separators from which on lines of a value are evidence of records; prose has one or two now and then."""
_CURLY = re.compile("[“”„‟＂〝〟]")


@dataclass(frozen=True, slots=True)
class Swallowed:
    """A value that holds other rows: where it stands, and how many lines of it end a row."""

    row: int
    column: int
    lines: int


def swallowed(block: Block, top: int, width: int) -> list[Swallowed]:
    """The values of a block, from the row ``top`` on, in which lines stand that look like rows of a table of this many columns."""
    if not block.separator or width < 2:
        return []
    return [found for row in _over_several_lines(block) if row >= top for found in _within(block, row, width)]


def _over_several_lines(block: Block) -> Iterator[int]:
    """The rows that may hold line breaks: those that the next row does not follow at once."""
    lines, last = block.lines, len(block.lines) - 1
    if last >= 0 and lines[last] - lines[0] > last:
        yield from (row for row, (line, after) in enumerate(pairwise(lines)) if after - line > 1)
    if last >= 0:
        yield last


def _within(block: Block, row: int, width: int) -> Iterator[Swallowed]:
    cells = block.rows[row]
    for column, cell in enumerate(cells):
        lines = breaks(cell)
        if lines and _holds_rows(cell, column, len(cells) - 1 - column, width - 1, block.separator):
            yield Swallowed(row, column, lines)
            return


def _holds_rows(value: str, before: int, after: int, usual: int, separator: str) -> bool:
    """True where a value looks like the rest of a row, whole rows and the beginning of another.

    ``before`` and ``after`` are the cells beside it, ``usual`` the separators of a row. Separators before a space are those of prose.
    """
    first, *inner, last = (len(re.findall(f"{re.escape(separator)}(?! )", line)) for line in _END.split(value))
    whole = [count for count in inner if _about(count, usual)]
    if 2 * len(whole) < len(inner):
        return False
    fits = _about(before + first, usual) and _about(last + after, usual)
    return sum(whole) + (first + last if fits else 0) >= _LEAST


def _about(count: int, usual: int) -> bool:
    return abs(count - usual) <= usual // 10


def is_out_of_place(cells: Sequence[str], names: Sequence[str], usual: int) -> bool:
    """True where cells of a row may stand in other columns than their own.

    They do not where only columns without a name are lacking, or where all rows (``usual`` is their width) end in empty cells too many.
    """
    if len(cells) <= len(names):
        return any(map(str.strip, names[len(cells) :]))
    return len(cells) != usual or any(map(str.strip, cells[len(names) :]))


def hint_of_quotes(cells: Sequence[str]) -> Text:
    """What helps where a quotation mark that is none of CSV was meant to hold a value together; empty where there is none."""
    found = "".join(dict.fromkeys("".join(_CURLY.findall("".join(cells)))))
    if not found:
        return Text("", "")
    return Text(
        f'「{found}」は CSV の引用符ではありません。半角の「"」（U+0022）で囲みます。',
        f'{found} are no quotes of CSV. Enclose the value in " (U+0022).',
    )
