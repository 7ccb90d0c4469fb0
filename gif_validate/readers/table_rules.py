"""Rules of the written form of a table: RFC 4180, read strictly. None of them stops the reading."""

from __future__ import annotations

from ..catalogue.rows import error, info, warning
from ..catalogue.rule import FIRES, Clause, Details
from ..catalogue.text import Text
from .table import Trouble

_RFC = "RFC 4180"

ROW_SHORT = error("TABLE-010", Clause(_RFC, "§2-4"), scope="record").says(
    ("行の列数が見出しより少ない", "A row is shorter than the header"),
    (
        "この行は{found}列で、{of}の{expected}列より少なくなっています。区切りのコンマや引用符の抜けを確かめます。{unjudged}",
        "This row has {found} columns, the {of} has {expected}. Look for a missing comma or quote. {unjudged}",
    ),
    good=("1,2,3",),
    bad=("1,2",),
)
ROW_LONG = error("TABLE-011", Clause(_RFC, "§2-4"), scope="record").says(
    ("行の列数が見出しより多い", "A row is longer than the header"),
    (
        "この行は{found}列で、{of}の{expected}列より多くなっています。値の中のコンマは、値全体を二重引用符で囲みます。{unjudged}",
        "This row has {found} columns, the {of} has {expected}. A value with a comma must be enclosed in double quotes. {unjudged}",
    ),
    good=("1,2,3",),
    bad=("1,2,3,4",),
)
BLANK = warning("TABLE-012", Clause(_RFC, "§2-1"), scope="file").says(
    ("空の行がある", "Blank rows"),
    ("値が一つもない行です。削除します。", "A row without any value. Remove it."),
    good=("1,2,3",),
    bad=("", ",,"),
)
UNCLOSED = error("TABLE-013", Clause(_RFC, "§2-5"), scope="file").says(
    ("二重引用符が閉じていない", "A quote is not closed"),
    (
        "「{value}」で始まる値の二重引用符が閉じていません。この行の終わりまでを値として読みました。",
        "The quote that opens {value} is never closed. The value was read up to the end of its line.",
    ),
    good=('"市民会館"',),
    bad=('"市民会館',),
)
STRAY = error("TABLE-014", Clause(_RFC, "§2-5, §2-7"), scope="file").says(
    ("値の途中に二重引用符がある", "A quote inside a value"),
    (
        "「{value}」の途中に二重引用符があります。値全体を二重引用符で囲み、中の二重引用符は二つ重ねて書きます。",
        "A double quote inside the value {value}. Enclose the whole value in quotes and double those inside.",
    ),
    good=('"市民""会館"',),
    bad=('市民"会館', '"市民"会館'),
)
NUL = error("TABLE-015", Clause(_RFC, "§2"), scope="file").says(
    ("NUL バイトがある", "NUL bytes"),
    (
        "「{value}」に NUL（U+0000）があります。書き出しに失敗したファイルか、文字コードの取り違えです。",
        'A NUL (U+0000) in "{value}": a failed export or a mistaken encoding.',
    ),
    good=("市民会館",),
    bad=("市民\0会館",),
)
MIXED_ENDS = warning("TABLE-016", Clause(_RFC, "§2-1"), scope="file").says(
    ("改行コードが混在している", "Mixed line ends"),
    (
        "行末の改行コードが混在しています：{found}。この行から {value} になります。",
        "The line ends are mixed: {found}. They turn to {value} at this line.",
    ),
    good=("CRLF",),
    bad=("CRLF / LF",),
)
NO_LAST_END = info("TABLE-017", Clause(_RFC, "§2-2"), scope="file").says(
    ("最後の行に改行がない", "No line end after the last row"),
    (
        "最後の行に改行がありません。RFC 4180 は省略を認めますが、ファイルが途中で切れていないか確かめます。",
        "The last row has no line end. RFC 4180 allows that; make sure that the file is complete.",
    ),
    good=("1,2\n",),
    bad=("1,2",),
)
SEPARATOR = error("TABLE-018", Clause(_RFC, "§2-4"), scope="file").says(
    ("区切りがコンマではない", "Not separated by commas"),
    (
        "値の区切りが{found}です。CSV はコンマで区切ります。{found}区切りとして読みました。",
        "The values are separated by {found}. CSV is separated by commas. It was read with {found}.",
    ),
    good=("1,2",),
    bad=("1\t2", "1;2"),
)
SWALLOWED = warning("TABLE-034", Clause(_RFC, "§2-5, §2-6"), scope="record").says(
    ("引用符で囲まれた値に行が入っている", "A quoted value holds rows of the table"),
    (
        "「{value}」で始まる値が {first}行目から{last}行目まで続き、その中にレコードに見える行があります。"
        "余分な二重引用符のために{found}行が一つの値として読まれたと思われます。{first}行目と{last}行目の二重引用符を確かめます。{unjudged}",
        'The value that begins with "{value}" goes on from line {first} to line {last} and holds lines that look like records. A stray'
        " double quote seems to have joined {found} rows: look at the quotes of lines {first} and {last}. {unjudged}",
    ),
    good=('"一階\n玄関"',),
    bad=('"中央公民館,1,2\n3,北公民館,4"',),
)
UNJUDGED = Text("この行の値は検査していません。", "The values of this row were not checked.")
TOO_LONG = error("LIMIT-002", scope="file").says(
    ("一つの値が長すぎる", "A value is too long"),
    (
        "「{value}」で始まる値が {expected} 文字を超えます。引用符の閉じ忘れとみなしました。",
        "The value that begins with {value} is longer than {expected} characters: taken for a quote that is never closed.",
    ),
    good=("市民会館",),
    bad=('"市民会館…',),
)


def blank_rows(first: int, last: int, clause: Clause | None = None) -> Trouble:
    """A run of blank rows as one trouble, which says where it ends; ``clause`` where the format is not CSV."""
    more: Details = {"hint": Text(f"{last}行目まで {last - first + 1:,}行続きます。", f"{last - first + 1:,} rows, to line {last}.")}
    return Trouble(BLANK, first, details=more if last > first else FIRES, clause=clause)


NO_TABLE = info("TABLE-030", scope="file").says(
    ("表ではないテキスト", "Text that is no table"),
    (
        "表ではない文章とみて、検査しませんでした（行ごとの値の数がそろわず、標準が定めるファイル名でもありません）。"
        "表であれば、拡張子を .csv にするか --standard で標準を指定します。",
        "Taken for words, not for a table, and not judged: the lines have not the same number of values, and no standard prescribes this"
        " file name. If it is a table, name it .csv or name its standard with --standard.",
    ),
    good=("名称,住所\n中央公民館,北一条西2-1",),
    bad=("出典について\n利用条件: CC BY 4.0, 出典を明記",),
)
