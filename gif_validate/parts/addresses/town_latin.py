"""Town and block in English (町字以下(英字)): 2-1-2 Kasumigaseki, or the town alone. GIF DS-442 §4.2."""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import FIRES, Clause, Details, compiled, unless
from ..part import kind
from ..placeholder import NULL_WORDS, is_value
from ._latin_forms import DIRECTION, NUMBER, STREET, TOWN
from ._romaji import LETTERS, mended
from ._words import none_fires

_LOOSE_STREET = f"{DIRECTION}[ \\-]?([0-9]{{1,2}})(?:[ \\-]?jo)?[, \\-]{{0,2}}{DIRECTION}"
_STREET_PARTS = f"{_LOOSE_STREET}[ \\-]?([0-9]{{1,4}})(?:[ \\-]?chome)?(?:[, \\-]{{1,2}}({NUMBER}))?"
_LONGEST = 200


def _loose_street(value: str) -> Details | None:
    found = re.search(_LOOSE_STREET, value, re.IGNORECASE)
    return FIRES if found and compiled(STREET).search(value) is None else None


def suggest(value: str) -> str | None:
    """Number, space, town; streets of Hokkaido as Kita 1 Higashi 1-3; macrons and the like mended.

    >>> suggest("2-1-2, Kasumigaseki"), suggest("Kita 1-jo Higashi 1-chome 3"), suggest("Gotemba")
    ('2-1-2 Kasumigaseki', 'Kita 1 Higashi 1-3', 'Gotenba')
    >>> suggest("1-2 Kasumigaseki 2-chome")
    '2-1-2 Kasumigaseki'
    """
    if len(value) > _LONGEST:
        return None
    text = re.sub(f"^({NUMBER}), ?(?=[A-Z])", r"\1 ", mended(value).strip())
    street = re.fullmatch(_STREET_PARTS, text, re.IGNORECASE)
    if street:
        first, number, second, chome, rest, *_ = street.groups()
        return f"{first.capitalize()} {number} {second.capitalize()} {chome}" + (f"-{rest}" if rest else "")
    return _with_chome(text)


def _with_chome(text: str) -> str:
    return re.sub(
        f"^(?P<lot>{NUMBER}),? (?P<name>[A-Z][a-z]*)[ ,-]{{1,2}}(?P<chome>[0-9]{{1,2}})-?[Cc]home$", r"\g<chome>-\g<lot> \g<name>", text
    )


NUMBER_FIRST = warning("GIF-ADEN-005", Clause("DS-442", "§4.2"), look=unless(TOWN)).says(
    ("英語の町名は番号の後に半角スペースで続ける", "Number, one space, then the town"),
    (
        "「{value}」は「番号、半角スペース、町名」の順ではありません。丁目も番号に含め、「2-1-2 Kasumigaseki」のように書きます。",
        '"{value}" is not number, one space, town. The chome is part of the number: 2-1-2 Kasumigaseki.',
    ),
    good=("2-1-2 Kasumigaseki", "1-1 Minato-cho", "Kioicho", "Kita 1 Higashi 1-3"),
    bad=("2-1-2, Kasumigaseki", "1-2 Kasumigaseki 2-chome", "Kasumigaseki 2-1-2", "2-1-2 KASUMIGASEKI"),
)
STREETS = warning("GIF-ADEN-013", Clause("DS-442", "§4.2"), look=_loose_street).says(
    ("英語の条丁目は Kita 1 Higashi 1-3", "Numbered streets of Hokkaido: Kita 1 Higashi 1-3"),
    (
        "「{value}」の条と丁目は、jo や chome を付けずに「Kita 1 Higashi 1-3」のように書きます。",
        'Write the street and chome of "{value}" without jo and chome, such as Kita 1 Higashi 1-3.',
    ),
    good=("Kita 1 Higashi 1-3", "Kita 1 Nishi 2-1-1"),
    bad=("Kita 1-jo Higashi 1-chome 3", "Kita1 Higashi1-3", "Kita10-Jonishi"),
)

PART = kind(
    "town_latin", clean=TOWN, suggest=suggest, clean_too=lambda value: none_fires((*LETTERS, STREETS), value) and is_value(value)
).says(
    ("町字以下（英字）", "town and block in English"),
    ("番号、半角スペース、町名（2-1-2 Kasumigaseki）", "number, one space, town (2-1-2 Kasumigaseki)"),
    checks=(*LETTERS, STREETS, NUMBER_FIRST, NULL_WORDS),
    examples=("2-1-2 Kasumigaseki", "Kioicho", "Kita 1 Higashi 1-3"),
)
