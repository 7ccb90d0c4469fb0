"""What an Excel workbook holds beside its values: merged ranges, hidden rows, formulas, objects (ブックの体裁). ISO/IEC 29500-1 §18.

The parts of the package are read one after another, in one stream each, by a parser that expands no entity and fetches nothing. Macros
and external links are seen by their names only; they are never run or followed.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from ...catalogue.text import Text
from .. import file_rules as rules
from ..source import ZIP_ERRORS, Source
from .package import REF, Package, PartsError, column_of, number, true

MAX_CELLS = 3_000_000
"""Cells of one worksheet whose formats are read."""
_MAX_NOTED = 100_000
_OBJECTS = {
    "drawing": Text("図形・画像・グラフ", "drawings, pictures or charts"),
    "oleObject": Text("埋め込みオブジェクト", "embedded objects"),
    "package": Text("埋め込みファイル", "embedded files"),
    "control": Text("コントロール", "controls"),
    "ctrlProp": Text("コントロール", "controls"),
    "pivotTable": Text("ピボットテーブル", "pivot tables"),
    "slicer": Text("スライサー", "slicers"),
    "image": Text("背景の画像", "a background picture"),
}
_COLORLESS = {"FFFFFF", "000000", "auto", "i8", "i9", "i64", "i65", "t0", "t1", "t10", "i12"}
"""Black, white, the window's own colours, and those of hyperlinks: they tell cells apart for no reader."""
_WHITE_FILLS = {"none", ""}


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells: rows from 1, columns from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks, as far as it may carry meaning. Colours are empty where they are the ordinary ones."""

    fill: str = ""
    color: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False


PLAIN = Look()


@dataclass(slots=True)
class SheetParts:
    """One worksheet. Cells are (row from 1, column from 0); ``looks`` has those that do not look plain.

    ``as_text`` are the cells stored as text; ``objects`` says in words what lies on the sheet; ``partial`` is True where the sheet had
    more cells than are read.
    """

    name: str
    hidden: bool = False
    merged: list[Range] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[Range] = field(default_factory=list)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    looks: dict[tuple[int, int], Look] = field(default_factory=dict)
    as_text: set[tuple[int, int]] = field(default_factory=set)
    objects: tuple[Text, ...] = ()
    partial: bool = False


@dataclass(slots=True)
class WorkbookParts:
    """The worksheets by name, and what the package holds as a whole."""

    sheets: dict[str, SheetParts] = field(default_factory=dict)
    macros: bool = False
    external_links: int = 0


def read_parts(source: Source) -> WorkbookParts:
    """Reads the parts of a zipped workbook. PartsError where it is damaged or unpacks to too much; OSError where it cannot be opened."""
    stream = source.open()
    try:
        with zipfile.ZipFile(stream) as archive:
            return _Reading(Package.of(archive)).read()
    except (*ZIP_ERRORS, KeyError, etree.XMLSyntaxError) as error:
        raise PartsError(rules.DAMAGED, {"found": str(error)}) from error
    finally:
        source.close(stream)


@dataclass(slots=True)
class _Reading:
    package: Package
    formats: list[Look] = field(default_factory=list)

    def read(self) -> WorkbookParts:
        if (styles := self.package.styles()) is not None:
            self.formats = _formats(self.package, styles)
        names = self.package.names
        found = WorkbookParts(
            macros=any(name.lower().endswith("vbaproject.bin") for name in names),
            external_links=sum(1 for name in names if re.fullmatch(r"xl/externalLinks/[^/]+\.xml", name)),
        )
        for name, part, state in self.package.worksheets():
            found.sheets[name] = self._sheet(name, part, state != "visible")
        return found

    def _sheet(self, name: str, part: str, hidden: bool) -> SheetParts:
        sheet = SheetParts(name, hidden)
        kinds = dict.fromkeys(kind for _, kind, _ in self.package.relations(part))
        sheet.objects = tuple(dict.fromkeys(_OBJECTS[kind] for kind in kinds if kind in _OBJECTS))
        cells = 0
        for element in self.package.elements(part, "row", "col", "mergeCell"):
            tag = etree.QName(element).localname
            if tag == "row":
                cells += len(element)
                if cells > MAX_CELLS:
                    sheet.partial = True
                    break
                self._row(sheet, element)
            elif tag == "col" and true(element.get("hidden")):
                left, right = number(element.get("min")), number(element.get("max"))
                if left and right:
                    sheet.hidden_columns.append(Range(1, left - 1, 1 << 20, right - 1))
            elif tag == "mergeCell" and (found := _range(element.get("ref", ""))) and len(sheet.merged) < _MAX_NOTED:
                sheet.merged.append(found)
        return sheet

    def _row(self, sheet: SheetParts, element: etree._Element) -> None:
        row = number(element.get("r"))
        if row is None:
            return
        if true(element.get("hidden")) or element.get("ht") == "0":
            sheet.hidden_rows.append(row)
        for cell in element:
            match = REF.fullmatch(cell.get("r", ""))
            if match is None or not len(cell):
                continue
            at = (row, column_of(match[1]))
            if any(etree.QName(child).localname == "f" for child in cell):
                sheet.formulas.append(at)
            elif cell.get("t") in {"s", "inlineStr", "str"}:
                sheet.as_text.add(at)
            style = number(cell.get("s"))
            if style is not None and style < len(self.formats) and self.formats[style] != PLAIN:
                sheet.looks[at] = self.formats[style]


def _formats(package: Package, part: str) -> list[Look]:
    """The look of each cell format, by its number."""
    fonts: list[Look] = []
    fills: list[str] = []
    formats: list[Look] = []
    for element in package.elements(part, "fonts", "fills", "cellXfs"):
        tag = etree.QName(element).localname
        if tag == "fonts":
            fonts = [_font(child) for child in element]
        elif tag == "fills":
            fills = [_fill(child) for child in element]
        else:
            formats = [_format(child, fonts, fills) for child in element]
    return formats


def _format(element: etree._Element, fonts: list[Look], fills: list[str]) -> Look:
    font, fill = number(element.get("fontId")) or 0, number(element.get("fillId")) or 0
    base = fonts[font] if font < len(fonts) else PLAIN
    return Look(fills[fill] if fill < len(fills) else "", base.color, base.bold, base.italic, base.strike)


def _font(element: etree._Element) -> Look:
    named = {etree.QName(child).localname: child for child in element}
    flags = {tag: tag in named and named[tag].get("val", "1") not in {"0", "false"} for tag in ("b", "i", "strike")}
    color = _color(named["color"]) if "color" in named else ""
    return Look("", color, flags["b"], flags["i"], flags["strike"])


def _fill(element: etree._Element) -> str:
    for child in element:
        kind = child.get("patternType", "") if etree.QName(child).localname == "patternFill" else "gradient"
        if kind in _WHITE_FILLS:
            return ""
        colors = [_color(grand) for grand in child if etree.QName(grand).localname == "fgColor"]
        return colors[0] if kind == "solid" and colors else kind
    return ""


def _color(element: etree._Element) -> str:
    """A colour by its name in the file; empty for the ordinary ones."""
    if (rgb := element.get("rgb")) is not None:
        name = rgb[-6:].upper()
    elif (indexed := element.get("indexed")) is not None:
        name = f"i{indexed}"
    elif (theme := element.get("theme")) is not None:
        name = f"t{theme}"
    else:
        name = "auto"
    tint = element.get("tint")
    return f"{name}/{tint}" if tint not in {None, "0"} else "" if name in _COLORLESS else name


def _range(ref: str) -> Range | None:
    first, _, last = ref.partition(":")
    start, end = REF.fullmatch(first), REF.fullmatch(last or first)
    if start is None or end is None:
        return None
    return Range(int(start[2]), column_of(start[1]), int(end[2]), column_of(end[1]))
