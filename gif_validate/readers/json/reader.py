"""JSON as records: one object, an array of objects, or JSON Lines (an object a line).

The decoder of the standard library reads record after record; what it refuses is read by `json_scan`, which names the fault and its place.
Arrays and JSON Lines are read in one stream: the memory used is that of the largest record. A single object is held as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Literal

from ...catalogue.finding import NOWHERE, Finding, Place
from ...catalogue.report import Findings
from ...catalogue.rule import Severity
from ...catalogue.text import Text
from ...characters.encodings import Decision
from ..decoding import Lines, decide, moved, numbered, texts
from ..record import Leaf, Node
from ..source import Source
from . import rules
from .scan import MAX_DEPTH, THE_END, Faulty, Number, ScanFault, Scanned, Value, scan, space, unexpected
from .tree import Step, index_parts, node_of, short_pointer, way

Form = Literal["object", "array", "lines", "other"]

_WHOLE = 8 << 20
"""Characters that are read ahead before a record that does not end is looked at more closely."""
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile("[ \t\r\n]*")
_LINES = {"jsonl", "ndjson"}
_NAMES = {
    list: Text("配列", "an array"),
    str: Text("文字列", "a string"),
    Number: Text("数値", "a number"),
    Faulty: Text("読めない値", "an unreadable value"),
    bool: Text("真偽値", "true or false"),
    type(None): Text("null", "null"),
}


class _OddError(Exception):
    """Something that the fast decoder would pass over: a name that stands twice, NaN."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _OddError
    return found


def _refuse(_: str) -> None:
    raise _OddError


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=Number, parse_int=Number, parse_constant=_refuse)


@dataclass(slots=True)
class _Record:
    """The record at hand: its tree, its text from ``start`` on, and where that begins."""

    node: Node
    text: str
    start: int
    place: Place
    scanned: Scanned | None
    index: dict[int, tuple[int, Step]] | None = None
    lines: Lines | None = None


@dataclass(slots=True)
class _Window:
    """The stretch of the text that is in memory, and the line and column of ``at`` in it."""

    blocks: Iterator[str]
    text: str = ""
    at: int = 0
    line: int = 1
    column: int = 1
    final: bool = False

    def more(self) -> None:
        """Reads on, at least as much as is pending, so that a long record is not copied too often."""
        pending = self.text[self.at :]
        blocks, length = [pending], 0
        while length <= len(pending):
            block = next(self.blocks, None)
            if block is None:
                self.final = True
                break
            blocks.append(block)
            length += len(block)
        self.text, self.at = "".join(blocks), 0

    def all(self) -> None:
        """Reads everything that is left."""
        self.text, self.at, self.final = "".join(chain([self.text[self.at :]], self.blocks)), 0, True

    def advance(self, to: int) -> None:
        self.line, self.column = self.position(to)
        self.at = to

    def position(self, offset: int) -> tuple[int, int]:
        return moved(self.line, self.column, self.text, self.at, offset)


@dataclass(frozen=True, slots=True)
class Whole:
    """A value, the text it was read from, and the offset at which it begins."""

    value: Value
    text: str
    start: int


