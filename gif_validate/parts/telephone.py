"""Telephone number (電話番号): (03)5253-5111, 03-5253-5111, 090-1234-5678, +81 3-5253-5111. GIF DS-445.

Half-width digits with half-width hyphens; parentheses, where used, go round the area code. Hyphens only conform as well (the sentence
of §1 is the rule, the patterns are samples). The patterns' counts of digits are a matter of plausibility, and so is the area code: that it
exists and ends where the number says.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from ..catalogue.rule import FIRES, Clause, Details, Rule, Severity, compiled, where
from ..catalogue.text import Text
from ..characters.widths import half, has_full_width, hyphens
from ..codelists.area_codes import area_code
from .part import Part, Use
from .placeholder import NULL_WORDS, hint

_D = "[0-9]"
# Area codes by length with the leading 0; no prefix of mobile, IP or machine numbers (020, 050, 060 … 090), not 0120.
_A2 = f"0{_D}"
_A3 = "0([0-9][1-9]|[0134]0)"
_A4 = "(0([02-9][1-9]|1[13-9]|[0134]0)[0-9]|012[1-9])"
_FIXED = "|".join(
    (
        rf"(\({_A2}\)|{_A2}-){_D}{{4}}-{_D}{{4}}",
        rf"(\({_A3}\)|{_A3}-){_D}{{3}}-{_D}{{4}}",
        rf"(\({_A4}\)|{_A4}-){_D}{{2}}-{_D}{{4}}",
        rf"(\({_A4}{_D}\)|{_A4}{_D}-){_D}-{_D}{{4}}",
        f"{_A4}{_D}{{2}}-{_D}{{4}}",
    )
)
_ELEVEN = rf"0[5-9]0-{_D}{{4}}-{_D}{{4}}|0800-{_D}{{3}}-{_D}{{4}}|020-{_D}{{4}}-{_D}{{4}}|\(050\){_D}{{4}}-{_D}{{4}}"
_NOT_GEOGRAPHIC = f"0120-{_D}{{6}}|0(570|990|180)-{_D}{{3}}-{_D}{{3}}"
_SERVICE = f"{_A4}-{_D}{{6}}|{_NOT_GEOGRAPHIC}"
DOMESTIC = f"({_FIXED}|{_ELEVEN}|{_SERVICE})"
"""Japanese numbers that no rule speaks of."""
_AREA = "0([0-9]|[0-9][1-9]|[0-5]0|[0-9]{3,4})"
_TOLL_FREE_LOOSE = f"0120-{_D}{{1,}}-{_D}{{1,}}"
_DOMESTIC_LOOSE = (
    rf"(\({_AREA}\){_D}{{1,4}}-{_D}{{4}}|0{_D}{{1,4}}-{_D}{{1,4}}-{_D}{{4}}|0{_D}{{5}}-{_D}{{4}}|0{_D}{{3}}-{_D}{{6}}"
    rf"|0(570|990|180)-{_D}{{3}}-{_D}{{3}}|{_TOLL_FREE_LOOSE})"
)
_NATIONAL = rf"(\(0{{0,1}}[1-9]{_D}{{0,3}}\){_D}{{1,4}}-{_D}{{4}}|[1-9]{_D}{{0,4}}(-{_D}{{1,4}}){{0,1}}-{_D}{{4}}|[1-9]{_D}{{2}}-{_D}{{6}})"
_ABROAD = r"\+([1-79]|8[02-9])[0-9 ()\-]{4,20}"
_INTERNATIONAL = rf"(\+81 {_NATIONAL}|{_ABROAD})"
_NO_SPACE = rf"\+81\(0{{0,1}}[1-9]{_D}{{0,3}}\){_D}{{1,4}}-{_D}{{4}}"
_MORE = f"( / [1-9]{_D}{{0,}})"
_EXTENSION = rf"( (内線|Ext\.)({_D}{{1,}}{_MORE}{{0,}}| {_D}{{1,}}{_MORE}{{1,}})){{0,1}}"
_EXTENSION_LOOSE = rf"( (内線|Ext\.) {{0,1}}{_D}{{1,}}{_MORE}{{0,}}){{0,1}}"
EXTENSIONS = f"{_D}{{1,}}( / {_D}{{1,}}){{0,}}"
"""Extensions in an item of their own."""
EXTENSIONS_LOOSE = rf"((内線|Ext\.) {{0,1}}){{0,1}}{EXTENSIONS}"
"""The same with the mark that stands before them behind a number."""
_CLEAN_ONE = f"({DOMESTIC}|{_INTERNATIONAL}){_EXTENSION}"
_NUMBER_LOOSE = f"({_DOMESTIC_LOOSE}|{_INTERNATIONAL}|{_NO_SPACE})"
_VALID_ONE = f"{_NUMBER_LOOSE}{_EXTENSION_LOOSE}"
CLEAN = f"{_CLEAN_ONE}( / {_CLEAN_ONE}){{0,}}"
VALID = f"{_VALID_ONE}( / {_VALID_ONE}){{0,}}"
SHORT = r"(1[0-9]{2}|#[0-9]{4})"

# No cell with telephone numbers is longer; the expressions that read what people write need more than linear time.
_LONGEST = 200
_DIGITS_OF_MOBILE = re.compile("0[6-9]0[0-9]{8}")
_UNIT = re.compile(r"(.*?)( (?:内線|Ext\.) ?[0-9]+(?: / [1-9][0-9]*)*)?", re.DOTALL)
_GOOD_EXTENSION = re.compile(r" (?:内線|Ext\.)(?:[0-9]+| [0-9]+ / [1-9][0-9]*)(?![0-9])")
_ANY_EXTENSION = re.compile("内線|ext", re.IGNORECASE)
_WRITTEN_EXTENSION = re.compile(r"(.+?)[ (]*(内線|ext\.?)[ :]*([0-9]+)\)?", re.IGNORECASE)
_REMARK = re.compile(r"\((?:代表|代|直通|直)\)\Z| ?(?:代表|代)\Z")
_BETWEEN = re.compile("[、,;・\n]| ?/ ?")
_GROUPED = re.compile(r"\(?(0[0-9]{1,4})\)?[-. ]*\(?([0-9]{1,4})\)?[-. ]*([0-9]{3,4})")
_AREA_WRITTEN = re.compile(r"\((0[0-9]{1,4})\)|(0[0-9]{1,4})-(?:[0-9]{1,4}-[0-9]{4}|[0-9]{6})")
_SEVERAL_EXTENSIONS = re.compile(r"(?:内線|[Ee][Xx][Tt]\.?) ?[0-9]+(?: ?[、,，;；・] ?|/ ?| /(?! ))[0-9]")
_ABROAD_WRITTEN = re.compile(r"(?:\+81|0081|81(?=[- ]))[- ]?\(?0?\)?[- ]?(.*)")


def _numbers(value: str) -> list[str]:
    """The numbers in a value (several are separated by `` / ``), without their extensions."""
    numbers = []
    for unit in re.split(r" / (?=[(+0])", value):
        match = _UNIT.fullmatch(unit)
        numbers.append(match[1] if match else unit)
    return numbers


def _is_valid(value: str) -> bool:
    return compiled(VALID).fullmatch(value) is not None and _not_too_long(value)


def _some(regex: str, value: str) -> Details | None:
    """Fires where no number of a value is wrong but one is of this form."""
    return FIRES if _is_valid(value) and any(compiled(regex).fullmatch(one) for one in _numbers(value)) else None


def _domestic(number: str) -> str | None:
    """A Japanese number as it is written inside Japan; None for a number abroad.

    >>> _domestic("+81 3-5253-5111"), _domestic("+81 (03)5253-5111"), _domestic("+1 202-555-0100")
    ('03-5253-5111', '(03)5253-5111', None)
    """
    if not number.startswith("+"):
        return number
    national = number[3:].lstrip(" ") if number.startswith("+81") else None
    return national and re.sub(r"^(\(?)0?", r"\g<1>0", national)


def _doubt(number: str) -> Text | None:
    """What does not fit the Japanese numbering plan in a number that is written rightly: count and grouping of digits, area code."""
    domestic = _domestic(number)
    if domestic is None or compiled(f"{_TOLL_FREE_LOOSE}|{_ELEVEN}|{_NOT_GEOGRAPHIC}").fullmatch(domestic):
        return None
    if not compiled(DOMESTIC).fullmatch(domestic):
        return _COUNT
    digits = re.sub("[^0-9]", "", domestic)
    area = area_code(digits)
    if area is None:
        return Text(
            f"の市外局番は実在しません（{digits[:5]}…で始まる市外局番はありません）。",
            f" begins with {digits[:5]}, which no area code does.",
        )
    match = _AREA_WRITTEN.match(domestic)
    written = match and (match[1] or match[2])
    # Six digits and four: area code and exchange are written as one, so that it cannot be told where the one ends.
    if written is None or written == area:
        return None
    right = _with_area(digits, area)
    return Text(f"の市外局番は {written} ではなく {area} です（{right}）。", f" has the area code {area}, not {written} ({right}).")


def _with_area(digits: str, area: str) -> str:
    """Ten digits with hyphens behind the area code and the exchange."""
    return f"{area}-{digits[len(area) : -4]}-{digits[-4:]}"


def _implausible(value: str) -> Details | None:
    doubts = (_doubt(one) for one in _numbers(value)) if _is_valid(value) else ()
    found = next((doubt for doubt in doubts if doubt is not None), None)
    return None if found is None else {"problem": found}


@lru_cache(maxsize=1 << 16)
def _begins_well(beginning: str) -> bool:
    """True for the beginning of one number, all but its last four digits, with which every number fits the plan."""
    return _doubt(beginning + "0000") is None


def _is_plausible(value: str) -> bool:
    if value[-5:-4] == "-" and " " not in value and not value.startswith("+"):
        return _begins_well(value[:-4])
    return _not_too_long(value) and all(_doubt(one) is None for one in _numbers(value))


def _several_extensions(value: str) -> Details | None:
    return FIRES if _SEVERAL_EXTENSIONS.search(half(value)) else None


def _not_too_long(value: str) -> bool:
    """E.164: at most fifteen digits."""
    return all(sum(char.isdigit() for char in one) <= 15 for one in _numbers(value) if one.startswith("+"))


def _no_number(value: str) -> Details | None:
    if _not_too_long(value) and all(compiled(f"({_NUMBER_LOOSE}|{SHORT})").fullmatch(one) for one in _numbers(value)):
        return None
    return hint(value)


def _mobile(value: str) -> Details | None:
    digits = re.sub("[^0-9]", "", value)
    wrong = not value.startswith("+") and _DIGITS_OF_MOBILE.fullmatch(digits) and not compiled(_ELEVEN).fullmatch(value)
    return FIRES if wrong else None


def _toll_free(value: str) -> Details | None:
    digits = re.sub("[^0-9]", "", value)
    meant = re.match(r"[(（]?[0０][1１][2２][0０]", value.strip())
    return FIRES if meant and re.fullmatch("0120[0-9]{6}", digits) and value != f"0120-{digits[4:]}" else None


def _international(value: str) -> Details | None:
    meant = [one for one in _numbers(value) if one.startswith(("+", "0081", "81-", "81 "))]
    wrong = [one for one in meant if not compiled(_INTERNATIONAL).fullmatch(one)]
    return FIRES if wrong else None


def _extension(value: str) -> Details | None:
    return FIRES if _ANY_EXTENSION.search(_GOOD_EXTENSION.sub("", value)) else None


def _no_extension(value: str) -> Details | None:
    """Fires for what is neither a telephone number nor extensions alone."""
    return None if _is_valid(value) or compiled(EXTENSIONS_LOOSE).fullmatch(value) else hint(value)


def _width(value: str) -> Details | None:
    return FIRES if has_full_width(value) or hyphens(value) != value else None


def suggest(value: str) -> str | None:
    """The number in a conforming form, where the grouping is known.

    >>> suggest("０３－５２５３－５１１１"), suggest("03(5253)5111"), suggest("09012345678"), suggest("0422531311")
    ('03-5253-5111', '03-5253-5111', '090-1234-5678', '0422-53-1311')
    """
    if len(value) > _LONGEST:
        return None
    parts = [part for part in map(str.strip, _BETWEEN.split(hyphens(half(value)).strip())) if part]
    if len(parts) == 1:
        return _with_extension(parts[0])
    found = [part if _is_clean(part) else _with_extension(part) for part in parts]
    return " / ".join(one for one in found if one) if found and all(found) else None


def _is_clean(text: str) -> bool:
    return compiled(CLEAN).fullmatch(text) is not None and _is_plausible(text)


def _with_extension(text: str) -> str | None:
    """One number, with its extension if there is one."""
    match = _WRITTEN_EXTENSION.fullmatch(text)
    if match is None:
        return _one(text)
    number = match[1] if _is_clean(match[1]) else _one(match[1])
    mark = "内線" if match[2] == "内線" else "Ext."
    return f"{number} {mark}{match[3]}" if number else None


def _one(text: str) -> str | None:
    text = re.sub("^(?:TEL|電話)[:. ]*", "", _REMARK.sub("", text), flags=re.IGNORECASE)
    if compiled(_NO_SPACE).fullmatch(text):
        return text.replace("+81", "+81 ")
    if match := _ABROAD_WRITTEN.fullmatch(text):
        return f"+81 {match[1]}" if compiled(_NATIONAL).fullmatch(match[1]) else None
    return _grouped(text)


def _grouped(text: str) -> str | None:
    digits = re.sub("[-. ()]", "", text)
    if not digits.isascii() or not digits.isdigit():
        return None
    if re.fullmatch("0[5-9]0[0-9]{8}", digits):
        return f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
    if re.fullmatch("0120[0-9]{6}", digits):
        return f"{digits[:4]}-{digits[4:]}"
    if len(digits) == 10 and (area := area_code(digits)):
        return _with_area(digits, area)
    match = _GROUPED.fullmatch(text)
    return "-".join(match.groups()) if match and digits != text else None


DOMESTIC_NUMBER = Rule(
    id="GIF-TEL-001",
    title=Text("電話番号は半角数字と半角ハイフンで区切って書く", "Telephone: half-width digits separated by hyphens"),
    severity=Severity.ERROR,
    clause=Clause("DS-445", "§1"),
    message=Text(
        "「{value}」は電話番号の形ではありません。半角数字を半角ハイフンで区切り、括弧は市外局番だけに付けます。",
        '"{value}" is not a telephone number: half-width digits, half-width hyphens, parentheses only round the area code.',
    ),
    good=("03-5253-5111", "(03)5253-5111", "099999-9999", "0422-53-1311"),
    bad=("03(5253)5111", "0352535111", "03 5253 5111", "(03)52535111", "03.5253.5111"),
    look=_no_number,
    level="LV1",
)
PARENTHESES = Rule(
    id="GIF-TEL-002",
    title=Text("括弧は市外局番に付け、市内局番には付けない", "Parentheses go round the area code only"),
    severity=Severity.ERROR,
    clause=Clause("DS-445", "§1"),
    message=Text(
        "「{value}」の括弧は市外局番に付いていません。(03)5253-5111 のように市外局番を囲みます。",
        'The parentheses in "{value}" are not round the area code. Write (03)5253-5111.',
    ),
    good=("(03)5253-5111", "03-5253-5111"),
    bad=("03(5253)5111", "03-(5253)-5111"),
    look=where(r"^[^+]*[0-9０-９][-ー－]?[(（][0-9０-９]+[)）]"),
    level="LV1",
)
TOLL_FREE = Rule(
    id="GIF-TEL-003",
    title=Text("フリーダイヤルは 0120-999999 の形で書く", "Toll-free: 0120-999999"),
    severity=Severity.WARNING,
    clause=Clause("DS-445", "§1"),
    message=Text(
        "フリーダイヤル「{value}」の区切りが GIF の例（0120-999999）と異なります。",
        'The grouping of the toll-free number "{value}" differs from that of GIF (0120-999999).',
    ),
    good=("0120-999999",),
    bad=("0120-999-999", "(0120)999-999"),
    look=_toll_free,
)
MOBILE = Rule(
    id="GIF-TEL-004",
    title=Text("携帯電話は 090-9999-9999 の形で書く", "Mobile: 090-9999-9999"),
    severity=Severity.ERROR,
    clause=Clause("DS-445", "§1"),
    message=Text(
        "携帯電話の番号「{value}」は、括弧を使わず 090-1234-5678 のように区切ります。",
        'The mobile number "{value}" is grouped as 090-1234-5678, without parentheses.',
    ),
    good=("090-9999-9999",),
    bad=("(090)9999-9999", "09099999999", "090 9999 9999"),
    look=_mobile,
    level="LV1",
)
INTERNATIONAL = Rule(
    id="GIF-TEL-005",
    title=Text("国際表記は「+国番号」、半角空白、国内番号", "International: + country code, space, number"),
    severity=Severity.ERROR,
    clause=Clause("DS-445", "§1"),
    message=Text(
        "「{value}」は国際表記の形ではありません。+81 3-5253-5111 のように、国番号の後に半角空白を一つ置きます。",
        '"{value}" is not of the international form: + and country code, one space, the number, as in +81 3-5253-5111.',
    ),
    good=("+81 3-5253-5111", "+81 90-9999-9999", "+81 (3)5253-5111", "+81 (03)5253-5111"),
    bad=("0081-3-5253-5111", "81 3-5253-5111", "+81-3-5253-5111", "+81(03)5253-5111"),
    look=_international,
    level="LV1",
)
REMARK = Rule(
    id="GIF-TEL-006",
    title=Text("電話番号の欄に（代表）などを書かない", "No （代表） in the cell"),
    severity=Severity.ERROR,
    clause=Clause("DS-445", "§1"),
    message=Text(
        "「{value}」に「{found}」という注記があります。代表電話番号の項目を設けるか、備考に書きます。",
        '"{value}" carries the remark {found}. Give the main number an item of its own, or use the remarks.',
    ),
    good=("03-5253-5111",),
    bad=("(03)5253-5111（代表）", "03-5253-5111(代)"),
    look=where("[（(]?(代表|直通|担当|[（(]代[）)]|[（(]直[）)])[）)]?"),
    level="LV1",
)
EXTENSION = Rule(
    id="GIF-TEL-008",
    title=Text("内線は「番号 内線999」「番号 Ext.999」と書く", "Extension: number, space, 内線999 or Ext.999"),
    severity=Severity.ERROR,
    clause=Clause("DS-445", "§2"),
    message=Text(
        "「{value}」の内線の書き方が違います。番号の後に半角空白を一つ置き、内線123 または Ext.123 と続けて書きます。",
        'The extension in "{value}" is not written as one space, then 内線123 or Ext.123.',
    ),
    good=("(03)5253-5111 内線123", "+81 (03)5253-5111 Ext.123"),
    bad=("(03)5253-5111内線123", "(03)5253-5111(内線123)", "(03)5253-5111 ext.123", "(03)5253-5111 内線 123"),
    look=_extension,
    level="LV1",
)
SEVERAL = Rule(
    id="GIF-TEL-009",
    title=Text("複数の番号は「 / 」で区切る", "Several numbers are separated by ' / '"),
    severity=Severity.ERROR,
    clause=Clause("DS-445", "§3"),
    message=Text(
        "「{value}」には番号が複数あります。半角の空白・斜線・空白（ / ）で区切ります。",
        '"{value}" holds several numbers. Separate them by space, solidus, space ( / ).',
    ),
    good=("(09)9999-9999 / (09)9999-9998",),
    bad=("(09)9999-9999/(09)9999-9998", "(09)9999-9999、(09)9999-9998", "(09)9999-9999;(09)9999-9998"),
    look=where(r"[0-9０-９]( ?[、,，;；・\n] ?|/| /(?! )|(?<! )/ )([（(] ?[+0-9０-９]|[+0０])"),
    level="LV1",
)
PLAUSIBLE = Rule(
    id="GIF-TEL-011",
    title=Text("電話番号の桁数と市外局番がもっともらしい", "Number of digits and area code are plausible"),
    severity=Severity.WARNING,
    clause=Clause("DS-445", "§1"),
    message=Text("「{value}」{problem}", '"{value}"{problem}'),
    good=("03-5253-5111", "0422-53-1311", "090-9999-9999", "0800-123-4567", "+81 422-53-1311"),
    bad=("03-525-5111", "0909-999-9999", "050-123-4567", "042-253-1311", "(0422)5-3131", "010-123-4567", "+81 3-525-5111"),
    look=_implausible,
    about="truth",
)
WIDTH = Rule(
    id="GIF-TEL-012",
    title=Text("電話番号は半角で書く", "Half-width digits and hyphens"),
    severity=Severity.ERROR,
    clause=Clause("DS-445", "§1"),
    message=Text(
        "電話番号「{value}」に全角文字か、半角ハイフンに似た別の文字があります。",
        'The number "{value}" has full-width characters, or a character that only looks like a hyphen.',
    ),
    good=("03-5253-5111", "(03)5253-5111 内線123"),
    bad=("（０３）５２５３－５１１１", "(03)5253ー5111"),
    look=_width,
    level="LV1",
)
SEVERAL_EXTENSIONS = Rule(
    id="GIF-TEL-010",
    title=Text("内線番号は数字で書き、複数は「 / 」で区切る", "Extensions are digits; several are separated by ' / '"),
    severity=Severity.ERROR,
    clause=Clause("DS-445", "§3"),
    message=Text(
        "「{value}」の内線番号の書き方が違います。半角数字で書き、複数あるときは半角の空白・斜線・空白（ / ）で区切ります。",
        'The extensions in "{value}" are not half-width digits, several of them separated by space, solidus, space ( / ).',
    ),
    good=("999 / 998", "内線 999 / 998", "Ext. 999 / 998", "123", "(03)5253-5111 内線 999 / 998"),
    bad=("999/998", "内線999,998", "999、998", "１２３", "(03)5253-5111 内線999・998"),
    look=lambda value: _several_extensions(value) or _no_extension(value),
    level="LV1",
)
_COUNT = Text(
    "の桁数か区切りの位置が、日本の番号の作りと合いません（固定10桁、携帯・IP 電話11桁）。",
    " has digits or a grouping that do not fit the Japanese plan (10 digits fixed, 11 mobile and IP).",
)
_SHORT_NUMBER = Text("は、緊急通報などの短い番号です。", " is a short number, as for emergency calls.")

PART = Part(
    name="telephone",
    title=Text("電話番号", "telephone number"),
    accepts=Text(
        "(03)5253-5111、03-5253-5111、090-1234-5678、0120-123456、+81 3-5253-5111、内線は「番号 内線123」",
        "(03)5253-5111, 03-5253-5111, 090-1234-5678, 0120-123456, +81 3-5253-5111, extension: number 内線123",
    ),
    clean=CLEAN,
    valid=f"({VALID}|{SHORT})",
    clean_too=_is_plausible,
    valid_too=_not_too_long,
    checks=(
        Use(
            PLAUSIBLE,
            lambda value: {"problem": _SHORT_NUMBER} if compiled(SHORT).fullmatch(value) else None,
            Severity.INFO,
        ),
        Use(INTERNATIONAL, partial(_some, _NO_SPACE), Severity.WARNING),
        Use(EXTENSION, lambda value: _extension(value) if _is_valid(value) else None, Severity.WARNING),
        Use(TOLL_FREE, partial(_some, _TOLL_FREE_LOOSE)),
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
    suggest=suggest,
)
