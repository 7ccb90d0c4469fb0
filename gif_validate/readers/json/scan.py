"""A patient JSON scanner: every fault with its offset, and the offset of every value.

It is asked only where the fast decoder of the standard library refuses a record, or where the place of a value is to be reported. It
does not recurse, and reads on behind every fault that leaves the meaning certain (comments, trailing commas, control characters).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import NoReturn, TypeAlias

from ...catalogue.rule import Details, Rule
from ...catalogue.text import Text
from ...characters.encodings import undecoded
from ..file_rules import UNDECODABLE
from . import rules

MAX_DEPTH = 200
"""Levels of nesting that are read."""
LONGEST_POINTER = 1000
"""Characters of a JSON pointer; a longer one is not given."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Faulty:
    """A value whose fault is reported; the text as far as there is one."""

    text: str


Value: TypeAlias = "str | bool | Number | Faulty | dict[str, Value] | list[Value] | None"
Mark: TypeAlias = "tuple[int, dict[str, Mark] | list[Mark] | None]"
"""The offset of a value and, below it, the marks of what it holds, in the same shape."""


@dataclass(frozen=True, slots=True)
class ScanFault:
    """A fault at an offset of the text. ``pointer``: the value it is in, None where that is too long to say."""

    rule: Rule
    offset: int
    value: str | None
    details: Details
    pointer: str | None


@dataclass(slots=True)
class Scanned:
    """What was read. ``stopped``: a fault that nothing can be read behind. ``incomplete``: the text ends, but more may come."""

    value: Value = None
    mark: Mark = (0, None)
    end: int = 0
    faults: list[ScanFault] = field(default_factory=list)
    stopped: bool = False
    incomplete: bool = False


