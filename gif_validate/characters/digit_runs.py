"""Twelve digits in a row, found fast: whether a stretch of text is worth a closer look for individual numbers."""

from __future__ import annotations

# One pass over the bytes of UTF-8 maps half-width digits to 0 and what may separate groups of digits to a hyphen. A full-width digit is
# EF BC 90 to EF BC 99: its lead bytes are dropped, the third becomes 1 (as does the last byte of some other characters). A dash leaves a
# 1 behind its hyphen.
_SEPARATORS = b"-\x20\x8d\xe2\xe3"
_DROPPED = b"\xef\xbc\x80\x83\x88"
_MARKS = bytes(
    ord("0" if byte in b"0123456789" else "1" if 0x90 <= byte <= 0x99 else "-" if byte in _SEPARATORS else " ") for byte in range(256)
)
_TWELVE = b"0" * 12
_OTHER_FORMS = (b"1" * 12, b"0000-0000-0000", b"0000-10000-10000", b"1111-1111-1111", b"1111-11111-11111")


def has_twelve_digits(text: str | bytes) -> bool:
    """False where certainly no twelve digits of one width stand in a row, alone or in groups of four; else probably true.

    >>> [has_twelve_digits(text) for text in ("id 123456789018", "１２３４ ５６７８ ９０１８", "8000020192074", "0551-22-1111")]
    [True, True, False, False]
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    marks = data.translate(_MARKS, _DROPPED)
    at = marks.find(_TWELVE)
    while at >= 0:
        end = at + len(_TWELVE)
        if marks[end : end + 1] != b"0":
            return True
        while marks[end : end + 1] == b"0":
            end += 1
        at = marks.find(_TWELVE, end)
    return any(form in marks for form in _OTHER_FORMS)
