"""Which encoding are these bytes? Decided from the whole file, strictly, never from a sample.

All readings run side by side over the blocks of the file; a reading falls out at its first impossible byte. What survives is possible;
where two survive, the more natural Japanese is taken and the other is named. Bytes that no reading can explain are kept as lone
surrogates U+DC00 + byte, so that they can be shown at their place and nothing is lost.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from ..catalogue.rows import info, warning
from ..catalogue.rule import Clause

BOMS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
_NAMES = {
    "ascii": "ascii",
    "us-ascii": "ascii",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-8-sig": "utf-8-sig",
    "cp932": "cp932",
    "windows-31j": "cp932",
    "ms932": "cp932",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "euc-jp": "euc-jp",
    "euc_jp": "euc-jp",
    "eucjp": "euc-jp",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "iso-2022-jp": "iso-2022-jp",
}
_CANDIDATES = ("utf-8", "cp932", "euc-jp")
# Single bytes that Python's cp932 decodes although Windows-31J does not define them.
_NO_CP932 = re.compile("[\x80\uf8f0-\uf8f3]")
_KANA = re.compile("[ぁ-んァ-ヶー、。]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_FAULT = 2
"""How much an undecodable byte counts against a reading: as much as a kana for it."""
_ESCAPES = re.compile(rb"\x1b(?:\$[@B]|\([IJ])")
_UNDECODED = re.compile("[\udc00-\udcff]")


def _keep(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error("gif-undecoded", _keep)


def canonical(name: str) -> str:
    """The name that reports use for an encoding: ``cp932`` for Shift_JIS and its aliases. ValueError where it is none we read.

    >>> canonical("Shift_JIS")
    'cp932'
    """
    try:
        return _NAMES[name.strip().lower()]
    except KeyError:
        raise ValueError(f"unknown encoding: {name!r}") from None


@dataclass(slots=True)
class Decision:
    """The encoding of a file and what else is to be said of it."""

    encoding: str
    """Name as reported: ascii, utf-8, utf-8-sig, cp932, euc-jp, utf-16-le, utf-16-be, iso-2022-jp …"""
    alternatives: tuple[str, ...] = ()
    """Other readings that explain every byte as well."""
    faulty: bool = False
    """True where no reading explains every byte; `encoding` is then the one with the fewest faults."""
    without_bom: bool = False
    """True for UTF-16 that lacks its byte order mark."""

    def decoder(self) -> codecs.IncrementalDecoder:
        """A fresh decoder that keeps undecodable bytes as lone surrogates."""
        return decoder(self.encoding)


def decoder(encoding: str) -> codecs.IncrementalDecoder:
    """A decoder for an encoding as reported; undecodable bytes become U+DC00 + byte."""
    if encoding == "cp932":
        return _Windows31J()
    codec = {"ascii": "utf-8", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    return codecs.getincrementaldecoder(codec)("gif-undecoded")


class _Windows31J(codecs.IncrementalDecoder):
    """cp932 without the five single bytes that Python decodes beyond Windows-31J."""

    def __init__(self) -> None:
        super().__init__("gif-undecoded")
        self._inner = codecs.getincrementaldecoder("cp932")("gif-undecoded")

    def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]
        text = self._inner.decode(data, final)
        return _NO_CP932.sub(_raw_byte, text) if _NO_CP932.search(text) else text

    def reset(self) -> None:
        self._inner.reset()


def _raw_byte(match: re.Match[str]) -> str:
    return chr(0xDC00 + match[0].encode("cp932")[0])


@dataclass(slots=True)
class _Reading:
    """One candidate encoding on its way through the file."""

    encoding: str
    decoder: codecs.IncrementalDecoder
    alive: bool = True
    score: int = 0

    def feed(self, block: bytes, final: bool, *, judge: bool) -> None:
        if not self.alive:
            return
        try:
            text = self.decoder.decode(block, final)
        except UnicodeDecodeError:
            self.alive = False
            return
        if self.encoding == "cp932" and _NO_CP932.search(text):
            self.alive = False
        elif judge:
            self.score += naturalness(text)


def _strict(encoding: str) -> _Reading:
    return _Reading(encoding, codecs.getincrementaldecoder(encoding)("strict"))


def naturalness(text: str) -> int:
    """How much a text looks like Japanese: kana and everyday kanji count for it, half-width kana and rare kanji against it."""
    kanji = re.findall("[一-龥]", text)
    everyday = sum(char in level_1() for char in kanji)
    return 2 * len(_KANA.findall(text)) + 2 * everyday - len(kanji) - 3 * len(_HALF_KANA.findall(text))


@cache
def level_1() -> frozenset[str]:
    """JIS level 1, the 2,965 everyday kanji: rows 16 to 47."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xD0) for cell in range(0xA1, 0xFF))
    return frozenset(cell.decode("euc_jp", "ignore") for cell in cells)


