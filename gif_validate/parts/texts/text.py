"""Text (文字列) on one line: characters of JIS X 0213, nothing invisible, no layout spaces. GIF DS-430 §5.5, DS-461."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...characters.repertoire import fine, unusual, without_sequences
from ...characters.rules import (
    COMPOSED,
    CONTROL,
    DITTO,
    EMOJI,
    ENVIRONMENT,
    NORMALISATION,
    OUTSIDE,
    PRIVATE,
    SELECTOR,
    SEQUENCE,
    SPACES,
    USER_DEFINED,
    VARIANT,
)
from ..part import kind

CHECKS = (PRIVATE, CONTROL, SELECTOR, ENVIRONMENT, EMOJI, COMPOSED, SEQUENCE, OUTSIDE, SPACES, DITTO, VARIANT, NORMALISATION, USER_DEFINED)
_ON_SUSPECTS = (SPACES, COMPOSED, SEQUENCE, NORMALISATION, DITTO)
_DITTO = ("同上", "同左", "同右", "同じ", "〃", "々", '"', "″", "〟")
_COMBINING = (
    "\u0300\u0301\u0302\u0303\u0304\u0306\u0308\u030b\u030c\u030f\u0318\u0319\u031a\u031c\u031d\u031e"
    "\u031f\u0320\u0324\u0325\u0329\u032a\u032c\u032f\u0330\u0334\u0339\u033a\u033b\u033c\u033d\u0361"
)
"""The combining marks that are cells of JIS X 0213."""
_SUSPECT = (
    *(f"\n{space}" for space in " 　"),
    *(f"{space}\n" for space in " 　"),
    *(first + second for first in " 　" for second in " 　"),
    *(f"\n{word}\n" for word in _DITTO),
    *_COMBINING,
    *'\u3099\u309a\u309b\u309c"”',
)
"""What stands somewhere in a text, with a line end on both sides, that the rules on spaces, combining marks or ditto marks may speak of."""


def clean_text(value: str) -> bool:
    """True where no rule of the character environment has anything to say."""
    if not set(value) <= fine() and not set(without_sequences(value)) <= fine():
        return False
    return not _is_suspect(value) or all(check.look is not None and check.look(value) is None for check in _ON_SUSPECTS)


def _is_suspect(text: str) -> bool:
    framed = f"\n{text}\n"
    return any(suspect in framed for suspect in _SUSPECT)


def clean_column(values: Sequence[str], plain: bool) -> bool:
    """True where all values are clean, decided at once; ``plain`` where their characters are known to be fine."""
    joined = "\n".join(values)
    if joined.count("\n") != len(values) - 1 or _is_suspect(joined):
        return False
    return plain or unusual(joined) <= {"\n"}


def is_valid_text(value: str) -> bool:
    """True where no rule of the character environment finds an error."""
    return PRIVATE.look is not None and PRIVATE.look(value) is None


def suggest(value: str) -> str | None:
    """Layout spaces around and doubled inside taken away. Characters are never replaced or dropped."""
    return re.sub("[ 　]{2,}", lambda run: run[0][0], value.strip(" 　"))


PART = kind("text", suggest=suggest, clean_too=clean_text, valid_too=is_valid_text, clean_column=clean_column).says(
    ("文字列", "text"), ("JIS X 0213 の文字（一行）", "characters of JIS X 0213, on one line"), checks=CHECKS, examples=("市民会館", "か゚")
)
