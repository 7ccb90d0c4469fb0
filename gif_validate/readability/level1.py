"""Level 1 of the rules of the Digital Agency (機械が読み取れる): DA-L1-01 to DA-L1-15. DA-L1-09 no program can decide."""

from __future__ import annotations

from ..catalogue.rows import error, warning
from ..catalogue.text import Text
from .criterion import Criterion, clause
from .words import layout_spaces, platform_characters, several_data

FORMAT = error("DA-L1-01", clause("L1-01"), scope="file").says(
    ("ファイル形式はExcelやCSV等", "File format is Excel, CSV or the like"),
    (
        "ファイルの中身は{found}です。表は Excel（xlsx）か CSV・TSV で公開します。",
        "The content is {found}. Publish tables as Excel (xlsx), CSV or TSV.",
    ),
    good=("aed.csv", "aed.xlsx"),
    bad=("aed.pdf",),
)
ONE_TABLE = error("DA-L1-02", clause("L1-02"), scope="file").says(
    ("1シート又は1ファイルに1つの表", "One table per sheet or file"),
    (
        "ここから別の表が始まります（{found}）。表ごとにシートかファイルを分けます。",
        "Another table begins here ({found}). Give each table a sheet or file of its own.",
    ),
    good=("名称,人口\nA,1\nB,2",),
    bad=("名称,人口\nA,1\n\n名称,面積\nA,5",),
)
NOT_SPLIT = error("DA-L1-03", clause("L1-03"), scope="file").says(
    ("空白の行や列でデータを分断しない", "Blank rows or columns do not split the data"),
    ("表の途中に空白の{found}があり、データが分断されています。削除します。", "The table is split by what is blank: {found}. Remove it."),
    good=("名称,人口\nA,1\nB,2",),
    bad=("名称,人口\nA,1\n\nB,2",),
)
NOTHING_ELSE = warning("DA-L1-04", clause("L1-04"), scope="file").says(
    ("表の外に無関係な情報を置かない", "Nothing unrelated outside the table"),
    (
        "表の外に「{value}」があります。表題・注・出典は、別のシートやファイル、メタデータに移します。",
        '"{value}" stands outside the table. Move titles, notes and sources to another sheet or file, or to the metadata.',
    ),
    good=("名称,人口\nA,1",),
    bad=("人口の一覧（令和5年）\n名称,人口\nA,1",),
)
NAMES = error("DA-L1-05", clause("L1-05"), scope="file").says(
    ("すべての列に意味の分かる項目名", "Every column has a meaningful name"),
    ("{found}。1行目に、列の意味が分かる項目名を書きます。", "{found}. Write a name that tells what the column holds into the first row."),
    good=("名称,人口\nA,1",),
    bad=("名称,\nA,1", "A,1\nB,2"),
)
LAYOUT_SPACES = error("DA-L1-06", clause("L1-06"), look=layout_spaces, scope="file").says(
    ("空白や改行で体裁を整えない", "No spaces or line breaks for layout"),
    (
        "「{value}」は、空白や改行で体裁を整えています（{found}）。取り除きます。",
        '"{value}" is laid out with spaces or line breaks ({found}). Remove them.',
    ),
    good=("市民会館", "山田　太郎", "City Hall"),
    bad=("　市民会館", "東　京　都", "市民  会館"),
)
ONE_DATUM = error("DA-L1-07", clause("L1-07"), look=several_data, scope="file").says(
    ("1つのセルに1つのデータ", "One datum per cell"),
    (
        "「{value}」は、1つのセルに複数のデータがあるとみられます（{found}）。列か行を分けます。",
        'The cell "{value}" seems to hold several data ({found}). Give each a column or row of its own.',
    ),
    good=("120", "1,234", "月;火;水", "0551(22)1111", "開館は午前9時、休館は月曜日、祝日も開館します。"),
    bad=("120（35.2）", "35.708858,138.446174", "卵、乳、小麦", "A会館\nB会館"),
)
CHARACTERS = error("DA-L1-08", clause("L1-08"), look=platform_characters, scope="file").says(
    ("機種依存文字の不使用", "No platform-dependent characters"),
    (
        "「{value}」に、機種によって表示が変わりうる文字があります：{found}。ほかの文字に置き換えます。",
        '"{value}" has characters that depend on the platform: {found}. Use others.',
    ),
    good=("第1号", "株式会社"),
    bad=("①", "㈱市民"),
)
OBJECTS = error("DA-L1-10", clause("L1-10"), scope="file").says(
    ("Excelに図形や画像等を置かない", "No objects in Excel sheets"),
    (
        "シート「{value}」に{found}があります。機械は中身を読めません。データのシートから取り除きます。",
        'Worksheet "{value}" has {found}, which machines cannot read. Remove them from sheets of data.',
    ),
    good=("Sheet1",),
    bad=("Sheet1（グラフあり）",),
)
FORMATS = error("DA-L1-11", clause("L1-11"), scope="file").says(
    ("Excelの書式でデータの違いを表さない", "No meaning carried by Excel formatting"),
    (
        "この列では、一部のセルだけ書式が違います（{found}）。書式で区別している内容は、列を設けて値で書きます。",
        "Some cells of this column look different ({found}). Say in a column of its own what the look is to tell.",
    ),
    good=("列の書式が一様",),
    bad=("休止中の施設だけ赤い文字",),
)
MERGED = error("DA-L1-12", clause("L1-12"), scope="file").says(
    ("Excelのセルを結合しない", "No merged cells in Excel"),
    (
        "{found}でセルが結合されています。結合を解き、それぞれのセルに値を書きます。",
        "Merged cells {found}. Unmerge them and write the value into each cell.",
    ),
    good=("A2", "A3"),
    bad=("A2:A3",),
)
HIDDEN = error("DA-L1-13", clause("L1-13"), scope="file").says(
    ("Excelに非表示の行や列を残さない", "No hidden rows or columns left in Excel"),
    ("{found}が非表示になっています。不要なら削除し、必要なら表示します。", "Hidden: {found}. Remove what is not needed, show what is."),
    good=("A列",),
    bad=("A列（非表示）",),
)
ONE_LINE = error("DA-L1-14", clause("L1-14"), scope="file").says(
    ("CSVは1行に1データ", "One record per line in CSV"),
    (
        "1件のデータが複数の行にわたっています（{found}）。値の中の改行を取り除きます。",
        "A record runs over several lines ({found}). Remove line breaks from values.",
    ),
    good=("市民会館,1階\n",),
    bad=('市民会館,"1階\n2階"\n',),
)
QUOTED = error("DA-L1-15", clause("L1-15"), scope="file").says(
    ("コンマを含むCSVの値は二重引用符で囲む", "CSV values with commas are quoted"),
    (
        "この行は正しく区切られていません（{found}）。コンマや引用符を含む値は、全体を二重引用符で囲みます。",
        "This row is not separated rightly ({found}). Enclose values with commas or quotes in double quotes.",
    ),
    good=('市民会館,"1,2階"\n',),
    bad=("市民会館,1,2階\n",),
)

