"""Lines in another encoding than the rest, bytes that no encoding explains, and reports that are valid Unicode whatever came in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.catalogue.report import safe_json
from gif_validate.catalogue.text import readable
from gif_validate.cli import options
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.source import Source

HEADER = "都道府県コード又は市区町村コード,NO,名称,名称_カナ,住所,緯度,経度,設置位置,電話番号,開始時間,終了時間,小児対応設備の有無"
ROW = "192074,{},中央公民館,チュウオウコウミンカン,山梨県韮崎市本町三丁目6-3,35.708915,138.446190,玄関,0551-22-1111,09:00,17:00,有"


def file_of(encoding: str, others: dict[int, str], rows: int = 40, mark: bytes = b"") -> bytes:
    lines = [HEADER, *(ROW.format(number) for number in range(1, rows + 1))]
    return mark + b"".join((line + "\r\n").encode(others.get(number, encoding)) for number, line in enumerate(lines, 1))


def report(data: bytes, name: str = "aed.csv", **given: Any) -> gv.FileReport:
    return check_file(Source.of_bytes(data, name), Options(**given))


def errors(file: gv.FileReport) -> list[tuple[str, int | None, str | None]]:
    return [(each.rule.id, each.place.line, each.place.cell) for each in file.findings if each.severity is gv.Severity.ERROR]


MIXED = [
    ("utf-8", {7: "cp932"}, "7行目"),
    ("utf-8", {7: "cp932", 8: "cp932", 9: "cp932"}, "7–9行目"),
    ("utf-8", {7: "cp932", 20: "cp932"}, "7、20行目"),
    ("utf-8", {7: "euc_jp"}, "7行目"),
    ("cp932", {7: "utf-8"}, "7行目"),
    ("cp932", {7: "utf-8", 8: "utf-8"}, "7–8行目"),
    ("euc_jp", {7: "utf-8"}, "7行目"),
    ("utf-8", {1: "cp932"}, "1行目"),
]


@pytest.mark.parametrize(("encoding", "others", "lines"), MIXED)
def test_lines_in_another_encoding(encoding: str, others: dict[int, str], lines: str) -> None:
    file = report(file_of(encoding, others))
    assert errors(file) == [("FILE-033", min(others), None)]
    finding = next(each for each in file.findings if each.rule.id == "FILE-033")
    assert lines in finding.message("ja")
    assert finding.value == next(iter(others.values())).replace("_", "-")
    assert (file.standard, file.records) == ("suishou/aed@2017", 40)


def test_a_byte_order_mark_before_lines_of_cp932() -> None:
    file = report(file_of("cp932", {1: "utf-8"}, mark=b"\xef\xbb\xbf"))
    assert errors(file) == [("FILE-033", 2, None)]
    assert "2–41行目" in next(each for each in file.findings if each.rule.id == "FILE-033").message("ja")


def test_single_cells_in_another_encoding() -> None:
    data = file_of("utf-8", {}).replace("玄関".encode(), "玄関".encode("cp932"), 1)
    assert errors(report(data)) == [("FILE-033", 2, None)]


def test_bytes_that_nothing_explains_stay_a_finding_of_their_cell() -> None:
    data = file_of("utf-8", {}).replace("玄関".encode(), b"\xe7\x8e\x84\xff\xe9\x96\xa2", 1)
    assert errors(report(data)) == [("FILE-003", 2, "H2")]


def test_who_names_an_encoding_sees_what_it_does_not_explain() -> None:
    assert {rule for rule, _, _ in errors(report(file_of("cp932", {}), encoding="utf-8"))} >= {"FILE-003"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp"])
def test_half_width_kana_are_no_other_encoding(encoding: str) -> None:
    data = file_of("utf-8", {}).decode().replace("玄関", "ｹﾞﾝｶﾝ").encode(encoding)
    assert "FILE-033" not in {each.rule.id for each in report(data).findings}


@pytest.mark.parametrize(
    "data", [b"\x96\xbc\x8f\xcc,\x94\xf5\x80\x8dl\n\x82`,x\n", "名称,備考".encode() + b"\xff,x\n" + "施設,x,y\n".encode()]
)
def test_bytes_of_a_header_are_reported_at_its_cell(data: bytes) -> None:
    file = report(data, "x.csv")
    assert errors(file) == [("FILE-003", 1, "B1")]
    _assert_valid(file.as_dict())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from (key, *_texts(each))
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _assert_valid(value: Any) -> None:
    text = safe_json(value)
    text.encode()
    for each in _texts(json.loads(text)):
        each.encode()


CSV_BYTES = st.lists(
    st.sampled_from(
        [b",", b"\n", b'"', b"\xff", b"\x80", b"\xe3\x81", "名称".encode(), "住所".encode("cp932"), b"1", b"\xef\xbf\xbd", b"\xed\xa0\x80"]
    ),
    max_size=40,
).map(b"".join)


@given(CSV_BYTES, st.sampled_from(["x.csv", "x\udcff.csv", "x.json", "x.xml", "x.ttl", "x\ud800.tsv"]))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
def test_every_report_is_valid_unicode(data: bytes, name: str) -> None:
    file = report(data, name)
    run = gv.Report(files=[file])
    for each in _texts(json.loads(run.to_json())):
        each.encode()
    json.dumps(file.as_dict(), ensure_ascii=False)


def test_lone_surrogates_of_json() -> None:
    run = gv.Report(files=[report(b'[{"\\ud800name": "\\udfff", "b": "a\\udc81"}]', "x.json")])
    for each in _texts(json.loads(run.to_json())):
        each.encode()


@given(st.text(st.characters() | st.characters(categories=["Cs"])))
def test_a_readable_text_is_valid(text: str) -> None:
    readable(text).encode()
    json.loads(safe_json({text: [text]}))
    _assert_valid({text: [text]})


def test_output_is_valid_whatever_is_written(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    options.put("a\udc81\ud800", target)
    assert target.read_text(encoding="utf-8") == "a\\x81\\ud800"
