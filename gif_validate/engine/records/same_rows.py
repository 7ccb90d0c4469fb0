"""Rows that say the same under two IDs: one thing that was probably entered twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...catalogue.report import Findings
from ...readers.table import Block
from ..values.field_rules import SAME_ROW

_COMPARED = 200_000
"""Rows that are remembered, so that memory stays bounded."""
_FEWEST = 4
"""Filled cells beside the ID from which on two equal rows are no chance."""


@dataclass(slots=True)
class SameRows:
    """The rows met so far, without their ID: a short mark of each, with its line and ID. ``column`` is that of the ID."""

    name: str
    column: int
    _seen: dict[int, tuple[int, str]] = field(default_factory=dict)

    def check(self, columns: Sequence[Sequence[str]], block: Block, rows: range, first: int, findings: Findings) -> None:
        """Looks for rows that stood before under another ID; the same ID is a finding of the key already."""
        others = list(zip(*(cells for index, cells in enumerate(columns) if index != self.column), strict=True))
        for offset, (key, cells) in enumerate(zip(columns[self.column], others, strict=False)):
            line = block.lines[rows[offset]]
            mark = hash(cells)
            before = self._seen.get(mark)
            if before is None:
                if len(self._seen) < _COMPARED:
                    self._seen[mark] = (line, key)
            elif key and before[1] and key != before[1] and sum(map(bool, cells)) >= _FEWEST:
                place = block.place(rows[offset], self.column, first + offset)
                findings.say(SAME_ROW, value=key, place=place, field=self.name, key=self.name, line=f"{before[0]:,}", other=before[1])
