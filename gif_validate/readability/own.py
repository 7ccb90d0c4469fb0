"""Remarks that none of the published rules makes (独自の参考情報): totals among the records, macros, links to other workbooks."""

from __future__ import annotations

from ..catalogue.rule import Clause, Rule, Severity, when
from ..catalogue.text import Text

TOTALS = Rule(
    id="READ-001",
    title=Text("データの中に合計の行がある", "Totals among the records"),
    severity=Severity.INFO,
    clause=Clause("gif-validate", "READ-001"),
    message=Text(
        "データの中に「{value}」の行があります。集計すると二重に数えられます。合計は取り除くか、別の表にします。",
        'A row "{value}" among the records would be counted twice in a sum. Remove totals or give them a table of their own.',
    ),
    good=("中央区", "合計特殊出生率"),
    bad=("合計", "総　数", "小計"),
    look=when("(?:総合計|合計|総計|小計|計|総数|合\\s計|総\\s計|小\\s計|総\\s数)"),
    scope="record",
)
MACROS = Rule(
    id="READ-002",
    title=Text("ブックにマクロがある", "The workbook has macros"),
    severity=Severity.INFO,
    clause=Clause("gif-validate", "READ-002"),
    message=Text(
        "ブックにマクロがあります（実行していません）。データはマクロのない xlsx か CSV で公開します。",
        "The workbook has macros (they were not run). Publish data as xlsx without macros, or as CSV.",
    ),
    good=("aed.xlsx",),
    bad=("aed.xlsm",),
    scope="file",
)
LINKS = Rule(
    id="READ-003",
    title=Text("ほかのブックへの参照がある", "Links to other workbooks"),
    severity=Severity.INFO,
    clause=Clause("gif-validate", "READ-003"),
    message=Text(
        "ほかのブックへの参照が{found}件あります（読みに行っていません）。値に置き換えます。",
        "{found} links to other workbooks (they were not followed). Replace them by values.",
    ),
    good=("120",),
    bad=("[1]Sheet1!A1",),
    scope="file",
)
