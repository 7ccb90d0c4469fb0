"""Town id (町字ID) of the Address Base Registry: seven digits. GIF DS-442 §1.1."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Details
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import kind
from ..placeholder import NULL_WORDS, unless


def suggest(value: str) -> str | None:
    """Seven digits without the hyphen. A shorter number may lack zeros or be another number, so nothing is offered for it."""
    text = plain(value)
    return text.replace("-", "") if re.fullmatch("[0-9]{4}-?[0-9]{3}", text) else None


def _other(value: str) -> Details | None:
    details = unless("[0-9]{7}")(value)
    if details is not None and re.fullmatch("[0-9]{4,6}", value):
        return {"hint": Text("先頭の 0 が失われていると思われます。", "It seems to have lost its leading zeros.")}
    return details


SEVEN_DIGITS = error("GIF-ADDR-005", Clause("DS-442", "§1.1"), look=_other, level="LV1").says(
    ("町字IDは数字7桁", "町字ID is seven digits"),
    (
        "町字ID「{value}」は半角数字7桁（先頭の 0 も含む）ではありません。",
        'The 町字ID "{value}" is not seven half-width digits with their leading zeros.',
    ),
    good=("0002002", "1111000"),
    bad=("2002", "002002", "0002-002", "００02002"),
)

PART = kind("town_id", clean="[0-9]{7}", valid="[0-9]{7}", suggest=suggest).says(
    ("町字ID", "town id"), ("半角数字7桁", "seven half-width digits"), checks=(SEVEN_DIGITS, NULL_WORDS), examples=("0002002",)
)
