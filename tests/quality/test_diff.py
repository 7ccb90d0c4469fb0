"""Drift between two deliveries: columns, kinds, codes, rows, cells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.cli.app import run
from gif_validate.engine.tables.opened import NotATableError, open_table
from gif_validate.quality.drift import Drift, NoSuchColumnError, drift
from gif_validate.readers.source import Source
from tests.conftest import EXAMPLES

HEADER = "番号,名称,種別,開設日"
ROWS = [f"{number},公園{number},{'広場' if number % 2 else '公園'},2020-04-{number + 1:02}" for number in range(20)]


def text(rows: list[str], header: str = HEADER) -> str:
    return "\n".join([header, *rows]) + "\n"


def compared(old: str, new: str, key: tuple[str, ...] = ()) -> Drift:
    tables = [open_table(Source.of_bytes(each.encode(), f"{name}.csv")) for name, each in (("old", old), ("new", new))]
    return drift(tables[0], tables[1], key)


def test_the_same() -> None:
    found = compared(text(ROWS), text(ROWS[::-1]))
    assert found.is_same
    assert (found.key, found.kept_rows, found.cells) == (("番号",), 20, [])


def test_rows_and_cells() -> None:
    new = [*ROWS[2:], "99,公園99,公園,2024-01-01"]
    new[0] = new[0].replace("公園2", "公園二")
    found = compared(text(ROWS), text(new))
    assert not found.is_same
    assert (found.added_rows, found.removed_rows, found.kept_rows, found.changed_rows) == (1, 2, 18, 1)
    assert (found.added_keys, found.removed_keys) == ([("99",)], [("0",), ("1",)])
    (cell,) = found.cells
    assert (cell.column, cell.changed, cell.compared, cell.examples) == ("名称", 1, 18, [(("2",), "公園2", "公園二")])


def test_columns() -> None:
    new = [",".join([row.split(",")[1], row.split(",")[0], row.split(",")[3], "x"]) for row in ROWS]
    found = compared(text(ROWS), text(new, "名 称,番号,開園日,備考"))
    assert [(pair.old.name, pair.new.name, pair.why) for pair in found.renamed] == [
        ("名称", "名 称", "spelling"),
        ("開設日", "開園日", "values"),
    ]
    assert (found.removed, found.added, found.reordered) == (["種別"], ["備考"], True)
    assert found.cells == []


def test_kinds_and_codes() -> None:
    new = [row.replace("2020-04-", "令和2年4月").replace("広場", "ひろば") for row in ROWS]
    found = compared(text(ROWS), text(new))
    assert [(name, old.kind, new.kind) for name, old, new in found.kinds] == [("開設日", "date", "text")]
    (codes,) = found.codes
    assert (codes.column, codes.gone, codes.new) == ("種別", ("広場",), ("ひろば",))


def test_another_spelling_of_a_time_is_no_other_kind() -> None:
    old = [f"{number},0{number % 4 + 6}:30" for number in range(20)]
    new = [row.replace(",0", ",") for row in old]
    found = compared(text(old, "番号,開館"), text(new, "番号,開館"))
    ((name, before, after),) = found.kinds
    assert (name, before.kind, before.fitting, after.kind, after.fitting) == ("開館", "time", 20, "time", 0)


def test_keys() -> None:
    rows = ["a,1,x", "a,2,y", "b,1,z", "b,1,w"]
    found = compared(text(rows, "甲,乙,丙"), text(rows, "甲,乙,丙"), ("甲", "乙"))
    assert (found.kept_rows, found.repeated_keys, found.changed_rows) == (3, 2, 0)
    whole = compared(text(["a,1", "a,1"], "甲,乙"), text(["a,1", "b,1"], "甲,乙"))
    assert (whole.key, whole.kept_rows, whole.added_rows, whole.removed_rows) == ((), 1, 1, 1)
    with pytest.raises(NoSuchColumnError, match="丁"):
        compared(text(rows, "甲,乙,丙"), text(rows, "甲,乙,丙"), ("丁",))


def test_the_key_of_the_standard() -> None:
    path = EXAMPLES / "municipal-aed" / "conforming.csv"
    data = path.read_bytes()
    found = drift(open_table(Source(str(path), path)), open_table(Source.of_bytes(data, "aed.csv")))
    assert found.is_same
    assert found.key
    assert found.new.model is not None
    assert found.key in found.new.model.keys


CELL = st.text(alphabet='ab１-, "\n', max_size=4)


@given(st.lists(st.tuples(CELL, CELL), max_size=6), st.lists(st.tuples(CELL, CELL), max_size=6))
def test_counts_add_up(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    def written(rows: list[tuple[str, str]]) -> str:
        return text([",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows], "甲,乙")

    found = compared(written(old), written(new))
    json.dumps(found.as_dict())
    assert found.kept_rows + found.removed_rows + found.repeated_keys >= found.old_records or found.key
    if not found.repeated_keys:
        assert found.kept_rows + found.removed_rows == found.old_records
        assert found.kept_rows + found.added_rows == found.new_records
    assert compared(written(old), written(old)).is_same


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(text(ROWS), encoding="utf-8")
    new.write_text(text([ROWS[0].replace("公園0", "中央公園"), *ROWS[1:-1]]), encoding="cp932")
    assert run(["diff", str(old), str(new)]) == 0
    out = capsys.readouterr().out
    assert "行  追加 0、削除 1、共通 19（うち変更 1）" in out
    assert "変わったセル  名称: 19件中 1件（5.3%）" in out
    assert "0: 公園0 → 中央公園" in out
    assert run(["diff", str(old), str(new), "--format", "json", "--lang", "en"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["cells"] == [
        {"column": "名称", "compared": 19, "changed": 1, "share": 0.052632, "examples": [{"key": ["0"], "old": "公園0", "new": "中央公園"}]}
    ]
    assert run(["diff", str(old), str(new), "--key", "無い列"]) == 2
    assert "無い列" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "ja",
            [
                "設置日: date「YYYY-MM-DD（年だけでよいときは YYYY）」（100%）→ date「YYYY-MM-DD または YYYY/M/D」（100%）",
                "追加: B-000、B-001、B-002、B-003、B-004 ほか25件",
                "削除: A-000、A-001、A-002、A-003、A-004 ほか25件",
            ],
        ),
        (
            "en",
            [
                '設置日: date "YYYY-MM-DD (YYYY where only a year is wanted)" (100%) -> date "YYYY-MM-DD or YYYY/M/D" (100%)',
                "added: B-000, B-001, B-002, B-003, B-004 and 25 more",
                "removed: A-000, A-001, A-002, A-003, A-004 and 25 more",
            ],
        ),
    ],
)
def test_the_text_names_the_form_and_counts_all_rows(
    lang: str, lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(text([f"A-{number:03},1981-04-{number % 9 + 1:02}" for number in range(30)], "管理番号,設置日"), encoding="utf-8")
    new.write_text(text([f"B-{number:03},1981/4/{number % 9 + 1}" for number in range(30)], "管理番号,設置日"), encoding="utf-8")
    assert run(["diff", str(old), str(new), "--lang", lang]) == 0
    shown = "".join(capsys.readouterr().out.split())
    assert [line for line in lines if "".join(line.split()) not in shown] == []


def test_what_is_no_table() -> None:
    with pytest.raises(NotATableError):
        open_table(Source.of_bytes(b"%PDF-1.7", "a.pdf"))


def test_columns_of_one_name() -> None:
    rows = ["1,a,x,,", "2,b,y,,"]
    assert compared(text(rows, "番号,名称,名称,,"), text(rows, "番号,名称,名称,,")).is_same
    found = compared(text(rows, "番号,名称,名称,,"), text(["1,a,x,", "2,b,z,"], "番号,名称,名称,"))
    assert (found.removed, [(cell.column, cell.changed) for cell in found.cells]) == (["(5)"], [("名称", 1)])


def test_definitions_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = tmp_path / "old.csv"
    old.write_text(text(ROWS), encoding="utf-8")
    (tmp_path / "definitions").mkdir()
    own = tmp_path / "definitions" / "parks.yaml"
    own.write_text(
        "id: city/parks\ntitle: {ja: 公園, en: parks}\nfields: [{name: 番号}, {name: 名称}, {name: 種別}, {name: 開設日}]\n", "utf-8"
    )
    arguments = [str(old), "--definitions", str(own.parent), "--format", "json"]
    assert run(["diff", str(old), *arguments, "--as-of", "2024-01-01"]) == 0
    assert json.loads(capsys.readouterr().out)["new"]["standard"] == "city/parks"
    assert run(["quality", *arguments]) == 0
    assert json.loads(capsys.readouterr().out)["standard"] == "city/parks"
    own.write_text("id: city/parks\n", encoding="utf-8")
    assert run(["diff", str(old), *arguments]) == 2
    assert "title" in capsys.readouterr().err
    assert run(["diff", str(old), str(old), "--as-of", "2024"]) == 2
