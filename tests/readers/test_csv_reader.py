"""CSV: what was written is read, at its place; what is faulty is named, at its place, and nothing else is lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gif_validate.readers import csv_reader, table_rules
from gif_validate.readers.csv_reader import CsvReader, separator_of
from gif_validate.readers.table import breaks

CELLS = st.text(st.sampled_from('ab1,;\t"\n\r 名称①'), max_size=6)
TABLES = st.integers(1, 5).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8))
ENDS = st.sampled_from(["\r\n", "\n", "\r"])
Read = tuple[list[list[str]], list[int], list[int], list[tuple[str, int | None, int | None]], dict[str, int]]


def read(text: str, size: int | None = None, separator: str = ",") -> Read:
    """All rows, their lines and sheet rows, and the troubles, read in pieces of ``size`` characters."""
    reader = CsvReader(separator)
    pieces = [text] if size is None else [text[at : at + size] for at in range(0, len(text), size)]
    rows: list[list[str]] = []
    lines: list[int] = []
    sheet_rows: list[int] = []
    troubles = []
    for block in reader.blocks(pieces):
        rows += block.rows
        lines += block.lines
        sheet_rows += block.sheet_rows
        troubles += [(trouble.rule.id, trouble.line, trouble.column) for trouble in block.troubles]
    return rows, lines, sheet_rows, troubles, reader.ends


@st.composite
def written(draw: st.DrawFn, rows: Sequence[Sequence[str]], end: str, separator: str = ",") -> str:
    """A table as text; every cell in quotes where it must be, and at will elsewhere."""
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            needed = any(char in cell for char in f'{separator}"\r\n')
            quoted = needed or draw(st.booleans())
            cells.append('"' + cell.replace('"', '""') + '"' if quoted else cell)
        lines.append(separator.join(cells))
    return end.join(lines) + (end if draw(st.booleans()) else "")


@given(data=st.data(), rows=TABLES, end=ENDS, separator=st.sampled_from([",", "\t", ";"]), size=st.integers(1, 40))
def test_reads_what_was_written(data: st.DataObject, rows: list[list[str]], end: str, separator: str, size: int) -> None:
    text = data.draw(written(rows, end, separator))
    found, lines, sheet_rows, troubles, _ = read(text, size, separator)
    expected, expected_lines, expected_rows, line = [], [], [], 1
    for number, row in enumerate(rows, start=1):
        if any(cell.strip() for cell in row):
            expected.append(row)
            expected_lines.append(line)
            expected_rows.append(number)
        line += 1 + sum(breaks(cell) for cell in row)
    assert found == expected
    assert lines == expected_lines
    assert sheet_rows == expected_rows
    assert {rule for rule, _, _ in troubles} <= {"TABLE-012", "TABLE-017"}


@given(text=st.text(st.sampled_from('a,"\n\r'), max_size=30), size=st.integers(1, 7))
@example(text='""\r""\n', size=1)  # quoted values between two kinds of line end
def test_the_pieces_do_not_matter(text: str, size: int) -> None:
    assert read(text, size)[:3] == read(text)[:3]
    assert sorted(read(text, size)[3], key=str) == sorted(read(text)[3], key=str)


@given(text=st.text(st.sampled_from('a,"\n'), max_size=30))
def test_text_without_a_fault_is_read_as_the_csv_module_reads_it(text: str) -> None:
    rows, _, _, troubles, _ = read(text)
    if not any(rule in {"TABLE-013", "TABLE-014"} for rule, _, _ in troubles):
        expected = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if any(cell.strip() for cell in row)]
        assert rows == expected


@given(text=st.text(st.sampled_from('ab,"\n'), max_size=30))
def test_no_character_is_lost(text: str) -> None:
    rows, _, _, _, _ = read(text)
    assert sum(cell.count("a") + cell.count("b") for row in rows for cell in row) == text.count("a") + text.count("b")


FAULTS = [
    ('a,b\n1,"abc\n2,3\n', [("TABLE-013", 2, 2)], [["a", "b"], ["1", '"abc'], ["2", "3"]]),
    ('a,b\n1,"abc\n2,"def"\n5,6\n', [("TABLE-013", 2, 2)], [["a", "b"], ["1", '"abc'], ["2", "def"], ["5", "6"]]),
    ('a,b\n"x\ny",ab"c\n', [("TABLE-014", 3, 2)], [["a", "b"], ["x\ny", 'ab"c']]),
    ('a,b\n"x"y,2\n', [("TABLE-014", 2, 1)], [["a", "b"], ['"x"y', "2"]]),
    ('a,b\n "x",2\n', [("TABLE-014", 2, 1)], [["a", "b"], [' "x"', "2"]]),
    ("a,b\n\n1,2\n", [("TABLE-012", 2, None)], [["a", "b"], ["1", "2"]]),
    ("a,b\n\n,\n 　,\n1,2\n,\n\n", [("TABLE-012", 2, None), ("TABLE-012", 6, None)], [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [("TABLE-017", 2, None)], [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\n3,4\r\n", [("TABLE-016", 2, None)], [["a", "b"], ["1", "2"], ["3", "4"]]),
    ('a,b\r\n"1\n",2\r\n3,4\r\n', [], [["a", "b"], ["1\n", "2"], ["3", "4"]]),
    ('"a","b"\r\n"1\r\n2","3"\r\n4,5\n', [("TABLE-016", 4, None)], [["a", "b"], ["1\r\n2", "3"], ["4", "5"]]),
]


@pytest.mark.parametrize(("text", "troubles", "rows"), FAULTS)
def test_faults_are_named_at_their_place(text: str, troubles: list[tuple[str, int, int | None]], rows: list[list[str]]) -> None:
    found = read(text)
    assert found[3] == troubles
    assert found[0] == rows


def test_a_quote_that_is_never_closed_does_not_swallow_a_large_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_reader, "MAX_VALUE", 1000)
    text = 'a,b\n1,"x\n' + "2,3\n" * 5000
    rows, lines, _, troubles, _ = read(text, 700)
    assert len(rows) == 5002
    assert lines[-1] == 5002
    assert (table_rules.TOO_LONG.id, 2, 2) in troubles


def test_separator_is_the_one_that_cuts_lines_alike() -> None:
    assert separator_of("名称,住所\nA館,1-2\n") == ","
    assert separator_of("名称\t住所\nA館\t1,2丁目\n") == "\t"
    assert separator_of("名称;住所\nA館;1-2\n") == ";"
    assert separator_of('名称,説明\nA館,"a;b;c;d"\n') == ","
    assert separator_of("名称\nA館\n") == ","
    assert separator_of("") == ","
