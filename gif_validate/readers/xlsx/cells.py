"""What Excel shows in cells where the stored value alone misleads: digits of a number format, error values, formulas without a result.

A code stored as the number 11002 under the format ``000000`` is shown, printed and exported as 011002: that is what is judged. Formats that
round are not followed, since more is stored than is shown. ISO/IEC 29500-1 §18.3.1.4, §18.8.30.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import chain

from lxml import etree

from ..source import ZIP_ERRORS, Source
from .package import REF, Package, PartsError, column_of, number

Shown = Callable[[str], str | None]
"""A stored number → what is shown, or None where that is the number itself."""
_ODD = (b' t="e"', b"</f></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")
"""Error values, and formulas without a result."""
_BUILT_IN = {2: "0.00"}
_DIGITS = re.compile(r"0+(?:[.]0+)?")
_MASK = re.compile(r'(?:0|\\[-/ ]|-|"[-/ ]")+')
_CONDITION = re.compile(r"\[<=([0-9]+)\](.*)")
_SEPARATOR = re.compile(r'\\(.)|"(.)"')


def signs(archive: zipfile.ZipFile) -> tuple[bytes, ...]:
    """What stands somewhere in a worksheet that `unsaid` would say something of; none where the package has no readable formats."""
    try:
        package = Package.of(archive)
        styles = package.styles()
        shown = list(_shown(package, styles)) if styles is not None else []
    except (PartsError, KeyError, etree.XMLSyntaxError):
        shown = []
    return (*_ODD, *(f' s="{index}"'.encode() for index, form in enumerate(shown) if form is not None))


def unsaid(source: Source, sheet: str) -> Iterator[tuple[int, Mapping[int, str]]]:
    """The rows of a worksheet (from 1) with the cells (columns from 0) of which more is to be said than their stored value, in order."""
    stream = source.open()
    try:
        with zipfile.ZipFile(stream) as archive:
            package = Package.of(archive)
            styles = package.styles()
            shown = list(_shown(package, styles)) if styles is not None else []
            part = next((part for name, part, _ in package.worksheets() if name == sheet), None)
            for element in package.elements(part, "row") if part is not None else ():
                cells = dict(chain.from_iterable(_cell(cell, shown) for cell in element))
                row = number(element.get("r"))
                if cells and row is not None:
                    yield row, cells
    except (*ZIP_ERRORS, PartsError, KeyError, etree.XMLSyntaxError):
        return  # The values were read all the same; what is damaged has been said of them.
    finally:
        source.close(stream)


def _cell(cell: etree._Element, shown: list[Shown | None]) -> Iterator[tuple[int, str]]:
    reference = REF.fullmatch(cell.get("r", ""))
    if reference is None:
        return
    inner = {etree.QName(child).localname: child.text or "" for child in cell}
    text: str | None = None
    if cell.get("t") == "e":
        text = inner.get("v")
    elif "f" in inner and not inner.get("v"):
        text = "" if cell.get("t") == "str" else f"={inner['f']}"
    elif cell.get("t", "n") == "n" and inner.get("v"):
        style = number(cell.get("s"))
        form = shown[style] if style is not None and style < len(shown) else None
        text = form(inner["v"]) if form is not None else None
    if text:
        yield column_of(reference[1]), text


def _shown(package: Package, styles: str) -> Iterator[Shown | None]:
    """For each cell format by its number, how it shows numbers; None where it shows them as they are."""
    codes = dict(_BUILT_IN)
    for element in package.elements(styles, "numFmt", "cellXfs"):
        if etree.QName(element).localname == "numFmt":
            codes[number(element.get("numFmtId")) or 0] = element.get("formatCode", "")
            continue
        for child in element:
            yield how_shown(codes.get(number(child.get("numFmtId")) or 0, ""))


def how_shown(code: str) -> Shown | None:
    """How a number format shows numbers, for formats of digits alone, with a fixed number of them; None for others.

    >>> code = how_shown("000000"); code("11002"), code("35.5"), how_shown("0.000000")("35.71347"), how_shown("0.00")("35.71347")
    ('011002', None, '35.713470', None)
    >>> how_shown('[<=999]000;[<=9999]000\\\\-00;000\\\\-0000')("608611"), how_shown("#,##0"), how_shown("yyyy/m/d")
    ('060-8611', None, None)
    """
    if _DIGITS.fullmatch(code) and len(code) > 1:
        return lambda stored: _padded(code, stored)
    sections = [_CONDITION.fullmatch(section) for section in code.split(";")]
    masks = [match[2] if match else section for match, section in zip(sections, code.split(";"), strict=True)]
    limits = [int(match[1]) if match else None for match in sections]
    if len(masks) > 1 and not all(limit is not None for limit in limits[:-1]):
        return None
    if not all(_MASK.fullmatch(mask) and mask.count("0") > 1 for mask in masks):
        return None
    return lambda stored: _masked(list(zip(limits, masks, strict=True)), stored)


def _padded(code: str, stored: str) -> str | None:
    whole, _, places = code.partition(".")
    value = _number(stored)
    if value is None or value < 0 or value != round(value, len(places)):
        return None
    digits, _, rest = f"{value:.{len(places)}f}".partition(".")
    return digits.rjust(len(whole), "0") + (f".{rest}" if rest else "")


def _masked(masks: list[tuple[int | None, str]], stored: str) -> str | None:
    value = _number(stored)
    if value is None or value < 0 or value != int(value):
        return None
    mask = _SEPARATOR.sub(lambda match: match[1] or match[2], next(mask for limit, mask in masks if limit is None or value <= limit))
    digits = iter(str(int(value)).rjust(mask.count("0"), "0"))
    if len(str(int(value))) > mask.count("0"):
        return None
    return "".join(next(digits) if char == "0" else char for char in mask)


def _number(stored: str) -> Decimal | None:
    try:
        return Decimal(repr(float(stored)))
    except (ValueError, InvalidOperation):
        return None
