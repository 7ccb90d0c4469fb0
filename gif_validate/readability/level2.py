"""Level 2 of the rules of the Digital Agency (機械が処理できる): DA-L2-01 to DA-L2-06."""

from __future__ import annotations

from ..catalogue.rows import error, warning
from ..catalogue.rule import where
from ..catalogue.text import Text
from .criterion import Criterion, clause
from .words import OTHER, ditto

NUMBERS = error("DA-L2-01", clause("L2-01"), scope="column").says(
    ("数値の列に文字列を混ぜない", "Numeric columns hold numbers only"),
    (
        "数値の列に「{value}」があります（{found}）。数字だけで書き、単位は項目名に書きます。",
        '"{value}" in a column of numbers ({found}). Write digits only, and the unit in the item name.',
    ),
    good=("1234", "-5.2"),
    bad=("1,234", "△5", "12人"),
)
NOT_OMITTED = error(
    "DA-L2-02", clause("L2-02"), look=lambda value: None if ditto(value) is None else {"found": value}, scope="column"
).says(
    ("項目名や値を省略しない", "Item names and values are not left out"),
    (
        "値や項目名が省略されています（{found}）。省略せず、すべての行と列に書きます。",
        "A value or name is left out ({found}). Write it in every row and column.",
    ),
    good=("東京都",),
    bad=("〃", "同上"),
)
UNIQUE = error("DA-L2-03", clause("L2-03"), scope="file").says(
    ("各列の項目名は一意に識別できる", "Column names are unique"),
    (
        "項目名「{value}」の列が複数あります（{found}列目）。それぞれ別の名前にします。",
        'Several columns are named "{value}" (columns {found}). Give each its own name.',
    ),
    good=("名称,住所",),
    bad=("名称,名称",),
)
CHOICES = error("DA-L2-04", clause("L2-04"), scope="column").says(
    ("選択肢の表記を統一", "Choice values are written uniformly"),
    (
        "同じ選択肢とみられる値の書き方が分かれています：{found}。一つにそろえます。",
        "The same choice seems to be written in several ways: {found}. Use one.",
    ),
    good=("有, 無",),
    bad=("有, 有り, 無",),
)
OTHER_APART = warning("DA-L2-05", clause("L2-05"), look=where(f"^(?:{OTHER.pattern})$"), scope="column").says(
    ("「その他」の詳細は選択肢と別の列", 'Details of "other" go in a separate column'),
    (
        "「{value}」は、選択肢「その他」に詳細を続けて書いています。詳細は別の列に書きます。",
        '"{value}": the choice "other" and its details stand in one cell. Write the details in another column.',
    ),
    good=("その他",),
    bad=("その他（屋上）", "その他：屋上"),
)
FORMULAS = warning("DA-L2-06", clause("L2-06"), scope="file").says(
    ("Excelの数式は数値に置き換える", "Excel formulas are replaced by values"),
    ("数式が{found}個あります。値に置き換えます（値のみ貼り付け）。", "{found} formulas. Replace them by their values (paste values)."),
    good=("1234",),
    bad=("=SUM(A1:A9)",),
)

_FIGURES = Text(
    "値の8割以上が数値とみられる列（コード、番号、日付の列を除く）の、数値でない値",
    "what is no number in columns that are numbers by four fifths (codes, numbers of things and dates apart)",
)
_LEFT_OUT = Text(
    "〃・同上などの値、左端の列の空欄の繰り返し、群の見出しの空欄", "ditto signs, runs of blanks in the first column, blank group names"
)
_SAME = Text(
    "空白・全半角・大文字小文字だけが違う値、「有」と「有り」など", "values that differ by width, spaces or case only; 有 and 有り"
)
_DETAILS = Text("「その他（…）」の形の値", "values such as その他（…）")
CRITERIA = (
    Criterion(NUMBERS, 2, "fatal", _FIGURES,
              Text(f"{_FIGURES.ja}。文字列として保存された数値も", f"{_FIGURES.en}; also numbers stored as text")),
    Criterion(NOT_OMITTED, 2, "fatal", _LEFT_OUT, _LEFT_OUT),
    Criterion(UNIQUE, 2, "fatal", Text("同じ項目名の列", "columns of the same name"), Text("同じ項目名の列", "columns of the same name")),
    Criterion(CHOICES, 2, "critical", _SAME, _SAME),
    Criterion(OTHER_APART, 2, "major", _DETAILS, _DETAILS),
    Criterion(FORMULAS, 2, "major", None, Text("数式のあるセル", "cells with formulas")),
)  # fmt: skip
