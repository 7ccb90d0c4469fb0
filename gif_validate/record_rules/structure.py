"""Rules of codes, ids and labels (コード情報型・ID情報型・コード一覧) in every class. GIF DS-438, DS-438-1.

A question by hand names the list: ``{"コード一覧": "gif-sex", "コード": "2", "名称": "女性"}``; the Japanese title of the list will do too.
"""

from __future__ import annotations

from functools import cache

from ..catalogue.rows import error, info
from ..catalogue.rule import Clause, Details
from ..catalogue.text import Text
from ..codelists import codelist, codes, names, rows
from .comparison import Comparison, all_given, disagreement

_COUNTRIES = "gif-country-region"


def _list_of(name: str) -> str:
    """The id of a code list, by its id or its title; empty where there is none."""
    return _found(name, names())


@cache
def _found(name: str, known: tuple[str, ...]) -> str:
    wanted = name.removeprefix("pcd:").strip()
    current = (one for one in known if "@" not in one or one == wanted)
    return next((one for one in current if wanted and (one == wanted or codelist(one).title.ja.startswith(wanted))), "")


def _unlisted(name: str, code: str) -> Details | None:
    found = _list_of(name)
    return {"value": code, "list": codelist(found).title} if found and code and code not in codes(found) else None


def _label(name: str, code: str, label: str) -> Details | None:
    found = _list_of(name)
    return disagreement(found, code, label) if found and code in codes(found) else None


def _lost_zeros(name: str, code: str) -> Details | None:
    found = _list_of(name)
    if not found or not code.isascii() or not code.isdigit() or code in codes(found):
        return None
    meant = next((one for one in codes(found) if one.isdigit() and len(one) > len(code) and one == code.zfill(len(one))), None)
    return {"value": code, "expected": meant} if meant else None


def _country_gap(code: str) -> Details | None:
    status = next((row["status"] for row in rows(_COUNTRIES) if row["code"] == code), "")
    if status == "added":
        return {
            "value": code,
            "problem": Text("は ISO 3166-1 にありますが、国コード一覧に載っていません。", " is in ISO 3166-1, but not in GIF's list."),
        }
    if status == "withdrawn":
        return {
            "value": code,
            "problem": Text(
                "は国コード一覧にありますが、ISO 3166-1 では廃止されています。", " is in GIF's list, but withdrawn from ISO 3166-1."
            ),
        }
    return None


LISTED = error(
    "GIF-COD-001", Clause("DS-438-1", "コード一覧"), compare=Comparison(("コード一覧", "コード"), _unlisted), level="LV2", about="truth"
).says(
    ("コード項目の値はコード一覧にある", "Code values are in their list"),
    ("コード「{value}」は{list}にありません。", 'The code "{value}" is not in the list: {list}.'),
    good=({"コード一覧": "gif-status", "コード": "1"}, {"コード一覧": "有無コード一覧", "コード": "9"}),
    bad=({"コード一覧": "gif-status", "コード": "5"},),
)
LABEL = error(
    "GIF-COD-002",
    Clause("DS-438-1", "コード一覧"),
    compare=Comparison(("コード一覧", "コード", "名称"), _label),
    level="LV2",
    about="truth",
).says(
    ("名称は併記したコードに対応する", "The label belongs to the code"),
    ("コード「{value}」{problem}", 'The code "{value}"{problem}'),
    good=(
        {"コード一覧": "国コード一覧", "コード": "JPN", "名称": "日本国"},
        {"コード一覧": "国コード一覧", "コード": "JPN", "名称": "日本"},
        {"コード一覧": "gif-sex", "コード": "9", "名称": "その他"},
    ),
    bad=({"コード一覧": "国コード一覧", "コード": "JPN", "名称": "フランス共和国"},),
)
LEADING_ZEROS = error(
    "GIF-COD-003", Clause("DS-438", "文字列"), compare=Comparison(("コード一覧", "コード"), _lost_zeros), level="LV2", about="truth"
).says(
    ("コードは先頭のゼロを含む文字列", "Codes are text and keep leading zeros"),
    (
        "コード「{value}」は先頭のゼロが落ちています。{expected} と書きます。",
        'The code "{value}" has lost its leading zeros: write {expected}.',
    ),
    good=({"コード一覧": "poi", "コード": "0101"}, {"コード一覧": "gif-status", "コード": "1"}),
    bad=({"コード一覧": "poi", "コード": "101"}, {"コード一覧": "gif-month", "コード": "4"}),
)
COUNTRY_GAP = info(
    "GIF-COD-004",
    Clause("DS-438-1", "国コード一覧"),
    look=_country_gap,
    compare=Comparison(
        ("国/コード", "国籍/コード", "出生国/コード"),
        lambda *given: next((found for code in given if (found := _country_gap(code)) is not None), None),
    ),
).says(
    ("国コード一覧の過不足はデータの誤りとしない", "Gaps in the country list are not data errors"),
    ("国コード「{value}」{problem}", 'The country code "{value}"{problem}'),
    good=("JPN", {"国/コード": "JPN"}, {"国籍/コード": "ZZZ"}),
    bad=("SSD", "ANT", {"国/コード": "SSD"}, {"国籍/コード": "ANT"}),
)
CODE_INFORMATION = error(
    "GIF-COD-005", Clause("DS-438", "コード情報型"), compare=all_given("コード種別", "コード"), level="LV2", about="truth"
).says(
    ("コード情報はコード種別とコードの両方を記入", "Code information has both type and code"),
    ("コード情報に{lacking}がありません。", "The code information lacks {lacking}."),
    good=({"コード種別": "続柄", "コード": "配偶者"},),
    bad=({"コード": "配偶者"}, {"コード種別": "続柄", "コード": ""}),
)
ID_INFORMATION = error("GIF-COD-006", Clause("DS-438", "ID情報型"), compare=all_given("ID種別", "ID"), level="LV2", about="truth").says(
    ("ID情報はID種別とIDの両方を記入", "ID information has both type and ID"),
    ("ID情報に{lacking}がありません。", "The ID information lacks {lacking}."),
    good=({"ID種別": "職員番号", "ID": "1234567"},),
    bad=({"ID": "1234567"}, {"ID種別": "職員番号"}),
)
