"""Town and block (町字以下): the town's name, then 1-2-3 in half-width digits and hyphens. GIF DS-442 §1.1 1), §6.

The clause forbids notations and prescribes no names, so what is accepted is no regular expression: ``clean_too`` says it. Names keep
what they have: 丁 without 目, 地割, 線, 条 and 号 in names, 大字 or not, street names of Kyoto, 番外地, symbols such as 甲 or イ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ...catalogue.rows import error, warning
from ...catalogue.rule import FIRES, Clause, Details, Severity, compiled
from ...catalogue.text import Text
from ...characters.rules import PRIVATE
from ...characters.widths import HYPHENS
from ..part import Use, kind
from ..placeholder import NULL_WORDS, is_value
from ..texts.text import CHECKS, clean_text
from ._numbers import behind_name
from ._towns import is_town, numbered
from ._words import ANY_HYPHEN, ARABIC, DIRECTIONS, EXCEPTIONS, FULL_WIDTH_DIGITS, LOOK_ALIKES, NUMERALS, none_fires
from .building import OWN_ITEM, ROOM

_N = f"[{ARABIC}{NUMERALS}]"
_A = f"[{ARABIC}]"
_K = f"[{NUMERALS}]"
_BARE = (
    rf"{_N}番地(の|{ANY_HYPHEN})?{_N}|{_N}番地\Z|番地?の?{_A}{{1,9}}号\Z|{_K}番{_K}{{1,9}}号\Z"
    rf"|{_A}{ANY_HYPHEN}{_A}{{1,9}}(号|番地?)\Z|{FULL_WIDTH_DIGITS}{ANY_HYPHEN}{_A}|{_A}{ANY_HYPHEN}{FULL_WIDTH_DIGITS}"
)
"""What is a block number whatever stands before it."""
_BEHIND_NAME = (
    rf"(?<!{_N}){_N}{{1,9}}(丁目(の|{ANY_HYPHEN})?{_A}|丁目{_K}{{1,9}}番(地|{_N}|\Z))"
    rf"|(?<!{_A}){_A}{{1,9}}番((の|{ANY_HYPHEN})?{_A}|\Z)"
)
"""What is one behind the name of a town; else the numeral may belong to a name."""
_HOUSE = rf"\A{_N}{{1,9}}号"
"""The same right behind a name that ends in a numeral or in 番."""
_BRANCH = (
    rf"(番地?|{_A}{ANY_HYPHEN}|\A)の?{_A}{{1,9}}号(の|{ANY_HYPHEN})?{_A}{{1,2}}(号|\Z)"
    rf"|番地?の?{_A}{{1,9}}{ANY_HYPHEN}{_A}{{1,2}}号|{_A}{ANY_HYPHEN}{_A}{{1,9}}の{_A}"
)
_ROOM = rf"({_A}{ANY_HYPHEN}{_A}{{1,4}}{ANY_HYPHEN}{_A}{{1,4}}|番地?{_A}{{1,4}}号){ANY_HYPHEN}?{_A}{{3,4}}号?\Z"
_STREET = f"[{DIRECTIONS}]({_K}{{1,3}}|{FULL_WIDTH_DIGITS}{{1,2}})条[{DIRECTIONS}]{_N}|[{DIRECTIONS}]{FULL_WIDTH_DIGITS}{{1,2}}条"
_DOUBTFUL = rf"{_A}の{_A}|{_A}丁目\Z|{FULL_WIDTH_DIGITS}"
_OF_A_NAME = Text(
    "数字が町字の名称の一部であれば、このままで構いません。", "Where the number is part of the town's name, it may stay as it is."
)
_NUMBER = f"０１２３４５６７８９0123456789-{HYPHENS}"


def _finds(regex: str, value: str) -> Details | None:
    return FIRES if compiled(regex).search(value) else None


def _readings(value: str) -> Iterator[tuple[str, str]]:
    """(name, what is behind it): no name known, and every name of a town that holds a numeral and begins the value."""
    yield from ((name, value[len(name) :]) for name in ("", *numbered(value)))


def _notation(value: str) -> Details | None:
    """丁目, 番, 号 between or behind numbers, or full-width digits in the number at the end, whatever numeral belongs to the name."""
    if not compiled(f"{_BARE}|{_BEHIND_NAME}|{FULL_WIDTH_DIGITS}").search(value):
        return None
    return FIRES if all(_is_bare(name, rest) or _is_behind(name, rest) for name, rest in _readings(value)) else None


def _is_bare(name: str, rest: str) -> bool:
    return compiled(f"{_BARE}|{_HOUSE}" if name else _BARE).search(rest) is not None


def _is_behind(name: str, rest: str) -> bool:
    """True where a number in another notation stands right behind the name of a town."""
    exception = compiled(f"{EXCEPTIONS}\\Z").search(rest)
    address = rest[: exception.start()] if exception else rest
    start = len(address.rstrip(_NUMBER))
    found = compiled(_BEHIND_NAME).search(rest)
    starts = [found.start()] if found else []
    starts += [start] if compiled(FULL_WIDTH_DIGITS).search(address, start) else []
    return any(is_town(name + rest[:each]) for each in starts)


def _doubtful(value: str) -> Details | None:
    """の between numbers, 丁目 at the end, a full-width digit in the name: what the clause does not speak of, or names may have. Also 丁目
    and 番 behind what is not known as a name.
    """
    if compiled(_DOUBTFUL).search(value):
        return {"hint": _OF_A_NAME}
    if not compiled(_BEHIND_NAME).search(value):
        return None
    return {"hint": _OF_A_NAME} if all(compiled(_BEHIND_NAME).search(rest) for _, rest in _readings(value)) else None


def _with_small_area(value: str) -> Details | None:
    return FIRES if "字" in value.replace("文字", "") and "丁目" not in value and _notation(value) is not None else None


def _branch(value: str) -> Details | None:
    if not compiled(_BRANCH).search(value):
        return None
    return FIRES if all(compiled(_BRANCH).search(rest) for _, rest in _readings(value)) else None


def _room_without_building(record: Mapping[str, str]) -> Details | None:
    if any(record[name].strip() for name in record if name.startswith("建物名")):
        return None
    items = [value for name, value in record.items() if name.endswith(("町字以下", "番地以下", "丁目以下"))]
    return next(({"value": value} for value in items if compiled(_ROOM).search(value)), None)


def suggest(value: str) -> str | None:
    """The name followed by the number with hyphens, where that is certain.

    >>> suggest("霞が関二丁目１番6号"), suggest("北一条西一丁目3番地"), suggest("大通西28丁目"), suggest("月島１丁目５番１－４２０７号")
    ('霞が関2-1-6', '北1条西1-3', '大通西28丁目', '月島１丁目５番１－４２０７号')
    """
    text = value.strip(" 　")
    return "".join(behind_name(text) or (text,))


HYPHEN_NOTATION = error(
    "GIF-ADDR-014", Clause("DS-442", "§1.1 1)"), look=lambda value: _doubtful(value) if _notation(value) is None else FIRES, level="LV1"
).says(
    ("町字以下は丁目から後を半角の 1-2-3 で書く", "Below the town: half-width digits and hyphens from the block on"),
    (
        "「{value}」の丁目・番・号は、半角数字と半角ハイフンで「1-2-3」のように書きます。",
        'In "{value}", write 丁目, 番 and 号 as half-width digits joined by half-width hyphens, such as 1-2-3.',
    ),
    good=("霞が関2-1-6", "大戸町高川甲1324", "北1条西1-3", "字大原無番地", "西2線北25号12", "二番町5-1"),
    bad=("霞が関二丁目１番6号", "霞が関２-１-６", "本町10番地", "北１条1-3", "本町10の2"),
)
SMALL_AREA = error("GIF-ADDR-016", Clause("DS-442", "§1.1 1)"), look=_with_small_area, level="LV1").says(
    ("字がある住所は字まで文字、以降を数字で書く", "With a small area: text up to its name, then digits and hyphens"),
    (
        "「{value}」は、字の名までを文字で、その後を「12-3」のように半角数字とハイフンで書きます。",
        'In "{value}", write text up to the name of the 字, then half-width digits and hyphens such as 12-3.',
    ),
    good=("大戸町大字高川甲1324", "字大原12-3", "字大原無番地"),
    bad=("大字高川1324番地", "大字富海字大原12番地の3"),
)
STREETS = warning("GIF-ADDR-017", Clause("DS-442", "§1.1 1)"), look=partial(_finds, _STREET)).says(
    ("条丁目は「北1条西1-3」の形で書く", "Numbered streets of Hokkaido have half-width digits"),
    (
        "「{value}」の条と丁目は、「北1条西1-3」のように半角数字で書きます。",
        'In "{value}", write 条 and 丁目 with half-width digits, such as 北1条西1-3.',
    ),
    good=("北1条西1-3", "西九条3-1", "九条南1-2-3", "東九条西山王町31"),
    bad=("北一条西一丁目3番地", "北一条西1-3", "北１条1-3"),
)
ONE_HYPHEN = error("GIF-ADDR-021", Clause("DS-442", "§1.1 1)"), look=partial(_finds, f"{_A}{LOOK_ALIKES}{_A}"), level="LV1").says(
    ("番地の区切りは半角ハイフンだけ", "Only the half-width hyphen separates block numbers"),
    (
        "「{value}」の数字の間に、半角ハイフンではない記号（全角ハイフン、長音、ダッシュなど）があります。",
        'Between the digits of "{value}" there is a sign other than the half-width hyphen (full-width hyphen, long-vowel mark, dash).',
    ),
    good=("霞が関2-1-2", "ハイツー町1-2"),
    bad=("霞が関2ー1ー2", "1－2", "1−2", "1ｰ2"),
)
BRANCHES = error("GIF-ADDR-022", Clause("DS-442", "§6.3"), look=_branch, level="LV1").says(
    ("号の枝番はハイフンで後ろに付ける", "A branch number follows the house number after a hyphen"),
    (
        "「{value}」の枝番は、「1-1-1-1」のようにハイフンで号の後ろに付けます。",
        'The branch number in "{value}" follows the house number after a hyphen, such as 1-1-1-1.',
    ),
    good=("1-1-1-1", "1-1-1"),
    bad=("一丁目1番地1-1号", "1番2号の3", "1-2-3の4"),
)
ROOM_NUMBER = warning("GIF-ADDR-023", Clause("DS-442", "§6.3"), look=partial(_finds, _ROOM), compare=_room_without_building).says(
    ("部屋番号を号の後に付けない", "No room number after the house number"),
    (
        "「{value}」の最後の数字は部屋番号と思われます。部屋番号は「建物名等（方書）」の項目に書きます。",
        'The last number of "{value}" seems to be a room. It belongs in the item 建物名等（方書）.',
    ),
    good=("1-1-1-1", "霞が関2-1-2", {"丁目以下": "1-1-1", "建物名等": "〇〇住宅1"}),
    bad=("1-1-1-101", "月島1番2号-405", {"町字以下": "霞が関1-1-1-101", "建物名等（方書）": ""}),
)
_ERRORS = (BRANCHES, ONE_HYPHEN, SMALL_AREA, OWN_ITEM, ROOM)


def _is_valid(value: str) -> bool:
    return _notation(value) is None and none_fires((PRIVATE, *_ERRORS), value)


def _is_clean(value: str) -> bool:
    return clean_text(value) and is_value(value) and _is_valid(value) and none_fires((HYPHEN_NOTATION, STREETS, ROOM_NUMBER), value)


PART = kind("town_and_block", suggest=suggest, clean_too=_is_clean, valid_too=_is_valid).says(
    ("町字以下", "town and block"),
    ("町字の名、続けて半角数字とハイフン（霞が関2-1-2）", "name of the town, then half-width digits and hyphens (霞が関2-1-2)"),
    checks=(
        PRIVATE,
        *_ERRORS,
        Use(HYPHEN_NOTATION, _notation),
        ROOM_NUMBER,
        STREETS,
        Use(HYPHEN_NOTATION, _doubtful, Severity.WARNING),
        *CHECKS[1:],
        NULL_WORDS,
    ),
    examples=("霞が関2-1-2", "大戸町高川甲1324", "北1条西1-3", "寺町通御池上る上本能寺前町488"),
)