@dataclass(slots=True)
class JsonDocument:
    """A JSON file being read: iterate over `records` once; `place` answers for the record at hand.

    ``are_records_due``: whether a standard asks for records by now; nothing else does.
    """

    source: Source
    findings: Findings
    decision: Decision
    are_records_due: Callable[[], bool]
    form: Form = "other"
    _window: _Window = field(default_factory=lambda: _Window(iter(())))
    _record: _Record | None = None
    _odd: bool = False

    @property
    def encoding(self) -> str:
        """The encoding as reported."""
        return self.decision.encoding

    def records(self) -> Iterator[Node]:
        """The records in order. Every fault of the written form is a finding; behind one that leaves no doubt reading goes on."""
        self._judge_encoding()
        self._window = _Window(texts(self.source, self.decision))
        self.form = form_of(self._head(), self.source.suffix)
        read = {"lines": self._of_lines, "array": self._of_array}.get(self.form, self._of_whole)
        yield from read()

    def whole(self) -> Whole | None:
        """The file as one value, with its text; None where it cannot be read. To be called instead of `records`."""
        self._judge_encoding()
        self._window = _Window(texts(self.source, self.decision))
        self._window.all()
        if not self._next():
            return None
        start = self._window.at
        read = self._value(1, "")
        if read is None:
            return None
        self._window.advance(read.end)
        if self._next():
            self._say([unexpected(self._window.text, self._window.at, THE_END)], None, "")
        return Whole(read.value, self._window.text, start)

    def place(self, child: Node | Leaf) -> Place:
        """Where a part of the record at hand stands: record, line, column and JSON pointer. NOWHERE for other records' parts."""
        record = self._record
        if record is None:
            return NOWHERE
        if child is record.node:
            return record.place
        if record.index is None:
            scanned = record.scanned or scan(record.text, record.start)
            record.index = {}
            record.lines = Lines(record.text, record.start, record.place.line or 1, record.place.column or 1)
            index_parts(scanned.value, scanned.mark, record.node, None, record.index)
        if id(child) not in record.index or record.lines is None:
            return NOWHERE
        offset, step = record.index[id(child)]
        line, column = record.lines.at(offset)
        return Place(record.place.record, line, column, pointer=short_pointer(way(step), record.place.pointer or ""))

    def _judge_encoding(self) -> None:
        if self.encoding == "utf-8-sig":
            self.findings.say(rules.BOM, value=self.encoding)
        elif self.encoding not in {"utf-8", "ascii"}:
            self.findings.say(rules.NOT_UTF_8, value=self.encoding)

    def _head(self) -> str:
        while not self._window.final and not self._window.text.strip():
            self._window.more()
        return self._window.text

    # One object, or something that is none.

    def _of_whole(self) -> Iterator[Node]:
        self._window.all()
        if self._next():
            value = self._value(1, "")
            if value is not None:
                yield from self._given(value, 1, "")
                if self._next():
                    self._stray_end()

    def _stray_end(self) -> None:
        fault = unexpected(self._window.text, self._window.at, THE_END)
        hint = Text("複数のレコードは配列か JSON Lines にします。", "Write several records as an array or as JSON Lines.")
        self._say([ScanFault(fault.rule, fault.offset, fault.value, {"hint": hint, **fault.details}, "")], None, "")

    # An array of objects.

    def _of_array(self) -> Iterator[Node]:
        window = self._window
        self._next()
        window.advance(window.at + 1)
        number, char = 0, self._next(within_array=True)
        while char and char != "]":
            number += 1
            value = self._value(number, f"/{number - 1}")
            if value is None:
                return
            yield from self._given(value, number, f"/{number - 1}")
            char, comma = self._next(within_array=True), window.position(window.at)
            if char == ",":
                window.advance(window.at + 1)
                char = self._next(within_array=True)
                if char == "]":
                    self.findings.say(rules.TRAILING_COMMA, value=",", place=Place(None, *comma, pointer=""))
            elif char and char != "]":
                expected = Text("コンマか「]」", "a comma or ]")
                self._say([unexpected(window.text, window.at, expected)], None, "")
                return
        if char:
            window.advance(window.at + 1)
            if self._next():
                self._stray_end()

    def _next(self, *, within_array: bool = False) -> str:
        """Advances to the next character that is neither white space nor comment; empty at the end of the file."""
        window = self._window
        while True:
            match = _SPACE.match(window.text, window.at)
            assert match is not None
            end, faults, stopped = match.end(), list[ScanFault](), False
            if window.text.startswith("/", end):
                found = space(window.text, end, final=window.final)
                end, faults, stopped = found.end, found.faults, found.stopped
                if found.incomplete:
                    window.more()
                    continue
            if end == len(window.text) and not window.final:
                # A line end may be cut in two here: nothing is counted before more is known.
                window.more()
                continue
            self._say(faults, None, "")
            window.advance(end)
            if stopped:
                return ""
            if end == len(window.text) and within_array:
                opened = Text("閉じていない配列（[…]）", "an array that is not closed")
                self._say([ScanFault(rules.TRUNCATED, end, None, {"found": opened}, "")], None, "")
            return window.text[end : end + 1]

    # An object a line.

    def _of_lines(self) -> Iterator[Node]:
        number = 0
        for line, text in numbered(chain([self._window.text], self._window.blocks)):
            start = _SPACE.match(text)
            if start is None or start.end() == len(text):
                continue
            number += 1
            self._window = _Window(iter(()), text, start.end(), line, start.end() + 1, final=True)
            value = self._value(number, "")
            if value is None:
                continue
            yield from self._given(value, number, "")
            if self._next():
                end = Text("行の終わり", "the end of the line")
                self._say([unexpected(text, self._window.at, end)], number, "")

    # Values.

    def _value(self, number: int, base: str) -> _Read | None:
        """The value that begins here, or None where nothing can be read behind it."""
        window = self._window
        while True:
            read = _fast(window.text, window.at, self.decision.faulty)
            if read is not None and (read.end < len(window.text) or window.final):
                return read
            if not window.final and len(window.text) - window.at < _WHOLE:
                window.more()
                continue
            scanned = scan(window.text, window.at, final=window.final, encoding=self.encoding)
            if scanned.incomplete:
                window.more()
                continue
            self._say(scanned.faults, number, base)
            return None if scanned.stopped else _Read(scanned.value, scanned.end, scanned)

    def _given(self, read: _Read, number: int, base: str) -> Iterator[Node]:
        """The record that was read, or the finding that it is none; the window then stands behind it."""
        window = self._window
        place = Place(number, window.line, window.column, pointer=base)
        if isinstance(read.value, dict):
            node = node_of(read.value)
            node.place = place
            self._record = _Record(node, window.text, window.at, place, read.scanned)
            window.advance(read.end)
            yield node
        else:
            # JSON may hold any value: an error where a standard asks for records, else a word on the first.
            severity, hint = (None, rules.AS_OBJECTS) if self.are_records_due() else (Severity.INFO, rules.NOT_JUDGED)
            if severity is None or not self._odd:
                self.findings.say(rules.NO_RECORD, severity, place=place, found=_NAMES[type(read.value)], hint=hint)
            self._odd = True
            window.advance(read.end)

    def _say(self, faults: list[ScanFault], record: int | None, base: str) -> None:
        """Reports faults; their offsets are those of the window."""
        window = self._window
        offset, line, column = window.at, window.line, window.column
        for fault in sorted(faults, key=lambda fault: fault.offset):
            line, column = moved(line, column, window.text, offset, fault.offset)
            offset = fault.offset
            pointer = None if fault.pointer is None else base + fault.pointer
            place = Place(record, line, column, pointer=pointer)
            self.findings.add(Finding(fault.rule, fault.rule.severity, fault.value, fault.details, place))


