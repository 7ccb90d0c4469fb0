"""Ten-day period code (旬コード): A1 上旬, A2 中旬, A3 下旬, 00 unknown. GIF DS-441 §6.3 (edition of 2023 and later)."""

from __future__ import annotations

from ...catalogue.rows import error
from ...catalogue.rule import Clause
from ...characters.widths import half
from ..part import kind
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


FORM = error("GIF-JUN-001", Clause("DS-441", "§6.3"), look=unless(_CODE), level="LV1").says(
    ("旬コードは A1〜A3、不明は 00", "Ten-day period code is A1, A2 or A3, or 00 if unknown"),
    (
        "「{value}」は旬コード（A1 上旬、A2 中旬、A3 下旬、不明は 00）ではありません。",
        '"{value}" is not a ten-day period code (A1, A2, A3; 00 if unknown).',
    ),
    good=("A1", "A3", "00"),
    bad=("10", "20", "99", "上旬"),
)
PART = kind("ten_day_code", clean=_CODE, valid=_CODE, suggest=suggest).says(
    ("旬コード", "ten-day period code"), ("A1、A2、A3、不明は 00", "A1, A2, A3, 00 if unknown"), checks=(FORM, WORDS), examples=("A1",)
)
