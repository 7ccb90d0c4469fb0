"""What a single cell may not hold (セルの書き方): layout by spaces, several data, signs for "as above", forms of time."""

from __future__ import annotations

import re

from ..catalogue.rule import FIRES, Details
from ..catalogue.text import Text
from ..characters.repertoire import named, of_class
from ..characters.widths import half

_SPACES = " \u3000\t\xa0"
_AROUND = Text("値の前後に空白がある", "spaces around the value")
_RUN = Text("空白が続いている", "several spaces in a row")
_SPREAD = Text("文字の間を空白で広げている", "letters spread out with spaces")
_RUNS = re.compile(f"[{_SPACES}]{{2,}}")
_FIGURE = "[▲△+\\-]?[0-9][0-9,.]{0,30}[%％]?"
_BRACKETED = re.compile(rf"{_FIGURE}\s?[（(]{_FIGURE}[)）]")
_PAIR = re.compile(r"-?[0-9]{1,3}\.[0-9]{3,20}\s?[,、，／/ ]\s?-?[0-9]{1,3}\.[0-9]{3,20}")
_THOUSANDS = re.compile(r"[▲△+\-−¥￥\\]?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?\S{0,5}")
_LIST = re.compile("[、,，]")
_SENTENCE = re.compile("[。！？!?]|です|ます|ください|こと|ため|する|した|ある|場合")
_LONG = 15
DITTO = re.compile('〃|々|〻|仝|同上|同左|同じ|上に同じ|[″"”]')
"""Signs and words for "the same as above"."""
OTHER = re.compile(r"その他\s*[（(：:・、,]\s*\S[^\n]{0,200}", re.DOTALL)
"""その他 with its details in the same cell."""


def layout_spaces(value: str) -> Details | None:
    """Fires on spaces that only serve the eye: around the value, in runs, between single letters (three or more)."""
    if value != value.strip(_SPACES):
        return {"found": _AROUND}
    if not any(space in value for space in _SPACES):
        return None
    if _RUNS.search(value):
        return {"found": _RUN}
    parts = value.split()
    if len(parts) >= 3 and all(len(part) == 1 and ord(part) > 0x3000 for part in parts):
        return {"found": _SPREAD}
    return None


def header_spaces(value: str) -> Details | None:
    """The same for a name of a column, in which two spread letters and a line break are already layout."""
    if "\n" in value.strip() or "\r" in value.strip():
        return {"found": Text("項目名の中に改行がある", "a line break in the item name")}
    parts = value.split()
    if len(parts) == 2 and all(len(part) == 1 and ord(part) > 0x3000 for part in parts):
        return {"found": _SPREAD}
    return layout_spaces(value)


def several_data(value: str) -> Details | None:
    """Fires on a figure with another in brackets, a pair of coordinates, short lines below each other, and lists by commas.

    Lists by semicolons, which GIF prescribes for repeated values, and sentences do not count.
    """
    if len(value) > 200:
        return None
    plain = half(value.strip())
    if _BRACKETED.fullmatch(plain) or _PAIR.fullmatch(plain):
        return {"found": Text("数値が二つある", "two figures")}
    if _SENTENCE.search(value):
        return None
    lines = [line.strip() for line in re.split("[\r\n]+", value) if line.strip()]
    if len(lines) > 1 and all(len(line) <= _LONG for line in lines):
        return {"found": Text(f"改行で区切った{len(lines)}個の値", f"{len(lines)} values on lines of their own")}
    items = [item.strip() for item in _LIST.split(value)]
    if len(items) >= 3 and all(0 < len(item) <= _LONG for item in items) and not _THOUSANDS.fullmatch(plain):
        return {"found": Text(f"読点等で区切った{len(items)}個の値", f"{len(items)} values with commas between")}
    return None


def platform_characters(value: str) -> Details | None:
    """Fires on characters that not every machine shows alike: circled digits, unit signs, vendor kanji, private use."""
    found = of_class(value, "environment", "vendor", "private", "undecoded")
    return {"found": named(found)} if found else None


def ditto(value: str) -> Details | None:
    """Fires on a sign for "the same as above"."""
    return FIRES if DITTO.fullmatch(value.strip()) else None


_ERA = "(?:明治|大正|昭和|平成|令和|[MTSHR])"
_FORMS = (
    ("era", re.compile(rf"{_ERA}\.?\s?(?:元|[0-9]{{1,2}})(?:年度?|[./\-])(?:\s?[0-9]{{1,2}}(?:[月./\-]\s?(?:[0-9]{{1,2}}日?)?)?)?")),
    ("era and year", re.compile(rf"{_ERA}\s?(?:元|[0-9]{{1,2}})年度?.{{0,10}}[（(](?:西暦)?[12][0-9]{{3}}年?度?.{{0,10}}[）)]")),
    ("era and year", re.compile(rf"[12][0-9]{{3}}年?度?[（(]{_ERA}\s?(?:元|[0-9]{{1,2}})年?度?[）)].{{0,12}}")),
    ("YYYY-MM-DD", re.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")),
    ("YYYY/M/D", re.compile("[12][0-9]{3}/[0-9]{1,2}/[0-9]{1,2}")),
    ("YYYY年M月D日", re.compile("[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日")),
    ("YYYY.M.D", re.compile(r"[12][0-9]{3}\.[0-9]{1,2}\.[0-9]{1,2}")),
    ("YYYYMMDD", re.compile("[12][0-9]{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")),
    ("YYYY-MM-DDThh:mm", re.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.{0,20}")),
    ("YYYY/M/D h:mm", re.compile("[12][0-9]{3}/[0-9]{1,2}/[0-9]{1,2} [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")),
    ("YYYY-MM", re.compile("[12][0-9]{3}-[0-9]{2}")),
    ("YYYY/M", re.compile("[12][0-9]{3}/[0-9]{1,2}")),
    ("YYYY年M月", re.compile("[12][0-9]{3}年[0-9]{1,2}月")),
    ("YYYY", re.compile("[12][0-9]{3}")),
    ("YYYY年", re.compile("[12][0-9]{3}年")),
    ("YYYY年度", re.compile("[12][0-9]{3}年度")),
    ("time code", re.compile("[12][0-9]{3}[01][0-9]{5}")),
    ("M月D日", re.compile("[0-9]{1,2}月[0-9]{1,2}日")),
    ("YY/M/D", re.compile("[0-9]{2}[/.][0-9]{1,2}[/.][0-9]{1,2}")),
)


def time_form(value: str) -> str | None:
    """The form in which a day, month or year is written; None for what is no time.

    >>> time_form("2024-04-01"), time_form("令和6年4月1日"), time_form("R6.4.1"), time_form("調査中")
    ('YYYY-MM-DD', 'era', 'era', None)
    """
    return next((name for name, regex in _FORMS if regex.fullmatch(half(value.strip()))), None) if len(value) <= 60 else None


def era_only(value: str) -> Details | None:
    """Fires on a year of an era without the Gregorian year."""
    return FIRES if time_form(value) in {"era", "M月D日", "YY/M/D"} else None
