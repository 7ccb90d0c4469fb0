"""Standards that this version does not define, and why: rules for any table, pointers to other layouts, layouts that were not found."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from ..catalogue.text import Text
from ..resources import data


@dataclass(frozen=True, slots=True)
class WithoutColumns:
    """A standard without a definition, and why."""

    id: str
    title: Text
    reason: Text


@cache
def without_columns() -> tuple[WithoutColumns, ...]:
    """All of them (``shapes/without_columns.csv``)."""
    with (data("shapes") / "without_columns.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            WithoutColumns(row["id"], Text(row["title_ja"], row["title_en"]), Text(row["reason_ja"], row["reason_en"]))
            for row in csv.DictReader(file)
        )
