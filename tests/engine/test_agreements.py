"""Agreements of fields: what is decided at once for a whole column is what each record would say, and where a finding stands."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.engine.records.agreements import all_given, all_inside, coordinates, municipality, order
from gif_validate.models.implied import implied
from gif_validate.models.model import Field
from gif_validate.readers.source import Source

POINTS = st.sampled_from(
    ["35.6", "35.689444", "34.68", "139.69", "135.52", "0", "", " ", "nan", "1e2", "35,6", "北緯35度", "20.43", "154.1"]
)
NAMES = st.sampled_from(["東京都", "大阪府", "東京 都", "", "東京"])
CODES = st.sampled_from(["131016", "271004", "", "x"])


@given(
    rows=st.lists(st.tuples(POINTS, POINTS, NAMES, CODES), min_size=1, max_size=6), roles=st.sampled_from(["prefecture", "code", "both"])
)
def test_what_is_decided_at_once_is_what_each_record_says(rows: list[tuple[str, ...]], roles: str) -> None:
    columns = dict(zip(("latitude", "longitude", "prefecture", "code"), zip(*rows, strict=True), strict=True))
    for role in {"prefecture": ("code",), "code": ("prefecture",)}.get(roles, ()):
        del columns[role]
    if all_inside(columns):
        records = [dict(zip(columns, record, strict=True)) for record in zip(*columns.values(), strict=True)]
        assert not any(coordinates(record, {}) for record in records)
    pairs = {"first": columns["latitude"], "second": columns["longitude"]}
    given_in_all = all(one.strip() and other.strip() for one, other in zip(*pairs.values(), strict=True))
    assert all_given(pairs) == given_in_all


def test_a_column_of_points_in_its_prefecture_is_decided_at_once() -> None:
    points = {"latitude": ("35.6", "35.7"), "longitude": ("139.6", "139.7")}
    assert all_inside({**points, "prefecture": ("東京都", "東京都")})
    assert all_inside({**points, "code": ("131016", "131024")})
    assert not all_inside({**points, "prefecture": ("東京都", "大阪府")})
    assert not all_inside({**points, "prefecture": ("大阪府", "大阪府")})
    assert not all_inside({**points, "prefecture": ("", "")})


def found(standard: str, records: list[dict[str, str]]) -> list[tuple[str, str | None, str | None, str | None]]:
    """Rule, field, cell and value of the findings that look at fields (not at columns) of a table with these columns."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(records[0]))
    writer.writeheader()
    writer.writerows(records)
    file = check_file(Source.of_bytes(text.getvalue().encode(), "t.csv"), Options(model=gv.load_model(standard)))
    kept = [each for each in file.findings if each.place.record and each.rule.id not in {"FIELD-002", "FIELD-006"}]
    for each in kept:
        written = records[each.place.record - 1][each.field]  # type: ignore[index, operator]
        assert each.value == written, "field, cell and value describe one cell"
    return [(each.rule.id, each.field, each.place.cell, each.value) for each in kept]


@pytest.mark.parametrize("code", ["11002", "131016.0", "１３１０１６", "131017", "999997"])
def test_a_code_that_is_wrong_in_itself_has_no_second_finding(code: str) -> None:
    names = {"所在地_全国地方公共団体コード": code, "所在地_都道府県": "大阪府", "所在地_市区町村": "大阪市"}
    (finding,) = found("municipal/aed", [names])
    assert finding[1:] == ("所在地_全国地方公共団体コード", "A2", code)


def test_a_code_that_is_right_in_itself_is_compared() -> None:
    names = {"所在地_全国地方公共団体コード": "131016", "所在地_都道府県": "大阪府", "所在地_市区町村": "大阪市"}
    assert found("municipal/aed", [names]) == [("GIF-ADDR-004", "所在地_全国地方公共団体コード", "A2", "131016")]


def test_five_digits_are_a_code_where_the_dataset_says_so() -> None:
    record = {"市区町村コード": "13101", "都道府県名": "大阪府", "市区町村名": "大阪市"}
    assert found("mlit/isj", [record]) == [("GIF-ADDR-004", "市区町村コード", "A2", "13101")]
    assert found("mlit/isj", [{**record, "市区町村コード": "13999"}]) == [("GIF-ADDR-004", "市区町村コード", "A2", "13999")]


