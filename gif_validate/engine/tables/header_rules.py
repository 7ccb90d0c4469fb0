"""Rules of a table as a whole: its header, its columns."""

from __future__ import annotations

from ...catalogue.rule import Clause, Rule, Severity
from ...catalogue.text import Text

_CSV = Clause("DS-464-2", "表2-4")
_OURS = "gif-validate"
_DATASET = Clause("dataset")

MISSING = Rule(
    id="TABLE-002",
    title=Text("標準の項目（列）がない", "A column of the standard is missing"),
    severity=Severity.ERROR,
    clause=_DATASET,
    message=Text(
        "「{value}」の列がありません（{mark}）。{found}",
        'There is no column "{value}" ({mark}). {found}',
    ),
    good=("名称",),
    bad=("（列なし）",),
    scope="column",
)
EXTRA = Rule(
    id="TABLE-003",
    title=Text("標準にない列がある", "A column that the standard does not have"),
    severity=Severity.INFO,
    clause=_DATASET,
    message=Text("列「{value}」は標準にありません。", 'The standard has no column "{value}".'),
    good=("名称",),
    bad=("担当者メモ",),
    scope="column",
)
RENAMED = Rule(
    id="TABLE-004",
    title=Text("見出しの表記が標準と違う", "A header is spelt differently"),
    severity=Severity.WARNING,
    clause=_DATASET,
    message=Text(
        "見出し「{value}」は、標準では「{expected}」です。「{expected}」の列として検査しました。",
        'The header "{value}" is "{expected}" in the standard; it was checked as that column.',
    ),
    good=("所在地_連結表記",),
    bad=("所在地_連結標記", "lat"),
    scope="column",
)
REORDERED = Rule(
    id="TABLE-005",
    title=Text("列の並びが標準と違う", "The columns stand in another order"),
    severity=Severity.INFO,
    clause=_DATASET,
    message=Text(
        "列の並びが標準と違います（「{value}」の位置から）。",
        'The columns stand in another order than in the standard, from "{value}" on.',
    ),
    good=("ID,名称,住所",),
    bad=("名称,ID,住所",),
    scope="column",
)
NO_NAME = Rule(
    id="TABLE-006",
    title=Text("見出しが空の列がある", "A header cell is empty"),
    severity=Severity.WARNING,
    clause=_CSV,
    message=Text(
        "{number}列目の見出しが空です（値は{count}件）。見出しを付けるか、列を削除します。",
        "The header of column {number} is empty ({count} values below). Name it or remove the column.",
    ),
    good=("名称,住所",),
    bad=("名称,,住所",),
    scope="column",
)
SAME_NAME = Rule(
    id="TABLE-007",
    title=Text("同じ見出しの列が複数ある", "Two columns have the same header"),
    severity=Severity.WARNING,
    clause=_CSV,
    message=Text(
        "見出し「{value}」の列が複数あります（{column}列目）。どの列を使うか決まりません。",
        'Several columns are called "{value}" (column {column}). Which one to use is not clear.',
    ),
    good=("名称,住所",),
    bad=("名称,名称",),
    scope="column",
)
BROKEN_NAME = Rule(
    id="TABLE-008",
    title=Text("見出しの中に改行がある", "A line break in a header"),
    severity=Severity.WARNING,
    clause=_CSV,
    message=Text(
        "見出し「{value}」の中に改行があります。一行で書きます。",
        'There is a line break in the header "{value}". Write it on one line.',
    ),
    good=("名称_カナ",),
    bad=("名称\n_カナ",),
    scope="column",
)
TITLE_ROWS = Rule(
    id="TABLE-009",
    title=Text("見出しの上に表題などの行がある", "Rows above the header"),
    severity=Severity.WARNING,
    clause=_CSV,
    message=Text(
        "見出しは{found}行目にあり、その上に「{value}」などの行があります。見出しを1行目にします。",
        'The header is in row {found}, below rows such as "{value}". The header belongs in row 1.',
    ),
    good=("名称,住所",),
    bad=("公共施設一覧\n名称,住所",),
    scope="file",
)
NO_RECORDS = Rule(
    id="TABLE-019",
    title=Text("データの行がない", "No records"),
    severity=Severity.WARNING,
    clause=Clause(_OURS, "TABLE-019"),
    message=Text("見出しだけで、データの行がありません。", "There is a header but not a single record."),
    good=("名称\n市民会館",),
    bad=("名称",),
    scope="file",
)
NO_HEADER = Rule(
    id="TABLE-020",
    title=Text("指定の標準の見出しが見つからない", "No header of the standard was found"),
    severity=Severity.ERROR,
    clause=_DATASET,
    message=Text(
        "{expected} の見出しが、先頭の{found}行に見つかりません。標準の指定か、ファイルを確かめます。",
        "No header of {expected} in the first {found} rows. Check the standard named or the file.",
    ),
    good=("全国地方公共団体コード,ID,…",),
    bad=("a,b,c",),
    scope="file",
)
UNEXPECTED_HEADER = Rule(
    id="TABLE-022",
    title=Text("見出しのない形式に見出し行がある", "A header row in a layout without one"),
    severity=Severity.WARNING,
    clause=_DATASET,
    message=Text(
        "この標準のファイルには見出し行がありません。1行目を見出しとして読みました。",
        "Files of this standard have no header row; the first row was read as one.",
    ),
    good=("1,1000011000005,01,…",),
    bad=("sequenceNumber,corporateNumber,…",),
    scope="file",
)
WRONG_WIDTH = Rule(
    id="TABLE-024",
    title=Text("見出しのない様式と列数が違う", "Not the number of columns of a layout without a header"),
    severity=Severity.ERROR,
    clause=_DATASET,
    message=Text(
        "{expected} は見出しのない{of}列の様式ですが、このファイルは{found}列です。列の過不足か、標準の指定を確かめます。",
        "Files of {expected} have {of} columns and no header; this one has {found}. Look for missing or extra columns.",
    ),
    good=("1,1000011000005,01,…",),
    bad=("1,1000011000005",),
    scope="file",
)
HEADER_AGAIN = Rule(
    id="TABLE-025",
    title=Text("見出しの行が繰り返されている", "A header row again"),
    severity=Severity.ERROR,
    clause=Clause("RFC 4180", "§2-3"),
    message=Text(
        "「{value}」などの見出しの行が、見出しの下にもう一度あります。見出しは1行だけにし、この行を削除します。",
        'Another header row, "{value}" and so on, below the header. Keep one header and remove this row.',
    ),
    good=("名称,住所\n市民会館,水神1-3",),
    bad=("名称,住所\n名称,住所", "名称,住所\nname,address"),
    scope="file",
)
NOT_THERE = Rule(
    id="TABLE-039",
    title=Text("任意の列のうち、ないもの", "Optional columns that are not there"),
    severity=Severity.INFO,
    clause=_DATASET,
    message=Text(
        "任意の列のうち、次の{count}列はありません：{names}。使わない列は省けます。",
        "Optional columns that are not there ({count}): {names}. A table may leave out what it does not use.",
    ),
    good=("stop_id,stop_name,stop_code",),
    bad=("stop_id,stop_name",),
    scope="file",
)
UNUSED = Rule(
    id="TABLE-040",
    title=Text("この標準では使わない項目に値がある", "Values in an item that this standard does not use"),
    severity=Severity.INFO,
    clause=_DATASET,
    message=Text(
        "「{item}」は、この標準では使わない項目ですが、値が{found}件あります。利用者には使われません。",
        'This standard does not use "{item}", which has {found} values; readers of the standard will pass them over.',
    ),
    good=("stop_name: 市役所前",),
    bad=("tts_stop_name: しやくしょまえ",),
    scope="column",
)
