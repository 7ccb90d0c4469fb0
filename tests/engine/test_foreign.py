"""Schemas that the user brings: the same report, places, and nothing fetched."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from gif_validate.catalogue.finding import Finding
from gif_validate.catalogue.report import Findings
from gif_validate.engine.foreign.schemas import check
from gif_validate.engine.options import Foreign
from gif_validate.exports import json_schema, shacl, xsd
from gif_validate.models.index import model
from gif_validate.readers.formats import kind_of
from gif_validate.readers.source import Source

SCHEMA = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "pattern": "^[a-z]+$"}}}
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <urn:ex:> .
ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ;
  sh:property [ sh:path ex:name ; sh:pattern "^[a-z]+$" ; sh:message "英小文字で書きます。"@ja, "Lower case."@en ] ;
  sh:property [ sh:path ex:note ; sh:maxLength 3 ; sh:severity sh:Warning ] .
"""
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">%s
<xs:element name="thing"><xs:complexType><xs:sequence>
  <xs:element name="size" type="xs:integer"/>
</xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def found(data: str, name: str, foreign: Foreign) -> list[Finding]:
    source = Source.of_bytes(data.encode(), name)
    findings = Findings(100)
    check(foreign, source, kind_of(source), findings)
    for finding in findings.kept():
        assert finding.message("ja") and finding.message("en")
    return list(findings.kept())


def saved(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        ('{"name": "a"}', "a.json", []),
        ('{\n "name": "A"}', "a.json", [("pattern", "/name", 2, 10, None)]),
        ("{}", "a.json", [("required", "", 1, 1, None)]),
        ('[{"name": "a"},\n {"name": 1}]', "a.json", [("type", "/1/name", 2, 11, 2)]),
        ('{"name": "a"}\n{"name": "B"}\n', "a.jsonl", [("pattern", "/name", 2, 10, None)]),
        ("{broken", "a.json", []),
    ],
)
def test_json_schema(tmp_path: Path, data: str, name: str, expected: list[tuple[object, ...]]) -> None:
    schema = saved(tmp_path, "schema.json", json.dumps(SCHEMA))
    said = found(data, name, Foreign(schema=schema))
    assert [(f.details["keyword"], f.place.pointer, f.place.line, f.place.column, f.place.record) for f in said] == expected


def test_of_alternatives_the_nearest_is_told(tmp_path: Path) -> None:
    alternatives = {
        "anyOf": [{"required": ["a", "b"]}, {"type": "object", "required": ["c"], "properties": {"c": False, "d": {"const": 1}}}]
    }
    schema = saved(tmp_path, "schema.json", json.dumps(alternatives))
    (wrong,) = found('{"a": 1, "c": 2, "d": 3}', "a.json", Foreign(schema=schema))
    assert wrong.message("ja").endswith("候補のどれにも合いません。最も近い候補：必須の項目がありません（b）")
    assert "the nearest: a mandatory item is missing (b)" in wrong.message("en")


def test_json_schema_beside_the_file_and_of_an_array(tmp_path: Path) -> None:
    saved(tmp_path, "thing.json", json.dumps(SCHEMA))
    schema = saved(tmp_path, "list.json", json.dumps({"type": "array", "items": {"$ref": "thing.json"}}))
    assert found('[{"name": "a"}]', "a.json", Foreign(schema=schema)) == []
    assert [f.place.pointer for f in found('[{"name": "A"}]', "a.json", Foreign(schema=schema))] == ["/0/name"]


@pytest.mark.parametrize(
    "text",
    [
        "not JSON",
        '{"type": "strin"}',
        '{"$ref": "https://example.com/schema.json"}',
        '{"$ref": "../schema.json"}',
        '{"$ref": "file:///etc/hostname"}',
    ],
)
def test_a_json_schema_that_cannot_be_used(tmp_path: Path, text: str) -> None:
    schema = saved(tmp_path, "schema.json", text)
    assert [f.rule.id for f in found("{}", "a.json", Foreign(schema=schema))] == ["FOREIGN-004"]


def test_shacl(tmp_path: Path) -> None:
    shapes = saved(tmp_path, "shapes.ttl", SHAPES)
    data = '@prefix ex: <urn:ex:> .\nex:a a ex:Thing ;\n  ex:name "A" ;\n  ex:note "long" .\n'
    first, second = found(data, "a.ttl", Foreign(shapes=shapes))
    assert (first.severity.label, first.place.line, first.place.node, first.field, first.value) == ("error", 3, "urn:ex:a", "name", "A")
    assert first.message("ja").endswith("英小文字で書きます。") and first.message("en").endswith("Lower case.")
    assert (second.severity.label, second.place.line) == ("warning", 4)


@pytest.mark.parametrize(
    "text",
    [
        "not turtle",
        '@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> sh:sparql [ sh:select "SELECT $this { SERVICE <urn:x> {} }" ] .',
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetNode <urn:a> ; sh:property [ sh:path 1 ] .",
    ],
)
def test_shapes_that_cannot_be_used(tmp_path: Path, text: str) -> None:
    shapes = saved(tmp_path, "shapes.ttl", text)
    assert [f.rule.id for f in found('<urn:a> <urn:b> "c" .', "a.ttl", Foreign(shapes=shapes))] == ["FOREIGN-004"]


