"""Address in one string (連結表記): from the prefecture to the building, in the notation that it had. GIF DS-433 §1.3.

The original notation is kept, so kanji numerals, 番, 号 and full-width digits are no fault. A foreign address in Latin letters is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, compiled
from ...characters.rules import PRIVATE
from ...codelists import rows
from ...codelists.towns import towns
from ..identifiers.municipality_code import forms_of
from ..part import kind
from ..placeholder import NULL_WORDS, hint, is_value
from ..texts.text import CHECKS, clean_text
from ..texts.text import suggest as without_layout
from ._words import none_fires
from .prefecture import NAMES

_AMBIGUOUS = ""
"""Stands for the ward of a designated city: its name alone says neither the city nor, often, the prefecture."""
_LONGEST = 13
"""No name of a municipality is longer."""
_FOREIGN = "[ -~À-ɏ]{1,}"


def _no_prefecture(value: str) -> Details | None:
    return None if value.startswith(NAMES) or compiled(_FOREIGN).fullmatch(value) else hint(value)


@cache
def _prefecture_of() -> Mapping[str, str]:
    """Name of a city, or of a ward of Tokyo, that only one prefecture has → the prefecture. Towns and villages share names with 町字."""
    found: dict[str, set[str]] = {}
    for row in rows("municipalities"):
        name = row["name_ja"]
        if len(name) > 2 and name.endswith(("市", "区")):
            found.setdefault(name, set()).add(row["prefecture"])
        ward = re.fullmatch("(.+市)(.+区)", name)
        if ward:
            found.setdefault(ward[2], set()).add(_AMBIGUOUS)
    return {name: next(iter(prefectures)) for name, prefectures in found.items() if len(prefectures) == 1 and _AMBIGUOUS not in prefectures}


@cache
def _without_prefecture() -> tuple[str, ...]:
    """Municipalities behind the name of their prefecture without 都, 府 or 県: 千葉市川市, 山梨市川三郷町."""
    found = ((row["prefecture"][:-1], row["name_ja"]) for row in rows("municipalities"))
    return tuple(short + form for short, name in found for form in forms_of(name))


def _means_more(text: str, city: str) -> bool:
    """True where a text that begins with the name of a city may also begin with a longer name (千葉市川市, 加茂市場)."""
    return text.startswith(_without_prefecture()) or any(text[:end] in towns() for end in range(len(city) + 1, _LONGEST))


def suggest(value: str) -> str | None:
    """The prefecture put before the name of a city that no other prefecture has, where it can be read in no other way.

    >>> suggest("千代田区霞が関2-1-2"), suggest("府中市宮西町2-24"), suggest("霞が関2-1-2"), suggest("千葉市川市八幡1-1-1")
    ('東京都千代田区霞が関2-1-2', '府中市宮西町2-24', '霞が関2-1-2', '千葉市川市八幡1-1-1')
    """
    text = without_layout(value)
    if text is None or text.startswith(NAMES):
        return text
    cities = [text[:length] for length in range(3, _LONGEST) if text[:length] in _prefecture_of()]
    meant = {_prefecture_of()[city] for city in cities}
    return next(iter(meant)) + text if len(meant) == 1 and not _means_more(text, cities[0]) else text


FROM_PREFECTURE = warning("GIF-ADDR-031", Clause("DS-433", "§1.3"), look=_no_prefecture).says(
    ("連結表記は都道府県から建物名までを一続きに", "A whole address runs from the prefecture to the building"),
    (
        "「{value}」は都道府県名で始まっていません。連結表記は都道府県から建物名等までを一続きに書きます。",
        '"{value}" does not begin with a prefecture. The address in one string runs from the prefecture to the building.',
    ),
    good=("東京都千代田区紀尾井町1-3 東京ガーデンテラス紀尾井町 19階Northフロア", "東京都千代田区霞が関二丁目１番６号"),
    bad=("千代田区霞が関2-1-2", "東京 千代田区霞が関2-1-2", "〒100-8926 東京都千代田区霞が関2-1-2"),
)

PART = kind(
    "address",
    suggest=suggest,
    clean_too=lambda value: clean_text(value) and is_value(value) and none_fires((FROM_PREFECTURE,), value),
    valid_too=lambda value: none_fires((PRIVATE,), value),
).says(
    ("住所（連結表記）", "address in one string"),
    ("都道府県から建物名等まで（元の表記のまま）", "from the prefecture to the building, in its own notation"),
    checks=(PRIVATE, FROM_PREFECTURE, *CHECKS[1:], NULL_WORDS),
    examples=("東京都千代田区紀尾井町1-3 東京ガーデンテラス紀尾井町 19階Northフロア",),
)
