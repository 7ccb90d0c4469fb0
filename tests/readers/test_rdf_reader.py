"""RDF: the same statements in every syntax give the same tree, literals keep their form, places are right, nothing is fetched."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.finding import Finding
from gif_validate.catalogue.report import Findings
from gif_validate.readers.formats import kind_of
from gif_validate.readers.rdf import turtle
from gif_validate.readers.rdf.reader import RdfDocument, read_rdf
from gif_validate.readers.rdf.statement import XSD, Syntax, Value, plain_datatype
from gif_validate.readers.record import Leaf, Node
from gif_validate.readers.source import Source

E = "urn:e:"
CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Co"], exclude_characters="\ufffe\uffff")
TEXT = st.text(CHARACTERS, max_size=8) | st.sampled_from(["", '"', "\\", "'''", '"""', "a\nb", "#", "<urn:x>", "𠮷", "1.10", "0010101"])
LITERAL = st.one_of(
    st.builds(rdflib.Literal, TEXT),
    st.builds(rdflib.Literal, TEXT, lang=st.sampled_from(["ja", "en", "ja-Hira"])),
    st.builds(rdflib.Literal, TEXT, datatype=st.just(rdflib.URIRef("urn:e:type"))),
    st.builds(rdflib.Literal, st.sampled_from(["0010101", "-1", "9" * 30]), datatype=st.just(rdflib.XSD.integer), normalize=st.just(False)),
)
IRI = st.sampled_from([rdflib.URIRef(f"{E}{name}") for name in "abcd"])
BLANK = st.sampled_from([rdflib.BNode(f"n{number}") for number in range(4)])
TRIPLES = st.lists(st.tuples(IRI | BLANK, IRI, LITERAL | IRI | BLANK), max_size=12)


def read(data: str | bytes, syntax: Syntax, **options: Any) -> tuple[list[Node], list[Finding], RdfDocument]:
    findings = Findings(1000)
    source = Source.of_bytes(data.encode() if isinstance(data, str) else data, "a")
    document = read_rdf(source, findings, syntax, **options)
    return list(document.records()), findings.kept(), document


def faults(data: str | bytes, syntax: Syntax, **options: Any) -> list[tuple[str, int | None, int | None]]:
    return [(f.rule.id, f.place.line, f.place.column) for f in read(data, syntax, **options)[1]]


def parts(child: Node | Leaf) -> Iterator[Node | Leaf]:
    yield child
    if isinstance(child, Node):
        for children in child.children.values():
            for below in children:
                yield from parts(below)


def shape(child: Node | Leaf) -> Any:
    """A tree without places and without the labels of blank nodes."""
    if isinstance(child, Leaf):
        text = "_:" if child.type == "iri" and child.text.startswith("_:") else child.text
        return (child.type, child.state, text, child.datatype, child.lang.lower())
    return {name: sorted((shape(below) for below in children), key=repr) for name, children in sorted(child.children.items())}


def literals(document: RdfDocument) -> Counter[tuple[str, str, str]]:
    found = (value for statements in document.graph.by_subject.values() for _, value in statements if value.type != "iri")
    return Counter((value.text, value.datatype, value.lang.lower()) for value in found)


def written(graph: rdflib.Graph, syntax: Syntax) -> str:
    """A graph in a syntax; as JSON-LD by hand, because rdflib's writer makes numbers of typed literals."""
    if syntax != "jsonld":
        return graph.serialize(format={"ntriples": "nt", "turtle": "turtle", "rdfxml": "xml"}[syntax])
    nodes: dict[Any, dict[str, Any]] = {}
    for s, p, o in graph:
        nodes.setdefault(s, {"@id": s.n3().strip("<>")}).setdefault(str(p), []).append(expanded(o))
    return json.dumps(list(nodes.values()), ensure_ascii=False, indent=1)


def expanded(term: Any) -> dict[str, str]:
    if not isinstance(term, rdflib.Literal):
        return {"@id": term.n3().strip("<>")}
    kind = {"@language": term.language} if term.language else {"@type": str(term.datatype)} if term.datatype else {}
    return {"@value": str(term), **kind}


def graph_of(triples: list[Any]) -> rdflib.Graph:
    graph = rdflib.Graph(store="SimpleMemory")
    for triple in triples:
        graph.add(triple)
    return graph


