"""Coordinates, reference systems, grid squares, spatial IDs: values, records, and what independent programs say of the same points."""

from __future__ import annotations

import importlib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.rule import Rule, Severity
from gif_validate.codelists.prefecture_boxes import MARGIN, boxes, prefecture_of_code
from gif_validate.parts import part
from gif_validate.parts.geography._coordinate import MEASURED, RANGE, REFERENCE_SYSTEM, outside_prefecture
from gif_validate.parts.geography.mesh_code import AGREES, code_of, square
from gif_validate.parts.geography.spatial_id import DOMAIN, HORIZONTAL, PARENT, VERTICAL, Space, layer, parsed, tile

Row = tuple[str, str, str | None, Severity | None, str | None]
E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741

VALUES: list[Row] = [
    ("coordinate_reference_system", "EPSG:6668", None, None, None),
    ("coordinate_reference_system", "EPSG:4326", None, None, None),
    ("coordinate_reference_system", "6668", "GIF-GEO-007", W, "EPSG:6668"),
    ("coordinate_reference_system", "６６６８", "GIF-GEO-007", W, "EPSG:6668"),
    ("coordinate_reference_system", "epsg:6668", "GIF-GEO-007", W, "EPSG:6668"),
    ("coordinate_reference_system", "EPSG：6668", "GIF-GEO-007", W, "EPSG:6668"),
    ("coordinate_reference_system", "urn:ogc:def:crs:EPSG::6668", "GIF-GEO-007", W, "EPSG:6668"),
    ("coordinate_reference_system", "http://www.opengis.net/def/crs/EPSG/0/4326", "GIF-GEO-007", W, "EPSG:4326"),
    ("coordinate_reference_system", "JGD2011", "GIF-GEO-007", W, None),
    ("coordinate_reference_system", "JGD2011 / (B, L)", "GIF-GEO-007", W, "EPSG:6668"),
    ("coordinate_reference_system", "世界測地系", "GIF-GEO-007", W, None),
    ("coordinate_reference_system", "ITRF2014", "GIF-GEO-007", W, None),
    ("coordinate_reference_system", "WGS84", "GIF-GEO-007", W, None),
    ("coordinate_reference_system", "EPSG:6695", "GIF-GEO-007", W, None),
    ("coordinate_reference_system", "1234", "GIF-GEO-007", W, None),
    ("vertical_reference_system", "EPSG:6695", None, None, None),
    ("vertical_reference_system", "EPSG:6697", None, None, None),
    ("vertical_reference_system", "6695", "GIF-GEO-008", W, "EPSG:6695"),
    ("vertical_reference_system", "東京湾平均海面", "GIF-GEO-008", W, None),
    ("vertical_reference_system", "EPSG:6668", "GIF-GEO-008", W, None),
    ("iso6709", "+35.658581+139.745433+351CRSWGS_84/", None, None, None),
    ("iso6709", "+35.658581+139.745433/", None, None, None),
    ("iso6709", "+35.658581+139.745433", "GIF-GEO-010", W, "+35.658581+139.745433/"),
    ("iso6709", "＋35.658581＋139.745433／", "GIF-GEO-010", W, "+35.658581+139.745433/"),
    ("iso6709", "+3539.51+13944.73/", "GIF-GEO-010", I, None),
    ("iso6709", "+353930.9+1394443.6/", "GIF-GEO-010", I, None),
    ("iso6709", "35.658581,139.745433", "GIF-GEO-010", W, None),
    ("iso6709", "+95.658581+139.745433/", "GIF-GEO-003", E, None),
    ("iso6709", "+51.500000-000.120000/", "GIF-GEO-003", W, None),
    ("iso6709", "+00+000/", "GIF-GEO-004", W, None),
    ("geojson_position", "[139.744879, 35.676097]", None, None, None),
    ("geojson_position", "[139.744879,35.676097,25.5]", None, None, None),
    ("geojson_position", "[35.676097, 139.744879]", "GIF-GEO-014", W, "[139.744879, 35.676097]"),
    ("geojson_position", "139.744879,35.676097", "GIF-GEO-014", W, "[139.744879, 35.676097]"),
    ("geojson_position", "[139.744879, 35.676097, 1, 2]", "GIF-GEO-014", W, None),
    ("geojson_position", "[139.744879, 95]", "GIF-GEO-003", E, None),
    ("geojson_position", "[-0.12, 51.5]", "GIF-GEO-003", W, None),
    ("geojson_position", "[0, 0]", "GIF-GEO-004", W, None),
    ("spatial_id", "20/1/931369/413142", None, None, None),
    ("spatial_id", "0/-1/0/0", None, None, None),
    ("spatial_id", "26/67108863/67108863/67108863", None, None, None),
    ("spatial_id", "27/1/1/1", "GIF-SPID-005", W, None),
    ("spatial_id", "100/0/0/0", "GIF-SPID-005", W, None),
    ("spatial_id", "20/01/931369/413142", "GIF-SPID-001", W, "20/1/931369/413142"),
    ("spatial_id", "2/4/0/0", "GIF-SPID-002", E, None),
    ("spatial_id", "2/-5/0/0", "GIF-SPID-002", E, None),
    ("spatial_id", "27/1/134217728/1", "GIF-SPID-002", E, None),
    ("spatial_id", "20/1/931369", "GIF-SPID-001", E, None),
    ("spatial_id", "/20/1/931369/413142", "GIF-SPID-001", E, "20/1/931369/413142"),
    ("spatial_id", "２０／１／９３１３６９／４１３１４２", "GIF-SPID-001", E, "20/1/931369/413142"),
    ("mesh_code", "5339", None, None, None),
    ("mesh_code", "53394519", None, None, None),
    ("mesh_code", "5339451", None, None, None),
    ("mesh_code", "533945005", None, None, None),
    ("mesh_code", "53394519344", None, None, None),
    ("mesh_code", "5339-45-19", "MESH-001", E, "53394519"),
    ("mesh_code", "５３３９４５１９", "MESH-001", E, "53394519"),
    ("mesh_code", "53394519.0", "MESH-001", E, "53394519"),
    ("mesh_code", "5339455", "MESH-001", E, None),
    ("mesh_code", "533985", "MESH-001", E, None),
    ("mesh_code", "00000000", "MESH-001", W, None),
    ("mesh_code", "5339451999", "MESH-001", I, None),
]


