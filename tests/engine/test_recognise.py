"""Which objects, elements and subjects of a document are records, and of which standard; nothing is judged that was not recognised."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gif_validate.catalogue.report import FileReport
from gif_validate.catalogue.rule import Severity
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.models.index import model as by_id
from gif_validate.readers.source import Source

PERSON = {"familyName": "山田", "givenName": "花子", "familyNameKana": "ヤマダ", "givenNameKana": "ハナコ"}
COMPANY = {"legalEntityNumber": "8000012010039", "tradeName": "株式会社A", "tradeNameKana": "エー"}
ADDRESS = {"全国地方公共団体コード": "131016", "都道府県": "東京都", "市区町村(郡)": "千代田区", "町字": "霞が関", "番地以下": "1-1"}
BUILDING = {"ID": "B-1", "種別情報": {"コード種別": "x", "コード": "1110"}, "名称": "庁舎", "建物住所": ADDRESS, "竣工日": "2022/13/45"}
CAFE = {"id": 1, "name": "Sapporo Cafe", "address": {"street": "Odori 1", "zip": "060-0042"}}


def report(data: Any, standard: str = "", name: str = "a.json") -> FileReport:
    """The report on a document; data other than text is written as JSON."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return check_file(Source.of_bytes(text.encode(), name), Options(by_id(standard) if standard else None))


def rules(file: FileReport) -> list[str]:
    return [finding.rule.id for finding in file.findings]


@pytest.mark.parametrize(
    ("data", "standard", "records"),
    [
        ({"people": [PERSON, PERSON]}, "gif/person@2.3", 2),
        (
            {"count": 2, "success": True, "result": {"total": 2, "sort": "x", "facets": {}, "results": [PERSON, PERSON]}},
            "gif/person@2.3",
            2,
        ),
        ({"件数": 1, "更新日": "2024-04-01", "個人": PERSON}, "gif/person@2.3", 1),
        ({"people": [PERSON, PERSON], "companies": [COMPANY, COMPANY]}, "gif/person@2.3", 4),
        ({"id": None, "people": [PERSON], "meta": {"page": 1}}, "gif/person@2.3", 1),
    ],
)
def test_an_object_that_only_holds_records_is_unwrapped(data: Any, standard: str, records: int) -> None:
    file = report(data)
    assert (file.standard, file.records) == (standard, records)
    assert "FIELD-012" not in rules(file)


@pytest.mark.parametrize(
    "data",
    [
        BUILDING,
        {"タイトル": "X", "作成者": "Y", "住所": ADDRESS, "電話": "ゼロ"},
        {"people": [PERSON], "notes": {"a": 1}, "rest": {"b": 2}},
        CAFE,
        [CAFE, CAFE],
        {"status": "ok", "event": {"type": "click"}, "data": [1, 2]},
        {"person": {"a": 1}},
        {"@type": "Person", "a": 1, "b": 2},
    ],
)
def test_an_object_that_says_more_is_a_record_of_an_unknown_standard(data: Any) -> None:
    file = report(data)
    assert (file.standard, file.conforms, rules(file)) == (None, None, ["TABLE-001"])


def test_an_element_is_no_class_by_its_name_alone() -> None:
    assert rules(report("<address><street>Odori 1</street><zip>060</zip></address>", name="a.xml")) == ["TABLE-001"]


def test_two_classes_with_the_same_items_are_named() -> None:
    message = report(BUILDING).findings[0].message("ja")
    assert "gif/building@2.3" in message
    assert "gif/other-building-structure@2.3" in message
    assert "GIF-DATE-005" in rules(report(BUILDING, "gif/building"))


def test_records_of_the_standard_asked_for_are_found_further_down() -> None:
    file = report({"a": {"head": "x", "b": {"rows": [PERSON, PERSON]}}}, "gif/person")
    assert file.records == 2
    assert "FIELD-012" not in rules(file)


def test_an_id_of_its_own_makes_no_json_ld() -> None:
    answer = {"hojin-infos": [{"corporate_number": "9000020011003", "name": "札幌市", "extra": {"@id": "1"}}], "message": "ok"}
    file = report(answer, "gbizinfo/api-hojin-info-response")
    assert (file.records, "RDF-006" in rules(file)) == (1, False)


