"""Rows that stand twice in a table, though perhaps in another width or spacing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from .notation import spaceless, width

ROWS_COMPARED = 1_000_000
"""Rows among which duplicates are looked for."""
_SHOWN = 20


@dataclass(slots=True)
class Duplicates:
    """Rows that stand twice: the same in every character, or but for width and spaces. Columns that number the rows are left aside."""

    compared: int = 0
    exact: int = 0
    nearly: int = 0
    nearly_lines: list[tuple[int, int]] = field(default_factory=list)
    left_aside: tuple[str, ...] = ()
    _seen: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)

    def take(self, cells: tuple[str, ...], line: int) -> None:
        """Takes a row in."""
        if self.compared >= ROWS_COMPARED or not any(cells):
            return
        self.compared += 1
        exact = digest(cells)
        first, written = self._seen.setdefault(digest(tuple(spaceless(width(cell)) for cell in cells)), (line, exact))
        if first == line:
            return
        if exact == written:
            self.exact += 1
        else:
            self.nearly += 1
            self.nearly_lines += [(first, line)] if len(self.nearly_lines) < _SHOWN else []

    def as_dict(self) -> dict[str, Any]:
        """The duplicates as JSON."""
        return {
            "compared": self.compared,
            "exact": self.exact,
            "differing_in_width_or_spaces": self.nearly,
            "lines": [list(pair) for pair in self.nearly_lines],
            "columns_left_aside": list(self.left_aside),
        }


def digest(cells: tuple[str, ...]) -> bytes:
    """A short mark of the cells of a row: equal for equal rows, and for no others that one will ever meet."""
    return hashlib.blake2b("\x1f".join(cells).encode("utf-8", "surrogatepass"), digest_size=12).digest()
