"""Laying out Japanese and English text by columns, full-width characters counting two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

_CLOSING = "[、。，．・：；！？）」』】〕〉》’”ーァィゥェォッャュョぁぃぅぇぉっゃゅょ…]"
# A unit that stays together: a run of ASCII, or one other character; each with the marks that must not begin a line.
_UNIT = re.compile(f"§?[!-~]+{_CLOSING}*|[^!-~ \n]{_CLOSING}*| +|\n")
_OPENING = "（「『【〔〈《‘“→"


def cells(text: str) -> int:
    """How many columns a text takes on a terminal.

    >>> cells("名称 name")
    9
    """
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.combining(char) else 1 for char in text)


def breaks(text: str, width: int) -> list[int]:
    """Where to break a paragraph so that no line is wider than ``width``. Words of ASCII stay whole unless wider than a line."""
    found: list[int] = []
    used, start = 0, 0
    for match in _UNIT.finditer(text):
        unit, size = match[0], cells(match[0])
        if used and used + size > width and not unit.isspace():
            at = match.start()
            while at - 1 > start and text[at - 1] in _OPENING:
                at -= 1
            found.append(at)
            start, used = at, cells(text[at : match.start()])
        if size > width:
            found += _forced(unit, match.start(), width)
            start = found[-1]
            used, size = cells(text[start : match.end()]), 0
        used += size
    return found


def _forced(unit: str, offset: int, width: int) -> list[int]:
    """Breaks within a unit that is wider than a line."""
    found, used = [], 0
    for index, char in enumerate(unit):
        size = cells(char)
        if used + size > width:
            found.append(offset + index)
            used = 0
        used += size
    return found


def wrapped(text: str, width: int) -> list[str]:
    """A paragraph as lines."""
    at = [0, *breaks(text, width), len(text)]
    return [text[first:last].strip(" ") if first else text[first:last].rstrip(" ") for first, last in pairwise(at)]


def page(lines: Iterable[str], width: int = 80) -> str:
    """Lines as text: those that are too wide go on below, under their own indentation.

    >>> page(["  あいうえお"], 8)
    '  あいう\\n  えお\\n'
    """
    out = []
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        out += [indent + part for part in wrapped(line[len(indent) :], width - len(indent))]
    return "".join(f"{line}\n" for line in out)


def counted(count: int, noun: str) -> str:
    """A number with its English noun, which has its plural in -s.

    >>> counted(1, "record"), counted(1200, "record")
    ('1 record', '1,200 records')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def columns(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows as aligned columns, each with a line end."""
    if not rows:
        return ""
    widths = [max(cells(row[index]) for row in rows) for index in range(len(rows[0]))]
    lines = []
    for row in rows:
        padded = [cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join(padded).rstrip() + "\n")
    return "".join(lines)
