"""Rules of schemas that the user brings (JSON Schema, SHACL, XML Schema): what they say, as findings."""

from __future__ import annotations

from ...catalogue.rule import Clause, Rule, Severity
from ...catalogue.text import Text

_OURS = "gif-validate"

JSON_SCHEMA = Rule(
    id="FOREIGN-001",
    title=Text("指定の JSON Schema に合わない", "Not valid against the JSON Schema given"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FOREIGN-001"),
    message=Text("JSON Schema（{keyword}）：{problem}", "JSON Schema ({keyword}): {problem}"),
    good=('{"type": "string"} と "a"',),
    bad=('{"type": "string"} と 1',),
    scope="record",
    about="truth",
)
SHACL = Rule(
    id="FOREIGN-002",
    title=Text("指定の SHACL シェイプに合わない", "Not valid against the SHACL shapes given"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FOREIGN-002"),
    message=Text("SHACL（{keyword}）：{problem}", "SHACL ({keyword}): {problem}"),
    good=("sh:maxCount 1 と値1個",),
    bad=("sh:maxCount 1 と値2個",),
    scope="record",
    about="truth",
)
XSD = Rule(
    id="FOREIGN-003",
    title=Text("指定の XML Schema に合わない", "Not valid against the XML Schema given"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FOREIGN-003"),
    message=Text("XML Schema：{problem}", "XML Schema: {problem}"),
    good=('<xs:element name="a"/> と <a/>',),
    bad=('<xs:element name="a"/> と <b/>',),
    scope="record",
    about="truth",
)
UNUSABLE = Rule(
    id="FOREIGN-004",
    title=Text("指定のスキーマが使えない", "The schema given cannot be used"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "FOREIGN-004"),
    message=Text("スキーマ「{value}」を使えません：{problem}", 'The schema "{value}" cannot be used: {problem}'),
    good=("schema.json",),
    bad=("schema.json（書きかけ）",),
    scope="record",
    about="truth",
)
OTHER_FORMAT = Rule(
    id="FOREIGN-005",
    title=Text("指定のスキーマはこの形式のファイルを検査できない", "The schema given is for another format"),
    severity=Severity.WARNING,
    clause=Clause(_OURS, "FOREIGN-005"),
    message=Text(
        "このファイルの形式には、指定の {value} を当てはめられません（{expected} 用）。",
        "The {value} given does not apply to files of this format (it is for {expected}).",
    ),
    good=("JSON Schema と JSON",),
    bad=("JSON Schema と CSV",),
    scope="record",
    about="truth",
)
