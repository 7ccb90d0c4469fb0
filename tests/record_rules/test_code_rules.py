"""Rules of metadata, codes, interfaces and quality: what they say of values and records, and of a file of metadata."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.rule import Rule
from gif_validate.catalogue.table import entries
from gif_validate.cli.app import run
from gif_validate.codelists import codes
from gif_validate.models.index import models
from gif_validate.record_rules import api as api_rules
from gif_validate.record_rules import code as code_rules
from gif_validate.record_rules import data_quality as quality_rules
from gif_validate.record_rules import metadata as metadata_rules
from gif_validate.record_rules.data_quality import promised

RULES = {
    rule.id: rule
    for module in (metadata_rules, code_rules, api_rules, quality_rules)
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}
HOSTILE = ("a" * 100_000, "A" * 100_000 + "!", "a_" * 50_000, "%41" * 33_000, ";" * 100_000, "：\n" * 40_000, "/" * 100_000, "https://[")


def fires(name: str, value: str | dict[str, str]) -> bool:
    rule = RULES[name]
    answer = rule.look if isinstance(value, str) else rule.compare
    assert answer is not None
    return answer(value) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("GIF-META-010", "ja;en", False),
        ("GIF-META-010", "JA;EN", True),
        ("GIF-META-010", "xx", True),
        ("GIF-META-010", "", True),
        ("GIF-META-013", "2021-02-29/2022-03-31", True),
        ("GIF-META-013", "2021-04-01/2021-04-01", False),
        ("GIF-META-013", {"対象期間": "平成期"}, False),
        ("GIF-META-016", {"メディアタイプ": "text/csv; charset=utf-8"}, False),
        ("GIF-META-016", {"メディアタイプ": "csv"}, True),
        ("GIF-META-019", {"連絡先情報": "組織名：デジタル庁\nフォームURL：https://www.example.go.jp/"}, False),
        ("GIF-META-019", {"連絡先情報": "https://www.example.go.jp/"}, True),
        ("GIF-CODE-009", {"": ""}, False),
        ("GIF-CODE-013", "_MTK", True),
        ("GIF-CODE-013", "名称", False),
        ("GIF-CODE-017", {"1": "一月", "10": "十月"}, False),
        ("GIF-CODE-020", {"性別": "1"}, False),
        ("GIF-CODE-020", {"性別コード": "7"}, False),
        ("GIF-CODE-021", {"国": "JP"}, True),
        ("GIF-CODE-025", {"code": "9", "value": "不明"}, False),
        ("GIF-CODE-025", {"code": "9", "value": "有"}, True),
        ("GIF-LIST-001", "小麦;", True),
        ("GIF-API-014", "https://www.example.go.jp/api/v1/city_libraries", False),
        ("GIF-API-014", "https://api.example.go.jp/magazines", True),
        ("GIF-API-014", "https://api.example.go.jp/v1/magazines/1234.json?createAt=20161204", True),
        ("GIF-API-014", "ftp://api.example.go.jp/v1/magazines", True),
        ("GIF-API-014", "https://[", True),
        ("GIF-API-018", "application/geo+json; charset=utf-8", False),
        ("GIF-API-021", "about:brank", True),
        ("GIF-DQ-005", {"更新頻度": "年4回", "最終更新日": "0000-01-01"}, False),
        ("GIF-DQ-005", {"更新頻度": "毎日", "最終更新日": "2024-02-30"}, False),
        ("GIF-DQ-014", "application/vnd.ms-excel", False),
    ],
)
def test_answers(name: str, value: str | dict[str, str], expected: bool) -> None:
    assert fires(name, value) is expected


@pytest.mark.parametrize("name", RULES)
@given(value=st.text(max_size=30))
def test_any_text_has_an_answer(name: str, value: str) -> None:
    rule = RULES[name]
    keys = {key for example in (*rule.good, *rule.bad) if isinstance(example, dict) for key in example}
    if rule.look is not None:
        rule.look(value)
    if rule.compare is not None:
        rule.compare(dict.fromkeys(keys, value))
        rule.compare({value: value, "a": value})


@pytest.mark.parametrize("name", RULES)
def test_hostile_values_cost_no_time(name: str) -> None:
    rule = RULES[name]
    keys = {key for example in (*rule.good, *rule.bad) if isinstance(example, dict) for key in example}
    for value in HOSTILE:
        if rule.look is not None:
            rule.look(value)
        if rule.compare is not None:
            rule.compare(dict.fromkeys(keys, value) | {value: value})


@pytest.mark.parametrize("name", ["gif-sex", "gif-status", "gif-marital-status", "gif-applicability", "poi"])
def test_our_own_code_lists_follow_the_guide(name: str) -> None:
    for rule in ("GIF-CODE-003", "GIF-CODE-009", "GIF-CODE-017"):
        assert not fires(rule, dict(codes(name))), rule


def test_lists_have_the_length_that_their_norms_say() -> None:
    assert len(metadata_rules.LANGUAGES) == 184
    assert {"ja", "en", "zh", "ko", "pt", "vi", "ne"} <= metadata_rules.LANGUAGES
    assert {"JPY", "USD", "EUR", "CNY", "KRW", "GBP"} <= code_rules.CURRENCIES
    assert all(len(code) == 3 for code in code_rules.CURRENCIES)


@pytest.mark.parametrize(
    ("words", "days"),
    [("毎日", 1), ("週1回", 7), ("月2回", 31), ("四半期ごと", 92), ("半年に1回", 184), ("年4回", 366), ("随時", 0), ("", 0)],
)
def test_update_frequencies(words: str, days: int) -> None:
    assert promised(words) == days


def test_the_withdrawn_guides_never_say_error() -> None:
    for rule in RULES.values():
        if rule.clause.status == "withdrawn":
            assert rule.severity.label != "error", rule.id


def test_every_rule_of_these_families_has_an_answer() -> None:
    families = ("META", "CODE", "ID", "DQ", "API", "CSV", "LIST", "NULL", "EXT")
    for entry in entries().values():
        if entry.id.startswith(tuple(f"GIF-{family}-" for family in families)):
            assert entry.state != "planned", entry.id


def test_a_file_of_metadata_is_recognised_and_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fields = models()["catalog/goj-dataset@2024"].fields
    good = {item.name: item.example for item in fields} | {"連絡先情報": "組織名：デジタル庁", "更新頻度": "不定期"}
    bad = good | {"管理ID": "CA00002", "最終更新日": "2018-01-01", "言語": "JA", "公開範囲": "制限付き公開", "対象期間": "2021-04/2022-03"}
    path = tmp_path / "metadata.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [item.name for item in fields])
        writer.writeheader()
        writer.writerows([good, bad])
    assert run(["check", str(path), "--format", "json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["files"]
    assert report["standard"] == "catalog/goj-dataset@2024"
    met = {finding["rule"] for finding in report["findings"] if finding["record"] == 2}
    assert met == {"GIF-META-009", "GIF-META-010", "GIF-META-013", "GIF-META-014"}
    assert not [finding for finding in report["findings"] if finding["record"] == 1]