@pytest.mark.parametrize(("data", "name"), [("[]", "a.json"), ("", "a.ttl"), ("# x\n", "a.ttl"), ('{"@graph": []}', "a.jsonld")])
def test_nothing_read_is_not_conforming(data: str, name: str) -> None:
    assert not report(data, "gif/person", name).conforms


BORING = "mlit/boring-log"
TITLE = "<調査名>x</調査名><調査目的>1</調査目的><調査対象>1</調査対象><ボーリング名>1</ボーリング名><ボーリング総数>1</ボーリング総数>"
CORE = "<コア情報><色調><色調_色調名>灰</色調_色調名></色調></コア情報>"


def boring(title: str, rest: str = CORE) -> FileReport:
    """A borehole log with few of its groups, checked."""
    return report(f"<ボーリング情報><標題情報><調査基本情報>{title}</調査基本情報></標題情報>{rest}</ボーリング情報>", BORING, "a.xml")


def lacking(file: FileReport) -> set[str | None]:
    return {finding.path for finding in file.findings if finding.rule.id == "FIELD-002"}


def test_items_in_groups_are_asked_for() -> None:
    lacks = lacking(boring(TITLE))
    assert "標題情報/調査基本情報/ボーリング連番" in lacks
    assert "標題情報/調査基本情報/調査名" not in lacks
    assert {"基礎情報", "標題情報/調査期間", "コア情報/工学的地質区分名現場土質名"} <= lacks
    assert not any(path and path.startswith(("基礎情報/", "標題情報/調査期間/", "コア情報/色調")) for path in lacks)
    assert "標題情報/調査基本情報/調査名" in lacking(boring(TITLE.replace("<調査名>x</調査名>", "<調査名/>")))


def test_unknown_names_in_groups_are_named() -> None:
    file = boring(TITLE + "<謎>x</謎>", CORE + "<別>1</別>")
    assert [finding.value for finding in file.findings if finding.rule.id == "FIELD-007"] == ["謎", "別"]
    student = {"属性情報": {"生年月日": "2020-01-01", "謎": {"a": 1}}, "基本情報": {"名前": {"氏": "山田", "敬称": "様"}}}
    file = report(student, "gif/education/student")
    assert [finding.path for finding in file.findings if finding.rule.id == "FIELD-007"] == ["属性情報/謎", "基本情報/名前/敬称"]


LOG = (
    "<調査名>x</調査名><調査目的>1</調査目的><調査対象>1</調査対象><ボーリング名>1</ボーリング名>"
    "<ボーリング総数>1</ボーリング総数><ボーリング連番>1</ボーリング連番>"
)


@pytest.mark.parametrize("rest", [CORE, ""])
def test_a_borehole_log_is_recognised_by_what_is_in_its_groups(rest: str) -> None:
    text = f"<ボーリング情報><標題情報><調査基本情報>{LOG}</調査基本情報></標題情報>{rest}</ボーリング情報>"
    file = report(text, name="BED0001.XML")
    assert (file.standard, file.records) == ("mlit/boring-log@4.00", 1)
    assert lacking(file) >= {"基礎情報", "標題情報/調査期間"}


def test_an_education_record_is_recognised_by_what_is_in_its_groups() -> None:
    groups = {"基本情報": {"名前": {"氏名": "x", "氏": "x", "名": "x"}}, "属性情報": {"生年月日": "2020-01-01", "国籍": "x"}}
    assert report(groups).standard == "gif/education/student@2026-03-17"


CORPORATION = (
    "<sequenceNumber>1</sequenceNumber><corporateNumber>{}</corporateNumber><process>01</process><updateDate>2018-04-02</updateDate>"
)


