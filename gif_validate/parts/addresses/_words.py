"""Words of addresses (住所の語): numerals, hyphens, exception words, building words. GIF DS-442 §1.1, §2, §6.

No part of its own: what several parts of addresses share.
"""

from __future__ import annotations

from ...catalogue.rule import Look, Rule, compiled
from ...characters.widths import HYPHENS, half
from ..part import Check, Use

KANJI_DIGITS = "一二三四五六七八九十"
NUMERALS = f"{KANJI_DIGITS}百千〇"
"""Everything that kanji numerals are written with; a number in them is read as a whole or not at all."""
ARABIC = "0-9０-９"
LOOK_ALIKES = f"[{HYPHENS}]"
"""A character that is used for U+002D between digits."""
ANY_HYPHEN = rf"[{HYPHENS}\-]"
DIRECTIONS = "東西南北"
SYMBOLS = (
    "[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥東西南北上中下A-Z"
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスいろはにほへとちりぬるを]"
)
"""What stands before or behind a lot number as a part of it (番地補足, DS-442 §6.4)."""
EXCEPTIONS = "(番外地|番外|無番地|無番|無地番|地先|番地先|地内|番地内|先|内|官有地|官有無番地|国有地|国有無番地|番地なし)"
"""Words where there is neither a house number nor a registered lot (DS-442 §6.5)."""

BUILDING_WORDS = (
    "(ビル|マンション|アパート|ハイツ|コーポ|メゾン|レジデンス|タワー|センター|プラザ|ホール|スクエア|ヒルズ|ホテル|モール|ハウス"
    "|庁舎|会館|号館|公民館|体育館|図書館|市役所|町役場|村役場|区役所|県庁|支所|学校|住宅|団地|病院|会議所)"
)
ROOM_WORDS = (
    rf"([{ARABIC}A-Za-zＡ-Ｚ]{{1,5}}号室|(地下|地上)?[{ARABIC}]{{1,3}}階"
    rf"|(?<![{ARABIC}{HYPHENS}\-])[{ARABIC}]{{1,2}}[FＦ](?![A-Za-zＡ-Ｚａ-ｚ]))"
)
FULL_WIDTH_DIGITS = "[０-９]"

_DIGIT_OF = {char: index for index, char in enumerate(KANJI_DIGITS[:9], 1)} | {"〇": 0}
_PLACES = (("千", 1000), ("百", 100), ("十", 10))
_BY_PLACES = "([一二三四五六七八九]?千)?([一二三四五六七八九]?百)?([一二三四五六七八九]?十)?[一二三四五六七八九]?"
_BY_DIGITS = "[一二三四五六七八九][〇一二三四五六七八九]{1,8}"
_LONGEST_NUMBER = 9


def arabic(number: str) -> str | None:
    """A number in kanji (with 十, 百, 千, or digit by digit), or in digits of any width, in half-width digits; None for what is none.

    >>> arabic("二十三"), arabic("１０"), arabic("百二十"), arabic("一〇二"), arabic("十〇")
    ('23', '10', '120', '102', None)
    """
    if not 0 < len(number) <= _LONGEST_NUMBER:
        return None
    if compiled(f"[{ARABIC}]+").fullmatch(number):
        return half(number)
    if compiled(_BY_DIGITS).fullmatch(number):
        return "".join(str(_DIGIT_OF[char]) for char in number)
    return _by_places(number) if compiled(_BY_PLACES).fullmatch(number) else None


def _by_places(number: str) -> str:
    total = 0
    for place, worth in _PLACES:
        many, found, number = number.rpartition(place)
        total += _DIGIT_OF.get(many, 1) * worth if found else 0
    return str(total + _DIGIT_OF.get(number, 0))


def kanji(number: int) -> str | None:
    """A number from 1 to 99 in kanji; None for another.

    >>> kanji(2), kanji(10), kanji(23), kanji(40), kanji(100)
    ('二', '十', '二十三', '四十', None)
    """
    if not 0 < number < 100:
        return None
    tens, ones = divmod(number, 10)
    ten = "十" if tens else ""
    return (KANJI_DIGITS[tens - 1] if tens > 1 else "") + ten + (KANJI_DIGITS[ones - 1] if ones else "")


def asks(rule: Rule) -> Look:
    """The look of a rule that looks at values."""
    assert rule.look is not None, rule.id
    return rule.look


def none_fires(checks: tuple[Check, ...], value: str) -> bool:
    """True where none of the rules has anything to say about the value."""
    return all((check.look if isinstance(check, Use) else asks(check))(value) is None for check in checks)
