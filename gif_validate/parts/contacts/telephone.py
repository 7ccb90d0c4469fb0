"""Telephone number (電話番号): (03)5253-5111, 03-5253-5111, 090-1234-5678, +81 3-5253-5111. GIF DS-445.

Half-width digits with half-width hyphens; parentheses, where used, go round the area code. Hyphens only conform as well (the sentence
of §1 is the rule, the patterns are samples). The patterns' counts of digits are a matter of plausibility, and so is the area code: that it
exists and ends where the number says.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from ...catalogue.rows import error, warning
from ...catalogue.rule import FIRES, Clause, Details, Severity, compiled, where
from ...catalogue.text import Text
from ...characters.widths import half, has_full_width, hyphens
from ..part import Use, kind
from ..placeholder import NULL_WORDS, hint, is_value
from . import _telephone_forms as forms
from ._numbering_plan import grouped
from ._telephone_forms import doubt_of, is_valid, not_too_long, numbers
from ._telephone_suggestions import suggest

_DIGITS_OF_MOBILE = re.compile("0[6-9]0[1-9][0-9]{7}")
_MOBILE_IN_PARENTHESES = re.compile(r"[(（]0[6-9]0[)）][1-9]")
_GOOD_EXTENSION = re.compile(r" (?:内線|Ext\.)(?:[0-9]+| [0-9]+ / [1-9][0-9]*)(?![0-9])")
_ANY_EXTENSION = re.compile("内線|ext", re.IGNORECASE)
_SEVERAL_EXTENSIONS = re.compile(r"(?:内線|[Ee][Xx][Tt]\.?) ?[0-9]+(?: ?[、,，;；・] ?|/ ?| /(?! ))[0-9]")


def common(value: str) -> str:
    """A number without separators, which some datasets allow, with the hyphens of the numbering plan, whether or not it fits the plan.

    >>> common("0352535111"), common("0000000000"), common("03-5253-5111")
    ('03-5253-5111', '000-000-0000', '03-5253-5111')
    """
    if not compiled("0[0-9]{9,10}").fullmatch(value):
        return value
    return grouped(value) or f"{value[:3]}-{value[3:-4]}-{value[-4:]}"


def _some(regex: str, value: str) -> Details | None:
    """Fires where no number of a value is wrong but one is of this form."""
    return FIRES if is_valid(value) and any(compiled(regex).fullmatch(one) for one in numbers(value)) else None


def _implausible(value: str) -> Details | None:
    doubts = (doubt_of(one) for one in numbers(value)) if is_valid(value) else ()
    found = next((doubt for doubt in doubts if doubt is not None), None)
    return None if found is None else {"problem": found}


@lru_cache(maxsize=1 << 16)
def _begins_well(beginning: str) -> bool:
    """True for the beginning of one number, all but its last four digits, with which every number but 0000 fits the plan."""
    return doubt_of(beginning + "0001") is None


def _is_plausible(value: str) -> bool:
    if value[-5:-4] == "-" and " " not in value and not value.startswith("+") and value[-4:] != "0000":
        return _begins_well(value[:-4])
    return not_too_long(value) and all(doubt_of(one) is None for one in numbers(value))


def _several_extensions(value: str) -> Details | None:
    return FIRES if _SEVERAL_EXTENSIONS.search(half(value)) else None


def _no_number(value: str) -> Details | None:
    if not_too_long(value) and all(compiled(f"({forms.NUMBER_LOOSE}|{forms.SHORT})").fullmatch(one) for one in numbers(value)):
        return None
    return hint(value)


def _mobile(value: str) -> Details | None:
    digits = re.sub("[^0-9]", "", value)
    ungrouped = not value.startswith("+") and _DIGITS_OF_MOBILE.fullmatch(digits) and not compiled(forms.ELEVEN).fullmatch(value)
    return FIRES if ungrouped or _MOBILE_IN_PARENTHESES.match(value) else None


def _toll_free(value: str) -> Details | None:
    digits = re.sub("[^0-9]", "", value)
    meant = re.match(r"[(（]?[0０][1１][2２][0０]", value.strip())
    return FIRES if meant and re.fullmatch("0120[0-9]{6}", digits) and value != f"0120-{digits[4:]}" else None


def _grouped_otherwise(value: str) -> Details | None:
    """Fires where a toll-free number of the right length is grouped in another way than GIF prints it."""
    if not is_valid(value):
        return None
    toll_free = [one for one in numbers(value) if compiled(forms.TOLL_FREE_LOOSE).fullmatch(one) and doubt_of(one) is None]
    return FIRES if any(not compiled("0120-[0-9]{6}").fullmatch(one) for one in toll_free) else None


def _international(value: str) -> Details | None:
    meant = [one for one in numbers(value) if one.startswith(("+", "0081", "81-", "81 "))]
    wrong = [one for one in meant if not compiled(forms.INTERNATIONAL).fullmatch(one)]
    return FIRES if wrong else None


def _extension(value: str) -> Details | None:
    return FIRES if _ANY_EXTENSION.search(_GOOD_EXTENSION.sub("", value)) else None


def _no_extension(value: str) -> Details | None:
    """Fires for what is neither a telephone number nor extensions alone."""
    return None if is_valid(value) or compiled(forms.EXTENSIONS_LOOSE).fullmatch(value) else hint(value)


def _width(value: str) -> Details | None:
    return FIRES if is_value(value) and (has_full_width(value) or hyphens(value) != value) else None


DOMESTIC_NUMBER = error("GIF-TEL-001", Clause("DS-445", "§1"), look=_no_number, level="LV1").says(
    ("電話番号は半角数字と半角ハイフンで区切って書く", "Telephone: half-width digits separated by hyphens"),
    (
        "「{value}」は電話番号の形ではありません。半角数字を半角ハイフンで区切り、括弧は市外局番だけに付けます。",
        '"{value}" is not a telephone number: half-width digits, half-width hyphens, parentheses only round the area code.',
    ),
    good=("03-5253-5111", "(03)5253-5111", "099999-9999", "0422-53-1311"),
    bad=("03(5253)5111", "0352535111", "03 5253 5111", "(03)52535111", "03.5253.5111"),
)
PARENTHESES = error("GIF-TEL-002", Clause("DS-445", "§1"), look=where(r"^[^+]*[0-9０-９][-ー－]?[(（][0-9０-９]+[)）]"), level="LV1").says(
    ("括弧は市外局番に付け、市内局番には付けない", "Parentheses go round the area code only"),
    (
        "「{value}」の括弧は市外局番に付いていません。(03)5253-5111 のように市外局番を囲みます。",
        'The parentheses in "{value}" are not round the area code. Write (03)5253-5111.',
    ),
    good=("(03)5253-5111", "03-5253-5111"),
    bad=("03(5253)5111", "03-(5253)-5111"),
)
TOLL_FREE = warning("GIF-TEL-003", Clause("DS-445", "§1"), look=_toll_free).says(
    ("フリーダイヤルは 0120-999999 の形で書く", "Toll-free: 0120-999999"),
    (
        "フリーダイヤル「{value}」の区切りが GIF の例（0120-999999）と異なります。",
        'The grouping of the toll-free number "{value}" differs from that of GIF (0120-999999).',
    ),
    good=("0120-999999",),
    bad=("0120-999-999", "(0120)999-999"),
)
MOBILE = error("GIF-TEL-004", Clause("DS-445", "§1"), look=_mobile, level="LV1").says(
    ("携帯電話は 090-9999-9999 の形で書く", "Mobile: 090-9999-9999"),
    (
        "携帯電話の番号「{value}」は、括弧を使わず 090-1234-5678 のように区切ります。",
        'The mobile number "{value}" is grouped as 090-1234-5678, without parentheses.',
    ),
    good=("090-9999-9999",),
    bad=("(090)9999-9999", "09099999999", "090 9999 9999"),
)
INTERNATIONAL = error("GIF-TEL-005", Clause("DS-445", "§1"), look=_international, level="LV1").says(
    ("国際表記は「+国番号」、半角空白、国内番号", "International: + country code, space, number"),
    (
        "「{value}」は国際表記の形ではありません。+81 3-5253-5111 のように、国番号の後に半角空白を一つ置きます。",
        '"{value}" is not of the international form: + and country code, one space, the number, as in +81 3-5253-5111.',
    ),
    good=("+81 3-5253-5111", "+81 90-9999-9999", "+81 (3)5253-5111", "+81 (03)5253-5111"),
    bad=("0081-3-5253-5111", "81 3-5253-5111", "+81-3-5253-5111", "+81(03)5253-5111"),
)
REMARK = error(
    "GIF-TEL-006", Clause("DS-445", "§1"), look=where("[（(]?(代表|直通|担当|[（(]代[）)]|[（(]直[）)])[）)]?"), level="LV1"
).says(
    ("電話番号の欄に（代表）などを書かない", "No （代表） in the cell"),
    (
        "「{value}」に「{found}」という注記があります。代表電話番号の項目を設けるか、備考に書きます。",
        '"{value}" carries the remark {found}. Give the main number an item of its own, or use the remarks.',
    ),
    good=("03-5253-5111",),
    bad=("(03)5253-5111（代表）", "03-5253-5111(代)"),
)
EXTENSION = error("GIF-TEL-008", Clause("DS-445", "§2"), look=_extension, level="LV1").says(
    ("内線は「番号 内線999」「番号 Ext.999」と書く", "Extension: number, space, 内線999 or Ext.999"),
    (
        "「{value}」の内線の書き方が違います。番号の後に半角空白を一つ置き、内線123 または Ext.123 と続けて書きます。",
        'The extension in "{value}" is not written as one space, then 内線123 or Ext.123.',
    ),
    good=("(03)5253-5111 内線123", "+81 (03)5253-5111 Ext.123"),
    bad=("(03)5253-5111内線123", "(03)5253-5111(内線123)", "(03)5253-5111 ext.123", "(03)5253-5111 内線 123"),
)
SEVERAL = error(
    "GIF-TEL-009",
    Clause("DS-445", "§3"),
    look=where(r"[0-9０-９]( ?[、,，;；・\n] ?|/| /(?! )|(?<! )/ )([（(] ?[+0-9０-９]|[+0０])"),
    level="LV1",
).says(
    ("複数の番号は「 / 」で区切る", "Several numbers are separated by ' / '"),
    (
        "「{value}」には番号が複数あります。半角の空白・斜線・空白（ / ）で区切ります。",
        '"{value}" holds several numbers. Separate them by space, solidus, space ( / ).',
    ),
    good=("(09)9999-9999 / (09)9999-9998",),
    bad=("(09)9999-9999/(09)9999-9998", "(09)9999-9999、(09)9999-9998", "(09)9999-9999;(09)9999-9998"),
)
PLAUSIBLE = warning("GIF-TEL-011", Clause("DS-445", "§1"), look=_implausible, about="truth").says(
    ("電話番号の桁数と市外局番がもっともらしい", "Number of digits and area code are plausible"),
    ("「{value}」{problem}", '"{value}"{problem}'),
    good=("03-5253-5111", "0422-53-1311", "090-9999-9999", "0800-123-4567", "+81 422-53-1311"),
    bad=("03-525-5111", "0909-999-9999", "050-123-4567", "042-253-1311", "(0422)5-3131", "010-123-4567", "+81 3-525-5111"),
)
WIDTH = error("GIF-TEL-012", Clause("DS-445", "§1"), look=_width, level="LV1").says(
    ("電話番号は半角で書く", "Half-width digits and hyphens"),
    (
        "電話番号「{value}」に全角文字か、半角ハイフンに似た別の文字があります。",
        'The number "{value}" has full-width characters, or a character that only looks like a hyphen.',
    ),
    good=("03-5253-5111", "(03)5253-5111 内線123"),
    bad=("（０３）５２５３－５１１１", "(03)5253ー5111"),
)
SEVERAL_EXTENSIONS = error(
    "GIF-TEL-010", Clause("DS-445", "§3"), look=lambda value: _several_extensions(value) or _no_extension(value), level="LV1"
).says(
    ("内線番号は数字で書き、複数は「 / 」で区切る", "Extensions are digits; several are separated by ' / '"),
    (
        "「{value}」の内線番号の書き方が違います。半角数字で書き、複数あるときは半角の空白・斜線・空白（ / ）で区切ります。",
        'The extensions in "{value}" are not half-width digits, several of them separated by space, solidus, space ( / ).',
    ),
    good=("999 / 998", "内線 999 / 998", "Ext. 999 / 998", "123", "(03)5253-5111 内線 999 / 998"),
    bad=("999/998", "内線999,998", "999、998", "１２３", "(03)5253-5111 内線999・998"),
)
_SHORT_NUMBER = Text("は、緊急通報などの短い番号です。", " is a short number, as for emergency calls.")

PART = kind(
    "telephone",
    clean=forms.CLEAN,
    valid=f"({forms.VALID}|{forms.SHORT})",
    clean_too=_is_plausible,
    valid_too=not_too_long,
    suggest=suggest,
    common=common,
).says(
    ("電話番号", "telephone number"),
    (
        "(03)5253-5111、03-5253-5111、090-1234-5678、0120-123456、+81 3-5253-5111、内線は「番号 内線123」",
        "(03)5253-5111, 03-5253-5111, 090-1234-5678, 0120-123456, +81 3-5253-5111, extension: number 内線123",
    ),
    checks=(
        Use(PLAUSIBLE, lambda value: {"problem": _SHORT_NUMBER} if compiled(forms.SHORT).fullmatch(value) else None, Severity.INFO),
        Use(INTERNATIONAL, partial(_some, forms.NO_SPACE), Severity.WARNING),
        Use(EXTENSION, lambda value: _extension(value) if is_valid(value) else None, Severity.WARNING),
        Use(TOLL_FREE, _grouped_otherwise),
        PLAUSIBLE,
        Use(SEVERAL_EXTENSIONS, _several_extensions),
        SEVERAL,
        EXTENSION,
        REMARK,
        WIDTH,
        INTERNATIONAL,
        MOBILE,
        PARENTHESES,
        DOMESTIC_NUMBER,
        TOLL_FREE,
        NULL_WORDS,
    ),
    examples=("03-5253-5111", "(03)5253-5111", "090-1234-5678"),
)
