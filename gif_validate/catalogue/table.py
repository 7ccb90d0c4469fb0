"""The table of all rule ids (rules.csv): what each means, what it is an alias of, and whether this version checks it.

The table is complete for everything that the sources name, also what is not built yet. A rule that is declared in the code takes its
titles, severity and clause from there; the table then only says that it exists.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from .text import Text

State = Literal["checked", "undecidable", "planned", "alias"]
"""checked: this version checks it · undecidable: no program can, `reason` says why · planned: not built yet · alias: see `alias_of`."""
PATH = Path(__file__).with_name("rules.csv")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table."""

    id: str
    state: State
    title: Text
    document: str
    section: str
    strength: str
    alias_of: tuple[str, ...] = ()
    reason: Text | None = None


@cache
def entries() -> Mapping[str, Entry]:
    """All ids, in the order of the table."""
    with PATH.open(encoding="utf-8", newline="") as file:
        return {row["id"]: _entry(row) for row in csv.DictReader(file)}


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        id=row["id"],
        state=cast(State, row["state"]),
        title=Text(row["title_ja"], row["title_en"]),
        document=row["document"],
        section=row["section"],
        strength=row["strength"],
        alias_of=tuple(row["alias_of"].split(";")) if row["alias_of"] else (),
        reason=Text(row["reason_ja"], row["reason_en"]) if row["reason_ja"] else None,
    )


def resolve(name: str) -> tuple[str, ...]:
    """The ids that a name stands for: itself, or those that it is an alias of. KeyError where there is no such id."""
    entry = entries()[name]
    return entry.alias_of or (entry.id,)
