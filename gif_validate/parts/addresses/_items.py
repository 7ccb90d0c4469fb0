"""Items of an address (住所の項目) and what one record must hold of them. GIF DS-442 §1, DS-433 §1.

No part: the rules compare the items of one record.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from ...catalogue.rows import error, info, warning
from ...catalogue.rule import Clause, Details
from ...catalogue.text import Text
from .prefecture import NAMES

_OTHER_NAMES = {
    "代表点の緯度": "緯度",
    "代表点の経度": "経度",
    "市区町村(郡)": "市区町村",
    "市区町村名": "市区町村",
    "都道府県名": "都道府県",
    "方書": "建物名等",
    "建物名等(方書)": "建物名等",
    "市区町村コード": "全国地方公共団体コード",
    "住所": "連結表記",
    "国名": "国",
}
_FORMS = {"(英字)": ("(英字)", "_英字", "_英語表記"), "(カナ)": ("(カナ)", "_カナ", "_読み仮名")}
"""How the documents mark an item in English and a reading: 433 and 438 with brackets, 442 behind a low line."""
_PLACE = "^(所在地|住所)_"
TEXT_ITEMS = ("都道府県", "市区町村", "町字", "町字以下", "番地以下", "連結表記")
_TOWN_TEXTS = ("町字", "町字以下", "連結表記")


def items(record: Mapping[str, str]) -> dict[str, str]:
    """The record under the item names of DS-433: brackets of either width, 「(郡)」, 「(方書)」 and 「所在地_」 make no difference.

    >>> items({"所在地_市区町村（郡）": "千代田区", "建物名等（方書）": ""})
    {'市区町村': '千代田区', '建物名等': ''}
    >>> items({"町字以下_英語表記": "2-1-2 Kasumigaseki"})
    {'町字以下(英字)': '2-1-2 Kasumigaseki'}
    """
    found: dict[str, str] = {}
    for key, value in record.items():
        found[_folded(key)] = value
    return found


def _folded(key: str) -> str:
    name = re.sub(_PLACE, "", unicodedata.normalize("NFKC", key))
    for form, endings in _FORMS.items():
        ending = next((ending for ending in endings if name.endswith(ending)), None)
        if ending is not None:
            base = name.removesuffix(ending)
            return _OTHER_NAMES.get(base, base) + form
    return _OTHER_NAMES.get(name, name)


def filled(record: Mapping[str, str]) -> dict[str, str]:
    """The items that hold more than spaces."""
    return {name: value for name, value in items(record).items() if value.strip()}


def _no_codes(record: Mapping[str, str]) -> Details | None:
    found = filled(record)
    lacking = [name for name in ("全国地方公共団体コード", "町字ID") if name not in found]
    return {"lacking": "、".join(lacking)} if lacking and any(name in found for name in TEXT_ITEMS) else None


def _town_id_alone(record: Mapping[str, str]) -> Details | None:
    found = filled(record)
    return {"value": found["町字ID"]} if "町字ID" in found and "全国地方公共団体コード" not in found else None


def _no_text(record: Mapping[str, str]) -> Details | None:
    found = filled(record)
    return {"value": found["町字ID"]} if "町字ID" in found and not any(name in found for name in _TOWN_TEXTS) else None


def _three_items(record: Mapping[str, str]) -> Details | None:
    """The code may stand for prefecture and municipality (ADDR-012), the whole address in one string as well."""
    found = filled(record)
    if "町字以下" not in found or "全国地方公共団体コード" in found or "連結表記" in found:
        return None
    lacking = [name for name in ("都道府県", "市区町村") if name not in found]
    return {"lacking": "、".join(lacking)} if lacking else None


def _four_items(record: Mapping[str, str]) -> Details | None:
    found = filled(record)
    if "町字以下" in found:
        return None
    town, number = found.get("町字", ""), found.get("番地以下", "")
    if not number and re.search(r"[^0-9\-][0-9]{1,9}(-[0-9]{1,9}){1,4}\Z", town):
        return {"value": town, "problem": Text("番地が入っています", "the block number")}
    if not town and re.match("[^0-9０-９]{2,}(町|大字|丁目)", number):
        return {"value": number, "problem": Text("町字が入っています", "the town")}
    return None


def _repeated(record: Mapping[str, str]) -> Details | None:
    """A higher item stands again at the start of a lower one. Towns may share the name of a 町 or 村, never that of a 市 or 区."""
    found = filled(record)
    municipality = found.get("市区町村", "")
    for name in ("市区町村", "町字", "町字以下"):
        value = found.get(name, "")
        repeated = next((prefecture for prefecture in NAMES if value.startswith(prefecture)), "")
        if not repeated and name != "市区町村" and municipality.endswith(("市", "区")) and value.startswith(municipality):
            repeated = municipality
        if repeated:
            return {"value": value, "item": name, "found": repeated}
    return None


def _dropped_layout(record: Mapping[str, str]) -> Details | None:
    names = items(record)
    if "丁目以下" in names:
        return {"found": "丁目以下"}
    below = [name for name in ("丁目", "街区符号", "番地") if name in names]
    return {"found": "、".join(("町名", *below))} if "町名" in names and below else None


_GOOD = {
    "全国地方公共団体コード": "131016",
    "町字ID": "0002002",
    "都道府県": "東京都",
    "市区町村": "千代田区",
    "町字以下": "霞が関2-1-2",
    "建物名等（方書）": "中央合同庁舎第2号館",
}
_FOUR = {
    "全国地方公共団体コード": "131016",
    "町字ID": "0002002",
    "都道府県": "東京都",
    "市区町村": "千代田区",
    "町字": "霞が関二丁目",
    "番地以下": "1-2",
    "建物名等（方書）": "中央合同庁舎第2号館",
}

BY_CODES = info("GIF-ADDR-001", Clause("DS-442", "§1"), compare=_no_codes).says(
    ("住所は団体コードと町字IDで管理する", "Addresses are managed by municipality code and 町字ID"),
    (
        "住所に {lacking} がありません。全国地方公共団体コードと町字IDを付けると、名称が変わっても管理できます。",
        "The address has no {lacking}. With the municipality code and the 町字ID it can be managed even when names change.",
    ),
    good=(_GOOD, _FOUR),
    bad=({"都道府県": "東京都", "市区町村": "千代田区", "町字以下": "霞が関2-1-2"},),
)
ID_WITH_CODE = warning("GIF-ADDR-006", Clause("abr", "町字ID"), compare=_town_id_alone).says(
    ("町字IDは団体コードと組で使う", "町字ID is unique only with the municipality code"),
    (
        "町字ID「{value}」に全国地方公共団体コードがありません。町字IDは市区町村の中だけの番号です。",
        'The 町字ID "{value}" stands without the municipality code, and is a number within one municipality only.',
    ),
    good=(_GOOD,),
    bad=({"町字ID": "0002002", "町字": "霞が関二丁目"},),
)
TEXT_TOO = warning("GIF-ADDR-007", Clause("DS-442", "§1.1"), compare=_no_text).says(
    ("コードと並べて住所の文字列も持つ", "Keep the address text beside the codes"),
    (
        "町字ID「{value}」だけで、町字の文字列がありません。町字は変わることがあるため、文字列も持ちます。",
        'There is a 町字ID ("{value}") but no text of the town. Towns change, so keep the text as well.',
    ),
    good=(_GOOD, _FOUR),
    bad=({"全国地方公共団体コード": "131016", "町字ID": "0002002", "都道府県": "東京都", "市区町村": "千代田区"},),
)
THREE_ITEMS = error("GIF-ADDR-010", Clause("DS-442", "§1.1 1)"), compare=_three_items, level="LV1").says(
    ("3項目の住所は都道府県・市区町村・町字以下", "An address in three items has prefecture, municipality and the rest"),
    (
        "「町字以下」がありますが {lacking} が空です。3項目の住所は都道府県・市区町村・町字以下に分けます。",
        "There is 町字以下, but {lacking} is empty. An address in three items has 都道府県, 市区町村 and 町字以下.",
    ),
    good=(_GOOD, {"全国地方公共団体コード": "131016", "町字以下": "霞が関2-1-2"}),
    bad=({"都道府県": "東京都", "市区町村": "", "町字以下": "霞が関2-1-2"},),
)
FOUR_ITEMS = error("GIF-ADDR-011", Clause("DS-442", "§1.1 2)"), compare=_four_items, level="LV1").says(
    ("4項目の住所は町字と番地以下を分ける", "An address in four items divides the town from the block number"),
    (
        "「{value}」に{problem}。4項目の住所では、町字と番地以下を別の項目に書きます。",
        '"{value}" also holds {problem}. An address in four items has the town and the block number in items of their own.',
    ),
    good=(_FOUR, _GOOD),
    bad=({"町字": "霞が関2-1-2", "番地以下": ""}, {"町字": "", "番地以下": "紀尾井町1-3"}),
)
READS_AS_ONE = error("GIF-ADDR-013", Clause("DS-442", "§1.1 1)"), compare=_repeated, level="LV1").says(
    ("住所の項目をつなぐと読める住所になる", "The items joined together read as one address"),
    (
        "「{item}」の「{value}」に、上の項目の「{found}」が重ねて書かれています。つないだときに一つの住所になるようにします。",
        'The item {item} ("{value}") repeats "{found}" of a higher item. Joined together, the items read as one address.',
    ),
    good=(_GOOD, _FOUR),
    bad=(
        {"都道府県": "東京都", "市区町村": "千代田区", "町字以下": "千代田区霞が関2-1-2"},
        {"都道府県": "東京都", "市区町村": "東京都千代田区", "町字": "霞が関二丁目"},
    ),
)
DROPPED_LAYOUT = info("GIF-ADDR-040", Clause("DS-442", "§1"), compare=_dropped_layout).says(
    ("2025年に廃止された住所の項目構成である", "Address layout dropped in 2025"),
    (
        "項目 {found} は2022年版の住所の分け方で、2025年の改定でなくなりました。町字以下、または町字と番地以下に分けます。",
        "The items {found} belong to the layout of 2022, dropped in 2025. Use 町字以下, or 町字 and 番地以下.",
    ),
    good=(_GOOD, {"丁目": "2", "街区符号": "1", "住居番号": "2"}),
    bad=({"郵便番号": "1008926", "丁目以下": "2-1-2"}, {"町名": "霞が関", "丁目": "2", "番地": "1-2"}),
)
