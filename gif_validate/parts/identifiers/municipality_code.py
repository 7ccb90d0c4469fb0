"""Municipality code (全国地方公共団体コード): six digits, the last a check digit. GIF DS-442 §1.1, DS-433; JIS X 0401/0402.

Two digits for the prefecture, three for the municipality, one check digit. Prefecture codes (130001) and those of designated cities
(141003) and their wards (141011) are all codes. Kept as text: half of the codes below 100000 lose their zero in a spreadsheet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Details, Severity, compiled
from ...catalogue.text import Text, show
from ...characters.alike import comparable, told_apart
from ...characters.widths import plain
from ...codelists import codelist, codes
from ...codelists.history import in_force, name_of, out_of_force
from ..part import Use, kind
from ..placeholder import NULL_WORDS, unless

LIST = "municipalities"
_SIX = "[0-9]{6}"


def check_digit(five: str) -> str:
    """The sixth digit for the first five.

    >>> check_digit("13101"), check_digit("13000"), check_digit("01100")
    ('6', '1', '2')
    """
    weighted = sum(int(digit) * weight for digit, weight in zip(five, (6, 5, 4, 3, 2), strict=True))
    return str((11 - weighted % 11) % 10)


def has_right_check_digit(value: str) -> bool:
    """True for six digits of which the last is the check digit of the others."""
    return compiled(_SIX).fullmatch(value) is not None and check_digit(value[:5]) == value[5]


def is_known(value: str) -> bool:
    """True for a code of a municipality or prefecture that is in force, or was on the day of ``--as-of``."""
    return value in codes("prefectures") or in_force(LIST, value)


def names_of(value: str) -> tuple[str, str] | None:
    """(prefecture, municipality) of a code in force; the municipality is empty for a prefecture's code. None for other codes."""
    if value in codes("prefectures"):
        return codes("prefectures")[value], ""
    name = name_of(LIST, value)
    return None if name is None else (_prefecture(value), name)


def _prefecture(code: str) -> str:
    return codes("jis-x-0401").get(code[:2], "")


def _wrong_check_digit(value: str) -> Details | None:
    if compiled(_SIX).fullmatch(value) and not has_right_check_digit(value):
        return {"expected": check_digit(value[:5])}
    return None


def _unknown(value: str) -> Details | None:
    if not has_right_check_digit(value) or is_known(value):
        return None
    problem = out_of_force(LIST, value, _prefecture(value))
    if problem is not None:
        return {"problem": problem}
    version = codelist(LIST).version
    ja = f"は一覧（{version} 現在）にありません。廃止されたコードか、誤りです。"
    return {"problem": Text(ja, f" is not in the list as of {version}: abolished, or a mistake.")}


def suggest(value: str) -> str | None:
    """The six-digit code, where only one code can be meant: signs and ``.0`` dropped, a lost zero or a missing check digit put back.

    >>> suggest("131016.0"), suggest("１３１０１６"), suggest("11002"), suggest("13101")
    ('131016', '131016', '011002', '131016')
    """
    text = re.sub(r"\.0\Z", "", plain(value)).replace("-", "")
    if compiled("[0-9]{5}").fullmatch(text):
        meant = [code for code in (f"0{text}", text + check_digit(text)) if has_right_check_digit(code) and is_known(code)]
        return meant[0] if len(meant) == 1 else None
    return text if has_right_check_digit(text) else None


SIX_DIGITS = error("GIF-ADDR-002", Clause("DS-442", "§1.1"), look=unless(_SIX), level="LV1").says(
    ("全国地方公共団体コードは数字6桁", "Municipality code is six digits"),
    (
        "全国地方公共団体コード「{value}」は半角数字6桁（検査数字を含む）ではありません。",
        'The municipality code "{value}" is not six half-width digits (with the check digit).',
    ),
    good=("131016", "011002"),
    bad=("13101", "1310161", "１３１０１６", "13101-6", "131016.0"),
)
CHECK_DIGIT = error("GIF-ADDR-003", Clause("JIS X 0402", "附属書"), look=_wrong_check_digit, level="LV1", about="truth").says(
    ("団体コードの検査数字が正しい", "Municipality code has the right check digit"),
    (
        "全国地方公共団体コード「{value}」の検査数字（6桁目）が違います。前の5桁からは {expected} になります。",
        'The check digit (sixth) of "{value}" is wrong; the first five digits give {expected}.',
    ),
    good=("131016", "130001", "011002", "221309"),
    bad=("131017", "130000", "011003"),
)


