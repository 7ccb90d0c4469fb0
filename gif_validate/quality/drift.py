"""Drift between two deliveries of one dataset: columns, kinds of value, codes, row keys, and the share of changed cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..engine.tables.opened import Table
from ..models.draft import CODES_AT_MOST
from ..models.headers import folded, normalised
from ..models.inference import BY_VALUES, Inferred, infer
from .figures import ColumnFigures, figures

SHOWN = 20
"""Keys and values that are listed; the counts are exact."""
_ALIKE = 0.8
"""The share of values that two columns of different names must have in common to be taken for one renamed column."""
_COMPARED = 50
"""Columns of either file whose values are compared to find a renamed one."""
_EXAMPLES = 3

Key = tuple[str, ...]
Row = tuple[str, ...]


class NoSuchColumnError(Exception):
    """A column that was named as a key is not in both files."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A column of both files: its index in each. ``why``: same, spelling, or values where another name has the same content."""

    name: str
    old: ColumnFigures
    new: ColumnFigures
    why: str = "same"


@dataclass(slots=True)
class CellDrift:
    """The cells of one column, over the rows that both files have."""

    column: str
    compared: int = 0
    changed: int = 0
    examples: list[tuple[Key, str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Changed over compared."""
        return self.changed / self.compared if self.compared else 0.0


@dataclass(frozen=True, slots=True)
class CodeDrift:
    """The values of a column that chooses from a few: which are gone, which are new."""

    column: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(slots=True)
class Drift:
    """What changed from one delivery to the next. ``key`` is empty where no column tells the rows apart: rows are then compared whole."""

    old: Table
    new: Table
    old_records: int = 0
    new_records: int = 0
    pairs: list[Pair] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    reordered: bool = False
    kinds: list[tuple[str, Inferred, Inferred]] = field(default_factory=list)
    codes: list[CodeDrift] = field(default_factory=list)
    key: tuple[str, ...] = ()
    kept_rows: int = 0
    changed_rows: int = 0
    removed_rows: int = 0
    added_rows: int = 0
    removed_keys: list[Key] = field(default_factory=list)
    added_keys: list[Key] = field(default_factory=list)
    repeated_keys: int = 0
    cells: list[CellDrift] = field(default_factory=list)

    @property
    def renamed(self) -> list[Pair]:
        """The columns with another name than before."""
        return [pair for pair in self.pairs if pair.why != "same"]

    @property
    def is_same(self) -> bool:
        """True where nothing changed but, perhaps, the order of the rows."""
        columns = self.removed or self.added or self.renamed or self.reordered
        return not columns and not self.removed_rows and not self.added_rows and not self.changed_rows

    def as_dict(self) -> dict[str, Any]:
        """The drift as JSON."""
        return {
            "schema_version": "1",
            "old": _file(self.old, self.old_records),
            "new": _file(self.new, self.new_records),
            "same": self.is_same,
            "columns": {
                "removed": self.removed,
                "added": self.added,
                "renamed": [{"old": pair.old.name, "new": pair.new.name, "by": pair.why} for pair in self.renamed],
                "reordered": self.reordered,
            },
            "kinds": [{"column": name, "old": _kind(old), "new": _kind(new)} for name, old, new in self.kinds],
            "codes": [{"column": each.column, "gone": list(each.gone), "new": list(each.new)} for each in self.codes],
            "key": list(self.key),
            "rows": {
                "kept": self.kept_rows,
                "changed": self.changed_rows,
                "removed": self.removed_rows,
                "added": self.added_rows,
                "repeated_keys": self.repeated_keys,
                "removed_keys": [list(key) for key in self.removed_keys],
                "added_keys": [list(key) for key in self.added_keys],
            },
            "cells": [
                {
                    "column": each.column,
                    "compared": each.compared,
                    "changed": each.changed,
                    "share": round(each.share, 6),
                    "examples": [{"key": list(key), "old": old, "new": new} for key, old, new in each.examples],
                }
                for each in self.cells
            ],
        }


def _file(table: Table, records: int) -> dict[str, Any]:
    standard = table.model.full_id if table.model else None
    return {"path": table.source.name, "standard": standard, "encoding": table.encoding, "columns": len(table.header), "records": records}


def _kind(found: Inferred) -> dict[str, Any]:
    return {"kind": found.kind, "form": found.form or None, "fitting": found.fitting, "of": found.of}


def drift(old: Table, new: Table, key: Sequence[str] = ()) -> Drift:
    """Compares two deliveries. ``key``: the columns that tell the rows apart; by default those of the standard, else the first that can.

    Takes memory for the rows of the old file. Raises NoSuchColumnError where a column of ``key`` is not in both files.
    """
    before, old_records = figures(old)
    after, new_records = figures(new)
    found = Drift(old, new, old_records, new_records)
    found.pairs = _paired(before, after)
    paired_old, paired_new = {pair.old.index for pair in found.pairs}, {pair.new.index for pair in found.pairs}
    found.removed = [_shown(column) for column in before if column.index not in paired_old]
    found.added = [_shown(column) for column in after if column.index not in paired_new]
    order = [pair.new.index for pair in found.pairs]
    found.reordered = order != sorted(order)
    found.kinds = list(_kinds(found.pairs))
    found.codes = list(_codes(found.pairs))
    keys = _key_pairs(found, key)
    found.key = tuple(pair.name for pair in keys)
    if keys:
        _compare_rows(found, keys)
    else:
        _compare_whole_rows(found)
    return found


def _paired(before: Sequence[ColumnFigures], after: Sequence[ColumnFigures]) -> list[Pair]:
    """The columns that both have: by header, by the item of the standard, by the header without width and punctuation, by their values."""
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()

    def pair(old: ColumnFigures, new: ColumnFigures, why: str) -> None:
        pairs[old.index] = Pair(_shown(new) if new.name else _shown(old), old, new, why if old.name != new.name else "same")
        taken.add(new.index)

    for why, key in (("same", _exactly), ("standard", _item), ("spelling", _normalised), ("spelling", _folded)):
        free = {name: column for column, name in _numbered([each for each in after if each.index not in taken], key)}
        for column, name in _numbered([each for each in before if each.index not in pairs], key):
            if name in free:
                pair(column, free.pop(name), why)
    for column in [each for each in before if each.index not in pairs][:_COMPARED]:
        others = [each for each in after if each.index not in taken][:_COMPARED]
        likely = max(others, key=lambda each: _alike(column, each), default=None)
        if likely is not None and _alike(column, likely) >= _ALIKE:
            pair(column, likely, "values")
    return [pairs[index] for index in sorted(pairs)]


def _numbered(columns: Sequence[ColumnFigures], key: Callable[[ColumnFigures], str]) -> Iterator[tuple[ColumnFigures, tuple[str, int]]]:
    """Columns with their names, those of the same name numbered. Only columns without any header may go by an empty name."""
    seen: Counter[str] = Counter()
    for column in columns:
        name = key(column)
        if name or (key is _exactly):
            yield column, (name, seen[name])
            seen[name] += 1


def _shown(column: ColumnFigures) -> str:
    """The header; the number of the column where it has none."""
    return column.name or f"({column.index + 1})"


def _exactly(column: ColumnFigures) -> str:
    return column.name


def _item(column: ColumnFigures) -> str:
    return column.item


def _normalised(column: ColumnFigures) -> str:
    return normalised(column.name)


def _folded(column: ColumnFigures) -> str:
    return folded(column.name)


def _alike(one: ColumnFigures, other: ColumnFigures) -> float:
    """The share of the values that two columns have in common; 0 where they hold too few to tell."""
    if min(len(one.values), len(other.values)) < 3:
        return 0.0
    return (one.values & other.values).total() / (one.values | other.values).total()


def _kinds(pairs: Sequence[Pair]) -> Iterator[tuple[str, Inferred, Inferred]]:
    """The columns with another kind, another form of it, or values of which fewer, or more, are written so."""
    for pair in pairs:
        if pair.old.filled and pair.new.filled:
            old, new = infer(pair.old.values, pair.old.name), infer(pair.new.values, pair.new.name)
            if (old.kind, old.form, old.share >= BY_VALUES) != (new.kind, new.form, new.share >= BY_VALUES):
                yield pair.name, old, new


def _codes(pairs: Sequence[Pair]) -> Iterator[CodeDrift]:
    for pair in pairs:
        if not (_chooses(pair.old) and pair.new.values) or pair.new.cut:
            continue
        gone, new = pair.old.values.keys() - pair.new.values.keys(), pair.new.values.keys() - pair.old.values.keys()
        if (gone or new) and len(new) <= CODES_AT_MOST:
            yield CodeDrift(pair.name, tuple(sorted(gone)), tuple(sorted(new)))


def _chooses(column: ColumnFigures) -> bool:
    """True for a column whose values come from a list: few of them, each again and again."""
    return not column.cut and 1 < len(column.values) <= CODES_AT_MOST and column.filled >= 3 * len(column.values)


def _key_pairs(found: Drift, asked: Sequence[str]) -> list[Pair]:
    """The columns that tell the rows apart in both files: those asked for, those of the standard, or the first column that can."""
    by_name = {name: pair for pair in found.pairs for name in (pair.old.name, pair.old.item, pair.new.name, pair.new.item) if name}
    if asked:
        if missing := [name for name in asked if name not in by_name]:
            raise NoSuchColumnError(missing[0])
        return [by_name[name] for name in asked]
    model = found.new.model or found.old.model
    for key in model.keys if model else ():
        if all(name in by_name and by_name[name].old.filled and by_name[name].new.filled for name in key):
            return [by_name[name] for name in key]
    return [pair for pair in found.pairs if _is_key(pair.old) and _is_key(pair.new)][:1]


def _is_key(column: ColumnFigures) -> bool:
    return not column.cut and not column.empty and column.filled > 0 and len(column.values) == column.filled


def _compare_rows(found: Drift, keys: Sequence[Pair]) -> None:
    rest = [pair for pair in found.pairs if pair not in keys]
    old: dict[Key, Row] = {}
    for key, row in _rows(found.old, [pair.old.index for pair in keys], [pair.old.index for pair in rest]):
        found.repeated_keys += key in old
        old.setdefault(key, row)
    cells = [CellDrift(pair.name) for pair in rest]
    seen: set[Key] = set()
    for key, row in _rows(found.new, [pair.new.index for pair in keys], [pair.new.index for pair in rest]):
        if key in seen:
            found.repeated_keys += 1
            continue
        seen.add(key)
        if key not in old:
            found.added_rows += 1
            found.added_keys += [key] if len(found.added_keys) < SHOWN else []
            continue
        found.kept_rows += 1
        found.changed_rows += _compare_cells(key, old[key], row, cells)
    gone = [key for key in old if key not in seen]
    found.removed_rows, found.removed_keys = len(gone), gone[:SHOWN]
    for cell in cells:
        cell.compared = found.kept_rows
    found.cells = sorted((each for each in cells if each.changed), key=lambda each: -each.share)


def _compare_cells(key: Key, before: Row, after: Row, cells: Sequence[CellDrift]) -> bool:
    if before == after:
        return False
    for cell, old, new in zip(cells, before, after, strict=True):
        if old != new:
            cell.changed += 1
            if len(cell.examples) < _EXAMPLES:
                cell.examples.append((key, old, new))
    return True


def _compare_whole_rows(found: Drift) -> None:
    """Without a key a row is kept where it stands in both files, however often."""
    old = _counted(found.old, [pair.old.index for pair in found.pairs])
    new = _counted(found.new, [pair.new.index for pair in found.pairs])
    found.kept_rows = (old & new).total()
    gone, added = old - new, new - old
    found.removed_rows, found.added_rows = gone.total(), added.total()
    found.removed_keys, found.added_keys = list(gone)[:SHOWN], list(added)[:SHOWN]


def _counted(table: Table, columns: Sequence[int]) -> Counter[Row]:
    found: Counter[Row] = Counter()
    for _, row in _rows(table, (), columns):
        found[row] += 1
    return found


def _rows(table: Table, keys: Sequence[int], columns: Sequence[int]) -> Iterator[tuple[Key, Row]]:
    for rows in table.records():
        yield from zip(rows.columns(keys), rows.columns(columns), strict=True)
