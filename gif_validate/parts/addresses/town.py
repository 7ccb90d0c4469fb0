"""Town (町字): the registered name, 丁目 with a kanji numeral (霞が関二丁目). GIF DS-442 §1.1 2)."""

from __future__ import annotations

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, compiled, where
from ...characters.rules import PRIVATE
from ...characters.widths import half
from ...codelists.towns import towns
from ..part import kind
from ..placeholder import NULL_WORDS, is_value
from ..texts.text import CHECKS, clean_text
from ._words import ARABIC, NUMERALS, kanji, none_fires

_NUMBER = rf"[{ARABIC}](丁目|\Z)"
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_LAST = rf"(?<![{ARABIC}{NUMERALS}])([0-9]{{1,9}}|[０-９]{{1,9}})\Z"


def suggest(value: str) -> str | None:
    """丁目 with its kanji numeral, from 1 to 99, where the name has no other digits, or only all of it in kanji is a registered name.

    A number without 丁目 may be a lot, so it stays.

    >>> suggest("霞が関2丁目"), suggest("北1条西１２丁目"), suggest("霞が関2"), suggest("旭町1条2丁目")
    ('霞が関二丁目', '北一条西十二丁目', '霞が関2', None)
    """
    text = value.strip(" 　")
    name, _, behind = text.rpartition("丁目")
    town = compiled(_LAST).sub("", name)
    registered = _in_kanji(town) == town or (_in_kanji(town) in towns() and town.translate(_FULL) not in towns())
    if not behind and name != town and registered:
        return _in_kanji(name) + "丁目"
    return None if compiled(f"[{ARABIC}]丁目").search(text) else text


def _in_kanji(name: str) -> str:
    return compiled(f"[{ARABIC}]{{1,9}}").sub(lambda number: kanji(int(half(number[0]))) or number[0], name)


def _look(value: str) -> Details | None:
    """Digits before 丁目 or at the end, unless the postal data write the name so (保原町１丁目)."""
    return None if value in towns() else where(_NUMBER)(value)


KANJI_NUMERAL = warning("GIF-ADDR-019", Clause("DS-442", "§1.1 2)"), look=_look).says(
    ("町字の項目では丁目を漢数字で書く", "In the town item, block districts have a kanji numeral"),
    (
        "町字「{value}」の丁目は漢数字で書きます（登録された町字の名）。番地は「番地以下」の項目に書きます。",
        'In the town "{value}", 丁目 has a kanji numeral (the registered name). Block numbers go in the item 番地以下.',
    ),
    good=("霞が関二丁目", "紀尾井町", "西2線"),
    bad=("霞が関2丁目", "霞が関２丁目", "霞が関2"),
)

PART = kind(
    "town",
    suggest=suggest,
    clean_too=lambda value: clean_text(value) and is_value(value) and none_fires((KANJI_NUMERAL,), value),
    valid_too=lambda value: none_fires((PRIVATE,), value),
).says(
    ("町字", "town"),
    ("登録された町字の名。丁目は漢数字（霞が関二丁目）", "the registered name, 丁目 with a kanji numeral (霞が関二丁目)"),
    checks=(PRIVATE, KANJI_NUMERAL, *CHECKS[1:], NULL_WORDS),
    examples=("霞が関二丁目", "紀尾井町", "大字高川字大原"),
)