@given(triples=TRIPLES)
def test_every_syntax_gives_the_same_statements(triples: list[Any]) -> None:
    graph = graph_of(triples)
    expected = Counter(
        (str(o), plain_datatype(str(o.datatype) if o.datatype else None), (o.language or "").lower())
        for _, _, o in graph
        if isinstance(o, rdflib.Literal)
    )
    syntaxes: list[Syntax] = ["ntriples", "turtle", "jsonld", "rdfxml"]
    for syntax in syntaxes:
        text = written(graph, syntax)
        nodes, findings, document = read(text, syntax)
        assert not findings
        assert literals(document) == expected, syntax
        for node in nodes:
            for part in parts(node):
                check_place(text, part, document)


def check_place(text: str, part: Node | Leaf, document: RdfDocument) -> None:
    """A literal stands where its place says, as the document writes it."""
    place = document.place(part)
    if isinstance(part, Node) or part.type == "iri" or document.syntax == "rdfxml":
        return
    assert place.line is not None
    assert place.column is not None
    lines = text.split("\n")
    here = "\n".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])
    if document.syntax == "jsonld":
        assert json.JSONDecoder().raw_decode(here)[0] == part.text
    elif part.type == "number":
        assert here.strip('"').startswith(part.text)
    else:
        (term,) = rdflib.Graph().parse(data=f"<urn:a> <urn:b> {literal_at(here)} .", format="turtle").objects()
        assert str(term) == part.text


def literal_at(text: str) -> str:
    """The literal that a text begins with, without its datatype or language, found character by character."""
    quotes = 3 if text[:3] in {'"""', "'''"} else 1
    at = quotes
    while text[at : at + quotes] != text[:quotes]:
        at += 2 if text[at] == "\\" else 1
    return text[: at + quotes]


@given(triples=TRIPLES)
def test_trees_agree_between_syntaxes(triples: list[Any]) -> None:
    """For graphs without circles the trees are the same, whatever the syntax and its order."""
    order = {**{f"{E}{name}": n for n, name in enumerate("abcd")}, **{f"n{n}": n + 4 for n in range(4)}}
    acyclic = [(s, p, o) for s, p, o in triples if isinstance(o, rdflib.Literal) or order[str(s)] < order[str(o)]]
    graph = graph_of(acyclic)
    trees = []
    syntaxes: list[Syntax] = ["ntriples", "turtle", "jsonld", "rdfxml"]
    for syntax in syntaxes:
        nodes, _, _ = read(written(graph, syntax), syntax)
        trees.append(sorted((shape(node) for node in nodes), key=repr))
    assert all(tree == trees[0] for tree in trees)


TURTLE = """@prefix ex: <urn:x:> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
# 注 "x"
ex:a a ex:T ; ex:n "0010101"^^xsd:integer , 1.10, 5, true, 1e5 ;
  ex:s \"\"\"a
"b" c\"\"\", 'x'@ja, "a"^^xsd:string, "a" ;
  ex:l ( 1 "z" ) ; ex:b [ ex:k "v" ; ex:up ex:a ] ; ex:i <rel#1>, ex:a\\'b .
"""


def test_turtle() -> None:
    (node,), findings, document = read(TURTLE, "turtle")
    assert not findings
    assert (node.model, node.place.node) == ("urn:x:T", "urn:x:a")
    leaves = [
        (path.replace("urn:x:", ""), leaf.text, leaf.type, leaf.datatype.removeprefix(XSD), leaf.lang, document.place(leaf).line)
        for path, leaf in node.leaves()
    ]
    assert leaves[1:] == [
        ("n", "0010101", "number", "integer", "", 3),
        ("n", "1.10", "number", "decimal", "", 3),
        ("n", "5", "number", "integer", "", 3),
        ("n", "true", "boolean", "boolean", "", 3),
        ("n", "1e5", "number", "double", "", 3),
        ("s", 'a\n"b" c', "text", "", "", 4),
        ("s", "x", "text", "", "ja", 5),
        ("s", "a", "text", "", "", 5),
        ("l", "1", "number", "integer", "", 6),
        ("l", "z", "text", "", "", 6),
        ("b/k", "v", "text", "", "", 6),
        ("b/up", "urn:x:a", "iri", "", "", None),
        ("i", "rel#1", "iri", "", "", None),
        ("i", "urn:x:a'b", "iri", "", "", None),
    ]


