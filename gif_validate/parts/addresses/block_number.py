"""Block number (番地以下): 1-2 in half-width digits and hyphens. GIF DS-442 §1.1 2), §6.2–§6.5.

Symbols that belong to the lot (甲1324, 10-ロ) and words where there is no number (番外地, 12地先) are accepted. §6.2 speaks of a basic
rule, and DS-433 §1.3 prints １番２号 for this very item: everything here warns at most.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...catalogue.rows import info, warning
from ...catalogue.rule import FIRES, Clause, Details, Severity, compiled
from ...catalogue.text import Text
from ..part import Use, kind
from ..placeholder import NULL_WORDS, unless
from ._numbers import behind_name, number
from ._words import EXCEPTIONS, SYMBOLS, asks, none_fires
from .building import OWN_ITEM, ROOM
from .town_and_block import BRANCHES, ONE_HYPHEN, ROOM_NUMBER

_DIGITS = "[0-9]{1,}"
_NUMBER = rf"({SYMBOLS}-{{0,1}}){{0,1}}{_DIGITS}(-({SYMBOLS}{{0,1}}{_DIGITS}|{SYMBOLS})){{0,}}"
BLOCK = f"(({_NUMBER})({SYMBOLS}|{EXCEPTIONS}){{0,1}}|{EXCEPTIONS})"
_ROOM = r"[0-9]{1,2}-[0-9]{1,2}-[0-9]{3,4}"
_DATE = r"20[0-4][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_SHOWN_AS_DATE = (
    rf"{_DATE}([ T]0{{0,1}}0:00(:00){{0,1}}){{0,1}}|20[0-4][0-9]/[0-9]{{1,2}}/[0-9]{{1,2}}( 0{{0,1}}0:00(:00){{0,1}}){{0,1}}"
    rf"|(20[0-4][0-9]年){{0,1}}[0-9]{{1,2}}月[0-9]{{1,2}}日|{_MONTH}-[0-9]{{1,2}}|[0-9]{{1,2}}-{_MONTH}(-[0-9]{{2}}){{0,1}}"
)
_BY_SPREADSHEET = Text(
    "表計算ソフトが「1-3」のような番地を日付に変えた値と思われます。元の番地を書き、セルの書式を文字列にします。",
    "A spreadsheet seems to have made a date of a number such as 1-3. Write the number again in a cell of format text.",
)


def _room_number(value: str) -> Details | None:
    """A third number of three or four digits, or what ADDR-023 takes for a room wherever it stands."""
    return FIRES if compiled(_ROOM).fullmatch(value) else asks(ROOM_NUMBER)(value)


def _no_block(value: str) -> Details | None:
    """What is no block number: other signs, or a date of our days, which a spreadsheet made of one."""
    return {"hint": _BY_SPREADSHEET} if is_date(value) else unless(BLOCK)(value)


def is_date(value: str) -> bool:
    """True for a date as spreadsheets show or export it.

    >>> [is_date(value) for value in ("2024-01-03", "1月3日", "3-Jan", "2024/1/3", "1-3")]
    [True, True, True, True, False]
    """
    return compiled(_SHOWN_AS_DATE).fullmatch(value) is not None


def suggest(value: str) -> str | None:
    """The number with hyphens, where that is certain.

    >>> suggest("１番２号"), suggest("7ー1"), suggest("1014番地の1"), suggest("一-二"), suggest("百二番地")
    ('1-2', '7-1', '1014-1', '1-2', '102')
    """
    text = value.strip(" 　")
    return number(text) or "".join(behind_name(text) or ()) or None


DIGITS_AND_HYPHENS = warning("GIF-ADDR-020", Clause("DS-442", "§1.1 2)"), look=_no_block).says(
    ("番地以下は半角数字とハイフンで書く", "Block numbers are half-width digits and hyphens"),
    (
        "番地以下「{value}」は、半角数字と半角ハイフンで「1-2」のように書きます。",
        'Write the block number "{value}" as half-width digits and hyphens, such as 1-2.',
    ),
    good=("1-2", "1324", "甲1324", "イ1-2", "10-ロ", "番外地", "12地先"),
    bad=("１番２号", "７ー１", "1番2号", "1－2", "一-二", "1-2号", "二丁目1-2", "2024-01-03", "1月3日"),
)


def _compare(record: Mapping[str, str]) -> Details | None:
    value = record.get("住所番地以下", "")
    return {"value": value} if value and compiled(r"[0-9]{1,}(-[0-9]{1,}){0,}").fullmatch(value) is None else None


POLICE_BOX = info("GIF-ADDR-041", Clause("DS-452-1", "住所番地以下"), compare=_compare).says(
    ("交番等の住所番地以下は半角数字とハイフン", "Police boxes: the number has digits and hyphens only"),
    (
        "「住所番地以下」の「{value}」に半角数字とハイフン以外の文字があります。",
        'The item 住所番地以下 holds "{value}", which has more than half-width digits and hyphens.',
    ),
    good=({"住所町字": "霞が関", "住所番地以下": "2-1-2"},),
    bad=({"住所町字": "霞が関", "住所番地以下": "２丁目１番２号"},),
)

PART = kind(
    "block_number",
    clean=BLOCK,
    suggest=suggest,
    clean_too=lambda value: _no_block(value) is None and _room_number(value) is None and none_fires((OWN_ITEM, ROOM), value),
).says(
    ("番地以下", "block number"),
    ("半角数字とハイフン（1-2）、番外地などの語", "half-width digits and hyphens (1-2), or words such as 番外地"),
    checks=(
        Use(BRANCHES, asks(BRANCHES), Severity.WARNING),
        Use(ONE_HYPHEN, asks(ONE_HYPHEN), Severity.WARNING),
        Use(OWN_ITEM, asks(OWN_ITEM), Severity.WARNING),
        Use(ROOM, asks(ROOM), Severity.WARNING),
        Use(ROOM_NUMBER, _room_number),
        DIGITS_AND_HYPHENS,
        NULL_WORDS,
    ),
    examples=("1-2", "1324", "甲1324", "番外地"),
)
