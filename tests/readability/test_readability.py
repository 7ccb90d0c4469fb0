"""Machine readability: every rule on small files, the score, real shapes of tables, hostile workbooks."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.finding import Finding
from gif_validate.catalogue.rule import Rule, Severity
from gif_validate.catalogue.table import entries
from gif_validate.cli.app import run
from gif_validate.readability import level1, level2, level3, own, unified
from gif_validate.readability.judge import Judged, judge
from gif_validate.readability.layout import find
from gif_validate.readability.score import CRITERIA, UNDECIDABLE
from gif_validate.readability.sheet import of_csv
from gif_validate.readability.unified import TWINS
from gif_validate.readers.source import Source
from gif_validate.readers.xlsx.parts import read_parts
from tests.conftest import EXAMPLES

MODULES = (level1, level2, level3, unified, own)
RULES = [value for module in MODULES for value in vars(module).values() if isinstance(value, Rule)]
FOLDER = EXAMPLES / "machine-readability"
FAULTS = {
    "csv": "L1-03 L1-04 L1-06 L1-07 L1-08 L1-14 L2-01 L2-02 L2-05 L3-01 L3-04 L3-05 L3-06",
    "xlsx": "L1-04 L1-10 L1-11 L1-12 L1-13 L2-01 L2-02 L2-06 L3-01 L3-04",
}


def csv(text: str, encoding: str = "utf-8", name: str = "a.csv") -> Judged:
    return judge(Source.of_bytes(text.encode(encoding), name))


def book(build: Any, name: str = "a.xlsx") -> Judged:
    return judge(Source.of_bytes(workbook(build), name))


def workbook(build: Any) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    build(made)
    made.close()
    return out.getvalue()


def table(made: Any, rows: list[list[Any]], name: str | None = None) -> Any:
    sheet = made.add_worksheet(name)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell != "":
                sheet.write(row, column, cell)
    return sheet


def of(judged: Judged, rule: str) -> list[Finding]:
    return [finding for finding in judged.report.findings if finding.rule.id == rule]


def broken(judged: Judged) -> set[str]:
    """The rules that are broken, the Ministry's left out."""
    return {loss.rule for level in judged.levels for loss in level.losses}


GOOD: list[list[Any]] = [
    ["施設名", "年", "利用者数（人）"],
    ["市民会館", 2023, 12500],
    ["図書館", 2023, 46100],
    ["体育館", 2023, 9100],
    ["公民館", 2023, 3400],
]