@pytest.mark.parametrize("standard", ["", "nta/corporate-number"])
def test_corporate_numbers_in_xml(standard: str) -> None:
    numbers = ("8000012010038", "8000012010039")
    rest = "<correct>0</correct><changeDate>2015-10-05</changeDate><name>x</name><kind>101</kind><prefectureName>東京都</prefectureName>"
    one, two = (f"<corporation>{CORPORATION.format(number)}{rest}</corporation>" for number in numbers)
    file = report(f"<corporations><lastUpdateDate>2018-04-02</lastUpdateDate><count>2</count>{one}{two}</corporations>", standard, "a.xml")
    assert (file.standard, file.records) == ("nta/corporate-number@4", 2)
    assert [(found.rule.id, found.place.record) for found in file.findings if found.field == "法人番号"] == [("GIF-ID-001", 2)]


VALUES = [{"@tab": "001", "@cat01": "000", "@area": "00000", "@time": "2022000000", "@unit": "千人", "$": "124947"}] * 2


@pytest.mark.parametrize("standard", ["", "estat/api"])
def test_values_of_e_stat_are_read_by_the_names_that_they_are_recognised_by(standard: str) -> None:
    file = report(VALUES, standard)
    assert (file.standard, file.records, rules(file)) == ("estat/api@3.0", 2, [])
    wrong = report([VALUES[0], {**VALUES[0], "@area": "0000", "@memo": "x"}], standard)
    assert [(found.rule.id, found.field, found.value) for found in wrong.findings] == [("FIELD-001", "area", "0000")]


def test_a_whole_answer_of_e_stat() -> None:
    table = {"@id": "0003448237", "STAT_NAME": {"@code": "00200524", "$": "人口推計"}}
    data = {"TABLE_INF": table, "DATA_INF": {"NOTE": {"@char": "-", "$": "該当なし"}, "VALUE": VALUES}}
    file = report({"GET_STATS_DATA": {"RESULT": {"STATUS": 0}, "STATISTICAL_DATA": data}}, "estat/api")
    assert (file.records, rules(file)) == (2, [])


IC = "@prefix ic: <http://imi.go.jp/ns/core/rdf#> .\n"
CODE = '<urn:1> a ic:コード型 ; ic:識別値 "1" ; ic:表記 "電子計算機" .\n'
LIST = '<urn:2> a ic:コードリスト型 ; ic:名称 [ a ic:名称型 ; ic:表記 "営業品目" ] .\n<urn:3> ic:URI "x" .\n'


@pytest.mark.parametrize("standard", ["", "gif/code-information-model"])
@pytest.mark.parametrize("text", [CODE + LIST, LIST + CODE, CODE])
def test_classes_of_the_imi_vocabulary_without_a_counterpart_are_passed_over(text: str, standard: str) -> None:
    file = report(IC + text, standard, "a.ttl")
    told = ["RDF-020"] if LIST in text else []
    assert (file.standard, rules(file), file.conforms) == ("gif/code-information-model@2.3", told, True)


def test_a_file_of_which_all_is_passed_over_does_not_conform() -> None:
    assert rules(report(IC + LIST, name="a.ttl")) == ["TABLE-001"]
    assert rules(report(IC + LIST, "gif/person", "a.ttl")) == ["FIELD-012"]


def test_a_form_of_a_standard_that_is_not_read_is_said_to_be_so() -> None:
    text = '@prefix dct: <http://purl.org/dc/terms/> .\n<urn:1> a <urn:Package> ; <urn:title> "公共施設一覧"@ja .\n'
    (finding,) = report(text, "catalog/ckan", "a.ttl").findings
    assert (finding.rule.id, "RDF" in finding.message("ja")) == ("FIELD-012", True)
    (finding,) = report({"a": 1}, "catalog/ckan").findings
    assert "RDF" not in finding.message("ja")


def test_a_unit_in_a_name_is_no_path() -> None:
    dam = by_id("gif/disaster/dam-levels")
    names = [item.name for item in dam.fields if "/" in item.name]
    assert names
    file = report(dict.fromkeys(names, "x"), "gif/disaster/dam-levels")
    assert not {"FIELD-007", "FIELD-012"} & set(rules(file))


