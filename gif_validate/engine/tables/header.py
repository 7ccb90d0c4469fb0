"""The header of a table against its standard: missing, extra, renamed, reordered and faulty columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...catalogue.finding import Place
from ...catalogue.report import Findings
from ...catalogue.rule import Severity
from ...catalogue.text import Text
from ...characters.alike import told_apart
from ...characters.encodings import undecoded
from ...models.basis import if_missing, of_mark
from ...models.detection import Match, usual_width
from ...models.headers import normalised
from ...models.model import Field, Model
from ...readers.file_rules import UNDECODABLE
from ...readers.table import cell_name
from ..values.damage import Once
from ..values.damage import check_names as check_damage
from . import header_rules as rules

_MARKS = {
    "must": Text("必須", "mandatory"),
    "recommended": Text("推奨", "recommended"),
    "conditional": Text("条件付き", "conditional"),
    "optional": Text("任意", "optional"),
}
_SPARSE = {"gtfs-jp"}
"""Documents whose tables hold only the optional columns that they use: those that are not there are one line."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header row: its cells and where it stands (``row`` as a spreadsheet counts, ``line`` the physical line)."""

    cells: Sequence[str]
    row: int
    line: int
    sheet: str | None

    def place(self, column: int) -> Place:
        """The place of a header cell, counted from 0."""
        return Place(line=self.line, column=column + 1, cell=cell_name(self.row, column), sheet=self.sheet)


def rows_again(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """The rows that are the header once more: files with a header each were put together. They may begin with a byte order mark."""
    named = [column for column, cell in enumerate(header) if cell.strip()]
    if len(named) < 2:
        return []
    column, keys = named[1], list(map(normalised, header))
    # One cell decides for nearly every row.
    alike = [index for index, row in enumerate(rows) if len(row) > column and row[column] == header[column]]
    return [index for index in alike if [normalised(cell.removeprefix("\ufeff")) for cell in rows[index]] == keys]


def check_form(header: Header, encoding: str, findings: Findings) -> None:
    """What is wrong with a header whatever its standard: damaged text, line breaks in it, the same name twice."""
    once = Once()
    check_damage(((cell, header.place(column)) for column, cell in enumerate(header.cells)), once)
    once.close(findings)
    for column, cell in enumerate(header.cells):
        if lost := undecoded(cell):
            found = " ".join(f"{byte:02X}" for byte in lost)
            findings.say(UNDECODABLE, value=cell, place=header.place(column), field=cell, found=found, encoding=encoding)
    seen: set[str] = set()
    for column, cell in enumerate(header.cells):
        if "\n" in cell or "\r" in cell:
            findings.say(rules.BROKEN_NAME, value=cell, place=header.place(column), field=cell)
        key = normalised(cell)
        if key in seen:
            findings.say(rules.SAME_NAME, value=cell, place=header.place(column), field=cell, column=str(column + 1))
        elif key:
            seen.add(key)


def check_names(match: Match, header: Header, findings: Findings) -> None:
    """The names against those of the standard."""
    model = match.model
    for binding in match.bindings:
        name = model.fields[binding.field].name
        if binding.how != "exact":
            severity = Severity.INFO if binding.how == "similar" else Severity.WARNING
            place = header.place(binding.column)
            cell = header.cells[binding.column]
            findings.say(rules.RENAMED, severity, value=cell, place=place, field=name, expected=name, hint=told_apart(cell, name))
    known = set(match.bound)
    names = {normalised(header.cells[column]) for column in known}
    for column, cell in enumerate(header.cells):
        if cell.strip() and column not in known and normalised(cell) not in names:
            findings.say(rules.EXTRA, value=cell, place=header.place(column), field=cell)
    absent = [item for item in match.missing if item.mark == "optional"] if model.document in _SPARSE else []
    if absent:
        listed = ", ".join(item.name for item in absent)
        findings.say(rules.NOT_THERE, value=listed, names=Text(listed, listed), count=str(len(absent)))
    for item in match.missing:
        if item not in absent:
            check_missing(model, item, header, findings)
    if match.is_reordered:
        first = _first_out_of_place(match)
        findings.say(rules.REORDERED, value=header.cells[first], place=header.place(first), field=match.bound[first].name)


def check_missing(model: Model, item: Field, header: Header, findings: Findings) -> None:
    """A column that is not there: an error only for a mandatory item whose mark was seen officially."""
    severity = {"must": if_missing(model, item), "recommended": Severity.WARNING}.get(item.mark, Severity.INFO)
    old = next((name for name in item.was if name in header.cells), None)
    found = Text(f"「{old}」の列がこれに当たるかもしれません。", f'The column "{old}" may be meant.') if old else Text("", "")
    mark, hint = _MARKS[item.mark], of_mark(model, item)
    findings.say(rules.MISSING, severity, value=item.name, field=item.name, mark=mark, found=found, hint=hint)


def _first_out_of_place(match: Match) -> int:
    ordered = sorted(match.bindings, key=lambda binding: binding.column)
    for before, after in pairwise(ordered):
        if after.field < before.field:
            return after.column
    return ordered[0].column


def likely_header(rows: Sequence[Sequence[str]]) -> int:
    """The header row of a table whose standard is not known: the first that is nearly as full as the fullest.

    A row wider than most (a comma or quote too many) is no measure of the others.
    """
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    width = usual_width([row for row, count in zip(rows, filled, strict=True) if count > 1])
    fullest = max((count for row, count in zip(rows, filled, strict=True) if len(row) <= width), default=0)
    return next((index for index, count in enumerate(filled) if count > 1 and count >= 0.8 * fullest), 0)
