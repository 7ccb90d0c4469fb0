"""Which items stand beside a name: its reading, its Latin form, family and given name apart. GIF DS-430 §5.2, DS-431, DS-461."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...catalogue.rows import info, warning
from ...catalogue.rule import Clause, Details

_NAMES = ("氏名", "氏", "名", "商号または名称", "法人名", "名称", "施設名", "施設名称", "団体名")
_KANA = re.compile("[(（_]?(カナ|仮名|ふりがな|フリガナ|読み|読み仮名|かな)[)）]?")
_LATIN = re.compile("[(（_]?(英字|英語|英語表記|ローマ字)[)）]?")


def _lacking(record: Mapping[str, str], beside: re.Pattern[str]) -> Details | None:
    """The first name of the record that has no item of this kind beside it."""
    bases = {beside.sub("", key) for key in record if beside.search(key)}
    lacking = [name for name in _NAMES if record.get(name) and name not in bases]
    return {"item": lacking[0]} if lacking else None


READING_ITEM = warning("GIF-CHAR-017", Clause("DS-430", "§5.2"), compare=lambda record: _lacking(record, _KANA)).says(
    ("固有名詞には読みの項目を設ける", "Proper nouns have a reading item"),
    ("「{item}」の読みの項目（カナ）がありません。", '"{item}" has no item for its reading (kana).'),
    good=({"名称": "市民会館", "名称_カナ": "シミンカイカン"}, {"氏名": "山田 花子", "氏名(カナ)": "ヤマダ ハナコ"}),
    bad=({"名称": "市民会館", "住所": "霞が関2-1-2"}, {"氏名": "山田 花子"}),
)
LATIN_ITEM = info("GIF-CHAR-020", Clause("DS-461", "§2.1 4)"), compare=lambda record: _lacking(record, _LATIN)).says(
    ("名称にはローマ字の項目を設ける", "Names have an item in Latin letters"),
    ("「{item}」の英字（ローマ字）の項目がありません。", '"{item}" has no item in Latin letters.'),
    good=({"名称": "市民会館", "名称_英字": "City Hall"}, {"氏名": "山田 花子", "氏名(英字)": "YAMADA HANAKO"}),
    bad=({"名称": "市民会館"},),
)
TWO_ITEMS = warning(
    "GIF-CHAR-023",
    Clause("DS-431", "表1"),
    compare=lambda record: {} if record.get("氏名") and not (record.get("氏") and record.get("名")) else None,
).says(
    ("氏と名は別の項目にする", "Family name and given name are two items"),
    (
        "「氏名」はありますが、「氏」と「名」の項目がありません。氏と名は別の項目でも持ちます。",
        "There is a full name, but no items for family and given name.",
    ),
    good=({"氏名": "山田 花子", "氏": "山田", "名": "花子"}, {"氏": "山田", "名": "花子"}),
    bad=({"氏名": "山田 花子"},),
)
