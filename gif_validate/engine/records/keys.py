"""Keys: what must not stand twice in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...catalogue.report import Findings
from ...catalogue.rows import error
from ...catalogue.rule import Clause, Severity
from ...readers.table import Block

SAME_KEY = error("TABLE-021", Clause("dataset"), scope="column", about="truth").says(
    ("識別する項目の値が重複している", "Two records have the same key"),
    ("{key}「{value}」が、{line}行目と重複しています。", 'The {key} "{value}" is that of line {line} again.'),
    good=("0001, 0002",),
    bad=("0001, 0001",),
)


@dataclass(slots=True)
class KeyCheck:
    """The values of a key met so far, each with the line where it first stood."""

    names: tuple[str, ...]
    columns: tuple[int, ...]
    severity: Severity
    _seen: dict[str | tuple[str, ...], int] = field(default_factory=dict)

    def check(self, columns: Sequence[Sequence[str]], block: Block, rows: range, first: int, findings: Findings) -> None:
        """Looks for keys that stood before. A key with an empty part is none."""
        single = len(self.columns) == 1
        keys: Sequence[str | tuple[str, ...]] = columns[self.columns[0]]
        if not single:
            keys = list(zip(*(columns[index] for index in self.columns), strict=True))
        distinct = set(keys)
        if len(distinct) == len(keys) and self._seen.keys().isdisjoint(distinct):
            self._seen.update(zip(keys, block.lines[rows.start : rows.stop], strict=True))
            return
        for offset, key in enumerate(keys):
            if not (key if single else all(key)):
                continue
            row = rows[offset]
            line = self._seen.setdefault(key, block.lines[row])
            if line != block.lines[row]:
                findings.say(
                    SAME_KEY,
                    self.severity,
                    value=key if isinstance(key, str) else ", ".join(key),
                    place=block.place(row, self.columns[0], first + offset),
                    field=self.names[0],
                    key="・".join(self.names),
                    line=f"{line:,}",
                )
