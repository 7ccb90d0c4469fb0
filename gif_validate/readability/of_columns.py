"""Checks of whole columns (列の値): numbers only, nothing left out, uniform choices, units, times, areas, signs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache

from ..catalogue.rule import Severity
from ..catalogue.text import Text, show
from ..codelists import codes
from ..parts.addresses.municipality import forms
from . import level2, level3, own, unified
from .columns import MOSTLY, SYMBOLS, Column, is_error, is_loose_number, is_number
from .layout import Layout
from .seen import Seen
from .sheet import Sheet
from .words import ditto, era_only, time_form

_CIRCLES = str.maketrans({"〇": "○", "◯": "○", "Ｏ": "○", "✕": "×", "✖": "×", "ｘ": "×"})
_SAME_WORDS = {"有り": "有", "あり": "有", "有る": "有", "無し": "無", "なし": "無", "無い": "無", "可能": "可", "不可能": "不可"}
_SPACES = re.compile(r"\s+")
_NEEDS_UNIT = re.compile(
    "面積|延長|延べ長|距離|標高|高度|重量|重さ|金額|価格|料金|価額|費用|経費|予算額|決算額|交付額|契約額|温度|気温|水温|速度|水量|雨量|降水量|容量|水深|幅員|直径|口径"
)
_HAS_UNIT = re.compile(
    r"[（(\[［【〔][^)）\]］】〕]+[)）\]］】〕]|_(?:m|km|yen|kg|ha)$|単位|円|率|割合|高度の値|種別|区分|有無|条件|名|備考|説明"
)
_UNIT_NOTE = re.compile("単位")
_MUNICIPALITY_NAME = re.compile("市区?町村|自治体|団体名|市名|区名")
_AREA_NAME = re.compile("都道府県|市区?町村|自治体|団体名|地方公共団体|地域|所在地|住所|県名|市名|町名|区名")
_ROWS_FOR_CHOICES, _MAX_CHOICES = 20, 20
_MANY_BLANKS = 0.3


def check(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    """All checks of the columns of one sheet."""
    noted = _unit_noted(sheet, layout)
    gregorian = sum(1 for each in layout.columns if _gregorian(each)) > 0
    for each in layout.columns:
        if each.is_numeric and not each.is_time:
            _numbers(sheet, each, seen)
            _signs(sheet, each, seen)
            _units(sheet, layout, each, seen, noted)
        _ditto(sheet, each, seen)
        _choices(sheet, each, seen)
        _times(sheet, each, seen, beside=gregorian)
        _areas(sheet, each, seen)
    _year_names(sheet, layout, seen)
    _totals(sheet, layout, seen)
    _blanks(sheet, layout, seen)


def _numbers(sheet: Sheet, column: Column, seen: Seen) -> None:
    seen.asked.add(level2.NUMBERS.id)
    texts = sheet.parts.as_text if sheet.parts else frozenset()
    for row, value in column.cells:
        place = sheet.place(row, column.index)
        if is_number(value):
            if (sheet.numbers[row], column.index) in texts:
                found = Text("文字列として保存された数値", "a number stored as text")
                seen.say(level2.NUMBERS, value=value, place=place, column=column.name or None, found=found)
        elif is_loose_number(value) or is_error(value):
            seen.say(level2.NUMBERS, value=value, place=place, column=column.name or None, found=_why(value))
        elif not SYMBOLS.fullmatch(value) and ditto(value) is None:
            found = Text("数値でない値", "no number")
            seen.say(level2.NUMBERS, Severity.WARNING, value=value, place=place, column=column.name or None, found=found)


def _why(value: str) -> Text:
    """What keeps a machine from reading the number."""
    if is_error(value):
        return Text("表計算ソフトのエラー", "an error of the spreadsheet")
    if re.search("[０-９]", value):
        return Text("全角の数字", "full-width digits")
    if re.search("[▲△]", value):
        return Text("負号の△・▲", "△ or ▲ for minus")
    if re.search("[0-9][,，][0-9]{3}", value):
        return Text("桁区切りのコンマ", "commas between thousands")
    return Text("単位や記号", "a unit or sign")


def _signs(sheet: Sheet, column: Column, seen: Seen) -> None:
    seen.asked |= {level3.SYMBOLS.id, unified.SIGNS.id}
    signs: dict[str, int] = {}
    for row, value in column.cells:
        if SYMBOLS.fullmatch(value):
            signs.setdefault(value, row)
            if unified.SIGNS.look is not None and unified.SIGNS.look(value) is not None:
                seen.say(unified.SIGNS, value=value, place=sheet.place(row, column.index), column=column.name or None)
    if signs:
        first = sheet.place(next(iter(signs.values())), column.index)
        found = ", ".join(list(signs)[:10])
        seen.say(level3.SYMBOLS, place=first, column=column.name or None, found=found)


def _unit_noted(sheet: Sheet, layout: Layout) -> bool:
    """True where the sheet says its unit outside the columns, or has a column for units."""
    around = (cell for row in (*layout.before, *layout.after, *layout.header) for cell in sheet.rows[row])
    return any(_UNIT_NOTE.search(cell) for cell in around)


def _units(sheet: Sheet, layout: Layout, column: Column, seen: Seen, noted: bool) -> None:
    if not layout.header or not column.name:
        return
    by_year = time_form(column.name.rpartition("_")[2]) is not None
    if not (_NEEDS_UNIT.search(column.name) or by_year):
        return
    seen.asked.add(level3.UNITS.id)
    if not noted and not _HAS_UNIT.search(column.name):
        seen.say(level3.UNITS, value=column.name, place=sheet.place(layout.header[-1], column.index), column=column.name)


def _ditto(sheet: Sheet, column: Column, seen: Seen) -> None:
    for row, value in column.cells:
        if len(value) <= 4 and ditto(value) is not None:
            seen.say(level2.NOT_OMITTED, value=value, place=sheet.place(row, column.index), column=column.name or None, found=value)


def _blanks(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    """Blanks of the first column that stand for the value above: each value once, blanks below it, no blanks in the next column."""
    if len(layout.columns) < 2 or layout.records < 4:
        return
    first, second = layout.columns[0], layout.columns[1]
    filled = {row for row, _ in first.cells}
    rows = range(layout.first, layout.last + 1)
    blank = [row for row in rows if row not in filled]
    once = max(first.counts().values(), default=0) == 1
    texts = first.cells and not any(is_number(value) for _, value in first.cells)
    if texts and once and layout.first in filled and len(second.cells) == len(rows) and len(blank) >= _MANY_BLANKS * len(rows):
        found = Text("上の行と同じ値が空欄", "blanks for the value above")
        for row in blank:
            seen.say(level2.NOT_OMITTED, Severity.WARNING, place=sheet.place(row, first.index), column=first.name or None, found=found)


def _totals(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    """Rows of totals, in tables of numbers."""
    if not any(each.is_numeric for each in layout.columns):
        return
    for each in layout.columns[:3]:
        for row, value in each.cells:
            if own.TOTALS.look is not None and own.TOTALS.look(value) is not None:
                seen.say(own.TOTALS, value=value, place=sheet.place(row, each.index), column=each.name or None)


def _choices(sheet: Sheet, column: Column, seen: Seen) -> None:
    counts = column.counts()
    if len(column.cells) < _ROWS_FOR_CHOICES or not 1 < len(counts) <= _MAX_CHOICES or column.is_numeric or column.is_time:
        return
    same: dict[str, list[str]] = defaultdict(list)
    for value in counts:
        same[_folded(value)].append(value)
    for written in same.values():
        if len(written) > 1:
            rarest = min(written, key=lambda value: counts[value])
            row = next(row for row, value in column.cells if value == rarest)
            found = "、".join(f"「{show(value, 15)}」({counts[value]})" for value in written)
            place = sheet.place(row, column.index)
            seen.say(level2.CHOICES, Severity.WARNING, value=rarest, place=place, column=column.name or None, found=found)


def _folded(value: str) -> str:
    """A choice without what does not make it another one."""
    plain = _SPACES.sub("", unicodedata.normalize("NFKC", value).translate(_CIRCLES)).casefold()
    return _SAME_WORDS.get(plain, plain)


def _gregorian(column: Column) -> bool:
    forms = [time_form(value) for _, value in column.cells[:100]]
    return column.is_time and bool(forms) and sum(1 for form in forms if form and form != "era" and "YY/" not in form) >= 0.5 * len(forms)


def _times(sheet: Sheet, column: Column, seen: Seen, *, beside: bool) -> None:
    """Eras alone (unless another column has the Gregorian year), days without a year, and mixed forms."""
    forms: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row, value in column.cells:
        if form := time_form(value):
            forms[form].append((row, value))
    known = sum(map(len, forms.values()))
    if not known or known < (0.5 if column.is_time else MOSTLY) * len(column.cells):
        return
    if not column.is_time and (column.is_coded or set(forms) <= {"YYYY", "YYYYMMDD", "time code"}):
        return
    seen.asked |= {level3.TIMES.id, unified.GREGORIAN.id}
    for cells in forms.values():
        for row, value in cells:
            if era_only(value) is not None and not (beside and "和暦" in column.name):
                place = sheet.place(row, column.index)
                found = Text(f"「{show(value, 20)}」に西暦がない", f'no Gregorian year in "{show(value, 20)}"')
                seen.say(level3.TIMES, value=value, place=place, column=column.name or None, found=found)
                seen.say(unified.GREGORIAN, value=value, place=place, column=column.name or None)
    if len(forms) > 1:
        rarest = min(forms.values(), key=len)
        row, value = rarest[0]
        named = {form: len(cells) for form, cells in forms.items()}
        found = Text("書き方の混在：" + _counted(named), "mixed forms: " + _counted(named))
        seen.say(level3.TIMES, value=value, place=sheet.place(row, column.index), column=column.name or None, found=found)


def _counted(named: dict[str, int]) -> str:
    return ", ".join(f"{form} {count}" for form, count in Counter(named).most_common(5))


def _year_names(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    """Names of columns that are a year of an era alone."""
    for each in layout.columns:
        name = each.name.rpartition("_")[2]
        if time_form(name) == "era":
            place = sheet.place(layout.header[-1], each.index)
            found = Text(f"項目名「{show(name, 20)}」に西暦がない", f'no Gregorian year in the name "{show(name, 20)}"')
            seen.say(level3.TIMES, value=name, place=place, column=each.name, found=found)
            seen.say(unified.GREGORIAN, value=name, place=place, column=each.name)


def _abbreviated(column: Column, full: frozenset[str], short: frozenset[str], *, surely: bool) -> list[tuple[int, str]]:
    """The cells that have a short name, in a column that mostly has names, short or in full; of several areas, if that is not sure."""
    values = [(row, value) for row, value in column.cells if value in full or value in short]
    if len(values) < MOSTLY * len(column.cells) or not (surely or len({value for _, value in values}) > 1):
        return []
    return [(row, value) for row, value in values if value not in full]


@cache
def _short_municipalities() -> frozenset[str]:
    return frozenset(name[:-1] for name in forms() if name.endswith(("市", "区", "町", "村")) and len(name) > 2) - forms()


def _areas(sheet: Sheet, column: Column, seen: Seen) -> None:
    """Short names in a column of prefectures, or in one that is named after municipalities."""
    if _AREA_NAME.search(column.name):
        seen.asked.add(level3.AREAS.id)
    full = frozenset(codes("prefectures").values())
    short = frozenset(name[:-1] for name in full) - {"北海"}
    abbreviated = _abbreviated(column, full, short, surely="都道府県" in column.name)
    if not abbreviated and _MUNICIPALITY_NAME.search(column.name):
        # Many short names of municipalities are plain words (中央, 緑, 大空): only a column of that name is one.
        abbreviated = _abbreviated(column, forms() | full, _short_municipalities(), surely=True)
    if not abbreviated:
        return
    seen.asked.add(level3.AREAS.id)
    for row, value in abbreviated:
        place = sheet.place(row, column.index)
        seen.say(level3.AREAS, value=value, place=place, column=column.name or None, found=value)
