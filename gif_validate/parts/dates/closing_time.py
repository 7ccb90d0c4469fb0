"""Closing or end time (終了時刻): as a time of day, and 24:00 for the end of the day. GIF DS-441 §2, §5.1."""

from __future__ import annotations

from ...catalogue.rule import Details, compiled
from ..forms import TIME
from ..part import Use, kind
from ..placeholder import WORDS
from .time import COLON, COMMA, COMMA_FRACTION, HALF_DAY, LEAP, LEAP_SECOND, MIDNIGHT, TIME_OF_DAY, suggest


def _other_than_end(value: str) -> Details | None:
    assert TIME_OF_DAY.look is not None
    return None if compiled(MIDNIGHT).fullmatch(value) else TIME_OF_DAY.look(value)


PART = kind("closing_time", clean=f"({TIME}|{MIDNIGHT})", valid=f"({TIME}|{MIDNIGHT}|{LEAP}|{COMMA})", suggest=suggest).says(
    ("終了時刻", "closing or end time"),
    ("HH:MM または HH:MM:SS（24:00 まで）", "HH:MM or HH:MM:SS, up to 24:00"),
    checks=(COMMA_FRACTION, LEAP_SECOND, HALF_DAY, COLON, Use(TIME_OF_DAY, _other_than_end), WORDS),
    examples=("17:15", "24:00"),
)
