"""Marks: numbers put at the end of literals before a foreign parser reads a document, so that its places can be told afterwards.

A mark is three characters of a private plane. Text that uses these itself is left unmarked; then there are no places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_FIRST = 0x10F000
_BASE = 2048
_MARKS = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _BASE - 1)}]")
_TOKEN = re.compile(
    r"""
    (?P<skip>(?:[ \t\r\n;,]++|\#[^\r\n]*+|<[^\x00-\x20<>"{}|^`]*+>|@[A-Za-z][A-Za-z0-9-]*+)++)
    |(?P<string>\"{3}[^"\\]*+(?:(?:\\.|""?(?!"))[^"\\]*+)*\"{3}|'{3}[^'\\]*+(?:(?:\\.|''?(?!'))[^'\\]*+)*'{3}
        |"(?!"")[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*"|'(?!'')[^'\\\r\n]*+(?:\\.[^'\\\r\n]*+)*')
    |(?P<number>[+-]?(?:[0-9]++(?:\.[0-9]*+(?=[eE][+-]?[0-9])|\.[0-9]++)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?)
    |(?P<word>(?:[^\s<>"'{}|^`\\;,()\[\]\#@.0-9+-]|\\.)(?:[^\s<>"'{}|^`\\;,()\[\]\#]|\\.)*)
    |(?P<other>[^"'])
    """,
    re.VERBOSE | re.DOTALL,
)
_XSD = "http://www.w3.org/2001/XMLSchema#"


def can_mark(text: str) -> bool:
    """True where no character of the text could be taken for a mark."""
    return _MARKS.search(text) is None


def mark(number: int) -> str:
    """The three characters that stand for a number.

    >>> len(mark(0)), len(mark(10**9))
    (3, 3)
    """
    high, low = divmod(number, _BASE)
    top, middle = divmod(high, _BASE)
    return chr(_FIRST + top) + chr(_FIRST + middle) + chr(_FIRST + low)


def unmarked(text: str) -> tuple[str, int | None]:
    """A text without its mark, and the number it stands for. ValueError where marks stand anywhere but at the end.

    >>> unmarked("山梨県" + mark(7))
    ('山梨県', 7)
    """
    if _MARKS.search(text) is None:
        return text, None
    plain, marks = text[:-3], text[-3:]
    if len(_MARKS.findall(marks)) != 3 or _MARKS.search(plain):
        raise ValueError("a mark in the middle of a text")
    top, middle, low = (ord(char) - _FIRST for char in marks)
    return plain, (top * _BASE + middle) * _BASE + low


@dataclass(slots=True)
class Marked:
    """A Turtle document with marks, and the offset of each literal marked in the document as it was."""

    text: str
    places: list[int] = field(default_factory=list)


def marked_turtle(text: str) -> Marked:
    """Marks the literals of a Turtle document (where `can_mark` allows); numbers and booleans are written out as typed strings."""
    marked = Marked("")
    marked.text = "".join(_pieces(text, marked.places, can_mark(text)))
    return marked


def _pieces(text: str, places: list[int], marking: bool) -> Iterator[str]:
    at = 0
    while match := _TOKEN.match(text, at):
        kind, end = match.lastgroup, match.end()
        if kind in {"string", "number"} or (kind == "word" and match[0] in {"true", "false"}):
            yield _marked(match[0], kind, mark(len(places)) if marking else "")
            places.append(at)
        else:
            yield match[0]
        at = end
    # What comes behind a quote that is never closed is left as it is: the parser will say so.
    yield text[at:]


def _marked(token: str, kind: str | None, tag: str) -> str:
    if kind == "string":
        quotes = 3 if token.startswith(('"""', "'''")) else 1
        return token[:-quotes] + tag + token[-quotes:]
    if kind == "number":
        datatype = "double" if "e" in token.lower() else "decimal" if "." in token else "integer"
        return f'"{token}{tag}"^^<{_XSD}{datatype}>'
    return f'"{token}{tag}"^^<{_XSD}boolean>'
