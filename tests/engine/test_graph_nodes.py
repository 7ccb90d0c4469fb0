"""Nodes of a graph: every node with a known type is a record wherever it stands; types are a set; strangers are counted, not errors."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.catalogue.report import FileReport
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.source import Source

PREFIXES = """@prefix pd: <urn:x-gif:pd:> .
@prefix pcd: <urn:x-gif:pcd:> .
@prefix ex: <http://ex.jp/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix ic: <http://imi.go.jp/ns/core/rdf#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
GOOD = """a pd:LegalEntity ; pd:legalEntityNumber "8000012010038" ; pd:tradeName "株式会社甲" ; pd:tradeNameKana "カブシキガイシャコウ" ;
 pd:categoryOfOrganization "301" ;
 pd:contactPointInformation [ pd:contactPointName "総務課" ; pd:contactPointPhoneNumber "055-237-1161" ]"""
BAD = GOOD.replace("8000012010038", "8000012010039")


def check(text: str, standard: str | None = None) -> FileReport:
    from gif_validate.models.index import model

    options = Options(model=model(standard)) if standard else Options()
    return check_file(Source.of_bytes((PREFIXES + text).encode(), "a.ttl"), options)


def errors(report: FileReport) -> list[str]:
    return [each.rule.id for each in report.findings if each.severity.label == "error"]


@pytest.mark.parametrize(
    "text",
    [
        f"<urn:list> dct:hasPart [ {BAD} ] .",
        f"<urn:list> dct:hasPart ( [ {BAD} ] [ {GOOD} ] ) .",
        f"<urn:list> a void:Dataset ; ex:a [ ex:b [ ex:c [ {BAD} ] ] ] .",
        f"<urn:1> {GOOD} ; ex:subsidiary <urn:2> . <urn:2> {BAD} .",
        f"<urn:1> {GOOD} ; ex:next <urn:2> . <urn:2> {BAD} ; ex:next <urn:1> .",
        f"<urn:1> a ex:List ; ex:next <urn:2> . <urn:2> {BAD} ; ex:next <urn:1> .",
        f"<urn:1> a ic:人型 ; ic:関係 <urn:2> . <urn:2> {BAD} .",
        f"<urn:2> {BAD} . pd:LegalEntity a ex:Class .",
    ],
    ids=str,
)
def test_a_node_with_a_known_type_is_a_record_wherever_it_stands(text: str) -> None:
    report = check(text)
    assert errors(report) == ["GIF-ID-001"]
    assert report.conforms is False


def test_a_node_within_an_item_is_judged_once_as_a_part() -> None:
    address = '<urn:2> a pd:Address ; pd:postalCode "102-0094" .'
    report = check(f"<urn:1> {GOOD} ; pd:registeredAddress <urn:2> . {address}")
    assert [each.path for each in report.findings if each.field == "郵便番号"] == ["登記住所/郵便番号"]
    assert report.records == 1


@pytest.mark.parametrize("types", list(itertools.permutations(["<http://schema.org/Organization>", "pd:LegalEntity", "ex:甲"])))
def test_types_are_a_set(types: tuple[str, ...]) -> None:
    text = "<urn:1> " + BAD.replace("pd:LegalEntity", ", ".join(types)) + " ."
    assert errors(check(text)) == ["GIF-ID-001"]


@pytest.mark.parametrize(
    "types", ["pd:LegalEntity, ic:法人型", "ic:法人型, pd:LegalEntity", "pd:Person, pd:LegalEntity", "pd:LegalEntity, pd:Person"]
)
def test_of_several_known_classes_the_one_that_has_most_of_the_items_is_meant(types: str) -> None:
    report = check("<urn:1> " + BAD.replace("pd:LegalEntity", types) + " .")
    assert report.standard == "gif/legal-entity@2.3"
    assert errors(report) == ["GIF-ID-001"]


