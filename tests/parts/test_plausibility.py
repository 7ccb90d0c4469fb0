"""What is hardly true, in whatever form a dataset prescribes: samples left over, dummy names, negative counts, records entered twice."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gif_validate import check
from gif_validate.catalogue.rule import Severity
from gif_validate.catalogue.text import Text
from gif_validate.engine.values.judge import Judge
from gif_validate.models.index import model
from gif_validate.parts import names, part
from gif_validate.parts.placeholder import SAY_SO


def judge(standard: str, item: str) -> Judge:
    found = model(standard)
    return Judge.of(found, found.field(item), "csv")


@pytest.mark.parametrize(
    ("standard", "item", "value", "rule"),
    [
        ("municipal/aed", "名称", "未定", "FIELD-021"),
        ("municipal/aed", "名称", "テスト", "FIELD-021"),
        ("municipal/aed", "名称", "test01", "FIELD-021"),
        ("municipal/aed", "名称", "○○小学校", "FIELD-021"),
        ("municipal/aed", "名称", "ダミー", "FIELD-021"),
        ("municipal/aed", "名称", "なし", "GIF-NULL-005"),
        ("municipal/aed", "名称", "－", "GIF-NULL-005"),
        ("municipal/aed", "名称", "テストセンター", None),
        ("municipal/aed", "名称", "〇井公民館", None),
        ("municipal/aed", "備考", "なし", None),
        ("municipal/aed", "備考", "未定", None),
        ("municipal/event", "イベント名", "サンプルイベント", "FIELD-021"),
        ("municipal/evacuation-space", "想定収容人数", "-500人", "FIELD-022"),
        ("municipal/evacuation-space", "想定収容人数", "▲500", "FIELD-022"),
        ("municipal/evacuation-space", "想定収容人数", "500人", None),
        ("municipal/evacuation-space", "想定収容人数", "810人（2平方メートルあたり1人）", None),
        ("municipal/aed", "URL", "https://example.com", "FIELD-020"),
        ("municipal/aed", "URL", "HTTPS://WWW.EXAMPLE.ORG/a", "FIELD-020"),
        ("municipal/aed", "URL", "https://www.city.kawasaki.jp/", None),
    ],
)
def test_values(standard: str, item: str, value: str, rule: str | None) -> None:
    asked = judge(standard, item)
    fault = asked.fault(value)
    assert (fault and (fault.rule.id, fault.severity)) == (rule and (rule, Severity.WARNING))
    assert asked.accepts_all((value,), plain=False) == (rule is None) or rule is None
    assert asked.accepts_all((value,) * 300, plain=True) in {rule is None, False}


@pytest.mark.parametrize(("value", "right"), [("2024年4月1日(火)", "月曜日"), ("2024/4/1（日）", "月曜日"), ("2024-4-2(月)", "火曜日")])
def test_a_weekday_of_another_day(value: str, right: str) -> None:
    fault = part("date").explain(value)
    assert fault is not None and fault.suggestion is None and right in str(fault.details.get("hint"))


def table(path: Path, standard: str, rows: list[dict[str, str]]) -> Path:
    names = [item.name for item in model(standard).fields]
    file = path / "table.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file


AED = {
    "全国地方公共団体コード": "131016",
    "地方公共団体名": "東京都千代田区",
    "名称": "市民会館",
    "所在地_連結表記": "東京都千代田区紀尾井町1-2",
    "設置位置": "1階",
}


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ({**AED, "ID": "0002"}, True),
        ({**AED, "ID": "0002", "設置位置": "2階ロビー"}, False),
        ({**AED, "ID": "0001"}, False),
        ({"ID": "0002"}, False),
    ],
)
def test_the_same_row_under_another_id(tmp_path: Path, second: dict[str, str], found: bool) -> None:
    file = table(tmp_path, "municipal/aed", [{**AED, "ID": "0001"}, second])
    report = check(file, standard="municipal/aed")
    assert ("FIELD-023" in {finding.rule.id for each in report.files for finding in each.findings}) == found


@pytest.mark.parametrize(("start", "end", "found"), [("2024-05-10", "2024-05-01", True), ("2024-05-01", "2024-05-10", False)])
def test_applications_close_after_they_open(tmp_path: Path, start: str, end: str, found: bool) -> None:
    file = table(tmp_path, "municipal/event", [{"イベント名": "市民まつり", "申込開始日": start, "参加申込終了日": end}])
    report = check(file, standard="municipal/event")
    said = {(finding.rule.id, finding.field) for each in report.files for finding in each.findings}
    assert (("GIF-PERIOD-009", "参加申込終了日") in said) == found, said


@pytest.mark.parametrize(
    ("kind", "value", "rule", "words"),
    [
        ("date", "明治5年12月2日", "GIF-DATE-009", "旧暦"),
        ("date", "M4.1.1", "GIF-DATE-009", "旧暦"),
        ("date", "慶応3年10月14日", "GIF-DATE-009", "旧暦"),
        ("year", "明治元年", "GIF-DATE-009", "旧暦"),
        ("date", "大正15年12月26日", "GIF-DATE-009", "1926-12-25まで"),
        ("date", "2024-01-01T09:00:00.123", "GIF-DATE-001", "時刻"),
        ("url", "https://日本語.jp/", "GIF-CONT-002", "国際化ドメイン名"),
        ("url", "https://www.ooo.lg.jp/施設", "GIF-CONT-002", "パーセントエンコーディング"),
        ("url", "http://my_site.lg.jp/", "GIF-CONT-002", "ホスト名"),
        ("telephone", "0800-123-456", "GIF-TEL-011", "11桁"),
        ("telephone", "03-1234-5678", "GIF-TEL-011", "市内局番"),
    ],
)
def test_words_say_what_is_wrong(kind: str, value: str, rule: str, words: str) -> None:
    fault = part(kind).explain(value)
    assert fault is not None and fault.rule.id == rule
    said = [fault.details.get(name) for name in ("problem", "hint")]
    assert any(words in each.ja for each in said if isinstance(each, Text)), said


NOTHING = ["―", "－", "ー", "-", "なし", "不明", "*", "＊", "×", "NULL", "N/A", "？", "・"]


@pytest.mark.parametrize("name", [name for name in names() if name not in {"text", "free_text", "quantity"}])
def test_a_sign_for_nothing_is_to_be_left_empty_in_every_kind(name: str) -> None:
    for value in NOTHING:
        fault = part(name).explain(value)
        assert fault is not None, value
        hint = fault.details.get("hint")
        assert fault.rule in SAY_SO or (isinstance(hint, Text) and "空欄" in hint.ja), (value, fault)
