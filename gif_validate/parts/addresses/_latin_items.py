"""Items in English and in kana beside the Japanese ones (英字・カナの項目). GIF DS-442 §4.2, §4.4, §5.

No part: the rules compare the items of one record.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...catalogue.rows import info, warning
from ...catalogue.rule import FIRES, Clause, Details
from ._items import filled

_DIVIDED = ("都道府県(英字)", "市区町村(英字)", "町字以下(英字)", "町字(英字)")


def _undivided(record: Mapping[str, str]) -> Details | None:
    found = filled(record)
    if "連結表記(英字)" not in found or any(name in found for name in _DIVIDED):
        return None
    return {"value": found["連結表記(英字)"]}


def _four_items(record: Mapping[str, str]) -> Details | None:
    found = filled(record)
    return FIRES if "番地以下(英字)" in found and "町字以下(英字)" not in found else None


def _without_japanese(record: Mapping[str, str]) -> Details | None:
    """An item in English or kana whose Japanese item is empty. English keeps its three items beside four Japanese ones (ADEN-003)."""
    found = filled(record)
    for name in found:
        base, form = (name.removesuffix("(英字)").removesuffix("(カナ)"), name[-4:])
        if base == name or base in found or not base:
            continue
        if not (form == "(英字)" and base == "町字以下" and "町字" in found):
            return {"item": name, "lacking": base}
    return None


_ENGLISH = {"都道府県(英字)": "Tokyo", "市区町村(英字)": "Chiyoda-ku", "町字以下(英字)": "2-1-2 Kasumigaseki"}
_JAPANESE = {"都道府県": "東京都", "市区町村": "千代田区", "町字": "霞が関二丁目", "番地以下": "1-2"}

MIRRORED = warning("GIF-ADDR-036", Clause("DS-442", "§4.4"), compare=_without_japanese).says(
    ("カナ・英字の項目は日本語の項目と同じ分け方", "Kana and English items mirror the Japanese items"),
    (
        "「{item}」はありますが、対応する「{lacking}」が空です。カナ・英字の項目は日本語の項目と同じ分け方にします。",
        'There is "{item}", but "{lacking}" is empty. Kana and English items are divided as the Japanese ones are.',
    ),
    good=({**_JAPANESE, **_ENGLISH}, {"市区町村": "千代田区", "市区町村（カナ）": "チヨダク"}),
    bad=({**_JAPANESE, "町字以下(カナ)": "カスミガセキニチョウメ1-2"}, {"都道府県_英語表記": "Tokyo", "都道府県": ""}),
)
OWN_ITEMS = info("GIF-ADEN-002", Clause("DS-442", "§4.2"), compare=_undivided).says(
    ("英語住所も項目ごとに分ける", "English addresses are split into items too"),
    (
        "英語住所「{value}」が一続きでしか書かれていません。都道府県・市区町村・町字以下の項目にも分けます。",
        'The English address "{value}" stands in one string only. Divide it into prefecture, municipality and the rest as well.',
    ),
    good=({"連結表記(英字)": "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan", **_ENGLISH}, _ENGLISH),
    bad=({"連結表記(英字)": "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan", "都道府県(英字)": ""},),
)
THREE_ITEMS = info("GIF-ADEN-003", Clause("DS-442", "§4.4"), compare=_four_items).says(
    ("英語住所は3項目の形を使う", "English addresses use the three-item form"),
    (
        "英語住所が町字と番地以下に分かれています。英語では「2-1-2 Kasumigaseki」のように町字以下を一つの項目に書きます。",
        "The English address divides the town from the block number. In English both stand in one item: 2-1-2 Kasumigaseki.",
    ),
    good=(_ENGLISH,),
    bad=({"町字(英字)": "Kasumigaseki 2-chome", "番地以下(英字)": "1-2"},),
)
