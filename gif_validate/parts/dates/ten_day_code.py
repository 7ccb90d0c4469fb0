"""Ten-day period code (旬コード): A1 上旬, A2 中旬, A3 下旬, 00 unknown. GIF DS-441 §6.3 (edition of 2023 and later)."""

from __future__ import annotations

from ...catalogue.rule import Clause, Rule, Severity
from ...catalogue.text import Text
from ...characters.widths import half
from ..part import Part
from ..placeholder import WORDS, unless

_CODE = "(A[123]|00)"
_MEANT = {"10": "A1", "20": "A2", "30": "A3", "99": "00", "上旬": "A1", "中旬": "A2", "下旬": "A3"}


def suggest(value: str) -> str | None:
    """The code of the present edition: for a code of before 2023, a name, another width or case.

    >>> suggest("10"), suggest("下旬"), suggest("a2")
    ('A1', 'A3', 'A2')
    """
    text = half(value).strip().upper()
    return _MEANT.get(text, text)


FORM = Rule(
    id="GIF-JUN-001",
    title=Text("旬コードは A1〜A3、不明は 00", "Ten-day period code is A1, A2 or A3, or 00 if unknown"),
    severity=Severity.ERROR,
    clause=Clause("DS-441", "§6.3"),
    message=Text(
        "「{value}」は旬コード（A1 上旬、A2 中旬、A3 下旬、不明は 00）ではありません。",
        '"{value}" is not a ten-day period code (A1, A2, A3; 00 if unknown).',
    ),
    good=("A1", "A3", "00"),
    bad=("10", "20", "99", "上旬"),
    look=unless(_CODE),
    level="LV1",
)
PART = Part(
    name="ten_day_code",
    title=Text("旬コード", "ten-day period code"),
    accepts=Text("A1、A2、A3、不明は 00", "A1, A2, A3, 00 if unknown"),
    clean=_CODE,
    valid=_CODE,
    checks=(FORM, WORDS),
    examples=("A1",),
    suggest=suggest,
)