_ROWS = Text("空行の後に見出しがもう一度現れるか、同じ見出しが繰り返される", "a header again behind a blank row, or the same header twice")
_CELLS = Text("すべてのセルの値", "the value of every cell")
_GAPS = Text("見出しと最後のデータの間の空行・空列", "blank rows and columns between header and last record")
_AROUND = Text("見出しの上と最後のデータの下の行", "rows above the header and below the last record")
_NO_NAMES = Text("見出しの空欄、連番の見出し、見出し行がないこと", "blank or running names, no header at all")
_NOT_FREE = Text("自由記述の列を除くすべての値", "every value but those of free text")
_LOOKS = Text(
    "データの列の中で色、太字、斜体、取消線が変わる（縞模様を除く）",
    "colour, bold, italic or strike-through varies within a column (bands apart)",
)
_MERGES = Text("データ範囲の結合は0点。見出しの結合は参考", "merged records score 0; a merged header is a remark")
_HIDDEN = Text("表の範囲の非表示の行・列。非表示のシートは参考", "hidden rows and columns of the table; hidden sheets are a remark")
_OBJECTS = Text("図形、画像、グラフ、ピボットテーブル、埋め込み", "drawings, pictures, charts, pivots, embeddings")
CRITERIA = (
    Criterion(
        FORMAT,
        1,
        "fatal",
        Text("中身が CSV・TSV の文字データである", "text separated by commas or tabs"),
        Text("中身が Excel ブックである", "a workbook"),
    ),
    Criterion(ONE_TABLE, 1, "fatal", _ROWS, Text(f"{_ROWS.ja}。横に並んだ表も", f"{_ROWS.en}; also tables side by side")),
    Criterion(NOT_SPLIT, 1, "critical", _GAPS, _GAPS),
    Criterion(NOTHING_ELSE, 1, "major", _AROUND, _AROUND),
    Criterion(NAMES, 1, "critical", _NO_NAMES, _NO_NAMES),
    Criterion(LAYOUT_SPACES, 1, "critical", _CELLS, _CELLS),
    Criterion(ONE_DATUM, 1, "critical", _NOT_FREE, _NOT_FREE),
    Criterion(
        CHARACTERS,
        1,
        "critical",
        Text("Shift_JIS 系のファイルでは不適合。Unicode のファイルでは参考", "broken in Shift_JIS; a remark in Unicode"),
        Text("Unicode なので参考", "a remark, the file being Unicode"),
    ),
    Criterion(OBJECTS, 1, "critical", None, _OBJECTS),
    Criterion(FORMATS, 1, "critical", None, _LOOKS),
    Criterion(MERGED, 1, "critical", None, _MERGES),
    Criterion(HIDDEN, 1, "critical", None, _HIDDEN),
    Criterion(ONE_LINE, 1, "fatal", Text("値の中の改行、閉じない引用符", "line breaks in values, quotes never closed"), None),
    Criterion(QUOTED, 1, "fatal", Text("列数の違い、値の途中の引用符", "rows of other lengths, stray quotes"), None),
)
