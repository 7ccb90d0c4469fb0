"""Rules of the written form of RDF: Turtle, N-Triples, RDF/XML and JSON-LD."""

from __future__ import annotations

import re

from ...catalogue.rows import error, ours, warning
from ...catalogue.text import Text

_OUTSIDE_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')


def is_iri(text: str) -> bool:
    """True where an IRI, or a reference to one, has no character that it may not have."""
    return _OUTSIDE_IRI.search(text) is None


SYNTAX = error("RDF-001", ours("RDF 1.1 Turtle §6"), scope="file").says(
    ("RDF の構文の誤り", "Not well-formed RDF"),
    (
        "{syntax} として読めません：「{found}」の付近に構文の誤りがあります。",
        'Not readable as {syntax}: the syntax is wrong near "{found}".',
    ),
    good=('<urn:a> <urn:b> "c" .',),
    bad=('<urn:a> <urn:b> "c"',),
)
AS_JSON = Text(
    "項目の意味がこのファイルからは分からないため、ふつうの JSON として読みました。",
    "What its names mean this file does not say, so it was read as ordinary JSON.",
)
NEEDED = Text(
    "GIF 又は IMI の語彙を使っているため、@context の内容が分からないと適合を判定できません。@context の中身をこのファイルに書きます。",
    "It names terms of GIF or IMI, and without the context nobody can say that it conforms. Write the context itself into this file.",
)
REMOTE_CONTEXT = error("RDF-002", ours("RDF-002"), scope="file").says(
    ("外部の @context は読み込まない", "A remote @context is not fetched"),
    (
        "@context が外部の文書「{value}」を指しています。安全のため取得しません。{hint_read}{hint_known}",
        'The @context points to another document, "{value}". It is not fetched, for safety. {hint_read} {hint_known}',
    ),
    good=('{"@context": {"名称": "urn:x-gif:pd:name"}}',),
    bad=('{"@context": "https://example.org/context.jsonld", "@type": "pd:LegalEntity"}',),
)
NOT_UTF_8 = error(
    "RDF-003", ours("RDF 1.1 Turtle §6"), look=lambda value: None if value in {"utf-8", "utf-8-sig", "ascii"} else {}, scope="file"
).says(
    ("RDF の文字コードが UTF-8 ではない", "RDF that is not UTF-8"),
    (
        "文字コードは {value} です。Turtle と N-Triples は UTF-8 で書きます。",
        "The encoding is {value}. Turtle and N-Triples are written in UTF-8.",
    ),
    good=("utf-8",),
    bad=("utf-16-le", "cp932"),
)
TOO_DEEP = error("RDF-004", ours("RDF-004"), scope="file").says(
    ("RDF の入れ子が深すぎる", "RDF nested too deeply"),
    (
        "空白ノード又はリストの入れ子が深すぎて、このファイルは読めませんでした。",
        "Blank nodes or lists are nested too deeply; the file could not be read.",
    ),
    good=("<urn:a> <urn:b> [ <urn:c> 1 ] .",),
    bad=("[ [ [ … ] ] ]",),
)
ENTANGLED = warning("RDF-005", ours("RDF-005"), scope="file").says(
    ("ノードの参照が多すぎる", "Too many references between nodes"),
    (
        "ノードどうしの参照が多すぎるため、「{value}」から先をたどりませんでした。",
        'The nodes refer to each other too often; nothing was followed beyond "{value}".',
    ),
    good=("<urn:a> <urn:b> <urn:c> .",),
    bad=("<urn:a> <urn:b> <urn:c>, <urn:d> . …",),
)
UNMAPPED = warning("RDF-006", ours("JSON-LD 1.1 §3.1"), scope="file").says(
    ("@context に定義のない項目", "An item that the @context does not define"),
    (
        "「{found}」の値は、@context に項目の定義がないため、RDF としては失われます。定義を加えるか、項目名を直します。",
        'The value of "{found}" is lost as RDF, because the @context does not define it. Define it or correct the name.',
    ),
    good=('{"@context": {"名称": "urn:x-gif:pd:name"}, "名称": "中央公民館"}',),
    bad=('{"@context": {"名称": "urn:x-gif:pd:name"}, "名前": "中央公民館"}',),
)
NO_IRI = error("RDF-007", ours("JSON-LD 1.1 §3.3"), look=lambda value: None if is_iri(value) else {}, scope="file").says(
    ("@id が IRI ではない", "An @id that is no IRI"),
    (
        "@id の値「{value}」は、空白など IRI に使えない文字があり、IRI ではありません。このノードは RDF としては失われます。",
        'The @id "{value}" is no IRI: it has white space or another character that no IRI may have. The node is lost as RDF.',
    ),
    good=("http://example.jp/ab", "_:a"),
    bad=("http://example.jp/a b", "a|b"),
)
