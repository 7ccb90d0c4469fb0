"""Rows that stray quotes and unquoted separators put out of place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.csv_reader import CsvReader
from gif_validate.readers.odd_rows import hint_of_quotes, is_out_of_place, swallowed
from gif_validate.readers.source import Source


def blocks_of(text: str, separator: str = ",") -> list[tuple[int, int, int]]:
    width = len(text.splitlines()[0].split(separator))
    return [(found.row, found.column, found.lines) for block in CsvReader(separator).blocks([text]) for found in swallowed(block, 1, width)]


def table(columns: int, rows: list[list[str]], separator: str = ",") -> str:
    header = separator.join(f"項目{n}" for n in range(columns))
    return "\r\n".join([header, *(separator.join(row) for row in rows)]) + "\r\n"


def plain(columns: int, rows: int) -> list[list[str]]:
    return [[f"{row}の{column}" for column in range(columns)] for row in range(rows)]


SWALLOWED = [
    # columns, rows, (row, column) of the opening quote, (row, column) of the closing one
    (12, 6, (1, 3), (4, 3)),
    (12, 6, (1, 3), (2, 3)),
    (12, 6, (1, 3), (4, 7)),
    (12, 6, (1, 7), (4, 3)),
    (12, 6, (0, 0), (5, 11)),
    (12, 6, (0, 11), (5, 11)),
    (5, 6, (1, 1), (2, 1)),
    (3, 9, (1, 1), (5, 1)),
    (2, 9, (1, 1), (6, 1)),
    (56, 3000, (3, 34), (2900, 34)),
]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize(("columns", "count", "opens", "closes"), SWALLOWED)
def test_a_value_that_holds_rows_is_found(
    columns: int, count: int, opens: tuple[int, int], closes: tuple[int, int], separator: str
) -> None:
    rows = plain(columns, count)
    rows[opens[0]][opens[1]] = '"' + rows[opens[0]][opens[1]]
    rows[closes[0]][closes[1]] += '"'
    assert blocks_of(table(columns, rows, separator), separator) == [(opens[0] + 1, opens[1], closes[0] - opens[0])]


def test_rows_of_which_some_have_another_width() -> None:
    rows = plain(20, 8)
    rows[2].append("余分")
    rows[1][4], rows[6][4] = '"' + rows[1][4], rows[6][4] + '"'
    assert len(blocks_of(table(20, rows))) == 1


PROSE = [
    "一階\n玄関",
    "第1会議室\r\n第2会議室\r\n和室",
    "Open Monday, Tuesday, Wednesday, Thursday\nand Friday, Saturday, Sunday, holidays",
    "1,000円\n2,000円",
    "平日 9:00,17:00\n土曜 9:00,12:00",
    "\n\n\n",
    "一行目\n\n三行目",
    "https://example.lg.jp/a,b\nhttps://example.lg.jp/c",
]


@pytest.mark.parametrize("columns", [2, 3, 8, 12, 56])
@pytest.mark.parametrize("value", PROSE)
def test_text_over_several_lines_is_no_fault(value: str, columns: int) -> None:
    for at in (0, columns // 2, columns - 1):
        rows = plain(columns, 3)
        rows[1][at] = f'"{value}"'
        assert blocks_of(table(columns, rows)) == []


@given(
    st.integers(2, 30).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1))),
    st.lists(st.text("あア漢a1、。 ・（）", max_size=20), min_size=2, max_size=30),
    st.sampled_from([",", "\t", ";"]),
)
def test_lines_without_separators_never_fire(where: tuple[int, int], lines: list[str], separator: str) -> None:
    columns, at = where
    rows = plain(columns, 2)
    rows[0][at] = '"' + "\n".join(lines) + '"'
    assert blocks_of(table(columns, rows, separator), separator) == []


@given(
    st.integers(3, 60),
    st.integers(2, 30),
    st.data(),
)
def test_rows_between_two_stray_quotes_are_always_found(columns: int, count: int, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, columns - 1))
    first = data.draw(st.integers(0, count - 2))
    last = data.draw(st.integers(first + 1, count - 1))
    rows = plain(columns, count)
    rows[first][column] = '"' + rows[first][column]
    rows[last][column] += '"'
    found = blocks_of(table(columns, rows))
    assert len(found) == (1 if (last - first) * (columns - 1) >= 4 else 0)


def report(text: str) -> gv.FileReport:
    return check_file(Source.of_bytes(text.encode(), "x.csv"), Options())


def test_one_finding_that_names_the_lines() -> None:
    rows = plain(12, 40)
    rows[2][3], rows[30][3] = '"' + rows[2][3], rows[30][3] + '"'
    file = report(table(12, rows))
    (finding,) = (each for each in file.findings if each.rule.id != "TABLE-001")
    assert (finding.rule.id, finding.severity, finding.place.line, finding.place.cell) == ("TABLE-034", gv.Severity.WARNING, 4, "D4")
    assert "4行目から32行目まで" in finding.message("ja")
    assert "29行" in finding.message("ja")
    assert "lines 4 and 32" in finding.message("en")


@pytest.mark.parametrize("row", [1, 2, 3, 8])
@pytest.mark.parametrize(("ends", "separator"), [(("", ""), ","), (('"', '"'), ","), (('"', '"'), ";"), (('"', '"'), "\t")])
def test_a_row_too_wide_is_not_the_header_of_an_unknown_table(row: int, ends: tuple[str, str], separator: str) -> None:
    rows = plain(6, 30)
    if ends == ("", ""):
        rows[row] = [*rows[row], "x"]
    else:
        rows[row][4], rows[row + 12][1] = ends[0] + rows[row][4], rows[row + 12][1] + ends[1]
    file = report(table(6, rows, separator))
    assert [each.rule.id for each in file.findings if each.rule.id in {"TABLE-009", "TABLE-010"}] == []
    assert [each.rule.id for each in file.findings].count("TABLE-011" if ends == ("", "") else "TABLE-034") == 1


def test_a_level_is_not_known_where_rows_were_not_judged() -> None:
    header = "名称,所在地_連結表記,設置位置,小児対応設備の有無"
    good = "市民会館,山梨県韮崎市本町三丁目6-3,玄関,有"
    options = Options(gv.load_model("municipal/aed"))
    file = check_file(Source.of_bytes(f"{header}\n{good}\n{good},x\n".encode(), "x.csv"), options)
    assert (file.conforms, file.levels["LV1"]) == (False, None)
    assert check_file(Source.of_bytes(f"{header}\n{good}\n".encode(), "x.csv"), options).levels["LV1"] is True


OUT_OF_PLACE = [
    (["1", "2", "3", "4"], 3, True),
    (["1", "2", "3", ""], 3, True),
    (["1", "2", "3", ""], 4, False),
    (["1", "2", "3", "x"], 4, True),
    (["1", "2"], 3, True),
    (["1", "2"], 2, True),
]


@pytest.mark.parametrize(("cells", "usual", "expected"), OUT_OF_PLACE)
def test_cells_in_other_columns(cells: list[str], usual: int, expected: bool) -> None:
    assert is_out_of_place(cells, ["a", "b", "c"], usual) is expected


def test_columns_without_a_name_may_be_lacking() -> None:
    assert not is_out_of_place(["1"], ["a", "", " "], 3)


@pytest.mark.parametrize("value", ["第1館,①別館", "“第1館,①別館”", "＂第1館,①別館＂", "〝第1館,①別館〟"])
def test_a_row_with_an_unquoted_comma_is_one_finding(value: str) -> None:
    rows = plain(12, 3)
    rows[1][2] = value
    (finding,) = (each for each in report(table(12, rows)).findings if each.rule.id != "TABLE-001")
    assert (finding.rule.id, finding.place.line) == ("TABLE-011", 3)
    assert ("U+0022" in finding.message("ja")) is (value[0] != "第")
    assert "検査していません" in finding.message("ja")


def test_a_comma_too_many_in_every_row_shifts_nothing() -> None:
    rows = [[*row, ""] for row in plain(6, 5)]
    rows[2][1] = "①"
    found = [each.rule.id for each in report(table(6, rows)).findings if each.rule.id != "TABLE-001"]
    assert found.count("TABLE-011") == 5
    assert "GIF-CHAR-008" in found


def test_no_hint_without_such_quotes() -> None:
    assert hint_of_quotes(["会議室", "和室"]).ja == ""


def test_a_file_of_which_rows_were_swallowed_does_not_conform(tmp_path: Path) -> None:
    header = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,住所,設置位置,電話番号,備考,URL,定員"
    rows = [f"192074,{n},山梨県,韮崎市,A{n}館,エー,山梨県韮崎市本町1-1,玄関,0551-22-1111,,,10" for n in range(1, 9)]
    rows[2] = rows[2].replace(",玄関", ',"玄関')
    rows[5] = rows[5].replace("玄関,", '玄関",')
    path = tmp_path / "192074_aed.csv"
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    file = gv.check(path, standard="suishou/aed").files[0]
    assert "TABLE-034" in {finding.rule.id for finding in file.findings}
    assert (file.conforms, file.verdict, file.levels["LV1"]) == (None, "judged", None)
