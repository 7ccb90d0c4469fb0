"""Every table standard, from its own definition: a table of its examples conforms, and each fault put into it is found, and no other."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import gif_validate as gv
from gif_validate.catalogue.text import Text
from gif_validate.engine.values.judge import Judge
from gif_validate.models.index import model as current
from gif_validate.models.index import models
from gif_validate.models.model import Field, Model
from gif_validate.parts import part

TABLES = sorted(name for name, found in models().items() if found.kind == "table")
Row = dict[str, str]
Expected = set[tuple[str, str]]
"""Rule and field of the findings that are warnings or errors."""

WRONG = "誤り"
"""A value of no kind at all."""
GIVES = {
    "address": "GIF-ADDR-031",
    "block_number": "GIF-ADDR-020",
    "closing_time": "GIF-TIME-001",
    "corporate_number": "GIF-ID-001",
    "date": "GIF-DATE-001",
    "decimal": "GIF-CHAR-026",
    "elapsed_time": "GIF-PERIOD-007",
    "elevation": "GIF-GEO-005",
    "email": "GIF-CONT-001",
    "extension": "GIF-TEL-010",
    "integer": "GIF-CHAR-026",
    "kana_name": "GIF-CHAR-014",
    "latin": "GIF-CHAR-025",
    "latitude": "GIF-GEO-002",
    "longitude": "GIF-GEO-002",
    "municipality": "GIF-ADDR-035",
    "municipality_code": "GIF-ADDR-002",
    "period": "GIF-PERIOD-002",
    "postal_code": "GIF-POST-001",
    "prefecture": "GIF-ADDR-034",
    "telephone": "GIF-TEL-001",
    "time": "GIF-TIME-001",
    "town_id": "GIF-ADDR-005",
    "url": "GIF-CONT-002",
    "weekday_list": "GIF-WDAY-004",
    "year": "GIF-DATE-002",
}
"""Kind of value → the rule that `WRONG` breaks."""
WARNS = {"address", "block_number", "email", "latin", "municipality", "prefecture"}
"""The kinds whose rule warns; where the layout has a form of its own, that form decides."""
TAKE_ANY = {"building", "free_text", "quantity", "text", "town"}
"""The kinds that a value of no kind does not break: names that may hold any word."""


def in_agreement(model: Model, item: Field) -> bool:
    """True where a check across fields reads this item too."""
    return any(item.name in agreement.roles.values() for agreement in model.agreements)


def typed(model: Model) -> list[Field]:
    """The fields with a kind of value or a form of their own, but for names of places that are compared with a code as well."""
    names = {agreement.roles.get(role) for agreement in model.agreements for role in ("prefecture", "municipality")}
    return [each for each in model.fields if (each.kind in GIVES or each.own) and not each.codes and each.name not in names]


def first_of(model: Model, wanted: Callable[[Field], bool]) -> Field | None:
    """The first field that is wanted and that no check across fields reads."""
    return next((item for item in model.fields if wanted(item) and not in_agreement(model, item)), None)


MANDATORY = {name: item for name in TABLES if (item := first_of(models()[name], lambda field: field.mark == "must"))}
CODED = {name: item for name in TABLES if (item := first_of(models()[name], lambda field: bool(field.codes)))}


def sample_name(model: Model) -> str:
    """A file name that the layout prescribes, ``table.csv`` where it prescribes none."""
    regex = next(iter(model.layout.file_names), "table.csv")
    named: str = re.sub(r"\(([^|()]*)[^()]*\)(\{0,1\})?", r"\1", regex)
    named = re.sub(r"\[([A-Z])[a-z]\]", r"\1", named)
    named = re.sub(r"\[0-9\]\{(\d)[^}]*\}", lambda found: "012345678"[: int(found[1])], named)
    named = named.replace(".*", ".csv").replace("\\.", ".")
    assert re.fullmatch(regex, named), (regex, named)
    return named


@cache
def examples(model: Model) -> Row:
    """One record: for every field its example. Where that is a placeholder of the document (``(00)0000-0000``) or there is none, an example
    of its kind stands in for it; without either the field is empty unless it is mandatory.
    """
    return {item.name: example(model, item) for item in model.fields}


def example(model: Model, item: Field) -> str:
    """A value that a field takes."""
    judge = Judge.of(model, item, "csv")
    needed = item.mark == "must" or bool(item.example)
    values = [item.example] if item.example else []
    if needed or not in_agreement(model, item):
        values += [*(judge.labels or {}), *part(item.kind).examples, "0"]
    for value in values:
        fault = judge.fault(value)
        if value and (fault is None or fault.severity < gv.Severity.WARNING):
            return value
    assert item.kind in {"text", "free_text"} or not needed, item.name
    is_text = item.kind == "text" and not (item.own or item.codes)
    return "見本" if is_text and (needed or not in_agreement(model, item)) else ""


def written(folder: Path, model: Model, columns: list[str], rows: list[Row]) -> Path:
    """The table as a file in the first encoding of its layout, with a header where it has one."""
    path = folder / sample_name(model)
    with path.open("w", encoding=next(iter(model.layout.encodings), "utf-8"), newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\r\n")
        if model.layout.header:
            writer.writeheader()
        writer.writerows(rows)
    return path


def found_in(path: Path, model: Model) -> tuple[Expected, gv.Report]:
    """Rule and field of what is wrong with a file."""
    report = gv.check(path, standard=model.full_id)
    (file,) = report.files
    return {(each.rule.id, each.field or "") for each in file.findings if each.severity >= gv.Severity.WARNING}, report


@pytest.mark.parametrize("name", TABLES)
def test_examples_conform_and_are_recognised(name: str, tmp_path: Path) -> None:
    model = models()[name]
    path = written(tmp_path, model, [item.name for item in model.fields], [examples(model)])
    (file,) = gv.check(path).files
    assert (file.standard, file.detected) == (name, True)
    assert [(each.rule.id, each.field, each.value) for each in file.findings if each.severity >= gv.Severity.WARNING] == []
    assert file.conforms is True


@pytest.mark.parametrize("name", [name for name in MANDATORY if models()[name].layout.header and len(models()[name].fields) > 2])
def test_a_missing_mandatory_column(name: str, tmp_path: Path) -> None:
    model = models()[name]
    item = MANDATORY[name]
    path = written(tmp_path, model, [each.name for each in model.fields if each is not item], [examples(model)])
    found, report = found_in(path, model)
    assert found == {("TABLE-002", item.name)}
    assert report.conforms is (model.basis_of(item) != "official")


@pytest.mark.parametrize("name", MANDATORY)
def test_an_empty_mandatory_item(name: str, tmp_path: Path) -> None:
    model = models()[name]
    item = MANDATORY[name]
    found, report = found_in(changed(tmp_path, model, {item.name: ""}), model)
    assert found == {("FIELD-002", item.name)}
    assert report.conforms is (model.basis_of(item) != "official")


def fits(item: Field) -> bool:
    """True where the kind's own form is one that the data set takes."""
    own = item.own_for("csv")
    return own is not None and any(re.fullmatch(own.regex, each) for each in part(item.kind).examples)