JSONLD = """{"@context": {"pd": "urn:pd:", "name": "pd:name", "n": "pd:n", "d": {"@id": "pd:d", "@type": "pd:date"}, "type": "@type",
  "addr": "pd:addr", "l": {"@id": "pd:l", "@container": "@language"}, "ref": {"@id": "pd:ref", "@type": "@id"}, "no": null},
 "@id": "urn:1", "type": "pd:T", "name": "x", "n": 1.10, "d": "2017", "ref": "urn:z", "no": 1,
 "addr": {"name": ["a", "b"], "zip": "9"}, "l": {"ja": "あ"},
 "lost": {"a": 1, "b": 2}}"""


def test_jsonld() -> None:
    (node,), findings, document = read(JSONLD, "jsonld")
    assert [(f.rule.id, f.place.pointer, f.place.line) for f in findings] == [("RDF-006", "/addr/zip", 4), ("RDF-006", "/lost", 5)]
    assert (node.model, node.place.node, document.place(node).pointer, document.place(node).line) == ("urn:pd:T", "urn:1", "", 1)
    leaves = [
        (path.replace("urn:pd:", ""), leaf.text, leaf.type, leaf.datatype, leaf.lang, document.place(leaf).pointer)
        for path, leaf in node.leaves()
    ]
    assert leaves[1:] == [
        ("name", "x", "text", "", "", "/name"),
        ("n", "1.10", "number", XSD + "double", "", "/n"),
        ("d", "2017", "text", "urn:pd:date", "", "/d"),
        ("ref", "urn:z", "iri", "", "", None),
        ("addr/name", "a", "text", "", "", "/addr/name/0"),
        ("addr/name", "b", "text", "", "", "/addr/name/1"),
        ("l", "あ", "text", "", "ja", "/l/ja"),
    ]


CONTEXT = "https://example.org/c.jsonld"


@pytest.mark.parametrize(
    "data",
    [
        {"@context": CONTEXT, "a": 1},
        {"@context": [{"a": "urn:a"}, CONTEXT], "a": 1},
        {"@context": {"a": {"@id": "urn:a", "@context": CONTEXT}}, "a": {"b": 1}},
        {"@context": {"@import": CONTEXT}, "a": 1},
        [{"urn:a": {"@context": CONTEXT, "b": 1}}],
        {"@context": "c.jsonld", "a": 1},
    ],
)
def test_remote_contexts_are_one_finding_each(data: Any) -> None:
    nodes, findings, _ = read(json.dumps(data), "jsonld")
    assert not nodes
    assert [f.rule.id for f in findings] == ["RDF-002"]
    assert findings[0].place.line == 1


def test_contexts_at_hand_are_used() -> None:
    contexts = {CONTEXT: {"@context": {"名称": "urn:pd:name", "id": "@id"}}}
    nodes, findings, _ = read(json.dumps({"@context": CONTEXT, "id": "urn:1", "名称": "x"}), "jsonld", contexts=contexts)
    assert nodes[0].text("urn:pd:name") == "x"
    assert nodes[0].place.node == "urn:1"
    assert not findings


def test_prefixed_compact_and_expanded_forms_agree() -> None:
    forms = [
        {"@context": {"名称": "urn:pd:name"}, "名称": "x"},
        {"@context": {"pd": "urn:pd:"}, "pd:name": "x"},
        {"@context": {"@vocab": "urn:pd:"}, "name": "x"},
        {"urn:pd:name": [{"@value": "x"}]},
        [{"@graph": [{"urn:pd:name": "x"}]}],
    ]
    trees = [[shape(node) for node in read(json.dumps(form), "jsonld")[0]] for form in forms]
    assert all(tree == trees[0] for tree in trees)


def test_documents_that_use_the_characters_of_marks() -> None:
    text = "\U0010f001"
    assert read(f'<urn:a> <urn:b> "{text}", 0010 .', "turtle")[2].graph.by_subject["urn:a"] == [
        ("urn:b", Value(text)),
        ("urn:b", Value("0010", "number", XSD + "integer")),
    ]
    assert read(json.dumps({"urn:b": text}), "jsonld")[0][0].text("urn:b") == text


