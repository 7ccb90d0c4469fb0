"""Tables as records: nested paths, repeated groups, cells with several values, rows that go on."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gif_validate.engine.records import records
from gif_validate.models.index import definitions, model
from gif_validate.models.model import Model
from gif_validate.readers.csv_reader import CsvReader
from gif_validate.readers.record import Leaf, Node

POPULATION = next(found for found in definitions(Path(__file__).parent / "definitions") if found.id == "test/population")


def of(found: Model, text: str, *, skip: int = 1) -> list[Node]:
    return list(records(CsvReader().blocks([text]), found, dict(enumerate(found.fields)), skip))


def test_columns_become_a_tree() -> None:
    row = ["2024-01-01", "1", "2", "3", "4", "5", "6", "http://a", "CC0", "http://b", "", "北町;南町"]
    (node,) = of(POPULATION, ",".join(item.name for item in POPULATION.fields) + "\n" + ",".join(row) + "\n")
    assert list(node.children) == ["調査年月日", "人口", "画像", "町会"]
    assert len(node.children["人口"]) == 6
    assert [leaf.text for path, leaf in node.leaves() if path == "画像/URL"] == ["http://a", "http://b"]
    licences = [leaf for path, leaf in node.leaves() if path == "画像/ライセンス"]
    assert [(leaf.text, leaf.state) for leaf in licences] == [("CC0", "value"), ("", "empty")]
    towns = [leaf for path, leaf in node.leaves() if path == "町会"]
    assert [leaf.text for leaf in towns] == ["北町", "南町"]
    assert {(leaf.place.record, leaf.place.line, leaf.place.cell) for leaf in towns} == {(1, 2, "L2")}
    assert node.text("人口/人数") == "1"


def test_rows_that_go_on_are_one_record() -> None:
    head = '01224,"066  ","0660005","ﾎｯｶｲﾄﾞｳ","ﾁﾄｾｼ",'
    flags = ",1,0,0,0,0,0\n"
    text = (
        head + '"ｷｮｳﾜ(88-2､","北海道","千歳市","協和（８８－２、"' + flags
        + head + '"427-3)","北海道","千歳市","４２７－３）"' + flags
        + head + '"ｼｭｸﾊﾞｲ","北海道","千歳市","祝梅"' + flags
    )  # fmt: skip
    first, second = of(model("post/ken-all"), text, skip=0)
    assert first.text("町域名") == "協和（８８－２、４２７－３）"
    assert first.text("町域名カナ") == "ｷｮｳﾜ(88-2､427-3)"
    assert (second.text("町域名"), second.place.record, second.place.line) == ("祝梅", 2, 3)


@given(
    rows=st.lists(st.lists(st.text("ab;1\n", max_size=5), min_size=12, max_size=12).filter(lambda row: "".join(row).strip()), max_size=6)
)
def test_every_value_is_in_its_record(rows: list[list[str]]) -> None:
    text = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    found = of(POPULATION, text, skip=0)
    assert len(found) == len(rows)
    for node, row in zip(found, rows, strict=True):
        values = [*row[:-1], *(row[-1].split(";") if row[-1] else [""])]
        leaves = [leaf for _, leaf in node.leaves()]
        assert sorted(leaf.text for leaf in leaves) == sorted(values)
        assert all(isinstance(leaf, Leaf) and leaf.place.record == node.place.record for leaf in leaves)
