"""What latitude and longitude share: decimal degrees with six decimals, in two items. GIF DS-444 §1.1, §1.2, §3.1."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from ...catalogue.rows import error, warning
from ...catalogue.rule import FIRES, Clause, Details, Look, compiled
from ...catalogue.text import Text
from ...characters.widths import half
from ...codelists.prefecture_boxes import Box, boxes, prefecture_of_code
from ..placeholder import unless

DECIMAL = r"-{0,1}[0-9]{1,3}(\.[0-9]{1,}){0,1}"
_SIX = r"-{0,1}[0-9]{1,3}\.[0-9]{6,}"
_NUMBER = r"-?[0-9]{1,3}(?:\.[0-9]+)?"
_ANY_NUMBER = r"-{0,1}[0-9]{1,}(\.[0-9]{1,}){0,1}"
_PAIR = re.compile(rf"\(?{_NUMBER}[°度NE]? ?[,、，;/ ] ?{_NUMBER}[°度NE]?\)?")
_DEGREES = re.compile("(?:北緯|東経)?([0-9]{1,3})[°度] ?([0-9]{1,2})[′'’分] ?([0-9]{1,2}(?:\\.[0-9]+)?)[″\"”秒]?[NE]?")


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


def _beyond(limit: int, value: str) -> Details | None:
    if compiled(_ANY_NUMBER).fullmatch(value) and abs(Decimal(value)) > limit:
        problem = Text(f"は ±{limit} 度の範囲を超えています。", f" is beyond ±{limit} degrees.")
        return {"problem": problem, "hint": _SWAPPED} if _EAST[0] <= Decimal(value) <= _EAST[1] else {"problem": problem}
    return None


def _outside(japan: tuple[int, int], other: tuple[int, int], value: str) -> Details | None:
    if not compiled(DECIMAL).fullmatch(value):
        return None
    degrees = Decimal(value)
    if japan[0] <= degrees <= japan[1] or degrees == 0:
        return None
    problem = Text(f"は日本の範囲（{japan[0]}〜{japan[1]} 度）の外です。", f" lies outside Japan ({japan[0]} to {japan[1]} degrees).")
    return {"problem": problem, "hint": _SWAPPED} if other[0] <= degrees <= other[1] else {"problem": problem}


_NORTH, _EAST = (20, 46), (122, 154)
"""Latitudes and longitudes that Japan has, islands included."""
no_latitude: Look = partial(_beyond, 90)
"""Fires for a number of degrees that no latitude has."""
no_longitude: Look = partial(_beyond, 180)
"""Fires for a number of degrees that no longitude has."""
no_latitude_of_japan: Look = partial(_outside, _NORTH, _EAST)
"""Fires for a latitude outside Japan; says so where it would fit the longitude."""
no_longitude_of_japan: Look = partial(_outside, _EAST, _NORTH)
"""Fires for a longitude outside Japan; says so where it would fit the latitude."""


def is_zero(value: str) -> Details | None:
    """Fires for zero, which stands for a missing value."""
    return FIRES if compiled(DECIMAL).fullmatch(value) and not Decimal(value) else None


def _several(value: str) -> Details | None:
    return FIRES if _PAIR.fullmatch(half(value).strip()) else None


_SWAPPED = Text("緯度と経度が逆になっていると思われます。", "Latitude and longitude seem to be swapped.")


def _range(value: str) -> Details | None:
    """For itself the rule knows not which coordinate it is asked about."""
    degrees = number(value)
    if degrees is None or any(least <= degrees <= most for least, most in (_NORTH, _EAST)):
        return None
    return no_longitude(value) or {"problem": Text("は日本の範囲の外です。", " lies outside Japan.")}


def number(value: str) -> Decimal | None:
    """The degrees that a value certainly gives; None for anything but a decimal number of degrees."""
    return Decimal(value) if compiled(DECIMAL).fullmatch(value) else None


def are_swapped(latitude: str, longitude: str) -> bool:
    """True where a point lies in Japan only when its coordinates change places.

    >>> are_swapped("139.744879", "35.676097"), are_swapped("35.676097", "139.744879"), are_swapped("139.744879", "139.744879")
    (True, False, False)
    """
    north, east = number(latitude), number(longitude)
    return north is not None and east is not None and _EAST[0] <= north <= _EAST[1] and _NORTH[0] <= east <= _NORTH[1]


def box_of(prefecture: str) -> Box | None:
    """The box of a prefecture by its full name, with or without spaces; None for anything else."""
    return boxes().get(prefecture) or boxes().get(re.sub("[ 　]", "", prefecture))


def outside_prefecture(latitude: str, longitude: str, prefecture: str) -> Details | None:
    """What is wrong where a point lies outside the box of the prefecture named (its full name); None where it may lie in it, or where a
    value is no number, zero, or no name of a prefecture: those are faults of their own.

    >>> outside_prefecture("35.689444", "139.691667", "東京都") is None, outside_prefecture("34.686389", "135.520000", "東京都") is None
    (True, False)
    """
    box = box_of(prefecture)
    north, east = number(latitude), number(longitude)
    # Zero stands for a missing value, which GIF-GEO-004 tells.
    if not north or not east or box is None or box.holds(north, east):
        return None
    problem = Text(
        f"は{prefecture}の範囲（緯度 {box.south}〜{box.north}、経度 {box.west}〜{box.east}）の外です。",
        f" lies outside {prefecture} (latitude {box.south} to {box.north}, longitude {box.west} to {box.east}).",
    )
    details: Details = {"value": f"{latitude}, {longitude}", "problem": problem}
    return {**details, "hint": _SWAPPED} if box.holds(east, north) else details


def _compare(record: Mapping[str, str]) -> Details | None:
    name = record.get("都道府県") or prefecture_of_code(record.get("全国地方公共団体コード", "")[:2])
    latitude = record.get("緯度") or record.get("lat", "")
    longitude = record.get("経度") or record.get("lon", "")
    beyond_earth = no_latitude(latitude) or no_longitude(longitude)
    if beyond_earth is not None:
        return {"value": f"{latitude}, {longitude}", **beyond_earth}
    return outside_prefecture(latitude, longitude, name)


SYSTEM_ITEMS = ("座標参照系コード", "座標参照系", "測地系")
"""Items that hold the reference system of coordinates (DS-438, DS-444 §1.2), or a name that is used for them."""
TIME_ITEMS = ("測定日", "測定日時", "測定時期", "計測日", "計測日時", "観測日", "観測日時", "測位日時", "測量日", "取得日時", "調査年月日")
"""Items that say when coordinates were measured. DS-444 §3.1 gives them no name."""


def _lacks(items: tuple[str, ...], record: Mapping[str, str]) -> Details | None:
    """Fires where a record has coordinates and says nothing in any of the items."""
    has_coordinates = all(record.get(name, "").strip() for name in ("緯度", "経度"))
    return FIRES if has_coordinates and not any(record.get(name, "").strip() for name in items) else None


SEPARATE = error("GIF-GEO-001", Clause("DS-444", "§1.1"), look=_several, level="LV1").says(
    ("緯度と経度は別の項目に分ける", "Latitude and longitude in separate items"),
    (
        "「{value}」には緯度と経度が一緒に入っています。別の項目に分けます。",
        '"{value}" holds latitude and longitude together. They are two items.',
    ),
    good=("35.676097", "139.744879"),
    bad=("35.676097, 139.744879", "35.676097,139.744879"),
)
DEGREES = error("GIF-GEO-002", Clause("DS-444", "§1.1"), look=unless(_SIX), level="LV1").says(
    ("緯度・経度は十進の度、小数点以下6桁", "Decimal degrees, 6 decimals"),
    ("「{value}」は十進の度（小数点以下6桁以上）ではありません。", '"{value}" is not in decimal degrees with six decimals or more.'),
    good=("35.676097", "139.744879", "35.676097123"),
    bad=("35", "35.68", "35°40'34\"", "35.676097N", "３５.676097", "35,676097"),
)
RANGE = error("GIF-GEO-003", Clause("DS-444", "§1.1"), look=_range, compare=_compare, about="truth").says(
    ("緯度・経度が範囲内にある", "Coordinates are in range"),
    ("「{value}」{problem}", '"{value}"{problem}'),
    good=(
        "35.676097",
        "139.744879",
        {"緯度": "35.676097", "経度": "139.744879", "都道府県": "東京都"},
        {"緯度": "20.425247", "経度": "136.069772", "全国地方公共団体コード": "134210"},
    ),
    bad=(
        "13.974487",
        "200.000000",
        {"緯度": "35.676097", "経度": "139.744879", "都道府県": "大阪府"},
        {"緯度": "139.744879", "経度": "35.676097", "全国地方公共団体コード": "131016"},
    ),
)
ZERO = warning("GIF-GEO-004", Clause("DS-444", "§1.1"), look=is_zero, about="truth").says(
    ("値がないことを 0 で表さない", "No zero for a missing coordinate"),
    ("緯度・経度が「{value}」です。値がなければ空欄とします。", 'The coordinate is "{value}". Leave the cell empty where there is none.'),
    good=("35.676097",),
    bad=("0", "0.000000"),
)
REFERENCE_SYSTEM = warning("GIF-GEO-006", Clause("DS-444", "§1.2"), compare=partial(_lacks, SYSTEM_ITEMS), level="LV1").says(
    ("座標参照系を別の項目に書く", "The reference system is an item of its own"),
    (
        "緯度・経度がありますが、座標参照系の項目がないか空です。座標参照系コードの項目に EPSG:6668（JGD2011）等を書きます。",
        "There are coordinates, but no reference system in an item of its own. Give its code, such as EPSG:6668 (JGD2011).",
    ),
    good=({"緯度": "35.676097", "経度": "139.744879", "座標参照系コード": "EPSG:6668"}, {"緯度": "", "経度": "", "座標参照系コード": ""}),
    bad=({"緯度": "35.676097", "経度": "139.744879"}, {"緯度": "35.676097", "経度": "139.744879", "座標参照系コード": ""}),
)
MEASURED = warning("GIF-GEO-011", Clause("DS-444", "§3.1"), compare=partial(_lacks, TIME_ITEMS), level="LV1").says(
    ("座標とともに測定した時期を持つ", "Keep the time of measurement with coordinates"),
    (
        "緯度・経度がありますが、測定した時期の項目がないか空です。測定日等の項目を設けて書きます。",
        "There are coordinates, but no item says when they were measured. Add one, such as 測定日.",
    ),
    good=({"緯度": "35.676097", "経度": "139.744879", "測定日": "2024-04-01"}, {"緯度": "", "経度": ""}),
    bad=({"緯度": "35.676097", "経度": "139.744879"}, {"緯度": "35.676097", "経度": "139.744879", "測定日": ""}),
)
