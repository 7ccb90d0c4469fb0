"""Exports: each language says of generated records what the check says, except for what the export itself lists as not expressed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from gif_validate.catalogue.finding import Finding
from gif_validate.catalogue.rule import Severity, compiled
from gif_validate.cli.app import run
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.engine.records.agreements import CHECKS
from gif_validate.engine.records.keys import SAME_KEY
from gif_validate.exports import content, csvw, dmd, flat, json_schema, jsonld, markdown, shacl, table_schema, xsd
from gif_validate.exports.languages import LANGUAGES, NotExportedError, export
from gif_validate.models.flat import column as flat_column
from gif_validate.models.index import model as by_id
from gif_validate.models.index import models
from gif_validate.models.model import Model
from gif_validate.parts import part
from gif_validate.readers.source import Source
from tests.conftest import EXAMPLES
from tests.core_records import Tree, as_json, as_turtle, as_xml, drawn

CORE = tuple(model.id for model in models().values() if model.tier == "core")
PER_CLASS = 500 if os.environ.get("HYPOTHESIS_PROFILE") == "full" else 4
seeds = st.integers(0, 2**32)


def errors(model: Model, text: str, name: str) -> list[Finding]:
    """The errors of the check, without those of rules that every export lists as not expressed."""
    report = check_file(Source.of_bytes(text.encode(), name), Options(model=model))
    unsaid = {rule for each in content.classes(model) for rule in each.rules}
    found = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    return [finding for finding in found if finding.rule.id not in unsaid | _ACROSS and not _beyond_expressions(model, finding)]


_ACROSS = {rule.id for _, rules in CHECKS.values() for rule in rules} | {SAME_KEY.id}
"""Rules of agreements and keys."""


def _beyond_expressions(model: Model, finding: Finding) -> bool:
    """True for a value that the expressions of its kind accept: a check digit, a character that is not allowed."""
    if finding.value is None or finding.rule.id == "FIELD-003":
        return False
    kinds = {item.kind for each in content.classes(model) for item in each.fields if item.name == finding.field}
    return any(_accepts(part(kind).valid, finding.value) and not part(kind).valid_too(finding.value) for kind in kinds)


def _accepts(regex: str | None, value: str) -> bool:
    return regex is None or compiled(regex).fullmatch(value) is not None


def is_by_coordinates(tree: Tree) -> bool:
    """True where an address is given by its position (DS-433 §1.4), which the exports accept under the names of the DMD as well."""
    there = {item.name for item, _, _ in tree.items}
    inner = [value for _, _, values in tree.items for value in values if isinstance(value, Tree)]
    return {"代表点の緯度", "代表点の経度"} <= there or any(map(is_by_coordinates, inner))


@cache
def of_json(name: str) -> jsonschema.Draft202012Validator:
    schema = json_schema.schema(by_id(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@cache
def of_rdf(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=shacl.written(by_id(name)), format="turtle")


@cache
def of_xml(name: str, folder: Path) -> etree.XMLSchema:
    tail = name.replace("/", "-")
    codes = xsd.codes_written(by_id(name))
    (folder / f"{tail}.codes.xsd").write_text(codes or "", encoding="utf-8")
    (folder / f"{tail}.xsd").write_text(xsd.written(by_id(name), companion=f"{tail}.codes.xsd"), encoding="utf-8")
    return etree.XMLSchema(etree.parse(folder / f"{tail}.xsd"))


def differential(test: Callable[..., None]) -> Callable[..., None]:
    drawing: Callable[..., None] = settings(max_examples=PER_CLASS)(given(seed=seeds)(test))
    each: Callable[..., None] = pytest.mark.parametrize("name", CORE)(drawing)
    return each


@differential
def test_json_schema_agrees(name: str, seed: int) -> None:
    tree = drawn(by_id(name), seed)
    record = as_json(tree)
    if not record or is_by_coordinates(tree):
        return
    found = errors(by_id(name), json.dumps(record, ensure_ascii=False), "record.json")
    refused = [f"{error.json_path}: {error.message[:80]}" for error in of_json(name).iter_errors(record)]
    assert bool(found) == bool(refused), (record, found, refused)


@differential
def test_shacl_agrees(name: str, seed: int) -> None:
    pyshacl = pytest.importorskip("pyshacl")
    tree = drawn(by_id(name), seed)
    if not tree.items or is_by_coordinates(tree):
        return
    data = rdflib.Graph().parse(data=as_turtle(tree), format="turtle")
    conforms, _, text = pyshacl.validate(data, shacl_graph=of_rdf(name), allow_warnings=True)
    found = errors(by_id(name), as_turtle(tree), "record.ttl")
    assert bool(found) != conforms, (as_turtle(tree), found, text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("xsd")


@differential
def test_xsd_agrees(folder: Path, name: str, seed: int) -> None:
    # Without a suffix the schema asks for no pattern and for no domestic form, as it says itself.
    tree = drawn(by_id(name), seed, suffixed=True)
    if not tree.items:
        return
    found = errors(by_id(name), as_xml(tree), "record.xml")
    valid = of_xml(name, folder).validate(etree.fromstring(as_xml(tree)))
    assert bool(found) != valid, (as_xml(tree), found, of_xml(name, folder).error_log)


def test_an_element_without_a_suffix_is_asked_for_no_pattern(folder: Path) -> None:
    schema = of_xml("gif/address", folder)
    bare = '<Address xmlns="urn:x-gif:pd:"><postalCode>90210</postalCode></Address>'
    assert schema.validate(etree.fromstring(bare))
    assert not schema.validate(etree.fromstring(bare.replace("Address", "Address_MP06")))


@pytest.mark.parametrize("name", CORE)
def test_xsd_accepts_the_examples_of_the_standard(folder: Path, name: str) -> None:
    """Every example of the DMD has its place, fractions, MM-DD and extension items among them."""
    model = by_id(name)
    if model.patterns:
        return
    items = [item for item in model.fields if item.example and not item.label_of and not content.is_labelled(item)]
    items = [item for item in items if content.value_of(model, item, "xml").codes is None or item.example in content.codes_of(item)]  # type: ignore[operator]
    tree = Tree(model, "", [(item, "", [item.example]) for item in items if not item.model])
    needed = {item.name for item in model.fields if item.mark == "must"} - {item.name for item in items}
    if not needed:
        assert of_xml(name, folder).validate(etree.fromstring(as_xml(tree))), of_xml(name, folder).error_log


@pytest.mark.parametrize("name", CORE)
def test_every_export_says_what_it_cannot_express(name: str) -> None:
    model = by_id(name)
    whole = content.classes(model)
    for language, serialisation in (("jsonschema", "json"), ("shacl", "rdf"), ("xsd", "xml")):
        text = next(iter(export(model, language).values()))
        for gap in content.unsaid(model, serialisation, whole=whole):
            assert gap.ja in text and gap.en in text
    for language in ("csvw", "tableschema"):
        assert all(gap.ja in next(iter(export(model, language).values())) for gap in (*content.unsaid(model, "csv"), *flat.GAPS))


@pytest.mark.parametrize("name", CORE)
def test_headers_of_flat_files_are_those_that_the_check_reads(name: str) -> None:
    model = by_id(name)
    for column in flat.columns(model):
        found = flat_column(model, column.header)
        assert found is not None and found.example == column.item.example, column.header


@pytest.mark.parametrize("full_id", list(models()))
def test_every_standard_has_its_exports(full_id: str) -> None:
    model = models()[full_id]
    for language in model.exports:
        if language == "xsd" and not xsd.names_fit(model):
            with pytest.raises(NotExportedError, match="no name"):
                export(model, language)
            continue
        files = export(model, language)
        assert all(text.endswith("\n") for text in files.values())
        assert files == export(model, language)
        if language == "jsonschema":
            jsonschema.Draft202012Validator.check_schema(json.loads(files[".schema.json"]))


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - set(models()["municipal/aed@2023"].exports)))
def test_a_language_that_makes_no_sense_is_refused(language: str) -> None:
    with pytest.raises(NotExportedError, match="has no export"):
        export(by_id("municipal/aed"), language)


def test_a_pattern_that_records_declare() -> None:
    record = {
        "familyName": "山田",
        "givenName": "花子",
        "familyNameKana": "ヤマダ",
        "givenNameKana": "ハナコ",
        "idGroup": {"idType": "a", "id": "1"},
    }
    person = by_id("gif/person")
    assert jsonschema.Draft202012Validator(json_schema.schema(person)).is_valid(record)
    assert jsonschema.Draft202012Validator(json_schema.schema(person, "MP02")).is_valid(record)
    assert not jsonschema.Draft202012Validator(json_schema.schema(person, "MP01")).is_valid(record)
    with pytest.raises(NotExportedError, match="MP09"):
        export(person, "jsonschema", pattern="MP09")
    with pytest.raises(ValueError, match="MP09"):
        shacl.written(person, "MP09")


@pytest.mark.parametrize(
    ("address", "valid"),
    [
        ({"fullAddress": "1 Main St", "postalCode": "SW1A 1AA", "country": {"code": "GBR", "value": "英国"}}, True),
        ({"fullAddress": "1 Main St", "postalCode": "SW1A 1AA", "country": "GBR"}, False),
        ({"fullAddress": "東京都", "postalCode": "SW1A 1AA", "country": {"code": "JPN"}}, False),
        ({"fullAddress": "東京都", "postalCode": "1020094", "country": {"code": "JPN"}}, True),
        ({"fullAddress": " ", "postalCode": "1020094", "country": {"code": "JPN"}}, False),
        ({"fullAddress": "東京都", "postalCode": "1020094", "country": {"code": "XX"}}, False),
        ({"fullAddress": "東京都", "postalCode": "1020094", "country": {"value": "日本"}}, True),
    ],
)
def test_addresses_abroad(address: dict[str, Any], valid: bool) -> None:
    assert of_json("gif/address").is_valid(address) is valid


def test_shacl_says_it_in_both_languages_with_its_severity() -> None:
    graph = of_rdf("gif/legal-entity")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    messages = [(shape, message) for shape, message in graph.subject_objects(sh.message)]
    for shape, _ in messages:
        assert {message.language for message in graph.objects(shape, sh.message) if isinstance(message, rdflib.Literal)} == {"ja", "en"}
    assert {str(each).rpartition("#")[2] for each in graph.objects(None, sh.severity)} == {"Violation", "Warning", "Info"}
    assert not list(graph.objects(None, sh.node)), "classes refer to each other in circles"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["gif/contact-point", "gif/legal-entity", "gif/facility"])
def test_a_second_shacl_engine_agrees(name: str, seed: int) -> None:
    pyrudof = pytest.importorskip("pyrudof")
    tree = drawn(by_id(name), seed)
    data = as_turtle(tree)
    rudof = pyrudof.Rudof(pyrudof.RudofConfig())
    rudof.read_shacl(shacl.written(by_id(name)))
    rudof.read_data(data)
    rudof.validate_shacl()
    violated = "Violation" in str(rudof.serialize_shacl_validation_results())
    assert violated == bool(tree.items and errors(by_id(name), data, "record.ttl"))


def test_namespace_of_ones_own() -> None:
    assert "@prefix pd: <https://example.go.jp/gif#> ." in shacl.written(by_id("gif/land"), namespace="https://example.go.jp/gif#")
    assert 'targetNamespace="https://example.go.jp/gif#"' in xsd.written(by_id("gif/land"), namespace="https://example.go.jp/gif#")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_json_ld_context_gives_the_names_their_terms() -> None:
    context = jsonld.context(by_id("gif/person"))["@context"]
    record = {"type": "Person", "氏": "山田", "sex": {"code": "1", "value": "男性"}, "住所_MP02": {"都道府県": "東京都"}}
    graph = rdflib.Graph().parse(data=json.dumps({"@context": context, **record}), format="json-ld")
    assert {str(predicate).rpartition(":")[2] for predicate in graph.predicates()} >= {"familyName", "sex", "code", "value", "address_MP02"}


def test_table_schema_is_one_for_frictionless(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    path = tmp_path / "c.csv"
    schema = table_schema.schema(by_id("gif/business-place"))
    for cells, valid in (("A-1,きおい支店,8000012010038", True), ("A-1,,8000012010038", False), ("A-1,きおい支店,x", False)):
        path.write_text(f"ID,名称,関連法人番号\n{cells}\n", encoding="utf-8")
        resource = frictionless.Resource(
            path.name,
            basepath=str(tmp_path),
            schema=frictionless.Schema.from_descriptor(schema),
        )
        assert resource.validate().valid is valid, cells


def test_csvw_names_its_columns() -> None:
    columns = csvw.metadata(by_id("gif/address"))["tableSchema"]["columns"]
    assert [column["name"] for column in columns[:2]] == ["localGovernmentCode", "streetAddressId"]
    assert all(re.fullmatch(r"([A-Za-z0-9_.]|%[0-9A-F]{2})+", column["name"]) for column in columns)


def test_page_keeps_markup_out_of_its_table() -> None:
    page = markdown.written(by_id("gif/person"))
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in page.splitlines() if line.startswith("| 氏")}
    assert "| MP01 | MP02 | MP03 |" in page and widths == {5, 7}


def test_dmd_as_workbook(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    target = tmp_path / "person.xlsx"
    assert run(["export", "gif/person", "--to", "dmd", "--output", str(target)]) == 0
    assert target.read_bytes() == dmd.workbook(by_id("gif/person")) or target.stat().st_size > 0


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "gif/business-place", "--to", "jsonschema"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema.schema(by_id("gif/business-place"))
    target = tmp_path / "address.xsd"
    assert run(["export", "gif/address", "--to", "xsd", "--output", str(target)]) == 0
    assert etree.XMLSchema(etree.parse(target)) is not None
    assert run(["export", "gif/address", "--to", "xsd"]) == 0
    assert ".codes.xsd" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "gif/persn", "--to", "jsonschema"],
        ["export", "gif/person", "--to", "yaml"],
        ["export", "gif/person"],
        ["export", "gif/person", "--to", "xsd", "--pattern", "MP04"],
        ["export", "municipal/aed", "--to", "shacl"],
        ["export", "gif/person", "--to", "shacl", "--namespace", "a b"],
        ["export", "gif/person", "--to", "markdown", "--output", "/nowhere/at/all.md"],
    ],
)
def test_mistakes_are_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("gif-*/conforming.*")), ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_examples_conform_to_the_exports(path: Path, folder: Path) -> None:
    name = "gif/" + path.parent.name.removeprefix("gif-")
    if path.suffix == ".json":
        document = json.loads(path.read_text(encoding="utf-8"))
        assert all(of_json(name).is_valid(record) for record in (document if isinstance(document, list) else [document]))
    elif path.suffix == ".ttl":
        pyshacl = pytest.importorskip("pyshacl")
        assert pyshacl.validate(rdflib.Graph().parse(path), shacl_graph=of_rdf(name), allow_warnings=True)[0]
    elif path.suffix == ".xml":
        assert of_xml(name, folder).validate(etree.parse(path)), of_xml(name, folder).error_log


def test_groups_that_are_no_classes_are_nested() -> None:
    schema = json_schema.schema(by_id("gif/education/attendance"))
    items = schema["$defs"]["Attendance"]["properties"]
    assert "出欠区分" in items["出欠"]["else"]["properties"] and "出欠_出欠区分" not in items
