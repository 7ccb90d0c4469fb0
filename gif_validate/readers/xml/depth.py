"""How deep the records of an XML file stand, and the parser that is asked: expat, which gives the exact place of every element."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

MAX_TAG = 8 << 20
"""Bytes that one tag, comment or processing instruction may have."""
_LONGEST_ENTITY = 1000
Names = Callable[[str], bool]
"""Whether an element of this name is meant."""


class StopError(Exception):
    """Reading ends here; why is reported, or known."""


def expat_parser(**handlers: Any) -> expat.XMLParserType:
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.ordered_attributes = True
    for name, handler in handlers.items():
        setattr(parser, name, handler)
    return parser


def is_harmless(is_parameter: bool, value: str | None) -> bool:
    """True for the declaration of an entity that may stand: one outside the file, which is never read, or a short text without markup."""
    return value is None or is_parameter or (len(value) <= _LONGEST_ENTITY and not set(value) & set("&<%"))


def first_record(texts: Iterable[str], named: Callable[[str], str], is_record: Names | None, is_item: Names | None) -> tuple[int, str]:
    """At which level the records stand (0: the root), and the name of the first, from the beginning of the file.

    What is faulty there is not reported yet.
    """
    seen = _Beginning(named, is_record, is_item)
    parser = expat_parser(StartElementHandler=seen.start, EndElementHandler=seen.end, EntityDeclHandler=seen.entity)
    length = 0
    try:
        for text in texts:
            parser.Parse(text.encode("utf-8", "replace"), False)
            length += len(text)
            if length > MAX_TAG:
                break
    except (StopError, expat.ExpatError):
        pass
    return seen.answer()


@dataclass(slots=True)
class _Beginning:
    """Watches the first elements go by, until it is clear which are the records."""

    named: Callable[[str], str]
    is_record: Names | None
    is_item: Names | None
    found: int | None = None
    opened: list[str] = field(default_factory=list)
    firsts: list[str] = field(default_factory=list)
    """Names of the root's first two children."""
    nested: bool = False
    """True where the first of them has children."""

    def start(self, name: str, _: list[str]) -> None:
        depth = len(self.opened)
        self.opened.append(self.named(name))
        if self.is_record is not None and self.is_record(self.opened[-1]):
            self.found = depth
            raise StopError
        if depth and self.is_item is not None and self.is_item(self.opened[-1]):
            self.found = depth - 1
            raise StopError
        if depth == 1 and len(self.firsts) < 2:
            self.firsts.append(self.opened[-1])
        self.nested = self.nested or (depth == 2 and len(self.firsts) == 1)
        if self.is_record is None and len(self.firsts) == 2:
            raise StopError

    def end(self, _: str) -> None:
        self.opened.pop()

    @staticmethod
    def entity(_: str, is_parameter: bool, value: str | None, *__: Any) -> None:
        if not is_harmless(is_parameter, value):
            raise StopError

    def answer(self) -> tuple[int, str]:
        if self.found is not None:
            return self.found, self.opened[self.found]
        return (1, self.firsts[0]) if self.nested and len(set(self.firsts)) == 1 else (0, "")