def test_the_table_of_rules_is_complete() -> None:
    known = {name for name in entries() if name.startswith(("DA-", "MIC-"))}
    assert known == {rule.id for rule in RULES if not rule.id.startswith("READ-")} | set(UNDECIDABLE)
    assert {criterion.rule.id for criterion in CRITERIA} | set(UNDECIDABLE) == {name for name in known if name.startswith("DA-")}
    for rule in RULES:
        if rule.id in known:
            assert rule.title == entries()[rule.id].title


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.look], ids=lambda rule: rule.id)
def test_looks_answer_their_examples(rule: Rule) -> None:
    assert rule.look
    assert all(rule.look(str(value)) is None for value in rule.good)
    assert all(rule.look(str(value)) is not None for value in rule.bad)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("名称,人口（人）\nA,1\nB,2\nC,3\n", set()),
        ("表1 人口の一覧\n名称,人口（人）,世帯数\nA町,1,1\nB町,2,1\nC町,3,1\n", {"DA-L1-04", "DA-L3-01"}),
        ("名称,人口（人）,世帯数\nA町,1,1\n,,\nB町,2,1\n", {"DA-L1-03"}),
        ("名称,人口（人）\nA町,1\nB町,2\n名称,人口（人）\nC町,3\nD町,4\nE町,5\nF町,6\nG町,7\n", {"DA-L1-02", "DA-L2-01"}),
        ("名称,,備考\nA町,1,a\nB町,2,b\nC町,3,c\n", {"DA-L1-05"}),
        ("01101,札幌市,1\n01102,函館市,2\n01103,小樽市,3\n", {"DA-L1-05", "DA-L3-01"}),
        ("名称,人口（人）\n　A町,1\nB町,2\nC町,3\n", {"DA-L1-06"}),
        ("名称,科目\nA医院,内科、外科、眼科\nB医院,内科\n", {"DA-L1-07"}),
        ("名称,座標\nA町,\"35.708858,138.446174\"\n", {"DA-L1-07"}),
        ('名称,備考\nA町,"1階\n2階"\n', {"DA-L1-14"}),
        ("名称,備考\nA町,1,2\n", {"DA-L1-15"}),
        ('名称,金額（円）\nA町,"1,234"\nB町,2\nC町,3\n', {"DA-L2-01"}),
        ("名称,金額（円）\nA町,△5\nB町,2\nC町,3\n", {"DA-L2-01"}),
        ("地区,名称\n北,A\n〃,B\n〃,C\n", {"DA-L2-02"}),
        ("名称,名称\nA,B\nC,D\n", {"DA-L2-03"}),
        ("名称,設置\n" + "A,有\n" * 20 + "B,有り\n", {"DA-L2-04"}),
        ("名称,種別\nA,その他（屋上）\nB,ホール\n", {"DA-L2-05"}),
        ("名称,面積\nA町,1\nB町,2\nC町,3\n", {"DA-L3-04"}),
        ("名称,面積（㎢）\nA町,1\nB町,2\nC町,3\n", set()),
        ("名称,設立年月日\nA,昭和50年4月1日\nB,平成2年4月1日\n", {"DA-L3-05"}),
        ("名称,設立年月日\nA,2020-04-01\nB,2021/4/1\n", {"DA-L3-05"}),
        ("名称,設立年月日\nA,2020-04-01\nB,2021-04-01\n", set()),
        ("都道府県名,人口（人）\n東京,1\n大阪,2\n京都,3\n", {"DA-L3-06"}),
        ("市町村名,人口（人）\n甲府,1\n韮崎,2\n北杜市,3\n", {"DA-L3-06"}),
        ("市町村名,人口（人）\n甲府市,1\n韮崎市,2\n北杜市,3\n", set()),
        ("名称,人口（人）\n甲府,1\n韮崎,2\n北杜市,3\n", set()),
        ("都道府県名,2021年,2022年,2023年\n東京都,1,2,3\n大阪府,1,2,3\n京都府,1,2,3\n", {"DA-L3-04", "DA-L3-09"}),
    ],
)  # fmt: skip
def test_csv_breaks_exactly_these_rules(text: str, expected: set[str]) -> None:
    assert broken(csv(text)) == expected


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("地区,人口\n東,100\n西,110\n\n\n南,120\n北,130\n", 4, "空白の行（4～5行目）"),
        ("地区,人口\n東,100\n,\n西,110\n南,120\n", 3, "空白の行（3行目）"),
        ('地区,備考\n東,"一\n二"\n\n西,三\n', 4, "空白の行（4行目）"),
        ("地区,,人口\n東,,100\n西,,110\n", 1, "空白の列（B列）"),
    ],
)
def test_what_splits_a_table_is_named_not_the_data_behind_it(text: str, line: int, said: str) -> None:
    (finding,) = of(csv(text), "DA-L1-03")
    assert (finding.place.line, said in finding.message("ja")) == (line, True)


def test_blank_rows_of_a_workbook() -> None:
    rows: list[list[Any]] = [*GOOD[:3], [], [], *GOOD[3:]]
    (finding,) = of(book(lambda made: table(made, rows)), "DA-L1-03")
    assert (finding.place.sheet, finding.place.line) == ("Sheet1", 4)
    assert "rows 4-5" in finding.message("en")


def test_characters_depend_on_the_encoding() -> None:
    assert broken(csv("名称\n㈱A\n", "cp932")) == {"DA-L1-08"}
    in_unicode = csv("名称\n㈱A\n")
    assert broken(in_unicode) == set()
    assert of(in_unicode, "DA-L1-08")[0].severity is Severity.INFO


def test_codes_and_lists_of_gif_are_no_faults() -> None:
    rows = ("011002,011-211-2111,月;火;水,3-1", "011011,011-231-2400,月;火,5", "012025,0138-21-3111,土,7")
    text = "\n".join(("全国地方公共団体コード,電話番号,利用可能曜日,番地", *rows, ""))
    assert broken(csv(text)) == set()


