"""Postal codes: the list, the prefecture beside them."""

from __future__ import annotations

import pytest

from gif_validate.catalogue.rule import Severity
from gif_validate.codelists import rows
from gif_validate.codelists.postal_codes import LIST, is_district, is_listed, prefectures_of, unpacked
from gif_validate.parts import part
from gif_validate.parts.addresses.postal_code import EXISTS, SEVEN_DIGITS, disagreement

E, W = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("value", "rule", "severity", "suggestion"),
    [
        ("1020094", None, None, None),
        ("1000013", None, None, None),
        ("0758711", None, None, None),
        ("1008926", None, None, None),
        ("1008798", None, None, None),
        ("0600000", None, None, None),
        ("0000000", "GIF-POST-003", W, None),
        ("9999999", "GIF-POST-003", W, None),
        ("1234567", "GIF-POST-003", W, None),
        ("0008798", "GIF-POST-003", W, None),
        ("100-8926", "GIF-POST-001", E, "1008926"),
        ("〒1000013", "GIF-POST-001", E, "1000013"),
        ("１０００００１", "GIF-POST-001", E, "1000001"),
        ("1008926.0", "GIF-POST-001", E, "1008926"),
        ("608611", "GIF-POST-001", E, "0608611"),
        ("000-0000", "GIF-POST-001", E, None),
        ("100", "GIF-POST-002", W, None),
        ("10000", "GIF-POST-002", W, None),
        ("SW1A 1AA", "GIF-POST-001", E, None),
    ],
)
def test_values(value: str, rule: str | None, severity: Severity | None, suggestion: str | None) -> None:
    fault = part("postal_code").explain(value)
    found = (None, None, None) if fault is None else (fault.rule.id, fault.severity, fault.suggestion)
    assert found == (rule, severity, suggestion)


def test_a_pattern_has_the_form_but_is_no_code() -> None:
    assert SEVEN_DIGITS.look is not None
    assert EXISTS.look is not None
    assert SEVEN_DIGITS.look("0000000") is None
    assert EXISTS.look("0000000") is not None


def test_the_date_of_the_list_is_named() -> None:
    assert EXISTS.look is not None
    details = EXISTS.look("1234567")
    assert details is not None
    assert "2026-" in str(details["problem"])


@pytest.mark.parametrize(
    ("code", "prefecture", "agrees"),
    [
        ("1000013", "東京都", True),
        ("1000013", "大阪府", False),
        ("1000013", "東京", True),
        ("1000013", "", True),
        ("6180000", "京都府", True),
        ("6180000", "大阪府", True),
        ("6180000", "東京都", False),
        ("4980000", "三重県", True),
        ("3890000", "長野県", True),
        ("1008798", "大阪府", True),
        ("0758711", "北海道", True),
        ("8710000", "福岡県", True),
    ],
)
def test_prefecture(code: str, prefecture: str, agrees: bool) -> None:
    details = disagreement(code, prefecture)
    assert (details is None) == agrees
    if details is not None:
        assert prefectures_of(code)[0] in str(details["problem"])


def test_list_is_complete() -> None:
    found = [f"{number:07}" for row in rows(LIST) for number in unpacked(row["codes"])]
    codes = set(found)
    assert len(found) == sum(int(row["count"]) for row in rows(LIST)) == 142_923
    assert len(codes) == 142_920
    assert all(map(is_listed, codes))
    assert {code for code in codes if len(prefectures_of(code)) > 1} == {"4980000", "6180000", "8710000"}
    assert {code[:3] for code in codes} == {f"{three:03}" for three in range(1000) if is_district(f"{three:03}")}


def test_what_is_not_in_the_list_is_not_taken_for_listed() -> None:
    codes = {f"{number:07}" for row in rows(LIST) for number in unpacked(row["codes"])}
    every_tenth = (f"{number:07}" for number in range(0, 10**7, 10))
    assert {code for code in every_tenth if is_listed(code)} == {code for code in codes if code.endswith("0")}
