"""Address in English on one line (連結表記(英字)): building, number town, municipality, prefecture postal code, Japan. GIF DS-442 §4.2.

A municipality's own published guideline comes first, and the document's own samples disagree: everything here warns at most. The
prefecture may be left out (designated cities), so may postal code and country.
"""

from __future__ import annotations

import re
from functools import partial

from ...catalogue.rows import warning
from ...catalogue.rule import FIRES, Clause, Details, Look, compiled, where
from ..part import Use, kind
from ..placeholder import NULL_WORDS
from ._latin_forms import MUNICIPALITY, NUMBER, PREFECTURE, TOWN
from ._romaji import LETTERS, mended
from ._words import asks, none_fires
from .municipality_latin import WITH_ENDING
from .prefecture_latin import BARE_NAME
from .town_latin import NUMBER_FIRST, STREETS

_WORD = r"[!-+.-~\-]{1,}"
_UNIT = f"{_WORD}( {_WORD}){{0,}}"
LINE = f"({_UNIT}, ){{0,}}{TOWN}, {MUNICIPALITY}(, {PREFECTURE}){{0,1}}(,{{0,1}} [0-9]{{7}}){{0,1}}(, Japan){{0,1}}"
_POSTAL = r"[0-9]{3}-[0-9]{4}(?=(,? Japan)?\s*\Z)"
_SEPARATOR = r",(?! )|,  |[，、]|-(ku|shi|cho|machi|mura|son)\."
_NUMBER_COMMA = f"(^|(?<=, )){NUMBER}, ?(?=[A-Z])"
_WITH_KIND = rf"{PREFECTURE}(-(to|fu|ken)|(?<=[a-z]) (Prefecture|Pref\.?))(?=[ ,]|\Z)"
_CITY = "(?<=[a-z]) (City|Ward|Town|Village)(?=[ ,.]|$)"
_BUILDING = r"(Building|Bldg|Tower|Floor|Room|Mansion|Hall|Center|Centre|[0-9]F)(?![a-z])"
_LONGEST = 500


def _late_building(value: str) -> Details | None:
    """Fires where a building stands in or behind the unit with the number and the town, or behind the municipality."""
    units = value.split(", ")
    first = next((index for index, unit in enumerate(units) if compiled(f"{NUMBER} [A-Z]").match(unit)), len(units))
    found = next((unit for unit in units[first:] if compiled(_BUILDING).search(unit)), None)
    return None if found is None else {"found": found}


def _is_fine(value: str) -> bool:
    """What the expression does not say: no building behind the number, no comma behind it, letters as they should be."""
    return _late_building(value) is None and compiled(_NUMBER_COMMA).search(value) is None and none_fires(LETTERS, value)


def _is_clean(value: str) -> bool:
    return compiled(LINE).fullmatch(value) is not None and _is_fine(value)


def _unless_clean(look: Look, value: str) -> Details | None:
    """What the look finds, where the line does not have the set form; buildings may hold anything."""
    return None if _is_clean(value) else look(value)


def suggest(value: str) -> str | None:
    """Postal code without hyphen, no comma behind the number, comma and space between units, the bare prefecture.

    >>> suggest("2-1-2, Kasumigaseki,Chiyoda-ku, Tokyo-to 100-8926, Japan")
    '2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan'
    """
    if len(value) > _LONGEST:
        return None
    text = re.sub(r"[，、,] *", ", ", mended(value).strip())
    text = re.sub(r"(-(?:ku|shi|cho|machi|mura|son))\.(,? )", r"\1, ", text)
    text = re.sub(_WITH_KIND, lambda found: found[1], text)
    text = re.sub(_NUMBER_COMMA, lambda found: found[0].rstrip(", ") + " ", text)
    return re.sub(_POSTAL, lambda found: found[0].replace("-", ""), text)


