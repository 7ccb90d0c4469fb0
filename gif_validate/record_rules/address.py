"""Rules of the address class (住所) and of contact points (連絡先): what the items say together. GIF DS-438 住所・連絡先, DS-433."""

from __future__ import annotations

from ..catalogue.rows import error, warning
from ..catalogue.rule import FIRES, Clause, Details, compiled
from .comparison import Comparison, address_fold, contained, labelled, together

_JAPAN = "JPN"
_ABROAD = "MP07"
_MEANS = ("連絡先電話番号", "連絡先メールアドレス", "連絡先URL", "連絡先SNS", "連絡先住所")


def _town_and_block(joined: str, town: str, block: str) -> Details | None:
    if not (joined.strip() and town.strip() and block.strip()) or address_fold(joined) == address_fold(town + block):
        return None
    return {"value": joined, "town": town, "block": block}


def _pattern_and_country(pattern: str, code: str) -> Details | None:
    if not compiled("MP[0-9]{2}").fullmatch(pattern) or (code or _JAPAN) == _JAPAN:
        return {"value": pattern, "code": code} if pattern == _ABROAD and code == _JAPAN else None
    return None if pattern == _ABROAD else {"value": pattern, "code": code}


def _service_area(prefecture: str, municipality: str) -> Details | None:
    if not compiled("[0-9]{2}").fullmatch(prefecture) or not compiled("[0-9]{6}").fullmatch(municipality):
        return None
    return None if municipality.startswith(prefecture) else {"value": municipality, "prefecture": prefecture}


def _no_means(name: str, purpose: str, remark: str, *means: str) -> Details | None:
    if any(text.strip() for text in means) or not (name + purpose + remark).strip():
        return None
    return FIRES


TOWN_AND_BLOCK = warning(
    "GIF-ADR-009",
    Clause("DS-438", "住所"),
    compare=Comparison(("町字以下", "町字", "番地以下"), _town_and_block),
    level="LV2",
    about="truth",
).says(
    ("町字以下は町字と番地以下の連結と一致する", "Town and block item equals its two parts"),
    (
        "町字以下「{value}」が、町字「{town}」と番地以下「{block}」を連結したものと一致しません。",
        'The town and block "{value}" is not the town "{town}" followed by the block "{block}".',
    ),
    good=(
        {"町字以下": "霞が関2-1-2", "町字": "霞が関二丁目", "番地以下": "1-2"},
        {"町字以下": "紀尾井町1-3", "町字": "紀尾井町", "番地以下": "1-3"},
        {"町字以下": "紀尾井町1-3"},
    ),
    bad=({"町字以下": "霞が関2-1-2", "町字": "霞が関二丁目", "番地以下": "3-1"},),
)
PATTERN_AND_COUNTRY = warning("GIF-ADR-013", compare=Comparison(("必須パターン", "国/コード"), _pattern_and_country), about="truth").says(
    ("国外の住所は必須パターン7", "Addresses abroad use mandatory pattern 7"),
    (
        "必須パターン {value} と国コード「{code}」が合いません。国外の住所は MP07、国内の住所は MP01 から MP06 です。",
        'The mandatory pattern {value} does not go with the country "{code}": MP07 is for addresses abroad, MP01 to MP06 for Japan.',
    ),
    good=({"必須パターン": "MP07", "国/コード": "USA"}, {"必須パターン": "MP01", "国/コード": "JPN"}, {"必須パターン": "MP01"}),
    bad=({"必須パターン": "MP07", "国/コード": "JPN"}, {"必須パターン": "MP01", "国_コード": "USA"}),
)
COUNTRY = error(
    "GIF-ADR-014", Clause("DS-438-1", "国コード一覧"), compare=labelled("国", "gif-country-region"), level="LV2", about="truth"
).says(
    ("国名は3文字コードと対応する名称", "Country: alpha-3 code with its label"),
    ("国コード「{value}」{problem}", 'The country code "{value}"{problem}'),
    good=({"国/コード": "JPN", "国/名称": "日本国"}, {"国/コード": "JPN", "国/名称": "日本"}, {"コード": "USA"}),
    bad=({"国/コード": "JPN", "国/名称": "アメリカ合衆国"}, {"国/コード": "JP", "国/名称": "日本国"}),
)
SPLIT = warning(
    "GIF-ADR-019",
    Clause("DS-438", "住所 拡張項目"),
    compare=together(
        contained("市区町村(郡)", "郡", "市区町村", "政令市区"),
        contained("町字", "大字・町", "丁目", "小字"),
        contained("建物名等(方書)", "建物名", "フロア名", "部屋番号"),
    ),
    level="LV2",
    about="truth",
).says(
    ("細分した住所項目の連結は上位項目と一致する", "Split address items joined equal the larger item"),
    (
        "「{item}」の「{value}」に、「{part}」の「{text}」が順序どおりに現れません。",
        '"{item}" is "{value}", in which "{text}" ({part}) does not stand in its place.',
    ),
    good=(
        {"町字": "霞が関二丁目", "大字・町": "霞が関", "丁目": "二丁目"},
        {"市区町村(郡)": "札幌市厚別区", "市区町村": "札幌市", "政令市区": "厚別区"},
        {"建物名等(方書)": "東京ガーデンテラス紀尾井町 19階Northフロア", "建物名": "東京ガーデンテラス紀尾井町"},
    ),
    bad=(
        {"町字": "霞が関二丁目", "大字・町": "霞が関", "丁目": "三丁目"},
        {"市区町村(郡)": "千代田区", "市区町村": "港区"},
        {"建物名等(方書)": "きおいビル 2階", "部屋番号": "301"},
    ),
)
SERVICE_AREA = warning(
    "GIF-ADR-023",
    Clause("DS-438", "施設 拡張項目"),
    compare=Comparison(("サービス担当区域の都道府県コード", "サービス担当区域の市区町村コード"), _service_area),
    level="LV2",
    about="truth",
).says(
    ("サービス担当区域の都道府県と市区町村が整合する", "Prefecture and city codes of the service area agree"),
    (
        "市区町村コード「{value}」の先頭2桁が、都道府県コード {prefecture} と違います。",
        'The municipality code "{value}" does not begin with the prefecture code {prefecture}.',
    ),
    good=({"サービス担当区域の都道府県コード": "13", "サービス担当区域の市区町村コード": "131016"},),
    bad=({"サービス担当区域の都道府県コード": "27", "サービス担当区域の市区町村コード": "131016"},),
)
MEANS = warning("GIF-CON-010", compare=Comparison(("連絡先名称", "連絡先用途", "連絡先備考", *_MEANS), _no_means), about="truth").says(
    ("連絡手段を1つ以上記入する", "At least one means of contact is given"),
    (
        "連絡先に、電話番号・メールアドレス・URL・SNS・住所のどれもありません。",
        "The contact point has no telephone number, e-mail address, URL, social media account or address.",
    ),
    good=({"連絡先名称": "総務課", "連絡先電話番号": "(03)5253-5111"}, {"連絡先名称": "総務課", "連絡先住所/連結表記": "東京都千代田区"}),
    bad=({"連絡先名称": "総務課"}, {"連絡先名称": "総務課", "連絡先電話番号": " "}),
)