def disagreement(code: str, prefecture: str, municipality: str) -> tuple[Details, Severity] | None:
    """What differs between a known code and the names beside it.

    An empty name agrees; so do the other forms of a name (`forms_of`). What is no name of a prefecture is a fault of its
    own. Another prefecture is an error (the code begins with it), another municipality a warning (names change).
    """
    named = names_of(code)
    if named is None:
        return None
    meant, found = "".join(named), prefecture + municipality
    details: Details = {
        "value": code,
        "problem": Text(f"は{meant}です。「{show(found)}」と一致しません。", f' is {meant}, which does not match "{show(found)}".'),
        "hint": told_apart(found, meant),
    }
    if folded(prefecture) in codes("prefectures").values() and folded(prefecture) != named[0]:
        return details, Severity.ERROR
    if not folded(municipality) or not named[1] or _agrees(*named, municipality):
        return None
    return details, Severity.WARNING


def _agrees(prefecture: str, name: str, written: str) -> bool:
    text = folded(written).removeprefix(prefecture)
    return text in map(folded, forms_of(name)) or (name.endswith("市") and text.startswith(folded(name)))


_ISLANDS = {"三宅村": "三宅島三宅村", "八丈町": "八丈島八丈町"}
"""Villages whose address has the name of the island before it, where others have their county."""


def forms_of(name: str) -> tuple[str, ...]:
    """The forms in which addresses have a name of the list: with and without its county, with its island, a ward without or instead of its
    city.

    >>> forms_of("石狩郡当別町"), forms_of("三宅村"), forms_of("横浜市中区")
    (('石狩郡当別町', '当別町'), ('三宅村', '三宅島三宅村'), ('横浜市中区', '横浜市', '中区'))
    """
    ward = compiled("(.+市)(.+区)").fullmatch(name)
    island = (_ISLANDS[name],) if name in _ISLANDS else ()
    return tuple(dict.fromkeys((name, re.sub("^.+?郡(?=.+[町村]$)", "", name), *island, *(ward.groups() if ward else ()))))


_SPELLINGS = str.maketrans("ヶが惠龍檜澤鰺檮鹽竈", "ケケ恵竜桧沢鯵梼塩釜", " 　")
"""Characters that registers write differently in the name of one place, and spaces."""


def folded(name: str) -> str:
    """A place name to compare: without spaces, and with the spellings that differ between registers made equal.

    >>> folded("龍ヶ崎 市") == folded("竜が崎市")
    True
    """
    return comparable(name).translate(_SPELLINGS)


def _compare(record: Mapping[str, str]) -> Details | None:
    code = record.get("全国地方公共団体コード") or record.get("code", "")
    prefecture = record.get("都道府県") or record.get("prefecture", "")
    municipality = record.get("市区町村") or record.get("municipality", "")
    found = disagreement(code, prefecture, municipality)
    return None if found is None else found[0]


MEMBERSHIP = error("GIF-ADDR-004", Clause("JIS X 0402", "附属書"), look=_unknown, compare=_compare, about="truth").says(
    ("団体コードが実在し、名称と一致する", "Municipality code exists and matches the names"),
    ("全国地方公共団体コード「{value}」{problem}", 'Municipality code "{value}"{problem}'),
    good=(
        *("131016", "141003", "141011", "130001"),
        {"code": "011088", "prefecture": "北海道", "municipality": "札幌市"},
        {"全国地方公共団体コード": "011088", "都道府県": "北海道", "市区町村": "札幌市"},
    ),
    bad=("999997", {"code": "131016", "prefecture": "北海道"}, {"code": "131016", "prefecture": "東京都", "municipality": "港区"}),
)

PART = kind(
    "municipality_code",
    clean=_SIX,
    valid=_SIX,
    clean_too=lambda value: has_right_check_digit(value) and is_known(value),
    valid_too=has_right_check_digit,
    suggest=suggest,
).says(
    ("全国地方公共団体コード", "municipality code"),
    ("半角数字6桁（検査数字を含む）", "six half-width digits, the last a check digit"),
    checks=(Use(MEMBERSHIP, _unknown, Severity.WARNING), CHECK_DIGIT, SIX_DIGITS, NULL_WORDS),
    examples=("131016", "011002"),
)
