"""Rules of fields: what a dataset asks of a value beyond the kind of value itself, and what the fields of a record say together."""

from __future__ import annotations

from dataclasses import replace

from ...catalogue.finding import Finding
from ...catalogue.rows import error, info, warning
from ...catalogue.rule import Clause, when
from ...catalogue.text import Text

_DATASET = Clause("dataset")
_ERRORS = "REF!|N/A|VALUE!|NAME[?]|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|PYTHON!"
_FORMULA = '"[^"]*"|[-+(]*[$]?[A-Z]{1,3}[$]?[0-9]+([^0-9A-Za-z].*)?|[-+(]*[A-Z][A-Z0-9.]*[(].*|[^=!]+![$]?[A-Z].*|[-+(]*[0-9]+[-+*/^].*'
_NO_RESULT = f"#({_ERRORS}|#{{3,}})|=({_FORMULA})"

OWN_FORM = error("FIELD-001", _DATASET, scope="column").says(
    ("データセットが定める書式と違う", "Not the form that the dataset prescribes"),
    ("「{value}」は、この項目の書式（{expected}）ではありません。", '"{value}" does not have the form of this item ({expected}).'),
    good=("09:00",),
    bad=("09:00:30",),
)
EMPTY = error("FIELD-002", _DATASET, scope="column", about="truth").says(
    ("必須の項目が空", "A mandatory item is empty"),
    ("必須の項目「{item}」が空です。", 'The mandatory item "{item}" is empty.'),
    good=("市民会館",),
    bad=("",),
)
SAME_ROW = warning("FIELD-023", scope="record", about="truth").says(
    ("同じ内容の行が別のIDで載っている", "The same record stands under another ID"),
    (
        "「{key}」のほかは {line} 行目（ID「{other}」）とすべて同じ内容です。二重の登録でないか確かめます。",
        'All but "{key}" is the same as in line {line} (ID "{other}"). Is it entered twice?',
    ),
    good=("0001 市民会館, 0002 図書館",),
    bad=("0001 市民会館, 0002 市民会館",),
)
NOT_LISTED = error("FIELD-003", _DATASET, scope="column", about="truth").says(
    ("選択肢・コード表にない値", "Not in the code list"),
    ("「{value}」は選択肢にありません。使える値：{expected}。", '"{value}" is not in the list: {expected}.'),
    good=("有",),
    bad=("あり", "○"),
)
OUT_OF_FORCE = warning("FIELD-014", _DATASET, scope="column", about="truth").says(
    ("その時点で使われていないコード", "A code that is not in force at the time"),
    ("「{value}」{problem}", '"{value}"{problem}'),
    good=("訪問介護",),
    bad=("介護療養型医療施設",),
)
NO_RESULT = error("FIELD-015", look=when(_NO_RESULT), scope="column", level="LV1", about="truth").says(
    ("Excel のエラー値や、計算結果のない数式", "An Excel error value, or a formula without its result"),
    (
        "「{value}」は Excel のエラー値、数式、又は列の幅が足りずに # で表示された値で、データではありません。元のシートで直します。",
        '"{value}" is an Excel error value, a formula, or what a column too narrow shows: no data. Mend it in the sheet.',
    ),
    good=("市民会館", "#1 会議室", "=====", "011002"),
    bad=("#REF!", "#N/A", "#DIV/0!", "########", '="011002"', "=VLOOKUP(A2,表!A:B,2,FALSE)", "=J2&K2"),
)
PARTLY_EMPTY = info("FIELD-004", _DATASET, scope="column").says(
    ("推奨の項目に空がある", "A recommended item is empty in places"),
    ("推奨の項目「{item}」は、{total}件のうち{found}件が空です。", 'The recommended item "{item}" is empty in {found} of {total} records.'),
    good=("市民会館",),
    bad=("",),
)
ORDER_OF_TIMES = warning("FIELD-005", _DATASET, scope="record", about="truth").says(
    ("終了時刻が開始時刻より早い", "The end time is before the start time"),
    (
        "終了「{value}」が開始「{first}」より早くなっています。日をまたぐ場合はこのままで構いません。",
        'The end "{value}" is before the start "{first}". That is right only where it crosses midnight.',
    ),
    good=("09:00–17:00",),
    bad=("17:00–09:00",),
)
BOTH = warning("FIELD-006", scope="record", about="truth").says(
    ("対になる項目の片方だけがある", "Only one of two items that go together"),
    ("「{present}」はありますが、対になる「{absent}」が空です。", '"{present}" is given, but "{absent}", which goes with it, is empty.'),
    good=("35.676097, 139.744879",),
    bad=("35.676097, （空）",),
)
ORDER_OF_DATES = error(
    "GIF-PERIOD-009",
    Clause("DS-441", "§4"),
    compare=lambda record: (
        {"value": record.get("end", ""), "first": record.get("start", "")} if record.get("start", "") > record.get("end", "") else None
    ),
    about="truth",
).says(
    ("開始は終了より後にならない", "The start is not after the end"),
    ("終了日「{value}」が開始日「{first}」より前になっています。", 'The end "{value}" is before the start "{first}".'),
    good=({"start": "2017-09-01", "end": "2017-09-30"},),
    bad=({"start": "2017-09-30", "end": "2017-09-01"},),
)
OF_ITEM = frozenset({OWN_FORM, NOT_LISTED, OUT_OF_FORCE, NO_RESULT})
"""What an item asks of a value beyond its kind."""


def with_count(first: Finding, count: int, of: int) -> Finding:
    """A finding that is said once for many records, with how many they are."""
    if count == 1:
        return first
    said = first.details.get("hint", "")
    hint = said if isinstance(said, Text) else Text(said, said)
    more = Text(f"{of:,}件のうち{count:,}件です。{hint.ja}", f"So it is in {count:,} of {of:,} records. {hint.en}".strip())
    return replace(first, details={**first.details, "hint": more})
