"""Extension (内線番号): digits; several are separated by space, solidus, space. GIF DS-445 §2, §3."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, Severity, when
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import Use, kind
from ..placeholder import NULL_WORDS, unless
from ._telephone_forms import EXTENSIONS, EXTENSIONS_LOOSE
from .telephone import SEVERAL_EXTENSIONS

_ITEMS = ("内線番号", "内線", "連絡先内線番号")
_MARK = re.compile(r"内線|Ext\.", re.IGNORECASE)
_ALONE = Text("内線番号の項目では番号だけで構いません。", "In an item for extensions the number alone will do.")


def suggest(value: str) -> str | None:
    """The digits, where a value certainly means them.

    >>> suggest("内線1234"), suggest("１２３４"), suggest("123・124"), suggest("内線 12/13")
    ('1234', '1234', '123 / 124', '12 / 13')
    """
    text = re.sub(r"^(?:内線|ext\.?)[:. ]*", "", plain(value), flags=re.IGNORECASE)
    return re.sub(" ?[/,、;・] ?", " / ", text) if len(text) <= 100 else None


def _marked(value: str) -> Details | None:
    return None if when(EXTENSIONS_LOOSE, but_not=EXTENSIONS)(value) is None else {"hint": _ALONE}


def _together(record: Mapping[str, str]) -> Details | None:
    """Fires where an extension stands behind the number although the record has an item for it. Without such an item it may."""
    item = next((name for name in _ITEMS if name in record), None)
    for name in ("電話番号", "連絡先電話番号"):
        if item and _MARK.search(record.get(name, "")):
            return {"value": record[name], "item": item}
    return None


APART = warning("GIF-TEL-007", Clause("DS-445", "§2"), compare=_together, level="LV1").says(
    ("内線は電話番号と別の項目にする", "Extension is an item of its own"),
    (
        "電話番号「{value}」に内線が書かれています。「{item}」の項目があるので、内線はそこに書きます。",
        'The telephone number "{value}" carries an extension; it goes into the item "{item}".',
    ),
    good=({"電話番号": "03-5253-5111", "内線番号": "123"}, {"電話番号": "03-5253-5111 内線123"}),
    bad=({"電話番号": "03-5253-5111 内線123", "内線番号": ""},),
)

PART = kind("extension", clean=EXTENSIONS, valid=EXTENSIONS_LOOSE, suggest=suggest).says(
    ("内線番号", "extension"),
    ("半角数字（複数は「 / 」で区切る）", "half-width digits; several separated by ' / '"),
    checks=(Use(SEVERAL_EXTENSIONS, _marked, Severity.INFO), Use(SEVERAL_EXTENSIONS, unless(EXTENSIONS_LOOSE)), NULL_WORDS),
    examples=("1234", "123 / 124"),
)
