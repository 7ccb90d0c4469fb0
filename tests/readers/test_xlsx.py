"""Workbooks: the right sheet, the right cells, and hostile ones."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.catalogue.text import Text
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.source import Source
from gif_validate.readers.xlsx import workbook as xlsx
from gif_validate.readers.xlsx.cells import how_shown
from gif_validate.readers.xlsx.workbook import open_workbook, written


def workbook(sheets: dict[str, list[list[Any]]], *, at: tuple[int, int] = (0, 0), hidden: tuple[str, ...] = ()) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    time = book.add_format({"num_format": "h:mm"})
    day = book.add_format({"num_format": "yyyy/m/d"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows, at[0]):
            for column, cell in enumerate(cells, at[1]):
                if isinstance(cell, datetime.time):
                    sheet.write_datetime(row, column, cell, time)
                elif isinstance(cell, datetime.date):
                    sheet.write_datetime(row, column, cell, day)
                elif cell not in ("", None):
                    sheet.write(row, column, cell)
        if name in hidden:
            sheet.hide()
        elif hidden:
            sheet.activate()
            sheet.set_first_sheet()
    book.close()
    return out.getvalue()


def rows(data: bytes, sheet: str | None = None) -> list[tuple[int, list[str]]]:
    book = open_workbook(Source.of_bytes(data, "a.xlsx"), sheet)
    return [pair for block in book.blocks() for pair in zip(block.sheet_rows, block.rows, strict=True)]


def test_values_are_written_as_a_person_would() -> None:
    data = workbook({"S": [["a", 131016.0, 35.5, True, datetime.time(9, 0), datetime.date(2017, 9, 1), 1e20]]})
    assert rows(data) == [(1, ["a", "131016", "35.5", "TRUE", "09:00", "2017-09-01", "1e+20"])]
    assert written(datetime.timedelta(hours=24)) == "24:00"
    assert written(datetime.datetime(2017, 9, 1, 18, 10, 50)) == "2017-09-01T18:10:50"


def test_rows_and_columns_keep_their_place() -> None:
    data = workbook({"S": [["名称", "緯度"], ["", ""], ["A館", 35.5]]}, at=(2, 1))
    assert rows(data) == [(3, ["", "名称", "緯度"]), (5, ["", "A館", "35.5"])]


def test_the_first_visible_sheet_or_the_one_named() -> None:
    data = workbook({"隠し": [["x"]], "一": [["y"]], "二": [["z"]]}, hidden=("隠し",))
    assert rows(data) == [(1, ["y"])]
    assert rows(data, "二") == [(1, ["z"])]
    file = check_file(Source.of_bytes(data, "a.xlsx"), Options(sheet="三"))
    assert [finding.rule.id for finding in file.findings] == ["FILE-009"]
    assert "隠し, 一, 二" in file.findings[0].message("ja")


def test_findings_name_sheet_and_cell() -> None:
    header = ["NO", "名称", "名称_カナ", "住所", "設置位置", "電話番号", "開始時間", "小児対応設備の有無"]
    data = workbook(
        {
            "AED": [["AED設置箇所一覧"], header, ["1", "A館", "エーカン", "韮崎市", "玄関", "０５５１", datetime.time(9, 0), "有"]],
            "説明": [["x"]],
        },
        at=(1, 0),
    )
    file = check_file(Source.of_bytes(data, "aed.xlsx"), Options())
    assert file.standard == "suishou/aed@2017"
    telephone = next(finding for finding in file.findings if finding.field == "電話番号")
    assert (telephone.place.sheet, telephone.place.cell, telephone.place.record, telephone.place.line) == ("AED", "F4", 1, 4)
    rules = {finding.rule.id for finding in file.findings}
    assert {"TABLE-009", "FILE-010"} <= rules
    assert "GIF-TIME-001" not in rules


def test_columns_that_hold_nothing_are_no_fault_of_a_workbook() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["名称", "住所"])
    sheet.write_row(1, 0, ["A館", "韮崎市"])
    sheet.write_blank(1, 5, None, book.add_format({"bold": True}))
    book.close()
    file = check_file(Source.of_bytes(out.getvalue(), "a.xlsx"), Options())
    assert "TABLE-006" not in {finding.rule.id for finding in file.findings}


def test_an_empty_sheet() -> None:
    file = check_file(Source.of_bytes(workbook({"S": []}), "a.xlsx"), Options())
    assert "TABLE-019" in {finding.rule.id for finding in file.findings}


def test_a_workbook_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_UNPACKED", 1 << 20)
    data = io.BytesIO(workbook({"S": [["a"]]}))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.bin", b"\0" * (2 << 20))
    file = check_file(Source.of_bytes(data.getvalue(), "a.xlsx"), Options())
    assert [finding.rule.id for finding in file.findings] == ["LIMIT-001"]
    assert file.count(gv.Severity.ERROR) == 1


DAMAGED = workbook({"一覧": [["名称", "住所"], ["市民会館", "東京都"]]})


@given(at=st.integers(0, len(DAMAGED) - 1), byte=st.integers(0, 255))
def test_damaged_workbooks_are_findings(at: int, byte: int) -> None:
    data = bytearray(DAMAGED)
    data[at] = byte
    check_file(Source.of_bytes(bytes(data), "a.xlsx"), Options())


def formatted(cells: list[tuple[Any, str]], *, formula: bool = False) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("S")
    for column, (cell, code) in enumerate(cells):
        sheet.write(0, column, f"c{column}")
        if formula:
            sheet.write_formula(1, column, cell, None, code)
        else:
            sheet.write_number(1, column, cell, book.add_format({"num_format": code}))
    book.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("cell", "code", "shown"),
    [
        (11002, "000000", "011002"),
        (608611, "0000000", "0608611"),
        (608611, '[<=999]000;[<=9999]000"-"00;000"-"0000', "060-8611"),
        (602, r"[<=999]000;[<=9999]000\-00;000\-0000", "602"),
        (6021, r"[<=999]000;[<=9999]000\-00;000\-0000", "060-21"),
        (35.71347, "0.000000", "35.713470"),
        (35.71347, "0.00", "35.71347"),
        (35.5, "0.00", "35.50"),
        (1234567, "000000", "1234567"),
        (-5, "000", "-5"),
        (1.5, "000", "1.5"),
        (1234, "#,##0", "1234"),
        (0.5, "0%", "0.5"),
        (5, "0", "5"),
        (5, "General", "5"),
    ],
)
def test_digits_that_a_number_format_adds_are_read(cell: float, code: str, shown: str) -> None:
    assert rows(formatted([(cell, code)]))[1][1] == [shown]


@given(st.integers(0, 10**9), st.integers(1, 10), st.integers(0, 6))
def test_zero_padding_is_that_of_python(number: int, width: int, places: int) -> None:
    code = "0" * width + ("." + "0" * places if places else "")
    form = how_shown(code)
    assert (form is None) == (code == "0")
    if form is not None:
        assert form(str(number)) == f"{number:0{width + (places + 1 if places else 0)}.{places}f}"


def test_error_values_are_read_as_excel_shows_them() -> None:
    data = formatted([("=A9/0", "#DIV/0!"), ("=X", "#NAME?"), ("=1+1", "2")], formula=True)
    assert rows(data)[1][1][2] == "2"
    broken = _replaced(data, b'<c r="A2"><f>A9/0</f><v>#DIV/0!</v></c>', b'<c r="A2" t="e"><f>A9/0</f><v>#DIV/0!</v></c>')
    assert rows(broken)[1][1][0] == "#DIV/0!"


def test_a_formula_without_a_result_is_read_as_the_formula() -> None:
    data = _replaced(formatted([("=B9&C9", "x")], formula=True), b"<v>x</v>", b"")
    assert rows(data)[1][1] == ["=B9&amp;C9".replace("&amp;", "&")]


def _replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b' t="str"', b"").replace(b' t="e"', b"")
                assert old in content, content
                content = content.replace(old, new)
            copy.writestr(name, content)
    return out.getvalue()


def test_excel_errors_are_findings_in_every_item(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    head, first, *_ = Path("examples/municipal-aed/conforming.csv").read_text(encoding="utf-8-sig").splitlines()
    names, cells = head.split(","), first.split(",")
    for name, value in (("名称", "#REF!"), ("設置位置", "#N/A"), ("備考", "########"), ("電話番号", '="0551-22-1111"')):
        cells[names.index(name)] = value
    path.write_text("\n".join([head, ",".join(cells), ""]), encoding="utf-8")
    found = {each.field: (each.value, each.suggestion) for each in gv.check(path).files[0].findings if each.rule.id == "FIELD-015"}
    assert found == {
        "名称": ("#REF!", None),
        "設置位置": ("#N/A", None),
        "備考": ("########", None),
        "電話番号": ('="0551-22-1111"', "0551-22-1111"),
    }


def test_a_run_of_blank_rows_is_one_finding() -> None:
    data = workbook({"S": [["名称", "緯度"], ["A館", 35.5], ["", ""], [" ", "　"], ["", ""], ["B館", 35.5], ["", ""], [" ", ""]]})
    blocks = list(open_workbook(Source.of_bytes(data, "a.xlsx"), None).blocks())
    assert [row for block in blocks for row in block.sheet_rows] == [1, 2, 6]
    (trouble,) = (trouble for block in blocks for trouble in block.troubles)
    assert (trouble.rule.id, trouble.line) == ("TABLE-012", 3)
    hint = trouble.details["hint"]
    assert isinstance(hint, Text) and hint.ja == "5行目まで 3行続きます。"