def test_signs_leave_a_question_open() -> None:
    judged = csv("名称,人口（人）\nA町,1\nB町,X\nC町,3\nD町,-\nE町,5\n")
    assert broken(judged) == set()
    assert judged.levels[2].states["DA-L3-03"] == "open"
    assert [finding.value for finding in of(judged, "MIC-1-13")] == ["-"]
    assert judged.ministry["MIC-1-13"] == "broken"


def test_errors_of_a_spreadsheet_are_no_numbers() -> None:
    judged = csv("名称,比率\nA,#DIV/0!\nB,0.5\nC,#N/A\nD,#REF!\nE,0.2\n")
    assert [(finding.place.cell, finding.severity.label) for finding in of(judged, "DA-L2-01")] == [
        ("B2", "error"),
        ("B4", "error"),
        ("B5", "error"),
    ]
    assert judged.levels[1].points == 0
    words = csv("名称,状態\nA,#N/A\nB,休止中\nC,#N/A\nD,12\n")
    assert of(words, "DA-L2-01") == []
    assert words.levels[1].states["DA-L2-01"] == "absent"


def test_eras_beside_the_gregorian_year() -> None:
    assert broken(csv("名称,設立年\nA,令和5年（2023年）\nB,令和6年（2024年）\n")) == set()
    assert broken(csv("名称,設立年（和暦）,設立年（西暦）\nA,令和5年,2023\nB,令和6年,2024\n")) == set()


def test_totals_are_a_remark() -> None:
    judged = csv("名称,人口（人）\nA町,1\nB町,2\nC町,3\n合計,6\n")
    assert broken(judged) == set()
    assert [finding.value for finding in of(judged, "READ-001")] == ["合計"]


def test_the_score_is_the_published_one() -> None:
    judged = csv('名称,座標,金額\nA町,"35.708858,138.446174",1\n　B町,,2\nC町,,3\n')
    first, second, third = judged.levels
    assert (first.points, second.points, third.points) == (80, 100, 90)
    assert [(loss.rule, loss.points) for loss in first.losses] == [("DA-L1-06", 10), ("DA-L1-07", 10)]
    told = first.as_dict()
    assert (told["kept"], told["judged"], told["rules"], told["of"]) == (8, 10, 15, 100)
    assert sum(len(level.states) for level in judged.levels) == 30


def test_a_fatal_rule_takes_all_points() -> None:
    assert csv('名称,備考\nA,"1\n2"\n').levels[0].points == 0


def test_what_is_no_table_is_scored_on_its_format_alone() -> None:
    judged = judge(Source.of_bytes(b"%PDF-1.7 ...", "a.pdf"))
    assert [level.points for level in judged.levels] == [0, None, None]
    assert judged.ministry["MIC-1-1"] == "broken"
    assert {state for name, state in judged.ministry.items() if name != "MIC-1-1"} == {"absent"}


def test_a_file_without_a_table_gets_no_points_for_tables() -> None:
    judged = book(lambda made: made.add_worksheet())
    assert [level.points for level in judged.levels] == [100, None, None]
    assert judged.levels[0].count("kept", "broken") == 1
    assert judged.report.coverage.skipped[0][1].en == "no table was found"


def test_a_sheet_of_sentences_is_no_table() -> None:
    def build(made: Any) -> None:
        table(made, [["このファイルは利用者数の一覧です。"], ["出典は市民課です。"]], "説明")
        table(made, GOOD, "データ")

    judged = book(build)
    assert broken(judged) == set()
    assert judged.report.records == 4


def test_a_clean_workbook_breaks_nothing() -> None:
    judged = book(lambda made: table(made, GOOD))
    assert broken(judged) == set()
    assert [level.points for level in judged.levels] == [100, 100, 100]
    assert judged.report.records == 4


def test_merged_records_score_nothing_merged_titles_little() -> None:
    data = book(lambda made: table(made, GOOD).merge_range("A2:A3", "市民会館"))
    assert data.levels[0].points == 0
    assert (of(data, "DA-L1-12")[0].place.sheet, of(data, "DA-L1-12")[0].place.cell) == ("Sheet1", "A2")

    def with_title(made: Any) -> None:
        sheet = table(made, [["", "", ""], ["", "", ""], *GOOD])
        sheet.merge_range("A1:C1", "利用者数")

    title = book(with_title)
    assert [(loss.rule, loss.points) for loss in title.levels[0].losses] == [("DA-L1-04", 5), ("DA-L1-12", 10)]


