"""One fault at the scale of a column is one group: exact counts, first places, what mends all of it; and nothing conforms unjudged."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.catalogue.repairs import Repairs, ways
from gif_validate.catalogue.report import FileReport, Report
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.source import Source
from gif_validate.reports import Style, write
from tests.conftest import EXAMPLES

HEADER = "名称,所在地_連結表記,設置位置,小児対応設備の有無"


def table(text: str, name: str = "a.csv", standard: str = "municipal/aed", limit: int = 1000) -> FileReport:
    model = gv.load_model(standard) if standard else None
    return check_file(Source.of_bytes(text.encode(), name), Options(model, max_findings=limit))


@pytest.mark.parametrize(
    ("value", "suggestion", "kind", "text"),
    [
        ("2810.00", "2810", "remove_suffix", ".00"),
        ("T1234", "1234", "remove_prefix", "T"),
        ("0551-22-1111", "0551221111", "remove", "-"),
        ("1,234,567", "1234567", "remove", ","),
        ("1306", "001306", "pad", "6"),
        ("8:30", "08:30", "pad", "5"),
        ("平成29", "平成29年", "add_suffix", "年"),
        ("１２３", "123", "half_width", ""),
        ("ｶﾅ", "カナ", "half_width", ""),
        ("ABC", "ＡＢＣ", "full_width", ""),
        ("2017/09/01", "2017-09-01", "form", "9999-99-99"),
        ("2017/9/1", "2017-09-01", "form", "9999-99-99"),
        ("9:00:00", "09:00", "form", "99:99"),
        ("龍ヶ崎市", "龍ケ崎市", "replace", "ヶ"),
        ("あり", "1", None, ""),
        ("平成29年9月1日", "2017-09-01", None, ""),
    ],
)
def test_the_way_from_a_value_to_its_suggestion(value: str, suggestion: str, kind: str | None, text: str) -> None:
    first = next(iter(ways(value, suggestion)), None)
    assert (first.kind, first.text) == (kind, text) if first is not None else kind is None


@given(st.lists(st.tuples(st.text(max_size=6), st.text(max_size=6)), max_size=40))
def test_a_common_repair_is_that_of_nearly_all(pairs: list[tuple[str, str]]) -> None:
    repairs = Repairs()
    for value, suggestion in pairs:
        repairs.see(value, suggestion)
    found = repairs.common(len(pairs))
    if found is not None and found.kind != "values":
        assert found.count == sum(1 for pair in pairs if any((way.kind, way.text) == (found.kind, found.text) for way in ways(*pair)))
    assert found is None or len(pairs) >= found.count >= 0.9 * len(pairs)


@pytest.mark.parametrize("limit", [0, 1, 7, 1000])
def test_groups_are_exact_however_many_findings_are_kept(limit: int) -> None:
    rows = [f"館{number},{'' if number % 3 else '韮崎市本町'},玄関,{'あり' if number % 2 else '有'}" for number in range(60)]
    file = table("\n".join([HEADER, *rows]), limit=limit)
    whole = table("\n".join([HEADER, *rows]), limit=10_000)
    assert len(file.findings) <= limit
    groups = json.loads(Report([file]).to_json())["files"][0]["groups"]
    counted = Counter((finding.rule.id, finding.severity.label, finding.field) for finding in whole.findings)
    assert {(group["rule"], group["severity"], group["field"]): group["count"] for group in groups} == counted
    assert all(group["denominator"] is None or group["count"] <= group["denominator"] for group in groups)
    assert all(1 <= len(group["places"]) <= 3 for group in groups)


def test_labels_for_codes_are_one_group_with_one_repair() -> None:
    repairs = Repairs()
    for value, code in [("有限会社", "302"), ("株式会社", "301")] * 20:
        repairs.see(value, code)
    found = repairs.common(40)
    assert found is not None
    assert (found.kind, found.count, found.words.en) == ("values", 40, "write 有限会社 → 302, 株式会社 → 301")


def test_text_says_a_fault_of_a_column_once() -> None:
    rows = [f"館{number},韮崎市本町,玄関,有,{number % 9}:00" for number in range(1, 41)]
    file = table("\n".join([f"{HEADER},開始時間", *rows]))
    japanese = write(Report([file]), "text", Style("ja"))
    assert japanese.count("HH:MM の形の時刻ではありません") == 1
    assert "直し方（" in japanese
    english = write(Report([file]), "text", Style("en"))
    assert "put zeros in front, up to 5 characters" in english


def test_columns_with_the_same_fault_stand_together() -> None:
    header = "災害種別_洪水,災害種別_高潮,災害種別_地震"
    rows = ["館,韮崎市本町,1.0,1.0,1.0"] * 12
    file = table("\n".join([f"名称,所在地_連結表記,{header}", *rows]), standard="municipal/evacuation-space")
    japanese = "".join(write(Report([file]), "text", Style("ja")).split())
    assert "直し方（36件とも）：末尾の「.0」を取る" in japanese
    assert japanese.count("「1.0」は選択肢にありません") == 1


UNJUDGED = [
    ("a.csv", HEADER),
    ("a.csv", HEADER + "\n"),
    ("a.csv", HEADER + "\n,,,\n"),
    ("a.tsv", HEADER.replace(",", "\t")),
    ("a.json", "[]"),
    ("a.jsonl", "\n"),
    ("a.xml", "<AEDs/>"),
    ("a.ttl", "@prefix ex: <http://example.com/> .\n"),
    ("a.ttl", '<http://example.com/a> <http://example.com/b> "c" .\n'),
]


@pytest.mark.parametrize(("name", "text"), UNJUDGED)
@pytest.mark.parametrize("standard", ["", "municipal/aed"])
def test_nothing_conforms_of_which_nothing_was_judged(name: str, text: str, standard: str) -> None:
    file = table(text, name, standard)
    assert file.conforms is not True
    assert set(file.levels.values()) == {None}
    report = Report([file])
    assert report.verdict != "conforming"
    assert json.loads(report.to_json())["summary"]["verdict"] == json.loads(report.to_json())["files"][0]["verdict"] == file.verdict


def test_a_header_alone_is_nothing_checked() -> None:
    example = gv.check(EXAMPLES / "municipal-aed" / "conforming.csv").files[0]
    assert example.conforms
    header = (EXAMPLES / "municipal-aed" / "conforming.csv").read_text(encoding="utf-8").splitlines()[0]
    file = table(header, "aed.csv", "")
    assert (file.standard, file.conforms, file.verdict, file.levels["LV1"]) == (example.standard, None, "nothing_checked", None)
    assert Report([file]).exit_code() == 0
    assert "何も検査していません" in write(Report([file]), "text", Style("ja"))
    assert "nothing was checked: there is not a single record" in write(Report([file]), "text", Style("en"))


def test_a_workbook_with_a_header_alone() -> None:
    import io

    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(HEADER.split(","))
    out = io.BytesIO()
    book.save(out)
    file = check_file(Source.of_bytes(out.getvalue(), "a.xlsx"), Options(gv.load_model("municipal/aed")))
    assert (file.conforms, file.levels["LV1"]) != (True, True)
    assert file.verdict != "conforming"


@pytest.mark.parametrize(
    ("lang", "words"), [("ja", "エラーがあります（標準は特定できない"), ("en", "has errors (no standard was recognised")]
)
def test_errors_without_a_standard_are_said_alike(lang: str, words: str) -> None:
    file = table('{"a": ', "a.json", "")
    report = Report([file])
    assert (report.verdict, file.verdict, file.conforms) == ("nonconforming", "nonconforming", None)
    assert words in write(report, "text", Style(lang, 200))  # type: ignore[arg-type]
