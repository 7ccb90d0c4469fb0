"""Identifiers and accounts: values, and what python-stdnum says of the same check digits."""

from __future__ import annotations

import pytest
import stdnum.damm
import stdnum.ean
import stdnum.luhn
from hypothesis import given
from hypothesis import strategies as st
from stdnum.jp import in_ as stdnum_individual

from gif_validate.catalogue.finding import message
from gif_validate.catalogue.rule import Severity
from gif_validate.parts import part
from gif_validate.parts.contacts.social_account import SINGLE
from gif_validate.parts.identifiers.control_number import damm, luhn, modulus_10_3_1, modulus_11
from gif_validate.parts.identifiers.individual_number import check_digit, is_individual_number

Row = tuple[str, str, str | None, Severity | None, str | None]
E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741

VALUES: list[Row] = [
    ("invoice_number", "T8000012010038", None, None, None),
    ("invoice_number", "T1234567890123", None, None, None),
    ("invoice_number", "8000012010038", "GIF-ID-004", E, None),
    ("invoice_number", "t8000012010038", "GIF-ID-004", E, "T8000012010038"),
    ("invoice_number", "T8-0000-1201-0038", "GIF-ID-004", E, "T8000012010038"),
    ("invoice_number", "Ｔ８００００１２０１００３８", "GIF-ID-004", E, "T8000012010038"),
    ("invoice_number", "T800001201003", "GIF-ID-004", E, None),
    ("individual_number", "123456789018", "GIF-ID-003", W, None),
    ("individual_number", "1234-5678-9018", "GIF-ID-003", W, None),
    ("individual_number", "１２３４５６７８９０１８", "GIF-ID-003", W, None),
    ("individual_number", "123456789012", "GIF-ID-003", W, None),
    ("individual_number", "************", None, None, None),
    ("real_estate_number", "1234567890123", None, None, None),
    ("real_estate_number", "1234567890123-0000", None, None, None),
    ("real_estate_number", "12345678901230000", "REALESTATE-001", I, "1234567890123-0000"),
    ("real_estate_number", "１２３４５６７８９０１２３", "REALESTATE-001", E, "1234567890123"),
    ("real_estate_number", "1234-5678-9012-3", "REALESTATE-001", E, "1234567890123"),
    ("real_estate_number", "123456789012", "REALESTATE-001", E, None),
    ("control_number", "5724", None, None, None),
    ("control_number", "572-4", None, None, None),
    ("control_number", "5725", "GIF-CODE-010", W, None),
    ("control_number", "7524", "GIF-CODE-010", W, None),
    ("control_number", "５７２４", "GIF-CODE-010", W, "5724"),
    ("control_number", "A5724", "GIF-CODE-010", W, None),
    ("mj_name", "MJ026199", None, None, None),
    ("mj_name", "MJ090001", None, None, None),
    ("mj_name", "ＭＪ０２６１９９", "GIF-CHAR-040", W, "MJ026199"),
    ("mj_name", "mj026199", "GIF-CHAR-040", W, "MJ026199"),
    ("mj_name", "MJ068102", "GIF-CHAR-040", W, None),
    ("mj_name", "MJ000000", "GIF-CHAR-040", W, None),
    ("mj_name", "026199", "GIF-CHAR-040", W, None),
    ("social_account", "Instagram: xxx", None, None, None),
    ("social_account", "Instagram:city_example", None, None, None),
    ("social_account", "X (旧Twitter):@city", None, None, None),
    ("social_account", "Instagram：xxx", "GIF-CONT-003", E, "Instagram:xxx"),
    ("social_account", "Instagram :  xxx", "GIF-CONT-003", E, "Instagram:xxx"),
    ("social_account", "@city", "GIF-CONT-003", E, None),
    ("social_account", "https://www.instagram.com/city_example/", "GIF-CONT-003", E, "Instagram:city_example"),
    ("social_account", "https://x.com/city_example", "GIF-CONT-003", E, "X:city_example"),
    ("social_account", "https://www.youtube.com/watch", "GIF-CONT-003", E, None),
    ("social_account", "https://www.instagram.com/p/abc/", "GIF-CONT-003", E, None),
    ("social_account", "X:a; Instagram:b", "GIF-CONT-003", E, None),
    ("extension", "1234", None, None, None),
    ("extension", "123 / 124", None, None, None),
    ("extension", "内線1234", "GIF-TEL-010", I, "1234"),
    ("extension", "Ext. 123 / 124", "GIF-TEL-010", I, "123 / 124"),
    ("extension", "123、124", "GIF-TEL-010", E, "123 / 124"),
    ("extension", "１２３４", "GIF-TEL-010", E, "1234"),
    ("extension", "2階", "GIF-TEL-010", E, None),
]


@pytest.mark.parametrize(("name", "value", "rule", "severity", "suggestion"), VALUES)
def test_values(name: str, value: str, rule: str | None, severity: Severity | None, suggestion: str | None) -> None:
    fault = part(name).explain(value)
    found = (None, None, None) if fault is None else (fault.rule.id, fault.severity, fault.suggestion)
    assert found == (rule, severity, suggestion)


@pytest.mark.parametrize(
    ("record", "fires"),
    [
        ({"URL": "https://www.city.example.lg.jp/"}, False),
        ({"URL": "https://web.example/save/https://www.city.example.lg.jp/"}, False),
        ({"連絡先URL": "https://a.example、https://b.example"}, True),
        ({"備考": "https://a.example https://b.example"}, False),
    ],
)
def test_one_address_in_an_item(record: dict[str, str], fires: bool) -> None:
    assert SINGLE.compare is not None
    assert (SINGLE.compare(record) is not None) == fires


@given(eleven=st.from_regex(r"\A[0-9]{11}\Z"), separator=st.sampled_from(["", "-", " ", "－", "　"]))
def test_no_message_repeats_an_individual_number(eleven: str, separator: str) -> None:
    number = eleven + check_digit(eleven)
    written = separator.join((number[:4], number[4:8], number[8:]))
    fault = part("individual_number").explain(written)
    assert fault is not None
    assert fault.suggestion is None
    for lang in ("ja", "en"):
        said = message(fault.rule, written, fault.details, lang)
        assert written not in said
        assert number not in said


DIGITS = st.from_regex(r"\A[0-9]{1,30}\Z")


@given(eleven=st.from_regex(r"\A[0-9]{11}\Z"), last=st.sampled_from("0123456789"))
def test_individual_numbers_agree_with_stdnum(eleven: str, last: str) -> None:
    assert is_individual_number(eleven + last) == stdnum_individual.is_valid(eleven + last)


@given(digits=DIGITS)
def test_damm_agrees_with_stdnum(digits: str) -> None:
    assert damm(digits) == stdnum.damm.calc_check_digit(digits)
    assert part("control_number").is_clean(digits) == stdnum.damm.is_valid(digits)


@given(digits=DIGITS)
def test_luhn_agrees_with_stdnum(digits: str) -> None:
    assert luhn(digits) == stdnum.luhn.calc_check_digit(digits)


@given(digits=st.from_regex(r"\A[0-9]{12}\Z"))
def test_weights_3_1_agree_with_stdnum(digits: str) -> None:
    assert modulus_10_3_1(digits) == stdnum.ean.calc_check_digit(digits)


def test_what_is_no_digit_raises() -> None:
    for function in (damm, luhn, modulus_10_3_1):
        with pytest.raises(ValueError, match="digits"):
            function("１２")
    with pytest.raises(ValueError, match="zip"):
        modulus_11("123", (1, 2))
