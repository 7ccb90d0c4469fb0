"""The definition format: the hard cases load, faults of an author are named with their line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gif_validate import load_model
from gif_validate.catalogue.errors import DefinitionError
from gif_validate.models.definition import load, loads
from gif_validate.models.index import definitions, model, models, shared_forms, with_definitions
from gif_validate.models.model import Field, Model, Pattern, Reference
from gif_validate.parts import names
from tests.conftest import DATA

CASES = DATA / "definitions"


@pytest.fixture(scope="module")
def cases() -> dict[str, Model]:
    return {found.id: found for found in definitions(CASES)}


def test_nesting_patterns_and_own_forms(cases: dict[str, Model]) -> None:
    address = cases["test/address"]
    assert address.patterns[0] == Pattern("MP01", ("全国地方公共団体コード", "町字ID", "都道府県", "連結表記"), None, "high")
    postal = address.field("郵便番号")
    assert postal.own_for("csv") == shared_forms()["postal_code_hyphened"]
    assert postal.own_for("json") == shared_forms()["full_date"]
    assert postal.own_for("xml") is None
    assert address.field("国名").label_of == "国"
    assert address.field("不明日").unknown == ("9999-99-99",)
    assert address.gif
    assert address.layout.nesting == "_"


def test_recursion_repetition_and_references(cases: dict[str, Model]) -> None:
    entity = cases["test/legal-entity"]
    assert (entity.field("親法人").model, entity.field("親法人").most) == ("test/legal-entity", 0)
    assert (entity.field("登記住所").model, entity.field("登記住所").pattern) == ("test/address", "MP01")
    assert entity.field("代表者名").personal
    assert entity.field("商号又は名称").least == 1
    assert cases["test/gtfs-stops"].references == (Reference(("parent_station",), "test/gtfs-stops", ("stop_id",)),)
    assert cases["test/gtfs-feed"].kind == "bundle"


def test_column_families_and_groups(cases: dict[str, Model]) -> None:
    population = cases["test/population"]
    columns = [item.name for item in population.fields]
    assert columns[1:7] == ["0-4歳の男性", "0-4歳の女性", "5-9歳の男性", "5-9歳の女性", "10-14歳の男性", "10-14歳の女性"]
    assert columns[7:11] == ["画像1", "画像1_ライセンス", "画像2", "画像2_ライセンス"]
    item = population.field("5-9歳の女性")
    assert (item.where, item.plain_path, item.family) == ("人口[5-9,女性]/人数", "人口/人数", "{age}歳の{sex}")


def test_extension_adds_and_tightens(cases: dict[str, Model]) -> None:
    extended, base = cases["test/shop-address"], cases["test/address"]
    assert [item.name for item in extended.fields] == [*(item.name for item in base.fields), "店舗番号"]
    assert extended.field("都道府県").mark == "must"
    assert extended.patterns == base.patterns


def test_a_layout_without_a_header_and_with_rows_that_go_on() -> None:
    layout = model("post/ken-all").layout
    assert not layout.header
    assert layout.continued_joined == ("町域名カナ", "町域名")


HEAD = "id: a/b\ntitle: {ja: あ, en: a}\n"
FAULTS = [
    ("", 1, "empty"),
    ("id: a/b\n", 1, "title is missing"),
    ("- a\n", 1, "'name: value' pairs"),
    ("id: A/b\ntitle: {ja: あ, en: a}\n", 1, "family/name"),
    (HEAD + "titel: x\n", 3, "unknown key 'titel'"),
    (HEAD + "title: {ja: い, en: b}\n", 3, "stands twice"),
    (HEAD + "kind: tabel\n", 3, "none of model, table"),
    (HEAD + "family: {ja: あ}\n", 3, "both ja and en"),
    (HEAD + "document: DS-999\n", 3, "there is no 'DS-999'; near: DS-4"),
    (HEAD + "fields:\n  - {nam: x}\n", 4, "unknown key 'nam'"),
    (HEAD + "fields:\n  - {en: x}\n", 4, "no name"),
    (HEAD + "fields:\n  - {name: x}\n  - {name: x}\n", 4, "two fields have the name x"),
    (HEAD + "fields:\n  - {name: x, mark: needed}\n", 4, "none of must"),
    (HEAD + "fields:\n  - {name: x, own: nothing}\n", 4, "no form 'nothing'"),
    (HEAD + 'fields:\n  - {name: x, own: {regex: "[0-9", ja: あ, en: a}}\n', 4, "not a regular expression"),
    (HEAD + 'fields:\n  - {name: x, own: {regex: "\\\\d+", ja: あ, en: a}}\n', 4, "different things to different engines"),
    (HEAD + 'fields:\n  - {name: x, own: {regex: "a.*", ja: あ, en: a}}\n', 4, "different things to different engines"),
    (HEAD + "fields:\n  - {name: x, least: some}\n", 4, "whole number"),
    (HEAD + "fields:\n  - fields: [{name: x}]\n", 4, "needs 'each'"),
    (HEAD + "fields: [{name: x}]\nkeys: [[y]]\n", 4, "keys names 'y'"),
    (HEAD + "fields: [{name: x}]\npatterns: {MP01: {required: [y]}}\n", 4, "patterns names 'y'"),
    (HEAD + "fields: [{name: x}]\npatterns: {MP01: {}}\n", 4, "required is missing"),
    (HEAD + "agreements: [{first: x}]\n", 3, "check is missing"),
    (HEAD + "agreements: [{check: orders, first: x}]\n", 3, "'orders' is none of municipality, order"),
    (HEAD + "agreements: [{check: order, first: x}]\n", 3, "order needs last"),
    (HEAD + "agreements: [{check: both, first: x, second: y, third: z}]\n", 3, "both has no 'third' (first, second)"),
    (HEAD + "fields:\n  - {name: x, kind: post_code}\n", 4, "there is no 'post_code'; near: postal_code"),
    (HEAD + "fields:\n  - {name: x, codes: prefecture}\n", 4, "there is no 'prefecture'; near: prefectures"),
    (HEAD + "layout: {encodings: [Shift_JIS, latin9]}\n", 3, "'latin9' is no encoding that is read"),
    (HEAD + "extends: c/d\n", 3, "unknown"),
    (HEAD + "gif: maybe\n", 3, "true or false"),
    (HEAD + "fields: [{name: x, repertoire: jisx0214}]\n", 3, "jisx0213"),
    ("id: a/b\n  title: x\n", 2, "not YAML"),
]


@pytest.mark.parametrize(("text", "line", "words"), FAULTS)
def test_faults_are_named_with_their_line(text: str, line: int, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        loads(text, "x.yaml", forms=shared_forms())
    assert caught.value.line == line
    assert words in caught.value.why.en
    assert caught.value.why.ja
    assert str(caught.value).startswith(f"x.yaml:{line}: ")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("fields:\n  - {name: x}\n  - {name: y, model: gif/nothing}\n", 5, "fields names 'gif/nothing'"),
        ("fields: [{name: x}]\nreferences:\n  - {fields: [x], to: a/c, target: [x]}\n", 5, "references names 'a/c'"),
        ("fields: [{name: x}]\nmembers: [a/b, gif/person, a/c]\n", 4, "members names 'a/c'"),
        ("fields: [{name: x}]\npredecessor: a/b@1\n", 4, "predecessor names 'a/b@1'"),
    ],
)
def test_models_that_a_definition_names_must_be_there(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    for reading in (lambda: load_model(str(path)), lambda: with_definitions(tmp_path).__enter__()):
        with pytest.raises(DefinitionError) as caught:
            reading()
        assert caught.value.line == line
        assert words in caught.value.why.en


def test_an_extension_may_not_loosen() -> None:
    base = replace(loads(HEAD + "fields: [{name: x, mark: must}]\n"), id="c/d")
    with pytest.raises(DefinitionError, match="only tighten"):
        loads(HEAD + "extends: c/d\nfields: [{name: x, mark: optional}]\n", known={"c/d": base})


def test_shipped_definitions_name_parts_and_lists_that_exist() -> None:
    from gif_validate import codelists
    from gif_validate.engine.records.agreements import CHECKS

    for found in models().values():
        for item in found.fields:
            assert item.kind in names(), (found.id, item.name)
            if isinstance(item.codes, str) and item.codes:
                assert item.codes in codelists.names()
        assert all(agreement.check in CHECKS for agreement in found.agreements)
        assert found.document
        assert found.section or found.document == "japan-post"


def test_only_official_marks_raise_errors() -> None:
    official = {found.id for found in models().values() if found.basis == "official"}
    assert {name for name in official if name.startswith("municipal/")} == {
        "municipal/aed",
        "municipal/evacuation-space",
        "municipal/public-facility",
        "municipal/public-toilet",
    }


def test_models_by_id() -> None:
    assert model("municipal/aed") is model("municipal/aed@2023")
    with pytest.raises(KeyError):
        model("municipal/nothing")


def test_a_private_definition_file(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(HEAD + "fields: [{name: 開館, kind: time, own: hhmm}]\n", encoding="utf-8")
    found = load(path, forms=shared_forms())
    assert isinstance(found.fields[0], Field)
    assert found.fields[0].own[""].words.ja.startswith("HH:MM")
