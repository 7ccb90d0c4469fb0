"""Randomised comparison with independent oracles: the calendar of datetime, the eras of japanera, check digits of python-stdnum.

The repertoire is compared with ``shift_jis_2004`` in test_repertoire, the numbering plan with phonenumbers in test_telephone, grid squares
with jismesh in test_geography, other check digits with python-stdnum in test_identifiers.
"""

from __future__ import annotations

import datetime
from fractions import Fraction

import japanera
from hypothesis import given
from hypothesis import strategies as st
from stdnum.jp import cn

from gif_validate.parts import part
from gif_validate.parts.dates import _era as era
from gif_validate.parts.dates.period import in_order

_DIGITS = st.text("0123456789", min_size=8, max_size=8)
_FIRST_DAY = datetime.date(1873, 1, 1)


@given(digits=_DIGITS)
def test_a_date_is_clean_where_the_calendar_has_it(digits: str) -> None:
    value = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    try:
        datetime.date.fromisoformat(value)
        exists = True
    except ValueError:
        exists = False
    assert part("date").is_clean(value) == exists


def test_every_day_of_four_hundred_years() -> None:
    kind = part("date")
    for year in range(1897, 2297):
        for month in range(1, 13):
            last = (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)).day
            assert [kind.is_clean(f"{year}-{month:02d}-{day:02d}") for day in range(33)] == [0 < day <= last for day in range(33)]


@given(
    day=st.dates(_FIRST_DAY, datetime.date(2099, 12, 31)),
    spelling=st.sampled_from(["{era}{year}年{m}月{d}日", "{era}{year:02d}.{m:02d}.{d:02d}"]),
)
def test_eras_are_those_of_japanera(day: datetime.date, spelling: str) -> None:
    found = japanera.EraDate.from_date(day)
    year = found.era.absolute_year_to_relative_year(day.year)
    assert era.western(spelling.format(era=found.era.kanji, year=year, m=day.month, d=day.day)) == day.isoformat()


@given(day=st.dates(_FIRST_DAY, datetime.date(2099, 12, 31)), name=st.sampled_from(["明治", "大正", "昭和", "平成", "令和"]))
def test_a_date_outside_its_era_is_none(day: datetime.date, name: str) -> None:
    (meant,) = [one for one in era.ERAS if one.name == name]
    year = day.year - meant.year_one + 1
    if not 1 <= year <= 99:
        return
    inside = japanera.EraDate.from_date(day).era.kanji == name
    assert era.western(f"{name}{year}年{day.month}月{day.day}日") == (day.isoformat() if inside else None)


@given(start=st.dates(), end=st.dates())
def test_the_order_of_a_period_is_that_of_the_calendar(start: datetime.date, end: datetime.date) -> None:
    assert in_order(f"{start.isoformat()}/{end.isoformat()}") == (start <= end)
    if start.year == end.year:
        assert in_order(f"{start.isoformat()}/{end.isoformat()[5:]}") == (start <= end)


_OFFSETS = st.integers(-23 * 60, 23 * 60).filter(bool).map(lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes)))
_MOMENTS = st.datetimes(datetime.datetime(2, 1, 1), datetime.datetime(9998, 12, 31), timezones=_OFFSETS)


@given(start=_MOMENTS, end=_MOMENTS)
def test_the_order_of_moments_is_that_of_datetime(start: datetime.datetime, end: datetime.datetime) -> None:
    value = f"{start.isoformat()}/{end.isoformat()}"
    assert part("date_time").is_clean(start.isoformat())
    assert in_order(value) == (start <= end)
    assert part("period").is_clean(value) == (start <= end)


@given(value=st.text("0123456789", min_size=13, max_size=13) | st.from_regex("[0-9]{12,14}", fullmatch=True))
def test_corporate_numbers_are_those_of_stdnum(value: str) -> None:
    # The first digit of a real number is never 0; python-stdnum agrees because the check digit is 1 to 9.
    assert part("corporate_number").is_valid(value) == (value.isascii() and cn.is_valid(value))


@given(minutes=st.integers(0, 24 * 60 - 1))
def test_times_that_a_spreadsheet_wrote_as_fractions(minutes: int) -> None:
    written = f"{float(Fraction(minutes, 24 * 60)):.15f}"
    assert part("time").suggestion(written) == f"{minutes // 60:02d}:{minutes % 60:02d}"