def test_a_merged_header_breaks_only_the_rule_of_the_ministry() -> None:
    rows: list[list[Any]] = [["施設名", "利用者数（人）", ""], ["", "大人", "子ども"], ["A館", 1, 2], ["B館", 3, 4], ["C館", 5, 6]]
    judged = book(lambda made: table(made, rows).merge_range("B1:C1", "利用者数（人）"))
    assert judged.levels[0].points == 100
    assert judged.ministry["MIC-1-4"] == "broken"
    assert judged.levels[2].states["DA-L3-01"] == "kept"


def test_hidden_rows_columns_and_sheets() -> None:
    def build(made: Any) -> None:
        sheet = table(made, GOOD)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_column(10, 20, None, None, {"hidden": True})
        table(made, [["x", "y"]], "作業用").hide()

    judged = book(build)
    assert [(finding.severity.label, finding.message("en")[:20]) for finding in of(judged, "DA-L1-13")] == [
        ("info", 'Hidden: worksheet "作'),
        ("error", "Hidden: column B. Re"),
        ("error", "Hidden: rows 3-4. Re"),
    ]


def test_looks_that_carry_meaning() -> None:
    def build(made: Any, cells: tuple[int, ...], **look: Any) -> None:
        sheet = table(made, GOOD)
        for row in cells:
            sheet.write(row, 0, GOOD[row][0], made.add_format(look))

    assert broken(book(lambda made: build(made, (2,), font_strikeout=True))) == {"DA-L1-11"}
    assert broken(book(lambda made: build(made, (2,), bg_color="#FFFF00"))) == {"DA-L1-11"}
    assert broken(book(lambda made: build(made, (1, 2, 3, 4), bold=True))) == set()
    assert broken(book(lambda made: build(made, (0,), bold=True, bg_color="#CCCCCC"))) == set()
    assert broken(book(lambda made: build(made, (2,), font_color="#000000"))) == set()


def test_banded_rows_carry_no_meaning() -> None:
    def build(made: Any) -> None:
        sheet = table(made, GOOD)
        band = made.add_format({"bg_color": "#EEEEEE"})
        for row in (2, 4):
            for column, cell in enumerate(GOOD[row]):
                sheet.write(row, column, cell, band)

    assert broken(book(build)) == set()


def test_formulas_objects_and_numbers_as_text() -> None:
    def build(made: Any) -> None:
        sheet = table(made, GOOD)
        sheet.write_formula(4, 2, "=C2-C4", None, 3400)
        sheet.write_string(3, 2, "9100")
        sheet.insert_textbox("F2", "速報値")

    judged = book(build)
    assert broken(judged) == {"DA-L1-10", "DA-L2-01", "DA-L2-06"}
    assert of(judged, "DA-L2-01")[0].place.cell == "C4"
    assert of(judged, "DA-L2-06")[0].place.cell == "C5"


def test_tables_side_by_side() -> None:
    rows = [[*row, "", *row] for row in GOOD]
    judged = book(lambda made: table(made, rows))
    assert "DA-L1-02" in broken(judged)
    assert of(judged, "DA-L1-02")[0].place.cell == "E1"


def test_macros_and_links_are_told_of_and_nothing_is_run() -> None:
    data = io.BytesIO(workbook(lambda made: table(made, GOOD)))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\0")
        archive.writestr("xl/externalLinks/externalLink1.xml", b"<x/>")
    judged = judge(Source.of_bytes(data.getvalue(), "a.xlsm"))
    assert broken(judged) == set()
    assert {finding.rule.id for finding in judged.report.findings} == {"READ-002", "READ-003"}


def test_findings_carry_both_rules() -> None:
    (finding,) = of(csv("名称,人口（人）\n　A町,1\nB町,2\nC町,3\n"), "DA-L1-06")
    assert finding.also == ("MIC-1-5",)
    assert TWINS["DA-L1-06"].id == "MIC-1-5"


