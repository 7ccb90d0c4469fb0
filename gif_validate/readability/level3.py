"""Level 3 of the rules of the Digital Agency (機械が結び付けられる): DA-L3-01 to DA-L3-09; -02, -07 and -08 need more than the file."""

from __future__ import annotations

from ..catalogue.rows import error, info, warning
from ..catalogue.text import Text
from .criterion import Criterion, clause

HEADER_FIRST = error("DA-L3-01", clause("L3-01"), scope="file").says(
    ("先頭行を項目名、次の行からデータ", "Header in the first row, data from the next"),
    (
        "{found}。1行目を項目名だけとし、2行目からデータを書きます。",
        "{found}. Give the first row to the item names alone and begin the records in the second.",
    ),
    good=("名称,人口\nA,1",),
    bad=("人口の一覧\n名称,人口\nA,1",),
)
SYMBOLS = info("DA-L3-03", clause("L3-03"), scope="column").says(
    ("秘匿等の特殊記号の定義を明記", "Special symbols in numeric columns are defined"),
    (
        "数値の列に記号 {found} があります。意味（秘匿、該当なし、不明など）をメタデータ等に書いたか確かめます。",
        "A column of numbers has the signs {found}. Make sure that the metadata say what they mean (suppressed, none, unknown …).",
    ),
    good=("1234",),
    bad=("X", "***"),
)
UNITS = warning("DA-L3-04", clause("L3-04"), scope="column").says(
    ("数値の列に単位を記載", "Units are stated"),
    (
        "数値の列「{value}」の単位が分かりません。項目名に「高さ（m）」のように単位を書きます。",
        'The unit of column "{value}" is not stated. Write it in the name, as in "height (m)".',
    ),
    good=("面積（㎡）",),
    bad=("面積",),
)
TIMES = warning("DA-L3-05", clause("L3-05"), scope="column").says(
    ("時間軸の表記を標準化", "Time axis is written in a standard form"),
    (
        "年月日の書き方が標準的ではありません（{found}）。西暦の一つの形（例 2024-04-01、2024年）にそろえます。",
        "Days or years are not in a standard form ({found}). Use one form with the Gregorian year, such as 2024-04-01.",
    ),
    good=("2024-04-01", "2024年"),
    bad=("令和6年4月1日", "R6.4.1"),
)
AREAS = error("DA-L3-06", clause("L3-06"), scope="column").says(
    ("地域コード又は正式な地域名称を記載", "Area code or official area name is given"),
    (
        "地域名が正式な名称ではありません（{found}）。地域コードか、都道府県・市区町村まで付けた名称を書きます。",
        "Areas are not given by their official names ({found}). Write the area code, or the name in full with its 都, 道, 府, 県, 市 …",
    ),
    good=("東京都", "大阪府"),
    bad=("東京", "大阪"),
)
LONG_FORM = warning("DA-L3-09", clause("L3-09"), scope="file").says(
    ("データは縦持ち形式", "Data are in long format"),
    (
        "横持ちの表とみられます（{found}）。年や区分は列の値とし、1行に1つの観測値を書きます。",
        "The table seems to be in wide form ({found}). Make years and classes values of a column, one observation a row.",
    ),
    good=("地域,年,人口",),
    bad=("地域,2021年,2022年,2023年",),
)

_FIRST = Text("見出しの行の位置と数。2行の見出しは参考", "place and number of header rows; two of them are a remark")
_SIGNS = Text("記号があれば、定義がどこかにあるか人が確かめる", "where there are signs, people look for their definition")
_UNIT = Text(
    "面積・金額など次元のある項目名に単位がない、年を項目名とする列に単位の記載がない",
    "no unit with areas, amounts and the like, or with columns named by years",
)
_TIME = Text(
    "和暦だけの値、年のない日付、書き方の混在、和暦だけの項目名", "eras alone, days without a year, mixed forms, names with an era alone"
)
_AREA = Text(
    "都道府県名・市区町村名の列での略称。地域の列がなければ対象外",
    "short names in a column of prefectures or municipalities; not asked where there is no such column",
)
_WIDE = Text(
    "年・月・年齢階級の項目名が3つ以上、連番の項目名が3つ以上、101列以上",
    "three or more names that are years, months, ages or numbered; over 100 columns",
)
CRITERIA = (
    Criterion(HEADER_FIRST, 3, "fatal", _FIRST, _FIRST),
    Criterion(SYMBOLS, 3, "major", _SIGNS, _SIGNS, open_on_info=True),
    Criterion(UNITS, 3, "major", _UNIT, _UNIT),
    Criterion(TIMES, 3, "major", _TIME, _TIME),
    Criterion(AREAS, 3, "critical", _AREA, _AREA),
    Criterion(LONG_FORM, 3, "major", _WIDE, _WIDE),
)
