"""Spatial ID (空間ID): z/f/x/y, such as 20/1/931369/413142. GIF DS-444 §2, §3.2.

z is the zoom level, f counts the layers of height, x and y the tiles of the Web Mercator projection from the north-west corner. A space of
zoom level z is 2^(25−z) metres high. What a record says beside the ID (latitude, longitude, height) is compared with it to the precision of
the digits given.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ...catalogue.rows import error, warning
from ...catalogue.rule import Clause, Details, Severity, compiled, when
from ...characters.widths import plain
from ..part import Use, kind
from ..placeholder import NULL_WORDS, unless
from ._coordinate import DECIMAL

MOST_ZOOM = 26
"""The table of DS-444 ends here."""
HEIGHT_BITS = 25
NORTHMOST = 85.0511
"""Degrees of latitude, north and south, that the projection covers."""
HIGHEST = 2**HEIGHT_BITS
"""Metres, up and down."""
# Nobody divides space so finely; the ranges of the indices are not judged above, so that no power of two grows without bound.
_JUDGED_ZOOM = 99

_COUNT, _SIGNED = "(0|[1-9][0-9]{0,})", "(0|-{0,1}[1-9][0-9]{0,})"
_CLEAN = f"([0-9]|1[0-9]|2[0-6])/{_SIGNED}/{_COUNT}/{_COUNT}"
_CANONICAL = f"{_COUNT}/{_SIGNED}/{_COUNT}/{_COUNT}"
_LOOSE = "[0-9]{1,}/-{0,1}[0-9]{1,}/[0-9]{1,}/[0-9]{1,}"
_HEIGHT = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Space:
    """A spatial ID as numbers: zoom level, layer, tile to the east, tile to the south."""

    z: int
    f: int
    x: int
    y: int

    def __str__(self) -> str:
        return f"{self.z}/{self.f}/{self.x}/{self.y}"

    @property
    def parent(self) -> Space:
        """The space of the zoom level above that holds it. Layers below ground are halved downwards: the parent of −1 is −1."""
        return Space(self.z - 1, self.f // 2, self.x // 2, self.y // 2)

    def above(self, z: int) -> Space:
        """The space of zoom level ``z`` (not greater than its own) that holds it."""
        steps = self.z - z
        return Space(z, self.f >> steps, self.x >> steps, self.y >> steps)


def tile(z: int, latitude: float, longitude: float) -> tuple[int, int]:
    """(x, y) of a point, by the formulas of §2.3; latitudes beyond ±85.0511 count as on the edge.

    >>> tile(20, 35.676097, 139.744879)
    (931324, 412924)
    """
    count = 1 << z
    phi = math.radians(max(-NORTHMOST, min(NORTHMOST, latitude)))
    x = math.floor(count * (longitude + 180) / 360)
    y = math.floor(count * (1 - math.log(math.tan(phi) + 1 / math.cos(phi)) / math.pi) / 2)
    return min(max(x, 0), count - 1), min(max(y, 0), count - 1)


def layer(z: int, height: float) -> int:
    """f of a height in metres above the geoid, by the formula of §2.3.

    >>> layer(25, 3.5), layer(20, 40), layer(25, -0.1)
    (3, 1, -1)
    """
    return math.floor(height * 2.0 ** (z - HEIGHT_BITS))


def _has_form(value: str) -> bool:
    return compiled(_LOOSE).fullmatch(value) is not None


def _is_in_range(value: str) -> bool:
    """For a value of the form: 0 ≤ x, y < 2^z and −2^z ≤ f < 2^z."""
    zoom, *texts = (text.lstrip("0") or "0" for text in value.replace("-", "").split("/"))
    if len(zoom) > 2 or int(zoom) > _JUDGED_ZOOM:
        return True
    count = 1 << int(zoom)
    if any(len(text) > len(str(count)) for text in texts):
        return False
    f, x, y = map(int, texts)
    lowest_layer = f == count and "-" in value
    return (f < count or lowest_layer) and x < count and y < count


def parsed(value: str) -> Space | None:
    """The numbers of a spatial ID with a zoom level of the table and indices in range; None for anything else."""
    if not _has_form(value) or not _is_in_range(value):
        return None
    zoom = value.split("/", maxsplit=1)[0].lstrip("0") or "0"
    return Space(*map(int, value.split("/"))) if len(zoom) <= 2 and int(zoom) <= MOST_ZOOM else None


def _out_of_range(value: str) -> Details | None:
    return {} if _has_form(value) and not _is_in_range(value) else None


def _deep(value: str) -> Details | None:
    if not _has_form(value):
        return None
    zoom = value.split("/", maxsplit=1)[0].lstrip("0")
    return {} if len(zoom) > 2 or int(zoom or "0") > MOST_ZOOM else None


def _no_id(value: str) -> Details | None:
    return unless(_LOOSE)(value) if not _has_form(value) else _out_of_range(value)


def suggest(value: str) -> str | None:
    """The ID in half width, without zeros in front and without the solidus that some put before it.

    >>> suggest("／20／1／931369／413142"), suggest("20/01/931369/413142"), suggest("20-1-931369-413142")
    ('20/1/931369/413142', '20/1/931369/413142', None)
    """
    text = plain(value).removeprefix("/")
    if not _has_form(text):
        return None
    return re.sub("-0(?=/)", "0", re.sub("(?<![0-9])0+(?=[0-9])", "", text))


def _around(text: str) -> tuple[float, float] | None:
    """The least and the greatest number that is written like this: half a unit of the last digit to both sides."""
    if not compiled(DECIMAL).fullmatch(text) and not _HEIGHT.fullmatch(text):
        return None
    half = 0.5 * 10.0 ** -min(len(text.partition(".")[2]), 15)
    return float(text) - half, float(text) + half


def _horizontal(record: Mapping[str, str]) -> Details | None:
    """Fires where the tile is not that of the latitude and longitude beside it."""
    space, north, east = parsed(record.get("空間ID", "")), _around(record.get("緯度", "")), _around(record.get("経度", ""))
    if space is None or north is None or east is None:
        return None
    least, most = tile(space.z, north[1], east[0]), tile(space.z, north[0], east[1])
    if least[0] <= space.x <= most[0] and least[1] <= space.y <= most[1]:
        return None
    x, y = tile(space.z, float(record["緯度"]), float(record["経度"]))
    return {"value": record["空間ID"], "expected": str(Space(space.z, space.f, x, y))}


def _vertical(record: Mapping[str, str]) -> Details | None:
    """Fires where the layer is not that of the height beside it."""
    text = record.get("標高") or record.get("高さ", "")
    space, around = parsed(record.get("空間ID", "")), _around(text)
    if space is None or around is None or layer(space.z, around[0]) <= space.f <= layer(space.z, around[1]):
        return None
    expected = Space(space.z, layer(space.z, float(text)), space.x, space.y)
    return {"value": record["空間ID"], "expected": str(expected), "height": text}


def _outside_domain(record: Mapping[str, str]) -> Details | None:
    if not record.get("空間ID", "").strip():
        return None
    height = record.get("標高") or record.get("高さ", "")
    for text, limit in ((record.get("緯度", ""), NORTHMOST), (height, HIGHEST)):
        around = _around(text)
        if around is not None and (around[0] > limit or around[1] < -limit):
            return {"value": text}
    return None


def _wrong_parent(record: Mapping[str, str]) -> Details | None:
    child, parent = parsed(record.get("空間ID", "")), parsed(record.get("親空間ID") or record.get("親の空間ID", ""))
    if child is None or parent is None or (parent.z < child.z and child.above(parent.z) == parent):
        return None
    expected = child.above(parent.z) if parent.z < child.z else child.parent if child.z else None
    return {"value": str(parent), "child": str(child), "expected": str(expected) if expected else "－"}


NOTATION = error("GIF-SPID-001", Clause("DS-444", "§2.2"), look=_no_id, level="LV1").says(
    ("空間IDは z/f/x/y で書く", "Spatial ID is z/f/x/y"),
    (
        "空間ID「{value}」は、ズームレベル/鉛直/東西/南北（z/f/x/y）の番号を半角で並べたものではありません。",
        'The spatial ID "{value}" is not zoom level, height, east-west and north-south index (z/f/x/y).',
    ),
    good=("20/1/931369/413142", "0/-1/0/0", "2/-4/3/3"),
    bad=("20/1/931369", "20-1-931369-413142", "/20/1/931369/413142", "2/0/0/-1", "2/4/0/0", "２０/1/931369/413142"),
)
RANGES = error("GIF-SPID-002", Clause("DS-444", "§3.2"), look=_out_of_range, level="LV1", about="truth").says(
    ("空間IDの各番号がズームレベルの範囲にある", "Spatial ID indices fit the zoom level"),
    (
        "空間ID「{value}」の番号がズームレベル z の範囲（x と y は 0 以上 2^z 未満、f は −2^z 以上 2^z 未満）を超えています。",
        'An index of the spatial ID "{value}" is out of range: 0 ≤ x, y < 2^z and −2^z ≤ f < 2^z.',
    ),
    good=("20/1/931369/413142", "0/-1/0/0", "1/1/1/1", "1/-2/0/0"),
    bad=("2/4/0/0", "2/0/4/0", "2/0/0/4", "2/-5/0/0"),
)
ZOOM = warning("GIF-SPID-005", Clause("DS-444", "§3.2"), look=_deep).says(
    ("ズームレベルは表にある0〜26に収める", "Zoom level lies in the table, 0 to 26"),
    (
        "空間ID「{value}」のズームレベルは、表にある 0〜26 を超えています。",
        'The zoom level of the spatial ID "{value}" lies beyond the table, which has 0 to 26.',
    ),
    good=("26/1/59607616/26441088",),
    bad=("27/1/119215232/52882176", "100/0/0/0"),
)
_RECORD = {"空間ID": "20/1/931324/412924", "緯度": "35.676097", "経度": "139.744879", "標高": "40.0"}
HORIZONTAL = warning("GIF-SPID-003", Clause("DS-444", "§2.3"), compare=_horizontal, level="LV1", about="truth").says(
    ("空間IDの水平の番号は緯度・経度から定式で求める", "Spatial ID indices x and y follow from latitude and longitude"),
    (
        "空間ID「{value}」は同じ行の緯度・経度の空間ではありません。定式からは {expected} になります。",
        'The spatial ID "{value}" does not hold the latitude and longitude of its record; the formulas give {expected}.',
    ),
    good=(_RECORD, {"空間ID": "20/1/931324/412924"}),
    bad=({**_RECORD, "空間ID": "20/1/931369/413142"}, {**_RECORD, "空間ID": "20/1/412924/931324"}),
)
VERTICAL = warning("GIF-SPID-008", Clause("DS-444", "§2.3"), compare=_vertical, about="truth").says(
    ("空間IDの鉛直の番号が同じ行の高さと一致する", "Spatial ID index f agrees with the record's height"),
    (
        "空間ID「{value}」は同じ行の高さ {height} m の空間ではありません。定式からは {expected} になります。",
        'The spatial ID "{value}" does not hold the height of its record, {height} m; the formula gives {expected}.',
    ),
    good=(_RECORD, {"空間ID": "25/-1/29802368/13213568", "標高": "-0.5"}),
    bad=({**_RECORD, "標高": "25.5"}, {**_RECORD, "標高": "-40.0"}),
)
DOMAIN = error("GIF-SPID-004", Clause("DS-444", "§3.2"), compare=_outside_domain, level="LV1", about="truth").says(
    ("空間IDは緯度±85.0511度・高さ±33,554,432mの範囲で使う", "Spatial ID covers latitudes to ±85.0511, heights to ±33,554,432 m"),
    (
        "空間IDがありますが、「{value}」は空間IDで表せる範囲（緯度 ±85.0511 度、高さ ±33,554,432 m）の外です。",
        'There is a spatial ID, but "{value}" lies beyond what one can express: latitudes to ±85.0511°, heights to ±33,554,432 m.',
    ),
    good=(_RECORD,),
    bad=({**_RECORD, "緯度": "86.000000"}, {**_RECORD, "標高": "40000000.0"}),
)
PARENT = error("GIF-SPID-007", Clause("DS-444", "§3.2"), compare=_wrong_parent, about="truth").says(
    ("親の空間IDは各番号を2で割って求める", "A parent spatial ID halves each index"),
    (
        "「{value}」は空間ID「{child}」を含む上の空間ではありません。{expected} になります（負の f は切り下げます）。",
        '"{value}" is no space that holds the spatial ID "{child}"; that is {expected} (a negative f is rounded down).',
    ),
    good=(
        {"空間ID": "20/1/931369/413142", "親空間ID": "19/0/465684/206571"},
        {"空間ID": "20/-1/931369/413142", "親空間ID": "18/-1/232842/103285"},
    ),
    bad=(
        {"空間ID": "20/-1/931369/413142", "親空間ID": "19/0/465684/206571"},
        {"空間ID": "20/1/931369/413142", "親空間ID": "20/1/931369/413142"},
    ),
)

PART = kind("spatial_id", clean=_CLEAN, valid=_LOOSE, clean_too=_is_in_range, valid_too=_is_in_range, suggest=suggest).says(
    ("空間ID", "spatial ID"),
    ("z/f/x/y（ズームレベル/鉛直/東西/南北の番号）", "z/f/x/y: zoom level, height, east-west, north-south"),
    checks=(
        Use(ZOOM, lambda value: _deep(value) if _out_of_range(value) is None else None),
        Use(NOTATION, lambda value: when(_LOOSE, but_not=_CANONICAL)(value) if _out_of_range(value) is None else None, Severity.WARNING),
        RANGES,
        NOTATION,
        NULL_WORDS,
    ),
    examples=("20/1/931369/413142",),
)
