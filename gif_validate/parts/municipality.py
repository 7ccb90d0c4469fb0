"""Municipality (市区町村(郡)): the present name, with or without its county. GIF DS-468-1 §2.3 5), DS-433 表2.

The ward of a designated city may stand with its city, alone, or be left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ..catalogue.rule import Clause, Details, Rule, Severity
from ..catalogue.text import Text
from ..codelists import codelist, rows
from .municipality_code import folded
from .part import Part
from .placeholder import NULL_WORDS
from .prefecture import NAMES

_ISLANDS = {"三宅村": "三宅島三宅村", "八丈町": "八丈島八丈町"}
"""Villages whose address has the name of the island before it, where others have their county."""


@cache
def forms() -> frozenset[str]:
    """Every accepted form of every present name; 恵 for 惠 as well, which registers write for each other (須惠町)."""
    found: set[str] = set(_ISLANDS.values())
    for row in rows("municipalities"):
        name = row["name_ja"]
        found |= {name, re.sub("^.+?郡(?=.+[町村]$)", "", name)}
        ward = re.fullmatch("(.+市)(.+区)", name)
        found |= set(ward.groups()) if ward else set()
    return frozenset(found | {name.replace("惠", "恵") for name in found})


@cache
def _by_fold() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form in forms():
        found.setdefault(folded(form), set()).add(form)
    return {key: frozenset(group) for key, group in found.items()}


def suggest(value: str) -> str | None:
    """The name as the list has it, where only spaces, ケ and ヶ or a prefecture put before it differ.

    >>> suggest("龍ヶ崎市"), suggest("東京都千代田区"), suggest("千代田　区"), suggest("東京市")
    ('龍ケ崎市', '千代田区', '千代田区', None)
    """
    text = folded(value)
    prefecture = next((name for name in NAMES if text.startswith(name)), "")
    meant = _by_fold().get(text) or _by_fold().get(text.removeprefix(prefecture)) or frozenset()
    return next(iter(meant)) if len(meant) == 1 else None


def _unknown(value: str) -> Details | None:
    return None if value in forms() else {"date": codelist("municipalities").version}


CURRENT_NAME = Rule(
    id="GIF-ADDR-035",
    title=Text("市区町村名は現在の名称で書く", "Municipality name is the present one"),
    severity=Severity.WARNING,
    clause=Clause("DS-468-1", "§2.3 5)"),
    message=Text(
        "「{value}」は市区町村の一覧（{date} 現在）にありません。現在の名称を、都道府県名を付けずに書きます。",
        '"{value}" is not in the list of municipalities as of {date}. Write the present name without the prefecture.',
    ),
    good=("千代田区", "横浜市中区", "横浜市", "石狩郡当別町", "当別町"),
    bad=("東京市", "東京都千代田区", "千代田", "浦和市"),
    look=_unknown,
)

PART = Part(
    name="municipality",
    title=Text("市区町村（郡）", "municipality"),
    accepts=Text("現在の市区町村名（郡・政令市の区は付けても付けなくてもよい）", "the present name, with or without its county or ward"),
    clean=None,
    valid=None,
    checks=(CURRENT_NAME, NULL_WORDS),
    examples=("千代田区", "横浜市中区"),
    suggest=suggest,
    clean_too=lambda value: value in forms(),
)
