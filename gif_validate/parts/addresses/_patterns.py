"""Mandatory patterns of an address (住所の必須パターン1〜7), and the one by coordinates. GIF DS-433 §1.2 表3, §1.4.

No part: the rules compare the items of one record.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...catalogue.rows import error, info
from ...catalogue.rule import Clause, Details
from ._items import TEXT_ITEMS, filled, items

_BUILDING = "建物名等"
PATTERNS: Mapping[int, tuple[str, ...]] = {
    1: ("全国地方公共団体コード", "町字ID", "都道府県", "市区町村", "町字", "番地以下", _BUILDING, "連結表記"),
    2: ("全国地方公共団体コード", "町字ID", "都道府県", "市区町村", "町字以下", _BUILDING, "連結表記"),
    3: ("全国地方公共団体コード", "町字ID", _BUILDING, "連結表記"),
    4: ("全国地方公共団体コード", "都道府県", "市区町村", "町字", "番地以下", _BUILDING, "連結表記"),
    5: ("全国地方公共団体コード", "町字", "番地以下", _BUILDING, "連結表記"),
    6: ("都道府県", "市区町村", "町字", "番地以下", _BUILDING, "連結表記"),
    7: ("連結表記", "郵便番号", "国"),
}
"""Pattern → its mandatory items. An address without a building leaves that item empty, so only its presence counts."""
_POSITION = ("緯度", "経度")
_REFERENCE = ("座標参照系", "座標参照系コード")


def lacking(record: Mapping[str, str]) -> Mapping[int, tuple[str, ...]]:
    """Pattern → what a record lacks of it."""
    present = set(filled(record)) | ({_BUILDING} & set(items(record)))
    return {number: tuple(name for name in names if name not in present) for number, names in PATTERNS.items()}


def by_coordinates(record: Mapping[str, str]) -> tuple[str, ...]:
    """What a record lacks of the form by coordinates: the address in one string, position, reference system."""
    found = filled(record)
    missing = [name for name in ("連結表記", *_POSITION) if name not in found]
    return (*missing, *(() if any(name in found for name in _REFERENCE) else ("座標参照系",)))


def _no_pattern(record: Mapping[str, str]) -> Details | None:
    missing = lacking(record)
    if not all(missing.values()) or not by_coordinates(record):
        return None
    best = min(missing, key=lambda number: (len(missing[number]), number))
    return {"best": str(best), "lacking": "、".join(missing[best])}


def _coordinates_incomplete(record: Mapping[str, str]) -> Details | None:
    found = filled(record)
    divided = [name for name in TEXT_ITEMS if name in found and name != "連結表記"]
    if divided or not any(name in found for name in _POSITION) or not all(lacking(record).values()):
        return None
    missing = by_coordinates(record)
    return {"lacking": "、".join(missing)} if missing else None


_ONE = {
    "全国地方公共団体コード": "131016",
    "町字ID": "0056000",
    "都道府県": "東京都",
    "市区町村(郡)": "千代田区",
    "町字": "紀尾井町",
    "番地以下": "1-3",
    "建物名等(方書)": "",
    "連結表記": "東京都千代田区紀尾井町1-3",
}
_POSITIONED = {"連結表記": "東京都千代田区紀尾井町1-3", "緯度": "35.680959", "経度": "139.767306", "座標参照系": "JGD2011"}

PATTERN = error("GIF-ADDR-030", Clause("DS-433", "§1.2"), compare=_no_pattern, level="LV2").says(
    ("住所の必須パターン1〜7のどれかを満たす", "An address meets one of the mandatory patterns 1 to 7"),
    (
        "住所の項目がどの必須パターン（1〜7）も満たしません。最も近いパターン{best}に足りない項目：{lacking}。",
        "The items of the address meet none of the mandatory patterns 1 to 7. The nearest, pattern {best}, also needs: {lacking}.",
    ),
    good=(
        _ONE,
        {"連結表記": "12 Main Street, Springfield", "郵便番号": "62701", "国": "USA"},
        {"全国地方公共団体コード": "131016", "町字ID": "0056000", "建物名等（方書）": "", "連結表記": "東京都千代田区紀尾井町1-3"},
        _POSITIONED,
    ),
    bad=(
        {"都道府県": "東京都", "市区町村": "千代田区", "町字": "紀尾井町", "番地以下": "1-3", "建物名等（方書）": ""},
        {"連結表記": "東京都千代田区紀尾井町1-3"},
    ),
)
BY_COORDINATES = info("GIF-ADDR-032", Clause("DS-433", "§1.4"), compare=_coordinates_incomplete).says(
    ("座標中心の住所は連結表記と位置を持つ", "An address by coordinates has its text and its position"),
    (
        "座標を中心とする住所に {lacking} がありません。連結表記・緯度・経度・座標参照系をそろえます。",
        "The address by coordinates lacks {lacking}. It needs the address in one string, latitude, longitude and reference system.",
    ),
    good=(_POSITIONED, _ONE),
    bad=({"連結表記": "東京都千代田区紀尾井町1-3", "緯度": "35.680959", "経度": "139.767306"}, {"緯度": "35.680959", "経度": ""}),
)
