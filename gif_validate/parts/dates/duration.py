"""Length in years, months and days (年月日の長さ): PnYnMnD. GIF DS-441 §4.6, after ISO 8601."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Severity, unless, when
from ...characters.widths import half
from .. import placeholder
from ..forms import some_of
from ..part import Use, kind

_CLEAN = "P" + some_of(("[0-9]{1,}Y", "[0-9]{1,}M", "[0-9]{1,}D"))
_TIME = "T" + some_of(("[0-9]{1,}H", "[0-9]{1,}M", "[0-9]{1,}S"))
_ISO = f"(P[0-9]{{1,}}W|{_CLEAN}{_TIME}|P{_TIME})"
_WRITTEN = re.compile("(?:([0-9]{1,4})(?:年間?|カ年|ヶ年|か年))?(?:([0-9]{1,4})(?:[カヵヶケか箇]月間?))?(?:([0-9]{1,4})(?:日間?))?")
_WEEKS = re.compile("P?([0-9]{1,3})(?:週間?|W)")


def suggest(value: str) -> str | None:
    """PnYnMnD, where the value certainly means a length.

    >>> suggest("10日"), suggest("3ヶ月"), suggest("2年6か月"), suggest("2週間"), suggest("p10d")
    ('P10D', 'P3M', 'P2Y6M', 'P14D', 'P10D')
    """
    text = half(value).strip().replace(" ", "")
    if match := _WEEKS.fullmatch(text):
        return f"P{int(match[1]) * 7}D"
    if text and (match := _WRITTEN.fullmatch(text)):
        return "P" + "".join(f"{int(count)}{unit}" for count, unit in zip(match.groups(), "YMD", strict=True) if count)
    return text.upper()


FORM = error("GIF-PERIOD-008", Clause("DS-441", "§4.6"), look=unless(_CLEAN), level="LV1").says(
    ("年月日の長さは PnYnMnD で書く", "Length in years, months and days is PnYnMnD"),
    (
        "「{value}」は P10D（10日）、P3M（3か月）、P2Y6M（2年6か月）のような長さの形ではありません。",
        '"{value}" is not a length such as P10D (10 days), P3M (3 months) or P2Y6M.',
    ),
    good=("P10D", "P3M", "P2Y6M", "P1Y3M5D"),
    bad=("10日", "3ヶ月", "P", "P1W", "PT5H", "P1D2M", "p10d", "10D"),
)
PART = kind("duration", clean=_CLEAN, valid=f"({_CLEAN}|{_ISO})", suggest=suggest).says(
    ("年月日の長さ", "length in years, months and days"),
    ("PnYnMnD（例 P10D、P3M、P2Y6M）", "PnYnMnD, as P10D, P3M, P2Y6M"),
    checks=(Use(FORM, when(_ISO), Severity.WARNING), Use(FORM, placeholder.unless(f"({_CLEAN}|{_ISO})")), placeholder.WORDS),
    examples=("P10D", "P2Y6M"),
)
