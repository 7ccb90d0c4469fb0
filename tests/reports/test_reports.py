"""Reports: JSON by its schema, text that fits, nothing that a terminal could act on."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import gif_validate as gv
from gif_validate.catalogue.finding import Finding
from gif_validate.catalogue.layout import breaks, cells, wrapped
from gif_validate.catalogue.report import FileReport, Findings, Group, Report, safe_json
from gif_validate.catalogue.rule import Severity
from gif_validate.catalogue.text import Lang, readable, show
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.parts.dates.date import FULL_DATE
from gif_validate.readers.source import Source
from gif_validate.reports import Style, write
from tests.conftest import EXAMPLES

SCHEMA = json.loads((Path(gv.__file__).parent / "reports" / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report() -> Report:
    return gv.check(EXAMPLES)


def test_json_follows_its_schema(report: Report) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(report.to_json()))


def test_json_has_the_members_of_the_contract(report: Report) -> None:
    file = json.loads(report.to_json())["files"][0]
    assert set(file) >= {
        "path", "sha256", "format", "encoding", "standard", "detected", "records", "conforms", "levels", "patterns", "counts",
        "truncated", "coverage", "findings",
    }  # fmt: skip


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [60, 80])
def test_text_fits(report: Report, lang: str, width: int) -> None:
    text = write(report, "text", Style(lang, width))  # type: ignore[arg-type]
    too_wide = [line for line in text.splitlines() if cells(line) > width]
    assert not too_wide
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_text_says_what_the_reader_needs() -> None:
    report = gv.check(EXAMPLES / "municipal-aed" / "typical-faults.csv")
    japanese = write(report, "text", Style("ja"))
    for words in ("AED設置箇所一覧", "自動判定", "3件中 1件", "根拠：", "適合していません", "次に：", "→「08:30」", "GIF準拠 LV1：×"):
        assert words in japanese
    english = " ".join(write(report, "text", Style("en")).split())
    for words in (
        "list of AED locations",
        "recognised",
        "1 of 3",
        "clause:",
        "does not conform",
        "Next:",
        '-> "08:30"',
        "GIF level LV1: no",
    ):
        assert words in english


@pytest.mark.parametrize(("lang", "more"), [("ja", "ほか 2件"), ("en", "and 2 more")])
def test_text_drops_no_finding_without_a_line(lang: Lang, more: str) -> None:
    data = "名称,,,,,\nA館,,,,,\n".encode()
    file = check_file(Source.of_bytes(data, "a.csv"), Options())
    empty = [finding for finding in file.findings if finding.rule.id == "TABLE-006"]
    assert [finding.place.line for finding in empty] == [None] * 5
    text = "".join(write(Report([file]), "text", Style(lang)).split())
    assert ["".join(finding.message(lang).split()) in text for finding in empty] == [True, True, True, False, False]
    assert "".join(more.split()) in text


@pytest.mark.parametrize(
    ("count", "of", "ja", "en"),
    [
        (1, 3, "3件中 1件  ", "1 of 3  "),
        (18, 1, "18件  ", "18 times  "),
        (2, None, "2件  ", "2 times  "),
        (1, 0, "", ""),
        (1, None, "", ""),
    ],
)
def test_no_share_of_less(count: int, of: int | None, ja: str, en: str) -> None:
    group = Group(FULL_DATE, Severity.ERROR, None, count, of, [Finding(FULL_DATE, Severity.ERROR, "2017-9-1")])
    report = Report([FileReport("a.csv", groups=[group])])
    assert f"        {ja}根拠：" in write(report, "text", Style("ja"))
    assert f"        {en}clause:" in write(report, "text", Style("en"))


def test_text_says_what_was_not_checked() -> None:
    data = "名称,所在地_連結表記,設置位置,小児対応設備の有無\nA館,韮崎市本町,玄関,有\n".encode()
    file = check_file(Source.of_bytes(data, "a.csv"), Options(model=gv.load_model("municipal/aed")))
    text = write(Report([file]), "text", Style("ja"))
    assert "確認していないこと：GIF-ADDR-004" in text


def test_nothing_for_a_terminal_to_act_on() -> None:
    hostile = "\x1b[2J\x1b]0;title\x07\u202eabc\u200b\x9b31m\ud83d"
    data = f"名称,設置位置\n{hostile},x\n".encode("utf-8", "surrogatepass")
    report = Report([check_file(Source.of_bytes(data, "\x1b[31mevil.csv"), Options())])
    for text in (write(report, "text", Style("ja")), write(report, "text", Style("en")), write(report, "json", Style("ja"))):
        for char in "\x1b\x07\u202e\u200b\x9b":
            assert char not in text
        text.encode("utf-8")


def test_colour_only_when_asked(report: Report) -> None:
    assert "\x1b[" not in write(report, "text", Style("ja"))
    assert "\x1b[" in write(report, "text", Style("ja", color=True))


def test_shown_values() -> None:
    assert show("a\nb") == "a⏎b"
    assert show("a" * 100) == "a" * 59 + "…"
    assert show("a\udc81") == "a<81>"
    assert readable("a\udc81") == "a\\x81"
    assert json.loads(safe_json("\u202e\x7f")) == "\u202e\x7f"


def test_lines_break_where_they_may() -> None:
    assert wrapped("これは「長い」文です。", 10) == ["これは「長", "い」文で", "す。"]
    assert wrapped("one two three", 8) == ["one two", "three"]
    assert breaks("a" * 25, 10) == [10, 20]
    assert wrapped("", 10) == [""]


def test_verdicts_and_exit_codes() -> None:
    good, bad, none = FileReport("a", conforms=True), FileReport("b", conforms=False), FileReport("c")
    findings = Findings(10)
    findings.say(FULL_DATE)
    bad.counts = findings.counts
    assert (Report([good]).verdict, Report([good]).exit_code()) == ("conforming", 0)
    assert (Report([good, bad]).verdict, Report([good, bad]).exit_code()) == ("nonconforming", 1)
    assert (Report([none]).verdict, Report([none]).exit_code()) == ("nothing_checked", 0)
    assert (Report([]).verdict, Report([]).exit_code()) == ("nothing_checked", 3)
    assert Report([good]).conforms is True
    assert Report([none]).conforms is None
