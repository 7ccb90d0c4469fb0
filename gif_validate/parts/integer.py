"""Whole number (整数): half-width digits, no unit, no thousands separator. GIF DS-438 形式「半角数字」."""

from __future__ import annotations

import re

from ..catalogue.rule import Clause, Details, Rule, Severity
from ..catalogue.text import Text
from ..characters.widths import plain
from .part import Part, Use
from .placeholder import WORDS, unless

_GROUPED = re.compile("-?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?")


def digits(value: str) -> str:
    """Half-width digits without thousands separators and without a spreadsheet's trailing ``.0``.

    >>> digits("１，５００"), digits("12.0"), digits("1,50")
    ('1500', '12', '1,50')
    """
    text = plain(value)
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    return re.sub(r"(?<=[0-9])\.0+\Z", "", text)


HALF_WIDTH_DIGITS = Rule(
    id="GIF-CHAR-026",
    title=Text("数は半角数字で書く（桁区切り・単位なし）", "Numbers half-width, no separators or units"),
    severity=Severity.ERROR,
    clause=Clause("DS-438", "半角数字"),
    message=Text(
        "「{value}」は、桁区切りのコンマや単位を付けない半角数字ではありません。",
        '"{value}" is not a number in half-width digits, without thousands separators and units.',
    ),
    good=("1500", "0", "-3", "44.75"),
    bad=("1,500", "１５００", "1500円", "約30"),
    look=unless(r"-?[0-9]+(\.[0-9]+)?"),
    level="LV2",
)

_WHOLE = Text("この項目は 0 以上の整数です。", "This item holds whole numbers from 0 on.")


def _not_whole(value: str) -> Details | None:
    found = unless("[0-9]{1,}")(value)
    return {"hint": _WHOLE} if found is not None and HALF_WIDTH_DIGITS.look is not None and HALF_WIDTH_DIGITS.look(value) is None else found


PART = Part(
    name="integer",
    title=Text("整数", "whole number"),
    accepts=Text("半角数字（0 以上）", "half-width digits"),
    clean="[0-9]{1,}",
    valid="[0-9]{1,}",
    checks=(Use(HALF_WIDTH_DIGITS, _not_whole), WORDS),
    examples=("1500",),
    suggest=digits,
)
