"""Building, floor and room (建物名等（方書）): text in an item of its own. GIF DS-442 §1.1, §2.

The item holds building, floor and room together and has no written form; the characters are those of any text. The rules that keep
buildings and rooms out of the number items are declared here.
"""

from __future__ import annotations

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Details, compiled
from ...characters.rules import PRIVATE
from ..part import kind
from ..placeholder import NULL_WORDS, is_value
from ..texts.text import CHECKS, clean_text, suggest
from ._words import ANY_HYPHEN, ARABIC, BUILDING_WORDS, ROOM_WORDS, none_fires

_BLOCK = rf"([{ARABIC}](番地|番|{ANY_HYPHEN})[{ARABIC}]{{1,9}}(番地|番|号)?|[{ARABIC}](番地|番|号)|[{ARABIC}](丁目)?(?=[ 　]))"
"""The end of what can only be a block number."""
_AFTER_BLOCK = rf"{_BLOCK}[ 　]{{0,3}}(?=[^{ARABIC}\- 　条線区丁町館室棟])"
"""The same with something behind it that is neither a number nor part of a street's or building's name."""
_BEFORE_ROOM = f"{_BLOCK}(?![館室棟])"
_BRACKETS = "(（"


def _building(value: str) -> Details | None:
    """Fires where a building stands behind a block number; what stands there is the detail ``found``. Remarks in brackets are none."""
    number = compiled(_AFTER_BLOCK).search(value)
    rest = value[number.end() :] if number else ""
    return {"found": rest} if rest and rest[0] not in _BRACKETS and compiled(BUILDING_WORDS).search(rest) else None


def _room(value: str) -> Details | None:
    """Fires where a room or floor stands behind a block number."""
    number = compiled(_BEFORE_ROOM).search(value)
    found = compiled(ROOM_WORDS).search(value, number.end()) if number else None
    return {"found": found[0]} if found else None


OWN_ITEM = error("GIF-ADDR-027", Clause("DS-442", "§1.1"), look=_building, level="LV1").says(
    ("建物名等は住所と別の項目にする", "Buildings are an item of their own"),
    (
        "「{value}」の番地の後に建物名「{found}」があります。建物名は「建物名等（方書）」の項目に書きます。",
        'A building ("{found}") stands behind the block number in "{value}". It belongs in the item 建物名等（方書）.',
    ),
    good=("霞が関2-1-2", "第2団地1-3"),
    bad=("霞が関2-1-2 中央合同庁舎第2号館", "本町1番2号市民会館", "本町123 本町ビル"),
)
ROOM = error("GIF-ADDR-028", Clause("DS-442", "§2"), look=_room, level="LV1").says(
    ("部屋番号・階は「建物名等（方書）」へ", "Rooms and floors go in the building item"),
    (
        "「{value}」に部屋番号や階（{found}）があります。建物名と合わせて「建物名等（方書）」の項目に書きます。",
        'There is a room or floor ({found}) in "{value}". It belongs in the item 建物名等（方書）, together with the building.',
    ),
    good=("霞が関2-1-2", "二階堂123"),
    bad=("霞が関2-1-2 3階", "本町1-2-3 502号室", "本町1-2 5F"),
)

PART = kind(
    "building",
    suggest=suggest,
    clean_too=lambda value: clean_text(value) and is_value(value),
    valid_too=lambda value: none_fires((PRIVATE,), value),
).says(
    ("建物名等（方書）", "building, floor and room"),
    ("建物名・階・部屋番号（JIS X 0213 の文字、一行）", "building, floor and room (characters of JIS X 0213, on one line)"),
    checks=(*CHECKS, NULL_WORDS),
    examples=("中央合同庁舎第2号館", "霞が関レジデンス502号室", "東京ガーデンテラス紀尾井町 19階Northフロア"),
)
