"""What a field says of one value beside its kind: the dataset's own form, what stays true in it, suggestions that hold."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.finding import Fault
from gif_validate.engine.values.judge import Judge
from gif_validate.models.index import model
from gif_validate.parts import part
from gif_validate.parts.dates.date import common


def judge(standard: str, item: str) -> Judge:
    found = model(standard)
    return Judge.of(found, found.field(item), "csv")


def said(fault: Fault | None) -> tuple[str, str | None] | None:
    return None if fault is None else (fault.rule.id, fault.suggestion)


@pytest.mark.parametrize(
    ("standard", "item", "value", "expected"),
    [
        ("gtfs-jp/calendar", "start_date", "20240229", None),
        ("gtfs-jp/calendar", "start_date", "20241301", ("GIF-DATE-006", None)),
        ("gtfs-jp/calendar", "start_date", "20230229", ("GIF-DATE-006", None)),
        ("gtfs-jp/calendar", "start_date", "99999999", ("GIF-DATE-010", None)),
        ("gtfs-jp/calendar", "start_date", "2024-02-29", ("FIELD-001", "20240229")),
        ("mhlw/food-business", "許可開始日", "2024/2/29", None),
        ("mhlw/food-business", "許可開始日", "2024/02/30", ("GIF-DATE-006", None)),
        ("mhlw/food-business", "許可開始日", "2024-13-01", ("GIF-DATE-006", None)),
        ("municipal/aed", "開始時間", "7:30:00", ("GIF-TIME-001", "07:30")),
        ("municipal/aed", "開始時間", "07:30:00", ("FIELD-001", "07:30")),
        ("municipal/aed", "開始時間", "7:30", ("GIF-TIME-001", "07:30")),
        ("municipal/aed", "電話番号", "0551-22-1111、0551-22-1112", ("FIELD-001", None)),
        ("municipal/aed", "内線番号", "123,124", ("GIF-TEL-010", "123 / 124")),
        ("municipal/aed", "電話番号", " ", ("GIF-CHAR-028", None)),
        ("municipal/aed", "備考", "　", ("GIF-CHAR-028", None)),
        ("municipal/aed", "備考", "\xa0", ("GIF-CHAR-028", None)),
        ("municipal/aed", "緯度", "35.708858\xa0", ("GIF-CHAR-034", "35.708858")),
        ("municipal/aed", "緯度", "\t35.708858", ("GIF-CHAR-034", "35.708858")),
        ("municipal/aed", "電話番号", "0551-22-1111\n", ("GIF-CHAR-034", "0551-22-1111")),
        ("municipal/aed", "URL", "https://www.city.lg.jp/\u3000\xa0", ("GIF-CHAR-034", "https://www.city.lg.jp/")),
        ("municipal/aed", "名称_カナ", "シヤクショ\u2003", ("GIF-CHAR-001", "シヤクショ")),
        ("municipal/aed", "名称", "\ufeff市役所", ("GIF-CHAR-034", "市役所")),
        ("municipal/aed", "小児対応設備の有無", "有\u200b", ("GIF-CHAR-034", "有")),
        ("municipal/aed", "開始時間", "\xa07:30", ("GIF-TIME-001", "07:30")),
        ("catalog/dcat", "dct:modified", "2024-03-01T25:00:00", ("FIELD-001", None)),
        ("catalog/dcat", "dct:issued", "2022/11/17", ("GIF-DATE-005", "2022-11-17")),
        ("municipal/aed", "名称", "#REF!", ("FIELD-015", None)),
        ("municipal/aed", "名称", '="市役所"', ("FIELD-015", "市役所")),
        ("municipal/aed", "全国地方公共団体コード", '="011002"', ("FIELD-015", "011002")),
        ("municipal/aed", "全国地方公共団体コード", '="11002"', ("FIELD-015", None)),
    ],
)
def test_one_fault_a_value(standard: str, item: str, value: str, expected: tuple[str, str | None] | None) -> None:
    assert said(judge(standard, item).fault(value)) == expected


@pytest.mark.parametrize("value", ["2024-01-01T09:00:00+09:00", "2024-01-01 24:00", "2024-01-01T09:00Z", "2024-01-01T09:00:00.123"])
def test_dates_with_a_time(value: str) -> None:
    assert judge("gbizinfo/kihon", "設立年月日").fault(value) is None


@pytest.mark.parametrize(
    ("value", "rule"),
    [("2024-13-01T00:00:00+09:00", "GIF-DATE-006"), ("2024-01-01T99:99:99", "FIELD-001"), ("2024-01-01T12", "FIELD-001")],
)
def test_dates_with_a_time_that_is_none(value: str, rule: str) -> None:
    fault = judge("gbizinfo/kihon", "設立年月日").fault(value)
    assert fault is not None and rule in {fault.rule.id, *fault.also}


@given(
    st.integers(1, 9998),
    st.integers(0, 19),
    st.integers(0, 39),
    st.sampled_from(["{:04}{:02}{:02}", "{:04}/{}/{}", "{:04}-{:02}-{:02}T09:00"]),
)
def test_the_calendar_holds_in_every_form(year: int, month: int, day: int, form: str) -> None:
    written = form.format(year, month, day)
    try:
        right = datetime.date(year, month, day).isoformat()
    except ValueError:
        assert not part("date").is_clean(common(written))
    else:
        assert common(written) == right


@pytest.mark.parametrize("item", ["開始時間", "終了時間", "電話番号", "緯度", "経度", "町字ID"])
@given(st.text("0123456789:-+.年月日時分０１２３：ー /()", min_size=1, max_size=14))
def test_a_suggestion_has_no_error_of_its_own(item: str, value: str) -> None:
    asked = judge("municipal/aed", item)
    fault = asked.fault(value)
    if fault is not None and fault.suggestion is not None:
        again = asked.fault(fault.suggestion)
        assert again is None or again.rule.about == "truth" or again.severity.label != "error", again
