"""Figures of the columns of a table, taken in one pass: how many values, which, how often."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..engine.tables.opened import Table

DISTINCT = 100_000
"""Distinct values of a column that are kept; figures about distinct values rest on the first so many."""


@dataclass(slots=True)
class ColumnFigures:
    """What a column holds. ``values``: value → how often, empty ones left out; ``cut`` where there are more than are kept."""

    index: int
    name: str
    item: str = ""
    filled: int = 0
    empty: int = 0
    values: Counter[str] = field(default_factory=Counter)
    cut: bool = False

    @property
    def records(self) -> int:
        """All values, empty or not."""
        return self.filled + self.empty

    def take(self, values: tuple[str, ...]) -> None:
        """Takes the values of a block in."""
        counts = Counter(values)
        for value, count in counts.items():
            if not value.strip():
                self.empty += count
                continue
            self.filled += count
            if len(self.values) < DISTINCT or value in self.values:
                self.values[value] += count
            else:
                self.cut = True


def figures(table: Table) -> tuple[list[ColumnFigures], int]:
    """The figures of all columns, and the number of records."""
    bound = table.match.bound if table.match else {}
    columns = [ColumnFigures(index, name, bound[index].name if index in bound else "") for index, name in enumerate(table.header)]
    records = 0
    for rows in table.records():
        block = rows.columns(range(len(columns)))
        records += len(block)
        for column, values in zip(columns, zip(*block, strict=True), strict=False):
            column.take(values)
    return columns, records
