"""Levels, mandatory patterns and what only some formats can carry, in JSON, XML, RDF and flat CSV; bad documents get one finding each."""

from __future__ import annotations

import json
from typing import Any

import pytest

import gif_validate as gv
from gif_validate.catalogue.report import FileReport
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.models.index import model as by_id
from gif_validate.readers.source import Source
from tests.conftest import EXAMPLES

PERSON = {
    "idGroup": [{"idType": "職員番号", "id": "1234567"}],
    "familyName": "山田",
    "givenName": "花子",
    "familyNameKana": "ヤマダ",
    "givenNameKana": "ハナコ",
}
PD = "@prefix pd: <urn:x-gif:pd:> .\n@prefix pcd: <urn:x-gif:pcd:> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"


def report(data: Any, name: str = "a.json", standard: str = "gif/person", **options: Any) -> FileReport:
    """The report on a document; data other than text is written as JSON."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    model = by_id(standard) if standard else None
    return check_file(Source.of_bytes(text.encode(), name), Options(model, **options))


def rules(file: FileReport) -> list[tuple[str, str]]:
    return [(finding.rule.id, finding.path or "") for finding in file.findings]


LEVELS: list[tuple[str, dict[str, Any], dict[str, bool | None]]] = [
    ("all is well", {}, {"LV1": True, "LV2": True, "LV2s": True}),
    ("a form of the parts is broken", {"dateOfBirth": "2000/1/1"}, {"LV1": False, "LV2": False, "LV2s": False}),
    ("the form of the data model is broken", {"dateOfBirth": "2000-01"}, {"LV1": True, "LV2": False, "LV2s": False}),
    ("an item of every pattern is missing", {"givenNameKana": None}, {"LV1": True, "LV2": False, "LV2s": False}),
    ("a code is not in its list", {"sex": {"code": "7"}}, {"LV1": True, "LV2": False, "LV2s": False}),
    (
        "the items stand flat",
        {"sex_code": "2", "idGroup": None, "idGroup_id": "1", "idGroup_idType": "職員番号"},
        {"LV1": True, "LV2": True, "LV2s": False},
    ),
    ("own items do no harm", {"memo": "x"}, {"LV1": True, "LV2": True, "LV2s": True}),
]


@pytest.mark.parametrize(("change", "levels"), [case[1:] for case in LEVELS], ids=[case[0] for case in LEVELS])
def test_levels(change: dict[str, Any], levels: dict[str, bool | None]) -> None:
    record = {key: value for key, value in {**PERSON, **change}.items() if value is not None}
    assert report(record).levels == levels


def test_a_flat_table_reaches_lv2_and_has_no_lv2s() -> None:
    header = "ID群_ID種別,ID群_ID,氏,名,氏(カナ),名(カナ)\n"
    assert report(header + "職員番号,1234567,山田,花子,ヤマダ,ハナコ\n", "a.csv").levels == {"LV1": True, "LV2": True, "LV2s": None}
    file = report(header + "職員番号,1234567,山田,花子,ヤマダ,\n", "a.csv")
    assert (file.levels["LV2"], rules(file)) == (False, [("GIF-CNF-002", "")])


def test_the_best_pattern_is_reported_and_a_declared_one_is_asked_for() -> None:
    assert report(PERSON).patterns == {"個人": "MP02 met; MP01 misses 氏(英字), 名(英字)"}
    declared = report(PERSON, pattern="MP01")
    assert rules(declared) == [("GIF-CNF-002", "")]
    assert declared.patterns == {"個人": "MP01 misses 氏(英字), 名(英字)"}
    xml = '<Person_MP03 xmlns="urn:x-gif:pd:"><familyName>山田</familyName></Person_MP03>'
    (finding,) = report(xml, "a.xml", "").findings
    assert "MP03" in finding.message("ja")


def test_the_suffix_of_a_nested_item_declares_its_pattern() -> None:
    address = {"prefecture": "東京都", "cityAndCounty": "千代田区", "streetAddress": "紀尾井町", "cityBlock": "1-3", "buildingNameEtc": ""}
    address["fullAddress"] = "東京都千代田区紀尾井町1-3"
    assert rules(report({**PERSON, "address_MP06": address})) == []
    assert rules(report({**PERSON, "address_MP01": address})) == [("GIF-ADDR-030", "住所")]
    assert ("GIF-STR-001", "住所") in rules(report({**PERSON, "address": address, "address_MP06": address}))


def test_an_address_abroad_has_its_own_postal_code() -> None:
    abroad = {"fullAddress": "12 Main Street, Springfield", "postalCode": "90210", "country": {"code": "USA"}}
    assert rules(report({**PERSON, "address": abroad})) == []
    assert rules(report({**PERSON, "address": {**abroad, "country": {"code": "JPN"}}})) != []
    table = "氏,名,氏(カナ),名(カナ),ID群_ID種別,ID群_ID,住所_連結表記,住所_郵便番号,住所_国_コード\n"
    table += '山田,花子,ヤマダ,ハナコ,職員番号,1234567,"12 Main Street, Springfield",90210,USA\n'
    assert rules(report(table, "a.csv")) == []


ONLY_JSON: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"remark": None}, []),
    ({"remark": ""}, []),
    ({"age": 21}, []),
    ({"age": "21"}, []),
    ({"address": {"fullAddress": "x", "country": {"code": "USA"}, "postalCode": 90210}}, []),
    ({"sex": "2"}, [("GIF-CNF-003", "性別/コード")]),
    ({"sex": {"code": 2}}, [("FIELD-010", "性別/コード")]),
    ({"sex": {"code": True}}, [("FIELD-003", "性別/コード")]),
    ({"remark": {"ja": "x"}}, [("FIELD-009", "備考")]),
    ({"remark": [["x"]]}, [("FIELD-009", "備考")]),
    ({"remark": ["x", "y"]}, [("GIF-STR-001", "備考")]),
    ({"familyname": "山田"}, [("FIELD-008", "氏"), ("GIF-STR-001", "氏")]),
    ({"氏名": "山田 花子"}, []),
]


@pytest.mark.parametrize(("change", "expected"), ONLY_JSON, ids=[json.dumps(case[0], ensure_ascii=False) for case in ONLY_JSON])
def test_what_only_json_can_say(change: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert sorted(rules(report({**PERSON, **change}))) == sorted(expected)


def test_findings_in_json_have_their_place() -> None:
    (finding,) = report('[\n {"familyName": "山田",\n  "dateOfBirth": "2000/1/1"}]', pattern="").findings[1:]
    assert (finding.place.line, finding.place.pointer, finding.place.record) == (3, "/0/dateOfBirth", 1)


def test_mandatory_items_are_neither_absent_nor_empty_nor_nil() -> None:
    for name, also in (({}, ()), ({"name": ""}, ("GIF-STR-003",)), ({"name": None}, ("GIF-STR-003",))):
        (finding,) = report({"id": "1", "description": "x", **name}, standard="gif/business-place").findings
        assert (finding.rule.id, finding.path, finding.also) == ("GIF-CNF-002", "名称", also)


def xml(content: str, name: str = "Person") -> str:
    return (
        f'<{name} xmlns="urn:x-gif:pd:" xmlns:pcd="urn:x-gif:pcd:" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{content}</{name}>'
    )


NAMES = (
    "<familyName>山田</familyName><givenName>花子</givenName><familyNameKana>ヤマダ</familyNameKana><givenNameKana>ハナコ</givenNameKana>"
)
ID = "<idGroup><idType>職員番号</idType><id>1234567</id></idGroup>"
ONLY_XML = [
    (ID + NAMES, []),
    (NAMES + ID, [("GIF-STR-002", "ID群")]),
    (ID + NAMES + "<middleName>ユウコ</middleName>", [("GIF-CNF-006", "ミドルネーム")]),
    (ID + NAMES + '<sex xsi:nil="true"/>', []),
    (ID.replace("<idGroup>", '<idGroup id="u1">') + NAMES + '<contactPointInformation ref="u1"/>', []),
    (ID + NAMES + '<contactPointInformation ref="u9"/>', [("GIF-STR-004", "ref")]),
]


@pytest.mark.parametrize(("content", "expected"), ONLY_XML)
def test_what_only_xml_can_say(content: str, expected: list[tuple[str, str]]) -> None:
    assert rules(report(xml(content), "a.xml", "")) == expected


def test_namespaces_of_xml() -> None:
    other = xml(ID + NAMES).replace("urn:x-gif:pd:", "https://example.jp/pd")
    (finding,) = report(other, "a.xml").findings
    assert (finding.rule.id, finding.severity) == ("GIF-STR-002", gv.Severity.INFO)
    assert report(other, "a.xml", namespace="https://example.jp/pd").findings == []
    (finding,) = report(xml(ID + NAMES), "a.xml", namespace="https://example.jp/pd").findings
    assert finding.severity is gv.Severity.ERROR


TURTLE = 'pd:idGroup [ pd:idType "職員番号"; pd:id "1234567" ]; pd:givenName "花子"; pd:familyNameKana "ヤマダ"; pd:givenNameKana "ハナコ"'
ONLY_RDF = [
    ('pd:familyName "山田"', []),
    ('pd:familyName "山田"^^xsd:string', []),
    ('pd:familyName "山田"@ja, "Yamada"@en', []),
    ('pd:familyName "山田"@ja, "中田"@ja', [("GIF-STR-001", "氏")]),
    ('pd:familyName "山田"; pd:dateOfBirth "2000-01-01"^^xsd:date', []),
    ('pd:familyName "山田"; pd:age 21', []),
    ('pd:familyName "山田"; pd:sex [ pcd:code 2 ]', [("FIELD-010", "性別/コード")]),
    ('pd:familyName "山田"; pd:contactPointInformation <urn:elsewhere>', []),
    ('pd:familyName "山田"; pd:memo "x"', [("FIELD-007", "memo")]),
]


@pytest.mark.parametrize(("content", "expected"), ONLY_RDF)
def test_what_only_rdf_can_say(content: str, expected: list[tuple[str, str]]) -> None:
    assert rules(report(f"{PD}[] a pd:Person; {TURTLE}; {content} .", "a.ttl", "")) == expected


def test_rdf_keeps_lexical_forms_and_names_the_node() -> None:
    data = (
        f'{PD}<urn:a> a pd:Address; pd:prefecture "東京都"; pd:cityAndCounty "千代田区"; pd:streetAddress "紀尾井町"; pd:cityBlock "1-3"; '
    )
    data += 'pd:buildingNameEtc ""; pd:fullAddress "東京都千代田区紀尾井町1-3"; pd:postalCode "0010101"^^xsd:integer .'
    file = report(data, "a.ttl", "")
    assert file.standard == "gif/address@2.3"
    (finding,) = [finding for finding in file.findings if finding.path == "郵便番号"]
    assert (finding.value, finding.place.node, "FIELD-010" in (finding.rule.id, *finding.also)) == ("0010101", "urn:a", True)


IMI = {
    "@type": "法人型",
    "ID": {"@type": "ID型", "識別値": "8000012010039"},
    "名称": {"表記": "株式会社ＧＩＦ"},
    "住所": {"@type": "住所型", "郵便番号": "102-0094"},
}
CORE = "http://imi.go.jp/ns/core/rdf#"


def prefixed(value: Any, prefix: str) -> Any:
    if not isinstance(value, dict):
        return value
    return {
        name if name == "@type" else prefix + name: prefix + held if name == "@type" else prefixed(held, prefix)
        for name, held in value.items()
    }


def expanded(value: Any) -> Any:
    if not isinstance(value, dict):
        return [{"@value": value}]
    return [
        {name if name == "@type" else CORE + name: [CORE + held] if name == "@type" else expanded(held) for name, held in value.items()}
    ]


@pytest.mark.parametrize(
    "data",
    [
        {"@context": "https://imi.go.jp/ns/core/context.jsonld", **IMI},
        {"@context": {"ic": CORE}, **prefixed(IMI, "ic:")},
        expanded(IMI),
    ],
    ids=["compact", "prefixed", "expanded"],
)
def test_the_imi_vocabulary_in_every_form(data: Any) -> None:
    file = report(data, "a.jsonld", "")
    assert file.standard == "gif/legal-entity@2.3"
    assert sorted(rules(file)) == [("GIF-ID-001", "法人番号"), ("GIF-POST-001", "登記住所/郵便番号")]
    assert file.levels == {"LV1": False, "LV2": None, "LV2s": None}


GBIZINFO: dict[str, Any] = {
    "id": "1",
    "message": "200 - OK.",
    "hojin-infos": [
        {
            "corporate_number": "8000012010038",
            "name": "総務省",
            "kana": "ソウムショウ",
            "postal_code": "1008926",
            "location": "東京都千代田区霞が関２丁目１－２",
            "status": "-",
            "date_of_establishment": "2001-01-06",
            "employee_number": 100,
            "update_date": "2018-03-23T00:00:00+09:00",
        }
    ],
}


def test_terms_of_the_imi_vocabulary_reach_nested_items() -> None:
    context = "https://imi.go.jp/ns/core/context.jsonld"
    code = {"@type": "コード型", "識別値": "999"}
    place = {"住所": {"@type": "住所型", "郵便番号": "1"}, "地理座標": {"緯度": "95.5"}}
    equipment = {"@context": context, "@type": "設備型", "名称": {"表記": "AED"}, "設置地点": place}
    found = rules(report(equipment, "a.jsonld", ""))
    assert sorted(found) == [("GIF-GEO-003", "設備住所/代表点の緯度"), ("GIF-POST-001", "設備住所/郵便番号")]
    entity = {"@context": context, "@type": "法人型", "名称": {"表記": "省"}, "組織種別": code, "通称": {"表記": "省\u200b"}}
    assert {path for _, path in rules(report(entity, "a.jsonld", ""))} == {"組織種別", "通称"}
    event = {"@context": context, "@type": "イベント型", "名称": {"表記": "祭"}, "期間": {"開始日": {"標準型日付": "2024-2-1"}}}
    assert {path for _, path in rules(report(event, "a.jsonld", ""))} == {"開始日"}


def test_the_iri_of_a_concept_is_no_code() -> None:
    address = {"@type": "住所型", "市区町村コード": "http://data.e-stat.go.jp/lod/sac/C13101", "都道府県": "東京都"}
    file = report({"@context": "https://imi.go.jp/ns/core/context.jsonld", **address}, "a.jsonld", "")
    assert (file.standard, rules(file)) == ("gif/address@2.3", [])
    file = report({"@context": "https://imi.go.jp/ns/core/context.jsonld", **address, "市区町村コード": "131017"}, "a.jsonld", "")
    assert rules(file) == [("GIF-ADDR-003", "全国地方公共団体コード")]


@pytest.mark.parametrize(
    ("data", "name", "standard"),
    [
        (PERSON, "a.json", "gif/person@2.3"),
        ({"Person": PERSON}, "a.json", "gif/person@2.3"),
        ({"people": [PERSON, PERSON]}, "a.json", "gif/person@2.3"),
        ("\n".join(json.dumps(PERSON) for _ in range(3)), "a.jsonl", "gif/person@2.3"),
        ({"氏": "山田", "名": "花子", "氏(カナ)": "ヤマダ"}, "a.json", "gif/person@2.3"),
        ({"@context": "urn:x-gif:context", "@type": "Person", **PERSON}, "a.jsonld", "gif/person@2.3"),
        (xml(ID + NAMES, "Person_MP02"), "a.xml", "gif/person@2.3"),
        (GBIZINFO, "a.json", "gbizinfo/api-hojin-info-response@2"),
        (GBIZINFO["hojin-infos"][0], "a.json", "gbizinfo/api-hojin-info@2"),
        (GBIZINFO["hojin-infos"], "a.json", "gbizinfo/api-hojin-info@2"),
        ("<people>" + xml(ID + NAMES) + xml(ID + NAMES) + "</people>", "a.xml", "gif/person@2.3"),
        (f'{PD}[] a pd:Facility; pd:name "x" .', "a.ttl", "gif/facility@2.3"),
        ("_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x-gif:pd:Land> .\n", "a.nt", "gif/land@2.3"),
    ],
)
def test_the_class_is_recognised(data: Any, name: str, standard: str) -> None:
    file = report(data, name, "")
    assert (file.standard, file.detected) == (standard, True)


DEEP = '{"relatedFacility":' * 199 + '{"name":"x"}' + "}" * 199
BAD = [
    ('"x"', "a.json", "", "JSON-010"),
    ('{"familyName": "山', "a.json", "gif/person", "JSON-002"),
    ("[]", "a.json", "gif/person", "FIELD-013"),
    ('{"a": 1}', "a.json", "", "TABLE-001"),
    ('{"a": 1}', "a.json", "gif/person", "FIELD-012"),
    (DEEP, "a.json", "gif/facility", "FIELD-011"),
    ('{"a":' * 300 + "1" + "}" * 300, "a.json", "gif/facility", "JSON-011"),
    ("<Person><familyName>山田</fam", "a.xml", "", "XML-002"),
    ("<Robot><serial>1</serial></Robot>", "a.xml", "gif/person", "FIELD-012"),
    ("<a>" * 300 + "</a>" * 300, "a.xml", "", "XML-008"),
    ('{"@context": "https://example.org/c.jsonld", "@type": "pd:Person"}', "a.jsonld", "", "RDF-002"),
    (PD + '[] a pd:Person; pd:familyName "x', "a.ttl", "", "RDF-001"),
    (PD + '[] a pd:Robot; pd:memo "x" .', "a.ttl", "", "TABLE-001"),
]


@pytest.mark.parametrize(("data", "name", "standard", "rule"), BAD, ids=[f"{case[3]}-{number}" for number, case in enumerate(BAD)])
def test_bad_documents_get_one_finding(data: str, name: str, standard: str, rule: str) -> None:
    file = report(data, name, standard)
    assert [finding.rule.id for finding in file.findings] == [rule]
    assert not any(file.levels.values()) or rule == "FIELD-011"


FOREIGN = [
    ({"@context": "https://schema.org", "@type": "Person", "familyName": "山田", "givenName": "花子"}, "", "info"),
    ({"@context": "https://schema.org", "@type": "Dataset", "name": "AED", "distribution": {"@type": "DataDownload"}}, "", "info"),
    ({"@context": ["https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld"], "id": "urn:1", "type": "AED"}, "", "info"),
    ({"@context": ["https://example.org/c", {"x": "urn:x-gif:pd:"}], "@type": "x:Person", "x:familyName": "山田"}, "", "error"),
    ({"@context": "https://example.org/c", "@type": "ic:人型", "ic:年齢": "5"}, "", "error"),
    ({"@context": ["https://imi.go.jp/ns/core/context.jsonld", "https://example.org/c"], "@type": "人型"}, "", "error"),
    ({"@context": "https://schema.org", "@type": "Person", "familyName": "山田"}, "gif/person", "error"),
]


@pytest.mark.parametrize("name", ["a.json", "a.jsonld"])
@pytest.mark.parametrize(("data", "standard", "severity"), FOREIGN)
def test_a_context_that_is_not_at_hand(data: dict[str, Any], standard: str, severity: str, name: str) -> None:
    file = report(json.dumps(data, ensure_ascii=False), name, standard)
    assert [each.severity.label for each in file.findings if each.rule.id == "RDF-002"] == [severity]
    assert file.conforms is (False if standard else None)
    assert not any(value is not None for value in file.levels.values())
    assert file.records == 1
    assert (file.counts[gv.Severity.ERROR] == 0) == (severity == "info")


def test_references_that_form_a_loop_and_keys_that_stand_twice() -> None:
    facility = {
        "name": "きおい公民館",
        "nameKana": "キオイコウミンカン",
        "facilityAddress": {"fullAddress": "x", "postalCode": "9", "country": {"code": "USA"}},
    }
    first, second = {"id": "A1", **facility, "relatedFacility": "A2"}, {"id": "A2", **facility, "relatedFacility": "A1"}
    found = rules(report([first, second, {"id": "A1", **facility}], standard="gif/facility"))
    assert [rule for rule, _ in found if rule in {"TABLE-021", "GIF-FAC-007"}] == ["GIF-FAC-007", "TABLE-021"]


def test_ckan_answers_are_named_and_checked() -> None:
    package: dict[str, Any] = {
        "name": "aed",
        "title": "AED",
        "notes": "x",
        "author": "市",
        "author_email": "x",
        "license_id": "cc-by",
        "metadata_created": "2020-01-01",
    }
    package |= {
        "maintainer": "",
        "tags": [],
        "groups": [],
        "extras": [],
        "state": "active",
        "license_title": "CC",
        "organization": {"name": "市"},
    }
    package |= {"url": "", "maintainer_email": "", "license_url": "", "version": "", "metadata_modified": "2020-01-01", "private": False}
    resource = {"name": "AED", "url": "https://www.example.jp/aed.csv", "format": "CSV"}
    file = report({"success": True, "result": {**package, "resources": [resource]}}, "a.json", "")
    assert file.standard == "catalog/ckan@2.10"
    assert ("GIF-CONT-001", "author_email") in rules(file)


def test_a_pattern_that_the_class_has_not_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    from gif_validate.cli.app import run

    assert run(["check", "pyproject.toml", "--standard", "gif/person", "--pattern", "MP09"]) == 2
    assert "MP01, MP02, MP03" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["legal-entity", "address", "person", "facility"])
def test_examples_are_the_same_in_every_format(name: str) -> None:
    for stem, conforms in (("conforming", True), ("typical-faults", False)):
        files = [gv.check(EXAMPLES / f"gif-{name}" / f"{stem}.{suffix}").files[0] for suffix in ("csv", "json", "ttl", "xml")]
        assert {(file.standard, file.conforms, file.levels["LV1"], file.levels["LV2"]) for file in files} == {
            (f"gif/{name}@2.3", conforms, conforms, conforms)
        }
        found = [sorted(pair for pair in rules(file) if pair[0] != "GIF-CNF-006") for file in files]
        assert all(each == found[0] for each in found)


def test_the_city_of_the_detailed_items_is_not_that_of_the_basic_ones() -> None:
    """市区町村 (without 郡) is an item of the detailed tier; the patterns ask for 市区町村(郡)."""
    record = {
        "streetAddressId": "0002002",
        "prefecture": "東京都",
        "streetAddress": "紀尾井町",
        "cityBlock": "1-3",
        "buildingNameEtc": "",
        "fullAddress": "東京都千代田区紀尾井町1-3",
        "city": "千代田区",
    }
    file = report(record, "a.json", "gif/address")
    assert [rule for rule, _ in rules(file)] == ["GIF-ADDR-030"]
    assert file.levels["LV2"] is False
