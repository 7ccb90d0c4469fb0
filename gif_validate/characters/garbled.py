"""Text that went through the wrong encoding (文字化け), and characters that were lost on the way.

The proof that a text is garbled is that undoing the mistake gives Japanese: its characters, written in the encoding that it was wrongly
read in, are bytes that another encoding reads as kana and everyday kanji. Clean text hardly ever does that.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ..catalogue.rows import error, warning
from ..catalogue.rule import Details
from ..catalogue.text import Text
from .encodings import level_1

_MOST_LOST = 0.34
"""The share of characters that may be lost for the rest to be proof."""
_MOST_LOST_OF_DAMAGED = 0.6
"""The same for a text in which something is lost for certain."""
_NATURAL = 0.8
"""The share of kana, everyday kanji and signs of JIS X 0208 in what was meant."""
LONGEST = 1000
"""Characters of a text that are looked at: these are proof enough."""
_TWICE = 2
"""How often a text may have gone through the wrong encoding."""
_KANA = "ぁ-んァ-ヶー"
_SIGNS = "　-〿・！-～￥＿〜－○●□■△▲◇◆☆★→←↑↓"
_KANJI = re.compile("[一-龥々]")
_ALMOST_JAPANESE = re.compile(f"[{_KANA}{_SIGNS}一-龥々]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_ONLY_HALF_KANA = re.compile("[ -~\uff61-\uff9f]*")
_CONTROL = re.compile("[\x80-\x9f]")
_WORD = {"cp1252": re.compile("[a-z]{2}"), "mac_roman": re.compile("[A-Za-z]{2}")}
_TYPOGRAPHY = re.compile("[ -~‘’“”„–—…•·°§¶©®«»]*")
_LOST = re.compile("\ufffd[?\ufffd]*")
_STANDING_IN = re.compile("〓+|[?]{3,}")
_COMMON = "縺繧繝"
"""What the kana of UTF-8 begin with in cp932: no rule speaks of these three kanji, which are rare."""
# What the bytes of Japanese look like in cp1252, Latin-1 and Mac Roman; half-width kana and U+FFFD.
_LATIN = "\x80-\u024f\u02c6-\u02dd\u03a9\u03c0\u2018-\u2044\u20ac\u2122\u2202-\u2265\u25ca\uf8ff\ufb01\ufb02"


@dataclass(frozen=True, slots=True)
class Garbled:
    """How a text was garbled: the encoding it was ``written`` in, the one it was ``read`` in, and what was ``meant``.

    ``meant`` has U+FFFD for what is lost.
    """

    written: str
    read: str
    meant: str

    @property
    def is_whole(self) -> bool:
        """True where nothing was lost."""
        return "\ufffd" not in self.meant


def _no_byte(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    return b"\xff" * (error.end - error.start), error.end


codecs.register_error("gif-no-byte", _no_byte)

# Browsers read the bytes that cp1252 does not define as Latin-1 does.
_WINDOWS_1252: Mapping[int, int] = {
    ord(bytes((byte,)).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_PAIRS = (
    ("utf-8", "cp932"),
    ("utf-8", "cp1252"),
    ("utf-8", "mac_roman"),
    ("utf-8", "euc_jp"),
    ("utf-8", "gb18030"),
    ("cp932", "cp1252"),
    ("cp932", "mac_roman"),
    ("euc_jp", "cp1252"),
    ("euc_jp", "cp932"),
)
"""Written in, read in."""


def damage_signs(text: str) -> frozenset[str]:
    """Characters of a long text that make it worth looking for damage, beside those that some rule speaks of; nearly always none.

    >>> sorted(damage_signs("名称,????")), sorted(damage_signs("名称,何?"))
    (['?'], [])
    """
    return frozenset(char for char in "〓" + _COMMON if char in text) | ({"?"} if "???" in text else frozenset())


SIGNS = frozenset("〓?" + _COMMON)


def undone(text: str) -> Garbled | None:
    """How a text was garbled, or None where it is not.

    >>> undone("譚ｱ莠ｬ")
    Garbled(written='utf-8', read='cp932', meant='東京')
    >>> undone("東京")
    """
    text = text[:LONGEST]
    return _undone(text, _TWICE) if _suspect().search(text) else None


@cache
def _suspect() -> re.Pattern[str]:
    """The characters of which a garbled text has at least one: as the bytes E3 to E9, with which kanji and kana begin in UTF-8, look."""
    pairs = (bytes((lead, trail)) for lead in range(0xE3, 0xEA) for trail in range(0x40, 0xFD) if trail != 0x7F)
    chinese = "".join(bytes((lead, trail)).decode("gb18030") for lead in range(0xE3, 0xEA) for trail in range(0x81, 0xBF))
    return re.compile(f"[{_LATIN}\uff61-\uff9f\ufffd{re.escape(''.join(pair.decode('cp932', 'ignore') for pair in pairs) + chinese)}]")


def _undone(text: str, times: int) -> Garbled | None:
    found = [garbled for pair in _PAIRS if (garbled := _by(text, *pair, times)) is not None]
    return max(found, key=lambda garbled: _score(garbled.meant), default=None)


def _by(text: str, written: str, read: str, times: int) -> Garbled | None:
    meant = _bytes(text, read).decode(written, "replace")
    if _is_proof(text, meant, written, read):
        return Garbled(written.replace("_", "-"), read.replace("_", "-"), meant)
    if written == "utf-8" and times > 1 and meant != text and "\ufffd" not in meant and not meant.isascii():
        again = _undone(meant, times - 1)
        return Garbled(again.written, again.read, again.meant) if again else None
    return None


def _bytes(text: str, read: str) -> bytes:
    """The bytes that an encoding shows as this text; FF for what it never shows."""
    codec = read
    if read == "cp1252":
        text, codec = text.translate(_WINDOWS_1252), "latin-1"
    return b"\xff".join(part.encode(codec, "gif-no-byte") for part in text.split("\ufffd"))


def _is_proof(text: str, meant: str, written: str, read: str) -> bool:
    """True where what was meant is so much more Japanese than what stands there that it is no chance."""
    foreign = [char for char in meant if char > "\x7f"]
    lost = meant.count("\ufffd")
    if not foreign or lost > (_MOST_LOST_OF_DAMAGED if "\ufffd" in text else _MOST_LOST) * len(foreign):
        return False
    natural = sum(map(_is_japanese, foreign))
    if written == "utf-8" and not lost:
        # Bytes that are UTF-8 by chance are rare; of two kanji, or where the text is Japanese as it stands, they happen.
        if read == "cp1252":
            return natural > 0 or meant.isprintable()
        return natural > (0 if _HALF_KANA.search(text) else 1) and not all(map(_is_japanese, filter("\x7f".__lt__, text)))
    if natural < _NATURAL * (len(foreign) - lost) or not (_has_run(meant) or _CONTROL.search(text)):
        return False
    if read in _WORD:
        # ’ and é before a letter are bytes of a kanji too.
        return not _WORD[read].search(meant) and not _TYPOGRAPHY.fullmatch(text)
    if written == "euc_jp":
        return bool(_HALF_KANA.search(text)) and not _is_half_width(text, lost) and not _HALF_KANA.search(meant)
    return True


def _is_half_width(text: str, lost: int) -> bool:
    """True for plain half-width kana. The kana of EUC-JP look like them too, but with ､ or ･ before each."""
    return bool(_ONLY_HALF_KANA.fullmatch(text)) and (lost > 0 or len(text) > 3 * (text.count("､") + text.count("･")))


def _is_japanese(char: str) -> bool:
    """True for kana, everyday kanji and the signs between them."""
    return bool(_ALMOST_JAPANESE.match(char)) and (not _KANJI.match(char) or char == "々" or char in level_1())


def _has_run(text: str) -> bool:
    """True where two kana or kanji stand together."""
    return any(_is_japanese(char) and _is_japanese(after) for char, after in pairwise(text))


def _score(text: str) -> int:
    return sum(map(_is_japanese, text)) - 2 * text.count("\ufffd")


def stand_ins(text: str) -> str | None:
    """What a conversion wrote for characters that it did not know: 〓, or ? for most of a text without Japanese.

    >>> stand_ins("?????3??"), stand_ins("何???"), stand_ins("〓橋")
    ('?????', None, '〓')
    """
    found = _STANDING_IN.search(text)
    if found is None or (found[0][0] == "?" and not _is_mostly_marks(text)):
        return None
    return found[0]


def _is_mostly_marks(text: str) -> bool:
    return text.isascii() and text.count("?") >= sum(map(str.isalpha, text))


def _look_garbled(value: str) -> Details | None:
    found = undone(value)
    if found is None:
        return None
    lost = Text("一部の文字は失われています。", "Some characters are lost.")
    return {"written": found.written, "read": found.read, "meant": found.meant, "hint": Text("", "") if found.is_whole else lost}


GARBLED = error("FILE-030", look=_look_garbled, scope="column", level="LV1", about="truth").says(
    ("文字化けしている", "Text that went through the wrong encoding"),
    (
        "「{value}」は文字化けです。{written} で書いた文字を {read} として読んで保存したもので、「{meant}」と書いたと思われます。"
        "元のデータから正しい文字コードで作り直します。",
        'The text "{value}" is garbled: it was written in {written}, read as {read} and saved; "{meant}" seems to be meant.'
        " Make the file again from its source, with the right encoding.",
    ),
    good=("市民会館", "Café “Müller”", "ｼﾐﾝｶｲｶﾝ"),
    bad=("蟶よｰ台ｼ夐､ｨ", "å¸\x82æ°\x91ä¼\x9aé¤¨", "\x8es\x96¯\x89ï\x8aÙ"),
)
LOST = error(
    "FILE-031",
    look=lambda value: {"found": found[0]} if (found := _LOST.search(value)) else None,
    scope="column",
    level="LV1",
    about="truth",
).says(
    ("失われた文字がある", "Characters that are lost"),
    (
        "「{value}」の {found} は、文字コードの変換に失敗した跡です（U+FFFD）。元の文字は失われているので、元のデータから作り直します。",
        'In "{value}" {found} is what a failed conversion left (U+FFFD). The characters are lost: make the file again from its source.',
    ),
    good=("市民会館",),
    bad=("市民\ufffd\ufffd館",),
)
STANDING_IN = warning(
    "FILE-032", look=lambda value: {"found": found} if (found := stand_ins(value)) else None, scope="column", about="truth"
).says(
    ("文字の代わりの記号がある", "Signs that stand for characters"),
    (
        "「{value}」の {found} は、変換できなかった文字の代わりに書かれたと思われます。元の文字は失われています。元のデータを確かめます。",
        'In "{value}" {found} seems to stand for characters that could not be converted. They are lost: look at the source of the data.',
    ),
    good=("市民会館", "何???"),
    bad=("〓橋", "?????", "????-3"),
)
