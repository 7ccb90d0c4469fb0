"""Rules that compare the items of a record: spellings of the items, repetition, hostile values; the numerals of addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.rule import Details, Rule
from gif_validate.record_rules.comparison import Comparison, address_fold, all_given, amount, fold, in_order, together

COMPARED = [rule for rule in declared().values() if isinstance(rule.compare, Comparison)]
TEXT = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(
    [
        "1",
        "0",
        "-1",
        "2020-01-01",
        "10:00",
        "JPN",
        "有料",
        "無料",
        "山田",
        "T8000012010038",
        "8000012010038",
        "丁目",
        "十",
        "一丁目",
        ";",
        "[2]",
    ]
)


def ask(rule: Rule, record: dict[str, str]) -> Details | None:
    assert rule.compare is not None
    return rule.compare(record)


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("氏（カナ）", "氏(カナ)"),
        ("国籍_コード", "国籍/コード"),
        ("国籍.code", "国籍/コード"),
        ("資本金（円）", "資本金(円)"),
        ("商号 又は 名称", "商号または名称"),
        ("ID群[2]／ID", "ID群[2]/ID"),
    ],
)
def test_spellings_of_items(key: str, path: str) -> None:
    assert fold(key) == path


@pytest.mark.parametrize("rule", COMPARED, ids=lambda rule: rule.id)
@given(data=st.data())
def test_rules_never_raise(rule: Rule, data: st.DataObject) -> None:
    assert isinstance(rule.compare, Comparison)
    record = data.draw(st.dictionaries(st.sampled_from(rule.compare.items) | TEXT, TEXT, max_size=6))
    details = ask(rule, record)
    assert details is None or all(isinstance(value, str | tuple) for value in details.values())


@pytest.mark.parametrize("rule", COMPARED, ids=lambda rule: rule.id)
def test_an_empty_record_breaks_only_what_must_be_there(rule: Rule) -> None:
    mandatory = {"GIF-ORG-003", "GIF-ORG-017", "GIF-CHD-001", "GIF-BLD-004", "GIF-EVT-001", "GIF-COD-005", "GIF-COD-006"}
    mandatory |= {"GIF-CODE-004", "GIF-DQ-004", "GIF-DQ-012", "GIF-META-001", "GIF-META-025"}
    assert (ask(rule, {}) is not None) == (rule.id in mandatory)


@pytest.mark.parametrize("unit", ["十", "一丁目", "-", "1", "山田 ", ";", "ﷺ", "T1"])
def test_long_values_come_to_an_end(unit: str) -> None:
    value = unit * (100_000 // len(unit))
    for rule in COMPARED:
        assert isinstance(rule.compare, Comparison)
        ask(rule, dict.fromkeys(rule.compare.items[:3], value))


def test_every_occurrence_is_tested() -> None:
    rule = declared()["GIF-ORG-004"]
    record = {"ID群/ID種別": "登録番号", "ID群/ID": "T8000012010038", "ID群[2]/ID種別": "登録番号", "ID群[2]/ID": "8000012010038"}
    assert ask(rule, record) == {"value": "8000012010038", "occurrence": "ID群[2]"}
    assert ask(rule, record | {"ID群[2]/ID": "T8000012010038"}) is None


def test_comparisons_join() -> None:
    both = together(in_order("a", "b"), in_order("c", "d"))
    assert both.items == ("a", "b", "c", "d")
    assert both({"c": "2020-01-02", "d": "2020-01-01"}) == {
        "first_item": "c",
        "first": "2020-01-02",
        "last_item": "d",
        "value": "2020-01-01",
    }
    assert both({"a": "2020-01-02", "b": "2020/01/01"}) is None


def test_a_group_without_any_value_is_not_there() -> None:
    pair = all_given("役割/コード", "役割/名", each="役割")
    assert pair({"役割/コード": "", "役割/名": " "}) is None
    assert pair({"役割/コード": "a"}) is not None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("霞が関二丁目１番２号", "霞が関2-1-2"),
        ("霞ヶ関一丁目1番地の3", "霞ケ関1-1-3"),
        ("北一条西十二丁目", "北1条西12丁目"),
        ("紀尾井町１－３", "紀尾井町 1-3"),
        ("大字四百地割", "大字四百地割"),
    ],
)
def test_addresses_that_are_the_same(first: str, second: str) -> None:
    assert address_fold(first) == address_fold(second)


@pytest.mark.parametrize(
    ("text", "number"), [("1", "1"), ("44.75", "44.75"), ("1" * 5000, None), ("1,500", None), ("", None), ("１", None)]
)
def test_amounts(text: str, number: str | None) -> None:
    found = amount(text)
    assert (None if found is None else str(found)) == number


def test_a_block_number_that_became_a_date_is_no_other_place() -> None:
    """GIF-ADDR-020 says it: one fault, one finding."""
    from gif_validate.record_rules.joined_address import PARTS

    assert PARTS.compare is not None
    items = {"連結表記": "山梨県韮崎市本町三丁目6-3", "都道府県": "山梨県", "市区町村": "韮崎市", "町字": "本町三丁目"}
    for block, fires in (("6-3", False), ("2024-06-03", False), ("3-Jun", False), ("1-3", True)):
        assert (PARTS.compare(items | {"番地以下": block}) is not None) is fires, block