def test_a_code_in_two_parts_is_named_as_a_whole_at_its_second_part() -> None:
    fields = [item.name for item in gv.load_model("nta/corporate-number").fields]
    place = {"国内所在地（都道府県）": "静岡県", "国内所在地（市区町村）": "浜松市北区"}
    record = dict.fromkeys(fields, "") | place | {"都道府県コード": "22", "市区町村コード": "135"}
    assert ("GIF-ADDR-004", "市区町村コード", "O2", "135") in found("nta/corporate-number", [record])
    fault = municipality({"code_prefix": "22", "code_suffix": "135", "prefecture": "静岡県", "municipality": "浜松市北区"}, {})
    assert fault is not None
    assert fault.details["value"] == "22135"
    assert "GIF-ADDR-004" not in {each[0] for each in found("nta/corporate-number", [{**record, "都道府県コード": "99"}])}


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"code": "14", "prefecture": "東京都"}, "14"),
        ({"code": "13101", "code_prefix": "14", "prefecture": "東京都", "municipality": "千代田区"}, "14"),
        ({"code": "13101", "code_prefix": "13", "prefecture": "神奈川県", "municipality": "千代田区"}, "13101"),
        ({"code": "13101", "code_prefix": "13", "prefecture": "東京都", "municipality": "千代田区"}, None),
        ({"code": "13", "prefecture": "東京都"}, None),
        ({"code": "99", "prefecture": "東京都"}, None),
    ],
)
def test_a_code_of_the_prefecture_is_compared_with_its_name(values: dict[str, str], named: str | None) -> None:
    fault = municipality(values, {})
    assert (fault and fault.details["value"]) == named


@pytest.mark.parametrize(
    ("code", "written", "agrees"),
    [
        ("13381", "三宅島三宅村", True),
        ("13381", "三宅村", True),
        ("13401", "八丈島八丈町", True),
        ("13361", "大島町", True),
        ("13401", "三宅島三宅村", False),
        ("01303", "石狩郡当別町", True),
        ("01303", "当別町", True),
    ],
)
def test_the_official_address_has_the_island_or_the_county(code: str, written: str, agrees: bool) -> None:
    prefecture = "北海道" if code.startswith("01") else "東京都"
    assert (municipality({"code": code, "prefecture": prefecture, "municipality": written}, {}) is None) == agrees


def test_the_end_that_is_too_early_is_what_is_shown() -> None:
    assert found("municipal/aed", [{"開始時間": "17:15", "終了時間": "08:30"}]) == [("FIELD-005", "終了時間", "B2", "08:30")]
    record = {"許可開始日": "2029-04-01", "許可満了日": "2024-03-31"}
    assert found("municipal/food-business-all", [record]) == [("GIF-PERIOD-009", "許可満了日", "B2", "2024-03-31")]


def test_swapped_coordinates_are_one_finding() -> None:
    record = {"緯度": "139.753", "経度": "35.674", "所在地_都道府県": "東京都"}
    assert [each[1:] for each in found("municipal/aed", [record])] == [("緯度", "A2", "139.753")]
    assert [each[1:] for each in found("municipal/aed", [{"経度": "35.674", "緯度": "139.753"}])] == [("緯度", "B2", "139.753")]
    assert found("municipal/aed", [{"緯度": "35.674", "経度": "35.674"}])[-1] == ("GIF-GEO-003", "経度", "B2", "35.674")
    assert ("GIF-GEO-003", "経度", "B2", "35.674") in found("municipal/aed", [{"緯度": "", "経度": "35.674"}])


FORMS = st.sampled_from(["{0:%Y-%m-%d}", "{0.year:04}/{0.month}/{0.day}", "{0:%Y/%m/%d}", "{0:%Y%m%d}"])
DAYS = st.dates(date(1000, 1, 1))


@given(first=DAYS, last=DAYS, forms=st.tuples(FORMS, FORMS))
def test_dates_are_compared_whatever_their_form(first: date, last: date, forms: tuple[str, str]) -> None:
    values = {"first": forms[0].format(first), "last": forms[1].format(last)}
    assert (order(values, {}) is not None) == (first > last)


@pytest.mark.parametrize(
    ("first", "last", "rule"),
    [
        ("2024-04-01T10:00", "2024-04-01 09:00:00", "GIF-PERIOD-009"),
        ("2024-04-01T10:00Z", "2024-04-01T18:00:00+09:00", "GIF-PERIOD-009"),
        ("2024-04-01T10:00+09:00", "2024-04-01T02:00Z", None),
        ("9:00", "10:00", None),
        ("10:00", "9:00", "FIELD-005"),
        ("22:00", "24:00", None),
        ("2024-04-01", "2024-03-31T09:00", None),
        ("2024-04-01T10:00Z", "2024-04-01T09:00", None),
        ("2024-04-01", "2024-02-30", None),
        ("2024-04-01", "2024", None),
        ("2024-04-01", "", None),
        ("x", "2024-04-01", None),
        ("2024-04-01Tx", "2024-04-01T09:00", None),
    ],
)
def test_moments_of_one_kind_are_compared(first: str, last: str, rule: str | None) -> None:
    fault = order({"first": first, "last": last}, {})
    assert (fault and fault.rule.id) == rule