_SPACE = re.compile("[ \t\r\n]*")
_COMMENT = re.compile(r"//[^\r\n]*|/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*"', re.DOTALL)
_WORD = re.compile(r'[^ \t\r\n,:\[\]{}"/]+')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[+-]?(?:NaN|nan|Infinity|inf)")
_CONTROL = re.compile("[\0-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None}

A_VALUE = Text("値", "a value")
A_NAME = Text("二重引用符で囲んだ名前", "a name in double quotes")
A_COLON = Text("コロン", "a colon")
THE_END = Text("ファイルの終わり", "the end of the file")
_NEXT = {
    "}": Text("コンマか「}」", "a comma or }"),
    "]": Text("コンマか「]」", "a comma or ]"),
}
_OPEN = {
    "}": Text("閉じていないオブジェクト（{…}）", "an object that is not closed"),
    "]": Text("閉じていない配列（[…]）", "an array that is not closed"),
}
_OPEN_STRING = Text("閉じていない文字列", "a string that is not closed")
_OPEN_COMMENT = Text("閉じていない注釈", "a comment that is not closed")
_NOTHING = Text("値がない状態", "nothing: a value is missing")
_HINTS = (
    (re.compile("['‘’“”]"), Text('文字列は二重引用符（"）で囲みます。', 'Strings are enclosed in double quotes (").')),
    (
        re.compile("-?0[0-9]+"),
        Text('先頭の0を残すには文字列にします（"0123"）。', 'Write it as a string to keep the leading zero ("0123").'),
    ),
    (re.compile(r"[-+]?\.?[0-9]"), Text("数値は 12、-1.5、1e5 のように書きます。", "Numbers are written as 12, -1.5, 1e5.")),
    (
        re.compile("(?i:true|false|null|none|undefined)"),
        Text("true、false、null は小文字で書きます。", "Write true, false and null in lower case."),
    ),
    (re.compile("[０-９，：［］｛｝]"), Text("記号と数値は半角で書きます。", "Signs and numbers are written in half width.")),
)


class _StopError(Exception):
    """Nothing can be read behind the last fault."""


class _MoreError(Exception):
    """The text ends within a value."""


@dataclass(slots=True)
class _Frame:
    """An object or array that is open: what it holds so far, the character that closes it, and the name that awaits its value."""

    holds: dict[str, Value] | list[Value]
    marks: dict[str, Mark] | list[Mark]
    offset: int
    closer: str
    name: str = ""


def scan(text: str, start: int = 0, *, final: bool = True, encoding: str = "utf-8") -> Scanned:
    """Reads one value from an offset. ``final``: no text comes behind; ``encoding`` is named where bytes were undecodable."""
    scanner = _Scanner(text, start, final, encoding)
    result = Scanned()
    try:
        result.value, result.mark = scanner.run()
    except _StopError:
        result.stopped = True
    except _MoreError:
        result.stopped = result.incomplete = True
    result.end, result.faults = scanner.at, scanner.faults
    return result


def space(text: str, start: int, *, final: bool = True) -> Scanned:
    """Goes over white space and comments (which are faults)."""
    scanner = _Scanner(text, start, final)
    result = Scanned()
    try:
        scanner.skip()
    except _StopError:
        result.stopped = True
    except _MoreError:
        result.stopped = result.incomplete = True
    result.end, result.faults = scanner.at, scanner.faults
    return result


def unexpected(text: str, offset: int, expected: Text) -> ScanFault:
    """The fault of finding something else than expected."""
    word = _WORD.match(text, offset)
    found = word[0] if word else text[offset : offset + 1]
    hint = next((hint for regex, hint in _HINTS if regex.match(found)), None)
    details: dict[str, str | Text] = {"expected": expected, "found": found}
    return ScanFault(rules.SYNTAX, offset, found, details | ({"hint": hint} if hint else {}), "")


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int
    final: bool
    encoding: str = "utf-8"
    faults: list[ScanFault] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)

    def run(self) -> tuple[Value, Mark]:
        """One value, with all that it holds."""
        while True:
            done = self.value()
            while done is not None:
                if not self.stack:
                    return done
                done = self.behind(done)

    def value(self) -> tuple[Value, Mark] | None:
        """A value, or None where one was opened that holds others."""
        char, offset = self.peek(_NOTHING), self.at
        if char == '"':
            return self.string(), (offset, None)
        if char in "{[":
            return self.open(char)
        return self.word(), (offset, None)

    def open(self, char: str) -> tuple[Value, Mark] | None:
        if len(self.stack) == MAX_DEPTH:
            self.fault(rules.TOO_DEEP, self.at, None, expected=str(MAX_DEPTH))
            raise _StopError
        frame = _Frame({}, {}, self.at, "}") if char == "{" else _Frame([], [], self.at, "]")
        self.stack.append(frame)
        self.at += 1
        if self.peek(_OPEN[frame.closer]) == frame.closer:
            return self.close()
        if char == "{":
            self.name(frame)
        return None

    def behind(self, done: tuple[Value, Mark]) -> tuple[Value, Mark] | None:
        """Puts a value where it belongs and goes on to the next; what holds it is returned when it closes."""
        frame = self.stack[-1]
        _put(frame, done)
        char, comma = self.peek(_OPEN[frame.closer]), self.at
        if char == frame.closer:
            return self.close()
        if char != ",":
            self.wrong(_NEXT[frame.closer])
        self.at += 1
        if self.peek(_OPEN[frame.closer]) == frame.closer:
            self.fault(rules.TRAILING_COMMA, comma, ",")
            return self.close()
        if frame.closer == "}":
            self.name(frame)
        return None

    def close(self) -> tuple[Value, Mark]:
        frame = self.stack.pop()
        self.at += 1
        return frame.holds, (frame.offset, frame.marks)

    def name(self, frame: _Frame) -> None:
        """The name of a member and its colon."""
        offset = self.at
        if self.text[offset] != '"':
            self.wrong(A_NAME)
        name = self.string()
        frame.name = name if isinstance(name, str) else name.text
        if frame.name in frame.holds:
            self.fault(rules.DUPLICATE, offset, frame.name)
        if self.peek(_OPEN["}"]) != ":":
            self.wrong(A_COLON)
        self.at += 1

    def string(self) -> str | Faulty:
        start = self.at
        match = _STRING.match(self.text, start)
        if match is None:
            self.ended(_OPEN_STRING, start)
        self.at = match.end()
        raw = match[0]
        if control := _CONTROL.search(raw):
            char = control[0]
            written = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char, f"\\u{ord(char):04x}")
            self.fault(rules.CONTROL, start + control.start(), raw[1:-1], found=f"U+{ord(char):04X}", expected=written)
        try:
            value = str(scanstring(self.text, start + 1, False)[0])
        except ValueError as error:
            offset = self.text.rfind("\\", start, getattr(error, "pos", start) + 1)
            offset = offset if offset >= 0 else start
            self.fault(rules.ESCAPE, offset, raw[1:-1], found=self.text[offset : min(offset + 6, self.at - 1)])
            return Faulty(raw[1:-1])
        if _SURROGATE.search(value) is None:
            return value
        return self.no_character(start, raw, value)

    def no_character(self, start: int, raw: str, value: str) -> Faulty:
        """A string with bytes that could not be decoded, or with an escape that is half a pair."""
        if bytes_there := undecoded(raw):
            self.fault(UNDECODABLE, start, value, found=bytes_there.hex(" ").upper(), encoding=self.encoding)
        else:
            half = _SURROGATE.search(value)
            assert half is not None
            self.fault(rules.SURROGATE, start, value, found=f"\\u{ord(half[0]):04x}")
        return Faulty(value)

    def word(self) -> Value:
        """true, false, null or a number; NaN and the like are faults."""
        match = _WORD.match(self.text, self.at)
        if match is None:
            self.wrong(A_VALUE)
        if match.end() == len(self.text) and not self.final:
            raise _MoreError
        word = match[0]
        if word in _WORDS:
            self.at = match.end()
            return _WORDS[word]
        if _NUMBER.fullmatch(word):
            self.at = match.end()
            return Number(word)
        if _NO_NUMBER.fullmatch(word):
            self.fault(rules.NOT_A_NUMBER, self.at, word)
            self.at = match.end()
            return Faulty(word)
        return self.wrong(A_VALUE)

    def peek(self, within: Text) -> str:
        """The next character that is neither white space nor comment; ``within`` is what the text ends in where there is none."""
        self.skip()
        if self.at == len(self.text):
            self.ended(_OPEN[self.stack[-1].closer] if self.stack else within, self.at)
        return self.text[self.at]

    def skip(self) -> None:
        while True:
            match = _SPACE.match(self.text, self.at)
            assert match is not None
            self.at = match.end()
            if not self.text.startswith("/", self.at):
                return
            comment = _COMMENT.match(self.text, self.at)
            if not self.final and (comment is None or comment.end() == len(self.text)):
                raise _MoreError
            if comment is None:
                if self.text.startswith("/*", self.at):
                    self.ended(_OPEN_COMMENT, self.at)
                self.wrong(A_VALUE)
            self.fault(rules.COMMENT, self.at, comment[0])
            self.at = comment.end()

    def fault(self, rule: Rule, offset: int, value: str | None, **details: str | Text) -> None:
        self.faults.append(ScanFault(rule, offset, value, details, self.pointer()))

    def wrong(self, expected: Text) -> NoReturn:
        found = unexpected(self.text, self.at, expected)
        self.fault(found.rule, found.offset, found.value, **found.details)
        raise _StopError

    def ended(self, within: Text, offset: int) -> NoReturn:
        if not self.final:
            raise _MoreError
        self.fault(rules.TRUNCATED, offset, None, found=within)
        raise _StopError

    def pointer(self) -> str | None:
        """The JSON pointer of what is being read; None where it is longer than anyone reads."""
        steps: list[str] = []
        length = 0
        for frame in self.stack:
            step = frame.name if isinstance(frame.holds, dict) else str(len(frame.holds))
            length += len(step) + 1
            if length > LONGEST_POINTER:
                return None
            steps.append(step)
        return pointer_of(steps)


def _put(frame: _Frame, done: tuple[Value, Mark]) -> None:
    value, mark = done
    if isinstance(frame.holds, dict):
        assert isinstance(frame.marks, dict)
        frame.holds[frame.name] = value
        frame.marks[frame.name] = mark
    else:
        assert isinstance(frame.marks, list)
        frame.holds.append(value)
        frame.marks.append(mark)


def steps_of(pointer: str) -> list[str]:
    """The steps of a pointer.

    >>> steps_of("/画像/0/a~1b")
    ['画像', '0', 'a/b']
    """
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def pointer_of(steps: list[str]) -> str:
    """RFC 6901.

    >>> pointer_of(["画像", "0", "a/b"])
    '/画像/0/a~1b'
    """
    return "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)
