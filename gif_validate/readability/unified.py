"""The unified rules of the Ministry of Internal Affairs for statistical tables (統一ルール): MIC-1-1 to 1-13, MIC-2-1, MIC-2-2.

Most ask for the same as a rule of the Digital Agency; a finding then carries both ids. MIC-1-4 allows no merged header, MIC-1-11 asks
for the Gregorian year or time code alone, and MIC-1-13 names the signs that may stand for a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..catalogue.rows import warning
from ..catalogue.rule import FIRES, Clause, Details, Rule, Severity
from ..catalogue.text import Text
from . import level1, level2, level3
from .columns import SYMBOLS
from .criterion import MIC, twin
from .words import era_only

_ALLOWED = re.compile(r"X|\*{3}")
_E, _W = Severity.ERROR, Severity.WARNING


def _other_sign(value: str) -> Details | None:
    return FIRES if SYMBOLS.fullmatch(value) and not _ALLOWED.fullmatch(value) else None


FORMAT = twin("MIC-1-1", Text("ファイル形式はExcel又はCSV", "File format is Excel or CSV"), level1.FORMAT, _E)
ONE_DATUM = twin("MIC-1-2", Text("1セル1データ", "One datum per cell"), level1.ONE_DATUM, _E)
NUMBERS = twin("MIC-1-3", Text("数値データは数値だけとし、文字列を含めない", "Numeric cells hold numbers only"), level2.NUMBERS, _E)
MERGED = twin("MIC-1-4", Text("セルを結合しない", "No merged cells"), level1.MERGED, _E)
LAYOUT_SPACES = twin("MIC-1-5", Text("スペースや改行で体裁を整えない", "No spaces or line breaks for layout"), level1.LAYOUT_SPACES, _W)
NOT_OMITTED = twin("MIC-1-6", Text("項目名等を省略しない", "Item names are not omitted"), level2.NOT_OMITTED, _E)
FORMULAS = twin("MIC-1-7", Text("数式は数値に置き換える", "Formulas are replaced by values"), level2.FORMULAS, _W)
OBJECTS = twin("MIC-1-8", Text("図形や画像等のオブジェクトを使わない", "No pictures, shapes or other objects"), level1.OBJECTS, _W)
UNITS = twin("MIC-1-9", Text("データの単位を記載", "Units are stated"), level3.UNITS, _W)
CHARACTERS = twin("MIC-1-10", Text("機種依存文字を使わない", "No machine-dependent characters"), level1.CHARACTERS, _W)
GREGORIAN = warning("MIC-1-11", Clause(MIC, "1-11"), look=era_only, scope="column").says(
    ("時間軸コード又は西暦を表記", "Time axis as time code or Gregorian year"),
    (
        "「{value}」には西暦がありません。時間軸コードか西暦で書きます（和暦との併記は可）。",
        '"{value}" has no Gregorian year. Write the time code or the Gregorian year (an era beside it is allowed).',
    ),
    good=("2024年", "2024000000", "令和6年（2024年）"),
    bad=("令和6年", "R6.4.1"),
)
AREAS = twin("MIC-1-12", Text("地域コード又は地域名称を表記", "Area code or area name is given"), level3.AREAS, _W)
SIGNS = warning("MIC-1-13", Clause(MIC, "1-13"), look=_other_sign, scope="column").says(
    ("数値の列の特殊記号は定義されたものに限る", "Special symbols in numeric columns are the defined ones"),
    (
        "数値の列に記号「{value}」があります。秘匿は X、その他の非表示は ***、該当がない場合は 0 と書きます。",
        'The sign "{value}" in a column of numbers. Write X for suppressed figures, *** for others not shown, 0 for none.',
    ),
    good=("X", "***", "0"),
    bad=("-", "…", "＊"),
)
NOT_SPLIT = twin("MIC-2-1", Text("データを空白の行や列で分断しない", "Blank rows or columns do not split the data"), level1.NOT_SPLIT, _E)
ONE_TABLE = twin("MIC-2-2", Text("1シートに1つの表", "One table per sheet"), level1.ONE_TABLE, _E)

TWINS: Mapping[str, Rule] = {
    level1.FORMAT.id: FORMAT,
    level1.ONE_DATUM.id: ONE_DATUM,
    level2.NUMBERS.id: NUMBERS,
    level1.MERGED.id: MERGED,
    level1.LAYOUT_SPACES.id: LAYOUT_SPACES,
    level2.NOT_OMITTED.id: NOT_OMITTED,
    level2.FORMULAS.id: FORMULAS,
    level1.OBJECTS.id: OBJECTS,
    level3.UNITS.id: UNITS,
    level1.CHARACTERS.id: CHARACTERS,
    level3.AREAS.id: AREAS,
    level1.NOT_SPLIT.id: NOT_SPLIT,
    level1.ONE_TABLE.id: ONE_TABLE,
}
"""Rule of the Digital Agency → the rule of the Ministry that asks for the same."""
RULES = (*TWINS.values(), GREGORIAN, SIGNS)
