"""Sheets in the layout of GIF's DMD workbook become definitions; what an export writes in that layout comes back as it was."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import jsonschema
import pytest
import rdflib

from gif_validate import check, load_model
from gif_validate.catalogue.text import Text
from gif_validate.cli.app import run
from gif_validate.exports import dmd as exported
from gif_validate.exports.languages import NotExportedError, export
from gif_validate.models.definition import loads
from gif_validate.models.dmd import DmdError, definition, read
from gif_validate.models.index import model as by_id
from gif_validate.models.index import models
from gif_validate.models.model import Field, Model

CORE = tuple(model.id for model in models().values() if model.tier == "core")
HEADER = ["No.", "プレフィックス", "項目名", "必須\nパターン1\n推奨:高", "必須\nパターン2\n推奨:低", "最大数"]
HEADER += ["項目名（英語）", "説明", "形式", "記入例", "名称・形式等の参考元"]
APPLICATION = [
    ["基礎項目"],
    HEADER,
    ["1", "ad", "受付番号", "必", "必", "1", "receiptNumber", "申請の番号", "文字列（半角数字）", "00123", ""],
    ["2", "ad", "申請日", "必", "", "１", "dateOfApplication", "", "日付（YYYY-MM-DD）", "2024-04-01", ""],
    ["3", "pd", "郵便番号", "", "", "1", "postalCode", "", "文字列（半角文字）", "1020094", ""],
    ["4", "ad", "申請者 (*1)", "", "必", "ｎ", "applicant (*1)", "", "pd:個人", "個人のデータモデルを格納", ""],
    ["5", "pd", "性別", "", "", "1", "sex", "", "pcd:性別コード一覧（コード、名称）", "例を格納", ""],
    ["6", "ad", "同意の有無", "", "", "1", "consent", "", "pcd:有無コード一覧（コード）", "1", ""],
    ["", "", "", "", "", "", "", "*1:接尾語で必須パターンを指定する。"],
    [],
    ["拡張項目（実装データモデルを設計する際に利用する項目）"],
    ["No.", "プレフィックス", "項目名", "―", "―", "―", "項目名（英語）", "説明", "形式", "記入例", "参考元"],
    ["", "ad", "備考", "", "", "", "remark", "", "文字列", "", ""],
]


def imported(rows: list[list[str]], *, reuse: bool = True) -> Model:
    return loads(definition(read(rows), "my/application", Text("申請", "Application"), "1", reuse=reuse))


def test_a_sheet_becomes_a_definition() -> None:
    found = imported(APPLICATION)
    assert (found.full_id, found.title.ja, found.prefix, found.basis) == ("my/application@1", "申請", "ad", "official")
    assert [(pattern.id, pattern.recommendation, pattern.required) for pattern in found.patterns] == [
        ("MP01", "high", ("受付番号", "申請日")),
        ("MP02", "low", ("受付番号", "申請者")),
    ]
    names = ["受付番号", "申請日", "郵便番号", "申請者", "性別", "性別_名称", "同意の有無", "備考"]
    assert [item.name for item in found.fields] == names
    date, post, applicant, sex, label = (found.field(name) for name in names[1:6])
    assert (date.kind, date.own["LV2"].regex, date.mark, date.least, date.most) == (
        "date",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "conditional",
        0,
        1,
    )
    assert (post.kind, post.mark, post.example) == ("postal_code", "optional", "1020094")
    assert (found.name_in("rdf", post), found.name_in("rdf", date)) == ("pd:postalCode", "ad:dateOfApplication")
    assert (applicant.en, applicant.model, applicant.most, applicant.example) == ("applicant", "gif/person", 0, "")
    assert (sex.codes, sex.path, sex.rdf) == ("gif-sex", "性別/コード", "pd:sex/pcd:code")
    assert (label.label_of, label.path) == ("性別", "性別/名称")
    assert found.field("同意の有無").codes == "gif-status"
    assert (found.field("備考").extension, found.field("備考").most) == (True, None)
    assert found.field("受付番号").own[""].regex == "[0-9]{1,}"


def test_kinds_that_the_sheet_says_and_no_more() -> None:
    assert imported(APPLICATION, reuse=False).field("郵便番号").kind == "latin"


def _told(item: Field) -> tuple[object, ...]:
    numbers = (item.least, item.most, item.extension)
    return (item.name, item.en, item.kind, item.mark, *numbers, item.model, item.codes, item.path, item.json, item.rdf, item.label_of)


@pytest.mark.parametrize("name", CORE)
def test_what_an_export_writes_comes_back(name: str) -> None:
    model = by_id(name)
    found = imported(exported.rows(model))
    assert [_told(item) for item in found.fields] == [_told(item) for item in model.fields]
    assert [(each.id, each.required, each.recommendation) for each in found.patterns] == [
        (each.id, each.required, each.recommendation) for each in model.patterns
    ]


def _changed(row: int, column: int, text: str) -> list[list[str]]:
    rows = [list(each) for each in APPLICATION]
    rows[row][column] = text
    return rows


@pytest.mark.parametrize(
    ("rows", "row", "words"),
    [
        ([["a", "b"]], 1, "見出し行"),
        (APPLICATION[:2], 1, "項目の行がありません"),
        (_changed(2, 6, "受付"), 3, "英語名"),
        (_changed(2, 5, "0"), 3, "最大数"),
        (_changed(2, 5, "9" * 5000 + "a"), 3, "最大数"),
        (_changed(3, 8, "色"), 4, "形式「色」"),
        (_changed(5, 8, "pd:宇宙船"), 6, "「宇宙船」というクラス"),
        (_changed(7, 8, "pcd:色一覧（コード）"), 8, "コード一覧"),
    ],
)
def test_faults_name_their_row(rows: list[list[str]], row: int, words: str) -> None:
    with pytest.raises(DmdError) as raised:
        imported(rows)
    assert raised.value.row == row and words in raised.value.why.ja and raised.value.why.en


def _csv(path: Path, encoding: str = "utf-8-sig") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(APPLICATION)
    return path


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932"])
def test_from_csv_to_a_checked_file(tmp_path: Path, encoding: str) -> None:
    target = tmp_path / "application.yaml"
    assert (
        run(["import-dmd", str(_csv(tmp_path / "a.csv", encoding)), "--id", "my/application", "--title", "申請", "--output", str(target)])
        == 0
    )
    assert load_model(str(target)).title.ja == "申請"
    data = tmp_path / "data.csv"
    data.write_text("受付番号,申請日,郵便番号\n00123,2024-4-1,1020094\n", encoding="utf-8")
    assert "GIF-DATE-001" in {finding.rule.id for finding in check(data, standard=str(target)).findings}


def test_exports_of_an_imported_definition() -> None:
    found = imported(APPLICATION)
    turtle = export(found, "shacl")[".ttl"]
    rdflib.Graph().parse(data=turtle, format="turtle")
    assert "@prefix ad: <urn:x-gif:ad:> ." in turtle and "sh:targetClass ad:Application" in turtle and "sh:path pd:postalCode" in turtle
    context = json.loads(export(found, "jsonld")[".jsonld"])["@context"]
    assert (context["受付番号"], context["郵便番号"], context["ad"]) == ("ad:receiptNumber", "pd:postalCode", "urn:x-gif:ad:")
    with pytest.raises(NotExportedError, match="several namespaces"):
        export(found, "xsd")
    validator = jsonschema.Draft202012Validator(json.loads(export(found, "jsonschema")[".schema.json"]))
    assert validator.is_valid({"receiptNumber": "00123", "dateOfApplication": "2024-04-01", "sex": {"code": "1"}})
    assert not validator.is_valid({"receiptNumber": "00123", "dateOfApplication": "2024-4-1"})


def test_from_a_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "dmd.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("表紙").write_string(0, 0, "データモデル")
        sheet = book.add_worksheet("申請")
        for number, row in enumerate(APPLICATION):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    assert run(["import-dmd", str(path), "--sheet", "申請", "--id", "my/application", "--edition", "1"]) == 0
    told = loads(capsys.readouterr().out)
    assert [_told(item) for item in told.fields] == [_told(item) for item in imported(APPLICATION).fields]
    assert run(["import-dmd", str(path), "--id", "my/application"]) == 2
    assert "見出し行" in capsys.readouterr().err
    assert run(["import-dmd", str(path), "--sheet", "別紙", "--id", "my/application"]) == 2
    assert "申請" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "words"), [(["--id", "My Model"], "形"), (["--id", "my/a", "--encoding", "utf-8"], "文字コード")])
def test_mistakes_are_explained(tmp_path: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import-dmd", str(_csv(tmp_path / "a.csv", "cp932")), *arguments]) == 2
    assert words in capsys.readouterr().err
    assert run(["import-dmd", str(tmp_path / "absent.xlsx"), *arguments]) == 2
