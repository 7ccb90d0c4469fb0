"""What a file is, whatever its name says: tables, trees and workbooks under each other's names; ods; Excel before 97."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

import gif_validate as gv
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.source import Source, format_of
from gif_validate.readers.xlsx.xls_version import old_version
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
TABLE = "名称,住所,番号\r\n市民会館,東京都千代田区,1\r\n公民館,東京都港区,2\r\n"
XLSX = (EXAMPLES / "municipal-aed/typical-faults.xlsx").read_bytes()
HTML = b"<html><body><table><tr><td>1</td></tr></table></body></html>"


def report(data: bytes, name: str) -> gv.FileReport:
    return check_file(Source.of_bytes(data, name), Options())


OTHERS = [
    (TABLE.encode(), "a.json", "csv"),
    (TABLE.encode(), "a.geojson", "csv"),
    (TABLE.encode(), "a.xml", "csv"),
    (TABLE.encode(), "a.ttl", "csv"),
    (TABLE.encode("cp932"), "a.json", "csv"),
    (TABLE.replace(",", "\t").encode(), "a.json", "csv"),
    (b"1,2,3\n4,5,6\n", "a.json", "csv"),
    (b'"a","b"\n"c","d"\n', "a.json", "csv"),
    (TABLE.encode(), "a.xlsx", "csv"),
    (TABLE.replace(",", "\t").encode(), "a.xls", "csv"),
    (TABLE.encode(), "a.zip", "csv"),
    (TABLE.encode(), "a.ods", "csv"),
    (b'[{"a": 1}]', "a.csv", "json"),
    (b'{"a": 1}\n{"a": 2}\n', "a.csv", "json"),
    (b'{"a": 1}', "a.xlsx", "json"),
    (b'{"a": 1}', "a.xml", "json"),
    (XLSX, "a.csv", "xlsx"),
    (XLSX, "a.xls", "xlsx"),
    (XLSX, "a.json", "xlsx"),
    (HTML, "a.csv", "html"),
    (HTML, "a.xls", "html"),
    (HTML, "a.json", "html"),
    (b"<?xml version='1.0'?><a><b>1</b></a>", "a.csv", "xml"),
    (b"@prefix a: <urn:a> .\n", "a.csv", "rdf"),
    (b"%PDF-1.7", "a.csv", "pdf"),
]


@pytest.mark.parametrize(("data", "name", "expected"), OTHERS)
def test_content_under_another_name(data: bytes, name: str, expected: str) -> None:
    file = report(data, name)
    assert file.format == expected
    assert [each.rule.id for each in file.findings].count("FILE-002") == 1


SAME = [
    (b'{"a": 1, "b": 2}\n{"a": 1, "b": 2}\n', "a.json", "json"),
    (b'{"a": 1,\n"b": 2,\n"c": 3\n}', "a.json", "json"),
    (b"[1, 2,\n3, 4]", "a.json", "json"),
    (b'"a, b"', "a.json", "json"),
    (b"{a: 1,\nb: 2,\n}", "a.json", "json"),
    (b'<urn:a> <urn:b> "1,2" .\n<urn:a> <urn:b> "1,2" .\n', "a.ttl", "rdf"),
    (b"PREFIX a: <urn:a>\na:b a:c a:d, a:e .\n", "a.ttl", "rdf"),
    (b"a:b a:c a:d, a:e .\n", "a.ttl", "rdf"),
    (TABLE.encode(), "a.txt", "csv"),
    (b"a\tb\n1\t2\n", "a.tsv", "csv"),
    ("番号\t電話\n１２３４\t０３－１２３４－５６７８\n".encode("utf-16"), "a.csv", "csv"),
    (b"\xfe\xff" + "１２３４５６７,８９０\n１,２\n".encode("utf-16-be"), "a.csv", "csv"),
    (b"\xff\xfe\x00\xd8" + bytes(range(1, 31)) * 8, "a.csv", "binary"),
]


@pytest.mark.parametrize(("data", "name", "expected"), SAME)
def test_content_under_its_own_name(data: bytes, name: str, expected: str) -> None:
    assert format_of(Source.of_bytes(data, name)) == expected


def ods(rows: list[list[str]], kind: str = "spreadsheet") -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="表">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("META-INF/manifest.xml", '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
        archive.writestr("content.xml", content)
    return packed.getvalue()


def test_an_ods_is_read_like_a_workbook() -> None:
    header, row = (line.split(",") for line in (EXAMPLES / "municipal-aed/conforming.csv").read_text(encoding="utf-8-sig").splitlines()[:2])
    file = report(ods([header, row]), "aed.ods")
    assert (file.format, file.sheet, file.standard, file.records) == ("ods", "表", "municipal/aed@2023", 1)
    row[1] = "①"
    assert any(each.place.cell == "B2" for each in report(ods([header, row]), "aed.ods").findings)


def test_other_documents_of_open_document_are_named() -> None:
    file = report(ods([["a"]], kind="text"), "a.odt")
    assert [each.rule.id for each in file.findings] == ["FILE-007"]


def test_a_damaged_ods_is_a_finding() -> None:
    file = report(ods([["a"]])[:-30], "a.ods")
    assert [each for each in file.findings if each.severity is gv.Severity.ERROR]


def record(version: int, kind: int = 5, length: int = 8) -> bytes:
    return struct.pack("<HHHH", 0x0809, length, version, kind) + bytes(length - 4)


def container(*records: bytes) -> bytes:
    """A container with the records where streams begin."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(each.ljust(512, b"\0") for each in records)


OLD = [
    (container(record(0x0500)), "Excel 5.0/95 (BIFF5)"),
    (container(b"", record(0x0500)), "Excel 5.0/95 (BIFF5)"),
    (container(record(0x0600, length=16)), None),
    (container(record(0x0500), record(0x0600, length=16)), None),
    (container(b"x" + record(0x0500)), None),
    (b"\x09\x08\x08\x00\x00\x05\x05\x00" + bytes(100), "Excel 5.0/95 (BIFF5)"),
    (b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(100), "Excel 4 (BIFF4)"),
    (b"\x09\x02\x06\x00\x00\x00\x10\x00" + bytes(100), "Excel 3 (BIFF3)"),
    (b"\x09\x00\x04\x00\x02\x00\x10\x00" + bytes(100), "Excel 2 (BIFF2)"),
    (XLSX, None),
]


@pytest.mark.parametrize(("data", "version"), OLD)
def test_the_version_of_excel(data: bytes, version: str | None) -> None:
    assert old_version(Source.of_bytes(data, "a.xls")) == version


@pytest.mark.parametrize("data", [data for data, version in OLD if version])
def test_a_workbook_of_an_old_excel_is_named(data: bytes) -> None:
    file = report(data, "a.xls")
    assert (file.format, [each.rule.id for each in file.findings]) == ("xls", ["FILE-034"])
    assert "BIFF" in file.findings[0].message("ja")
