"""Data quality as figures: what a program can measure of the characteristics of DS-468-1 §2.3, each with its denominator.

Figures, never errors: how good is good enough is for the owner of the data to say.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..catalogue.rule import Severity
from ..catalogue.text import Text
from ..characters.rules import OUTSIDE
from ..engine.records.agreements import CHECKS
from ..engine.tables.opened import Table
from ..engine.values.judge import Judge
from ..engine.values.widths import Widths
from ..models.headers import normalised
from ..models.model import Field, Model
from .duplicates import ROWS_COMPARED, Duplicates, digest
from .figures import ColumnFigures, figures
from .notation import Notations, notations
from .timeliness import CYCLE, UPDATED, Timeliness, date_of, days_of

_COMBINATIONS = 100_000
_SHOWN = 20
_SERIAL = {"no", "no.", "番号", "連番", "通し番号", "id", "#", "項番"}
_DECIMAL = re.compile(r"-?[0-9]+\.([0-9]+)")
_PLACES_OF_A_METRE = 6


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: ``numerator`` of ``denominator``, and the rule (GIF-DQ-…) of the characteristic that it belongs to."""

    id: str
    rule: str
    title: Text
    numerator: int
    denominator: int

    @property
    def value(self) -> float | None:
        """The share; None where there is nothing to measure."""
        return self.numerator / self.denominator if self.denominator else None

    def as_dict(self) -> dict[str, Any]:
        """The measure as JSON."""
        value = self.value
        return {
            "id": self.id,
            "rule": self.rule,
            "title": self.title.as_dict(),
            "numerator": self.numerator,
            "denominator": self.denominator,
            "value": None if value is None else round(value, 6),
        }


@dataclass(frozen=True, slots=True)
class ColumnQuality:
    """A column: how many of its cells are filled, how many distinct values, which of them say the same."""

    figures: ColumnFigures
    notations: list[Notations]

    def as_dict(self) -> dict[str, Any]:
        """The column as JSON."""
        return {
            "column": self.figures.name,
            "filled": self.figures.filled,
            "records": self.figures.records,
            "completeness": round(self.figures.filled / self.figures.records, 6) if self.figures.records else None,
            "distinct": len(self.figures.values),
            "distinct_cut": self.figures.cut,
            "notation_groups": len(self.notations),
            "notation_cells": sum(each.others for each in self.notations),
            "notations": [
                {"values": [{"value": value, "count": count} for value, count in each.values], "differ": list(each.differ)}
                for each in self.notations[:_SHOWN]
            ],
        }