def test_imports_of_ontologies_are_not_followed(tmp_path: Path) -> None:
    shapes = saved(tmp_path, "shapes.ttl", SHAPES + "<urn:o> <http://www.w3.org/2002/07/owl#imports> <http://example.com/o> .\n")
    assert found('<urn:a> <urn:b> "c" .', "a.ttl", Foreign(shapes=shapes)) == []


def test_xsd(tmp_path: Path) -> None:
    schema = saved(tmp_path, "schema.xsd", XSD % "")
    assert found("<thing><size>1</size></thing>", "a.xml", Foreign(xsd=schema)) == []
    (wrong,) = found("<thing>\n<size>x</size></thing>", "a.xml", Foreign(xsd=schema))
    assert (wrong.rule.id, wrong.place.line, wrong.field, wrong.path) == ("FOREIGN-003", 2, "size", "thing/size")


def test_a_schema_that_the_document_names_is_not_read(tmp_path: Path) -> None:
    schema = saved(tmp_path, "schema.xsd", XSD % "")
    saved(tmp_path, "other.xsd", "broken")
    data = '<thing xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="other.xsd"><size>1</size></thing>'
    assert found(data, "a.xml", Foreign(xsd=schema)) == []


@pytest.mark.parametrize(
    "text",
    [
        "<broken",
        "<a/>",
        XSD % '<xs:include schemaLocation="http://example.com/a.xsd"/>',
        XSD % '<xs:import namespace="urn:a" schemaLocation="/etc/hostname"/>',
        XSD % '<xs:include schemaLocation="../a.xsd"/>',
    ],
)
def test_an_xsd_that_cannot_be_used(tmp_path: Path, text: str) -> None:
    schema = saved(tmp_path, "schema.xsd", text)
    assert [f.rule.id for f in found("<a/>", "a.xml", Foreign(xsd=schema))] == ["FOREIGN-004"]


def test_a_schema_for_another_format(tmp_path: Path) -> None:
    foreign = Foreign(tmp_path / "a.json", tmp_path / "a.ttl", tmp_path / "a.xsd")
    assert [f.rule.id for f in found("a,b\n1,2\n", "a.csv", foreign)] == ["FOREIGN-005"] * 3
    assert [f.rule.id for f in found("{}", "a.json", Foreign(schema=tmp_path / "absent.json"))] == ["FOREIGN-004"]


def test_exports_as_schemas_that_a_user_brings(tmp_path: Path) -> None:
    one = model("gif/id-information-model")
    schema = saved(tmp_path, "a.schema.json", json_schema.written(one))
    shapes = saved(tmp_path, "a.ttl", shacl.written(one))
    xml = saved(tmp_path, "a.xsd", xsd.written(one))
    assert found('{"idType": "職員番号", "id": "1"}', "a.json", Foreign(schema=schema)) == []
    assert [f.rule.id for f in found('{"idType": "職員番号"}', "a.json", Foreign(schema=schema))] == ["FOREIGN-001"]
    lacking = '@prefix pd: <urn:x-gif:pd:> .\n<urn:a> a pd:IdInformationModel ; pd:id "1" .'
    assert [f.field for f in found(lacking, "a.ttl", Foreign(shapes=shapes))] == ["idType"]
    assert len(found('<IdInformationModel xmlns="urn:x-gif:pd:"/>', "a.xml", Foreign(xsd=xml))) == 1


def test_what_other_tools_quote_does_not_act_on_the_terminal(tmp_path: Path) -> None:
    schema, shapes = saved(tmp_path, "schema.xsd", XSD % ""), saved(tmp_path, "shapes.ttl", SHAPES)
    (wrong,) = found("<thing>\n<size>x\u202ey</size></thing>", "a.xml", Foreign(xsd=schema))
    assert "x<U+202E>y" in wrong.message("ja") and "x<U+202E>y" in wrong.message("en")
    data = '<urn:a> a <urn:ex:Thing> ; <urn:ex:note> "long\u202e" .'
    for each in found(data, "a.ttl", Foreign(shapes=shapes)):
        assert "\u202e" not in each.message("ja") + each.message("en")


@pytest.mark.parametrize("name", ["電話１", "大字・町"])
def test_an_xsd_with_names_of_the_fifth_edition_is_told_why_it_cannot_be_used(tmp_path: Path, name: str) -> None:
    schema = tmp_path / "a.xsd"
    schema.write_text(XSD.replace('name="size"', f'name="{name}"') % "", encoding="utf-8")
    (finding,) = found(f"<thing><{name}>1</{name}></thing>", "a.xml", Foreign(xsd=schema))
    assert finding.rule.id == "FOREIGN-004"
    assert "第4版" in finding.message("ja") and "fourth edition" in finding.message("en")


def test_the_xsd_export_names_what_libxml2_refuses() -> None:
    facility = model("gif/facility")
    renamed = replace(facility, fields=(*facility.fields, replace(facility.fields[0], name="電話１", en="", xml="", path="")))
    assert ["第5版" in xsd.written(each) for each in (facility, renamed)] == [False, True]
