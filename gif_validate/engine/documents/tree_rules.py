"""Rules of documents as trees: names, nesting and types that the standard does not have, and what is missing. GIF DS-430 §4.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ...catalogue.rows import error, info, warning
from ...catalogue.rule import Clause, Details, Severity
from ...catalogue.text import Text
from ...models import patterns
from ...models.index import models
from ...models.model import Field, Model
from ...parts import part
from ...record_rules.comparison import fold

_LEVELS = Clause("DS-430", "§4.1")


@cache
def _core() -> tuple[Model, ...]:
    return tuple(model for model in models().values() if model.gif and model.tier == "core" and model.current)


def missing(model: Model, given: Mapping[str, str]) -> tuple[str, ...]:
    """The mandatory items of a class that a record (name of the item → text) has not, those of the nearest mandatory pattern among them."""
    there = patterns.given(model, given)
    plain = tuple(name for item in model.marked("must") if (name := item.where.partition("/")[0]) not in there)
    return plain + patterns.best(model, given)[1]


def _lacking(record: Mapping[str, str]) -> Details | None:
    """What a record lacks of a core class that has all its items; None where it is complete for one, or no class has them all."""
    names = {fold(path).partition("/")[0].partition("[")[0] for path in record}
    fitting = [model for model in _core() if names <= {item.where.partition("/")[0] for item in model.fields}]
    lacks = [(model, missing(model, record)) for model in fitting]
    if not lacks or not all(found for _, found in lacks):
        return None
    model, found = min(lacks, key=lambda pair: len(pair[1]))
    return {"holder": model.title, "lacking": "、".join(found), "hint_pattern": ""}


def _items(path: str) -> Iterator[Field]:
    last = fold(path).rpartition("/")[2]
    return (item for model in _core() for item in model.fields if item.name == last)


def _uncommon(record: Mapping[str, str]) -> Details | None:
    """The first item whose value has not the common form of its kind."""
    for path, text in record.items():
        for item in _items(path) if text.strip() else ():
            fault = None if item.codes else part(item.kind).explain(text)
            if fault is not None and fault.rule.level == "LV1" and fault.severity is Severity.ERROR:
                return {"item": path, "value": text}
    return None


def _extension(record: Mapping[str, str]) -> Details | None:
    """The first item that is an extension item in every core class that has it."""
    for path in record:
        last = fold(path).rpartition("/")[2]
        having = [item for model in _core() for item in model.fields if last in {item.name, item.en}]
        if having and all(item.extension for item in having):
            return {"item": path}
    return None


LACKING = error("GIF-CNF-002", _LEVELS, compare=_lacking, level="LV2", about="truth").says(
    ("項目の形式と必須の基本項目を満たす（LV2）", "LV2: item formats and mandatory basic items"),
    ("{holder}に必須の項目がありません：{lacking}。{hint_pattern}", "{holder} lacks mandatory items: {lacking}. {hint_pattern}"),
    good=({"名称": "きおい支店"}, {"氏": "山田", "名": "花子", "ID群/ID": "1", "氏(カナ)": "ヤマダ", "名(カナ)": "ハナコ"}),
    bad=({"氏": "山田", "名": "花子", "氏(カナ)": "ヤマダ"},),
)
ELSEWHERE = error(
    "GIF-CNF-003", _LEVELS, look=lambda value: {"expected": value.replace("_", "/")} if "_" in value else None, scope="record"
).says(
    ("項目の階層がDMDと一致（LV2s）", "LV2s: item hierarchy equals that of the DMD"),
    (
        "「{value}」は、標準の階層では「{expected}」です。LV2 までは満たせますが、LV2s にはなりません。",
        'In the hierarchy of the standard "{value}" is "{expected}". LV2 can be reached so, LV2s cannot.',
    ),
    good=("施設住所/都道府県",),
    bad=("施設住所_都道府県",),
)
EMPTY = warning(
    "GIF-STR-003",
    Clause("DS-438", "GIF_Core_DataModel.xsd"),
    compare=lambda record: next(({"item": name} for name, text in record.items() if not text.strip()), None),
).says(
    ("必須項目は欠落、空値、nilのいずれも不可", "A mandatory item is not missing, empty or nil"),
    ("必須の項目「{item}」が、空又は値なし（null、xsi:nil）です。", 'The mandatory item "{item}" is there, but empty, null or xsi:nil.'),
    good=({"名称": "きおい公民館"},),
    bad=({"名称": ""},),
)
UNKNOWN_ITEM = info("FIELD-007", Clause("dataset"), scope="column").says(
    ("標準にない項目がある", "An item that the standard does not have"),
    (
        "項目「{value}」は標準にありません。独自の項目は加えられますが、検査の対象になりません。",
        'The standard has no item "{value}". Own items may be added; they are not checked.',
    ),
    good=("名称",),
    bad=("担当者メモ",),
)
OTHER_NAME = warning("FIELD-008", Clause("dataset"), scope="column").says(
    ("項目名の表記が標準と違う", "An item is spelt differently"),
    (
        "項目名「{value}」は、標準では「{expected}」です。「{expected}」として検査しました。",
        'The item "{value}" is "{expected}" in the standard; it was checked as that.',
    ),
    good=("familyName",),
    bad=("familyname", "商号又は名称"),
)
WRONG_SHAPE = error("FIELD-009", Clause("dataset"), scope="record", level="LV2").says(
    ("値であるべき項目が入れ子になっている", "A nested object where a value is expected"),
    (
        "「{item}」は一つの値の項目ですが、入れ子（オブジェクト、配列、子要素）になっています。",
        '"{item}" is a single value, but here it is nested (an object, an array or child elements).',
    ),
    good=('{"名称": "中央公民館"}',),
    bad=('{"名称": {"ja": "中央公民館"}}',),
)
WRONG_TYPE = warning("FIELD-010", scope="record").says(
    ("文字列の項目が数値や真偽値になっている", "A number or boolean where text is expected"),
    (
        "「{value}」が{found}で書かれています。コード・番号・郵便番号などは、先頭のゼロが落ちないように文字列とします。",
        '"{value}" is written as {found}. Codes, numbers of things and postal codes are text, so that no leading zero is lost.',
    ),
    good=('{"郵便番号": "1020094"}',),
    bad=('{"郵便番号": 1020094}',),
)
TOO_DEEP = error("FIELD-011", scope="record").says(
    ("項目の入れ子が深すぎる", "Items nested too deeply"),
    (
        "「{item}」の入れ子が{expected}段を超えています。ここから先は検査しませんでした。",
        '"{item}" is nested more than {expected} levels deep. Nothing was checked from here on.',
    ),
    good=('{"関連施設": {"名称": "別館"}}',),
    bad=('{"関連施設": {"関連施設": {"関連施設": …}}}',),
)
CHECK_STANDARD = Text("標準の指定か、ファイルを確かめます。", "Check the standard named or the file.")
NO_TERMS = Text(
    "この標準を RDF の語彙（DCAT など）で書いた形は読めないため、検査していません。JSON か CSV で検査します。",
    "This standard is not read where it is written in a vocabulary of RDF (DCAT …), so nothing was checked. Check it as JSON or CSV.",
)
"""Definitions of other standards than GIF's classes name no terms of RDF."""
OTHER_CLASS = error("FIELD-012", Clause("dataset"), scope="file").says(
    ("指定の標準のレコードが見つからない", "No record of the standard named"),
    ("{expected} の項目が一つも見つかりません（{found}）。{hint_form}", "Not one item of {expected} was found ({found}). {hint_form}"),
    good=('{"familyName": "山田"}',),
    bad=('{"a": 1}',),
)
ABSTRACT = Text(
    "は抽象要素で、文書には書けません。必須パターンの番号（_MP01 など）を付けます。",
    " is abstract and may not stand in a document. Name the mandatory pattern (_MP01 …).",
)
OUT_OF_ORDER = Text(
    "の位置がスキーマの要素の順序と違います。データモデルの順に並べます。",
    " stands out of the order of the schema, which is that of the data model.",
)
OTHER_NAMESPACE = Text(
    "は、想定する名前空間（{0}）ではありません。GIF は名前空間をまだ公表していません。--namespace で指定できます。",
    " is not the namespace expected ({0}). GIF has not published one yet; name yours with --namespace.",
)
NO_RECORDS = warning("FIELD-013", scope="file").says(
    ("レコードがない", "No records"),
    ("レコードが1件もありません。", "There is not a single record."),
    good=('[{"名称": "中央公民館"}]',),
    bad=("[]",),
)
XML_FORM = error(
    "GIF-STR-002",
    Clause("DS-438", "GIF_Core_DataModel.xsd"),
    look=lambda value: {"problem": ABSTRACT} if value.endswith("_MP00") else None,
    scope="file",
).says(
    ("XMLの要素の順序と名前空間はスキーマどおり", "XML element order and namespace follow the schema"),
    ("「{value}」{problem}", '"{value}"{problem}'),
    good=("facilityAddress_MP01",),
    bad=("facilityAddress_MP00",),
)
EXTENSION = warning("GIF-CNF-006", Clause("DS-438", "GIF_Core_DataModel.xsd"), compare=_extension).says(
    ("XMLの拡張項目には実装スキーマが必要", "XML extension items need an implementation schema"),
    (
        "「{item}」は拡張項目です。コアのスキーマの要素には含まれないため、XML では実装スキーマを用意します。",
        '"{item}" is an extension item. No element of the core schema holds it: XML needs an implementation schema for it.',
    ),
    good=({"familyName": "山田"}, {"氏": "山田"}),
    bad=({"familyName": "山田", "middleName": "ユウコ"}, {"ミドルネーム": "ユウコ"}),
)
DANGLING = error(
    "GIF-STR-004",
    Clause("DS-438", "GIF_Core_DataModel.xsd"),
    compare=lambda record: {"value": record["ref"]} if record.get("ref") and record["ref"] != record.get("id") else None,
).says(
    ("XMLのrefは同じ文書内のidを指す", "XML ref points to an id in the same document"),
    ("ref「{value}」の指す id が、この文書にありません。", 'No element of this document has the id that ref "{value}" points to.'),
    good=({"id": "u1", "ref": "u1"},),
    bad=({"id": "u1", "ref": "u9"},),
)
COMMON_FORMS = error("GIF-CNF-001", _LEVELS, compare=_uncommon, level="LV1").says(
    ("日付や住所等は共通のデータ形式（LV1）", "LV1: dates, addresses etc. use the common formats"),
    (
        "「{item}」の値「{value}」は、共通のデータ形式（コアデータパーツ）ではありません。",
        'The value "{value}" of "{item}" does not have the common form of the core data parts.',
    ),
    good=({"生年月日": "2017-09-01", "郵便番号": "1020094"}, {"連絡先電話番号": "(03)5253-5111"}),
    bad=({"生年月日": "2017/9/1"}, {"郵便番号": "102-0094"}, {"連絡先電話番号": "０３（５２５３）５１１１"}),
)