@dataclass(slots=True)
class OldRows:
    """Rows that say themselves when they were updated: how many are older than their cycle allows, of how many with both."""

    column: str
    cycle: str
    of: int = 0
    old: int = 0
    lines: list[int] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The rows as JSON."""
        return {"column": self.column, "cycle": self.cycle, "of": self.of, "out_of_date": self.old, "lines": self.lines}


@dataclass(slots=True)
class Quality:
    """The figures of one table."""

    table: Table
    records: int
    columns: list[ColumnQuality]
    duplicates: Duplicates
    measures: list[Measure]
    timeliness: Timeliness | None = None
    old_rows: OldRows | None = None

    def as_dict(self) -> dict[str, Any]:
        """The figures as JSON."""
        return {
            "schema_version": "1",
            "path": self.table.source.name,
            "standard": self.table.model.full_id if self.table.model else None,
            "records": self.records,
            "measures": [each.as_dict() for each in self.measures],
            "timeliness": self.timeliness.as_dict() if self.timeliness else None,
            "out_of_date_rows": self.old_rows.as_dict() if self.old_rows else None,
            "duplicates": self.duplicates.as_dict(),
            "columns": [each.as_dict() for each in self.columns],
        }


def quality(table: Table, as_of: datetime.date, *, timeliness: Timeliness | None = None, cycle: str = "") -> Quality:
    """The figures of a table on a day.

    ``timeliness`` is what metadata say of the file; ``cycle`` the update cycle of rows that state none themselves.
    """
    columns, records = figures(table)
    rows = _Rows.of(table, columns, as_of, cycle)
    for each in table.records():
        rows.take([(each.block.lines[each.start + offset], cells) for offset, cells in enumerate(each.columns(range(len(columns))))])
    measures = [*_completeness(table, columns, records, rows), *_of_values(table, columns), *_of_columns(table, columns)]
    duplicates = rows.duplicates
    unique = Text("重複のない行", "rows without a duplicate")
    measures.append(
        Measure("unique_rows", "GIF-DQ-009", unique, duplicates.compared - duplicates.exact - duplicates.nearly, duplicates.compared)
    )
    measures += rows.measures()
    if timeliness is not None and timeliness.out_of_date is not None:
        measures.append(
            Measure("timely", "GIF-DQ-005", Text("更新周期内の更新", "updated within its cycle"), int(not timeliness.out_of_date), 1)
        )
    shown = [ColumnQuality(column, notations(column.values)) for column in columns]
    return Quality(table, records, shown, duplicates, measures, timeliness, rows.old)


@dataclass(slots=True)
class _Rows:
    """What is counted row by row."""

    table: Table
    duplicates: Duplicates
    compared: tuple[int, ...]
    must: tuple[int, ...]
    key: tuple[int, ...]
    old: OldRows | None
    updated: int
    cycle: int | None
    as_of: datetime.date
    agreements: list[tuple[Mapping[str, int], Mapping[str, str], str]]
    records: int = 0
    whole: int = 0
    keyed: int = 0
    combinations: list[Counter[tuple[str, ...]]] = field(default_factory=list)
    _keys: set[bytes] = field(default_factory=set)

    @classmethod
    def of(cls, table: Table, columns: Sequence[ColumnFigures], as_of: datetime.date, cycle: str) -> _Rows:
        where = table.where()
        model = table.model
        key = next((key for key in (model.keys if model else ()) if all(name in where for name in key)), ())
        aside = {where[name] for name in key if len(key) == 1} | {c.index for c in columns if normalised(c.name) in _SERIAL}
        updated = next((where[name] for name in UPDATED if name in where), None)
        stated = next((where[name] for name in CYCLE if name in where), None)
        old = None
        if updated is not None and (stated is not None or days_of(cycle)):
            old = OldRows(columns[updated].name, columns[stated].name if stated is not None else cycle)
        return cls(
            table=table,
            duplicates=Duplicates(left_aside=tuple(columns[index].name for index in sorted(aside))),
            compared=tuple(column.index for column in columns if column.index not in aside),
            must=tuple(where[item.name] for item in _must(model) if item.name in where),
            key=tuple(where[name] for name in key),
            old=old,
            updated=updated or 0,
            cycle=stated,
            as_of=as_of,
            agreements=_agreements(model, where),
        )

    def take(self, rows: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        """Takes the rows of a block in, each with its line."""
        self.combinations = self.combinations or [Counter() for _ in self.agreements]
        for line, cells in rows:
            self.records += 1
            self.duplicates.take(tuple(cells[index] for index in self.compared), line)
            self.whole += all(cells[index].strip() for index in self.must)
            self._take_key(tuple(cells[index] for index in self.key))
            self._take_age(cells, line)
        for counter, (places, _, _) in zip(self.combinations, self.agreements, strict=True):
            if len(counter) < _COMBINATIONS:
                counter.update(tuple(cells[index] for index in places.values()) for _, cells in rows)

    def _take_key(self, key: tuple[str, ...]) -> None:
        if all(key) and key and self.keyed < ROWS_COMPARED:
            self.keyed += 1
            self._keys.add(digest(key))

    def _take_age(self, cells: tuple[str, ...], line: int) -> None:
        if self.old is None:
            return
        days = days_of(cells[self.cycle] if self.cycle is not None else self.old.cycle)
        day = date_of(cells[self.updated]) if days else None
        if days and day:
            self.old.of += 1
            if (self.as_of - day).days > days:
                self.old.old += 1
                self.old.lines += [line] if len(self.old.lines) < _SHOWN else []

    def measures(self) -> Iterator[Measure]:
        """The measures that rest on rows."""
        if self.key:
            yield Measure(
                "unique_keys", "GIF-DQ-009", Text("識別する項目の重複がない行", "rows with a key of their own"), len(self._keys), self.keyed
            )
        told = [self._agreeing(index) for index in range(len(self.combinations))]
        if any(of for _, of in told):
            title = Text("項目どうしの整合", "agreement between items")
            yield Measure("agreement", "GIF-DQ-003", title, sum(good for good, _ in told), sum(of for _, of in told))
        if self.old is not None and self.old.of:
            yield Measure(
                "timely_rows",
                "GIF-DQ-005",
                Text("更新周期内の行", "rows within their update cycle"),
                self.old.of - self.old.old,
                self.old.of,
            )

    def _agreeing(self, index: int) -> tuple[int, int]:
        """How often an agreement between items holds, of how often all of them are there."""
        places, roles, check = self.agreements[index]
        good = of = 0
        for cells, count in self.combinations[index].items():
            if all(cells):
                of += count
                good += count * (CHECKS[check][0](dict(zip(places, cells, strict=True)), roles) is None)
        return good, of


def _agreements(model: Model | None, where: Mapping[str, int]) -> list[tuple[Mapping[str, int], Mapping[str, str], str]]:
    """The agreements of the standard whose items are all there: role → column, role → item, the check."""
    return [
        ({role: where[name] for role, name in each.roles.items()}, each.roles, each.check)
        for each in (model.agreements if model else ())
        if each.check != "both" and all(name in where for name in each.roles.values())
    ]


def _must(model: Model | None) -> list[Field]:
    return list(model.marked("must")) if model else []


def _completeness(table: Table, columns: Sequence[ColumnFigures], records: int, rows: _Rows) -> Iterator[Measure]:
    filled = sum(column.filled for column in columns)
    yield Measure("filled_cells", "GIF-DQ-002", Text("空でないセル", "cells that are not empty"), filled, records * len(columns))
    must, where = _must(table.model), table.where()
    if not must:
        return
    present = [item for item in must if item.name in where]
    by_index = {column.index: column for column in columns}
    given = sum(by_index[where[item.name]].filled for item in present)
    yield Measure("mandatory_columns", "GIF-DQ-002", Text("必須の項目（列）", "mandatory columns"), len(present), len(must))
    yield Measure("mandatory_cells", "GIF-DQ-002", Text("必須のセル", "mandatory cells"), given, records * len(must))
    whole = rows.whole if len(present) == len(must) else 0
    yield Measure("complete_records", "GIF-DQ-002", Text("必須の項目がそろった行", "rows with all mandatory items"), whole, records)


def _of_values(table: Table, columns: Sequence[ColumnFigures]) -> Iterator[Measure]:
    """Measures that rest on the distinct values of each column."""
    model, bound = table.model, table.match.bound if table.match else {}
    right = typed = listed = of_list = inside = cells = 0
    for column in columns:
        item = bound.get(column.index)
        cells += column.values.total()
        inside += sum(count for value, count in column.values.items() if _is_inside(value))
        if item is None or model is None or not (item.codes or item.own or item.kind not in {"text", "free_text"}):
            continue
        judge = Judge.of(model, item, "csv")
        good = sum(count for value, count in column.values.items() if _is_right(judge, value))
        right, typed = right + good, typed + column.values.total()
        if item.codes:
            listed, of_list = listed + good, of_list + column.values.total()
    if typed:
        yield Measure("right_form", "GIF-DQ-001", Text("書式に合うセル", "cells of the right form"), right, typed)
    if of_list:
        yield Measure("in_code_list", "GIF-DQ-007", Text("選択肢・コード表にあるセル", "cells in their code list"), listed, of_list)
    yield Measure("in_repertoire", "GIF-DQ-006", Text("JIS X 0213 の文字だけのセル", "cells within JIS X 0213"), inside, cells)


def _is_inside(value: str) -> bool:
    assert OUTSIDE.look is not None
    return OUTSIDE.look(value) is None


def _is_right(judge: Judge, value: str) -> bool:
    fault = judge.fault(value)
    return fault is None or fault.severity < Severity.ERROR


def _of_columns(table: Table, columns: Sequence[ColumnFigures]) -> Iterator[Measure]:
    """Measures that count columns or pairs of columns."""
    filled = [column for column in columns if column.values]
    even = sum(1 for column in filled if not _mixes_widths(column))
    yield Measure("even_width", "GIF-DQ-009", Text("全角と半角が混ざらない列", "columns without mixed width"), even, len(filled))
    places = [found for column in filled if (found := _places(column))]
    if places:
        title = Text("小数の桁数がそろった列", "columns with one number of decimals")
        yield Measure("even_precision", "GIF-DQ-010", title, sum(len(found) == 1 for found in places), len(places))
    yield from _of_coordinates(table, columns)
    yield from _of_readings(columns)


def _mixes_widths(column: ColumnFigures) -> bool:
    widths = Widths()
    widths.update(list(column.values))
    return any(half is not None and full is not None for half, full in zip(widths.half, widths.full, strict=True))


def _places(column: ColumnFigures) -> Counter[int]:
    """Number of decimals → how many cells; empty for a column that is not of decimal numbers."""
    found: Counter[int] = Counter()
    for value, count in column.values.items():
        match = _DECIMAL.fullmatch(value)
        if match is None:
            return Counter()
        found[len(match[1])] += count
    return found


def _of_coordinates(table: Table, columns: Sequence[ColumnFigures]) -> Iterator[Measure]:
    bound = table.match.bound if table.match else {}
    places: Counter[int] = Counter()
    for column in columns:
        if column.index in bound and bound[column.index].kind in {"latitude", "longitude"}:
            for value, count in column.values.items():
                places[len(value.partition(".")[2])] += count
    if places:
        fine = sum(count for digits, count in places.items() if digits >= _PLACES_OF_A_METRE)
        title = Text("小数6桁以上の緯度・経度", "coordinates with six decimals or more")
        yield Measure("fine_coordinates", "GIF-DQ-010", title, fine, places.total())


def _of_readings(columns: Sequence[ColumnFigures]) -> Iterator[Measure]:
    """Names with a reading beside them (名称 and 名称_カナ)."""
    by_name = {column.item or column.name: column for column in columns}
    pairs = [(column, by_name[f"{name}_カナ"]) for name, column in by_name.items() if f"{name}_カナ" in by_name]
    if pairs:
        read, named = sum(min(name.filled, kana.filled) for name, kana in pairs), sum(name.filled for name, _ in pairs)
        yield Measure("readings", "GIF-DQ-006", Text("読み仮名のある名称", "names with a reading"), read, named)