FOREIGN_XML = [
    '<Organization xmlns="http://hl7.org/fhir"><name value="x"/><address><city value="y"/><postalCode value="1"/></address></Organization>',
    "<Organization><name>x</name><address><city>y</city><state>z</state><postalCode>1</postalCode><country>JP</country></address></Organization>",
    '<m xmlns="urn:m"><title>x</title><contact><Address><city>a</city><postalCode>1</postalCode></Address></contact></m>',
    '<m xmlns="urn:m"><title>表の題</title><Event><name>a</name><description>b</description><place>c</place></Event></m>',
    "<m><title>表の題</title><contactInfo><address><deliveryPoint>1-1</deliveryPoint><country>jpn</country></address></contactInfo></m>",
    "<feed><title>x</title><entry><id>1</id><address>y</address></entry></feed>",
    "<Person><name>x</name><address>y</address></Person>",
    "<Building><name>x</name><height>1</height></Building>",
    "<施設><名称>x</名称><住所>y</住所></施設>",
]


@pytest.mark.parametrize("text", FOREIGN_XML)
def test_other_vocabularies_are_nothing_of_ours(text: str) -> None:
    file = report(text, name="a.xml")
    assert (file.standard, rules(file)) == (None, ["TABLE-001"])


FOREIGN_JSON: list[Any] = [
    [{"店名": "x", "都道府県名": "福井県", "市区町村名": "鯖江市", "郵便番号": "9160027", "業種": "小売"}],
    [{"都道府県名": "福井県", "市区町村名": "鯖江市", "郵便番号": "9160027"}],
    [{"name": "x", "address": "y", "postalCode": "1", "country": "JP"}],
    {"address": {"street": "x", "city": "y", "postalCode": "1", "country": "JP"}},
    {"Address": {"street": "x", "city": "y", "state": "z"}},
    [{"name": "x", "description": "y", "startDate": "z", "endDate": "w"}],
    {"@type": "Person", "name": "x", "jobTitle": "y", "email": "z"},
    {"@type": "Person", "name": "x", "address": "y"},
]


@pytest.mark.parametrize("data", FOREIGN_JSON)
def test_ordinary_words_are_no_class(data: Any) -> None:
    file = report(data)
    assert (file.standard, rules(file)) == (None, ["TABLE-001"])


def test_a_class_under_a_namespace_of_its_own_is_recognised_by_nearly_all_items() -> None:
    items = "<familyName>山田</familyName><givenName>花子</givenName><familyNameKana>ヤマダ</familyNameKana>"
    assert report(f'<Person xmlns="urn:x-city">{items}</Person>', name="a.xml").standard == "gif/person@2.3"
    assert report(f'<Person xmlns="urn:x-city">{items}<a>1</a><b>2</b></Person>', name="a.xml").standard is None
    assert report(f"<Person>{items}<a>1</a><b>2</b></Person>", name="a.xml").standard == "gif/person@2.3"


def test_a_table_standard_is_asked_before_the_address() -> None:
    row = {"受付_年月日": "2020-02-10", "全国地方公共団体コード": "180009", "都道府県名": "福井県", "市区町村名": "鯖江市", "相談件数": "2"}
    assert report([row]).standard == "covid19/call-center@2020"


ODD: list[Any] = [["札幌市", "函館市"], [1, 2, 3], [["a", "b"], ["c", "d"]], "x", 1, True, None, [None], "文字列"]


@pytest.mark.parametrize("value", ODD)
def test_json_may_hold_any_value(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False)
    file = report(text)
    assert [(finding.rule.id, finding.severity.label) for finding in file.findings] == [("JSON-010", "info")]
    assert (file.standard, file.conforms) == (None, None)
    asked = report(text, "gif/person")
    assert ("JSON-010", "error") in {(finding.rule.id, finding.severity.label) for finding in asked.findings}


def test_what_is_no_record_among_records_of_a_standard_is_an_error() -> None:
    found = report([PERSON, "x"]).findings
    assert ("JSON-010", "error") in {(finding.rule.id, finding.severity.label) for finding in found}


