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


@pytest.mark.parametrize("standard", [None, "catalog/goj-dataset"])
def test_dcat_is_judged_by_the_items_that_its_terms_name(tmp_path: Path, standard: str | None) -> None:
    path = tmp_path / "catalogue.ttl"
    path.write_text(DCAT, encoding="utf-8")
    report = gv.check(path, standard=standard).files[0]
    assert (report.standard, report.records) == ("catalog/goj-dataset@2024", 2)
    assert [(each.rule.id, each.field, each.value) for each in report.findings] == [
        ("GIF-DATE-005", "公開日", "2024/04/01"),
        ("GIF-META-015", "バイトサイズ", "7.3M"),
    ]


def test_dcat_lacks_what_the_guide_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.ttl"
    path.write_text(DCAT.replace('dct:identifier "CA00001-DST001" ;', "").replace('"2024/04/01"', '"2024-04-01"'), encoding="utf-8")
    found = [(each.rule.id, each.severity.label, each.field) for each in gv.check(path).files[0].findings]
    assert ("FIELD-002", "warning", "管理ID") in found


def test_terms_of_dcat_name_items_of_their_models() -> None:
    with (data("shapes") / "vocabularies" / "dcat.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            assert any(item.name == row["item"] for item in model(row["model"]).fields), row
