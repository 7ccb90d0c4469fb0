"""Checks of where things stand (表の配置): one table, no gaps, a header in the first row, nothing beside the table."""

from __future__ import annotations

import re
from collections import defaultdict

from ..catalogue.finding import Place
from ..catalogue.rule import Severity
from ..catalogue.text import Text, show
from ..readers.table import breaks, letters
from . import level1, level2, level3
from .layout import Layout
from .seen import Seen
from .sheet import Sheet
from .words import time_form

_RUNNING = re.compile("[0-9]{1,4}|(?:列|Column|column|Unnamed: ?|項目|F)[0-9]{1,4}")
_NUMBERED = re.compile(r"(.*?[^0-9])[_\-]?([0-9]{1,3})")
_AGES = re.compile(
    "(?:男性?|女性?|総数)?(?:[0-9]{1,3}(?:[-～~〜－ー―–][0-9]{1,3})?(?:歳|才)(?:以上|未満)?|[0-9]{1,3}[-～~〜－][0-9]{1,3})(?:の?(?:男性|女性|男|女|人口|総数))?"
)
_MONTH = re.compile("(?:1[0-2]|[1-9])月(?:分|末)?")
_MANY = 100
_SEVERAL = 3


def check(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    """All checks of the layout of one sheet."""
    _tables(sheet, layout, seen)
    _outside(sheet, layout, seen)
    _names(sheet, layout, seen)
    _header_rows(sheet, layout, seen)
    _wide(sheet, layout, seen)


def _tables(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    head = layout.header[0] if layout.header else layout.first
    for row in layout.others:
        found = Text(f"{sheet.lines[row]}行目", f"row {sheet.lines[row]}")
        seen.say(level1.ONE_TABLE, place=sheet.place(row), found=found)
    for column in layout.beside:
        found = Text(f"{letters(column)}列", f"column {letters(column)}")
        seen.say(level1.ONE_TABLE, place=sheet.place(head, column), found=found)
    for row in layout.gaps:
        first, last = _blanks_before(sheet, row)
        where = Text(f"{first}行目", f"row {first}") if first == last else Text(f"{first}～{last}行目", f"rows {first}-{last}")
        found = Text(f"行（{where.ja}）", where.en)
        seen.say(level1.NOT_SPLIT, place=Place(line=first, sheet=sheet.name), found=found)
    for column in layout.blank_columns if layout.header else ():
        if column + 1 not in layout.beside:
            found = Text(f"列（{letters(column)}列）", f"column {letters(column)}")
            seen.say(level1.NOT_SPLIT, place=sheet.place(head, column), found=found)


def _blanks_before(sheet: Sheet, row: int) -> tuple[int, int]:
    """The first and the last of the blank lines above a row."""
    above = row - 1
    return sheet.lines[above] + 1 + (sum(map(breaks, sheet.rows[above])) if above in sheet.broken else 0), sheet.lines[row] - 1


def _outside(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    for row in (*layout.before, *layout.after):
        column, value = next((index, cell.strip()) for index, cell in enumerate(sheet.rows[row]) if cell.strip())
        seen.say(level1.NOTHING_ELSE, value=value, place=sheet.place(row, column))


def _names(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    """Names that are missing, say nothing, or stand twice."""
    if not layout.header:
        found = Text("見出しの行がなく、1行目からデータとみられます", "There seems to be no header; the first row looks like a record")
        seen.say(level1.NAMES, place=sheet.place(layout.first), found=found)
        return
    head = layout.header[-1]
    same: dict[tuple[str, int], list[int]] = defaultdict(list)
    for each in layout.columns:
        if not each.name:
            found = Text(f"{letters(each.index)}列の項目名が空です", f"Column {letters(each.index)} has no name")
            seen.say(level1.NAMES, place=sheet.place(head, each.index), found=found)
        elif _RUNNING.fullmatch(each.name) and not time_form(each.name):
            found = Text(f"項目名「{each.name}」からは意味が分かりません", f'The name "{each.name}" tells nothing')
            seen.say(level1.NAMES, Severity.WARNING, value=each.name, place=sheet.place(head, each.index), found=found)
        else:
            # Tables side by side are a fault of their own; each may use the same names.
            same[each.name, sum(1 for column in layout.beside if column <= each.index)].append(each.index)
    for (name, _), columns in same.items():
        if len(columns) > 1:
            listed = ", ".join(str(index + 1) for index in columns)
            seen.say(level2.UNIQUE, value=name, place=sheet.place(head, columns[1]), column=name, found=listed)
    _group_names(sheet, layout, seen)


def _group_names(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    """Blanks in an upper row of the header that stand for the name to their left."""
    for row in layout.header[:-1]:
        for before, each in zip(layout.columns, layout.columns[1:], strict=False):
            if sheet.cell(row, before.index) and not sheet.cell(row, each.index) and sheet.cell(layout.header[-1], each.index):
                name = sheet.cell(row, before.index)
                found = Text(f"「{show(name, 20)}」の右の見出しが空欄", f'blank names to the right of "{show(name, 20)}"')
                seen.say(level2.NOT_OMITTED, Severity.WARNING, value=name, place=sheet.place(row, each.index), found=found)


def _header_rows(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    if not layout.header:
        found = Text("見出しの行がありません", "There is no header row")
        seen.say(level3.HEADER_FIRST, place=sheet.place(layout.first), found=found)
        return
    top, rows = sheet.numbers[layout.header[0]], len(layout.header)
    place = sheet.place(layout.header[0])
    if top > 1:
        seen.say(level3.HEADER_FIRST, place=place, found=Text(f"見出しが{top}行目から始まります", f"The header begins in row {top}"))
    elif rows > 1:
        severity = Severity.INFO if rows == 2 else Severity.ERROR
        seen.say(level3.HEADER_FIRST, severity, place=place, found=Text(f"見出しが{rows}行あります", f"The header has {rows} rows"))


def _wide(sheet: Sheet, layout: Layout, seen: Seen) -> None:
    """Columns that are values of something: years, months, ages, running numbers."""
    if not layout.header:
        return
    names = [each.name.rpartition("_")[2] for each in layout.columns]
    kinds = (
        (Text("年・年月", "years"), [name for name in names if time_form(name) and time_form(name) != "M月D日"]),
        (Text("月", "months"), [name for name in names if _MONTH.fullmatch(name)]),
        (Text("年齢階級", "ages"), [name for name in names if _AGES.fullmatch(name)]),
    )
    place = sheet.place(layout.header[-1])
    for what, named in kinds:
        if len(set(named)) >= _SEVERAL:
            found = Text(f"{what.ja}の列が{len(set(named))}列", f"{len(set(named))} columns named by {what.en}")
            seen.say(level3.LONG_FORM, place=place, value=named[0], found=found)
    for stem, numbers in _numbered(names).items():
        found = Text(f"「{show(stem, 20)}」に番号を付けた列が{len(numbers)}列", f'{len(numbers)} numbered columns "{show(stem, 20)}"')
        seen.say(level3.LONG_FORM, place=place, value=stem, found=found)
    if len(names) > _MANY:
        seen.say(level3.LONG_FORM, place=place, found=Text(f"{len(names)}列", f"{len(names)} columns"))


def _numbered(names: list[str]) -> dict[str, set[int]]:
    """Stems with the running numbers 1, 2, 3 … behind them, three or more."""
    found: dict[str, set[int]] = defaultdict(set)
    for name in names:
        if (match := _NUMBERED.fullmatch(name)) and not time_form(name):
            found[match[1]].add(int(match[2]))
    return {stem: numbers for stem, numbers in found.items() if len(numbers) >= _SEVERAL and numbers == set(range(1, len(numbers) + 1))}
