"""What files say of values beside their kind: spaces, dates that a workbook stores, times of several days, keys of two parts."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest

import gif_validate as gv
from gif_validate.engine.documents.leaves import judge_of
from gif_validate.models.definition import loads
from gif_validate.models.index import models, shared_forms
from gif_validate.models.model import Model

_LAYOUT = """
id: city/values
title: {ja: 値, en: values}
gif: true
keys: [[番号]]
fields:
  - {name: 番号, kind: integer}
  - {name: 名称}
  - {name: 名称_カナ, kind: kana_name}
  - {name: 緯度, kind: latitude}
  - {name: 電話番号, kind: telephone}
  - {name: URL, kind: url}
  - {name: 有無, codes: [有, 無]}
  - {name: 番号札, own: two_digits}
  - {name: 開業日, kind: date, own: basic_date}
  - {name: 開店, kind: time, own: hhmm}
"""


@pytest.fixture(scope="module")
def layout() -> Model:
    return loads(_LAYOUT, forms=shared_forms())


@pytest.mark.parametrize(
    ("item", "value", "rule", "severity", "also", "suggestion"),
    [
        ("名称", " 市民会館", "GIF-CHAR-028", "warning", "", "市民会館"),
        ("名称_カナ", "シミンカイカン\u3000", "GIF-CHAR-028", "warning", "GIF-CHAR-014", "シミンカイカン"),
        ("緯度", "35.676097 ", "GIF-CHAR-028", "warning", "GIF-GEO-002", "35.676097"),
        ("電話番号", " 03-5253-5111", "GIF-CHAR-028", "warning", "GIF-TEL-001", "03-5253-5111"),
        ("URL", "https://www.example.lg.jp/ ", "GIF-CHAR-028", "warning", "", "https://www.example.lg.jp/"),
        ("有無", " 有", "GIF-CHAR-028", "warning", "FIELD-003", "有"),
        ("番号札", "07 ", "GIF-CHAR-028", "warning", "FIELD-001", "07"),
        ("番号", " 12", "GIF-CHAR-028", "warning", "GIF-CHAR-026", "12"),
        ("有無", " ○", "FIELD-003", "error", "GIF-CHAR-028", None),
        ("番号", "１２ ", "GIF-CHAR-026", "error", "GIF-CHAR-028", "12"),
        ("緯度", "350.0 ", "GIF-GEO-003", "error", "GIF-CHAR-028", None),
        ("開業日", " 2024-04-01", "FIELD-001", "error", "GIF-CHAR-028", "20240401"),
        ("番号", "2810.00", "GIF-CHAR-026", "error", "", "2810"),
    ],
)
def test_spaces_around_a_value(layout: Model, item: str, value: str, rule: str, severity: str, also: str, suggestion: str | None) -> None:
    fault = judge_of(layout, layout.field(item), "csv").fault(value)
    assert fault is not None
    assert (fault.rule.id, fault.severity.label, fault.suggestion) == (rule, severity, suggestion)
    assert not also or also in fault.also


def test_spaces_round_a_form_that_has_them() -> None:
    postal = (
        models()["post/ken-all@2023"] if "post/ken-all@2023" in models() else next(m for m in models().values() if m.id == "post/ken-all")
    )
    old = next(item for item in postal.fields if item.own and "  " in next(iter(item.own.values())).regex)
    assert judge_of(postal, old, "csv").fault("060  ") is None


@pytest.mark.parametrize(("value", "reached"), [("35.676097", True), ("35.676097 ", False)])
def test_spaces_fail_the_level_of_the_kind(tmp_path: Path, value: str, reached: bool) -> None:
    (tmp_path / "values.yaml").write_text(
        "id: city/few\ntitle: {ja: 値, en: values}\ngif: true\nfields:\n  - {name: 名称}\n  - {name: 緯度, kind: latitude}\n",
        encoding="utf-8",
    )
    path = tmp_path / "few.csv"
    path.write_text(f"名称,緯度\n市役所,{value}\n", encoding="utf-8")
    (file,) = gv.check(path, standard=str(tmp_path / "values.yaml")).files
    assert file.levels["LV1"] is reached
    assert file.conforms is True


def test_what_is_said_of_numbers_is_true(layout: Model) -> None:
    judge = judge_of(layout, layout.field("番号"), "csv")
    said = {}
    for value in ("2810.00", "-3", "12.5", "1,500"):
        fault = judge.fault(value)
        assert fault is not None
        said[value] = gv.Finding(fault.rule, fault.severity, value, fault.details).message("en")
    assert "is a whole number written with decimals" in said["2810.00"]
    assert "is a negative number" in said["-3"]
    assert "is not whole" in said["12.5"]
    assert "is not a number in half-width digits" in said["1,500"]


def test_a_date_that_a_workbook_stores_has_no_written_form(tmp_path: Path) -> None:
    (tmp_path / "values.yaml").write_text(_LAYOUT, encoding="utf-8")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["番号", "名称", "開業日", "開店"])
    sheet.append([1, "甲", datetime.date(2024, 4, 1), datetime.time(9, 0)])
    sheet.append([2, "乙", datetime.datetime(2024, 4, 1), datetime.time(9, 0, 30)])
    sheet.append([3, "丙", "2024-04-01", "9:00"])
    sheet.append([])
    sheet.append([4, "丁", "20240401", "09:00"])
    book.save(tmp_path / "cafes.xlsx")
    (file,) = gv.check(tmp_path / "cafes.xlsx", standard=str(tmp_path / "values.yaml")).files
    wrong = [(each.rule.id, each.place.cell) for each in file.findings if each.severity > gv.Severity.INFO]
    assert wrong == [("FIELD-001", "C4"), ("GIF-TIME-001", "D4"), ("TABLE-012", None)]
    (blank,) = [each for each in file.findings if each.rule.id == "TABLE-012"]
    assert (blank.clause.document, blank.clause.section) == ("DA machine readability", "L1-03")


@pytest.mark.parametrize(
    ("first_day", "last_day", "first", "last", "rules"),
    [
        ("2024-08-10", "2024-08-11", "20:00", "10:00", []),
        ("2024-08-10", "2024/8/10", "20:00", "10:00", ["FIELD-005"]),
        ("2024-08-10", "2024-08-10", "20:00", "10:00", ["FIELD-005"]),
        ("2024-08-10", "", "20:00", "10:00", ["FIELD-005"]),
        ("2024-08-11", "2024-08-10", "10:00", "20:00", ["GIF-PERIOD-009"]),
    ],
)
@pytest.mark.parametrize("standard", ["municipal/event", "suishou/event"])
def test_times_are_compared_within_one_day(
    tmp_path: Path, standard: str, first_day: str, last_day: str, first: str, last: str, rules: list[str]
) -> None:
    path = tmp_path / "event.csv"
    path.write_text(f"開始日,終了日,開始時間,終了時間\n{first_day},{last_day},{first},{last}\n", encoding="utf-8")
    (file,) = gv.check(path, standard=standard).files
    assert [each.rule.id for each in file.findings if each.rule.id in {"FIELD-005", "GIF-PERIOD-009"}] == rules


_FLAGS = [("192074", "0012003", "0"), ("192074", "0012003", "1"), ("192074", "0012004", "1")]


@pytest.mark.parametrize(
    ("positions", "rules"),
    [
        (_FLAGS, []),
        ([*_FLAGS, _FLAGS[0]], ["TABLE-021"]),
        ([("192074", "0012004", "0")], ["BUNDLE-002"]),
    ],
)
def test_two_records_of_one_town(tmp_path: Path, positions: list[tuple[str, str, str]], rules: list[str]) -> None:
    for name, rows in (("town", _FLAGS), ("town_pos", positions)):
        header = [item.name for item in models()[f"abr/{name.replace('_', '-')}@2024"].fields]
        where = [header.index(each) for each in ("lg_code", "machiaza_id", "rsdt_addr_flg")]
        cells = [[row[where.index(index)] if index in where else "" for index in range(len(header))] for row in rows]
        lines = [",".join(each) for each in (header, *cells)]
        (tmp_path / f"mt_{name}_pref19.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = [each.rule.id for file in gv.check(tmp_path).files for each in file.findings]
    assert [each for each in found if each in {"TABLE-021", "BUNDLE-002"}] == rules


@pytest.mark.parametrize(("east", "rules"), [(', "経度": "138.446190"', []), (', "経度": ""', ["FIELD-006"]), ("", ["FIELD-006"])])
def test_one_of_two_keys_that_go_together(tmp_path: Path, east: str, rules: list[str]) -> None:
    path = tmp_path / "aed.json"
    path.write_text(f'[{{"名称": "市役所", "設置位置": "1階", "緯度": "35.708915"{east}}}]', encoding="utf-8")
    (file,) = gv.check(path, standard="municipal/aed").files
    assert [each.rule.id for each in file.findings if each.rule.id == "FIELD-006"] == rules


def test_two_widths_stand_at_the_path_of_their_item(tmp_path: Path) -> None:
    path = tmp_path / "people.json"
    path.write_text('[{"住所": {"建物名等(方書)": "A棟"}}, {"住所": {"建物名等(方書)": "Ａ棟"}}]', encoding="utf-8")
    (file,) = gv.check(path, standard="gif/person").files
    assert [each.path for each in file.findings if each.rule.id == "GIF-CHAR-027"] == ["住所/建物名等(方書)"]
