"""Telephone numbers as people write them, in a conforming form: labels, brackets, widths, separators, several in one cell."""

from __future__ import annotations

import re

from ...catalogue.rule import compiled
from ...characters.widths import half, hyphens
from ._numbering_plan import grouped
from ._telephone_forms import CLEAN, NATIONAL, NO_SPACE, doubt_of, numbers

# No cell with telephone numbers is longer; the expressions that read what people write need more than linear time.
_LONGEST = 200
_WRITTEN_EXTENSION = re.compile(r"(.+?)[ (]*(内線|ext\.?)[ :]*([0-9]+)\)?", re.IGNORECASE)
# Read behind `hyphens`, which takes the long vowel for a hyphen.
_LABEL = re.compile(
    r"^(?:TEL|電話(?:番号)?|☎|☏|代表|直通|携帯|フリ-(?:ダイヤル|コ-ル|アクセス)|ナビダイヤル|\((?:代表|代|直通|直|携帯|TEL|電話)\))[:. ]*",
    re.IGNORECASE,
)
_REMARK = re.compile(r" ?(?:\((?:代表|代|直通|直|携帯|フリ-ダイヤル|通話料無料)\)|(?:代表|直通|代))\Z")
_BRACKETS = str.maketrans("[]【】〔〕〈〉", "()()()()")
_BETWEEN = re.compile("[、,;・\n]| ?/ ?")
_ABROAD_WRITTEN = re.compile(r"(?:\+81|0081|81(?=[- ]))[- ]?\(?0?\)?[- ]?(.*)")


def suggest(value: str) -> str | None:
    """The number in a conforming form, where the grouping is known.

    >>> suggest("０３－５２５３－５１１１"), suggest("03(5253)5111"), suggest("09012345678"), suggest("0422531311")
    ('03-5253-5111', '03-5253-5111', '090-1234-5678', '0422-53-1311')
    >>> suggest("０８００－１２３－４５６７（代表）"), suggest("(0120)123-456"), suggest("+818001234567")
    ('0800-123-4567', '0120-123456', '+81 800-123-4567')
    """
    if len(value) > _LONGEST:
        return None
    parts = [part for part in map(str.strip, _BETWEEN.split(hyphens(half(value)).strip())) if part]
    if len(parts) == 1:
        return value if _is_clean(value) else _with_extension(parts[0])
    found = [part if _is_clean(part) else _with_extension(part) for part in parts]
    return " / ".join(one for one in found if one) if found and all(found) else None


def _is_clean(text: str) -> bool:
    return compiled(CLEAN).fullmatch(text) is not None and all(doubt_of(one) is None for one in numbers(text))


def _with_extension(text: str) -> str | None:
    """One number, with its extension if there is one."""
    match = _WRITTEN_EXTENSION.fullmatch(text)
    if match is None:
        return _one(text)
    number = match[1] if _is_clean(match[1]) else _one(match[1])
    mark = "内線" if match[2] == "内線" else "Ext."
    return f"{number} {mark}{match[3]}" if number else None


def _one(text: str) -> str | None:
    text = _REMARK.sub("", _LABEL.sub("", text.translate(_BRACKETS)))
    if compiled(NO_SPACE).fullmatch(text):
        return text.replace("+81", "+81 ")
    if match := _ABROAD_WRITTEN.fullmatch(text):
        return _national(match[1])
    return _grouped(text)


def _national(text: str) -> str | None:
    """A Japanese number behind +81: as it is grouped where that fits the plan, else as the plan groups it."""
    if compiled(NATIONAL).fullmatch(text) and doubt_of(f"+81 {text}") is None:
        return f"+81 {text}"
    right = _grouped(f"0{text}")
    return f"+81 {right[1:]}" if right else None


def _grouped(text: str) -> str | None:
    digits = re.sub("[-. ()]", "", text)
    return grouped(digits) if digits.isascii() and digits.isdigit() else None
