"""The leak guard: individual numbers are an error wherever they stand, and no report repeats them; other numbers are none."""

from __future__ import annotations

import io
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.catalogue.report import FileReport, Report
from gif_validate.catalogue.rule import Severity
from gif_validate.characters.digit_runs import has_twelve_digits
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.engine.values.leaks import LEAK
from gif_validate.parts.identifiers.individual_number import check_digit, found_in, masked
from gif_validate.readers.source import Source
from gif_validate.reports import Style, write
from tests.conftest import ROOT

NUMBER = "123456789018"
WRITTEN = (
    NUMBER,
    "1234-5678-9018",
    "1234 5678 9018",
    "１２３４５６７８９０１８",
    "１２３４　５６７８　９０１８",
    "1234－5678－9018",
    "1234‐5678‐9018",
)


def check(text: str | bytes, name: str = "a.csv", standard: str = "") -> FileReport:
    data = text if isinstance(text, bytes) else text.encode()
    return check_file(Source.of_bytes(data, name), Options(gv.load_model(standard) if standard else None))


def leaks(file: FileReport) -> int:
    return sum(group.count for group in file.groups if group.rule is LEAK)


def said(file: FileReport) -> str:
    """Everything that any report says of a file."""
    report = Report([file])
    return report.to_json() + write(report, "text", Style("ja", 4000)) + write(report, "text", Style("en", 4000))


def never_said(file: FileReport, number: str = NUMBER) -> bool:
    text = masked(said(file))
    return text == said(file) and number not in text


