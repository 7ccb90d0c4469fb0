"""Time band (時間帯): HH:MM/HH:MM, the end up to 24:00; a band may cross midnight. GIF DS-441 §5.1."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...catalogue.rows import error, warning
from ...catalogue.rule import Clause, Details, compiled, when
from ...characters.widths import half
from ..forms import CLOCK
from ..part import Use, kind
from ..placeholder import WORDS, unless
from . import time

_BAND = f"{CLOCK}/({CLOCK}|24:00)"
_FROM_MIDNIGHT = f"24:00/({CLOCK}|24:00)"
_BETWEEN = re.compile(" ?(?:[/~〜～]|から|→|(?<=[0-9時分半Mm ])[-－ー−‐―]) ?")


def suggest(value: str) -> str | None:
    """Start and end of the band, where both are certain: an unmarked 5:00 behind 午後1時 or 13:00 may be five in the afternoon.

    >>> suggest("9:00～12:00"), suggest("09時から12時まで"), suggest("午前9時-午後5時"), suggest("終日")
    ('09:00/12:00', '09:00/12:00', '09:00/17:00', None)
    >>> suggest("午後1時～5時"), suggest("9:00-5:00"), suggest("午後10時～午前2時")
    (None, None, '22:00/02:00')
    """
    ends = _BETWEEN.split(half(value).strip().removesuffix("まで"))
    times = [end if compiled(f"({CLOCK}|24:00)").fullmatch(end) else time.suggest(end) for end in ends]
    if len(times) != 2 or not all(times):
        return None
    first, last = (time.is_marked(end) for end in ends)
    over_midnight = not last and str(times[1]) < str(times[0])
    return None if first != last or over_midnight else f"{times[0]}/{times[1]}"


def hours_of(band: str) -> frozenset[int] | None:
    """The whole hours that a band covers, over midnight where it ends before it starts; None where it is not of whole hours."""
    if not compiled(_BAND).fullmatch(band) or not re.fullmatch("[0-9]{2}:00/[0-9]{2}:00", band):
        return None
    first, last = int(band[:2]), int(band[6:8])
    return frozenset(hour % 24 for hour in range(first, last if last > first else last + 24))


def _disagrees(record: Mapping[str, str]) -> Details | None:
    code = record.get("時間帯コード") or record.get("code", "")
    notation = record.get("時間帯") or record.get("notation", "")
    hours = hours_of(notation)
    if hours is None or not compiled("[0-9]{2}(,[0-9]{2}){0,}").fullmatch(code) or "99" in code:
        return None
    if {int(each) for each in code.split(",")} == hours:
        return None
    return {"code": code, "expected": ",".join(f"{hour:02d}" for hour in sorted(hours)), "notation": notation}


FORM = error("GIF-BAND-003", Clause("DS-441", "§5.1"), look=unless(f"({_BAND}|{_FROM_MIDNIGHT})"), level="LV1").says(
    ("時間帯は HH:MM/HH:MM で書く", "Time band is HH:MM/HH:MM"),
    ("「{value}」は HH:MM/HH:MM の形の時間帯ではありません。", '"{value}" is not a time band of the form HH:MM/HH:MM.'),
    good=("09:00/12:00", "23:00/24:00", "22:00/02:00"),
    bad=("09時から12時まで", "9:00/12:00", "09:00～12:00", "09:00-12:00"),
)
AGREE = warning("GIF-BAND-004", Clause("DS-441", "§5.1"), compare=_disagrees, about="truth").says(
    ("時間帯のコードと表記が一致する", "Time-band code and notation agree"),
    (
        "時間帯コード「{code}」と表記「{notation}」が一致しません。表記からは {expected} になります。",
        'The time-band code "{code}" does not match "{notation}", which gives {expected}.',
    ),
    good=({"code": "09,10,11", "notation": "09:00/12:00"}, {"時間帯コード": "22,23,00,01", "時間帯": "22:00/02:00"}),
    bad=({"code": "09,10,11,12", "notation": "09:00/12:00"},),
)
PART = kind("time_band", clean=_BAND, valid=f"({_BAND}|{_FROM_MIDNIGHT})", suggest=suggest).says(
    ("時間帯", "time band"),
    ("HH:MM/HH:MM（終わりは 24:00 まで）", "HH:MM/HH:MM, the end up to 24:00"),
    checks=(Use(time.END_OF_DAY, when(_FROM_MIDNIGHT)), FORM, WORDS),
    examples=("09:00/12:00", "22:00/02:00"),
)
