"""Municipality codes by date."""

from __future__ import annotations

import datetime

import pytest

from gif_validate.codelists import codes
from gif_validate.codelists.municipality_dates import as_of, history, known_at, state
from gif_validate.parts.municipality_code import has_right_check_digit


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("221317", "2023-12-31", "known"),
        ("221317", "2024-01-01", "abolished"),
        ("221317", "2007-03-31", "not_yet"),
        ("221384", "2023-12-31", "not_yet"),
        ("221384", "2024-01-01", "known"),
        ("403059", "2018-09-30", "known"),
        ("403059", "2018-10-01", "abolished"),
        ("131016", "1990-01-01", "known"),
        ("130001", "2024-01-01", "known"),
        ("999997", "2024-01-01", "unknown"),
        ("x", "2024-01-01", "unknown"),
    ],
)
def test_state(code: str, day: str, expected: str) -> None:
    assert state(code, datetime.date.fromisoformat(day)) == expected


def test_the_day_of_a_run() -> None:
    assert not known_at("221317")
    with as_of(datetime.date(2023, 4, 1)):
        assert known_at("221317")
        assert not known_at("221384")
        with as_of(None):
            assert known_at("221384")
    assert not known_at("221317")


def test_the_list() -> None:
    for code, span in history().items():
        assert has_right_check_digit(code)
        assert (code in codes("municipalities")) == (span.valid_to is None)
        assert bool(span.successors) == (span.valid_to is not None)
        assert all(successor in codes("municipalities") for successor in span.successors)
        assert span.valid_from is None or span.valid_to is None or span.valid_from < span.valid_to