FAULTS: list[tuple[str, Syntax, list[tuple[str, int | None, int | None]]]] = [
    ('<urn:a> <urn:b> "c"', "ntriples", [("RDF-001", 1, 20)]),
    ('<urn:a> <urn:b> "c" .\nx\n<urn:a> <urn:b> "d" .', "ntriples", [("RDF-001", 2, 1)]),
    ('<urn:a> "b" "c" .', "ntriples", [("RDF-001", 1, 9)]),
    ('<urn:a> <urn:b> "\\ud800" .', "ntriples", [("RDF-001", 1, 18)]),
    ('<urn:a> <urn:b> "c" .\n\n<urn:a> <urn:b> nothing .', "turtle", [("RDF-001", 3, 17)]),
    ("x:a x:b x:c .", "turtle", [("RDF-001", 1, 1)]),
    ("{", "jsonld", [("JSON-002", 1, 2)]),
    ('{"@context": 1, "a": NaN}', "jsonld", [("JSON-004", 1, 22), ("RDF-001", 1, 1)]),
    ("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><a></r:RDF>", "rdfxml", [("XML-001", 1, 67)]),
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "rdfxml", [("XML-003", 1, 13), ("XML-020", 1, 25)]),
]


@pytest.mark.parametrize(("text", "syntax", "found"), FAULTS)
def test_faults_are_found_at_their_place(text: str, syntax: Syntax, found: list[tuple[str, int | None, int | None]]) -> None:
    assert sorted(faults(text, syntax)) == found


RDFXML = """<?xml version="1.0" encoding="Shift_JIS"?>
<!DOCTYPE rdf:RDF SYSTEM "http://example.invalid/rdf.dtd">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">
<rdf:Description rdf:about="urn:a"><e:n xml:lang="ja">中央公民館</e:n><e:i rdf:resource="#b"/></rdf:Description></rdf:RDF>"""


def test_rdfxml() -> None:
    (node,), findings, _ = read(RDFXML.encode("cp932"), "rdfxml")
    assert [f.rule.id for f in findings] == ["XML-003"]
    assert shape(node) == {"urn:e:n": [("text", "value", "中央公民館", "", "ja")], "urn:e:i": [("iri", "value", "#b", "", "")]}


def test_undecodable_bytes_and_other_encodings() -> None:
    assert faults(b'<urn:a> <urn:b> "x\xffy" .', "turtle") == [("FILE-003", 1, 19)]
    assert faults(b'\n<urn:a> <urn:b> "x\xffy" .', "ntriples") == [("FILE-003", 2, 19)]
    assert faults('<urn:a> <urn:b> "中央公民館のひろば" .'.encode("utf-16"), "turtle") == [("RDF-003", None, None)]


def test_circles_and_tangles_end() -> None:
    circle = "".join(f"<urn:{n}> <urn:p> <urn:{(n + 1) % 50}> .\n" for n in range(50))
    nodes, findings, _ = read(circle, "ntriples")
    assert (len(nodes), len(findings)) == (1, 0)
    assert sum(isinstance(part, Node) for part in parts(nodes[0])) == 50
    ladder = "".join(f"<urn:{n}> <urn:{p}> <urn:{n + 1}> .\n" for n in range(60) for p in "pq")
    nodes, findings, _ = read(ladder, "ntriples")
    assert {f.rule.id for f in findings} == {"RDF-005"}
    ring = "_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:a . _:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ."
    assert read(ring, "turtle")[0]


@pytest.mark.parametrize(
    ("data", "syntax"), [(TURTLE, "turtle"), (JSONLD, "jsonld"), (RDFXML, "rdfxml"), ('<urn:a> <urn:b> "c"@ja .', "ntriples")]
)
def test_truncated_at_every_byte(data: str, syntax: Syntax) -> None:
    encoded = data.encode("cp932" if syntax == "rdfxml" else "utf-8")
    for end in range(1, len(encoded), 3):
        read(encoded[:end], syntax)