@dataclass(slots=True)
class Sniffer:
    """Watches the blocks of a file go by and decides its encoding at the end."""

    _head: bytes = b""
    _ascii: bool = True
    _escapes: bool = False
    _zeros: list[int] = field(default_factory=lambda: [0, 0])
    _length: int = 0
    _readings: list[_Reading] = field(default_factory=lambda: [_strict(name) for name in _CANDIDATES])

    def feed(self, block: bytes, final: bool = False) -> None:
        """Takes the next block; ``final`` with the last one (which may be empty)."""
        if self._length < 4:
            self._head = (self._head + block)[:4]
        if b"\0" in block:
            self._zeros[self._length % 2] += block[::2].count(0)
            self._zeros[1 - self._length % 2] += block[1::2].count(0)
        self._length += len(block)
        self._escapes = self._escapes or (b"\x1b" in block and _ESCAPES.search(block) is not None)
        if self._ascii and block.isascii():
            return
        self._ascii = False
        # How natural a reading looks matters only as long as there is another to compare it with.
        judge = sum(reading.alive for reading in self._readings) > 1
        for reading in self._readings:
            reading.feed(block, final, judge=judge)

    def decide(self) -> Decision | None:
        """The decision, or None where no reading explains every byte (see `least_faulty`)."""
        for mark, encoding in BOMS.items():
            if self._head.startswith(mark):
                return Decision(encoding)
        few, many = sorted(self._zeros)
        if self._length % 2 == 0 and many > 0.05 * (self._length // 2) and few <= many / 20:
            return Decision("utf-16-le" if self._zeros[1] > self._zeros[0] else "utf-16-be", without_bom=True)
        if self._ascii:
            return Decision("iso-2022-jp" if self._escapes else "ascii")
        alive = [reading for reading in self._readings if reading.alive]
        if not alive:
            return None
        if alive[0].encoding != "utf-8":
            alive.sort(key=lambda reading: -reading.score)
        elif alive[0].score > 0:
            # UTF-8 that reads as Japanese is no chance; a reading of half-width kana and rare kanji beside it is.
            alive = [reading for reading in alive if reading.encoding == "utf-8" or reading.score >= 0]
        return Decision(alive[0].encoding, tuple(reading.encoding for reading in alive[1:]))


def least_faulty(blocks: Iterable[bytes]) -> Decision:
    """For bytes that no reading explains: the encoding that gives the most natural Japanese with the fewest undecodable bytes."""
    readers = {name: decoder(name) for name in _CANDIDATES}
    scores = dict.fromkeys(_CANDIDATES, 0)
    for block in blocks:
        for name, reader in readers.items():
            text = reader.decode(block)
            scores[name] += naturalness(text) - _FAULT * len(_UNDECODED.findall(text))
    return Decision(max(_CANDIDATES, key=lambda name: scores[name]), faulty=True)


def undecoded(text: str) -> bytes:
    """The bytes of a text that could not be decoded, in order."""
    return bytes(ord(char) - 0xDC00 for char in _UNDECODED.findall(text))


UTF_8 = warning(
    "GIF-CHAR-003", Clause("DS-461", "§2.1 2)"), look=lambda value: None if value in {"utf-8", "utf-8-sig", "ascii"} else {}, scope="file"
).says(
    ("文字コードは UTF-8", "Encoding form is UTF-8"),
    ("文字コードは {value} です。UTF-8 で公開することが推奨されています。", "The encoding is {value}. UTF-8 is recommended."),
    good=("utf-8",),
    bad=("cp932", "euc-jp"),
)
BOM = info("GIF-CHAR-005", Clause("DS-461", "§2.1 2)"), look=lambda value: {} if value == "utf-8-sig" else None, scope="file").says(
    ("BOM の有無は定めがない", "Byte order mark: not specified"),
    (
        "先頭に BOM（バイト順マーク）があります。BOM の有無を定めた文書はなく、読み飛ばしました。",
        "The file begins with a byte order mark. No document asks for or against it; it was skipped.",
    ),
    good=("utf-8",),
    bad=("utf-8-sig",),
)
LEGACY = warning(
    "GIF-CHAR-007",
    Clause("DS-464-2", "§2.1 6)"),
    look=lambda value: {} if value in {"cp932", "euc-jp", "iso-2022-jp"} else None,
    scope="file",
).says(
    ("旧来の文字コードは変換に注意する", "Legacy encodings are converted with care"),
    (
        "文字コードは {value} です。UTF-8 に変換するときは、「～」「－」などの対応の違いに注意します。",
        "The encoding is {value}. Mind the characters ～ and － when you convert it to UTF-8.",
    ),
    good=("utf-8",),
    bad=("cp932", "euc-jp", "iso-2022-jp"),
)
