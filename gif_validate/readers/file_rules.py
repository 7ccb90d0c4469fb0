"""Rules of files: what can be wrong before a single record is read."""

from __future__ import annotations

from ..catalogue.rows import error, info, warning
from ..catalogue.rule import Clause

EMPTY = error("FILE-001", scope="file").says(
    ("ファイルが空", "The file is empty"),
    ("ファイルに中身がありません。", "There is nothing in the file."),
    good=("名称,住所\n…",),
    bad=("",),
)
OTHER_CONTENT = error("FILE-002", scope="file").says(
    ("拡張子と中身が違う", "The content is not what the name says"),
    ("ファイル名は {named} ですが、中身は {found} です。{hint_format}", "The name says {named}, the content is {found}. {hint_format}"),
    good=("aed.csv",),
    bad=("aed.csv (ZIP)",),
)
UNDECODABLE = error("FILE-003", scope="file").says(
    ("文字として読めないバイトがある", "Bytes that are no characters"),
    (
        "「{value}」に、{encoding} の文字として読めないバイト（{found}）があります。保存し直すか、--encoding で文字コードを指定します。",
        'Bytes that are no characters of {encoding} ({found}) in "{value}". Save the file again, or name its encoding with --encoding.',
    ),
    good=("市民会館",),
    bad=("市民\udc83会館",),
)
TWO_READINGS = info("FILE-004", scope="file").says(
    ("文字コードの読み方が二通りある", "Two encodings are possible"),
    (
        "文字コードを {found} と判断しましたが、{others} としても読めます。違う場合は --encoding で指定します。",
        "Read as {found}; every byte is also possible as {others}. If that is wrong, name the encoding with --encoding.",
    ),
    good=("utf-8",),
    bad=("cp932 / euc-jp",),
)
OTHER_ENCODING = warning("FILE-005", scope="file").says(
    ("標準が定める文字コードではない", "Not the encoding that the standard prescribes"),
    (
        "文字コードは {found} です。この標準のファイルは {expected} で作られます。",
        "The encoding is {found}; files of this standard are made in {expected}.",
    ),
    good=("cp932",),
    bad=("utf-8",),
)
NOT_UTF_8 = warning("FILE-039", Clause("gtfs", "File Requirements"), scope="file").says(
    ("GTFS の文字コードは UTF-8", "GTFS is encoded in UTF-8"),
    (
        "文字コードは {value} です。GTFS のファイルは UTF-8 で保存します（BOM はあっても構いません）。",
        "The encoding is {value}. Files of GTFS are saved in UTF-8 (with or without a byte order mark).",
    ),
    good=("utf-8",),
    bad=("cp932",),
)
UNREADABLE = error("FILE-006", scope="file").says(
    ("ファイルを開けない", "The file cannot be opened"),
    ("ファイルを開けません：{found}", "The file cannot be opened: {found}"),
    good=("aed.csv",),
    bad=("Permission denied",),
)
NOT_READ = error("FILE-007", scope="file").says(
    ("この版では読めない形式", "A format that this version does not read"),
    (
        "中身は {found} です。この版が読むのは CSV・TSV、Excel（xlsx、xls）、ODS、JSON、XML、RDF と、これらを入れた ZIP 書庫です"
        "（書庫の中の書庫は開きません）。このファイルは検査していません。",
        "The content is {found}. This version reads CSV, TSV, Excel (xlsx, xls), ODS, JSON, XML, RDF and ZIP archives of these"
        " (no archive inside an archive). This file was not checked.",
    ),
    good=("aed.csv",),
    bad=("aed.pdf",),
)
DAMAGED = error("FILE-008", Clause("ISO/IEC 29500", "Part 2"), scope="file").says(
    ("ブックが壊れているか暗号化されている", "The workbook is damaged or encrypted"),
    (
        "Excel ブックとして読めません（{found}）。パスワードを外すか、保存し直します。",
        "Not readable as a workbook ({found}). Remove the password or save it again.",
    ),
    good=("aed.xlsx",),
    bad=("broken.xlsx",),
)
OLD_WORKBOOK = error("FILE-034", scope="file").says(
    ("古い版の Excel のブック", "A workbook of an old Excel"),
    (
        "{found} の形式です。この版の文字は確実には読めないため、検査していません。"
        "Excel か LibreOffice で開き、xlsx か CSV で保存し直します。",
        "The format is that of {found}, whose text cannot be read for certain. It was not checked. Save it as xlsx or CSV.",
    ),
    good=("Excel 97-2003 (BIFF8)",),
    bad=("Excel 5.0/95 (BIFF5)",),
)
NO_SHEET = error("FILE-009", scope="file").says(
    ("指定のシートがない", "No such worksheet"),
    (
        "シート「{value}」がありません。このブックのシート：{found}。",
        'There is no worksheet "{value}". Worksheets of this workbook: {found}.',
    ),
    good=("Sheet1",),
    bad=("Sheet9",),
)
OTHER_SHEETS = info("FILE-010", scope="file").says(
    ("検査していないシートがある", "Worksheets that were not checked"),
    (
        "シート「{value}」を検査しました。検査していないシート：{found}。--sheet で選べます。",
        'Checked worksheet "{value}". Not checked: {found}. Choose with --sheet.',
    ),
    good=("Sheet1",),
    bad=("Sheet1; Sheet2",),
)
NO_BOM = warning("FILE-011", scope="file").says(
    ("BOM のない UTF-16", "UTF-16 without a byte order mark"),
    (
        "BOM のない {found} と判断しました。UTF-8 で保存し直すことを勧めます。",
        "Read as {found} without a byte order mark. Save it as UTF-8.",
    ),
    good=("utf-8",),
    bad=("utf-16-le",),
)
TOO_LARGE = error("LIMIT-001", scope="file").says(
    ("展開すると大きすぎるブック", "The workbook unpacks to too much"),
    (
        "ブックを展開すると上限の {expected} を超えます。CSV で保存し直すか、シートを分けます。",
        "The workbook unpacks to more than {expected}. Save it as CSV or split it.",
    ),
    good=("aed.xlsx",),
    bad=("bomb.xlsx",),
)
