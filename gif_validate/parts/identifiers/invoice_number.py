"""Invoice registration number (適格請求書発行事業者登録番号): T and thirteen digits. GIF DS-434; 国税庁.

For a corporation the digits are its corporate number; for a sole proprietor they are a number of its own. Which of the two a number is
cannot be told from it, so that its check digit is not judged.
"""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Details, compiled
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import kind
from ..placeholder import NULL_WORDS, unless

_NUMBER = "T[0-9]{13}"
_NO_T = Text("先頭に T を付けます。", "It begins with T.")


def _other(value: str) -> Details | None:
    return {"hint": _NO_T} if compiled("[0-9]{13}").fullmatch(value) else unless(_NUMBER)(value)


def suggest(value: str) -> str | None:
    """T and thirteen digits, where only width, case or separators stand in the way. A number without T may be another number.

    >>> suggest("Ｔ８００００１２０１００３８"), suggest("T8-0000-1201-0038"), suggest("8000012010038")
    ('T8000012010038', 'T8000012010038', None)
    """
    text = re.sub("(?<=.)[- ]", "", plain(value)).upper()
    return text if compiled(_NUMBER).fullmatch(text) else None


NUMBER = error("GIF-ID-004", Clause("DS-434", "ID群"), look=_other, level="LV2").says(
    ("登録番号は T と数字13桁で書く", "Invoice registration number is T and thirteen digits"),
    (
        "登録番号「{value}」は、半角の T と半角数字13桁を続けたものではありません。",
        'The registration number "{value}" is not a half-width T and thirteen half-width digits.',
    ),
    good=("T8000012010038", "T1234567890123"),
    bad=("8000012010038", "t8000012010038", "T8-0000-1201-0038", "T800001201003", "Ｔ８００００１２０１００３８"),
)

PART = kind("invoice_number", clean=_NUMBER, valid=_NUMBER, suggest=suggest).says(
    ("適格請求書発行事業者登録番号", "invoice registration number"),
    ("半角の T と半角数字13桁", "T and thirteen half-width digits"),
    checks=(NUMBER, NULL_WORDS),
    examples=("T8000012010038",),
)
