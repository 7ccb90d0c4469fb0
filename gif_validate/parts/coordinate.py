"""What latitude and longitude share: decimal degrees with six decimals, in two items. GIF DS-444 §1.1, §3.1."""

from __future__ import annotations

import re
from decimal import Decimal

from ..catalogue.rule import FIRES, Clause, Details, Look, Rule, Severity, compiled
from ..catalogue.text import Text
from ..characters.widths import half
from .placeholder import unless

DECIMAL = r"-{0,1}[0-9]{1,3}(\.[0-9]{1,}){0,1}"
_SIX = r"-{0,1}[0-9]{1,3}\.[0-9]{6,}"
_NUMBER = r"-?[0-9]{1,3}(?:\.[0-9]+)?"
_PAIR = re.compile(rf"\(?{_NUMBER}[°度NE]? ?[,、，;/ ] ?{_NUMBER}[°度NE]?\)?")
_DEGREES = re.compile("([0-9]{1,3})[°度] ?([0-9]{1,2})[′'’分] ?([0-9]{1,2}(?:\\.[0-9]+)?)[″\"”秒]?([NE]?)")


def suggest(value: str) -> str | None:
    """Decimal degrees, where the value certainly means them.

    >>> suggest("３５.676097"), suggest("35.676097N"), suggest("35°40′34″")
    ('35.676097', '35.676097', '35.676111')
    """
    text = half(value).strip()
    if match := _DEGREES.fullmatch(text):
        degrees, minutes, seconds = int(match[1]), int(match[2]), float(match[3])
        return f"{degrees + minutes / 60 + seconds / 3600:.6f}" if minutes < 60 and seconds < 60 else None
    match = re.fullmatch(rf"(?:北緯|東経|[NE])? ?({_NUMBER})[°度]? ?[NE]?", text)
    return match[1] if match else None


def few_decimals(value: str) -> Details | None:
    """Fires for decimal degrees with fewer than six decimals."""
    return FIRES if compiled(DECIMAL).fullmatch(value) and not compiled(_SIX).fullmatch(value) else None


def beyond(limit: int) -> Look:
    """Fires for a number of degrees that no such coordinate has."""

    def look(value: str) -> Details | None:
        if compiled(DECIMAL).fullmatch(value) and abs(Decimal(value)) > limit:
            problem = Text(f"は ±{limit} 度の範囲を超えています。", f" is beyond ±{limit} degrees.")
            return {"problem": problem, "hint": _SWAPPED} if 122 <= Decimal(value) <= 154 else {"problem": problem}
        return None

    return look


def outside(least: int, most: int, other: tuple[int, int]) -> Look:
    """Fires for degrees outside Japan; says so where they would fit the other coordinate."""

    def look(value: str) -> Details | None:
        if not compiled(DECIMAL).fullmatch(value):
            return None
        degrees = Decimal(value)
        if least <= degrees <= most or degrees == 0:
            return None
        problem = Text(f"は日本の範囲（{least}〜{most} 度）の外です。", f" lies outside Japan ({least} to {most} degrees).")
        return {"problem": problem, "hint": _SWAPPED} if other[0] <= degrees <= other[1] else {"problem": problem}

    return look


def is_zero(value: str) -> Details | None:
    """Fires for zero, which stands for a missing value."""
    return FIRES if compiled(DECIMAL).fullmatch(value) and not Decimal(value) else None


def _several(value: str) -> Details | None:
    return FIRES if _PAIR.fullmatch(half(value).strip()) else None


_SWAPPED = Text("緯度と経度が逆になっていると思われます。", "Latitude and longitude seem to be swapped.")
_BEYOND_180 = beyond(180)


def _range(value: str) -> Details | None:
    """For itself the rule knows not which coordinate it is asked about."""
    if not compiled(DECIMAL).fullmatch(value) or 20 <= Decimal(value) <= 46 or 122 <= Decimal(value) <= 154:
        return None
    return _BEYOND_180(value) or {"problem": Text("は日本の範囲の外です。", " lies outside Japan.")}


SEPARATE = Rule(
    id="GIF-GEO-001",
    title=Text("緯度と経度は別の項目に分ける", "Latitude and longitude in separate items"),
    severity=Severity.ERROR,
    clause=Clause("DS-444", "§1.1"),
    message=Text(
        "「{value}」には緯度と経度が一緒に入っています。別の項目に分けます。",
        '"{value}" holds latitude and longitude together. They are two items.',
    ),
    good=("35.676097", "139.744879"),
    bad=("35.676097, 139.744879", "35.676097,139.744879"),
    look=_several,
    level="LV1",
)
DEGREES = Rule(
    id="GIF-GEO-002",
    title=Text("緯度・経度は十進の度、小数点以下6桁", "Decimal degrees, 6 decimals"),
    severity=Severity.ERROR,
    clause=Clause("DS-444", "§1.1"),
    message=Text(
        "「{value}」は十進の度（小数点以下6桁以上）ではありません。",
        '"{value}" is not in decimal degrees with six decimals or more.',
    ),
    good=("35.676097", "139.744879", "35.676097123"),
    bad=("35", "35.68", "35°40'34\"", "35.676097N", "３５.676097", "35,676097"),
    look=unless(_SIX),
    level="LV1",
)
RANGE = Rule(
    id="GIF-GEO-003",
    title=Text("緯度・経度が範囲内にある", "Coordinates are in range"),
    severity=Severity.ERROR,
    clause=Clause("DS-444", "§1.1"),
    message=Text("「{value}」{problem}", '"{value}"{problem}'),
    good=("35.676097", "139.744879"),
    bad=("13.974487", "200.000000"),
    look=_range,
    about="truth",
)
ZERO = Rule(
    id="GIF-GEO-004",
    title=Text("値がないことを 0 で表さない", "No zero for a missing coordinate"),
    severity=Severity.WARNING,
    clause=Clause("DS-444", "§1.1"),
    message=Text(
        "緯度・経度が「{value}」です。値がなければ空欄とします。",
        'The coordinate is "{value}". Leave the cell empty where there is none.',
    ),
    good=("35.676097",),
    bad=("0", "0.000000"),
    look=is_zero,
    about="truth",
)
