"""Recognising standards: by header, by alias, by shape; and not recognising what is none."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.models.detection import Detection, detect
from gif_validate.models.index import model, models

from .conftest import EXAMPLES


def recognised(rows: list[list[str]], name: str = "") -> Detection:
    return detect(rows, models().values(), name)


@pytest.mark.parametrize("name", sorted(models()))
def test_every_header_is_recognised(name: str) -> None:
    found = models()[name]
    if found.layout.header:
        match = recognised([[item.name for item in found.fields]]).match
        assert match is not None
        assert (match.model.full_id, match.header, match.missing, match.is_reordered) == (name, 0, (), False)
        assert {binding.how for binding in match.bindings} == {"exact"}


@pytest.mark.parametrize("name", [name for name, found in models().items() if not found.layout.header])
def test_every_layout_without_a_header_is_recognised_by_shape(name: str) -> None:
    path = EXAMPLES / name.split("@", maxsplit=1)[0].replace("/", "-") / "conforming.csv"
    encoding = models()[name].layout.encodings[0]
    with path.open(encoding=encoding, newline="") as file:
        rows = list(csv.reader(file))
    match = recognised(rows).match
    assert match is not None
    assert (match.model.full_id, match.header) == (name, None)


def test_a_header_row_where_the_layout_has_none() -> None:
    header = [item.en for item in model("nta/corporate-number").fields]
    match = recognised([header]).match
    assert match is not None
    assert (match.model.id, match.header) == ("nta/corporate-number", 0)


@given(data=st.data(), name=st.sampled_from([name for name, found in models().items() if found.signature]))
def test_dropped_added_and_shuffled_columns(data: st.DataObject, name: str) -> None:
    found = models()[name]
    names = [item.name for item in found.fields]
    dropped = set(data.draw(st.lists(st.sampled_from([item for item in names if item not in found.signature]), max_size=len(names) // 5)))
    header = [*data.draw(st.permutations([item for item in names if item not in dropped])), "備考欄2", "担当"]
    match = recognised([header]).match
    assert match is not None
    assert match.model.full_id == name
    assert {item.name for item in match.missing} == dropped


def test_renamed_and_similar_columns() -> None:
    header = [item.name for item in model("municipal/aed").fields]
    header[header.index("建物名等(方書)")] = "建物名等（方書） "
    header[header.index("緯度")] = "lat"
    match = recognised([header]).match
    assert match is not None
    how = {match.model.fields[binding.field].name: binding.how for binding in match.bindings}
    assert (how["建物名等(方書)"], how["緯度"], how["名称"]) == ("similar", "alias", "exact")


def test_title_rows_above_the_header() -> None:
    header = [item.name for item in model("municipal/aed").fields]
    match = recognised([["AED一覧"], ["令和6年4月", ""], header]).match
    assert match is not None
    assert match.header == 2


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[""]],
        [["名称", "住所", "緯度", "経度"]],
        [["a", "b"], ["1", "2"]],
        [
            [
                *(
                    "都道府県コード又は市区町村コード",
                    "NO",
                    "都道府県名",
                    "市区町村名",
                    "名称",
                    "名称_カナ",
                    "医療機関の種類",
                    "住所",
                    "方書",
                ),
                *("緯度", "経度", "電話番号", "内線番号", "FAX番号", "法人番号", "医療機関コード", "診療曜日", "診療開始時間"),
            ]
        ],
    ],
)
def test_what_is_none_of_them(rows: list[list[str]]) -> None:
    assert recognised(rows).match is None


def test_rejected_candidates_say_why() -> None:
    header = [item.name for item in model("suishou/aed").fields if item.name != "小児対応設備の有無"]
    detection = recognised([header])
    assert detection.match is None
    why = {match.model.id: match.why_not() for match in detection.rejected}
    assert "小児対応設備の有無" in why["suishou/aed"].ja
    assert "21 of 22" in why["suishou/aed"].en


def test_the_file_name_helps_a_little() -> None:
    header = [item.name for item in model("municipal/aed").fields]
    plain, named = recognised([header[5:]]).match, recognised([header[5:]], "192074_aed.csv").match
    assert plain is not None
    assert named is not None
    assert named.score > plain.score
