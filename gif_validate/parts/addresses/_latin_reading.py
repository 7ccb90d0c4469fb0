"""English name and reading of the same place (英字とカナの対応): n-, ii and ei. GIF DS-442 §4.1.

No part: the rules compare two items of a record, and speak only where the two are the same word from end to end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ...catalogue.rows import info, warning
from ...catalogue.rule import Clause, Details, compiled
from ._items import items

_ROWS = (
    " アイウエオ",
    "kカキクケコ",
    "gガギグゲゴ",
    "sサ_スセソ",
    "zザ_ズゼゾ",
    "tタ__テト",
    "dダ__デド",
    "nナニヌネノ",
    "hハヒ_ヘホ",
    "bバビブベボ",
    "pパピプペポ",
    "mマミムメモ",
    "yヤ_ユ_ヨ",
    "rラリルレロ",
    "wワ____",
)
_IRREGULAR = {"シ": "shi", "ジ": "ji", "チ": "chi", "ヂ": "ji", "ツ": "tsu", "ヅ": "zu", "フ": "fu", "ヲ": "o"}
_SMALL = {"ャ": "a", "ュ": "u", "ョ": "o"}
_JOIN = "[-' ]?"
_LONGEST = 60
"""No name is longer; what is longer is not compared."""
_NAMES = ("都道府県", "市区町村", "町字", "建物名等")


@cache
def _syllables() -> Mapping[str, str]:
    found = {
        kana: (row[0] + vowel).strip() for row in _ROWS for kana, vowel in zip(row[1:], "aiueo", strict=True) if kana != "_"
    } | _IRREGULAR
    glides: dict[str, str] = {}
    for kana, sound in found.items():
        if sound.endswith("i") and len(sound) > 1:
            onset = sound[:-1] if sound in {"shi", "ji", "chi"} else f"{sound[:-1]}y"
            glides |= {kana + small: onset + vowel for small, vowel in _SMALL.items()}
    return found | glides


def _split(kana: str) -> list[str]:
    return re.findall("[ァ-ヺー][ャュョ]?", kana)


def _sound(unit: str, before: str, after: str, strict: str) -> str:
    """The expression for one kana; ``strict`` asks for what a rule asks (``n``: a hyphen behind n, ``i``: both vowels)."""
    sound = _syllables().get(unit, "")
    last = _syllables().get(before, "")[-1:]
    if unit == "ン":
        kept = after[:1] and after[0] in "アイウエオヤユヨ"
        return "n-" if kept and strict == "n" else f"[nm]{_JOIN}"
    if unit == "ッ":
        return "[kstpcgdbjzf]"
    if unit == "ー":
        return "h?"
    if unit == "イ" and last and last in "ie":
        return f"{_JOIN}i" if strict == "i" else f"({_JOIN}[ie])?"
    if (unit, last) in {("ウ", "o"), ("ウ", "u"), ("オ", "o")}:
        return f"({_JOIN}[uo])?"
    return f"{_JOIN}{sound}" if sound else "(?!)"


def _expression(kana: str, strict: str) -> str:
    units = _split(kana)
    return "".join(_sound(unit, before, after, strict) for before, unit, after in zip(["", *units], units, [*units[1:], ""], strict=False))


def spells(latin: str, kana: str, strict: str = "") -> bool:
    """True where the Latin name can be read as the kana; with ``strict`` only in the spelling that the rule asks for.

    >>> spells("Niigata-shi", "ニイガタシ"), spells("Nigata-shi", "ニイガタシ"), spells("Nigata-shi", "ニイガタシ", "i")
    (True, True, False)
    """
    if not kana or len(kana) > _LONGEST or len(latin) > _LONGEST or compiled("[ァ-ヺー]+").fullmatch(kana) is None:
        return False
    return re.fullmatch(_expression(kana, strict), latin.lower()) is not None


def _compare(strict: str, record: Mapping[str, str]) -> Details | None:
    found = items(record)
    for name in _NAMES:
        latin, kana = found.get(f"{name}(英字)", ""), found.get(f"{name}(カナ)", "")
        if spells(latin, kana) and not spells(latin, kana, strict):
            return {"value": latin, "reading": kana}
    return None


KEPT_APART = info("GIF-ROMA-002", Clause("DS-442", "§4.1"), compare=lambda record: _compare("n", record)).says(
    ("n と母音字・y を離すときはハイフンを入れる", "A hyphen after n where a vowel or y is kept apart"),
    (
        "「{value}」は「{reading}」の「ン」と次の母音・ヤ行が続けて読まれます。離すときは n の後にハイフンを入れます。",
        '"{value}" runs the n of {reading} into the next vowel or y. To keep them apart, put a hyphen after the n.',
    ),
    good=({"町字(英字)": "Jun-ei-cho", "町字(カナ)": "ジュンエイチョウ"}, {"町字(英字)": "Kanda", "町字(カナ)": "カンダ"}),
    bad=({"町字(英字)": "Juneicho", "町字(カナ)": "ジュンエイチョウ"}, {"町字(英字)": "Jun'ei-cho", "町字(カナ)": "ジュンエイチョウ"}),
)
LONG_I = warning("GIF-ROMA-005", Clause("DS-442", "§4.1"), compare=lambda record: _compare("i", record)).says(
    ("「い」の長音は ii、「えい」は ei", "A long i is ii, and the sound of e with i is ei"),
    (
        "「{value}」は「{reading}」の「い」を省いています。「い」の長音は ii、「えい」は ei と書きます。",
        '"{value}" drops a vowel of {reading}. A long i is written ii, and the sound of えい is written ei.',
    ),
    good=({"市区町村（英字）": "Niigata-shi", "市区町村（カナ）": "ニイガタシ"}, {"町字(英字)": "Meiji", "町字(カナ)": "メイジ"}),
    bad=({"市区町村（英字）": "Nigata-shi", "市区町村（カナ）": "ニイガタシ"}, {"町字(英字)": "Meji", "町字(カナ)": "メイジ"}),
)
