"""Remarks that none of the published rules makes (独自の参考情報): totals among the records, macros, links to other workbooks."""

from __future__ import annotations

from ..catalogue.rows import info
from ..catalogue.rule import when

TOTALS = info("READ-001", look=when("(?:総合計|合計|総計|小計|計|総数|合\\s計|総\\s計|小\\s計|総\\s数)"), scope="record").says(
    ("データの中に合計の行がある", "Totals among the records"),
    (
        "データの中に「{value}」の行があります。集計すると二重に数えられます。合計は取り除くか、別の表にします。",
        'A row "{value}" among the records would be counted twice in a sum. Remove totals or give them a table of their own.',
    ),
    good=("中央区", "合計特殊出生率"),
    bad=("合計", "総　数", "小計"),
)
MACROS = info("READ-002", scope="file").says(
    ("ブックにマクロがある", "The workbook has macros"),
    (
        "ブックにマクロがあります（実行していません）。データはマクロのない xlsx か CSV で公開します。",
        "The workbook has macros (they were not run). Publish data as xlsx without macros, or as CSV.",
    ),
    good=("aed.xlsx",),
    bad=("aed.xlsm",),
)
LINKS = info("READ-003", scope="file").says(
    ("ほかのブックへの参照がある", "Links to other workbooks"),
    (
        "ほかのブックへの参照が{found}件あります（読みに行っていません）。値に置き換えます。",
        "{found} links to other workbooks (they were not followed). Replace them by values.",
    ),
    good=("120",),
    bad=("[1]Sheet1!A1",),
)
