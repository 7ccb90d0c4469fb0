"""Registered names of towns (町域の名称): what is one, and how far one that holds a numeral reaches into an address. Japan Post's KEN_ALL.

No part of its own: a numeral behind a town's name is a block number, one that belongs to the name is none (八丁目, 麻布十番, 晩生内第２).
Spaces, ケ and ヶ, 大字 before the name and the kind of digits make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ...catalogue.rule import compiled
from ...codelists.towns import towns, towns_with_numerals
from ..identifiers.municipality_code import folded
from ._words import ANY_HYPHEN, ARABIC, NUMERALS, arabic

_RUN = f"[0-9]{{1,9}}|[０-９]{{1,9}}|[{NUMERALS}]{{1,9}}"
_UNIT = rf"(?<=[{ARABIC}{NUMERALS}])(?:丁目|番|号|条|線|の|{ANY_HYPHEN})|(?<=番)地(?=[{ARABIC}{NUMERALS}]|\Z)"
_LONGEST = 24


def is_town(name: str) -> bool:
    """True for the name of a town.

    >>> is_town("霞が関"), is_town("大字霞ヶ関"), is_town("北1条西"), is_town("霞が関二"), is_town("")
    (True, True, True, False, False)
    """
    return len(name) <= _LONGEST and (name in towns() or _folded(name) in _towns())


def beginning(text: str) -> tuple[str, ...]:
    """The names of towns with which a text begins, as the text writes them, the shortest first; a numeral may go on behind one.

    >>> beginning("麻布十番2番地"), beginning("霞が関2-1-2")
    (('麻', '麻布', '麻布十番'), ('霞', '霞が関'))
    """
    return tuple(text[:end] for end in range(1, min(len(text), _LONGEST) + 1) if is_town(text[:end]))


@lru_cache(maxsize=1 << 12)
def numbered(text: str) -> tuple[str, ...]:
    """Of these names those in which a numeral could be taken for a block number.

    >>> numbered("麻布十番2番地"), numbered("東十二丁目19-10"), numbered("霞が関2-1-2")
    (('麻布十番',), ('東十二丁目',), ())
    """
    return tuple(text[:end] for end in _ends(text) if _folded(text[:end]) in _numbered())


def _ends(text: str) -> Iterator[int]:
    """Where a name may end: not within a numeral, nor before the unit that counts it."""
    inside = {place for run in compiled(_RUN).finditer(text) for place in range(run.start() + 1, run.end())}
    units = compiled(_UNIT)
    return (end for end in range(1, min(len(text), _LONGEST) + 1) if end not in inside and not units.match(text, end))


@cache
def _towns() -> frozenset[str]:
    return frozenset(map(_folded, towns()))


@cache
def _numbered() -> frozenset[str]:
    return frozenset(map(_folded, towns_with_numerals()))


def _folded(name: str) -> str:
    """A name to compare; a numeral of any kind in half-width digits."""
    return compiled(_RUN).sub(_digits, folded(re.sub("^大字", "", name)))


def _digits(run: re.Match[str]) -> str:
    return arabic(run[0]) or run[0]
