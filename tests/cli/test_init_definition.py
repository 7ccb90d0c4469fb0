"""A definition drafted from a file loads, and the file conforms to it as far as its data are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.rule import Severity
from gif_validate.cli.app import run
from gif_validate.cli.init_definition import draft
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.engine.tables.opened import NotATableError, open_table
from gif_validate.models.definition import loads
from gif_validate.models.draft import Column, drafted
from gif_validate.models.index import shared_forms
from gif_validate.models.inference import infer
from gif_validate.quality.figures import figures
from gif_validate.readers.source import Source
from tests.conftest import EXAMPLES


def lines(count: int) -> str:
    rows = [f"C-{number:03},喫茶{number},2024-04-{number % 28 + 1:02},03-5253-{number:04},有,{number * 3}" for number in range(count)]
    return "\n".join(["店舗番号,名称,開業日,電話番号,禁煙,席数", *rows]) + "\n"


def drafted_from(text: str, name: str = "cafes.csv") -> str:
    source = Source.of_bytes(text.encode(), name)
    table = open_table(source)
    columns, records = figures(table)
    return draft(table, columns, records, "city/cafes", "喫茶店一覧")


def test_what_a_draft_says() -> None:
    text = drafted_from(lines(40).replace("有,6\n", "無,6\n"))
    model = loads(text, forms=shared_forms())
    assert model.id == "city/cafes"
    assert model.keys == (("店舗番号",),)
    kinds = {item.name: (item.kind, bool(item.own), item.codes, item.mark) for item in model.fields}
    assert kinds["開業日"] == ("date", False, "", "must")
    assert kinds["電話番号"] == ("telephone", True, "", "must")
    assert kinds["席数"] == ("integer", False, "", "must")
    assert kinds["禁煙"] == ("text", False, ("有", "無"), "must")
    assert kinds["名称"] == ("text", False, "", "must")


def test_the_share_that_does_not_fit_is_said() -> None:
    text = drafted_from(lines(40).replace("2024-04-02,", "不明,", 1))
    assert "97.5% of 40 values fit / 40件中 1件は合わない" in text
    model = loads(text, forms=shared_forms())
    report = check_file(Source.of_bytes(lines(40).replace("2024-04-02,", "不明,", 1).encode(), "cafes.csv"), Options(model=model))
    assert [finding.value for finding in report.findings if finding.severity is Severity.ERROR] == ["不明"]


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("conforming.csv")), ids=lambda path: path.parent.name)
def test_examples_conform_to_their_own_drafts(path: Path) -> None:
    source = Source(str(path), path)
    table = open_table(source)
    columns, records = figures(table)
    model = loads(draft(table, columns, records, "draft/x", "x"), forms=shared_forms())
    report = check_file(source, Options(model=model))
    assert [(finding.rule.id, finding.value) for finding in report.findings if finding.severity is Severity.ERROR] == []
    assert report.records == records


def test_times_that_are_written_otherwise_are_times_that_do_not_fit() -> None:
    text = drafted_from("施設,開館\nA館,8:30\nB館,9:00\nC館,10:00\n")
    assert '# 33.3% of 3 values fit / 3件中 2件は合わない\n  - {name: "開館", kind: time, mark: must}' in text


def test_columns_that_cannot_be_told_apart() -> None:
    column = Column('a"\u202e', 2, 0, {"x": 1, "y": 1})
    text = drafted("a/b", 'い"ろ', [column, Column("", 0, 2, {}), column], encoding="cp932", records=2)
    model = loads(text)
    assert [item.name for item in model.fields] == ['a"\u202e']
    assert model.layout.encodings == ("cp932",)
    assert "\u202e" not in text


@pytest.mark.parametrize(
    ("values", "name", "kind", "form"),
    [
        (["2024-04-01"], "x", "date", ""),
        (["2024/4/1", "2024/12/31"], "x", "date", "date_hyphens_or_slashes"),
        (["8000012010038"], "x", "corporate_number", ""),
        (["131016", "011002"], "x", "municipality_code", ""),
        (["123456", "654321"], "x", "integer", ""),
        (["1000013"], "郵便番号", "postal_code", "postal_code_hyphened"),
        (["1000013"], "x", "integer", ""),
        (["100-0013"], "x", "postal_code", "postal_code_hyphened"),
        (["35.68", "35.1"], "緯度", "latitude", ""),
        (["09:00", "21:30"], "x", "time", ""),
        (["0.5", "12"], "x", "decimal", ""),
        (["東京都"], "x", "prefecture", ""),
        (["シミンカイカン"], "x", "kana_name", ""),
        (["トイレ", "WC", "ベンチ"], "x", "kana_name", ""),
        (["WC"], "名称_カナ", "kana_name", ""),
        (["A-101", "K1"], "x", "latin", ""),
        (["3-1", "A"], "x", "text", ""),
        (["あ-106", "A-101"], "x", "text", ""),
        (["8:30", "9:00"], "x", "time", ""),
        (["8:30", "0:00"], "開始時間", "time", "hhmm"),
        (["9:00", "24:00"], "x", "closing_time", "hhmm_end"),
        (["1:2", "1:3"], "x", "text", ""),
        (["1234", "0830"], "x", "integer", ""),
        (["市民会館"], "x", "text", ""),
        (["", " "], "x", "text", ""),
    ],
)
def test_kinds(values: list[str], name: str, kind: str, form: str) -> None:
    found = infer(dict.fromkeys(values, 1), name)
    assert (found.kind, found.form) == (kind, form)


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cafes.csv"
    path.write_text(lines(10), encoding="utf-8")
    assert run(["init-definition", str(path), "--id", "city/cafes", "--lang", "ja"]) == 0
    out = capsys.readouterr()
    assert loads(out.out, forms=shared_forms()).id == "city/cafes"
    assert "エラー 0件" in out.err
    target = tmp_path / "cafes.yaml"
    assert run(["init-definition", str(path), "--output", str(target)]) == 0
    assert target.read_text(encoding="utf-8").count("draft/cafes") == 1


def test_a_folder_of_private_definitions(tmp_path: Path) -> None:
    from gif_validate.catalogue.errors import DefinitionError
    from gif_validate.models.index import model, models, with_definitions

    (tmp_path / "forms.yaml").write_text('ticket: {regex: "T[0-9]{3}", ja: T と数字3桁, en: T and three digits}\n', encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "id: city/aed\nextends: municipal/aed\ntitle: {ja: 市のAED, en: AEDs of the city}\nfields: [{name: 管理票, own: ticket}]\n",
        encoding="utf-8",
    )
    (tmp_path / "b.yaml").write_text(drafted_from(lines(10)), encoding="utf-8")
    before = models()
    with with_definitions(tmp_path) as found:
        assert {each.id for each in found} == {"city/aed", "city/cafes"}
        assert [item.name for item in model("city/aed").fields][:-1] == [item.name for item in model("municipal/aed").fields]
        report = check_file(Source.of_bytes(lines(30).encode(), "x.csv"), Options())
        assert (report.standard, report.detected) == ("city/cafes", True)
    assert models() is before
    with with_definitions(None):
        assert models() is before
    (tmp_path / "c.yaml").write_text("id: x\n", encoding="utf-8")
    with pytest.raises(DefinitionError), with_definitions(tmp_path):
        pass


CELL = st.one_of(
    st.text(max_size=4), st.sampled_from(["", "2024-01-01", "年1回", "更新頻度", "番号", "35.1", "\n", "\x85", "\u202e", "1", "有"])
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=6))
def test_every_draft_loads(rows: list[list[str]]) -> None:
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    try:
        table = open_table(Source.of_bytes(text.encode("utf-8", "replace"), "x.csv"))
    except NotATableError:
        return
    columns, records = figures(table)
    model = loads(draft(table, columns, records, "a/b", "い"), forms=shared_forms())
    assert len(model.fields) <= len(columns)
