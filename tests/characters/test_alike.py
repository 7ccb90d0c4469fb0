"""Texts that look the same: compared put together, and told apart by code points where they are shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.characters.alike import comparable, told_apart
from gif_validate.characters.candidates import plain_form
from gif_validate.characters.repertoire import jisx0213
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.engine.values.judge import Judge
from gif_validate.models.model import Field
from gif_validate.parts import part
from gif_validate.parts.identifiers.municipality_code import disagreement
from gif_validate.readers.source import Source
from tests.conftest import ROOT

TABLE = (ROOT / "examples/municipal-aed/conforming.csv").read_text(encoding="utf-8-sig")


def report(text: str, name: str = "aed.csv") -> gv.FileReport:
    return check_file(Source.of_bytes(text.encode(), name), Options())


def test_a_file_in_nfd_is_the_same_table() -> None:
    before, after = report(TABLE), report(unicodedata.normalize("NFD", TABLE))
    assert (after.standard, after.records, after.conforms) == (before.standard, before.records, before.conforms)
    assert {each.rule.id for each in after.findings} - {each.rule.id for each in before.findings} <= {"GIF-CHAR-015", "TABLE-004"}


def test_headers_that_look_the_same_are_told_apart() -> None:
    finding = next(each for each in report(unicodedata.normalize("NFD", TABLE)).findings if each.rule.id == "TABLE-004")
    assert "U+3099" in finding.message("ja")
    assert "U+3099" in finding.message("en")


@given(st.text(st.sampled_from(sorted(jisx0213() - set("\u3099\u309a\u0300\u0301")))))
def test_what_is_put_together_stays_as_it_is(text: str) -> None:
    assert comparable(text) == text


@given(st.text("つくばガギグパピプ市町村がぎぐ山梨県", max_size=12))
def test_nfd_compares_like_nfc(text: str) -> None:
    assert comparable(unicodedata.normalize("NFD", text)) == text


APART = [
    ("韮崎巿", "韮崎市", True),
    ("つくは\u3099市", "つくば市", True),
    ("山梨\U000e0103県", "山梨県", True),
    ("ニ宮町", "二宮町", True),
    ("韮崎市", "韮崎市", False),
    ("甲府市", "韮崎市", False),
    ("ABC", "ＡＢＣ", False),
]


@pytest.mark.parametrize(("found", "expected", "alike"), APART)
def test_told_apart(found: str, expected: str, alike: bool) -> None:
    assert bool(told_apart(found, expected).ja) is alike


LISTED = [
    ("ガ", "GIF-CHAR-015", "ガ"),
    ("有\U000e0100", "GIF-CHAR-039", "有"),
]


@pytest.mark.parametrize(("listed", "rule", "meant"), LISTED)
def test_a_code_that_is_right_as_it_looks(listed: str, rule: str, meant: str) -> None:
    model = gv.load_model("municipal/aed")
    judge = Judge.of(model, Field(name="x", kind="text", codes=("ガ", "有", "無")), "csv")
    fault = judge.fault(unicodedata.normalize("NFD", listed))
    assert fault is not None
    assert (fault.rule.id, fault.suggestion) == (rule, meant)


def test_a_code_of_another_character_is_told_apart() -> None:
    model = gv.load_model("municipal/aed")
    fault = Judge.of(model, Field(name="x", kind="text", codes=("二", "三")), "csv").fault("ニ")
    assert fault is not None
    hint = fault.details["hint"]
    assert isinstance(hint, tuple)
    assert "U+30CB" in hint[0]
    assert "U+4E8C" in hint[0]


def test_places_are_compared_put_together() -> None:
    assert disagreement("082201", "茨城県", "つくは\u3099市") is None
    found = disagreement("192074", "山梨県", "韮崎巿")
    assert found is not None
    hint = found[0]["hint"]
    assert isinstance(hint, tuple)
    assert "U+5DFF" in hint[0]


PLAIN = [
    ("㎝", "cm"), ("㎏", "kg"), ("㎡", "m2"), ("㏄", "cc"), ("①", "(1)"), ("⑳", "(20)"),
    ("㉑", "(21)"), ("⑴", "(1)"), ("Ⅲ", "III"), ("ⅰ", "i"), ("㈱", "（株）"), ("㈲", "（有）"),
    ("№", "No."), ("℡", "TEL"), ("㍻", "平成"), ("㋿", "令和"), ("㌔", "キロ"), ("㊤", "（上）"),
    ("ｶ", "カ"), ("ｶﾞ", "ガ"), ("ｰ", "ー"), ("｡", "。"), ("ﾞ", ""), ("あ", ""),
]  # fmt: skip


@pytest.mark.parametrize(("char", "plain"), PLAIN)
def test_what_to_write_instead(char: str, plain: str) -> None:
    assert plain_form(char) == plain


@pytest.mark.parametrize(("value", "said"), [("10㎝", "㎝→cm"), ("①", "①→(1)"), ("㈱山田", "㈱→（株）"), ("ｶﾞｽ", "ｶﾞ→ガ、ｽ→ス")])
def test_the_hint_fits_the_character(value: str, said: str) -> None:
    (finding,) = (each for each in report(f"名称,a\n{value},1\n", "x.csv").findings if each.rule.id == "GIF-CHAR-008")
    assert said in finding.message("ja")


@pytest.mark.parametrize(
    ("value", "rule", "said", "suggestion"),
    [
        (unicodedata.normalize("NFD", "つくば市"), "GIF-CHAR-015", "", "つくば市"),
        ("韮崎巿", "GIF-ADDR-035", "巿（U+5DFF）、市（U+5E02）", None),
        ("韮崎 市", "GIF-ADDR-035", "", "韮崎市"),
        ("東京市", "GIF-ADDR-035", "", None),
    ],
)
def test_names_of_municipalities_are_compared_put_together(value: str, rule: str, said: str, suggestion: str | None) -> None:
    fault = part("municipality").explain(value)
    assert fault is not None
    assert (fault.rule.id, fault.suggestion) == (rule, suggestion)
    assert said in str(fault.details)
