"""From 二丁目1番6号 to 2-1-6 (丁目以下の数字表記): suggestions only, where the meaning is certain. GIF DS-442 §1.1 1), §6.3.

No part of its own: `town_and_block` and `block_number` use it. What may be the name of a town is never converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...catalogue.rule import compiled
from ...characters.widths import half
from ._towns import beginning, numbered
from ._words import ANY_HYPHEN, ARABIC, DIRECTIONS, NUMERALS, arabic

_D = f"[{ARABIC}]{{1,9}}"
_K = f"[{NUMERALS}]{{1,9}}"
_CHOME = f"(?:{_D}|{_K})丁目(?:の|{ANY_HYPHEN})?"
_LOT = f"(?:{_D}|{_K}(?=番))"
_NEXT = rf"(?:(?:番地|番)(?:の|{ANY_HYPHEN})?(?:{_D}|{_K}(?=号|\Z))|(?:の|{ANY_HYPHEN}){_D})"
_BRANCH = f"(?:号(?:(?:の|{ANY_HYPHEN}){_D})*)"
_NUMBER = f"(?:{_CHOME})?{_LOT}{_NEXT}*(?:番地|番)?{_BRANCH}?"
_TAIL = rf"(?<![{ARABIC}{NUMERALS}])(?<!{ANY_HYPHEN}){_NUMBER}\Z"
_KANJI_ONLY = f"{_K}(?:-{_K})+"
_PLAIN = f"(?:[0-9]{{1,9}}|[０-９]{{1,9}})(?:番地|{ANY_HYPHEN}|番(?:{_D}|{_K})号)"
"""A block number that no name can hold: digits of one width, then 番地, a hyphen or 番…号."""
_STREET = f"(?<=[{DIRECTIONS}])(?:{_D}|{_K})(?=条[{DIRECTIONS}]$)"
_WIDE_STREET = f"(?<=[{DIRECTIONS}])[０-９]{{1,2}}(?=条)"
_NUMBERED = f"[{ARABIC}](?:{ANY_HYPHEN}[{ARABIC}]|番地|番(?![町街])|丁目)"
"""A block number that stands in what would be the name: what follows is a building or a second address."""
_LONGEST = 200
"""No address is longer; what is longer gets no suggestion, so that the search stays short."""


def number(text: str) -> str | None:
    """The number with hyphens of a text that is nothing but a block number; None where that is not certain.

    >>> number("一丁目1番地1-1号"), number("百二十番三号"), number("一-二"), number("霞が関1-2")
    ('1-1-1-1', '120-3', '1-2', None)
    """
    if not compiled(_KANJI_ONLY).fullmatch(text) and not (compiled(_NUMBER).fullmatch(text) and _is_sure(text)):
        return None
    numbers = [arabic(each) for each in re.findall(f"{_D}|{_K}", text)]
    return None if None in numbers else "-".join(each for each in numbers if each is not None)


def behind_name(text: str) -> tuple[str, str] | None:
    """(name, number with hyphens) of a text in which a block number follows the name of a town; None where it can be read in another way.

    >>> behind_name("霞が関二丁目１番6号"), behind_name("北一条西一丁目3番地"), behind_name("字大原12番地の3")
    (('霞が関', '2-1-6'), ('北1条西', '1-3'), ('字大原', '12-3'))
    >>> behind_name("八丁目12番地"), behind_name("西2線北25号"), behind_name("字大原三丁目4番地")
    (None, None, None)
    """
    if len(text) > _LONGEST:
        return None
    readings = dict(_readings(text))
    if not readings and (found := _unlisted(text)):
        readings = dict([found])
    if len(readings) != 1:
        return None
    name, digits = next(iter(readings.items()))
    name = _street(compiled(_WIDE_STREET).sub(lambda wide: half(wide[0]), name))
    return None if compiled(f"[{ARABIC}]$").search(name) else (name, digits)


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Every name of a town, or none, that a block number follows to the end."""
    names = beginning(text)
    for name in ("", *names) if text not in names else ():
        digits = number(text[len(name) :])
        if digits is not None:
            yield name, digits


def _unlisted(text: str) -> tuple[str, str] | None:
    """The same behind a name that the list lacks (小字, streets of Kyoto), where the number cannot be part of it."""
    found = compiled(_TAIL).search(text)
    name = text[: found.start()] if found else ""
    if found is None or compiled(_NUMBERED).search(name) or name.endswith("第") or any(len(name) < len(each) for each in numbered(text)):
        return None
    digits = number(found[0]) if compiled(_PLAIN).match(found[0]) else None
    return (name, digits) if digits is not None else None


def _is_sure(tail: str) -> bool:
    """A 号 is a house number only behind a lot number, and what has three digits there may be a room; 番 stands once."""
    before, _, _ = tail.partition("号")
    if tail.count("番") > 1:
        return False
    numbers = re.findall(f"{_D}|{_K}", tail)
    if ("号" in tail or len(numbers) > 3) and len(arabic(numbers[-1]) or "") > 2:
        return False
    return "号" not in tail or "番" in before or re.search(f"[{ARABIC}]{ANY_HYPHEN}[{ARABIC}]{{1,2}}$", before) is not None


def _street(name: str) -> str:
    """北一条西 → 北1条西, where 条 and a direction end the name; anything else as it is."""
    return compiled(_STREET).sub(lambda number: arabic(number[0]) or number[0], name)
