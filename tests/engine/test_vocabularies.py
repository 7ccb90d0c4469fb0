"""Vocabularies of others in RDF: DCAT as a source of records."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import gif_validate as gv
from gif_validate.models.index import model
from gif_validate.resources import data

DCAT = """@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://example.go.jp/ds/1> a dcat:Dataset ; dct:title "公共施設一覧"@ja , "Public facilities"@en ; dct:description "市内の公共施設"@ja ;
  dct:identifier "CA00001-DST001" ; dct:issued "2024/04/01" ; dct:modified "2024-05-01" ; dct:publisher [ foaf:name "デジタル庁" ] ;
  dct:language <http://publications.europa.eu/resource/authority/language/JPN> ; dcat:distribution <d1> .
<d1> a dcat:Distribution ; dct:title "CSV" ; dct:description "x" ; dct:modified "2024-05-01" ; dcat:accessURL <https://example.go.jp/> ;
  dcat:byteSize "7.3M" ; dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> .
"""


GOJ = DCAT + '<https://example.go.jp/ds/1> dct:conformsTo "DCAT-GoJ" .\n'
DATES = """@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://example.lg.jp/1> a dcat:Dataset ; dct:issued {} .
"""


@pytest.mark.parametrize(("text", "standard"), [(GOJ, None), (DCAT, "catalog/goj-dataset")])
def test_dcat_is_judged_by_the_items_that_its_terms_name(tmp_path: Path, text: str, standard: str | None) -> None:
    path = tmp_path / "catalogue.ttl"
    path.write_text(text, encoding="utf-8")
    report = gv.check(path, standard=standard).files[0]
    assert (report.standard, report.records) == ("catalog/goj-dataset@2024", 2)
    assert [(each.rule.id, each.field, each.value) for each in report.findings] == [
        ("GIF-DATE-005", "公開日", "2024/04/01"),
        ("GIF-META-015", "バイトサイズ", "7.3M"),
    ]


def test_dcat_lacks_what_the_guide_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.ttl"
    path.write_text(GOJ.replace('dct:identifier "CA00001-DST001" ;', "").replace('"2024/04/01"', '"2024-04-01"'), encoding="utf-8")
    found = [(each.rule.id, each.severity.label, each.field) for each in gv.check(path).files[0].findings]
    assert ("FIELD-002", "warning", "管理ID") in found


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ('"2022"^^xsd:gYear', None),
        ('"2022-11"^^xsd:gYearMonth', None),
        ('"2022-11-17"^^xsd:date', None),
        ('"2022-11-17+09:00"^^xsd:date', None),
        ('"2022-11-17T00:00:00"^^xsd:dateTime', None),
        ('"2024-03-01T05:00:00.123456"^^xsd:dateTime', None),
        ('"2024-03-01T05:00:00+09:00"^^xsd:dateTime', None),
        ('"2024/03/01"', "FIELD-001"),
        ('"令和6年3月1日"', "FIELD-001"),
        ('"2024-02-30"^^xsd:date', "GIF-DATE-006"),
        ('"2024-13-01T00:00:00"^^xsd:dateTime', "FIELD-001"),
    ],
)
def test_dates_of_dcat_have_the_forms_of_dcat_3(tmp_path: Path, value: str, fault: str | None) -> None:
    path = tmp_path / "catalogue.ttl"
    path.write_text(DATES.format(value), encoding="utf-8")
    report = gv.check(path).files[0]
    assert report.standard == "catalog/dcat@3"
    assert all(fault in {each.rule.id, *each.also} for each in report.findings)
    assert bool(report.findings) == (fault is not None)


IMI = """@prefix ic: <http://imi.go.jp/ns/core/rdf#> .
<http://example.jp/1> a ic:{} ; {} .
"""
NESTED = [
    ("人型", 'ic:生年月日 [ a ic:日付型 ; ic:標準型日付 "1975-01-01" ]', None),
    ("人型", 'ic:生年月日 [ a ic:日付型 ; ic:年 "1975" ; ic:月 "1" ]', None),
    ("人型", 'ic:生年月日 [ a ic:日付型 ; ic:標準型日付 "1975/1/1" ]', "生年月日"),
    ("人型", 'ic:死亡年月日 [ ic:標準型日付 "昭和50年1月1日" ]', "死亡年月日"),
    ("人型", 'ic:性別コード [ a ic:コード型 ; ic:識別値 "1" ; ic:表記 "男性" ]', None),
    ("人型", 'ic:性別コード [ a ic:コード型 ; ic:識別値 "5" ]', "性別"),
    ("人型", 'ic:国籍 [ ic:表記 "日本" ]', None),
    ("人型", 'ic:年齢 [ a ic:数量型 ; ic:数値 "20" ]', None),
    ("法人型", 'ic:設立日 [ a ic:日付型 ; ic:標準型日付 "2001-01-06" ]', None),
    ("法人型", 'ic:設立日 [ a ic:日付型 ; ic:標準型日付 "平成13年1月6日" ]', "設立年月日"),
    ("法人型", 'ic:説明 [ ic:表記 "国税の庁" ]', None),
    ("イベント型", 'ic:期間 [ ic:開始日 [ ic:標準型日付 "2024-04-01" ] ]', None),
    ("イベント型", 'ic:期間 [ ic:開始日 [ ic:標準型日付 "2024/4/1" ] ]', "開始日"),
    ("住所型", 'ic:市区町村コード [ a ic:コード型 ; ic:識別値 "192015" ]', None),
    ("住所型", 'ic:市区町村コード [ a ic:コード型 ; ic:識別値 "192014" ]', "全国地方公共団体コード"),
    ("住所型", "ic:市区町村コード <http://data.e-stat.go.jp/lod/sac/C13101>", None),
]


@pytest.mark.parametrize(("kind", "items", "field"), NESTED)
def test_a_value_of_imi_may_be_nested_in_its_type(tmp_path: Path, kind: str, items: str, field: str | None) -> None:
    path = tmp_path / "imi.ttl"
    path.write_text(IMI.format(kind, items), encoding="utf-8")
    found = [each.field for each in gv.check(path).files[0].findings if each.severity.label == "error"]
    assert found == ([field] if field else [])


def test_terms_of_dcat_name_items_of_their_models() -> None:
    with (data("shapes") / "vocabularies" / "dcat.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            assert any(item.name == row["item"] for item in model(row["model"]).fields), row


def test_every_term_of_dcat_is_an_item_of_dcat_3() -> None:
    with (data("shapes") / "vocabularies" / "dcat.csv").open(encoding="utf-8") as stream:
        assert {row["path"].partition("/")[0] for row in csv.DictReader(stream)} == {item.name for item in model("catalog/dcat").fields}
