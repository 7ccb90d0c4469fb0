"""Rules of files: what can be wrong before a single record is read."""

from __future__ import annotations

from ..catalogue.rule import Clause, Rule, Severity
from ..catalogue.text import Text

_OURS = "gif-validate"

EMPTY = Rule(
    id="FILE-001",
    title=Text("ファイルが空", "The file is empty"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FILE-001"),
    message=Text("ファイルに中身がありません。", "There is nothing in the file."),
    good=("名称,住所\n…",),
    bad=("",),
    scope="file",
)
OTHER_CONTENT = Rule(
    id="FILE-002",
    title=Text("拡張子と中身が違う", "The content is not what the name says"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FILE-002"),
    message=Text(
        "ファイル名は {named} ですが、中身は {found} です。{hint_format}",
        "The name says {named}, the content is {found}. {hint_format}",
    ),
    good=("aed.csv",),
    bad=("aed.csv (ZIP)",),
    scope="file",
)
UNDECODABLE = Rule(
    id="FILE-003",
    title=Text("文字として読めないバイトがある", "Bytes that are no characters"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FILE-003"),
    message=Text(
        "「{value}」に、{encoding} の文字として読めないバイト（{found}）があります。保存し直すか、--encoding で文字コードを指定します。",
        'Bytes that are no characters of {encoding} ({found}) in "{value}". Save the file again, or name its encoding with --encoding.',
    ),
    good=("市民会館",),
    bad=("市民\udc83会館",),
    scope="file",
)
TWO_READINGS = Rule(
    id="FILE-004",
    title=Text("文字コードの読み方が二通りある", "Two encodings are possible"),
    severity=Severity.INFO,
    clause=Clause(_OURS, "FILE-004"),
    message=Text(
        "文字コードを {found} と判断しましたが、{others} としても読めます。違う場合は --encoding で指定します。",
        "Read as {found}; every byte is also possible as {others}. If that is wrong, name the encoding with --encoding.",
    ),
    good=("utf-8",),
    bad=("cp932 / euc-jp",),
    scope="file",
)
OTHER_ENCODING = Rule(
    id="FILE-005",
    title=Text("標準が定める文字コードではない", "Not the encoding that the standard prescribes"),
    severity=Severity.WARNING,
    clause=Clause(_OURS, "FILE-005"),
    message=Text(
        "文字コードは {found} です。この標準のファイルは {expected} で作られます。",
        "The encoding is {found}; files of this standard are made in {expected}.",
    ),
    good=("cp932",),
    bad=("utf-8",),
    scope="file",
)
NOT_UTF_8 = Rule(
    id="FILE-039",
    title=Text("GTFS の文字コードは UTF-8", "GTFS is encoded in UTF-8"),
    severity=Severity.WARNING,
    clause=Clause("gtfs", "File Requirements"),
    message=Text(
        "文字コードは {value} です。GTFS のファイルは UTF-8 で保存します（BOM はあっても構いません）。",
        "The encoding is {value}. Files of GTFS are saved in UTF-8 (with or without a byte order mark).",
    ),
    good=("utf-8",),
    bad=("cp932",),
    scope="file",
)
UNREADABLE = Rule(
    id="FILE-006",
    title=Text("ファイルを開けない", "The file cannot be opened"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FILE-006"),
    message=Text("ファイルを開けません：{found}", "The file cannot be opened: {found}"),
    good=("aed.csv",),
    bad=("Permission denied",),
    scope="file",
)
NOT_READ = Rule(
    id="FILE-007",
    title=Text("この版では読めない形式", "A format that this version does not read"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FILE-007"),
    message=Text(
        "中身は {found} です。この版が読むのは CSV・TSV、Excel（xlsx、xls）、ODS、JSON、XML、RDF と、これらを入れた ZIP 書庫です"
        "（書庫の中の書庫は開きません）。このファイルは検査していません。",
        "The content is {found}. This version reads CSV, TSV, Excel (xlsx, xls), ODS, JSON, XML, RDF and ZIP archives of these"
        " (no archive inside an archive). This file was not checked.",
    ),
    good=("aed.csv",),
    bad=("aed.pdf",),
    scope="file",
)
DAMAGED = Rule(
    id="FILE-008",
    title=Text("ブックが壊れているか暗号化されている", "The workbook is damaged or encrypted"),
    severity=Severity.ERROR,
    clause=Clause("ISO/IEC 29500", "Part 2"),
    message=Text(
        "Excel ブックとして読めません（{found}）。パスワードを外すか、保存し直します。",
        "Not readable as a workbook ({found}). Remove the password or save it again.",
    ),
    good=("aed.xlsx",),
    bad=("broken.xlsx",),
    scope="file",
)
OLD_WORKBOOK = Rule(
    id="FILE-034",
    title=Text("古い版の Excel のブック", "A workbook of an old Excel"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FILE-034"),
    message=Text(
        "{found} の形式です。この版の文字は確実には読めないため、検査していません。"
        "Excel か LibreOffice で開き、xlsx か CSV で保存し直します。",
        "The format is that of {found}, whose text cannot be read for certain. It was not checked. Save it as xlsx or CSV.",
    ),
    good=("Excel 97-2003 (BIFF8)",),
    bad=("Excel 5.0/95 (BIFF5)",),
    scope="file",
)
NO_SHEET = Rule(
    id="FILE-009",
    title=Text("指定のシートがない", "No such worksheet"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FILE-009"),
    message=Text(
        "シート「{value}」がありません。このブックのシート：{found}。",
        'There is no worksheet "{value}". Worksheets of this workbook: {found}.',
    ),
    good=("Sheet1",),
    bad=("Sheet9",),
    scope="file",
)
OTHER_SHEETS = Rule(
    id="FILE-010",
    title=Text("検査していないシートがある", "Worksheets that were not checked"),
    severity=Severity.INFO,
    clause=Clause(_OURS, "FILE-010"),
    message=Text(
        "シート「{value}」を検査しました。検査していないシート：{found}。--sheet で選べます。",
        'Checked worksheet "{value}". Not checked: {found}. Choose with --sheet.',
    ),
    good=("Sheet1",),
    bad=("Sheet1; Sheet2",),
    scope="file",
)
NO_BOM = Rule(
    id="FILE-011",
    title=Text("BOM のない UTF-16", "UTF-16 without a byte order mark"),
    severity=Severity.WARNING,
    clause=Clause(_OURS, "FILE-011"),
    message=Text(
        "BOM のない {found} と判断しました。UTF-8 で保存し直すことを勧めます。",
        "Read as {found} without a byte order mark. Save it as UTF-8.",
    ),
    good=("utf-8",),
    bad=("utf-16-le",),
    scope="file",
)
TOO_LARGE = Rule(
    id="LIMIT-001",
    title=Text("展開すると大きすぎるブック", "The workbook unpacks to too much"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "LIMIT-001"),
    message=Text(
        "ブックを展開すると上限の {expected} を超えます。CSV で保存し直すか、シートを分けます。",
        "The workbook unpacks to more than {expected}. Save it as CSV or split it.",
    ),
    good=("aed.xlsx",),
    bad=("bomb.xlsx",),
    scope="file",
)
