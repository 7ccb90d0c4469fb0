"""Agreements of columns: what is decided at once for a whole column is what each record would say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gif_validate.engine.agreements import all_given, all_inside, coordinates

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
