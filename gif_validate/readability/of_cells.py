"""Checks of single cells (セルの値): layout by spaces, several data in one cell, platform-dependent characters, その他 with details."""

from __future__ import annotations

import re

from ..catalogue.rule import Severity
from ..characters.repertoire import unusual
from . import level1, level2
from .layout import Layout
from .seen import Seen
from .sheet import Sheet
from .words import header_spaces, layout_spaces, platform_characters, several_data

_WORTH_A_LOOK = re.compile("[ \u3000\t\xa0\r\n、,，（(／/]|^その他.")
_ADDRESS = re.compile("住所|所在|方書|建物|アドレス")


def check(sheet: Sheet, layout: Layout | None, seen: Seen, *, unicode: bool) -> None:
    """All checks of the cells of one sheet. ``unicode``: the file can hold any character, so that none depends on the platform."""
    odd = Severity.INFO if unicode else None
    for number, row in enumerate(sheet.rows):
        if unusual("".join(row)):
            for index, cell in enumerate(row):
                if details := platform_characters(cell):
                    seen.say(level1.CHARACTERS, odd, value=cell, place=sheet.place(number, index), found=details["found"])
    if layout is None:
        return
    for number in layout.header:
        for index, cell in enumerate(sheet.rows[number]):
            if cell and (details := header_spaces(cell)):
                seen.say(level1.LAYOUT_SPACES, value=cell, place=sheet.place(number, index), found=details["found"])
    names = {each.index: (each.name, each.is_free_text) for each in layout.columns}
    for number in range(layout.first, layout.last + 1):
        for index, cell in enumerate(sheet.rows[number]):
            if cell and _WORTH_A_LOOK.search(cell):
                name, free = names.get(index, ("", False))
                _cell(sheet, seen, (number, index), cell, name, free)


def _cell(sheet: Sheet, seen: Seen, at: tuple[int, int], cell: str, name: str, free: bool) -> None:
    place = sheet.place(*at)
    if not _ADDRESS.search(name) and cell.strip() and (details := layout_spaces(cell.strip("\r\n"))):
        seen.say(level1.LAYOUT_SPACES, value=cell, place=place, column=name or None, found=details["found"])
    if not free and (details := several_data(cell)):
        seen.say(level1.ONE_DATUM, Severity.WARNING, value=cell, place=place, column=name or None, found=details["found"])
    if not free and level2.OTHER_APART.look and level2.OTHER_APART.look(cell) is not None:
        seen.say(level2.OTHER_APART, value=cell, place=place, column=name or None)
