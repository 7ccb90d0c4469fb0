"""Quality figures: completeness, notations, duplicates, age, measures with their denominators."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.layout import cells
from gif_validate.cli.app import run
from gif_validate.engine.tables.opened import open_table
from gif_validate.quality.notation import folded, notations
from gif_validate.quality.quality import Quality, quality
from gif_validate.quality.timeliness import date_of, days_of, stated, timeliness
from gif_validate.readers.source import Source
from tests.conftest import EXAMPLES

TODAY = datetime.date(2024, 10, 1)
TABLE = """番号,名称,名称_カナ,最終更新日,更新頻度,緯度
1,みどりヶ丘公園,ミドリガオカコウエン,2024-04-01,年1回,35.1234
2,みどりケ丘公園,,2023-04-01,年1回,35.12
3,中央 公園,チュウオウコウエン,2024-09-30,毎日,35.1234
4,中央　公園,チュウオウコウエン,2024-09-30,毎日,35.1234
5,駅前公園,,2020-01-01,不定期,
6,駅前公園,,2020-01-01,不定期,
"""


def of(text: str, **more: str) -> Quality:
    return quality(open_table(Source.of_bytes(text.encode(), "parks.csv")), TODAY, **more)  # type: ignore[arg-type]


def measured(found: Quality) -> dict[str, tuple[int, int]]:
    return {each.id: (each.numerator, each.denominator) for each in found.measures}


def test_columns() -> None:
    found = of(TABLE)
    shown = {each.figures.name: each for each in found.columns}
    assert (shown["名称_カナ"].figures.filled, shown["名称_カナ"].figures.records) == (3, 6)
    (hill, centre) = shown["名称"].notations
    assert (hill.differ, centre.differ) == (("kana",), ("width",))
    assert {value for value, _ in centre.values} == {"中央 公園", "中央　公園"}


def test_duplicates() -> None:
    found = of(TABLE).duplicates
    assert (found.compared, found.exact, found.nearly, found.nearly_lines) == (6, 1, 1, [(4, 5)])
    assert found.left_aside == ("番号",)


def test_measures() -> None:
    found = measured(of(TABLE))
    assert found["filled_cells"] == (36 - 3 - 2, 36)
    assert found["readings"] == (3, 6)
    assert found["unique_rows"] == (4, 6)
    assert found["even_precision"] == (0, 1)
    assert found["timely_rows"] == (3, 4)
    assert found["in_repertoire"] == (31, 31)


def test_rows_past_their_cycle() -> None:
    found = of(TABLE)
    assert found.old_rows is not None
    assert (found.old_rows.of, found.old_rows.old, found.old_rows.lines) == (4, 1, [3])


def test_measures_of_a_standard() -> None:
    path = EXAMPLES / "municipal-aed" / "conforming.csv"
    found = measured(quality(open_table(Source(str(path), path)), TODAY))
    for name in ("mandatory_columns", "mandatory_cells", "complete_records", "right_form", "unique_keys", "agreement", "in_code_list"):
        good, all_of = found[name]
        assert good == all_of > 0, name


def test_an_empty_table() -> None:
    found = of("番号,名称\n")
    assert measured(found)["filled_cells"] == (0, 0)
    assert found.measures[0].value is None
    json.dumps(found.as_dict())


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("年１回", 366), ("年2回", 183), ("1年に1回", 366), ("２回/年", 183), ("毎月", 31), ("四半期に1回", 92), ("3か月ごと", 93),
        ("P1Y", 366), ("R/P7D", 7), ("R/P1W", 7), ("annual", 366),
        ("http://publications.europa.eu/resource/authority/frequency/MONTHLY", 31),
        ("不定期", None), ("随時", None), ("", None), ("年0回", None), ("P0D", None),
    ],
)  # fmt: skip
def test_cycles(words: str, days: int | None) -> None:
    assert days_of(words) == days


def test_age() -> None:
    found = timeliness("令和5年4月1日", "年1回", TODAY)
    assert found is not None
    assert (found.age, found.out_of_date) == (549, True)
    assert timeliness("不明", "年1回", TODAY) is None
    assert timeliness("2024-04-01", "不定期", TODAY).out_of_date is None  # type: ignore[union-attr]


def test_metadata() -> None:
    assert stated({"最終更新日": "2024-04-01", "更新頻度": "毎月"}) == ("2024-04-01", "毎月")
    ckan = {"result": {"metadata_modified": "2024-04-01T10:00:00", "extras": [{"key": "frequency_of_update", "value": "年1回"}, 1]}}
    assert stated(ckan) == ("2024-04-01T10:00:00", "年1回")
    assert stated([]) == stated("x") == stated(None) == ("", "")


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    days_of(text)
    date_of(text)
    assert notations({text: 1, text + " ": 2, "１": 1, "2": 1}) is not None
    assert folded(text) == folded(text)


def test_hostile_values() -> None:
    long = "ー" * 50_000 + "1" * 50_000
    assert days_of(long) is None
    assert date_of(long) is None
    assert len(notations({long: 1, long.replace("ー", "-"): 1})) == 1


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, metadata = tmp_path / "parks.csv", tmp_path / "metadata.json"
    path.write_text(TABLE, encoding="utf-8")
    metadata.write_text('{"最終更新日": "2023-04-01", "更新頻度": "年1回"}', encoding="utf-8")
    assert run(["quality", str(path), "--metadata", str(metadata), "--as-of", "2024-10-01"]) == 0
    out = capsys.readouterr().out
    assert "最終更新から 549日（更新頻度 年1回）：更新周期を過ぎています" in out
    assert "みどりケ丘公園 (1) / みどりヶ丘公園 (1)  [ひらがなとカタカナ]" in out
    assert run(["quality", str(path), "--format", "json", "--as-of", "2024-10-01"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["duplicates"]["differing_in_width_or_spaces"] == 1
    assert run(["quality", str(path), "--as-of", "x"]) == 2
    assert run(["quality", str(path), "--updated", "x"]) == 2
    capsys.readouterr()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_line_for_each_measure_and_column(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = EXAMPLES / "municipal-aed" / "conforming.csv"
    found = quality(open_table(Source(str(path), path)), TODAY)
    assert run(["quality", str(path), "--as-of", "2024-10-01", "--lang", lang]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert not [line for line in lines if cells(line) > 80]
    tables = "\n".join(lines).split("\n\n")[1:3]
    measures, columns = ([re.split("  +", line.strip()) for line in table.splitlines()[1:]] for table in tables)
    assert measures == [
        [each.title.pick("ja" if lang == "ja" else "en"), f"{each.value:.1%}", f"{each.numerator:,}/{each.denominator:,}", each.rule]
        for each in found.measures
    ]
    assert [(row[0], row[2]) for row in columns] == [(each.figures.name, str(len(each.figures.values))) for each in found.columns]


def test_one_of_a_thing_has_no_plural(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("parks.csv").write_text(TABLE.splitlines()[0] + "\n" + TABLE.splitlines()[1] + "\n", encoding="utf-8")
    assert run(["quality", "parks.csv", "--updated", "2024-09-30", "--as-of", "2024-10-01", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "parks.csv (1 record)" in out
    assert "1 day since the last update" in out