@pytest.mark.parametrize(("name", "value", "rule", "severity", "suggestion"), VALUES)
def test_values(name: str, value: str, rule: str | None, severity: Severity | None, suggestion: str | None) -> None:
    fault = part(name).explain(value)
    found = (None, None, None) if fault is None else (fault.rule.id, fault.severity, fault.suggestion)
    assert found == (rule, severity, suggestion)


POINT = {"緯度": "35.676097", "経度": "139.744879"}
RECORDS: list[tuple[Rule, dict[str, str], bool]] = [
    (REFERENCE_SYSTEM, POINT, True),
    (REFERENCE_SYSTEM, {**POINT, "座標参照系": "世界測地系"}, False),
    (REFERENCE_SYSTEM, {**POINT, "経度": ""}, False),
    (MEASURED, POINT, True),
    (MEASURED, {**POINT, "測定日": "2024-04-01"}, False),
    (RANGE, {**POINT, "都道府県": "東京都"}, False),
    (RANGE, {**POINT, "都道府県": "東　京都"}, False),
    (RANGE, {**POINT, "都道府県": "京都府"}, True),
    (RANGE, {**POINT, "都道府県": "東京"}, False),
    (RANGE, {"緯度": "0", "経度": "0", "都道府県": "東京都"}, False),
    (RANGE, {"緯度": "不明", "経度": "139", "都道府県": "東京都"}, False),
    (RANGE, {"緯度": "35.680959", "経度": "139.767306", "全国地方公共団体コード": "271004"}, True),
    (HORIZONTAL, {**POINT, "空間ID": "20/0/931324/412924"}, False),
    (HORIZONTAL, {**POINT, "空間ID": "20/1/931369/413142"}, True),
    (HORIZONTAL, {**POINT, "空間ID": "20/1/931369"}, False),
    (VERTICAL, {"空間ID": "20/1/931369/413142", "標高": "40.0"}, False),
    (VERTICAL, {"空間ID": "20/1/931369/413142", "標高": "31.9"}, True),
    (VERTICAL, {"空間ID": "20/1/931369/413142", "標高": "32"}, False),
    (VERTICAL, {"空間ID": "25/-1/0/0", "高さ": "-0.5"}, False),
    (DOMAIN, {"空間ID": "20/0/1/0", "緯度": "85.0511"}, False),
    (DOMAIN, {"空間ID": "20/0/1/0", "緯度": "-85.06"}, True),
    (PARENT, {"空間ID": "20/1/931369/413142", "親空間ID": "19/0/465684/206571"}, False),
    (PARENT, {"空間ID": "20/1/931369/413142", "親空間ID": "10/0/909/403"}, False),
    (PARENT, {"空間ID": "20/1/931369/413142", "親空間ID": "21/0/0/0"}, True),
    (AGREES, {**POINT, "メッシュコード": "53394519"}, False),
    (AGREES, {**POINT, "地域メッシュコード": "53394609"}, True),
    (AGREES, {**POINT, "地域メッシュコード": "5339452"}, False),
    (AGREES, {**POINT, "地域メッシュコード": "5339451"}, True),
    (AGREES, {**POINT, "地域メッシュコード": "533945085"}, False),
    (AGREES, {**POINT, "地域メッシュコード": "533945285"}, True),
    (AGREES, {"緯度": "35.67", "経度": "139.74", "地域メッシュコード": "53394519"}, False),
]


