"""JSON: any value comes back as the same tree, every fault and every place is right, nothing hostile gets through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.finding import Finding
from gif_validate.catalogue.report import Findings
from gif_validate.readers.json.reader import JsonDocument, form_of, read_json
from gif_validate.readers.record import Leaf, Node
from gif_validate.readers.source import Source

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(["名称", "a/b", "~", "", '"', "\\", "\n", "𠮷"])
SCALAR = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
VALUE = st.recursive(SCALAR, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12)
RECORD = st.dictionaries(TEXT, VALUE, max_size=5)


def read(data: str | bytes, name: str = "a.json") -> tuple[list[Node], list[Finding], JsonDocument]:
    """The records, the findings, and the document as it stands after the last record."""
    findings = Findings(1000)
    source = Source.of_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data, name)
    document = read_json(source, findings)
    return list(document.records()), findings.kept(), document


def faults(data: str | bytes, name: str = "a.json") -> list[tuple[str, int | None, int | None, str | None]]:
    """Rule, line, column and pointer of each finding."""
    return [(f.rule.id, f.place.line, f.place.column, f.place.pointer) for f in read(data, name)[1]]


def plain(child: Node | Leaf) -> Any:
    """A tree as nested tuples."""
    if isinstance(child, Leaf):
        return (child.type, child.state, child.text)
    return {name: [plain(below) for below in children] for name, children in child.children.items()}


def expected(value: Any) -> Any:
    """The same for a Python value, said again in another way."""
    if value is None:
        return ("null", "nil", "")
    if isinstance(value, bool):
        return ("boolean", "value", str(value).lower())
    if isinstance(value, int | float):
        return ("number", "value", json.dumps(value))
    if isinstance(value, str):
        return ("text", "value" if value else "empty", value)
    if isinstance(value, dict):
        return {name: [*map(expected, held)] if isinstance(held, list) else [expected(held)] for name, held in value.items()}
    return {"": [*map(expected, value)]}


def at(text: str, line: int, column: int) -> str:
    """What stands at a line and column."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join([lines[line - 1][column - 1 :], *lines[line:]])


