"""Words in two languages, and values from files made safe to show."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Lang = Literal["ja", "en"]

SHOWN_CHARACTERS = 60
"""A value longer than this is cut when it is shown in a message (never in the JSON field ``value``)."""

# C0 and C1 controls, soft hyphen, zero-width and bidirectional controls, line separators, tags, variation selectors, lone surrogates,
# private use: what a terminal or browser may act on, or what a reader cannot see.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_UNDECODED = re.compile("[\udc00-\udcff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Text(NamedTuple):
    """The same words in Japanese and English."""

    ja: str
    en: str

    def pick(self, lang: Lang) -> str:
        """The words in the language asked for."""
        return self.ja if lang == "ja" else self.en

    def as_dict(self) -> dict[str, str]:
        """``{"ja": …, "en": …}``, as the JSON contract writes it."""
        return {"ja": self.ja, "en": self.en}


def _name(match: re.Match[str]) -> str:
    char = match[0]
    if _UNDECODED.match(char):
        return f"<{ord(char) - 0xDC00:02X}>"
    if char == "\n":
        return "⏎"
    return f"<U+{ord(char):04X}>"


def show(value: str, limit: int | None = SHOWN_CHARACTERS) -> str:
    """A value as it may stand on a terminal or page: invisible and private characters named, long text cut.

    >>> show("a\\u202eb")
    'a<U+202E>b'
    """
    if limit is not None and len(value) > limit:
        value = value[: limit - 1] + "…"
    return _UNSAFE.sub(_name, value.replace("\r\n", "\n"))


def readable(value: str) -> str:
    """A text as every report may hold it: bytes that could not be decoded (kept as lone surrogates) become ``\\xNN``, other lone surrogates
    ``\\uNNNN``; the rest stays as it is.

    >>> readable("a\\udc81")
    'a\\\\x81'
    """
    return _SURROGATE.sub(_escaped, value)


def _escaped(match: re.Match[str]) -> str:
    point = ord(match[0])
    return f"\\x{point - 0xDC00:02x}" if 0xDC80 <= point <= 0xDCFF else f"\\u{point:04x}"
