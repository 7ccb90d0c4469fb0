"""Recognising standards: by header, by alias, by shape; and not recognising what is none."""

from __future__ import annotations

import csv

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gif_validate.models.detection import Detection, detect, detect_bundle
from gif_validate.models.index import model, models
from tests.conftest import EXAMPLES
from tests.models.test_standards import TABLES, sample_name


def recognised(rows: list[list[str]], name: str = "") -> Detection:
    return detect(rows, models().values(), name)


@pytest.mark.parametrize("name", TABLES)
def test_every_header_is_recognised(name: str) -> None:
    found = models()[name]
    if found.layout.header:
        match = recognised([[item.name for item in found.fields]], sample_name(found)).match
        assert match is not None
        assert (match.model.full_id, match.header, match.missing, match.is_reordered) == (name, 0, (), False)
        assert {binding.how for binding in match.bindings} == {"exact"}


@pytest.mark.parametrize("name", ["nta/corporate-number@4", "post/ken-all@2007", "post/utf-ken-all@2023"])
def test_a_layout_without_a_header_is_recognised_by_shape(name: str) -> None:
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
    kept = [item for item in names if item not in dropped]
    # gbizinfo/hyosho without 備考 is gbizinfo/todokede.
    assume(all(set(kept) != {item.name for item in other.fields} for other in models().values() if other is not found))
    header = [*data.draw(st.permutations(kept)), "備考欄2", "担当"]
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
        [["area_id", "area_name"], ["1", "東地区"]],
        [["園名", "所在地", "電話番号", "定員", "開園時間", "閉園時間", "緯度", "経度"]],
        [["受付番号", "氏名", "住所", "電話番号", "受付日", "備考"]],
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


def test_two_headers_need_the_file_name() -> None:
    header = [["area_id", "area_name"]]
    match = recognised(header, "areas.txt").match
    assert match is not None
    assert match.model.id == "gtfs-jp/areas"


@pytest.mark.parametrize(("name", "table"), [("mt_pref_pos_all.csv", "abr/pref-pos"), ("mt_city_pos_pref01.csv", "abr/city-pos")])
def test_the_file_name_decides_between_equal_headers(name: str, table: str) -> None:
    match = recognised([[item.name for item in model(table).fields]], name).match
    assert match is not None
    assert match.model.id == table


@pytest.mark.parametrize("standard", ["municipal/hospital", "municipal/evacuation-space", "suishou/tourism"])
def test_other_punctuation_in_headers(standard: str) -> None:
    changes = str.maketrans("_、()", "＿・【】")
    header = [item.name.translate(changes) + "[sanitize]" for item in model(standard).fields]
    match = recognised([header]).match
    assert match is not None
    assert (match.model.id, match.missing) == (standard, ())


def test_translated_headers() -> None:
    header = [item.en or item.name for item in model("municipal/evacuation-space").fields]
    match = recognised([header]).match
    assert match is not None
    assert match.model.id == "municipal/evacuation-space"


def test_headers_without_the_name_of_their_table() -> None:
    header = [item.name.removeprefix("教育機関_") for item in model("municipal/educational-institution").fields]
    match = recognised([header]).match
    assert match is not None
    assert match.model.id == "municipal/educational-institution"


def test_a_table_joined_with_others() -> None:
    own = [item.name for item in model("municipal/bicycle-parking").fields]
    others = [f"{table}_{number}" for table in ("施設", "住所", "連絡先") for number in range(12)]
    match = recognised([own + others]).match
    assert match is not None
    assert (match.model.id, match.holds_all) == ("municipal/bicycle-parking", True)


def test_an_older_edition_is_told_from_the_current_one() -> None:
    for dataset in ("population", "hospital", "event", "preschool"):
        for standard in (f"municipal/{dataset}", f"suishou/{dataset}"):
            match = recognised([[item.name for item in model(standard).fields][1:]]).match
            assert match is not None
            assert match.model.id == standard


def test_a_bundle_by_its_files() -> None:
    files = ["agency", "stops", "routes", "trips", "stop_times", "calendar_dates", "fare_attributes", "feed_info"]
    found = detect_bundle([f"feed/{name}.txt" for name in files], models().values())
    assert found is not None
    assert found.id == "gtfs-jp/feed"
    assert detect_bundle(["readme.txt", "routes.txt", "data.csv"], models().values()) is None
    assert detect_bundle([], models().values()) is None


def test_the_keys_of_an_object() -> None:
    keys = ["id", "name", "title", "notes", "license_id", "organization", "resources", "tags", "groups", "extras", "state", "private"]
    found = recognised([[*keys, "metadata_created", "metadata_modified", "num_resources", "isopen"]]).match
    assert found is not None
    assert found.model.id == "catalog/ckan"
