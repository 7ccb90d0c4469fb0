"""Position of GeoJSON (GeoJSON の座標): [139.744879, 35.676097], longitude first. RFC 7946 §3.1.1; GIF DS-464-2 表2-9 (withdrawn)."""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, Severity, compiled
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import Use, kind
from ..placeholder import NULL_WORDS, unless
from ._coordinate import RANGE, ZERO, is_zero, no_latitude, no_latitude_of_japan, no_longitude, no_longitude_of_japan

_INTEGER = "(0|[1-9][0-9]{0,2})"
_NUMBER = rf"-{{0,1}}{_INTEGER}(\.[0-9]{{1,}}){{0,1}}"
_HEIGHT = r"-{0,1}(0|[1-9][0-9]{0,})(\.[0-9]{1,}){0,1}"
_POSITION = rf"[\[] {{0,}}{_NUMBER} {{0,}}, {{0,}}{_NUMBER} {{0,}}(, {{0,}}{_HEIGHT} {{0,}}){{0,1}}[\]]"
_PARTS = re.compile(r"\[ *([-0-9.]+) *, *([-0-9.]+) *(.*)\]", re.DOTALL)


def _numbers(value: str) -> tuple[str, str, str] | None:
    """Longitude, latitude and what follows them."""
    match = _PARTS.fullmatch(value) if compiled(_POSITION).fullmatch(value) else None
    return (match[1], match[2], match[3]) if match else None


def _beyond(value: str) -> Details | None:
    found = _numbers(value)
    return found and (no_longitude(found[0]) or no_latitude(found[1]))


def _outside_japan(value: str) -> Details | None:
    found = _numbers(value)
    return found and (no_longitude_of_japan(found[0]) or no_latitude_of_japan(found[1]))


def _zero(value: str) -> Details | None:
    """Fires where both are zero."""
    found = _numbers(value)
    return found and is_zero(found[0]) and is_zero(found[1])


def _is_swapped(value: str) -> bool:
    """True where the numbers lie in Japan only when they are read as latitude, longitude."""
    found = _numbers(value)
    if found is None or not float(found[0]) or not float(found[1]):
        return False
    return not (no_latitude_of_japan(found[0]) or no_longitude_of_japan(found[1]))


def _swapped(value: str) -> Details | None:
    return {"hint": _HINT} if _is_swapped(value) else None


def _look(value: str) -> Details | None:
    return _swapped(value) or unless(_POSITION)(value)


def suggest(value: str) -> str | None:
    """The position in half width with brackets, and with the longitude first where only that lies in Japan.

    >>> suggest("[35.676097, 139.744879]"), suggest("139.744879,35.676097")
    ('[139.744879, 35.676097]', '[139.744879, 35.676097]')
    """
    text = plain(value).removeprefix("[").removesuffix("]")
    found = _numbers(f"[{text}]")
    if found is None:
        return None
    first, second, rest = found
    return f"[{second}, {first}{rest}]" if _is_swapped(f"[{text}]") else f"[{first}, {second}{rest}]"


_HINT = Text(
    "緯度と経度が逆になっていると思われます。経度を先に書きます。",
    "Latitude and longitude seem to be swapped; longitude comes first.",
)
POSITION = warning("GIF-GEO-014", Clause("DS-464-2", "表2-9"), look=_look).says(
    ("GeoJSON の座標は経度、緯度の順", "GeoJSON positions are longitude, then latitude"),
    (
        "「{value}」は GeoJSON の座標（[経度, 緯度] または [経度, 緯度, 高さ]）ではありません。",
        '"{value}" is not a GeoJSON position: [longitude, latitude] or [longitude, latitude, height].',
    ),
    good=("[139.744879, 35.676097]", "[139.744879,35.676097,25.5]"),
    bad=("[35.676097, 139.744879]", "139.744879, 35.676097", "[139.744879]", "[139.744879, 35.676097, 1, 2]"),
)

PART = kind(
    "geojson_position",
    clean=_POSITION,
    clean_too=lambda value: _beyond(value) is None and _outside_japan(value) is None and _zero(value) is None and not _is_swapped(value),
    valid_too=lambda value: _is_swapped(value) or _beyond(value) is None,
    suggest=suggest,
).says(
    ("GeoJSON の座標", "GeoJSON position"),
    ("[経度, 緯度]（WGS 84 の度）", "[longitude, latitude] in degrees of WGS 84"),
    checks=(
        Use(POSITION, _swapped),
        Use(RANGE, _beyond),
        Use(ZERO, _zero),
        Use(RANGE, _outside_japan, Severity.WARNING),
        POSITION,
        NULL_WORDS,
    ),
    examples=("[139.744879, 35.676097]",),
)
