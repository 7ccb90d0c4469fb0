"""Rules of a table as a whole: its header, its columns."""

from __future__ import annotations

from ...catalogue.rows import error, info, warning
from ...catalogue.rule import Clause

_CSV = Clause("DS-464-2", "表2-4")
_DATASET = Clause("dataset")

MISSING = error("TABLE-002", _DATASET, scope="column").says(
    ("標準の項目（列）がない", "A column of the standard is missing"),
    ("「{value}」の列がありません（{mark}）。{found}", 'There is no column "{value}" ({mark}). {found}'),
    good=("名称",),
    bad=("（列なし）",),
)
EXTRA = info("TABLE-003", _DATASET, scope="column").says(
    ("標準にない列がある", "A column that the standard does not have"),
    ("列「{value}」は標準にありません。", 'The standard has no column "{value}".'),
    good=("名称",),
    bad=("担当者メモ",),
)
RENAMED = warning("TABLE-004", _DATASET, scope="column").says(
    ("見出しの表記が標準と違う", "A header is spelt differently"),
    (
        "見出し「{value}」は、標準では「{expected}」です。「{expected}」の列として検査しました。",
        'The header "{value}" is "{expected}" in the standard; it was checked as that column.',
    ),
    good=("所在地_連結表記",),
    bad=("所在地_連結標記", "lat"),
)
REORDERED = info("TABLE-005", _DATASET, scope="column").says(
    ("列の並びが標準と違う", "The columns stand in another order"),
    ("列の並びが標準と違います（「{value}」の位置から）。", 'The columns stand in another order than in the standard, from "{value}" on.'),
    good=("ID,名称,住所",),
    bad=("名称,ID,住所",),
)
NO_NAME = warning("TABLE-006", _CSV, scope="column").says(
    ("見出しが空の列がある", "A header cell is empty"),
    (
        "{number}列目の見出しが空です（値は{count}件）。見出しを付けるか、列を削除します。",
        "The header of column {number} is empty ({count} values below). Name it or remove the column.",
    ),
    good=("名称,住所",),
    bad=("名称,,住所",),
)
SAME_NAME = warning("TABLE-007", _CSV, scope="column").says(
    ("同じ見出しの列が複数ある", "Two columns have the same header"),
    (
        "見出し「{value}」の列が複数あります（{column}列目）。どの列を使うか決まりません。",
        'Several columns are called "{value}" (column {column}). Which one to use is not clear.',
    ),
    good=("名称,住所",),
    bad=("名称,名称",),
)
BROKEN_NAME = warning("TABLE-008", _CSV, scope="column").says(
    ("見出しの中に改行がある", "A line break in a header"),
    ("見出し「{value}」の中に改行があります。一行で書きます。", 'There is a line break in the header "{value}". Write it on one line.'),
    good=("名称_カナ",),
    bad=("名称\n_カナ",),
)
TITLE_ROWS = warning("TABLE-009", _CSV, scope="file").says(
    ("見出しの上に表題などの行がある", "Rows above the header"),
    (
        "見出しは{found}行目にあり、その上に「{value}」などの行があります。見出しを1行目にします。",
        'The header is in row {found}, below rows such as "{value}". The header belongs in row 1.',
    ),
    good=("名称,住所",),
    bad=("公共施設一覧\n名称,住所",),
)
NO_RECORDS = warning("TABLE-019", scope="file").says(
    ("データの行がない", "No records"),
    ("見出しだけで、データの行がありません。", "There is a header but not a single record."),
    good=("名称\n市民会館",),
    bad=("名称",),
)
NO_HEADER = error("TABLE-020", _DATASET, scope="file").says(
    ("指定の標準の見出しが見つからない", "No header of the standard was found"),
    (
        "{expected} の見出しが、先頭の{found}行に見つかりません。標準の指定か、ファイルを確かめます。",
        "No header of {expected} in the first {found} rows. Check the standard named or the file.",
    ),
    good=("全国地方公共団体コード,ID,…",),
    bad=("a,b,c",),
)
UNEXPECTED_HEADER = warning("TABLE-022", _DATASET, scope="file").says(
    ("見出しのない形式に見出し行がある", "A header row in a layout without one"),
    (
        "この標準のファイルには見出し行がありません。1行目を見出しとして読みました。",
        "Files of this standard have no header row; the first row was read as one.",
    ),
    good=("1,1000011000005,01,…",),
    bad=("sequenceNumber,corporateNumber,…",),
)
WRONG_WIDTH = error("TABLE-024", _DATASET, scope="file").says(
    ("見出しのない様式と列数が違う", "Not the number of columns of a layout without a header"),
    (
        "{expected} は見出しのない{of}列の様式ですが、このファイルは{found}列です。列の過不足か、標準の指定を確かめます。",
        "Files of {expected} have {of} columns and no header; this one has {found}. Look for missing or extra columns.",
    ),
    good=("1,1000011000005,01,…",),
    bad=("1,1000011000005",),
)
HEADER_AGAIN = error("TABLE-025", Clause("RFC 4180", "§2-3"), scope="file").says(
    ("見出しの行が繰り返されている", "A header row again"),
    (
        "「{value}」などの見出しの行が、見出しの下にもう一度あります。見出しは1行だけにし、この行を削除します。",
        'Another header row, "{value}" and so on, below the header. Keep one header and remove this row.',
    ),
    good=("名称,住所\n市民会館,水神1-3",),
    bad=("名称,住所\n名称,住所", "名称,住所\nname,address"),
)
NOT_THERE = info("TABLE-039", _DATASET, scope="file").says(
    ("任意の列のうち、ないもの", "Optional columns that are not there"),
    (
        "任意の列のうち、次の{count}列はありません：{names}。使わない列は省けます。",
        "Optional columns that are not there ({count}): {names}. A table may leave out what it does not use.",
    ),
    good=("stop_id,stop_name,stop_code",),
    bad=("stop_id,stop_name",),
)
UNUSED = info("TABLE-040", _DATASET, scope="column").says(
    ("この標準では使わない項目に値がある", "Values in an item that this standard does not use"),
    (
        "「{item}」は、この標準では使わない項目ですが、値が{found}件あります。利用者には使われません。",
        'This standard does not use "{item}", which has {found} values; readers of the standard will pass them over.',
    ),
    good=("stop_name: 市役所前",),
    bad=("tts_stop_name: しやくしょまえ",),
)