@dataclass(frozen=True, slots=True)
class _Read:
    """A value, the offset behind it, and what the scanner said where it was asked."""

    value: Value
    end: int
    scanned: Scanned | None = None


def read_json(source: Source, findings: Findings, encoding: str | None = None, due: Callable[[], bool] = lambda: True) -> JsonDocument:
    """A JSON file to be read. Findings go to ``findings``; OSError where the source cannot be read.

    Property names are kept as they stand. ``encoding`` overrules what the bytes say; ``due`` says whether
    what is no object is an error by now.
    """
    return JsonDocument(source, findings, decide(source, encoding), due)


def form_of(head: str, suffix: str = "") -> Form:
    """How the records stand in a text, judged by its beginning and, where that leaves it open, the suffix of the file's name.

    >>> form_of('{"a": 1}\\n{"a": 2}\\n')
    'lines'
    """
    text = head[space(head, 0).end :]
    first, _, rest = text.partition("\n")
    if first.strip() in {"{", "["}:
        return "array" if first.startswith("[") else "object"
    if text.startswith("["):
        return "array"
    if suffix in _LINES:
        return "lines"
    if not text.startswith("{"):
        return "other"
    whole = _fast(first, 0, False) is not None and rest.lstrip(" \t\r\n").startswith("{")
    return "lines" if whole and _SPACE.fullmatch(first, _DECODER.raw_decode(first)[1]) else "object"


def _fast(text: str, start: int, faulty: bool) -> _Read | None:
    """The value as the standard decoder reads it; None where it refuses, or passes over what is a fault."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError, _OddError):
        return None
    if _ESCAPED_SURROGATE.search(text, start, end) or (faulty and _SURROGATE.search(text, start, end)):
        return None
    return _Read(value, end) if _is_shallow(value) else None


def _is_shallow(value: Value) -> bool:
    """True where nothing is nested deeper than is read."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(MAX_DEPTH):
        level = [child for holder in level for child in _held(holder) if type(child) is dict or type(child) is list]
        if not level:
            return True
    return False


def _held(holder: dict[str, Value] | list[Value]) -> Iterable[Value]:
    return holder.values() if type(holder) is dict else holder
