"""Elapsed or required time (所要時間): HH:MM. GIF DS-441 §4.5."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Severity, when
from ...characters.widths import half
from ..forms import CLOCK
from ..part import Use, kind
from ..placeholder import WORDS, unless

_LONG = "[0-9]{2,}:[0-5][0-9](:[0-5][0-9]){0,1}"
_WRITTEN = re.compile("(?:(?:約)?([0-9]{1,3})(?:時間|[Hh]|:))?(?:(半)|([0-9]{1,3})(?:分間?|min)?)?")
_ISO = re.compile("PT(?:([0-9]{1,3})H)?(?:([0-9]{1,3})M)?")


def suggest(value: str) -> str | None:
    """HH:MM, where the value certainly means hours and minutes. 約 (about) says that it is not certain.

    >>> suggest("2時間"), suggest("90分"), suggest("1時間半"), suggest("PT2H"), suggest("2"), suggest("約2時間")
    ('02:00', '01:30', '01:30', '02:00', None, None)
    """
    text = half(value).strip().replace(" ", "")
    if match := _ISO.fullmatch(text):
        hours, minutes = int(match[1] or 0), int(match[2] or 0)
    elif (match := _WRITTEN.fullmatch(text)) and re.search("時間|分|:|[Hh]|min", text) and "約" not in text:
        hours, minutes = int(match[1] or 0), 30 if match[2] else int(match[3] or 0)
    else:
        return None
    total = hours * 60 + minutes
    return f"{total // 60:02d}:{total % 60:02d}"


FORM = error("GIF-PERIOD-007", Clause("DS-441", "§4.5"), look=unless(f"({CLOCK}(:[0-5][0-9]){{0,1}}|{_LONG})"), level="LV1").says(
    ("所要時間は HH:MM で書く", "Elapsed time is HH:MM"),
    (
        "所要時間「{value}」は、時間と分を2桁ずつコロンでつないだ HH:MM の形（24時間未満）ではありません。",
        'The elapsed time "{value}" is not hours and minutes of two digits each, HH:MM (below 24 hours).',
    ),
    good=("02:00", "00:45"),
    bad=("2:00", "2時間", "PT2H", "90分"),
)
PART = kind("elapsed_time", clean=CLOCK, valid=_LONG, suggest=suggest).says(
    ("所要時間", "elapsed time"),
    ("HH:MM（24時間未満）", "HH:MM, below 24 hours"),
    checks=(Use(FORM, when(_LONG, but_not=CLOCK), Severity.WARNING), FORM, WORDS),
    examples=("02:00",),
)
