"""Archives that hold nothing, nothing but archives, or what cannot be unpacked: what is said of them, in both languages."""

from __future__ import annotations

import zipfile
import zlib

import pytest

from gif_validate.catalogue.report import Report
from gif_validate.engine.bundles.bundle import check_all
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.models.index import model
from gif_validate.readers.archive import cause_of
from gif_validate.readers.source import Source
from tests.engine.test_bundles import zipped


def test_an_archive_without_files_is_empty() -> None:
    reports, skipped = check_all([zipped({})], Options())
    assert [finding.rule.id for finding in reports[0].findings] == ["FILE-001"]
    assert skipped == []


def test_an_archive_of_an_archive() -> None:
    inner = zipped({"a.csv": "a,b\n1,2\n"}).open().read()
    reports, skipped = check_all([zipped({"inner.zip": inner})], Options())
    (finding,) = [finding for report in reports for finding in report.findings]
    assert (reports[0].path, finding.rule.id) == ("feed.zip/inner.zip", "FILE-007")
    assert "書庫の中の書庫は開きません" in finding.message("ja")
    assert skipped == [], "it is named as what it is, not as something that is no data"


def test_an_archive_beside_data_is_an_error() -> None:
    inner = zipped({"a.csv": "a,b\n1,2\n"}).open().read()
    reports, skipped = check_all([zipped({"inner.zip": inner, "a.csv": "a,b\n1,2\n"})], Options())
    assert Report(reports, skipped).exit_code() == 1


def test_an_archive_under_another_name() -> None:
    inner = zipped({"a.csv": "a,b\n1,2\n"}).open().read()
    reports, _ = check_all([zipped({"inner.csv": inner})], Options())
    assert [finding.rule.id for report in reports for finding in report.findings] == ["FILE-002"]


def test_a_bundle_asked_for_of_an_archive_without_data() -> None:
    reports, _ = check_all([zipped({"readme.md": "x"})], Options(model=model("gtfs-jp/feed")))
    assert Report(reports).exit_code() == 1
    assert "データのファイルがない ZIP 書庫" in next(each for each in reports[0].findings if each.rule.id == "FILE-007").message("ja")


def test_what_is_read_is_named() -> None:
    (finding,) = check_file(Source.of_bytes(b"a: 1\n", "x.yml"), Options()).findings
    for name in ("CSV", "xlsx", "JSON", "XML", "RDF", "ZIP"):
        assert name in finding.message("ja")
        assert name in finding.message("en")


@pytest.mark.parametrize(
    ("error", "ja"),
    [
        (zipfile.BadZipFile("File is not a zip file"), "ZIP 書庫ではないか、途中で切れている"),
        (zlib.error("Error -3 while decompressing data: invalid distance too far back"), "圧縮されたデータが壊れている"),
        (zipfile.BadZipFile("Bad CRC-32 for file 'agency.txt'"), "検査用の値（CRC-32）が中身と合わない"),
        (RuntimeError("File 'a.csv' is encrypted, password required for extraction"), "暗号化されている"),
        (NotImplementedError("That compression method is not supported"), "読めない圧縮方式"),
        (NotImplementedError("zip file version 6.4"), "読めない版の ZIP"),
        (zipfile.BadZipFile("Overlapped entries: 'a.csv' (possible zip bomb)"), "書庫が壊れている"),
        (EOFError(), "書庫が壊れている"),
    ],
)
def test_causes_in_japanese(error: Exception, ja: str) -> None:
    assert cause_of(error) == (ja, str(error) or "EOFError")
