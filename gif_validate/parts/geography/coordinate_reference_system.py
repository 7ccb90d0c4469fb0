"""Coordinate reference system (座標参照系コード): EPSG:6668, the code of JGD2011 (B, L). GIF DS-444 §1.2, DS-438.

The item for the code stands beside one for the name (座標参照系), in which 世界測地系 and the like conform. In the item for the code a name
is worth a warning, and so is the code of a system that holds heights only.
"""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, compiled
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import kind
from ..placeholder import NULL_WORDS, hint

CODE = "EPSG:[0-9]{4,5}"
VERTICAL = frozenset(f"EPSG:{number}" for number in (5723, 6694, 6695))
"""Systems of heights in Japan: JSLD69, JGD2000 (vertical), JGD2011 (vertical)."""
# Tokyo datum, JGD2000, JGD2011 and WGS 84: geographic, geocentric, plane rectangular (zones I to XIX), UTM; with heights; web maps.
_RANGES = ((2443, 2461), (3097, 3101), (4946, 4947), (6666, 6692), (30161, 30179))
_SINGLE = (3857, 4301, 4326, 4612, 4978, 4979, 6697)
HORIZONTAL = frozenset(f"EPSG:{number}" for number in _SINGLE) | frozenset(
    f"EPSG:{number}" for first, last in _RANGES for number in range(first, last + 1)
)
"""Systems of positions that Japanese data use."""

_WRITTEN = re.compile(r"(?:urn:ogc:def:crs:)?EPSG[: ]{0,2}(?:[0-9.]*:)?([0-9]{4,5})", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://www\.opengis\.net/def/crs/EPSG/[0-9.]+/([0-9]{4,5})")
_LATITUDE_LONGITUDE = re.compile(r"JGD ?2011 ?/? ?\(B, ?L\)")
_NAMES = (
    (re.compile("JGD ?2011", re.IGNORECASE), Text("緯度・経度なら EPSG:6668 です。", "For latitude and longitude it is EPSG:6668.")),
    (re.compile("JGD ?2000", re.IGNORECASE), Text("緯度・経度なら EPSG:4612 です。", "For latitude and longitude it is EPSG:4612.")),
    (re.compile("WGS[ _]?(19)?84", re.IGNORECASE), Text("緯度・経度なら EPSG:4326 です。", "For latitude and longitude it is EPSG:4326.")),
    (
        re.compile("旧?日本測地系|TOKYO", re.IGNORECASE),
        Text("緯度・経度なら EPSG:4301 です。", "For latitude and longitude it is EPSG:4301."),
    ),
    (
        re.compile("世界測地系"),
        Text(
            "名称は「座標参照系」の項目に書きます。JGD2011 の緯度・経度なら EPSG:6668 です。",
            "A name goes into the item for the name. For latitude and longitude in JGD2011 the code is EPSG:6668.",
        ),
    ),
    (
        re.compile("ITRF", re.IGNORECASE),
        Text("ITRF は年ごとに EPSG コードが異なります。", "Each ITRF realisation has an EPSG code of its own."),
    ),
)
_HEIGHTS = Text("高さの座標参照系のコードです。", "That is the code of a system for heights.")


def epsg(value: str, known: frozenset[str]) -> str | None:
    """The code in the form EPSG:6668, where a value certainly means one; a bare number only where it is ``known``.

    >>> epsg("６６６８", HORIZONTAL), epsg("1234", HORIZONTAL), epsg("urn:ogc:def:crs:EPSG::6668", HORIZONTAL)
    ('EPSG:6668', None, 'EPSG:6668')
    """
    text = plain(value)
    if f"EPSG:{text}" in known:
        return f"EPSG:{text}"
    match = _WRITTEN.fullmatch(text) or _ADDRESS.fullmatch(text)
    return f"EPSG:{match[1]}" if match else None


def suggest(value: str) -> str | None:
    """The code, where a value certainly means one. JGD2011 alone may also mean plane coordinates, so nothing is offered for it.

    >>> suggest("6668"), suggest("JGD2011（B，L）"), suggest("JGD2011")
    ('EPSG:6668', 'EPSG:6668', None)
    """
    if _LATITUDE_LONGITUDE.fullmatch(plain(value)):
        return "EPSG:6668"
    return epsg(value, HORIZONTAL)


def _no_code(value: str) -> Details | None:
    if compiled(CODE).fullmatch(value):
        return {"hint": _HEIGHTS} if value in VERTICAL else None
    text = plain(value)
    named = next((said for name, said in _NAMES if name.search(text)), None)
    return {"hint": named} if named else hint(value)


SYSTEM = warning("GIF-GEO-007", Clause("DS-444", "§1.2"), look=_no_code, level="LV1").says(
    ("座標参照系は EPSG コードで書く", "Reference system is given as an EPSG code"),
    (
        "「{value}」は、位置の座標参照系の EPSG コード（EPSG: と数字）ではありません。",
        '"{value}" is not the EPSG code of a reference system for positions (EPSG: and a number).',
    ),
    good=("EPSG:6668", "EPSG:4326", "EPSG:30169"),
    bad=("6668", "JGD2011", "世界測地系", "ITRF2014", "epsg:6668", "EPSG:6695"),
)

PART = kind("coordinate_reference_system", clean=CODE, clean_too=lambda value: value not in VERTICAL, suggest=suggest).says(
    ("座標参照系コード", "coordinate reference system"),
    ("EPSG: と数字4〜5桁（JGD2011 の緯度・経度は EPSG:6668）", "EPSG: and 4 or 5 digits (EPSG:6668 for JGD2011)"),
    checks=(SYSTEM, NULL_WORDS),
    examples=("EPSG:6668",),
)
