"""Rules of schemas that the user brings (JSON Schema, SHACL, XML Schema): what they say, as findings."""

from __future__ import annotations

from ...catalogue.rows import error, warning

JSON_SCHEMA = error("FOREIGN-001", scope="record", about="truth").says(
    ("指定の JSON Schema に合わない", "Not valid against the JSON Schema given"),
    ("JSON Schema（{keyword}）：{problem}", "JSON Schema ({keyword}): {problem}"),
    good=('{"type": "string"} と "a"',),
    bad=('{"type": "string"} と 1',),
)
SHACL = error("FOREIGN-002", scope="record", about="truth").says(
    ("指定の SHACL シェイプに合わない", "Not valid against the SHACL shapes given"),
    ("SHACL（{keyword}）：{problem}", "SHACL ({keyword}): {problem}"),
    good=("sh:maxCount 1 と値1個",),
    bad=("sh:maxCount 1 と値2個",),
)
XSD = error("FOREIGN-003", scope="record", about="truth").says(
    ("指定の XML Schema に合わない", "Not valid against the XML Schema given"),
    ("XML Schema：{problem}", "XML Schema: {problem}"),
    good=('<xs:element name="a"/> と <a/>',),
    bad=('<xs:element name="a"/> と <b/>',),
)
UNUSABLE = error("FOREIGN-004", scope="record", about="truth").says(
    ("指定のスキーマが使えない", "The schema given cannot be used"),
    ("スキーマ「{value}」を使えません：{problem}", 'The schema "{value}" cannot be used: {problem}'),
    good=("schema.json",),
    bad=("schema.json（書きかけ）",),
)
OTHER_FORMAT = warning("FOREIGN-005", scope="record", about="truth").says(
    ("指定のスキーマはこの形式のファイルを検査できない", "The schema given is for another format"),
    (
        "このファイルの形式には、指定の {value} を当てはめられません（{expected} 用）。",
        "The {value} given does not apply to files of this format (it is for {expected}).",
    ),
    good=("JSON Schema と JSON",),
    bad=("JSON Schema と CSV",),
)
