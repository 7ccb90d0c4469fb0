"""Whole number (整数): half-width digits, no unit, no thousands separator. GIF DS-438 形式「半角数字」."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Details
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import Use, kind
from ..placeholder import WORDS, unless

_NO_NUMBER = Text(
    "、桁区切りのコンマや単位を付けない半角数字ではありません",
    "is not a number in half-width digits, without thousands separators and units",
)
_WHOLE = Text("この項目は 0 以上の整数です。", "This item holds whole numbers from 0 on.")
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


def not_a_number(value: str) -> Details | None:
    """Fires on what is not a number in half-width digits, with sign and decimals where needed."""
    found = unless(r"-?[0-9]+(\.[0-9]+)?")(value)
    return None if found is None else {"problem": _NO_NUMBER, **found}


HALF_WIDTH_DIGITS = error("GIF-CHAR-026", Clause("DS-438", "半角数字"), look=not_a_number, level="LV2").says(
    ("数は半角数字で書く（桁区切り・単位なし）", "Numbers half-width, no separators or units"),
    ("「{value}」は{problem}。", '"{value}" {problem}.'),
    good=("1500", "0", "-3", "44.75"),
    bad=("1,500", "１５００", "1500円", "約30"),
)


def _not_whole(value: str) -> Details | None:
    """What is wrong with a value that should be a whole number from 0 on: it is no number, or another one."""
    if unless("[0-9]{1,}")(value) is None:
        return None
    return not_a_number(value) or {"problem": _other_number(value), "hint": _WHOLE}


def _other_number(value: str) -> Text:
    if value.startswith("-"):
        return Text("負の数です", "is a negative number")
    whole = not value.partition(".")[2].strip("0")
    return (
        Text("小数点以下の 0 が付いた整数です", "is a whole number written with decimals")
        if whole
        else Text("整数ではありません", "is not whole")
    )


PART = kind("integer", clean="[0-9]{1,}", valid="[0-9]{1,}", suggest=digits).says(
    ("整数", "whole number"),
    ("半角数字（0 以上）", "half-width digits"),
    checks=(Use(HALF_WIDTH_DIGITS, _not_whole), WORDS),
    examples=("1500",),
)
