"""Romanisation of place names (ローマ字表記): Hepburn, ん as n, っ before ch as t, no long-vowel signs. GIF DS-442 §4.1.

No part: the English address parts use these rules. A word is judged only where it can be read as romanised Japanese from end to end,
so that English words in names and buildings cause no finding. A municipality's own published guideline comes first (§4.2), so all warn.
"""

from __future__ import annotations

import re
import unicodedata

from ...catalogue.rows import info, warning
from ...catalogue.rule import Clause, Details, compiled
from ..part import Check, Use

_HEPBURN = (
    "[kgnbmrp][aiueo]|h[aieo]|fu|[sz][aueo]|[td][aeo]|y[auo]|w[ao]|[aiueo]|[kgnhbmrp]y[auo]|(?:sh|ch|j)[aiueo]|tsu|n(?![aiueoy])"
    "|k(?=k)|s(?=s)|t(?=[tc])|p(?=p)|c(?=ch)|m(?=[bmp])|g(?=g)|d(?=d)|b(?=b)|z(?=z)|j(?=j)"
)
_OTHER = "[sztd]i|[td]u|hu|[sztd]y[auo]"
_LONG = "(?<=[aiueo])h(?![aiueoy])"
_WORDS = re.compile("[A-Za-z]+")
_ENGLISH = frozenset(
    (
        "side",
        "site",
        "time",
        "tide",
        "tube",
        "seaside",
        "bayside",
        "riverside",
        "lakeside",
        "asia",
        "asian",
        "media",
        "radio",
        "audio",
        "india",
        "titan",
        "tiara",
        "noh",
    )
)
"""English words that can also be read as romanised Japanese."""
_MARKED_VOWELS = re.compile("[āīūēōâîûêôĀĪŪĒŌÂÎÛÊÔ]|[aiueoAIUEO][\u0302\u0304]")
_PLAIN = {"ō": "o", "ô": "o", "ū": "u", "û": "u", "Ō": "O", "Ô": "O", "Ū": "U", "Û": "U"}


def _japanese(value: str, *more: str) -> list[str]:
    """The words that can be read as romanised Japanese, with further spellings allowed."""
    regex = "(?:" + "|".join((_HEPBURN, *more)) + ")+"
    words = (word.lower() for word in _WORDS.findall(value))
    return [word for word in words if word not in _ENGLISH and compiled(regex).fullmatch(word)]


def _other_system(value: str) -> Details | None:
    found = [word for word in _japanese(value, _OTHER, _LONG) if not compiled(f"(?:{_HEPBURN}|{_LONG})+").fullmatch(word)]
    return {"found": found[0]} if found else None


def _m_for_n(value: str) -> Details | None:
    found = [word for word in _japanese(value, _LONG) if re.search("m[bmp]", word)]
    return {"found": found[0]} if found else None


def _c_for_t(value: str) -> Details | None:
    found = [word for word in _japanese(value, _LONG) if "cch" in word]
    return {"found": found[0]} if found else None


def _long_sign(value: str) -> Details | None:
    marked = _MARKED_VOWELS.search(value)
    if marked:
        return {"found": marked[0]}
    found = [word for word in _japanese(value, _LONG) if not compiled(f"(?:{_HEPBURN})+").fullmatch(word)]
    return {"found": found[0]} if found else None


def mended(value: str) -> str:
    """ō and ū without their sign, h dropped where it only makes a vowel long, n for m, tch for cch, a hyphen for n'.

    >>> mended("Tōkyō"), mended("Ohta-ku"), mended("Gotemba-shi"), mended("Haccho"), mended("Jun'ei-cho")
    ('Tokyo', 'Ota-ku', 'Gotenba-shi', 'Hatcho', 'Jun-ei-cho')
    """
    text = "".join(_PLAIN.get(char, char) for char in unicodedata.normalize("NFC", value))
    text = re.sub("(?<=[Nn])['’](?=[aiueoyAIUEOY])", "-", text)
    return _WORDS.sub(_mended_word, text)


def _mended_word(word: re.Match[str]) -> str:
    if not _japanese(word[0], _LONG):
        return word[0]
    text = re.sub("(?<=[oOuU])h(?![aiueoyAIUEOY])", "", word[0])
    return re.sub("m(?=[bmp])", "n", text).replace("cch", "tch")


HEPBURN = warning("GIF-ADEN-001", Clause("DS-442", "§4.1"), look=_other_system).says(
    ("住所の英語表記はヘボン式ローマ字とする", "English addresses use Hepburn romanisation"),
    (
        "「{value}」の「{found}」はヘボン式ではないつづりです（si、ti、tu、hu、zi ではなく shi、chi、tsu、fu、ji）。",
        '"{found}" in "{value}" is not Hepburn (shi, chi, tsu, fu, ji rather than si, ti, tu, hu, zi).',
    ),
    good=("Chiyoda-ku", "Fukushima", "Bay City Side"),
    bad=("Tiyoda-ku", "Hukusima", "Sinzyuku-ku"),
)
N = info("GIF-ROMA-001", Clause("DS-442", "§4.1"), look=_m_for_n).says(
    ("「ん」は常に n と書く", "The moraic nasal is always n"),
    (
        "「{value}」の「{found}」は、「ん」を m と書いています。GIFでは b・m・p の前でも n と書きます。",
        '"{found}" in "{value}" has m for the nasal sound. GIF writes n, also before b, m and p.',
    ),
    good=("Gotenba", "Shinbashi", "Number One Company"),
    bad=("Gotemba", "Shimbashi", "Gumma"),
)
BEFORE_CH = warning("GIF-ROMA-003", Clause("DS-442", "§4.1"), look=_c_for_t).says(
    ("「っ」は次の子音を重ね、ch の前は t", "A doubled consonant; t before ch"),
    (
        "「{value}」の「{found}」は、「っ」を c と書いています。ch の前の「っ」は t とし、tch と書きます。",
        '"{found}" in "{value}" has cch. The double consonant before ch is written tch.',
    ),
    good=("Hatcho", "Sapporo", "Gucci Building"),
    bad=("Haccho",),
)


def _long_or_spelled(value: str) -> Details | None:
    """The sign, or a long o spelled ou, which only GIF-ROMA-006 allows where two kanji meet: so addresses are not asked for it."""
    found = [word for word in _japanese(value) if re.search("ou(?![aeiou])", word)]
    return _long_sign(value) or ({"found": found[0]} if found else None)


LONG_VOWELS = warning("GIF-ROMA-004", Clause("DS-442", "§4.1"), look=_long_or_spelled).says(
    ("長音に記号や h を付けない", "Long vowels have no mark and no h"),
    (
        "「{value}」の「{found}」は長音を記号や h で表しています。長音には何も付けません。",
        '"{found}" in "{value}" marks a long vowel with a sign or h. Write the vowel alone.',
    ),
    good=("Tokyo", "Otemachi", "Chuo-ku", "Tohoku", "Ohara"),
    bad=("Tōkyō", "Tohkyoh", "Ohta-ku", "Toukyou"),
)
LETTERS: tuple[Check, ...] = (HEPBURN, BEFORE_CH, Use(LONG_VOWELS, _long_sign), N)
"""The rules on letters that every English address part asks, the gravest first."""
