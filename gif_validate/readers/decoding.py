"""Bytes to text for the readers of JSON, XML and RDF: UTF-8 unless the bytes say otherwise, no byte lost."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..catalogue.finding import Place
from ..catalogue.report import Findings
from ..characters.encodings import BOMS, Decision, Sniffer, least_faulty, undecoded
from .file_rules import UNDECODABLE
from .source import Source

_UNDECODED = re.compile("[\ud800-\udfff]+")


def decide(source: Source, encoding: str | None = None, declared: str | None = None) -> Decision:
    """The encoding of a source.

    In this order: what the user names (``encoding``); a byte order mark; UTF-8, where every byte agrees and some are not ASCII; what the
    document declares, where every byte agrees; ASCII; what `Sniffer` finds in all bytes; the reading with the fewest faults.
    """
    if encoding is not None:
        return Decision(encoding, faulty=not explains(source, encoding))
    head = source.head()
    for mark, name in BOMS.items():
        if head.startswith(mark):
            return Decision(name, faulty=not explains(source, name))
    wide = _of_wide(head)
    if wide is not None and explains(source, wide):
        return Decision(wide, without_bom=True)
    # Japanese text in UTF-8 often is possible cp932 as well; the other way round it hardly ever happens.
    utf_8 = explains(source, "utf-8", cut=True)
    if declared is not None and explains(source, declared) and not (utf_8 and not _is_ascii(source)):
        return Decision(declared)
    return _of_utf_8(source) if utf_8 else _sniffed(source)


def _of_wide(head: bytes) -> str | None:
    """UTF-16 without a mark, told by the two ASCII characters that every document of XML or JSON begins with. XML 1.0 appendix F."""
    if b"\0" not in head[:1] and head[1:4:2] == b"\0\0" and head[2:3] != b"\0":
        return "utf-16-le"
    return "utf-16-be" if head[0:4:2] == b"\0\0" and b"\0" not in head[1:4:2] else None


def _is_ascii(source: Source) -> bool:
    return all(block.isascii() for block in source.blocks())


def _of_utf_8(source: Source) -> Decision:
    # UTF-16 without a mark is, for text of ASCII letters, also well-formed UTF-8 full of NUL.
    if b"\0" in source.head():
        return _sniffed(source)
    return Decision("utf-8", faulty=not explains(source, "utf-8"))


def _sniffed(source: Source) -> Decision:
    sniffer = Sniffer()
    for block in source.blocks():
        sniffer.feed(block)
    sniffer.feed(b"", final=True)
    decision = sniffer.decide() or least_faulty(source.blocks())
    decision.faulty = not explains(source, decision.encoding)
    return decision


def explains(source: Source, encoding: str, *, cut: bool = False) -> bool:
    """True where every byte of the source is explained by an encoding as reported; ``cut`` allows for a character cut off at the end."""
    try:
        if encoding == "cp932":
            # Python's own codec takes bytes that Windows-31J does not have.
            return not any(map(_UNDECODED.search, texts(source, Decision(encoding))))
        reader = codecs.getincrementaldecoder({"utf-8-sig": "utf-8"}.get(encoding, encoding))("strict")
        for block in source.blocks():
            reader.decode(block)
        reader.decode(b"", final=not cut)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def texts(source: Source, decision: Decision) -> Iterator[str]:
    """The text, block by block, without a byte order mark; undecodable bytes become U+DC00 + byte."""
    decoder, first = decision.decoder(), True
    for block in source.blocks():
        text = decoder.decode(block)
        if first and text:
            text, first = text.removeprefix("\ufeff"), False
        yield text
    yield decoder.decode(b"", final=True)


def mended(text: str, decision: Decision, findings: Findings, line: int = 1, column: int = 1) -> str:
    """The text with U+FFFD for bytes that could not be decoded, each run of them a finding. It begins at a line and column."""
    if not decision.faulty or _UNDECODED.search(text) is None:
        return text
    at = 0
    for match in _UNDECODED.finditer(text):
        line, column = moved(line, column, text, at, match.start())
        at = match.start()
        around = text[max(0, at - 10) : match.end() + 10]
        found = undecoded(match[0]).hex(" ").upper()
        findings.say(UNDECODABLE, value=around, place=Place(None, line, column), found=found, encoding=decision.encoding)
    return _UNDECODED.sub("\ufffd", text)


def moved(line: int, column: int, text: str, start: int, end: int) -> tuple[int, int]:
    """Where one stands after going over ``text[start:end]`` from a line and column, both counted from 1.

    >>> moved(1, 1, "a\\r\\nbc", 0, 4)
    (2, 2)
    """
    breaks = text.count("\n", start, end)
    last = text.rfind("\n", start, end)
    if text.find("\r", start, end) >= 0:
        breaks += text.count("\r", start, end) - text.count("\r\n", start, end)
        last = max(last, text.rfind("\r", start, end))
    return (line + breaks, end - last) if last >= 0 else (line, column + end - start)


_BREAK = re.compile("\r\n|\n|\r")


@dataclass(slots=True)
class Lines:
    """Lines and columns of a text that begins at a line and column: however many are asked for, the text is gone over once.

    >>> lines = Lines("ab\\r\\nc")
    >>> lines.at(4), lines.at(1)
    ((2, 1), (1, 2))
    """

    text: str
    start: int = 0
    line: int = 1
    column: int = 1
    _begins: list[int] = field(default_factory=list)
    _seen: int = -1

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, which does not lie between CR and LF."""
        seen = max(self._seen, self.start)
        if offset > seen:
            self._begins += (match.end() for match in _BREAK.finditer(self.text, seen, offset))
            self._seen = offset
        above = bisect_right(self._begins, offset)
        if not above:
            return self.line, self.column + offset - self.start
        return self.line + above, offset - self._begins[above - 1] + 1


def numbered(blocks: Iterator[str]) -> Iterator[tuple[int, str]]:
    """Physical lines with their numbers, without their ends; the memory used is that of the longest line."""
    number, pieces = 1, list[str]()
    for block in blocks:
        first, *lines = block.split("\n")
        pieces.append(first)
        for line in lines:
            yield number, "".join(pieces)
            number, pieces = number + 1, [line]
    yield number, "".join(pieces)