@pytest.mark.parametrize(
    ("stranger", "named"),
    [
        ('<http://ex.jp/data> a void:Dataset ; dct:title "一覧" .', "void#Dataset (1)"),
        ('<http://ex.jp/c> a skos:Concept ; skos:prefLabel "株式会社" .', "core#Concept (1)"),
        ('<http://ex.jp/c> skos:prefLabel "株式会社" .', "no class stated"),
        ("ex:c a skos:Concept . ex:d a skos:Concept ; skos:broader ex:c .", "core#Concept (2)"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_strangers_are_counted_and_no_errors(stranger: str, named: str, first: bool) -> None:
    record = f"<urn:1> {GOOD} ."
    report = check(f"{stranger} {record}" if first else f"{record} {stranger}")
    assert (report.conforms, report.records, errors(report)) == (True, 1, [])
    assert [named in str(each.rule.message.en.format(**words(each))) for each in report.findings] == [True]


def words(finding: gv.Finding) -> dict[str, str]:
    return {name: value if isinstance(value, str) else value.en for name, value in finding.details.items()}


def test_only_strangers_under_a_standard_that_was_named_is_an_error() -> None:
    assert errors(check("<urn:1> a void:Dataset .", "gif/legal-entity")) == ["FIELD-012"]


def test_the_classes_of_an_unknown_vocabulary_are_named() -> None:
    report = check("ex:a a void:Dataset . ex:b a skos:Concept . ex:c a skos:Concept ; dct:isPartOf ex:a .")
    (found,) = report.findings
    assert found.rule.id == "TABLE-001"
    near = words(found)["near"]
    assert "core#Concept (2)" in near
    assert "void#Dataset (1)" in near


def test_nodes_that_refer_to_each_other_are_one_finding_at_most() -> None:
    names = [f"<urn:{number}>" for number in range(40)]
    text = "".join(f"{name} a ex:Thing ; ex:knows {', '.join(each for each in names if each != name)} .\n" for name in names)
    report = check(f"<urn:r> {GOOD} . {text}")
    assert sum(each.count for each in report.groups if each.rule.id == "RDF-005") <= 1
    assert report.conforms is True
    text = text.replace("a ex:Thing ;", "")
    assert sum(each.count for each in check(text).groups if each.rule.id == "RDF-005") <= 1


@given(st.permutations(range(6)), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_every_typed_node_is_judged_exactly_once_whatever_links_there_are(order: list[int], links: list[tuple[int, int]]) -> None:
    linked = "".join(f"<urn:{a}> ex:knows <urn:{b}> .\n" for a, b in links)
    report = check("".join(f"<urn:{number}> {BAD} .\n" for number in order) + linked)
    assert errors(report) == ["GIF-ID-001"] * 6
    assert report.records == 6


def test_json_and_xml_name_the_class_of_an_unknown_record(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<Law><Num>1</Num></Law>", encoding="utf-8")
    (found,) = gv.check(tmp_path / "a.xml").files[0].findings
    assert "Law (1)" in words(found)["near"]


def test_a_node_with_a_class_and_nothing_of_it_is_one_finding() -> None:
    assert errors(check("<urn:a> a pd:LegalEntity .")) == ["FIELD-012"]
    assert errors(check('<urn:a> a pd:LegalEntity ; ex:x "1" . <urn:b> a pd:LegalEntity ; ex:y <urn:a> .')) == ["FIELD-012"] * 2


def test_damage_in_nodes_of_other_vocabularies_is_said_once_an_item() -> None:
    garbled = "中央公民館".encode().decode("cp932")
    report = check(f'<urn:a> a ex:T ; ex:name "{garbled}" . <urn:b> a ex:T ; ex:name "{garbled}" ; ex:of <urn:a> .')
    assert errors(report) == ["FILE-030"]
    assert errors(check(f"<urn:1> ex:has <urn:a> . <urn:a> {GOOD.replace('株式会社甲', garbled)} .")) == ["FILE-030"]
