"""Postal code (郵便番号): seven digits without a hyphen. GIF DS-443.

Whether a code is in use is told by the list of Japan Post that ships with this version; since codes come and go every month, a code that is
not in it is worth a warning. Codes of post-office boxes (the last four digits 8500 to 8799) are in no list and are let pass where the first
three digits exist.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...catalogue.rows import error, warning
from ...catalogue.rule import Clause, Details, compiled, when
from ...catalogue.text import Text, show
from ...characters.widths import plain
from ...codelists import codelist, codes
from ...codelists.postal_codes import LIST, is_district, is_listed, prefectures_of
from ..part import kind
from ..placeholder import NULL_WORDS, unless

_SEVEN = "[0-9]{7}"
_OFFICE = "[0-9]{3}8[5-7][0-9]{2}"
_HYPHENED = re.compile("〒? ?([0-9]{3})[- ]?([0-9]{4})")


def suggest(value: str) -> str | None:
    """Seven digits, where the value certainly means them; a leading zero that a spreadsheet dropped is put back.

    >>> suggest("〒100-8926"), suggest("６０８６１１"), suggest("1008926.0"), suggest("100")
    ('1008926', '0608611', '1008926', None)
    """
    text = re.sub(r"\.0\Z", "", plain(value))
    if match := _HYPHENED.fullmatch(text):
        return match[1] + match[2]
    return f"0{text}" if re.fullmatch("[0-9]{6}", text) else None


def is_known(code: str) -> bool:
    """True for seven digits that are the code of a place or an office, or may be that of a post-office box."""
    return is_listed(code) or (compiled(_OFFICE).fullmatch(code) is not None and is_district(code[:3]))


def _unknown(value: str) -> Details | None:
    if not compiled(_SEVEN).fullmatch(value) or is_known(value):
        return None
    version = codelist(LIST).version
    if set(value) <= {"0"} or set(value) <= {"9"}:
        return {
            "problem": Text("は実在する郵便番号ではありません。分からないときは空欄とします。", " is no postal code. Leave the cell empty.")
        }
    return {
        "problem": Text(
            f"は日本郵便の一覧（{version} 現在）にありません。廃止された番号か、誤りです。",
            f" is not in the list of Japan Post as of {version}: abolished, or a mistake.",
        )
    }


def disagreement(code: str, prefecture: str) -> Details | None:
    """What is wrong between a listed code and the full name of the prefecture beside it; None where they agree or one is not known."""
    right = prefectures_of(code)
    name = re.sub("[ 　]", "", prefecture)
    if not right or name in right or name not in codes("prefectures").values():
        return None
    problem = Text(
        f"は{'・'.join(right)}の郵便番号です。「{show(prefecture)}」と一致しません。",
        f' belongs to {", ".join(right)}, which does not match "{show(prefecture)}".',
    )
    return {"value": code, "problem": problem}


def _compare(record: Mapping[str, str]) -> Details | None:
    return disagreement(record.get("郵便番号", ""), record.get("都道府県", ""))


SEVEN_DIGITS = error("GIF-POST-001", Clause("DS-443", "§1"), look=unless(_SEVEN), level="LV1").says(
    ("郵便番号は数字7桁、ハイフンなし", "Postal code: seven digits, no hyphen"),
    (
        "郵便番号「{value}」は、ハイフンや〒を付けない半角数字7桁ではありません。",
        'The postal code "{value}" is not seven half-width digits without a hyphen.',
    ),
    good=("1020094", "0000000"),
    bad=("100-8926", "〒1000013", "１０００００１", "1000013 ", "100"),
)
OLD = warning(
    "GIF-POST-002",
    Clause("DS-443", "§3"),
    look=when("([0-9]{3}|[0-9]{5})"),
    undecidable=Text("7桁との対応表があるかどうかは、値からは分かりません。", "A value does not show whether there is a mapping table."),
).says(
    ("3桁・5桁の郵便番号には対応表を用意する", "3- or 5-digit codes need a mapping table"),
    (
        "「{value}」は旧郵便番号（3桁・5桁）です。残すときは7桁との対応表を用意します。",
        '"{value}" is an old postal code (3 or 5 digits). If it must stay, provide a table to the 7 digits.',
    ),
    good=("1000001",),
    bad=("100", "10000"),
)
EXISTS = warning("GIF-POST-003", Clause("japan-post", "郵便番号データ"), look=_unknown, compare=_compare, about="truth").says(
    ("実在する郵便番号で、都道府県と一致する", "Postal code exists and matches the prefecture"),
    ("郵便番号「{value}」{problem}", 'The postal code "{value}"{problem}'),
    good=(
        "1000013",
        "0758711",
        "1008798",
        {"郵便番号": "1000013", "都道府県": "東京都"},
        {"郵便番号": "6180000", "都道府県": "京都府"},
        {"郵便番号": "6180000", "都道府県": "大阪府"},
    ),
    bad=("0000000", "9999999", "1009999", {"郵便番号": "1000013", "都道府県": "大阪府"}),
)

PART = kind("postal_code", clean=_SEVEN, valid="([0-9]{3}|[0-9]{5}|[0-9]{7})", clean_too=is_known, suggest=suggest).says(
    ("郵便番号", "postal code"),
    ("半角数字7桁（ハイフンなし）", "seven half-width digits, no hyphen"),
    checks=(EXISTS, OLD, SEVEN_DIGITS, NULL_WORDS),
    examples=("1020094",),
)
