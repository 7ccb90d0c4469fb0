"""Grid square code (地域メッシュコード): 4, 6 or 8 digits, 9 to 11 for half, quarter and eighth. JIS X 0410; GIF has no form for it.

Two digits for the latitude (in units of 40 minutes), two for the longitude (degrees less 100); then an eighth of the square each way
(0–7), a tenth of that (0–9), and halves (1 south-west, 2 south-east, 3 north-west, 4 north-east). The combined squares of JIS X 0410 are
codes as well: 5 km (six digits and 1–4) and 2 km (six digits, two even digits, 5).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ...catalogue.rows import error, warning
from ...catalogue.rule import Clause, Details, Severity, when
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import Use, kind
from ..placeholder import NULL_WORDS, unless
from ._coordinate import number

# Digits are written out instead of counted (see forms.py).
_QUARTERS = "([1-4]([1-4][1-4]{0,1}){0,1}){0,1}"
_REST = f"([0-7][0-7]([0-9][0-9]{_QUARTERS}|[1-4]|[02468][02468]5){{0,1}}){{0,1}}"
_JAPAN = f"(3[0-9]|[45][0-9]|6[0-8])(2[2-9]|[34][0-9]|5[0-3]){_REST}"
_EARTH = f"[0-9][0-9][0-7][0-9]{_REST}"
_TENTHS = "[0-9][0-9][0-7][0-9][0-7][0-7][0-9][0-9][0-9][0-9]"
# Minutes of latitude of the primary square; its longitude is 60. Everything is counted in minutes.
_HEIGHT, _WIDTH = Decimal(40), Decimal(60)


@dataclass(frozen=True, slots=True)
class Square:
    """The south-west corner of a square and its sides, in minutes."""

    south: Decimal
    west: Decimal
    height: Decimal
    width: Decimal

    def part(self, divisor: int, row: int, column: int) -> Square:
        """One of the squares that it is divided into, counted from the south-west."""
        height, width = self.height / divisor, self.width / divisor
        return Square(self.south + row * height, self.west + column * width, height, width)

    def holds(self, latitude: tuple[Decimal, Decimal], longitude: tuple[Decimal, Decimal]) -> bool:
        """True where some point between the latitudes and longitudes given (minutes) lies in it."""
        in_height = latitude[1] >= self.south and latitude[0] < self.south + self.height
        return in_height and longitude[1] >= self.west and longitude[0] < self.west + self.width


def square(code: str) -> Square | None:
    """Where a code lies; None for what is no code.

    >>> square("533946")
    Square(south=Decimal('2140'), west=Decimal('8385.0'), height=Decimal('5'), width=Decimal('7.5'))
    """
    if unless(_EARTH)(code) is not None:
        return None
    found = Square(int(code[:2]) * _HEIGHT, (int(code[2:4]) + 100) * _WIDTH, _HEIGHT, _WIDTH)
    if len(code) >= 6:
        found = found.part(8, int(code[4]), int(code[5]))
    if len(code) == 9 and code[8] == "5":
        return found.part(5, int(code[6]) // 2, int(code[7]) // 2)
    halves = code[6:]
    if len(code) >= 8:
        found, halves = found.part(10, int(code[6]), int(code[7])), code[8:]
    for digit in halves:
        found = found.part(2, *divmod(int(digit) - 1, 2))
    return found


def code_of(latitude: Decimal, longitude: Decimal, length: int) -> str:
    """The code of 4, 6, 8, 9, 10 or 11 digits (halves of the third square) that holds a point given in degrees.

    >>> code_of(Decimal("35.676097"), Decimal("139.744879"), 8)
    '53394519'
    """
    south, west = latitude * 60, longitude * 60
    code = f"{int(south // _HEIGHT):02}{int(west // _WIDTH) - 100:02}"
    south, west, height, width = south % _HEIGHT, west % _WIDTH, _HEIGHT, _WIDTH
    for divisor in (8, 10, 2, 2, 2)[: {4: 0, 6: 1, 8: 2}.get(length, length - 6)]:
        height, width = height / divisor, width / divisor
        row, column = int(south // height), int(west // width)
        code += str(2 * row + column + 1) if divisor == 2 else f"{row}{column}"
        south, west = south % height, west % width
    return code


def _around(text: str) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest number of minutes that some degrees stand for: half a unit of their last digit to both sides."""
    degrees = number(text)
    if degrees is None:
        return None
    half = Decimal(5).scaleb(-len(text.partition(".")[2]) - 1)
    return (degrees - half) * 60, (degrees + half) * 60