def resolved(value: Any, pointer: str) -> Any:
    """What a JSON pointer points to."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")  # noqa: PLW2901
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def parts(node: Node | Leaf) -> Iterator[Node | Leaf]:
    """A node and all below it."""
    yield node
    if isinstance(node, Node):
        for children in node.children.values():
            for child in children:
                yield from parts(child)


@given(records=st.lists(RECORD, max_size=4), ascii_=st.booleans(), indent=st.none() | st.integers(0, 2))
def test_an_array_comes_back_with_every_place_right(records: list[Any], ascii_: bool, indent: int | None) -> None:
    text = json.dumps(records, ensure_ascii=ascii_, indent=indent)
    findings = Findings(10)
    document = read_json(Source.of_bytes(text.encode(), "a.json"), findings)
    for number, (node, record) in enumerate(zip(document.records(), records, strict=True), start=1):
        assert plain(node) == expected(record)
        for part in parts(node):
            place = document.place(part)
            assert place.line is not None
            assert place.column is not None
            assert place.pointer is not None
            assert place.record == number
            got, _ = json.JSONDecoder().raw_decode(at(text, place.line, place.column))
            pointed = resolved(records, place.pointer)
            assert [got] == [pointed] or (isinstance(part, Node) and "" in part.children)
    assert not findings.kept()


@given(records=st.lists(RECORD, min_size=2, max_size=4), end=st.sampled_from(["\n", "\r\n", "\n\n"]), last=st.booleans())
def test_json_lines_come_back(records: list[Any], end: str, last: bool) -> None:
    text = end.join(json.dumps(record, ensure_ascii=False) for record in records) + end * last
    document = read_json(Source.of_bytes(text.encode(), "a.jsonl"), findings := Findings(10))
    step = 2 if end == "\n\n" else 1
    for number, (node, record) in enumerate(zip(document.records(), records, strict=True), start=1):
        assert plain(node) == expected(record)
        assert document.form == "lines"
        for part in parts(node):
            place = document.place(part)
            assert (place.record, place.line) == (number, (number - 1) * step + 1)
            assert place.column is not None
            assert place.pointer is not None
            got, _ = json.JSONDecoder().raw_decode(at(text, number * step - step + 1, place.column))
            assert [got] == [resolved(record, place.pointer)] or (isinstance(part, Node) and "" in part.children)
    assert not findings.kept()


@given(record=RECORD)
def test_one_object(record: Any) -> None:
    nodes, findings, _ = read(json.dumps(record))
    assert [plain(node) for node in nodes] == [expected(record)]
    assert not findings


@pytest.mark.parametrize("number", ["1.10", "1e5", "-0", "1E400", "9" * 5000, "0.30000000000000000001"])
def test_numbers_keep_their_form(number: str) -> None:
    leaf = read(f'{{"a": {number}}}')[0][0].children["a"][0]
    assert leaf == Leaf(number, type="number")


FAULTS = [
    ('{"a" 1}', [("JSON-001", 1, 6, "/a")]),
    ('[\n {"a": 0123}]', [("JSON-001", 2, 8, "/0/a")]),
    ("{'a': 1}", [("JSON-001", 1, 2, "/")]),
    ('{"a": True}', [("JSON-001", 1, 7, "/a")]),
    ('{"a": .5}', [("JSON-001", 1, 7, "/a")]),
    ('{"a": 1} x', [("JSON-001", 1, 10, "")]),
    ('[{"a": 1} {"a": 2}]', [("JSON-001", 1, 11, "")]),
    ('{"a": {"b": [1', [("JSON-002", 1, 15, "/a/b/1")]),
    ('{"a": "b', [("JSON-002", 1, 7, "/a")]),
    ('[{"a": 1}', [("JSON-002", 1, 10, "")]),
    ('[{"a": 1},', [("JSON-002", 1, 11, "")]),
    ('{"a": 1,\n "a": 2}', [("JSON-003", 2, 2, "/a")]),
    ('[{"b": {"a": NaN, "c": -Infinity}}]', [("JSON-004", 1, 14, "/0/b/a"), ("JSON-004", 1, 24, "/0/b/c")]),
    ('[{"a": 1},\n]', [("JSON-005", 1, 10, "")]),
    ('{"a": [1,],}', [("JSON-005", 1, 9, "/a/1"), ("JSON-005", 1, 11, "/a")]),
    ('// x\n[{"a": 1 /* y */}]', [("JSON-006", 1, 1, ""), ("JSON-006", 2, 10, "/0/a")]),
    (r'{"a": "\ud842"}', [("JSON-007", 1, 7, "/a")]),
    (r'{"a": "\ud842\udfb7"}', []),
    ('\ufeff{"a": 1}', [("JSON-008", None, None, None)]),
    ("1", [("JSON-010", 1, 1, "")]),
    ('[1, {"a": 1}, "x"]', [("JSON-010", 1, 2, "/0"), ("JSON-010", 1, 15, "/2")]),
    ('{"a": "x\ty"}', [("JSON-012", 1, 9, "/a")]),
    (r'{"a": "C:\data"}', [("JSON-013", 1, 10, "/a")]),
    (r'{"a": "\u12"}', [("JSON-013", 1, 8, "/a")]),
]


@pytest.mark.parametrize(("text", "found"), FAULTS)
def test_faults_are_found_at_their_place(text: str, found: list[tuple[str, int | None, int | None, str | None]]) -> None:
    assert faults(text) == found


def test_reading_goes_on_behind_what_leaves_no_doubt() -> None:
    nodes, findings, _ = read('[{"a": NaN, "b": 1,}, {"a": "x\ty", "a": 2} /* z */, {"a": 3}]')
    assert [plain(node)["a"] for node in nodes] == [[("text", "faulty", "NaN")], [("number", "value", "2")], [("number", "value", "3")]]
    assert [f.rule.id for f in findings] == ["JSON-004", "JSON-005", "JSON-012", "JSON-003", "JSON-006"]


def test_a_broken_line_does_not_stop_json_lines() -> None:
    nodes, findings, _ = read('{"a": 1}\n{"a": \n[1]\n{"a": 2} x\n{"a": 3}\n', "a.jsonl")
    assert [plain(node)["a"][0][2] for node in nodes] == ["1", "2", "3"]
    assert [(f.rule.id, f.place.record, f.place.line) for f in findings] == [("JSON-002", 2, 2), ("JSON-010", 3, 3), ("JSON-001", 4, 4)]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp"])
def test_other_encodings_are_read_and_named(codec: str) -> None:
    nodes, findings, _ = read('[{"名称": "中央公民館のひろば"}]'.encode(codec))
    assert nodes[0].text("名称") == "中央公民館のひろば"
    assert [f.rule.id for f in findings] == ["JSON-009"]


def test_undecodable_bytes_are_found_in_their_value() -> None:
    nodes, findings, document = read(b'[{"a": "x\xffy", "b": "\xe4\xb8\xad"}]')
    assert [(f.rule.id, f.place.pointer, f.details["found"]) for f in findings] == [("FILE-003", "/0/a", "FF")]
    assert nodes[0].text("b") == "中"
    leaf = nodes[0].children["a"][0]
    assert isinstance(leaf, Leaf)
    assert leaf.state == "faulty"
    assert document.place(leaf).column == 8


@pytest.mark.parametrize(
    ("head", "suffix", "form"),
    [
        ('{"a": 1}', "json", "object"),
        ('{"a": 1}\n{"a": 2}', "json", "lines"),
        ('{"a": 1}\n', "jsonl", "lines"),
        ("{\n", "jsonl", "object"),
        ('{"a":\n1}', "json", "object"),
        ('[{"a": 1}]', "jsonl", "array"),
        ('"a"', "json", "other"),
    ],
)
def test_forms(head: str, suffix: str, form: str) -> None:
    assert form_of(head, suffix) == form


DOCUMENT = json.dumps([{"名称": "中央公民館", "位置": {"緯度": 35.7, "印": [True, None, "\n𠮷"]}}] * 2, ensure_ascii=False).encode()


def test_truncated_at_every_byte() -> None:
    for end in range(len(DOCUMENT)):
        assert len(read(DOCUMENT[:end])[1]) >= 1 or end == 0
    for end in range(len(DOCUMENT) - 1):
        assert read(DOCUMENT[1 : 1 + end]) is not None


@given(
    data=st.binary(max_size=60) | st.text(st.sampled_from('{}[]",:\\/*u0d8tn1-. \n\r\t名'), max_size=40).map(str.encode),
    name=st.sampled_from(["a.json", "a.jsonl"]),
)
def test_anything_is_read_or_reported(data: bytes, name: str) -> None:
    nodes, findings, _ = read(data, name)
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=lambda _: 1 / 0)
    except (ValueError, ZeroDivisionError, RecursionError):
        if name == "a.json" and not findings:
            # JSON Lines under any name.
            assert len(nodes) > 1 or not data.strip() or not data.decode("utf-8", "replace").strip("\ufeff \t\r\n")
    else:
        assert findings or len(nodes) == (len(value) if isinstance(value, list) else 1)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'[{"a":' + b"[" * 500 + b"]" * 500 + b"}]",
        b'{"' + b"a" * 50_000 + b'":[' + b"1," * 25_000 + b"1]}",
        b'{"' + b"a" * 50_000 + b'":[' + b"NaN," * 12_000 + b"1]}",
        b'"' * 100_000,
        b'{"a":"' + b"\\" * 100_000,
        b"/*" * 50_000,
        b"/**/" * 25_000,
        b"[" + b"{}" * 50_000,
        b"[" + b"{}," * 30_000,
        b"{" + b'"a":1,' * 20_000 + b'"a":1}',
        b'{"a":' + b"9" * 100_000 + b"}",
        b" " * 100_000 + b"x",
        b"[" + b"-" * 100_000,
        b'[{"a":"' + b"\\ud800" * 16_000 + b'"}]',
        b"\xff" * 100_000,
        b'[{"a":"' + b"\xff" * 100_000 + b'"}]',
    ],
    ids=lambda data: data[:12].decode("latin-1"),
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_hostile_text_ends_in_a_report(data: bytes, name: str) -> None:
    nodes, findings, document = read(data, name)
    for node in nodes[-1:]:
        for part in parts(node):
            document.place(part)
    assert nodes or findings


def test_deep_nesting_is_one_finding() -> None:
    assert [f[0] for f in faults('{"a":' + "[" * 199 + "]" * 199 + "}")] == []
    assert [f[0] for f in faults('{"a":' + "[" * 200 + "]" * 200 + "}")] == ["JSON-011"]
    assert [f[0] for f in faults("[" * 100_000)] == ["JSON-011"]


def test_records_longer_than_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    from gif_validate.readers import source as module

    records = [{"名": "あ" * 50, "b": [n, {"c": "\r\n"}]} for n in range(20)]
    text = json.dumps(records, ensure_ascii=False, indent=1).replace("\n", "\r\n")
    for size in (1, 2, 7, 64, 333):
        monkeypatch.setattr(module, "BLOCK", size)
        document = read_json(Source.of_bytes(text.encode(), "a.json"), findings := Findings(10))
        for node, record in zip(document.records(), records, strict=True):
            assert plain(node) == expected(record)
            place = document.place(node.children["b"][0])
            assert place.line is not None
            assert place.column is not None
            assert at(text, place.line, place.column).startswith(str(record["b"][0]))
        assert not findings.kept()
