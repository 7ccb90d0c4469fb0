"""Which characters are where: JIS X 0213, environment-dependent, vendor, private use, invisible.

JIS X 0213:2004 has 11,233 cells: 11,208 single characters and 25 sequences (GIF-CHAR-037, -044). Results never depend on the Unicode
version of the running Python: every set is spelled out.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ASCII = frozenset(map(chr, range(0x20, 0x7F)))
MAPPING_VARIANTS = {"～": "〜", "—": "―", "￠": "¢", "￡": "£", "￢": "¬", "＼": "\\"}
"""Characters that another mapping table uses for a cell of JIS X 0213, with the character of the standard's own table."""

NAMED_LATIN = frozenset("¥‾")
"""YEN SIGN and OVERLINE: by these names JIS X 0213 has its cells 1-1-79 and 1-1-17, which other tables map to ￥ and ￣."""
_LONG = 200_000
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"
_INVISIBLE = "[\xa0\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0001\U000e0020-\U000e007f]"
_PRIVATE = "[\ue000-\uf8ff\U000f0000-\U0010ffff]"
_SELECTOR = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_ENVIRONMENT = "[\u2116\u2121\u2160-\u217f\u2460-\u24ff\u3200-\u33ff\uff61-\uff9f\uffe4]"
_VENDOR_ROW_13 = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ㍉㌔㌢㍍㌘㌧㌃㌶㍑㍗㌍㌦㌣㌫㍊㌻㎜㎝㎞㎎㎏㏄㎡㍻〝〟№㏍℡㊤㊥㊦㊧㊨㈱㈲㈹㍾㍽㍼"
_CLASSES = {
    "undecoded": re.compile("[\ud800-\udfff]"),
    "control": re.compile(_CONTROL),
    "invisible": re.compile(_INVISIBLE),
    "private": re.compile(_PRIVATE),
    "selector": re.compile(_SELECTOR),
    "half_kana": re.compile("[\uff61-\uff9f]"),
    "environment": re.compile(f"{_ENVIRONMENT}|[{_VENDOR_ROW_13}]"),
    "variant": re.compile("[～—￠￡￢＼]"),
}


@cache
def _jisx0213() -> tuple[frozenset[str], tuple[str, ...]]:
    singles, sequences = Path(__file__).with_name("jisx0213.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(singles), tuple(sequences.split(" "))


def jisx0213() -> frozenset[str]:
    """The 11,208 single characters of JIS X 0213:2004."""
    return _jisx0213()[0]


def sequences() -> tuple[str, ...]:
    """The 25 sequences of two code points that are one cell of JIS X 0213 each."""
    return _jisx0213()[1]


@cache
def _sequence() -> re.Pattern[str]:
    return re.compile("|".join(sequences()))


@cache
def vendor() -> frozenset[str]:
    """The characters of cp932 (Windows-31J) that JIS X 0213 does not have, such as 髙 and 﨑's neighbours."""
    found = set()
    for lead in (*range(0x81, 0xA0), *range(0xE0, 0xFD)):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFD)):
            char = bytes((lead, trail)).decode("cp932", "replace")
            if len(char) == 1 and char != "\ufffd":
                found.add(char)
    return frozenset(found - jisx0213() - set(MAPPING_VARIANTS)) - frozenset(map(chr, range(0xE000, 0xF900)))


@cache
def fine() -> frozenset[str]:
    """The characters that no rule ever speaks of: printable ASCII and JIS X 0213 without the named exceptions."""
    named = re.compile("|".join(pattern.pattern for pattern in _CLASSES.values()))
    return frozenset(char for char in jisx0213() | ASCII | NAMED_LATIN if not named.match(char))


def without_sequences(text: str) -> str:
    """The text without the 25 sequences, so that what is left can be judged character by character."""
    if "\u0300" in text or "\u0301" in text or "\u309a" in text or "˥" in text:
        return _sequence().sub("", text)
    return text


@cache
def _not_fine() -> re.Pattern[str]:
    """Matches a character that some rule speaks of; faster than a set on long texts, dearer to make."""
    points = sorted(map(ord, fine()))
    ends = [point for point, after in zip(points, [*points[1:], 0], strict=True) if after != point + 1]
    starts = [point for point, before in zip(points, [-1, *points], strict=False) if before != point - 1]
    # The expression engine has a fast path for characters of the basic plane; those beyond it are looked up one by one.
    ranges = "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in zip(starts, ends, strict=True) if b < 0x10000)
    return re.compile(f"[^{ranges}]")


def unusual(text: str) -> frozenset[str]:
    """The distinct characters of a text that are not `fine`; sequences of JIS X 0213 are not put together here."""
    if len(text) < _LONG:
        return frozenset(set(text) - fine())
    return frozenset(_not_fine().findall(text)) - fine()


def doubtful(text: str) -> tuple[str, ...]:
    """The distinct characters of a text that some rule speaks of, in order of appearance; empty for most texts."""
    unusual = set(text) - fine()
    if not unusual:
        return ()
    return tuple(dict.fromkeys(char for char in without_sequences(text) if char in unusual))


def class_of(char: str) -> str:
    """``fine``, ``undecoded``, ``control``, ``invisible``, ``private``, ``selector``, ``half_kana``, ``environment``, ``variant``,
    ``vendor`` (in cp932 but not in JIS X 0213) or ``outside`` (in neither).

    >>> class_of("髙"), class_of("①"), class_of("辺")
    ('vendor', 'environment', 'fine')
    """
    if char in fine():
        return "fine"
    for name, pattern in _CLASSES.items():
        if pattern.match(char):
            return name
    return "vendor" if char in vendor() else "outside"


def of_class(text: str, *classes: str) -> tuple[str, ...]:
    """The distinct characters of a text that are in one of the classes, in order of appearance."""
    return tuple(char for char in doubtful(text) if class_of(char) in classes)


def named(characters: tuple[str, ...]) -> str:
    """Characters with their code points, one by one, as a message names them.

    >>> named(("髙", "①"))
    '髙（U+9AD9）、①（U+2460）'
    """
    return "、".join(_named(char) for char in characters)


def _named(char: str) -> str:
    point = f"U+{ord(char):04X}"
    hidden = class_of(char) in {"control", "invisible", "private", "selector", "undecoded"}
    return point if hidden else f"{char}（{point}）"
