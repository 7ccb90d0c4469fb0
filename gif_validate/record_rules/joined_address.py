"""The address in one string (連結表記) beside the items that it is joined from. GIF DS-438 住所, DS-433 §1.3.

The string keeps its own notation, so widths, hyphens, numerals, 大字, counties and wards make no difference, and what it leaves out is no
contradiction. Another place than the items name is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..catalogue.rows import warning
from ..catalogue.rule import Clause, Details, compiled
from ..parts.addresses.block_number import is_date
from ..parts.addresses.municipality import called
from ..parts.addresses.prefecture import NAMES
from ..parts.identifiers.municipality_code import folded, forms_of
from .comparison import Comparison, address_fold

_ITEMS = {
    "address": "連結表記",
    "prefecture": "都道府県",
    "municipality": "市区町村(郡)",
    "town": "町字",
    "block": "番地以下",
    "town_and_block": "町字以下",
}
"""Role → the item of DS-438 that plays it."""
_LONGEST = 16
_DIGITS = "[0-9-]{1,}"
_MASKED = "[○〇◯●×＊*]"
"""Signs that stand for what is not told: such an address (2-○-○) says nothing of its town and block."""


def disagreement(values: Mapping[str, str], names: Mapping[str, str]) -> Details | None:
    """What is wrong where the whole address names another place than the first of its parts that differs; role → text, role → item."""
    role = _differing(values)
    if not role:
        return None
    return {"item": names["address"], "value": values["address"], "part": names[role], "text": values[role]}


def _differing(values: Mapping[str, str]) -> str:
    """The role of the first part that differs; empty where none does.

    >>> _differing({"address": "沖縄県那覇市泉崎1-2-2", "prefecture": "東京都", "municipality": "千代田区"})
    'prefecture'
    >>> _differing({"address": "東京都千代田区霞が関二丁目1番2号", "municipality": "千代田区", "town": "霞が関二丁目", "block": "1-2"})
    ''
    """
    text, given = folded(values["address"]), {role: folded(each) for role, each in values.items()}
    shown = next(filter(text.startswith, NAMES), "")
    rest = text.removeprefix(shown)
    if text.isascii():
        return ""
    if shown and given.get("prefecture") in NAMES and given["prefecture"] != shown:
        return "prefecture"
    if _is_elsewhere(rest, given.get("municipality", "").removeprefix(shown)):
        return "municipality"
    if compiled(_MASKED).search(rest):
        return ""
    return next((role for role in ("town", "block", "town_and_block") if not _holds(rest, role, given)), "")


def _is_elsewhere(rest: str, municipality: str) -> bool:
    """True where an address, behind its prefecture, begins with another municipality; a ward may lack its city, a city its ward."""
    if municipality in rest or municipality not in called():
        return False
    full, *shorter = map(folded, forms_of(municipality))
    city = next(filter(full.startswith, shorter), "")
    if any(form in rest for form in shorter if form != city) or len(_beginning(municipality + rest)) > len(municipality):
        return False
    return bool(_beginning(rest)) and not (city and compiled(f"{re.escape(city)}(?![^0-9０-９]{{1,5}}区)").match(rest))


def _beginning(text: str) -> str:
    """The longest name of a municipality with which a text begins; empty where none does."""
    names = called()
    return next((text[:end] for end in range(_LONGEST, 1, -1) if text[:end] in names), "")


def _holds(rest: str, role: str, given: Mapping[str, str]) -> bool:
    """True where the address holds the text of a role, or ends within it; a block number in words (番外地) or a date is let pass."""
    text = given.get(role, "")
    if text in rest or (role == "block" and is_date(text)):
        return True
    part, below = _spelled(text), _spelled(rest.removeprefix(_beginning(rest)))
    if role == "block":
        town = _spelled(given.get("town", ""))
        return part in below or compiled(_DIGITS).fullmatch(part) is None or town.startswith(below)
    return part in _spelled(rest) or part.startswith(below)


def _spelled(text: str) -> str:
    return re.sub("大?字", "", address_fold(text))


def _compare(*texts: str) -> Details | None:
    values = dict(zip(_ITEMS, texts, strict=False))
    return disagreement(values | {"municipality": values["municipality"] or texts[-1]}, _ITEMS)


PARTS = warning(
    "GIF-ADR-007", Clause("DS-438", "住所"), compare=Comparison((*_ITEMS.values(), "市区町村"), _compare), level="LV2", about="truth"
).says(
    ("連結表記は分けた住所の項目と一致する", "The address in one string agrees with its parts"),
    (
        "「{item}」の「{value}」が、「{part}」の「{text}」と一致しません。どちらかが別の場所を指しています。",
        '"{item}" is "{value}", which does not agree with "{text}" ({part}): one of them names another place.',
    ),
    good=(
        {
            "連結表記": "東京都千代田区霞が関二丁目１番２号",
            "都道府県": "東京都",
            "市区町村(郡)": "千代田区",
            "町字": "霞が関二丁目",
            "番地以下": "1-2",
        },
        {"連結表記": "北海道当別町白樺町58", "都道府県": "北海道", "市区町村(郡)": "石狩郡当別町"},
        {"連結表記": "12 Main Street, Springfield", "国/コード": "USA"},
    ),
    bad=(
        {"連結表記": "沖縄県那覇市泉崎1-2-2", "都道府県": "東京都", "市区町村(郡)": "千代田区"},
        {"連結表記": "東京都港区芝公園1-5-25", "都道府県": "東京都", "市区町村": "千代田区"},
        {"連結表記": "東京都千代田区霞が関2-1-2", "町字": "紀尾井町", "番地以下": "1-3"},
    ),
)
