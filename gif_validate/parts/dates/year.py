"""Year alone (年): four digits of the Western calendar. GIF DS-441 §1.1, §8.3."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause
from ...characters.widths import half
from ..part import kind
from ..placeholder import WORDS, unless
from . import _era as era
from .date import ERA

_WRITTEN = re.compile(r"([0-9]{4})(?:年|\.0)?")


def suggest(value: str) -> str | None:
    """Four digits of the Western calendar. A fiscal year (年度) is no calendar year.

    >>> suggest("平成27年"), suggest("２０１５年"), suggest("2015.0"), suggest("2015年度")
    ('2015', '2015', '2015', None)
    """
    match = _WRITTEN.fullmatch(half(value).strip())
    return match[1] if match else era.western(value)


FOUR_DIGITS = error("GIF-DATE-002", Clause("DS-441", "§1.1"), look=unless("[0-9]{4}"), level="LV1").says(
    ("年だけのときは西暦4桁で書く", "Year alone is four digits"),
    ("「{value}」は半角数字4桁の西暦ではありません。", '"{value}" is not a year of four half-width digits.'),
    good=("2015",),
    bad=("平成27年", "1990年", "15", "H27", "2015年度"),
)

PART = kind("year", clean="[0-9]{4}", valid="[0-9]{4}", suggest=suggest).says(
    ("年", "year"), ("YYYY（西暦4桁）", "YYYY"), checks=(ERA, FOUR_DIGITS, WORDS), examples=("2015",)
)