@pytest.mark.parametrize("name", [name for name in TABLES if typed(models()[name])])
def test_a_value_of_the_wrong_kind(name: str, tmp_path: Path) -> None:
    model = models()[name]
    for number, item in enumerate(typed(model)[:3]):
        folder = tmp_path / str(number)
        folder.mkdir()
        found, _ = found_in(changed(folder, model, {item.name: WRONG}), model)
        decides = item.own and (item.kind in WARNS or item.kind not in GIVES or not fits(item))
        assert found == {("FIELD-001" if decides else GIVES[item.kind], item.name)}


@pytest.mark.parametrize("name", CODED)
def test_an_unknown_code(name: str, tmp_path: Path) -> None:
    model = models()[name]
    item = CODED[name]
    found, report = found_in(changed(tmp_path, model, {item.name: WRONG}), model)
    assert found == {("FIELD-003", item.name)}
    assert report.conforms is (item.codes_basis in {"inferred", "unknown"})


@pytest.mark.parametrize("name", [name for name in TABLES if models()[name].keys])
def test_the_same_key_twice(name: str, tmp_path: Path) -> None:
    model = models()[name]
    record = examples(model)
    for key in model.keys[0]:
        record[key] = record[key] or "1"
    path = written(tmp_path, model, [each.name for each in model.fields], [record, record])
    found, _ = found_in(path, model)
    assert found == {("TABLE-021", model.keys[0][0])}


def test_every_kind_of_value_in_use_is_judged() -> None:
    used = {item.kind for name in TABLES for item in models()[name].fields}
    assert used <= set(GIVES) | TAKE_ANY
    for kind, rule in GIVES.items():
        fault = Judge.of(Model("a/b", Text("", "")), Field("x", kind=kind), "csv").fault(WRONG)
        assert fault is not None
        assert fault.rule.id == rule, kind


def test_what_definitions_name_exists() -> None:
    known = models()
    ids = {found.id for found in known.values()}
    for found in known.values():
        assert found.predecessor in {"", *known}, found.full_id
        assert ids.issuperset(found.members), found.full_id
        assert ids.issuperset(item.model for item in found.fields if item.model), found.full_id
        for reference in found.references:
            assert len(reference.fields) == len(reference.target)
            target = {item.name for item in current(reference.to).fields}
            assert target.issuperset(reference.target), (found.full_id, reference)


def test_a_bundle_has_a_line_for_each_of_its_tables() -> None:
    feed = current("gtfs-jp/feed")
    assert [item.model for item in feed.fields] == list(feed.members)
    for item in feed.fields:
        assert re.fullmatch(current(item.model).layout.file_names[0], item.name)


def changed(folder: Path, model: Model, values: Row) -> Path:
    """The table of examples with some values changed."""
    return written(folder, model, [each.name for each in model.fields], [examples(model) | values])


@pytest.mark.parametrize(
    ("name", "severity", "said"),
    [
        ("municipal/aed", "error", ""),
        ("municipal/cultural-property", "warning", "推定"),
        ("suishou/aed", "warning", "公開資料の記述"),
        ("abr/pref", "warning", "確認できていません"),
    ],
)
def test_marks_that_were_not_seen_warn_and_say_so(name: str, severity: str, said: str, tmp_path: Path) -> None:
    model = current(name)
    item = next(item for item in model.fields if item.mark == "must" and (item.kind != "municipality_code" or item.name == "lg_code"))
    _, report = found_in(changed(tmp_path, model, {item.name: ""}), model)
    findings = report.files[0].findings
    (finding,) = [each for each in findings if each.rule.id == "FIELD-002"]
    assert finding.severity.label == severity
    hint = finding.message("ja").partition("が空です。")[2]
    assert bool(hint) == bool(said) and said in hint
