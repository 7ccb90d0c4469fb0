"""What a column holds (列の種類): numbers, codes, times, text, told by its values and its name.

A number that a machine cannot read as it stands (``1,234``, ``△5``, ``12人``, full-width digits) still counts as meant for a number.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..characters.widths import half
from .words import time_form

_NUMBER = re.compile(r"[+\-]?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][+\-]?[0-9]{1,3})?")
_UNITS = (
    "円|千円|百万円|億円|万円|人|名|件|世帯|戸|台|箇所|か所|カ所|ヶ所|%|％|m|km|cm|mm|"
    "㎡|㎢|m2|km2|ha|kg|t|L|歳|才|回|日|時間|分|年|個|本|棟|室|床|校|園"
)
_LOOSE = re.compile(
    rf"(?:[▲△+\-−－¥￥\\]|約)?\s*(?:[0-9]{{1,40}}|[0-9]{{1,3}}(?:[,，][0-9]{{3}}){{1,12}})(?:\.[0-9]{{1,40}})?\s*(?:{_UNITS})?|\([0-9,.]{{1,40}}\)"
)
SYMBOLS = re.compile("[-‐―－ー−–—…‥*＊※xXχΧ×]{1,3}|[・.]{1,3}|秘匿?")
"""Signs that statistical tables use in place of a number."""
_ERROR = re.compile(r"#(?:N/A|[A-Z]+(?:/0)?[!?]|GETTING_DATA|#{2,})|Err:[0-9]{3}")
_UNIT = re.compile(rf"[（(\[［]?(?:単位\s*[：:]\s*)?(?:{_UNITS})[)）\]］]?")
_ZEROS = re.compile("0[0-9]+")
_CODED = re.compile(
    "番号|連番|通番|番地|コード|code|CODE|Code|ID|Id|電話|TEL|FAX|ファクス|ファックス|内線|郵便|〒|No\\.?|NO\\.?|№|町字|丁目|号|枝番|街区|メッシュ|曜日|URL|URI|区分|種別|フラグ|識別|キー|key|住居|方書"
)
_FREE = re.compile(
    "備考|説明|概要|特記|内容|コメント|注意|注記|詳細|摘要|事項|方法|解説|紹介|経緯|理由|アクセス|名称|住所|所在|規約|条件|対象|対応|要件|名$|[Nn]ote|NOTE|[Rr]emark|[Dd]escription|[Cc]omment|[Nn]ame$|[Aa]ddress"
)
_TIMES = re.compile("年月日|日付|日時|時点|年月|年度|(?:日|年)(?:[（(].*[）)])?$|西暦|和暦|時刻|開始時間|終了時間|期間|期日")
MOSTLY = 0.8
"""The share of values that makes a column one of their kind."""
_FEW = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its place, its name, the rows with a value, and what they are."""

    index: int
    name: str
    cells: tuple[tuple[int, str], ...]
    """Row of the sheet (from 0) and value, for every value that is not empty."""
    numbers: int
    loose: int
    symbols: int
    errors: int
    """Error values of a spreadsheet, which stand where a number could not be calculated."""

    @property
    def is_coded(self) -> bool:
        """True for numbers that nobody calculates with: codes, telephone numbers, lot numbers."""
        return bool(_CODED.search(self.name)) or any(_ZEROS.fullmatch(value) for _, value in self.cells[:2000])

    @property
    def is_numeric(self) -> bool:
        """True where most values are meant as numbers to calculate with."""
        values = len(self.cells) - self.symbols - self.errors
        meant = self.numbers + self.loose
        enough = meant + self.errors >= _FEW and meant >= self.symbols
        return enough and meant >= MOSTLY * max(values, 1) and not self.is_coded

    @property
    def is_free_text(self) -> bool:
        """True where the name promises sentences or names, in which anything may stand."""
        return bool(_FREE.search(self.name))

    @property
    def is_time(self) -> bool:
        """True where the name promises days, months or years; a name that is a year itself promises figures of that year."""
        return bool(_TIMES.search(self.name)) and time_form(self.name.rpartition("_")[2]) is None

    def counts(self) -> Counter[str]:
        """How often each value occurs."""
        return Counter(value for _, value in self.cells)


def is_number(value: str) -> bool:
    """True for a number as machines read it.

    >>> is_number("-12.5"), is_number("1,234")
    (True, False)
    """
    return _NUMBER.fullmatch(value) is not None


def is_loose_number(value: str) -> bool:
    """True for a number that only people read as one.

    >>> is_loose_number("1,234"), is_loose_number("△5"), is_loose_number("12人"), is_loose_number("3-4")
    (True, True, True, False)
    """
    return len(value) <= 100 and not is_number(value) and _LOOSE.fullmatch(half(value)) is not None


def is_error(value: str) -> bool:
    """True for what a spreadsheet shows in place of a value: an error, or signs where the column is too narrow.

    >>> is_error("#DIV/0!"), is_error("#N/A"), is_error("####"), is_error("#1 会議室")
    (True, True, True, False)
    """
    return _ERROR.fullmatch(value) is not None


def is_unit(value: str) -> bool:
    """True for a unit alone, be it in brackets.

    >>> is_unit("（人）"), is_unit("単位：千円"), is_unit("人口")
    (True, True, False)
    """
    return _UNIT.fullmatch(value) is not None


def column(index: int, name: str, cells: list[tuple[int, str]]) -> Column:
    """A column from its values."""
    numbers = sum(1 for _, value in cells if is_number(value))
    loose = sum(1 for _, value in cells if not is_number(value) and is_loose_number(value))
    symbols = sum(1 for _, value in cells if SYMBOLS.fullmatch(value))
    errors = sum(1 for _, value in cells if is_error(value))
    return Column(index, name, tuple(cells), numbers, loose, symbols, errors)