def workbook(rows: list[list[str]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def numbers(count: int, seed: int = 1, *, right: bool = True) -> list[str]:
    """Different numbers of twelve digits: all with the right check digit, or as chance has it."""
    chance = random.Random(seed)
    elevens = {f"{chance.randrange(10**11):011d}" for _ in range(count)}
    return [eleven + (check_digit(eleven) if right else str(chance.randrange(10))) for eleven in sorted(elevens)]


FOUND = [
    ("header", "a.csv", f"名称,個人番号\nA,{NUMBER}\n"),
    ("header in another spelling", "a.csv", f"名称,マイナンバー（本人）\nA,{NUMBER}\n"),
    ("english header", "a.csv", f"name,my_number\nA,{NUMBER}\n"),
    ("tabs", "a.tsv", f"名称\t個人番号\nA\t{NUMBER}\n"),
    ("remarks", "a.csv", f"名称,備考\nA,{NUMBER}\n"),
    ("a list", "a.csv", f'名称,備考\nA,"担当,{NUMBER}"\n'),
    ("words around it", "a.csv", f"名称,欄\nA,担当 {NUMBER}\n"),
    ("its name beside it", "a.csv", f"名称,契約番号\nA,個人番号：{NUMBER}\n"),
    ("its name in the record", "a.csv", f"種別,番号\n個人番号,{NUMBER}\n職員番号,12\n"),
    ("a record of a person", "a.csv", f"氏名,番号\n山田花子,{NUMBER}\n"),
    ("a value beyond the header", "a.csv", f"名称,住所\nA,B,個人番号 {NUMBER}\nC,D\n"),
    ("json", "a.json", json.dumps([{"名称": "A", "個人番号": NUMBER}])),
    ("json number", "a.json", json.dumps([{"name": "A", "myNumber": int(NUMBER)}])),
    ("json in escapes", "a.json", '[{"name": "A", "memo": "\\u0031\\u0032\\u0033\\u0034\\u0035\\u0036\\u0037\\u0038\\u0039018"}]'),
    ("nested json", "a.json", json.dumps({"data": [{"person": {"ids": [{"type": "個人番号", "value": NUMBER}]}}]})),
    ("json lines", "a.jsonl", json.dumps({"名称": "A", "備考": f"担当 {NUMBER}"}) + "\n"),
    ("xml", "a.xml", f"<人々><人><氏名>山田</氏名><個人番号>{NUMBER}</個人番号></人></人々>"),
    ("a name in json", "a.json", json.dumps({"個人番号": {NUMBER: {"a": 1}}})),
    ("json without records", "a.json", json.dumps([f"個人番号 {NUMBER}", "x"])),
    ("json that is cut off", "a.json", f'{{"個人番号": "{NUMBER}", '),
    ("an attribute", "a.xml", f'<人々><人 個人番号="{NUMBER}">x</人></人々>'),
    ("an element alone", "a.xml", f"<個人番号>{NUMBER}</個人番号>"),
    ("a row above the header", "a.csv", f"担当者 個人番号 {NUMBER}\n名称,住所\nA,b\nC,d\n"),
    ("turtle", "a.ttl", f'@prefix ex: <http://example.com/> .\nex:a ex:myNumber "{NUMBER}" .\n'),
]


@pytest.mark.parametrize(("name", "text"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_an_individual_number_is_an_error_and_never_said(name: str, text: str) -> None:
    file = check(text, name)
    (group,) = [group for group in file.groups if group.rule is LEAK]
    assert (group.severity, group.count) == (Severity.ERROR, 1)
    assert (file.verdict, Report([file]).exit_code()) == ("nonconforming", 1)
    assert never_said(file)


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("header", ["個人番号", "備考"])
def test_however_it_is_written(header: str, written: str) -> None:
    file = check(f"名称,{header}\n市民会館,{written}\n")
    assert leaks(file) == 1
    assert never_said(file, written)
    assert leaks(check(workbook([["名称", header], ["市民会館", written]]), "a.xlsx")) == 1


@pytest.mark.parametrize("header", ["番号", "ID", "col1", "契約番号", "法人番号", "整理番号", "金額", ""])
def test_a_column_of_individual_numbers_under_any_header(header: str) -> None:
    rows = "\n".join(f"館{index},{number}" for index, number in enumerate(numbers(12)))
    assert leaks(check(f"名称,{header}\n{rows}\n")) == 12
    data = [{"名称": f"館{index}", header or "x": number} for index, number in enumerate(numbers(12))]
    assert leaks(check(json.dumps(data), "a.json")) == 12


def test_a_table_without_a_header() -> None:
    rows = "\n".join(f"{number},館{index}" for index, number in enumerate(numbers(6)))
    file = check(rows)
    assert leaks(file) >= 5
    assert not any(number in said(file) for number in numbers(6))


@pytest.mark.parametrize("standard", ["municipal/aed", "gif/facility", "nta/corporate-number"])
def test_in_a_table_whose_standard_is_known(standard: str) -> None:
    file = check(f"名称,所在地_連結表記,設置位置,小児対応設備の有無,備考\nA館,韮崎市本町,玄関,有,担当 {NUMBER}\n", standard=standard)
    assert leaks(file) == 1
    assert never_said(file)


NOT_FOUND = [
    ("one that happens to fit", "管理番号", [NUMBER]),
    ("the same one again and again", "伝票番号", [NUMBER] * 20),
    ("a wrong check digit", "個人番号", ["123456789012"]),
    ("masked", "個人番号", ["************"]),
    ("thirteen digits", "備考", ["1234567890185"]),
    ("a day and its time", "備考", ["202609011200"]),
    ("within a URL", "備考", [f"https://example.com/{NUMBER}", f"https://example.com/?id={NUMBER}"]),
    ("within an identifier", "備考", [f"AB{NUMBER}", f"{NUMBER}-01", f"{NUMBER}_x"]),
    ("an amount", "備考", [f"予算 {NUMBER}円", f"¥{NUMBER}"]),
    ("a fraction", "緯度", [f"35.{NUMBER}", f"36.{NUMBER}"]),
    ("a telephone number abroad", "備考", [f"+{NUMBER}"]),
    ("zeros", "備考", ["000000000000"]),
    ("a card number", "備考", ["1234 5678 9018 3456", "1234-5678-9018-3456"]),
    ("cards are no numbers", "マイナンバーカード交付枚数", ["12345", "123456"]),
    ("one of several in prose", "備考", [f"伝票 {NUMBER}、123456789012、123456789013、伝票 123456789014"]),
]


@pytest.mark.parametrize(("header", "values"), [case[1:] for case in NOT_FOUND], ids=[case[0] for case in NOT_FOUND])
def test_a_number_that_only_happens_to_fit(header: str, values: list[str]) -> None:
    assert leaks(check(f"名称,{header}\n" + "\n".join(f'A館,"{value}"' for value in values))) == 0
    assert leaks(check(json.dumps([{"名称": "A館", header: value} for value in values]), "a.json")) == 0


@pytest.mark.parametrize("header", ["管理番号", "番号", "ID", "備考", "col", "金額"])
def test_random_numbers_are_no_individual_numbers(header: str) -> None:
    for seed in range(20):
        rows = "\n".join(f"館{index},{number}" for index, number in enumerate(numbers(200, seed, right=False)))
        assert leaks(check(f"名称,{header}\n{rows}\n")) == 0


@given(st.from_regex("[0-9]{11}", fullmatch=True), st.text(max_size=5), st.text(max_size=5))
def test_what_the_fast_look_passes_has_no_number(eleven: str, before: str, after: str) -> None:
    text = f"{before}{eleven}{check_digit(eleven)}{after}"
    assert has_twelve_digits(f"{before}番{eleven}{check_digit(eleven)}番{after}")
    if any(found_in(text)):
        assert has_twelve_digits(text)
        assert not any(found_in(masked(text)))


@pytest.mark.parametrize("written", WRITTEN)
def test_the_fast_look_knows_all_ways_of_writing(written: str) -> None:
    assert has_twelve_digits(f"名称,{written},住所")
    assert [number for number, _, _ in found_in(written)] == [NUMBER]
    assert masked(f"A {written} B") == "A ************ B"


def test_counts_are_exact_and_a_leak_is_not_crowded_out() -> None:
    rows = "\n".join(f",韮崎市本町,玄関,x,{number}" for number in numbers(50))
    model = gv.load_model("municipal/aed")
    data = f"名称,所在地_連結表記,設置位置,小児対応設備の有無,個人番号\n{rows}\n".encode()
    file = check_file(Source.of_bytes(data, "a.csv"), Options(model, max_findings=10))
    assert leaks(file) == 50
    assert any(finding.rule is LEAK for finding in file.findings)
    assert not any(number in said(file) for number in numbers(50))


def test_other_findings_of_the_same_value_do_not_say_it() -> None:
    file = check(f"名称,個人番号\n① {NUMBER},１２３４５６７８９０１８\n② x,1234-5678-9018\n")
    assert {finding.rule.id for finding in file.findings} > {LEAK.id}
    assert never_said(file)


GRAPHS = [
    (
        "nodes in a circle",
        f'<urn:a> a pd:Person ; ex:m "{NUMBER}" ; ex:q <urn:b> . <urn:b> a pd:Person ; ex:m "{NUMBER}" ; ex:q <urn:a> .',
        2,
    ),
    ("a node that several refer to", f'<urn:1> ex:p <urn:a> . <urn:2> ex:p <urn:a> . <urn:a> ex:m "{NUMBER}" .', 1),
    ("a class of another vocabulary twice", f'<urn:a> a ex:P ; ex:k <urn:b> . <urn:b> a ex:P ; ex:m "{NUMBER}" .', 1),
    ("reached only by its class", f'<urn:1> a ex:L ; ex:n <urn:a> . <urn:a> a pd:LegalEntity ; ex:m "{NUMBER}" ; ex:n <urn:1> .', 1),
]


@pytest.mark.parametrize(("text", "count"), [case[1:] for case in GRAPHS], ids=[case[0] for case in GRAPHS])
def test_every_node_of_a_graph_is_looked_at_once(text: str, count: int) -> None:
    prefixes = "@prefix pd: <urn:x-gif:pd:> . @prefix ex: <http://ex.jp/個人番号/> .\n"
    file = check(prefixes + text, "a.ttl")
    assert leaks(file) == count
    assert never_said(file)


def test_where_a_leak_stands_is_said_in_the_order_of_the_file() -> None:
    rows = "\n".join(f"山田,{NUMBER}" for _ in range(4))
    file = check_file(Source.of_bytes(f"氏名,個人番号\n{rows}\n".encode(), "a.csv"), Options(max_findings=1))
    (group,) = (group for group in file.groups if group.rule is LEAK)
    assert [each["cell"] for each in group.as_dict()["places"]] == ["B2", "B3", "B4"]
    people = check(f'<r><人 個人番号="{NUMBER}"/><人 個人番号="{NUMBER}"/></r>', "a.xml")
    (group,) = (group for group in people.groups if group.rule is LEAK)
    assert [each["pointer"] for each in group.as_dict()["places"]] == ["/r/人[1]", "/r/人[2]"]


def test_a_whole_number_with_a_fraction_of_nothing() -> None:
    """What pandas writes of a column with gaps."""
    assert leaks(check(f"氏名,個人番号\n山田,{NUMBER}.0\n鈴木,\n")) == 1
    assert leaks(check(f"名称,実績\nA,{NUMBER}.0\n")) == 0
    assert leaks(check(f"名称,個人番号\nA,{NUMBER}.05\n")) == 0


def test_names_of_files_sheets_and_foreign_columns_do_not_say_it() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = f"個人番号{NUMBER}"
    book.active.append(["氏名", "個人番号"])
    book.active.append(["山田", NUMBER])
    out = io.BytesIO()
    book.save(out)
    for file in (check(f"氏名,個人番号\n山田,{NUMBER}\n", f"{NUMBER}/a-{NUMBER}.csv"), check(out.getvalue(), "a.xlsx")):
        assert leaks(file) == 1
        assert never_said(file)
    rows = (ROOT / "examples" / "municipal-aed" / "conforming.csv").read_text("utf-8-sig").splitlines()
    known = check("\n".join(f"{row},個人番号{NUMBER}" for row in rows))
    assert known.evidence is not None
    assert NUMBER not in json.dumps(known.evidence.as_dict())


def test_words_that_are_no_table_are_looked_at() -> None:
    file = check(f"担当者の個人番号は{NUMBER}です。\n取り扱いに注意してください。\n", "a.txt")
    assert (leaks(file), file.format) == (1, "text")
    assert never_said(file)