@given(data=st.binary(max_size=60) | st.text(st.sampled_from("<>urn:a_b\"'\\^@.;,[]() #1{}\n名"), max_size=40).map(str.encode))
@pytest.mark.parametrize("syntax", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_anything_is_read_or_reported(data: bytes, syntax: Syntax) -> None:
    read(data, syntax)


@given(text=st.text(st.sampled_from("<>urn:ab\"'\\ .;,[]()1e-\n名"), max_size=40).map(lambda text: f"<urn:a> <urn:b> {text} ."))
def test_turtle_is_accepted_as_the_grammar_says(text: str) -> None:
    try:
        quads = list(pyoxigraph.parse(text, pyoxigraph.RdfFormat.TURTLE, base_iri="http://document.invalid/"))
    except SyntaxError:
        assert faults(text, "turtle")
    else:
        document = read(text, "turtle")[2]
        assert sum(map(len, document.graph.by_subject.values())) == len(set(quads))


STRICT: list[tuple[str, int, int]] = [
    ("<urn:a> <urn:b>\n <http://ex.org/a b> .", 2, 2),
    ("@prefix e: <urn:> .\n<http://ex.org/法人 1> a e:a .", 2, 1),
    ('<urn:a> <urn:b> "\\ud800" .', 1, 18),
    ('"x" <urn:b> <urn:c> .', 1, 1),
    ('<urn:a> <urn:b> "c" .\n"x" <urn:b> <urn:c> .', 2, 1),
    ("<urn:a> e:b <urn:c> .", 1, 9),
]


@pytest.mark.parametrize("with_oxigraph", [True, False])
@pytest.mark.parametrize(("text", "line", "column"), STRICT)
def test_what_is_no_turtle_is_refused_with_or_without_pyoxigraph(
    text: str, line: int, column: int, with_oxigraph: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not with_oxigraph:
        monkeypatch.setattr(turtle, "_oxigraph", lambda: None)
    (finding,) = read(text, "turtle")[1]
    assert (finding.rule.id, finding.place.line) == ("RDF-001", line)
    assert finding.place.column == column or not with_oxigraph
    assert finding.details["hint"]


@pytest.mark.parametrize("with_oxigraph", [True, False])
def test_named_graphs_are_read_as_one(with_oxigraph: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not with_oxigraph:
        monkeypatch.setattr(turtle, "_oxigraph", lambda: None)
    trig = '@prefix e: <urn:e:> .\ne:g { e:s e:p "x" }\ne:h { e:s e:q 1 }'
    nquads = f'<urn:e:s> <urn:e:p> "x" <urn:e:g> .\n<urn:e:s> <urn:e:q> "1"^^<{XSD}integer> _:h .'
    first, second = read(trig, "trig"), read(nquads, "nquads")
    assert not first[1] and not second[1]
    assert [shape(node) for node in first[0]] == [shape(node) for node in second[0]]
    assert [leaf.place.line for leaf in parts(first[0][0]) if isinstance(leaf, Leaf)] == [2, 3]
    assert faults(nquads, "ntriples") == [("RDF-001", 1, 25), ("RDF-001", 2, 69)]


@pytest.mark.parametrize("line", ["<a> <urn:b> <urn:c> .", "<urn:a> <b> <urn:c> .", "<urn:a> <urn:b> <c> .", '<urn:a> <urn:b> "c"^^<d> .'])
def test_ntriples_has_no_relative_iris(line: str) -> None:
    assert [rule for rule, *_ in faults(line, "ntriples")] == ["RDF-001"]


HOSTILE: list[tuple[bytes, Syntax]] = [
    (b"[" * 50_000, "turtle"),
    (b"<urn:a> <urn:b> " + b"(" * 50_000, "turtle"),
    (b'<urn:a> <urn:b> "' + b"x" * 100_000, "turtle"),
    (b'<urn:a> <urn:b> """' + b'"" ' * 30_000, "turtle"),
    (b"'" * 100_000, "turtle"),
    (b'"a' * 50_000, "turtle"),
    (b"#" * 100_000, "turtle"),
    (b"<urn:a> <urn:b> " + b"9" * 100_000 + b" .", "turtle"),
    (b"<urn:a> <urn:b> " + b"1," * 10_000 + b"1 .", "turtle"),
    (b"<" + b"a" * 100_000, "ntriples"),
    (b'<urn:a> <urn:b> "' + b"\\" * 100_000, "ntriples"),
    (b"_:" + b"a." * 50_000, "ntriples"),
    (b"x\n" * 50_000, "ntriples"),
    (b'{"a":' * 150 + b"1" + b"}" * 150, "jsonld"),
    (b"[" * 100_000, "jsonld"),
    (b'{"@graph":[' + b'{"urn:a":1},' * 5_000 + b"1]}", "jsonld"),
    (b'{"' + b"a" * 50_000 + b'":[' + b"1," * 5_000 + b"1]}", "jsonld"),
    (b'{"@context":{' + b",".join(b'"a%d":"a%d:x"' % (n, n + 1) for n in range(3_000)) + b'},"a0":1}', "jsonld"),
    (b"<a>" * 100_000, "rdfxml"),
    (b"\xff" * 100_000, "turtle"),
]


@pytest.mark.parametrize(("data", "syntax"), HOSTILE, ids=lambda value: value[:12].decode("latin-1") if isinstance(value, bytes) else value)
def test_hostile_text_ends_in_a_report(data: bytes, syntax: Syntax) -> None:
    nodes, findings, _ = read(data, syntax)
    assert nodes or findings or data.startswith(b"#")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ('{"a": 1}', "a.json", "json"),
        ('{"a": 1}\n{"a": 2}', "a.jsonl", "json"),
        ('{"@context": {}, "a": 1}', "a.json", "jsonld"),
        ('[{"@id": "urn:a", "@type": "urn:b"}]', "a", "jsonld"),
        ('[{"@id": "urn:a", "urn:b": [{"@value": "c"}]}]', "a.json", "jsonld"),
        ('{"b": [1, {"c": "}"}], "@graph": []}', "a.json", "jsonld"),
        ('[{"@id": "urn:a"}]', "a.json", "json"),
        ('{"a": {"@id": "1", "@type": "x"}, "b": "@context"}', "a.json", "json"),
        ('{"@id": "1", "name": "x"}', "a.json", "json"),
        ('{"a": 1}', "a.jsonld", "jsonld"),
        ("<a><b/></a>", "a.xml", "xml"),
        (f"<?xml version='1.0'?><a xmlns='{E}'/>", "a", "xml"),
        (RDFXML, "a.xml", "rdfxml"),
        ("<RDF xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "a.xml", "rdfxml"),
        ("@prefix a: <urn:a> .\n", "a", "turtle"),
        ("# x\n<urn:a> a <urn:b> .\n", "a.ttl", "turtle"),
        ("<urn:a> <urn:b> <urn:c> .\n", "a.nt", "ntriples"),
        ('<urn:a> <urn:b> "c"@ja .\n', "a.rdf", "ntriples"),
        ("<urn:a> <urn:b> <urn:c> .\n", "a.ttl", "turtle"),
        ("[] a <urn:b> .\n", "a.ttl", "turtle"),
        ("[] a <urn:b> .\n", "a.n3", "turtle"),
        ("[]", "a.json", "json"),
        ("<urn:s> <urn:p> <urn:o> <urn:g> .\n", "a.nq", "nquads"),
        ("@prefix a: <urn:a> .\na:g { a:s a:p 1 }", "a.trig", "trig"),
        ("<urn:g> { <urn:s> <urn:p> 1 }", "a.trig", "trig"),
        ('<?mso-application progid="x"?>\n<records><a>1</a></records>', "a.xml", "xml"),
        ('<?xml-stylesheet href="a"?><a/>', "a", "xml"),
        ("a,b\n1,2\n", "a.csv", None),
        ("", "a.json", None),
    ],
)
def test_kinds(data: str, name: str, kind: str | None) -> None:
    assert kind_of(Source.of_bytes(data.encode(), name)) == kind


@pytest.mark.parametrize("name", ["@id", "id"])
def test_an_id_that_is_no_iri_is_an_error_at_its_place(name: str) -> None:
    text = f'{{"@context": {{"pd": "urn:x-gif:pd:", "id": "@id"}},\n "{name}": "http://example.jp/a b", "pd:name": "x"}}'
    ((rule, line, _),) = faults(text, "jsonld")
    assert (rule, line) == ("RDF-007", 2)
    assert not faults(text.replace("a b", "a?b#c"), "jsonld")
    inner = '{"@context": {"pd": "urn:x-gif:pd:"}, "pd:name": "x", "pd:site": {"@id": "a|b", "pd:name": "y"}}'
    assert [rule for rule, _, _ in faults(inner, "jsonld")] == ["RDF-007"]
