"""Where the parts of a JSON text stand: line and column of what a pointer points to. The text is read anew only when that is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from ..decoding import Lines
from .scan import Mark, scan


class Places:
    """The places of one value that begins at ``start`` in a text."""

    def __init__(self, text: str, start: int = 0) -> None:
        self._lines = Lines(text)
        self._start = start
        self._mark: Mark | None = None

    def at(self, steps: Iterable[str | int], *, nearest: bool = False) -> tuple[int, int] | None:
        """Line and column of a part, by names and positions from the outside in; of the last that is there with ``nearest``, else None."""
        if self._mark is None:
            self._mark = scan(self._lines.text, self._start, final=False).mark
        mark = self._mark
        for step in steps:
            below = _below(mark, step)
            if below is None and not nearest:
                return None
            if below is None:
                break
            mark = below
        return self._lines.at(mark[0])


def _below(mark: Mark, step: str | int) -> Mark | None:
    inner = mark[1]
    if isinstance(inner, dict):
        return inner.get(str(step))
    position = int(step) if isinstance(step, int) or step.isdecimal() else None
    return inner[position] if inner is not None and position is not None and position < len(inner) else None