def test_contradictions_that_the_kinds_of_the_items_imply() -> None:
    record = {"地方公共団体コード": "131016", "都道府県名": "北海道", "市区町村名": "千代田区", "避難所タイプ": "一般避難所"}
    assert found("gif/disaster/shelter", [record]) == [("GIF-ADDR-004", "地方公共団体コード", "A2", "131016")]
    assert found("gif/disaster/shelter", [{**record, "都道府県名": "東京都"}]) == []
    fields = (Field("全国地方公共団体コード", kind="municipality_code"), Field("所在地_都道府県", kind="prefecture"))
    assert list(implied(fields, ())) == []


WHOLE = {"所在地_都道府県": "東京都", "所在地_市区町村": "千代田区", "所在地_町字": "霞が関二丁目", "所在地_番地以下": "1-2"}


def parts(prefecture: str, municipality: str, town: str = "", block: str = "") -> dict[str, str]:
    return dict(zip(WHOLE, (prefecture, municipality, town, block), strict=True))


@pytest.mark.parametrize(
    ("whole", "given", "differs"),
    [
        ("沖縄県那覇市泉崎1-2-2", WHOLE, True),
        ("東京都港区芝公園1-5-25", WHOLE, True),
        ("東京都千代田区紀尾井町1-3", WHOLE, True),
        ("東京都千代田区霞が関二丁目3番4号", WHOLE, True),
        ("那覇市泉崎1-2-2", WHOLE, True),
        ("東京都千代田区霞が関2-1-2", WHOLE, False),
        ("東京都 千代田区 霞ヶ関二丁目１番２号 中央合同庁舎第2号館", WHOLE, False),
        ("千代田区霞が関2-1-2", WHOLE, False),
        ("霞が関2-1-2", WHOLE, False),
        ("東京都千代田区", WHOLE, False),
        ("東京都千代田区霞が関", WHOLE, False),
        ("東京都千代田区霞が関2", WHOLE, False),
        ("2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo", WHOLE, False),
        ("", WHOLE, False),
        ("東京都千代田区霞が関2-1-2", parts("東京", "千代田", "霞が関二丁目", "1-2"), False),
        ("北海道札幌市厚別区厚別中央1-1", parts("北海道", "札幌市", "厚別東"), True),
        ("北海道当別町白樺町58", parts("北海道", "石狩郡当別町", "", "58"), False),
        ("神奈川県横浜市西区1-2", parts("神奈川県", "横浜市中区"), True),
        ("神奈川県横浜市日本大通1-2", parts("神奈川県", "横浜市中区"), False),
        ("中区日本大通1-2", parts("神奈川県", "横浜市"), False),
        ("東京都三宅島三宅村阿古497", parts("東京都", "三宅村", "阿古", "番外地"), False),
        ("広島県福山市大字草戸町字西1", parts("広島県", "福山市", "草戸町西"), False),
    ],
)
def test_the_address_in_one_string_beside_its_parts(whole: str, given: dict[str, str], differs: bool) -> None:
    record = {**given, "所在地_連結表記": whole}
    assert [each[0] for each in found("municipal/aed", [record])].count("GIF-ADR-007") == differs


def test_the_code_of_the_prefecture_beside_that_of_the_municipality() -> None:
    record = {"都道府県コード": "14", "都道府県名": "東京都", "市区町村コード": "13101", "市区町村名": "千代田区"}
    assert found("mlit/isj", [record]) == [("GIF-ADDR-004", "都道府県コード", "A2", "14")]
    assert found("mlit/isj", [{**record, "都道府県コード": "13"}]) == []
    assert found("mlit/isj", [{**record, "都道府県コード": "13", "都道府県名": "神奈川県"}]) == [
        ("GIF-ADDR-004", "市区町村コード", "C2", "13101")
    ]
    names = {"都道府県": "東京都", "市区町村（郡）": "千代田区", "代表者名称": "", "事業種目": ""}
    for prefecture, city, cell in (("14", "101", "B2"), ("13", "102", "B2"), ("14", "", "A2")):
        codes = {"都道府県コード": prefecture, "市区町村コード": city}
        (finding,) = found("gbizinfo/kihon", [codes | names])
        assert (finding[0], finding[2]) == ("GIF-ADDR-004", cell)