def answer(values: Any, notes: Any = None, classes: Any = None) -> dict[str, Any]:
    """An answer of getStatsData with what stands beside the values."""
    held = {"VALUE": values} | ({"NOTE": notes} if notes else {})
    data: dict[str, Any] = {
        "RESULT_INF": {"TOTAL_NUMBER": 1},
        "TABLE_INF": {"@id": "0003448237", "STAT_NAME": {"@code": "00200521", "$": "国勢調査"}, "TITLE": "人口"},
        "CLASS_INF": {"CLASS_OBJ": classes or []},
        "DATA_INF": held,
    }
    return {"GET_STATS_DATA": {"RESULT": {"STATUS": 0}, "PARAMETER": {"LANG": "J"}, "STATISTICAL_DATA": data}}


TAB = {"@id": "tab", "@name": "表章項目", "CLASS": {"@code": "001", "@name": "人口"}}
SEX = {"@id": "cat02", "@name": "男女", "CLASS": [{"@code": "1", "@name": "男"}, {"@code": "2", "@name": "女"}]}
NOTE = {"@char": "***", "$": "数値が得られない"}
VALUE = VALUES[0]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (answer(VALUES), []),
        (answer(VALUE), []),
        (answer(VALUES, NOTE, [TAB]), []),
        (answer(VALUES, [NOTE], TAB), []),
        (answer({**VALUE, "$": "***"}, NOTE), []),
        (answer({**VALUE, "@tab": "002"}, None, TAB), [("TABLE-031", "tab", "002")]),
        (answer([{**VALUE, "@cat02": "1"}, {**VALUE, "@cat02": "3"}], None, [TAB, SEX]), [("TABLE-031", "cat02", "3")]),
        (answer({**VALUE, "$": "X"}, NOTE), [("TABLE-032", "value", "X")]),
        (answer({**VALUE, "$": "X"}), []),
        (answer({**VALUE, "$": "-1.5"}, NOTE), []),
        (answer({**VALUE, "@time": "20200"}), [("FIELD-001", "time", "20200")]),
    ],
)
def test_an_answer_of_e_stat(data: Any, expected: list[tuple[str, str, str]]) -> None:
    file = report(data)
    assert file.standard == "estat/api@3.0"
    assert [(finding.rule.id, finding.field, finding.value) for finding in file.findings] == expected


def test_an_answer_of_e_stat_without_values() -> None:
    file = report({"GET_STATS_DATA": {"RESULT": {"STATUS": 1, "ERROR_MSG": "該当データなし"}, "PARAMETER": {}}})
    assert (file.standard, file.records, rules(file)) == ("estat/api@3.0", 0, ["FIELD-013"])


README = """出典について
このデータは、市が公開する "AED" の一覧です。
利用条件: CC BY 4.0, 出典を明記してください。

お問い合わせ: 情報政策課, 電話, メール
"""


@pytest.mark.parametrize(
    ("text", "name", "is_words"),
    [
        (README, "readme.txt", True),
        ("メモ\n", "memo.txt", True),
        ("a,b\n1,2\n3,4\n", "a.txt", False),
        ("a\tb\n1\t2\n", "a.txt", False),
        ("a,b\n1,2\n3\n", "a.txt", True),
        ("stop_id,stop_name\nS1\n", "stops.txt", False),
        (",".join(item.name for item in by_id("suishou/aed").fields) + "\n1,2\n", "a.txt", False),
        (README, "readme.csv", False),
        (README, "readme.md", True),
        (README, "-", False),
    ],
)
def test_text_that_is_no_table_is_not_judged(text: str, name: str, is_words: bool) -> None:
    file = report(text, name=name)
    assert (file.format == "text", rules(file) == ["TABLE-030"]) == (is_words, is_words)
    assert not is_words or (file.conforms, file.counts.get(Severity.ERROR, 0)) == (None, 0)
    assert "TABLE-030" not in rules(report(text, "suishou/aed", name))


@pytest.mark.parametrize(("name", "expected"), [("a.txt", []), ("a.tsv", []), ("a.csv", ["TABLE-018"]), ("stops.txt", ["TABLE-018"])])
def test_commas_are_asked_for_where_the_name_or_the_standard_promises_them(name: str, expected: list[str]) -> None:
    file = report("stop_id\tstop_name\tstop_lat\tstop_lon\n1\t駅\t35.676097\t139.744879\n", name=name)
    assert [rule for rule in rules(file) if rule == "TABLE-018"] == expected


