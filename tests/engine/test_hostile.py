"""Damaged and hostile files: every one is reported on, none raises, none hangs."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.source import Source
from gif_validate.reports import Style, write
from tests.conftest import EXAMPLES

SEEDS = [path.read_bytes() for path in sorted(EXAMPLES.rglob("*")) if path.suffix in {".csv", ".xlsx"}]
NAMES = st.sampled_from(["a.csv", "a.xlsx", "a.tsv", "a.json", "a", "a.CSV"])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """An example with some bytes changed, cut out or put in."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        data[at : at + draw(st.integers(0, 20))] = draw(st.binary(max_size=8) | st.sampled_from([b'"', b"\n", b"\r", b"\0", b",", b"\xff"]))
    return bytes(data)


@example(data=b'\n"\nID,name\n1,a\n', name="a.csv")
@given(data=damaged() | st.binary(max_size=300), name=NAMES)
def test_every_file_is_reported_on(data: bytes, name: str) -> None:
    file = check_file(Source.of_bytes(data, name), Options(max_findings=50))
    report = gv.Report([file])
    assert file.findings or file.standard
    for form in ("text", "json"):
        for lang in ("ja", "en"):
            write(report, form, Style(lang)).encode("utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b'"' * 200_000,
        b'"a' * 100_000,
        b"," * 200_000,
        b"\n" * 200_000,
        b'a,"\n' * 50_000,
        b"\xff" * 200_000,
        ("か゚" * 50_000).encode(),
        b"a,b\n" + b"x" * 2_000_000 + b",1\n",
        b'a,b\n"' + b"x\n" * 1_000_000,
    ],
    ids=["quotes", "unclosed", "commas", "lines", "unclosed lines", "bytes", "sequences", "long value", "long quote"],
)
def test_large_hostile_files_take_no_longer_than_others(data: bytes) -> None:
    file = check_file(Source.of_bytes(data, "a.csv"), Options(max_findings=5))
    assert file.findings