ORDER = warning("GIF-ADEN-008", Clause("DS-442", "§4.2"), look=lambda value: None if compiled(LINE).fullmatch(value) else FIRES).says(
    ("英語住所を1行で書くときの順序を守る", "A one-line English address keeps the set order"),
    (
        "「{value}」は「建物名, 番号 町名, 市区町村, 都道府県 郵便番号, Japan」の形ではありません。",
        '"{value}" does not have the form "building, number town, municipality, prefecture postal code, Japan".',
    ),
    good=("2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan", "1-1 Minato-cho, Naka-ku, Yokohama-shi, 2310017, Japan"),
    bad=("Tokyo, Chiyoda-ku, Kasumigaseki 2-1-2", "2-1-2 Kasumigaseki"),
)
POSTAL_CODE = warning("GIF-ADEN-009", Clause("DS-442", "§4.2"), look=where(_POSTAL)).says(
    ("英語住所の郵便番号もハイフンなし7桁", "The postal code in English: seven digits, no hyphen"),
    (
        "「{value}」の郵便番号「{found}」にハイフンがあります。英語でも7桁を続けて書きます。",
        'The postal code "{found}" in "{value}" has a hyphen. In English, too, it is seven digits.',
    ),
    good=("2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan",),
    bad=("2-1-3 Kasumigaseki, Chiyoda-ku, Tokyo 100-8918", "Kita 1 Nishi 2-1-1, Chuo-ku, Sapporo-shi 060-8611, Japan"),
)
SEPARATORS = warning("GIF-ADEN-011", Clause("DS-442", "§4.2"), look=where(_SEPARATOR)).says(
    ("英語住所の区切りは半角コンマとスペース", "English units are separated by a comma and a space"),
    (
        "「{value}」の区切り「{found}」は、半角コンマと半角スペースではありません。",
        'The separator "{found}" in "{value}" is not a half-width comma with one space.',
    ),
    good=("2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan",),
    bad=("2-1-2 Kasumigaseki,Chiyoda-ku,Tokyo 1008926", "2-1-2 Kasumigaseki, Chiyoda-ku. Tokyo 1008926"),
)
BUILDING_FIRST = warning("GIF-ADEN-012", Clause("DS-442", "§4.3"), look=_late_building).says(
    ("英語の建物名は別項目とし、1行なら先頭に置く", "A building: its own item, or first in a one-line address"),
    (
        "「{value}」では建物名（{found}）が番号・町名の後にあります。1行で書くときは先頭に置き、コンマで区切ります。",
        'In "{value}" the building ({found}) stands behind the number. On one line it comes first, followed by a comma.',
    ),
    good=("19th North Floor, Tokyo Garden Terrace Kioicho, 1-3 Kioicho, Chiyoda-ku, Tokyo 1020094, Japan",),
    bad=("1-3 Kioicho, Garden Building 19F, Chiyoda-ku, Tokyo 1020094, Japan", "1-3 Kioicho Garden Tower, Chiyoda-ku, Tokyo 1020094"),
)

PART = kind("address_latin", clean=LINE, suggest=suggest, clean_too=_is_fine).says(
    ("住所の連結表記（英字）", "address in English on one line"),
    ("建物名, 番号 町名, 市区町村, 都道府県 郵便番号, Japan", "building, number town, municipality, prefecture postal code, Japan"),
    checks=(
        *LETTERS,
        BUILDING_FIRST,
        Use(POSTAL_CODE, partial(_unless_clean, asks(POSTAL_CODE))),
        Use(SEPARATORS, partial(_unless_clean, asks(SEPARATORS))),
        Use(NUMBER_FIRST, where(_NUMBER_COMMA)),
        Use(BARE_NAME, partial(_unless_clean, where(_WITH_KIND))),
        Use(WITH_ENDING, partial(_unless_clean, where(_CITY))),
        Use(STREETS, partial(_unless_clean, asks(STREETS))),
        ORDER,
        NULL_WORDS,
    ),
    examples=("2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan", "Kita 1 Higashi 1-3, Ashibetsu-shi, Hokkaido 0758711, Japan"),
)