def test_evidence_is_held() -> None:
    file = report([{item.name: "" for item in by_id("suishou/aed").fields if item.name != "設置位置"} | {"謎": "x"}])
    assert file.evidence is not None
    assert file.evidence.as_dict() == {
        "by": "items",
        "matched": 21,
        "of": 22,
        "mandatory_missing": ["設置位置"],
        "foreign": ["謎"],
        "file_name": False,
    }
    said = report("<LegalEntity><legalEntityNumber>1</legalEntityNumber></LegalEntity>", name="a.xml").evidence
    assert said is not None
    assert (said.by, said.matched) == ("name", 1)


@pytest.mark.parametrize(
    ("head", "attribute", "items", "edition"),
    [
        ("", "", "", ""),
        ('<!DOCTYPE ボーリング情報 SYSTEM "BED0400.DTD">', "", "", ""),
        ("", ' DTD_version="4.00"', "", ""),
        ('<!DOCTYPE ボーリング情報 SYSTEM "BED0210.DTD">', "", "", "2.10"),
        ("", ' DTD_version="2.10"', "", "2.10"),
        ("", ' DTD_version="3.00"', "", "3.00"),
        ("", "", "<ボーリング基本情報><総掘進長>10.00</総掘進長></ボーリング基本情報>", "3.00–"),
    ],
)
def test_borehole_logs_of_another_edition_are_not_judged_by_4_00(head: str, attribute: str, items: str, edition: str) -> None:
    title = f"<標題情報><調査基本情報>{LOG}</調査基本情報>{items}</標題情報>"
    file = report(f"{head}<ボーリング情報{attribute}>{title}</ボーリング情報>", name="BED0001.XML")
    assert file.standard == (None if edition else "mlit/boring-log@4.00")
    told = [each.message("ja") for each in file.findings if each.rule.id == "TABLE-001"]
    assert len(told) == bool(edition)
    assert all(edition in each for each in told)


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ("138 34 5.25 35 40 12", []),
        ("180 59 59.9999 90 00 00.0", []),
        ("238 75 60.0 91 60 61", ["経度_度", "経度_分", "経度_秒", "緯度_度", "緯度_分", "緯度_秒"]),
    ],
)
def test_degrees_minutes_and_seconds_have_their_ranges(values: str, faults: list[str]) -> None:
    names = [f"{axis}_{unit}" for axis in ("経度", "緯度") for unit in "度分秒"]
    where = "".join(f"<{name}>{value}</{name}>" for name, value in zip(names, values.split(), strict=True))
    title = f"<標題情報><調査基本情報>{LOG}</調査基本情報><経度緯度情報>{where}</経度緯度情報></標題情報>"
    file = report(f"<ボーリング情報>{title}</ボーリング情報>", "mlit/boring-log", "a.xml")
    found = [each for each in file.findings if each.field in names]
    assert [each.field for each in found] == faults
    assert {each.severity.label for each in found} <= {"warning"}


@pytest.mark.parametrize(
    ("text", "rules_found"),
    [
        ("<Law><Sentence>この<Ruby>法<Rt>ほう</Rt></Ruby>律は</Sentence></Law>", ["TABLE-001"]),
        ('<Invoice><Amount currencyID="JPY">100</Amount><Note>a<b/>c</Note></Invoice>', ["TABLE-001"]),
        ("<Person><familyName>山田</familyName>太郎<givenName>花子</givenName></Person>", ["XML-006"]),
    ],
)
def test_mixed_text_is_a_fault_of_records_only(text: str, rules_found: list[str]) -> None:
    file = report(text, name="a.xml")
    assert {"XML-006", "XML-010", "TABLE-001"} & set(rules(file)) == set(rules_found)
    assert (file.counts[Severity.ERROR] > 0) == (file.standard is not None)


def test_a_value_above_the_records_is_no_text_between_elements() -> None:
    text = "<root><title>大字町丁目</title><group><Person><familyName>山田</familyName><givenName>花子</givenName></Person></group></root>"
    assert "XML-006" not in rules(report(text, name="a.xml"))