def test_where_the_table_is() -> None:
    content = of_csv(Source.of_bytes("人口（人）\n\n地域,男,女\nA町,1,2\nB町,3,4\nC町,3,4\n\n注：速報値\n".encode(), "a.csv"))
    layout = find(content.sheets[0])
    assert layout is not None
    assert (layout.header, layout.first, layout.last, layout.before, layout.after) == ((1,), 2, 4, (0,), (5,))


@pytest.mark.parametrize("stem", ["conforming", "typical-faults"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_examples(stem: str, suffix: str) -> None:
    path = FOLDER / f"{stem}.{suffix}"
    judged = judge(Source(str(path), path))
    points = [level.points for level in judged.levels]
    assert points == {"conforming": [100, 100, 100], "typical-faults": [0, 0, 0]}[stem]
    assert broken(judged) == ({f"DA-{name}" for name in FAULTS[suffix].split()} if stem == "typical-faults" else set())


def test_declarations_of_document_types_are_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(lambda made: table(made, GOOD)))) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = text.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet', 1)
            new.writestr(name, text)
    judged = judge(Source.of_bytes(data.getvalue(), "a.xlsx"))
    assert [finding.rule.id for finding in judged.report.findings] == ["FILE-008"]
    assert judged.levels == ()


def test_parts_of_a_workbook() -> None:
    def build(made: Any) -> None:
        table(made, GOOD).merge_range("A7:B8", "x")

    parts = read_parts(Source.of_bytes(workbook(build), "a.xlsx")).sheets["Sheet1"]
    assert [(each.top, each.left, each.bottom, each.right) for each in parts.merged] == [(7, 0, 8, 1)]
    assert (2, 0) in parts.as_text
    assert (2, 2) not in parts.as_text


@given(st.text(alphabet=st.sampled_from('a1,、"\n\r\t 　①X-…年月（）令和２．〃合計'), max_size=200))
def test_nothing_raises(text: str) -> None:
    judged = csv(text)
    for finding in judged.report.findings:
        assert finding.message("ja")
        assert finding.message("en")
    json.dumps(judged.as_dict())


@given(st.integers(0, 6000), st.integers(0, 255))
def test_damaged_workbooks_do_not_raise(at: int, byte: int) -> None:
    data = bytearray((FOLDER / "typical-faults.xlsx").read_bytes())
    data[at % len(data)] = byte
    judge(Source.of_bytes(bytes(data), "a.xlsx"))


@pytest.mark.parametrize("unit", [",", "1,", "1,,", "、1", '"', "令和", "①", "（", "\n"])
def test_long_files_are_read_in_linear_time(unit: str) -> None:
    csv(unit * (20_000 // len(unit)))


def test_the_text_shows_three_places_and_how_many_more(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("".join(("名称,金額（円）,地区\n", '"　A","1,234",北\n' * 2, '"B","2,345人",〃\n' * 4)), "utf-8")
    assert run(["readability", str(path)]) == 1
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    start = next(number for number, line in enumerate(lines) if line.startswith("B2「金額（円）」"))
    assert lines[start + 2 : start + 5] == ["B3", "B4  「2,345人」", "ほか 3件"]
    start = next(number for number, line in enumerate(lines) if line.startswith("C4「地区」"))
    assert lines[start + 2 : start + 4] == ["C5、C6", "ほか 1件"]
    assert run(["readability", str(path), "--lang", "en"]) == 1
    assert "and 3 more" in capsys.readouterr().out


def test_command(capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("ja", "en"):
        assert run(["readability", str(FOLDER / "typical-faults.xlsx"), "--lang", lang]) == 1
        assert "DA-L1-12" in capsys.readouterr().out
        assert run(["readability", "--rules", "--lang", lang]) == 0
        assert "DA-L3-09" in capsys.readouterr().out
    assert run(["readability", str(FOLDER / "conforming.csv"), "--format", "json"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert [level["points"] for level in file["readability"]["levels"]] == [100, 100, 100]
    assert file["readability"]["ministry"]["MIC-1-1"] == "kept"
    assert run(["readability"]) == 2
    assert run(["readability", "no-such-file.csv"]) == 2
