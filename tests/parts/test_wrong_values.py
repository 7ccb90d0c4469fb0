"""Typical wrong values of real files: each gets the one rule and the suggestion that it should get (tests/wrong_values.csv)."""

from __future__ import annotations

import csv

import pytest

from gif_validate import check_value, fix_value
from gif_validate.parts import names, part
from tests.conftest import DATA

with (DATA / "wrong_values.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def test_there_are_enough_of_them() -> None:
    assert len(ROWS) >= 200
    assert {row["part"] for row in ROWS} <= set(names())
    assert len({(row["part"], row["value"]) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['part']}-{row['value']}")
def test_gets_its_rule_and_its_suggestion(row: dict[str, str]) -> None:
    (finding,) = check_value(row["part"], row["value"])
    assert (finding.rule.id, finding.severity.label, finding.suggestion or "") == (row["rule"], row["severity"], row["suggestion"])
    assert (fix_value(row["part"], row["value"]) or "") == row["suggestion"]
    assert not row["suggestion"] or part(row["part"]).is_clean(row["suggestion"])


with (DATA / "right_values.csv").open(encoding="utf-8", newline="") as file:
    RIGHT = list(csv.DictReader(file))


@pytest.mark.parametrize("row", RIGHT, ids=lambda row: f"{row['part']}-{row['value']}")
def test_has_no_finding(row: dict[str, str]) -> None:
    assert check_value(row["part"], row["value"]) == []
