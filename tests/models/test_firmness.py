"""What was inferred never errs: kinds, forms, code lists, marks and keys that were not seen officially, and clauses that were withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest

import gif_validate as gv
from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.rule import Severity
from gif_validate.engine.documents.leaves import judge_of
from gif_validate.engine.values.field_rules import NO_RESULT
from gif_validate.engine.values.judge import Judge
from gif_validate.models.basis import if_missing, if_twice
from gif_validate.models.definition import loads
from gif_validate.models.index import models, shared_forms
from gif_validate.models.model import Field, Model
from gif_validate.parts import part

_WRONG = (
    "?",
    "x9",
    "-3",
    "12.5",
    "０１２３",
    "13A01",
    "2024-02-30",
    "12345678901234567",
    "9" * 10,
    " ",
    "不明",
    "http://",
    "1,500",
    "25:00",
    "999.5",
)


def is_weak(model: Model, item: Field, judge: Judge) -> bool:
    """True where nothing that the item asks of a value was seen officially."""
    if judge.labels is not None:
        return model.basis_of_codes(item) != "official"
    form = judge.own is None or model.basis_of_form(item) != "official"
    return form and model.basis_of_kind(item) != "official"


@pytest.mark.parametrize("name", sorted({name.split("/")[0] for name in models()}))
def test_no_value_of_an_item_that_was_inferred_is_an_error(name: str) -> None:
    seen = set()
    for model in (each for each in models().values() if each.id.split("/")[0] == name):
        for item in model.fields:
            judge = judge_of(model, item, "csv")
            key = (item.kind, judge.own, item.codes, item.separator, item.repertoire, model.gif)
            if item.model or key in seen or not is_weak(model, item, judge):
                continue
            seen.add(key)
            bad = [each for rule in part(item.kind).rules for each in rule.bad if isinstance(each, str)]
            for value in (*_WRONG, *bad):
                fault = judge.fault(value) if value else None
                assert fault is None or fault.severity is not Severity.ERROR or fault.rule is NO_RESULT, (model.id, item.name, value, fault)


def test_no_mark_that_was_inferred_leads_to_an_error() -> None:
    for model in models().values():
        for item in model.fields:
            empty = Judge.of(model, item, "csv").empty() if not item.model else None
            if model.basis_of(item) != "official":
                assert if_missing(model, item) is not Severity.ERROR
                assert empty is None or empty.severity is not Severity.ERROR


def test_no_key_of_a_layout_that_was_inferred_is_an_error() -> None:
    assert {if_twice(model) for model in models().values() if model.kind_basis != "official"} == {Severity.WARNING}


def test_a_rule_whose_clause_is_withdrawn_warns_at_most() -> None:
    assert [rule.id for rule in declared().values() if rule.clause.status == "withdrawn" and rule.severity is Severity.ERROR] == []


_LAYOUT = """
id: a/b
title: {{ja: 表, en: table}}
document: dataset
{top}
fields:
  - {{name: 番号, kind: integer{more}}}
  - {{name: 面積, kind: decimal}}
"""


@pytest.mark.parametrize(
    ("top", "more", "severity"),
    [
        ("", "", "error"),
        ("kind_basis: inferred", "", "warning"),
        ("kind_basis: reported", "", "warning"),
        ("kind_basis: inferred", ", kind_basis: official", "error"),
        ("", ", kind_basis: unknown", "warning"),
        ("kind_basis: inferred", ", own: two_digits", "warning"),
        ("kind_basis: inferred", ", own: two_digits, own_basis: official", "error"),
        ("", ", own: two_digits, own_basis: inferred", "warning"),
        ("kind_basis: inferred", ", codes: ['1', '2']", "warning"),
        ("kind_basis: inferred", ", codes: ['1', '2'], codes_basis: official", "error"),
    ],
)
def test_how_firmly_a_kind_is_known(top: str, more: str, severity: str) -> None:
    model = loads(_LAYOUT.format(top=top, more=more), forms=shared_forms())
    fault = judge_of(model, model.field("番号"), "csv").fault("-7")
    assert fault is not None
    assert fault.severity.label == severity


def findings(path: Path, standard: str) -> list[tuple[str, str, str | None, str | None]]:
    (file,) = gv.check(path, standard=standard).files
    return [(each.rule.id, each.severity.label, each.field, each.suggestion) for each in file.findings if each.severity > gv.Severity.INFO]


def test_a_mark_that_was_not_seen_officially_is_said_once(tmp_path: Path) -> None:
    items = [item.name for item in models()["covid19/tests@2020"].fields]
    row = {"全国地方公共団体コード": "130001", "都道府県名": "東京都", "検査実施_件数": "10", "実施_年月日": ""}
    lines = [",".join(items), *[",".join(row.get(name, "") for name in items)] * 5]
    path = tmp_path / "130001_covid19_test_count.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    # The name of the municipality is empty in data of a prefecture; a missing day is said once, with its count.
    assert findings(path, "covid19/tests") == [("FIELD-002", "warning", "実施_年月日", None)]
    (file,) = gv.check(path, standard="covid19/tests").files
    (empty,) = [each for each in file.findings if each.rule.id == "FIELD-002"]
    assert "5件のうち5件" in empty.message("ja")
    assert "5 of 5" in empty.message("en")


def test_a_net_change_may_be_negative() -> None:
    model = models()["municipal/population-movement@2023"]
    for name in ("合計_男性", "合計_女性", "合計_合計"):
        assert judge_of(model, model.field(name), "csv").fault("-74") is None
    fault = judge_of(model, model.field("出生数_男性"), "csv").fault("-74")
    assert fault is not None and fault.severity is Severity.WARNING
