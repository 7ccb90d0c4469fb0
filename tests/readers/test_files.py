"""Whole files: real encodings, real mistakes, each finding at its place."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

import gif_validate as gv
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.source import Source
from tests.conftest import ROOT

HEADER = "都道府県コード又は市区町村コード,NO,名称,名称_カナ,住所,緯度,経度,設置位置,電話番号,開始時間,終了時間,小児対応設備の有無"
ROW = "192074,1,中央公民館,チュウオウコウミンカン,山梨県韮崎市本町三丁目6-3,35.708915,138.446190,玄関,0551-22-1111,09:00,17:00,有"
ENGLISH = "code,id,name,nameKana,fullAddress,latitude,longitude,installationLocation,phone,startTime,endTime,pediatric"
TABLE = f"{HEADER}\r\n{ROW}\r\n"


def report(data: bytes, name: str = "aed.csv", **options: object) -> gv.FileReport:
    return check_file(Source.of_bytes(data, name), Options(**options))  # type: ignore[arg-type]


def found(file: gv.FileReport, *, quiet: tuple[str, ...] = ("TABLE-002", "TABLE-023")) -> list[tuple[str, str, int | None, str | None]]:
    return [
        (finding.rule.id, finding.severity.label, finding.place.line, finding.place.cell)
        for finding in file.findings
        if finding.rule.id not in quiet
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp932", "utf-16", "euc_jp"])
def test_encodings_are_read_alike(codec: str) -> None:
    file = report(TABLE.encode(codec))
    assert file.standard == "suishou/aed@2017"
    assert file.records == 1
    assert not file.count(gv.Severity.ERROR)
    assert [finding.value for finding in file.findings if finding.rule.id == "GIF-CHAR-003"] == {
        "utf-16": ["utf-16-le"],
        "euc_jp": ["euc-jp"],
    }.get(codec, [])


def test_encoding_can_be_named() -> None:
    data = "名称\nﾃｽﾄ\n".encode("cp932")
    assert report(data, encoding="cp932").encoding == "cp932"
    wrong = report(TABLE.encode("cp932"), encoding="utf-8")
    assert wrong.encoding == "utf-8"
    assert "FILE-003" in {finding.rule.id for finding in wrong.findings}


def test_undecodable_bytes_are_found_in_their_cell() -> None:
    data = TABLE.encode().replace("玄関".encode(), b"\xe7\x8e\x84\xff\xe9\x96\xa2")
    file = report(data)
    assert ("FILE-003", "error", 2, "H2") in found(file)
    finding = next(finding for finding in file.findings if finding.rule.id == "FILE-003")
    assert finding.details["found"] == "FF"
    assert finding.as_dict()["value"] == "玄\\xff関"
    assert [other.rule.id for other in file.findings if other.place.cell == "H2"] == ["FILE-003"]


def test_nul_bytes_are_found_in_their_cell() -> None:
    assert ("TABLE-015", "error", 2, "H2") in found(report(TABLE.replace("玄関", "玄\0関").encode()))


@pytest.mark.parametrize(
    ("data", "name", "rule", "format"),
    [
        (b"", "a.csv", "FILE-001", "empty"),
        (b"\xef\xbb\xbf", "a.csv", "FILE-001", "empty"),
        (b" \r\n \r\n", "a.csv", "FILE-001", "empty"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "a.csv", "FILE-002", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html>', "a.xls", "FILE-002", "html"),
        (b"%PDF-1.7\n", "a.csv", "FILE-002", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "a.csv", "FILE-002", "image"),
        (gzip.compress(b"a,b\n", mtime=0), "a.csv", "FILE-002", "gzip"),
        (b"a: 1\n", "a.yaml", "FILE-007", "yaml"),
        (bytes(range(1, 32)) * 20, "a.bin", "FILE-007", "binary"),
        (b"PK\x03\x04broken", "a.xlsx", "FILE-008", "xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken", "a.xls", "FILE-008", "xls"),
    ],
)
def test_other_content_is_named(data: bytes, name: str, rule: str, format: str) -> None:
    file = report(data, name)
    assert [finding.rule.id for finding in file.findings] == [rule]
    assert file.format == format
    assert file.conforms is None
    assert file.count(gv.Severity.ERROR) == 1


def test_json_under_a_csv_name_is_named_and_read() -> None:
    file = report(b'{"a": 1}', "a.csv")
    assert [finding.rule.id for finding in file.findings] == ["FILE-002", "TABLE-001"]
    assert file.format == "json"


def test_a_workbook_under_a_csv_name_is_named_and_checked() -> None:
    data = (ROOT / "examples/municipal-aed/typical-faults.xlsx").read_bytes()
    file = report(data, "aed.csv")
    assert file.findings[0].rule.id == "FILE-002"
    assert file.standard == "municipal/aed@2023"


def test_an_archive_that_is_no_workbook() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("stops.txt", "stop_id\n1\n")
    assert report(packed.getvalue(), "feed.zip").format == "zip"


def test_places_stay_right_after_cells_with_line_breaks() -> None:
    text = (
        TABLE
        + ROW.replace("玄関", '"一階\n玄関"').replace(",1,", ",2,")
        + "\r\n"
        + ROW.replace("09:00", "9:00").replace(",1,", ",3,")
        + "\r\n"
    )
    finding = next(finding for finding in report(text.encode()).findings if finding.rule.id == "GIF-TIME-001")
    assert (finding.place.record, finding.place.line, finding.place.column, finding.place.cell) == (3, 5, 10, "J4")


def test_a_fault_behind_a_line_break_in_its_own_record() -> None:
    text = TABLE + ROW.replace("玄関", '"一階\n玄関"').replace("09:00", "9:00").replace(",1,", ",2,") + "\r\n"
    finding = next(finding for finding in report(text.encode()).findings if finding.rule.id == "GIF-TIME-001")
    assert (finding.place.record, finding.place.line) == (2, 4)


TABLES = [
    (f"AED一覧\r\n令和6年4月\r\n{TABLE}", [("TABLE-009", "warning", 1, None)]),
    (f"AED一覧{',' * 11}\r\n{TABLE}", [("TABLE-009", "warning", 1, None)]),
    (f"{TABLE}192074,9\r\n", [("TABLE-010", "error", 3, None)]),
    (TABLE.replace(",有\r\n", ",有,x\r\n"), [("TABLE-011", "error", 2, None)]),
    (f"{TABLE}{',' * 11}\r\n", [("TABLE-012", "warning", 3, None)]),
    (f"{TABLE}　{',' * 10} ,\r\n\r\n\r\n", [("TABLE-012", "warning", 3, None)]),
    (f"{TABLE}\ufeff{HEADER}\r\n{ROW.replace(',1,', ',2,')}\r\n", [("TABLE-025", "error", 3, None)]),
    (f"{HEADER}\r\n{TABLE}", [("TABLE-025", "error", 2, None)]),
    (f"{HEADER}\r\n{ENGLISH}\r\n{ROW}\r\n", [("TABLE-025", "error", 2, None)]),
    (f"{TABLE}\r\n", [("TABLE-012", "warning", 3, None)]),
    (TABLE.replace(",", "\t"), [("TABLE-018", "error", None, None)]),
    (TABLE.replace(",", ";"), [("TABLE-018", "error", None, None)]),
    (TABLE.replace("住所", "名称", 1), [("TABLE-007", "warning", 1, "E1")]),
    (TABLE.replace("設置位置", '"設置\n位置"', 1), [("TABLE-008", "warning", 1, "H1"), ("TABLE-004", "info", 1, "H1")]),
    (TABLE.replace(",NO,", ",,"), [("TABLE-006", "warning", None, None)]),
    (TABLE.replace("住所", "fullAddress", 1), [("TABLE-004", "warning", 1, "E1")]),
    (
        TABLE.replace("緯度,経度", "経度,緯度", 1),
        [("TABLE-005", "info", 1, "G1"), ("GIF-GEO-003", "error", 2, "G2")],
    ),
    (f"{HEADER}\r\n", [("TABLE-019", "warning", None, None)]),
    (TABLE + ROW + "\r\n", [("TABLE-021", "warning", 3, "B3")]),
    (TABLE.rstrip("\r\n"), [("TABLE-017", "info", 2, None)]),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables(text: str, expected: list[tuple[str, str, int | None, str | None]]) -> None:
    got = found(report(text.encode()), quiet=("TABLE-002", "TABLE-003", "TABLE-023"))
    for one in expected:
        assert one in got
    extra = {rule for rule, _, _, _ in got} - {rule for rule, _, _, _ in expected}
    assert extra <= {"FIELD-002", "FIELD-006", "FIELD-023"}


def test_a_run_of_blank_rows_is_one_finding_that_says_where_it_ends() -> None:
    blank = "\r\n" * 9
    file = report(f"{TABLE}{blank}{ROW.replace(',1,', ',2,')}\r\n".encode())
    (finding,) = (each for each in file.findings if each.rule.id == "TABLE-012")
    assert finding.place.line == 3
    assert "11行目" in finding.message("ja")
    assert [group.of for group in file.groups if group.rule.id == "TABLE-012"] == [None]
    assert file.records == 2


def test_a_header_again_is_no_record() -> None:
    file = report(f"{TABLE}{HEADER}\r\n{ROW.replace(',1,', ',2,')}\r\n".encode())
    assert file.records == 2
    assert [each.value for each in file.findings if each.rule.id == "TABLE-025"] == ["都道府県コード又は市区町村コード"]


CORPORATIONS = "".join(f'{n},"5130001008532","01","0"{{}}\n' for n in range(1, 4))


@pytest.mark.parametrize("more", [24, 25, 27])
def test_a_layout_without_a_header_and_another_number_of_columns(more: int) -> None:
    file = report(CORPORATIONS.format(*[",x" * more] * 3).encode(), model=gv.load_model("nta/corporate-number"))
    assert found(file) == [("TABLE-024", "error", None, None)]
    assert f"{4 + more}列" in file.findings[0].message("ja")
    assert (file.records, file.columns, file.conforms) == (3, 4 + more, False)


def test_a_layout_without_a_header_whatever_its_values() -> None:
    text = CORPORATIONS.format(",x" * 26, ",x" * 26, "")
    file = report((text + '4,"x"\n5\n').encode(), model=gv.load_model("nta/corporate-number"))
    assert {"TABLE-020", "TABLE-024"}.isdisjoint({each.rule.id for each in file.findings})
    short = [each for each in file.findings if each.rule.id == "TABLE-010"]
    assert [each.place.record for each in short] == [3, 4, 5]
    assert "様式の30列" in short[0].message("ja")


def test_rows_that_are_blank_or_broken_do_not_stop_the_rest() -> None:
    text = (
        TABLE
        + "192074,9\r\n"
        + f"{ROW.replace(',1,', ',2,').replace('玄関', '玄' + chr(34) + '関')}\r\n"
        + ROW.replace(",1,", ",3,").replace("17:00", "25:00")
        + "\r\n"
    )
    file = report(text.encode())
    assert file.records == 4
    assert found(file) == [
        ("TABLE-010", "error", 3, None),
        ("TABLE-014", "error", 4, None),
        ("GIF-TIME-001", "error", 5, "K5"),
    ]


def test_counts_stay_exact_when_findings_are_cut() -> None:
    rows = "".join(ROW.replace(",1,", f",{n},").replace("09:00", "9:00").replace("中央公民館", "①館") + "\r\n" for n in range(300))
    file = report(f"{HEADER}\r\n{rows}".encode(), max_findings=10)
    assert file.count(gv.Severity.ERROR) == 300
    assert file.count(gv.Severity.WARNING) >= 300
    assert file.truncated
    assert len(file.findings) == 10
    assert {finding.severity for finding in file.findings} == {gv.Severity.ERROR}
    group = next(group for group in file.groups if group.rule.id == "GIF-TIME-001")
    assert (group.count, group.of) == (300, 300)


def test_bulk_and_single_judgement_agree() -> None:
    """A column of many values is accepted at once; what is found must not depend on that."""
    faulty = {50: "9:00", 399: "24:01"}
    for size in (3, 400, 5000):
        rows = "".join(ROW.replace(",1,", f",{n},").replace("09:00", faulty.get(n % 400, "09:00")) + "\r\n" for n in range(size))
        file = report(f"{HEADER}\r\n{rows}".encode())
        lines = [finding.place.line for finding in file.findings if finding.rule.id == "GIF-TIME-001"]
        assert lines == [n + 2 for n in range(size) if n % 400 in faulty]


def test_no_standard_is_a_notice_and_can_be_an_error() -> None:
    data = "列1,列2\n①,b\n".encode()
    file = report(data)
    assert file.conforms is None
    assert file.standard is None
    assert found(file) == [("TABLE-001", "info", None, None), ("GIF-CHAR-008", "warning", 2, "A2")]
    assert report(data, require_standard=True).count(gv.Severity.ERROR) == 1


def test_a_standard_that_does_not_fit() -> None:
    file = report(b"a,b\n1,2\n", model=gv.load_model("municipal/aed"))
    assert [finding.rule.id for finding in file.findings] == ["TABLE-020"]
    assert file.conforms is False
    assert file.findings[0].as_dict()["clause"]["document"] == "municipal-A"


def test_unreadable_file(tmp_path: Path) -> None:
    file = check_file(Source("gone.csv", tmp_path / "gone.csv"), Options())
    assert [finding.rule.id for finding in file.findings] == ["FILE-006"]


def test_gif_level_of_a_mapped_standard() -> None:
    header, row = "名称,所在地_連結表記,設置位置,小児対応設備の有無,郵便番号", "A館,韮崎市本町,玄関,有,407-0024"
    file = report(f"{header}\n{row}\n".encode(), model=gv.load_model("municipal/aed"))
    post = next(finding for finding in file.findings if finding.rule.id == "GIF-POST-001")
    assert (post.severity, post.suggestion, post.level) == (gv.Severity.INFO, "4070024", "LV1")
    assert file.conforms is True
    assert file.levels == {"LV1": False, "LV2": None, "LV2s": None}


def test_one_finding_a_cell() -> None:
    file = report(TABLE.replace("0551-22-1111", "０５５１（２２）１１１１（代表）").encode())
    cells = [finding.place.cell for finding in file.findings if finding.place.cell]
    assert len(cells) == len(set(cells))
