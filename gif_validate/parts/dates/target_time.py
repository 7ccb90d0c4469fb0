"""Target-time code (目安時刻コード): 00 to 23 for about that hour, 99 unknown. GIF DS-441 §5.2."""

from __future__ import annotations

from ...catalogue.rows import error
from ...catalogue.rule import Clause
from ..part import kind
from ..placeholder import WORDS, unless
from .time_band_code import CODE
from .time_band_code import suggest as suggest_codes


def suggest(value: str) -> str | None:
    """The code of two digits.

    >>> suggest("9"), suggest("9,10")
    ('09', None)
    """
    found = suggest_codes(value)
    return found if found and "," not in found else None


FORM = error("GIF-TGT-001", Clause("DS-441", "§5.2"), look=unless(CODE), level="LV1").says(
    ("目安時刻コードは 00〜23、不明は 99", "Target-time code is 00 to 23, or 99 if unknown"),
    ("「{value}」は目安時刻コード（00〜23、不明は 99）ではありません。", '"{value}" is not a target-time code (00 to 23, 99 if unknown).'),
    good=("00", "12", "23", "99"),
    bad=("24", "7", "12:00"),
)
PART = kind("target_time", clean=CODE, valid=CODE, suggest=suggest).says(
    ("目安時刻コード", "target-time code"), ("00〜23、不明は 99", "00 to 23, 99 if unknown"), checks=(FORM, WORDS), examples=("12",)
)
