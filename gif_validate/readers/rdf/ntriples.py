"""N-Triples and N-Quads, line by line: each statement has its line and column, and a broken line does not stop the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...catalogue.finding import Place
from ...catalogue.report import Findings
from . import rules
from .statement import Statement, Value, literal_type, plain_datatype

_IRI = r'<([A-Za-z][A-Za-z0-9+.-]*:(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*)>'
_BLANK = r"(_:[^\W_](?:[\w.·-]*[\w·-])?|_:_(?:[\w.·-]*[\w·-])?)"
_STRING = r'"([^"\\\r\n]*+(?:\\(?:[tbnrf"\'\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})[^"\\\r\n]*+)*)"'
_TAIL = rf"(?:\^\^{_IRI}|@([a-zA-Z]+(?:-[a-zA-Z0-9]+)*))?"
_SUBJECT = re.compile(rf"[ \t]*(?:{_IRI}|{_BLANK})")
_PREDICATE = re.compile(rf"[ \t]*{_IRI}")
_OBJECT = re.compile(rf"[ \t]*(?:{_IRI}|{_BLANK}|{_STRING}{_TAIL})")
_END = re.compile(r"[ \t]*\.[ \t]*(?:#.*)?")
_GRAPH_END = re.compile(rf"(?:[ \t]*(?:{_IRI}|{_BLANK}))?[ \t]*\.[ \t]*(?:#.*)?")
_NOTHING = re.compile(r"[ \t]*(?:#.*)?")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


def statements(lines: Iterable[tuple[int, str]], findings: Findings, *, quads: bool = False) -> Iterator[Statement]:
    """The statements of numbered lines; a line that is none is a finding. ``quads``: each may name its graph (N-Quads)."""
    end, syntax = (_GRAPH_END, "N-Quads") if quads else (_END, "N-Triples")
    for number, line in lines:
        if _NOTHING.fullmatch(line):
            continue
        statement, at = _statement(line, number, end)
        if statement is None:
            near = line[at : at + 40] or line[-40:]
            findings.say(rules.SYNTAX, value=line, place=Place(None, number, at + 1), syntax=syntax, found=near)
        else:
            yield statement


def _statement(line: str, number: int, ending: re.Pattern[str]) -> tuple[Statement | None, int]:
    """The statement, or None and the offset up to which the line is one."""
    at = 0
    found: list[re.Match[str]] = []
    for regex in (_SUBJECT, _PREDICATE, _OBJECT):
        match = regex.match(line, at)
        if match is None:
            return None, _behind_space(line, at)
        found.append(match)
        at = match.end()
    if ending.fullmatch(line, at) is None:
        return None, _behind_space(line, at)
    subject, predicate, obj = found
    try:
        value = _value(obj, number, _behind_space(line, predicate.end()) + 1)
        return (subject[2] or _unescaped(subject[1]), _unescaped(predicate[1]), value), at
    except ValueError:
        return None, line.index("\\")


def _behind_space(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \t":
        at += 1
    return at


def _value(match: re.Match[str], line: int, column: int) -> Value:
    iri, blank, text, datatype, lang = match.groups()
    if text is None:
        return Value(blank or _unescaped(iri), "iri", line=line, column=column)
    datatype = plain_datatype(_unescaped(datatype) if datatype else None)
    return Value(_unescaped(text), literal_type(datatype), datatype, lang or "", line, column)


def _unescaped(text: str) -> str:
    """The text without escapes. ValueError where one names no character."""
    return _ESCAPE.sub(_char, text) if "\\" in text else text


def _char(match: re.Match[str]) -> str:
    if match[3]:
        return _SHORT[match[3]]
    code = int(match[1] or match[2], 16)
    if 0xD800 <= code < 0xE000:
        raise ValueError("half a surrogate pair")
    return chr(code)
