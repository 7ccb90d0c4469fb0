"""Time band (時間帯): HH:MM/HH:MM, the end up to 24:00; a band may cross midnight. GIF DS-441 §5.1."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...catalogue.rule import Clause, Details, Rule, Severity, compiled, when
from ...catalogue.text import Text
from ...characters.widths import half
from ..forms import CLOCK
from ..part import Part, Use
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


FORM = Rule(
    id="GIF-BAND-003",
    title=Text("時間帯は HH:MM/HH:MM で書く", "Time band is HH:MM/HH:MM"),
    severity=Severity.ERROR,
    clause=Clause("DS-441", "§5.1"),
    message=Text("「{value}」は HH:MM/HH:MM の形の時間帯ではありません。", '"{value}" is not a time band of the form HH:MM/HH:MM.'),
    good=("09:00/12:00", "23:00/24:00", "22:00/02:00"),
    bad=("09時から12時まで", "9:00/12:00", "09:00～12:00", "09:00-12:00"),
    look=unless(f"({_BAND}|{_FROM_MIDNIGHT})"),
    level="LV1",
)
AGREE = Rule(
    id="GIF-BAND-004",
    title=Text("時間帯のコードと表記が一致する", "Time-band code and notation agree"),
    severity=Severity.WARNING,
    clause=Clause("DS-441", "§5.1"),
    message=Text(
        "時間帯コード「{code}」と表記「{notation}」が一致しません。表記からは {expected} になります。",
        'The time-band code "{code}" does not match "{notation}", which gives {expected}.',
    ),
    good=({"code": "09,10,11", "notation": "09:00/12:00"}, {"時間帯コード": "22,23,00,01", "時間帯": "22:00/02:00"}),
    bad=({"code": "09,10,11,12", "notation": "09:00/12:00"},),
    compare=_disagrees,
    about="truth",
    scope="record",
)
PART = Part(
    name="time_band",
    title=Text("時間帯", "time band"),
    accepts=Text("HH:MM/HH:MM（終わりは 24:00 まで）", "HH:MM/HH:MM, the end up to 24:00"),
    clean=_BAND,
    valid=f"({_BAND}|{_FROM_MIDNIGHT})",
    checks=(Use(time.END_OF_DAY, when(_FROM_MIDNIGHT)), FORM, WORDS),
    examples=("09:00/12:00", "22:00/02:00"),
    suggest=suggest,
)
