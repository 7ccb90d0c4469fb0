"""Telephone numbers: area codes, extensions, and what libphonenumber says of the same numbers."""

from __future__ import annotations

import random

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.rule import Severity
from gif_validate.codelists.area_codes import area_code
from gif_validate.parts import part
from gif_validate.parts.extension import APART

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741
KIND = part("telephone")


@pytest.mark.parametrize(
    ("value", "rule", "severity", "suggestion"),
    [
        ("03-5253-5111", None, None, None),
        ("(03)5253-5111", None, None, None),
        ("0422-53-1311", None, None, None),
        ("(0422)53-1311", None, None, None),
        ("042-522-1111", None, None, None),
        ("04-2998-1111", None, None, None),
        ("01267-2-1234", None, None, None),
        ("099999-9999", None, None, None),
        ("0422-531311", None, None, None),
        ("090-1234-5678", None, None, None),
        ("050-1234-5678", None, None, None),
        ("0120-123456", None, None, None),
        ("0800-123-4567", None, None, None),
        ("0570-012-345", None, None, None),
        ("+81 422-53-1311", None, None, None),
        ("+81 (0422)53-1311", None, None, None),
        ("+1 202-555-0100", None, None, None),
        ("042-253-1311", "GIF-TEL-011", W, "0422-53-1311"),
        ("(042)253-1311", "GIF-TEL-011", W, "0422-53-1311"),
        ("0126-72-1234", "GIF-TEL-011", W, "01267-2-1234"),
        ("042-998-1111", "GIF-TEL-011", W, "04-2998-1111"),
        ("0427-22-1111", "GIF-TEL-011", W, "042-722-1111"),
        ("010-123-4567", "GIF-TEL-011", W, None),
        ("+81 42-253-1311", "GIF-TEL-011", W, None),
        ("+81 3-525-5111", "GIF-TEL-011", W, None),
        ("012-3456-7890", "GIF-TEL-011", W, None),
        ("03-525-5111", "GIF-TEL-011", W, None),
        ("03-5253-5111 / 042-253-1311", "GIF-TEL-011", W, "03-5253-5111 / 0422-53-1311"),
        ("119", "GIF-TEL-011", I, None),
        ("0422531311", "GIF-TEL-001", E, "0422-53-1311"),
        ("0352535111", "GIF-TEL-001", E, "03-5253-5111"),
        ("0126721234", "GIF-TEL-001", E, "01267-2-1234"),
        ("0101234567", "GIF-TEL-001", E, None),
        ("042(253)1311", "GIF-TEL-002", E, "0422-53-1311"),
        ("０４２２－５３－１３１１", "GIF-TEL-012", E, "0422-53-1311"),
        ("03-5253-5111 内線123", None, None, None),
        ("03-5253-5111 内線 123 / 124", None, None, None),
        ("03-5253-5111 内線123・124", "GIF-TEL-010", E, None),
        ("03-5253-5111 Ext.123,124", "GIF-TEL-010", E, None),
        ("03-5253-5111 内線123/124", "GIF-TEL-010", E, None),
        ("0570-000-000 内線 0 / 0570-000-000", "GIF-TEL-008", W, "0570-000-000 内線0 / 0570-000-000"),
    ],
)
def test_values(value: str, rule: str | None, severity: Severity | None, suggestion: str | None) -> None:
    fault = KIND.explain(value)
    found = (None, None, None) if fault is None else (fault.rule.id, fault.severity, fault.suggestion)
    assert found == (rule, severity, suggestion)


@pytest.mark.parametrize(
    ("record", "fires"),
    [
        ({"電話番号": "03-5253-5111 内線123", "内線番号": ""}, True),
        ({"連絡先電話番号": "03-5253-5111 Ext.123", "内線番号": "123"}, True),
        ({"電話番号": "03-5253-5111 内線123"}, False),
        ({"電話番号": "03-5253-5111", "内線番号": "123"}, False),
    ],
)
def test_extension_in_its_own_item(record: dict[str, str], fires: bool) -> None:
    assert APART.compare is not None
    assert (APART.compare(record) is not None) == fires


def test_message_names_the_right_area_code() -> None:
    fault = KIND.explain("042-253-1311")
    assert fault is not None
    assert "0422-53-1311" in str(fault.details["problem"])


def test_long_text_is_judged_without_a_suggestion() -> None:
    for text in ("内線1" * 30_000, "0" + " " * 100_000 + "x", "(0" * 50_000):
        fault = KIND.explain(text)
        assert fault is not None
        assert fault.suggestion is None


def _national(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


def _random_number(source: random.Random) -> str:
    """Ten digits that may be a fixed number; 00 and 010 call abroad."""
    return f"0{source.randrange(11, 100)}" + "".join(source.choice("0123456789") for _ in range(7))


def test_valid_numbers_of_libphonenumber_are_clean() -> None:
    """Every fixed number that libphonenumber holds for valid, in its own grouping, causes no finding."""
    source, seen = random.Random(445), 0
    for _ in range(20_000):
        digits = _random_number(source)
        number = phonenumbers.parse(digits, "JP")
        if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.FIXED_LINE:
            continue
        seen += 1
        written = _national(number)
        assert KIND.is_clean(written), written
        assert KIND.suggestion(digits) == written
    assert seen > 5_000


def test_groupings_agree_with_libphonenumber() -> None:
    """Where an area code is known, it ends where libphonenumber puts the first hyphen."""
    source, known = random.Random(444), 0
    for _ in range(20_000):
        digits = _random_number(source)
        area = area_code(digits)
        if area is None:
            assert not _is_fixed(digits), digits
            continue
        known += 1
        assert _national(phonenumbers.parse(digits, "JP")).split("-")[0] == area
    assert known > 10_000


def _is_fixed(digits: str) -> bool:
    number = phonenumbers.parse(digits, "JP")
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.FIXED_LINE


@given(digits=st.from_regex(r"\A0[0-9]{9}\Z"), length=st.integers(2, 5))
def test_another_grouping_is_doubted(digits: str, length: int) -> None:
    """A number grouped otherwise than its area code asks for is never clean."""
    area = area_code(digits)
    if area is None or length == len(area):
        return
    assert not KIND.is_clean(f"{digits[:length]}-{digits[length:-4]}-{digits[-4:]}")
