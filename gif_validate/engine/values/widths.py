"""Full and half width side by side in one column: a fault of the column, not of a value. GIF DS-468-1 §2.3 9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...catalogue.finding import Finding
from ...catalogue.report import Findings
from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details
from ...catalogue.text import Text, show

_KINDS = (
    (Text("英字", "letters"), re.compile("[A-Za-z]"), re.compile("[Ａ-Ｚａ-ｚ]")),
    (Text("数字", "digits"), re.compile("[0-9]"), re.compile("[０-９]")),
    (Text("カナ", "kana"), re.compile("[ｦ-ﾟ]"), re.compile("[ァ-ヺ]")),
    (Text("空白", "spaces"), re.compile(" "), re.compile("　")),
    (Text("ハイフン", "hyphens"), re.compile("-"), re.compile("[－‐−–—]")),
)
"""What comes in two widths: its name, the half-width and the full-width form."""

MIXED = warning("GIF-CHAR-027", Clause("DS-468-1", "§2.3 9)"), scope="column").says(
    ("同じ列に全角と半角を混ぜない", "No mixed width in one column"),
    (
        "列「{item}」に全角と半角の{kind}が混ざっています（半角の例「{half}」、全角の例「{full}」）。どちらかにそろえます。",
        'Column "{item}" has both half-width and full-width {kind} (half: "{half}", full: "{full}"). Keep to one.',
    ),
    good=("第1公園、第2公園",),
    bad=("第1公園、第２公園",),
)


@dataclass(slots=True)
class Widths:
    """What a column has shown so far: the first value with each width of each kind."""

    half: list[str | None] = field(default_factory=lambda: [None] * len(_KINDS))
    full: list[str | None] = field(default_factory=lambda: [None] * len(_KINDS))

    def update(self, values: Sequence[str]) -> None:
        """Takes note of the values of a block."""
        joined = "\n".join(dict.fromkeys(values))
        ascii_only = joined.isascii()
        for index, (_, half, full) in enumerate(_KINDS):
            if self.half[index] is None:
                self.half[index] = _first(half, joined)
            if self.full[index] is None and not ascii_only:
                self.full[index] = _first(full, joined)

    def close(self, name: str, findings: Findings, path: str = "") -> None:
        """Reports the kinds of which both widths were met; ``path`` where that of the item is not its name."""
        for (kind, _, _), half, full in zip(_KINDS, self.half, self.full, strict=True):
            if half is not None and full is not None:
                details: Details = {"item": name, "kind": kind, "half": show(half), "full": show(full)}
                findings.add(Finding(MIXED, MIXED.severity, None, details, field=name, path=path or name))


def _first(regex: re.Pattern[str], joined: str) -> str | None:
    """The line in which the expression is first found."""
    match = regex.search(joined)
    if match is None:
        return None
    start = joined.rfind("\n", 0, match.start()) + 1
    end = joined.find("\n", match.start())
    return joined[start : end if end >= 0 else None]