@pytest.mark.parametrize(("rule", "record", "fires"), RECORDS)
def test_records(rule: Rule, record: dict[str, str], fires: bool) -> None:
    assert rule.compare is not None
    assert (rule.compare(record) is not None) == fires


def test_swapped_coordinates_are_named() -> None:
    details = outside_prefecture("139.744879", "35.676097", "東京都")
    assert details is not None
    assert "逆" in str(details["hint"])


@pytest.mark.parametrize(
    ("latitude", "longitude", "prefecture"),
    [
        ("24.283056", "153.986389", "東京都"),
        ("20.425278", "136.069722", "東京都"),
        ("27.094444", "142.191944", "東京都"),
        ("45.557778", "148.753889", "北海道"),
        ("43.802222", "146.737500", "北海道"),
        ("24.449444", "122.933611", "沖縄県"),
        ("25.923056", "124.560000", "沖縄県"),
        ("25.951389", "131.332222", "沖縄県"),
        ("37.244167", "131.865000", "島根県"),
        ("34.727500", "129.456944", "長崎県"),
        ("27.018611", "128.443611", "鹿児島県"),
        ("37.855278", "136.921944", "石川県"),
    ],
)
def test_far_islands_belong_to_their_prefecture(latitude: str, longitude: str, prefecture: str) -> None:
    assert outside_prefecture(latitude, longitude, prefecture) is None


def test_boxes_are_complete() -> None:
    assert len(boxes()) == 47
    assert Decimal("0.05") <= MARGIN
    for box in boxes().values():
        assert Decimal(20) < box.south < box.north < Decimal(46)
        assert Decimal(122) < box.west < box.east < Decimal(154)
    assert [prefecture_of_code(code) for code in ("01", "13", "47", "48", "")] == ["北海道", "東京都", "沖縄県", "", ""]


MESH: Any = importlib.import_module("jismesh.utils")
LEVELS = {4: 1, 6: 2, 8: 3, 9: 4, 10: 5, 11: 6}
LATITUDES = st.decimals("20.000001", "45.999999", places=6)
LONGITUDES = st.decimals("122.000001", "153.999999", places=6)


@given(latitude=LATITUDES, longitude=LONGITUDES, length=st.sampled_from(sorted(LEVELS)))
def test_grid_squares_agree_with_jismesh(latitude: Decimal, longitude: Decimal, length: int) -> None:
    code = code_of(latitude, longitude, length)
    box = square(code)
    assert part("mesh_code").is_clean(code)
    assert box is not None
    assert box.holds((latitude * 60, latitude * 60), (longitude * 60, longitude * 60))
    on_edge = any(side.quantize(Decimal("1e-9")) == point * 60 for side, point in ((box.south, latitude), (box.west, longitude)))
    if not on_edge:
        assert code == str(MESH.to_meshcode(float(latitude), float(longitude), LEVELS[length]))


@given(latitude=LATITUDES, longitude=LONGITUDES, level=st.sampled_from([5000, 2000]))
def test_combined_squares_agree_with_jismesh(latitude: Decimal, longitude: Decimal, level: int) -> None:
    code = str(MESH.to_meshcode(float(latitude), float(longitude), level))
    box = square(code)
    assert box is not None
    south, west = MESH.to_meshpoint(int(code), 0, 0)
    assert (float(box.south) / 60, float(box.west) / 60) == pytest.approx((float(south), float(west)), abs=1e-9)


@given(z=st.integers(0, 26), latitude=st.floats(-85, 85), longitude=st.floats(-180, 179.999999), height=st.floats(-10_000, 10_000))
def test_spatial_ids_follow_from_their_points(z: int, latitude: float, longitude: float, height: float) -> None:
    space = Space(z, layer(z, height), *tile(z, latitude, longitude))
    assert part("spatial_id").is_clean(str(space))
    assert parsed(str(space)) == space
    for above in range(z):
        assert space.above(above) == Space(above, layer(above, height), *tile(above, latitude, longitude))


def test_huge_indices_are_judged_at_once() -> None:
    kind = part("spatial_id")
    for value in ("9" * 100_000 + "/0/0/0", "1/0/0/" + "9" * 100_000, "0" * 100_000 + "20/1/931369/413142"):
        fault = kind.explain(value)
        assert fault is not None
