"""In which language a text is: the repertoire of Japanese (JIS X 0213) binds Japanese text. GIF DS-430 §5.5.

Known by what the source says (``xml:lang``, language tags, an item ``lang`` beside the value), by the name of the column, or by letters
that no Japanese text has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...catalogue.discovery import declared
from ...catalogue.finding import Fault
from ...characters.rules import NORMALISATION, OUTSIDE, SEQUENCE

NAMES = ("lang", "language", "言語", "言語コード")
"""Items that say in which language the texts beside them are."""
_OF_JAPANESE = {OUTSIDE.id, SEQUENCE.id, NORMALISATION.id}
_JAPANESE = re.compile("(?:ja|jpn)(?:[-_][A-Za-z0-9-]*)?|日本語|", re.IGNORECASE)
_TAG = re.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_NAME = re.compile(
    "中国語|中文|簡体|繁体|簡體|繁體|韓国|朝鮮語|ハングル|ベトナム|タイ語|ポルトガル|スペイン|フランス|ドイツ語|ロシア|インドネシア|外国語|多言語"
    "|[_ (（.-](?:zh|ko|vi|th|pt|es|fr|de|it|ru|id|tl|my|ne|ar)(?:[-_][A-Za-z]+)?[)）]?$",
    re.IGNORECASE,
)
_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_FOREIGN = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u077f\u0900-\u0dff\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u10a0-\u10ff"
    "\u1100-\u11ff\u1200-\u139f\u1780-\u17ff\u1800-\u18af\u1e00-\u1fff\u3100-\u318f\ua960-\ua97f\uac00-\ud7ff]"
)
"""Greek, Cyrillic, Hebrew, Arabic, the scripts of India and South East Asia, Hangul, Bopomofo, Latin letters of Vietnamese."""


def is_foreign(tag: str) -> bool:
    """True for the tag of a language other than Japanese.

    >>> is_foreign("zh-Hans"), is_foreign("ja-Hrkt"), is_foreign("")
    (True, False, False)
    """
    return _TAG.fullmatch(tag.strip()) is not None and _JAPANESE.fullmatch(tag.strip()) is None


def names_foreign(name: str) -> bool:
    """True for the name of a column with text in another language.

    >>> names_foreign("名称_中国語（簡体字）"), names_foreign("名称_zh"), names_foreign("名称")
    (True, True, False)
    """
    return _NAME.search(name) is not None


def column_of_language(header: Sequence[str]) -> int | None:
    """The column that says in which language each row is."""
    return next((index for index, name in enumerate(header) if name.strip().lower() in NAMES), None)


def in_its_language(fault: Fault | None, value: str, *, foreign: bool) -> Fault | None:
    """What is left of a fault where the text is not Japanese: nothing that the repertoire of Japanese says."""
    if fault is None or not {fault.rule.id, *fault.also} & _OF_JAPANESE or not (foreign or _is_foreign_script(value)):
        return fault
    left = [name for name in (fault.rule.id, *fault.also) if name not in _OF_JAPANESE]
    if not left:
        return None
    if left[0] == fault.rule.id:
        return replace(fault, also=tuple(left[1:]))
    rule = declared()[left[0]]
    details = rule.look(value) if rule.look else None
    return Fault(rule, rule.severity, details or {}, tuple(left[1:]), fault.suggestion)


def _is_foreign_script(value: str) -> bool:
    return _FOREIGN.search(value) is not None and _KANA.search(value) is None
