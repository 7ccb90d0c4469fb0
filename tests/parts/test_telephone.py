"""Telephone numbers: area codes, extensions, and what libphonenumber says of the same numbers."""

from __future__ import annotations

import random

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.rule import Severity
from gif_validate.codelists.area_codes import area_code
from gif_validate.engine.values.judge import Judge
from gif_validate.models.index import model
from gif_validate.parts import part
from gif_validate.parts.contacts.extension import APART
from gif_validate.parts.contacts.telephone import common

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
        ("+81 42-253-1311", "GIF-TEL-011", W, "+81 422-53-1311"),
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
        ("0570-000-001 内線 0 / 0570-000-001", "GIF-TEL-008", W, "0570-000-001 内線0 / 0570-000-001"),
    ],
)
def test_values(value: str, rule: str | None, severity: Severity | None, suggestion: str | None) -> None:
    fault = KIND.explain(value)
    found = (None, None, None) if fault is None else (fault.rule.id, fault.severity, fault.suggestion)
    assert found == (rule, severity, suggestion)


# Digits of a range that is no area code → the number with the hyphens of the plan.
RANGES = [
    ("08001234567", "0800-123-4567"),
    ("06001234567", "0600-123-4567"),
    ("0120123456", "0120-123456"),
    ("0570064110", "0570-064-110"),
    ("0180991234", "0180-99-1234"),
    ("0170123456", "0170-123-456"),
    ("0990123456", "0990-123-456"),
    ("0910123456", "0910-123-456"),
    ("02001234567890", "0200-12345-67890"),
    ("02012345678", "020-1234-5678"),
    ("05012345678", "050-1234-5678"),
    ("06012345678", "060-1234-5678"),
    ("07012345678", "070-1234-5678"),
    ("08012345678", "080-1234-5678"),
    ("09012345678", "090-1234-5678"),
    ("0352535111", "03-5253-5111"),
    ("0422531311", "0422-53-1311"),
]
FULL = str.maketrans("0123456789-()", "０１２３４５６７８９－（）")


@pytest.mark.parametrize(("digits", "right"), RANGES)
@pytest.mark.parametrize(
    "write",
    [
        "{d}",
        "{h}（代表）",
        "TEL:{h}",
        "電話番号　{h}",
        "☎{h}",
        "フリーダイヤル：{h}",
        "({a}){b}",
        "（{a}）{b}",
        "{a}({m}){e}",
        "【{a}】{b}",
    ],
)
def test_one_number_is_meant_in_every_notation(digits: str, right: str, write: str) -> None:
    area, middle, *end = f"{right}-".split("-")
    written = write.format(d=digits, h=right, a=area, b=right.removeprefix(f"{area}-"), m=middle, e=end[0])
    for each in (written, written.translate(FULL), written.replace("-", "−"), written.replace("-", " "), written.replace("-", ".")):
        fault = KIND.explain(each)
        # Parentheses round an area code conform already.
        assert fault.suggestion == right if fault else each == written, each


@pytest.mark.parametrize(("digits", "right"), RANGES)
@pytest.mark.parametrize("between", ["、", "，", ";", "・", "\n", "/"])
def test_each_of_several_numbers_is_grouped(digits: str, right: str, between: str) -> None:
    assert KIND.suggestion(f"{digits}{between}03-5253-5111") == f"{right} / 03-5253-5111"


@pytest.mark.parametrize(("digits", "right"), RANGES)
def test_the_plan_groups_its_numbers(digits: str, right: str) -> None:
    assert KIND.is_clean(right)
    assert common(digits) == right or len(digits) > 11
    inside = right if area_code(digits) else right.removeprefix("0")
    assert KIND.suggestion(f"+81{digits[1:]}") == f"+81 {inside.removeprefix('0')}"


@pytest.mark.parametrize(
    "value",
    [
        "090-987-6543", "090-9876-543", "0901-234-567", "090-98765-4321", "0551-22-111", "0551-2-1111", "03-525-5111", "(03)525-5111",
        "03-5253-51111", "0800-123-456", "0570-064-11", "0120-12-345", "050-123-4567", "+81 90-987-6543", "+81 3-525-5111", "000-0000-0000",
        "0000-00-0000", "03-0123-4567", "03-1234-5678", "0422-13-1311", "0422-531-311", "080-0123-4567", "(0800)123-4567", "0800-1234-567",
        "090-0000-0000", "070-0123-4567", "0120-000-000", "03-52535111", "090-12345678", "0077-78",
    ],
)  # fmt: skip
def test_what_does_not_fit_the_plan_warns_in_every_notation(value: str) -> None:
    fault = KIND.explain(value)
    assert fault is not None and (fault.rule.id, fault.severity) == ("GIF-TEL-011", W)
    if not value.startswith("+"):
        own = Judge.of(model("municipal/aed"), model("municipal/aed").field("電話番号"), "csv").fault(value)
        assert own is not None and own.severity is W and "GIF-TEL-011" in {own.rule.id, *own.also}


@pytest.mark.parametrize("value", ["0000000000", "0312345678", "01012345678", "0352535111", "09001234567", "08001234567", "0120123456"])
def test_plausibility_holds_without_separators(value: str) -> None:
    """The datasets' own form takes ten or eleven digits in a row."""
    found = Judge.of(model("municipal/aed"), model("municipal/aed").field("電話番号"), "csv").fault(value)
    doubtful = value in {"0000000000", "0312345678", "01012345678", "09001234567"}
    assert found is not None and (found.rule.id == "GIF-TEL-011", found.severity is W) == (doubtful, doubtful)


@pytest.mark.parametrize(
    "value", ["―", "－", "ー", "-", "なし", "不明", "*", "無", "N/A", "（なし）", "なし。", "ー ー", "none", "非公開", "未設置", "設定なし"]
)
def test_a_sign_for_nothing_is_named_as_such(value: str) -> None:
    fault = KIND.explain(value)
    assert fault is not None and fault.rule.id == "GIF-TEL-001" and "空欄" in str(fault.details["hint"])


@given(digits=st.from_regex(r"\A0[0-9]{8,13}\Z"), cuts=st.lists(st.integers(1, 8), min_size=1, max_size=2), full=st.booleans())
def test_a_suggestion_keeps_the_digits(digits: str, cuts: list[int], full: bool) -> None:
    pieces, rest = [], digits
    for cut in cuts:
        pieces.append(rest[:cut])
        rest = rest[cut:]
    written = "-".join([*pieces, rest])
    offered = KIND.suggestion(written.translate(FULL) if full else written)
    assert offered is None or offered.replace("-", "") == digits


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
        # libphonenumber asks little of exchanges; the plan has none that begin with 0 or 1.
        if digits[len(area_code(digits) or "")] in "01":
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