def _disagreement(record: Mapping[str, str]) -> Details | None:
    code = record.get("地域メッシュコード") or record.get("メッシュコード", "")
    latitude, longitude = _around(record.get("緯度", "")), _around(record.get("経度", ""))
    found = square(code)
    if found is None or latitude is None or longitude is None or found.holds(latitude, longitude):
        return None
    return {"value": code, "expected": _expected(record["緯度"], record["経度"], code)}


def _expected(latitude: str, longitude: str, like: str) -> Text:
    """The code of the same kind as another for a point given in degrees."""
    north, east = Decimal(latitude), Decimal(longitude)
    if not (0 <= north * 60 < 100 * _HEIGHT and 100 <= east < 180):
        return Text("該当なし（この緯度・経度のメッシュはない）", "none (no square lies there)")
    if len(like) == 7:
        row, column = (int(digit) // 5 for digit in code_of(north, east, 8)[6:])
        code = code_of(north, east, 6) + str(2 * row + column + 1)
    elif len(like) == 9 and like[8] == "5":
        code = code_of(north, east, 6) + "".join(str(int(digit) // 2 * 2) for digit in code_of(north, east, 8)[6:]) + "5"
    else:
        code = code_of(north, east, len(like))
    return Text(code, code)


def suggest(value: str) -> str | None:
    """The digits in a row, in half width.

    >>> suggest("5339-45-09"), suggest("５３３９４５０９"), suggest("53394509.0")
    ('53394509', '53394509', '53394509')
    """
    text = re.sub(r"\.0\Z", "", plain(value))
    if re.fullmatch("[0-9]{4}-[0-9]{2}(-[0-9]{2}(-[1-4]){0,3})?", text):
        return text.replace("-", "")
    return text if text.isascii() and text.isdigit() else None


_OUTSIDE = Text("は日本の範囲の外の地域メッシュコードです。", " is a grid square code outside Japan.")
_NONE = Text(
    "は地域メッシュコード（半角数字4・6・8桁、分割地域メッシュは9〜11桁）ではありません。",
    " is no grid square code: 4, 6 or 8 half-width digits, 9 to 11 for the halves of a square.",
)
_TENTH = Text(
    "は第3次メッシュの1/10（100 m）の形で、JIS X 0410 にはない書き方です。",
    " is a tenth of a third square (100 m), which JIS X 0410 does not have.",
)


def _said(look: Details | None, problem: Text) -> Details | None:
    return None if look is None else {"problem": problem, **look}


CODE = error("MESH-001", Clause("JIS X 0410", "4"), look=lambda value: _said(unless(_EARTH)(value), _NONE), about="truth").says(
    ("地域メッシュコードは JIS X 0410 の桁数と範囲に合う", "Grid square code has the digits of JIS X 0410"),
    ("「{value}」{problem}", '"{value}"{problem}'),
    good=("53394509", "5339", "533945", "533945093", "53394509344"),
    bad=("5339-45-09", "533985", "53394", "５３３９４５０９", "533945095", "abc"),
)
AGREES = warning("MESH-002", Clause("JIS X 0410", "4"), compare=_disagreement, about="truth").says(
    ("地域メッシュコードが同じ行の緯度・経度と一致する", "Grid square code agrees with the record's coordinates"),
    (
        "地域メッシュコード「{value}」は同じ行の緯度・経度を含みません。正しくは {expected} です。",
        'The grid square "{value}" does not hold the latitude and longitude of its record; that would be {expected}.',
    ),
    good=({"地域メッシュコード": "53394519", "緯度": "35.676097", "経度": "139.744879"}, {"地域メッシュコード": "53394509"}),
    bad=({"地域メッシュコード": "53394609", "緯度": "35.676097", "経度": "139.744879"},),
)

PART = kind("mesh_code", clean=_JAPAN, valid=f"({_EARTH}|{_TENTHS})", suggest=suggest).says(
    ("地域メッシュコード", "grid square code"),
    ("半角数字4・6・8桁（分割地域メッシュは9〜11桁）", "4, 6 or 8 half-width digits (9 to 11 for halves)"),
    checks=(
        Use(CODE, lambda value: _said(when(_EARTH, but_not=_JAPAN)(value), _OUTSIDE), Severity.WARNING),
        Use(CODE, lambda value: _said(when(_TENTHS, but_not=_EARTH)(value), _TENTH), Severity.INFO),
        Use(CODE, lambda value: _said(unless(f"({_EARTH}|{_TENTHS})")(value), _NONE)),
        NULL_WORDS,
    ),
    examples=("53394509", "5339"),
)
