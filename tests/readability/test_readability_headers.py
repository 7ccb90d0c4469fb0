"""Which rows are headers: a first record without its numbers is none; names behind a blank row begin another table."""

from __future__ import annotations

from pathlib import Path

import pytest

from gif_validate.readability.headers import reads_as_names
from gif_validate.readability.layout import Layout, find
from gif_validate.readability.sheet import of_csv
from gif_validate.readers.source import Source
from tests.conftest import EXAMPLES
from tests.readability.test_readability import broken, csv, of

CONFORMING = sorted(EXAMPLES.glob("*/conforming.csv"), key=str)


def laid_out(text: str) -> Layout:
    layout = find(of_csv(Source.of_bytes(text.encode(), "a.csv")).sheets[0])
    assert layout is not None
    return layout


@pytest.mark.parametrize("word", ["不明", "調査中", "休業中", "若干名", "#N/A"])
def test_a_first_record_without_its_number_is_a_record(word: str) -> None:
    judged = csv(f"施設名,定員\nA,{word}\nB,100\nC,120\nD,80\nE,90\n")
    assert judged.report.records == 5
    assert [(finding.rule.id, finding.place.cell) for finding in judged.report.findings] == [("DA-L2-01", "B2")]
    assert judged.levels[2].states["DA-L3-01"] == "kept"


@pytest.mark.parametrize(
    "header",
    [
        "施設名,利用者数,,面積（㎡）\n,大人,子ども,",
        "施設名,利用者数,,面積（㎡）\n施設名,大人,子ども,面積（㎡）",
        "施設名,設備,,面積（㎡）\n,有,無,",
        "施設名,大人,子ども,面積\n,人,人,㎡",
        "施設名,大人,子ども,面積\n－,（人）,（人）,（㎡）",
        "施設名,大人,子ども,面積\nfacility,adults,children,area",
        "施設名,大人,子ども,面積\nstring,string,string,string",
        "name,adults,children,area\n施設名,大人の人数,大人の人数,面積",
    ],
)
def test_a_second_row_of_the_header(header: str) -> None:
    layout = laid_out(f"{header}\n市民会館,1,2,35.5\n図書館,3,4,41.2\n体育館,5,6,90.1\n公民館,7,8,12.0\n")
    assert (layout.header, layout.first, layout.last) == ((0, 1), 2, 5)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("地区,人口,世帯数\n東,1200,500\n西,1300,600\n北,900,300\n\n年度,件数,金額（円）\n2021,5,1000\n2022,6,1200\n", 6),
        ("地区,人口,世帯数\n東,1200,500\n西,1300,600\n\n表2\n\n年度,件数,金額（円）\n2021,5,1000\n2022,6,1200\n", 5),
        ("地区,人口,世帯数\n東,1200,500\n西,1300,600\n\n表2\n年度,件数,金額（円）\n2021,5,1000\n2022,6,1200\n", 5),
        ("名称,人口\nA,1\n\n名称,面積\nA,5\n", 4),
        ("名称,人口\nA,1\nB,2\nC,3\n\n名称,人口\nD,5\nE,6\n", 6),
        ("名称,住所,担当課\n北公民館,藤井町10,生涯学習課\n南公民館,旭町1,生涯学習課\n\n広場名,所在,管理者\n駅前広場,若宮1,都市計画課\n", 5),
        ('名称,備考\n"A",甲\nB,"一\n二"\n\n施設名,電話番号\nC,110\nD,119\n', 6),
    ],
)
def test_another_table_behind_a_blank_row(text: str, line: int) -> None:
    judged = csv(text)
    assert [finding.place.line for finding in of(judged, "DA-L1-02")] == [line]
    assert of(judged, "DA-L1-03") == []
    assert judged.levels[0].points == 0


@pytest.mark.parametrize(
    "records",
    [
        "C,休業中\nD,不明\nE,5",
        "C,不明\nD,4\nE,5",
        "北区,\nD,4\nE,5",
        "（再掲）\nD,4\nE,5",
        "面積,休業中\nD,4\nE,5",
    ],
)
def test_records_behind_a_blank_row_are_no_table(records: str) -> None:
    judged = csv(f"名称,定員\nA,1\nB,2\nF,3\nG,4\n\n{records}\nH,8\nI,9\n")
    assert "DA-L1-03" in broken(judged)
    assert of(judged, "DA-L1-02") == []


def test_a_table_about_items_is_one_table() -> None:
    judged = csv("項目名,区分,分類\n名称,必須,基本\n住所,必須,基本\n\n電話番号,種別,連絡先\n備考,任意,その他\n面積,任意,その他\n")
    assert of(judged, "DA-L1-02") == []
    assert "DA-L1-03" in broken(judged)


@pytest.mark.parametrize("path", CONFORMING, ids=lambda path: path.parent.name)
def test_a_blank_row_makes_no_table_of_a_conforming_one(path: Path) -> None:
    content = of_csv(Source(str(path), path))
    sheet = content.sheets[0]
    layout = find(sheet)
    numbers = list(sheet.numbers)
    for row in range(1, len(sheet.rows)):
        sheet.numbers = [number + (at >= row) for at, number in enumerate(numbers)]
        found = find(sheet)
        assert found is not None
        assert layout is not None
        assert (found.others, found.gaps) == ([], [row])


def test_what_reads_as_names() -> None:
    assert reads_as_names({0: "名称", 1: "延床面積（㎡）"})
    assert not reads_as_names({0: "名称"})
    assert not reads_as_names({0: "若干名", 1: "若干名"})
    assert not reads_as_names({})
