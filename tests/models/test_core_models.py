"""The 17 core classes of GIF and their code lists: complete, loadable, true to the printed examples."""

from __future__ import annotations

import csv
from collections.abc import Mapping

import pytest

from gif_validate.catalogue.errors import DefinitionError
from gif_validate.catalogue.finding import Place
from gif_validate.catalogue.report import Findings
from gif_validate.codelists import codelist, codes, names, rows
from gif_validate.engine.documents.loops import loop_checks, loops
from gif_validate.engine.documents.structure import check_structure
from gif_validate.engine.records.comparisons import bound, check_record, items_of, rules_of
from gif_validate.engine.values.judge import Judge
from gif_validate.models.definition import loads
from gif_validate.models.flat import column, flat, pattern_of
from gif_validate.models.index import definitions
from gif_validate.models.model import Field, Model
from gif_validate.models.patterns import best, given, lacking
from gif_validate.parts import names as part_names
from gif_validate.readers.csv_reader import CsvReader
from gif_validate.readers.record import Leaf, Node
from tests.conftest import ROOT

CLASSES = {found.id: found for found in definitions(ROOT / "shapes/definitions/gif") if found.tier == "core"}
# Class → basic items, extension items, mandatory patterns, as the DMD prints them.
COUNTS = {
    "gif/person": (17, 27, 3),
    "gif/legal-entity": (18, 8, 3),
    "gif/business-place": (4, 1, 0),
    "gif/contact-point": (8, 0, 0),
    "gif/address": (11, 29, 7),
    "gif/facility": (11, 25, 0),
    "gif/accessibility": (19, 0, 0),
    "gif/childcare-information": (8, 1, 0),
    "gif/land": (13, 0, 0),
    "gif/building": (9, 16, 0),
    "gif/other-building-structure": (9, 16, 0),
    "gif/equipment": (8, 11, 0),
    "gif/event": (32, 29, 0),
    "gif/id-information-model": (2, 0, 0),
    "gif/code-information-model": (2, 0, 0),
    "gif/role-information-model": (2, 0, 0),
    "gif/related-organization-information-model": (2, 0, 0),
}
# Code list → number of its codes. The lists that DS-438-1 prints, those of the guides, and the values that the DMD names in passing.
LISTS = {
    "towns": 10,
    "towns-with-numerals": 1176,
    "gif-sex": 4,
    "gif-status": 4,
    "gif-applicability": 3,
    "gif-marital-status": 6,
    "gif-legal-entity-kind": 10,
    "gif-country-region": 251,
    "gif-country-region@published": 247,
    "gif-weekday": 7,
    "gif-weekday-abbreviation": 7,
    "gif-week-repeat": 8,
    "gif-time-band": 25,
    "gif-target-time": 25,
    "gif-month": 12,
    "gif-season": 17,
    "gif-ten-day": 4,
    "gif-land-use": 20,
    "gif-land-use@published": 20,
    "gif-land-use@1.36": 25,
    "gif-equipment-kind@1.36": 77,
    "gif-building-use": 19,
    "gif-building-structure": 15,
    "gif-city-furniture": 4,
    "gif-prefix": 6,
    "gif-fee-status": 2,
    "gif-webinar-status": 3,
    "gif-organization-type-position": 2,
    "gif-activity-status": 6,
    "gif-residence-flag": 1,
    "gif-person-category": 28,
    "gif-person-concern": 6,
    "gif-person-service": 9,
    "gif-beneficiary": 18,
    "gif-business-stage": 18,
    "gif-business-concern": 10,
    "gif-business-service": 21,
    "poi": 650,
    "poi-crosswalk": 829,
    "gif-code-catalogue": 702,
}
# Examples of the DMD that cause a finding, although they stand in a definition (rule), and misprints that do not stand in one.
FINDINGS = {("gif/building", "概要"): "GIF-CHAR-008", ("gif/equipment", "URL"): "GIF-CONT-002"}
MISPRINTS = [
    ("gif/address", "町字ID", "1111000", None),
    ("gif/address", "住居表示フラグ", "1:住居表示実施", "warning"),
    ("gif/childcare-information", "最小月齢", "一か月未満，三カ月未満，６カ月未満など", None),
    ("gif/contact-point", "連絡先電話番号", "012-3456-7890", "warning"),
    ("gif/id-information-model", "ID", "A1234", None),
    ("gif/id-information-model", "ID", "T0000000000000", None),
    ("gif/legal-entity", "創業年", "1990年", None),
    ("gif/related-organization-information-model", "法人番号", "0000000000000", "error"),
]


def look_up(name: str) -> Model:
    return CLASSES[name]


def node(values: Mapping[str, str]) -> Node:
    """A record of leaves and nested nodes from paths (``連絡先情報/連絡先名称``)."""
    root = Node()
    for path, text in values.items():
        *above, last = path.split("/")
        at = root
        for step in above:
            children = at.children.setdefault(step, [Node()])
            assert isinstance(children[0], Node)
            at = children[0]
        at.children.setdefault(last, []).append(Leaf(text, state="value" if text else "empty"))
    return root


def found_in(model: str, values: Mapping[str, str]) -> set[str]:
    findings = Findings(100)
    check_record(node(values), CLASSES[model], findings, lookup=look_up)
    return {finding.rule.id for finding in findings.kept()}


def test_every_class_has_its_items_and_patterns() -> None:
    assert CLASSES.keys() == COUNTS.keys()
    for name, model in CLASSES.items():
        items = [item for item in model.fields if not item.label_of]
        basic = sum(not item.extension for item in items)
        assert (basic, len(items) - basic, len(model.patterns)) == COUNTS[name], name
    assert sum(basic + extension for basic, extension, _ in COUNTS.values()) == 338


@pytest.mark.parametrize("name", COUNTS)
def test_a_class_is_complete(name: str) -> None:
    model = CLASSES[name]
    assert (model.kind, model.tier, model.edition, model.basis, model.document) == ("model", "core", "2.3", "official", "DS-438")
    english = [item.en for item in model.fields]
    assert len(set(english)) == len(english)
    assert all(english)
    for item in model.fields:
        assert item.kind in part_names()
        assert not item.model or item.model in CLASSES
        assert not item.codes or (isinstance(item.codes, str) and item.codes in names())
        # The occurrences of extension items are printed for addresses and child care only.
        printed = not item.extension or name in {"gif/address", "gif/childcare-information"}
        assert (item.most is not None) == (printed and not item.label_of), item.name
    for pattern in model.patterns:
        assert all(model.field(required).mark == "conditional" for required in pattern.required)
    assert all(rule.compare is not None for rule in rules_of(model))


def test_names_in_the_serialisations() -> None:
    person = CLASSES["gif/person"]
    assert person.name_in("json", person.field("氏")) == "familyName"
    assert person.name_in("xml", person.field("氏")) == "pd:familyName"
    assert person.name_in("rdf", person.field("性別")) == "pd:sex/pcd:code"
    assert person.name_in("json", person.field("性別_名称")) == "sex/value"


@pytest.mark.parametrize("name", COUNTS)
def test_examples_suit_their_items(name: str) -> None:
    model = CLASSES[name]
    for item in model.fields:
        if item.example:
            fault = Judge.of(model, item, "csv").fault(item.example)
            assert (fault.rule.id if fault else None) == FINDINGS.get((name, item.name)), (item.name, item.example)


@pytest.mark.parametrize(("name", "item", "example", "severity"), MISPRINTS)
def test_misprints_of_the_standard(name: str, item: str, example: str, severity: str | None) -> None:
    model = CLASSES[name]
    assert model.field(item).example != example
    fault = Judge.of(model, model.field(item), "csv").fault(example)
    assert (fault.severity.label if fault else None) == severity


@pytest.mark.parametrize(("name", "count"), LISTS.items())
def test_every_code_list_is_complete(name: str, count: int) -> None:
    assert len(rows(name)) == count
    assert all(row["code"] and row["code"] == row["code"].strip() for row in rows(name))
    described = codelist(name)
    assert described.title.ja
    assert described.title.en
    assert described.version
    assert described.source
    with (ROOT / "codelists" / described.file).open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file))[:2] == ["code", "name_ja"]


def test_corrected_lists_leave_the_published_ones_selectable() -> None:
    printed = [(row["code"], row["name_ja"]) for row in rows("gif-land-use@published")]
    assert [name for code, name in printed if code == "219"] == ["農林漁業施設用地", "その他①"]
    right = {row["name_ja"]: (row["code"], row["published"]) for row in rows("gif-land-use")}
    assert right["その他①"] == ("220", "219")
    assert {code for code, name in printed} == {published or code for code, published in right.values()}
    assert codes("gif-country-region").keys() - codes("gif-country-region@published").keys() == {"BES", "CUW", "SSD", "SXM"}


def test_codes_keep_their_zeros() -> None:
    assert codes("gif-month")["04"] == "4月"
    assert codes("poi")["0101"] == "山"


HEADERS = [
    ("gif/legal-entity", "登記住所_都道府県", "登記住所/都道府県"),
    ("gif/legal-entity", "registeredAddress.prefecture", "登記住所/都道府県"),
    ("gif/legal-entity", "登記住所_MP02_市区町村（郡）", "登記住所/市区町村(郡)"),
    ("gif/legal-entity", "ID群_2_ID", "ID群[2]/ID"),
    ("gif/legal-entity", "代表者_住所_国_名称", "代表者/住所/国/名称"),
    ("gif/person", "国籍", "国籍/コード"),
    ("gif/person", "nationality.value", "国籍/名称"),
    ("gif/person", "身長（cm）", "身長(cm)"),
    ("gif/person", "height_CMT", "身長(cm)"),
    ("gif/contact-point", "連絡先電話番号_3", "連絡先電話番号[3]"),
    ("gif/facility", "関連施設", "関連施設"),
    ("gif/facility", "関連施設_2_関連施設_ID", "関連施設[2]/関連施設/ID"),
    ("gif/person", "氏_2", None),
    ("gif/person", "氏_MP01", None),
    ("gif/person", "住所_", None),
    ("gif/person", "電話", None),
]


@pytest.mark.parametrize(("name", "header", "path"), HEADERS)
def test_flat_headers(name: str, header: str, path: str | None) -> None:
    found = column(CLASSES[name], header, look_up)
    assert (found.where if found else None) == path


def test_every_path_of_two_steps_has_a_flat_header() -> None:
    for model in CLASSES.values():
        for item in model.fields:
            for inner in CLASSES[item.model].fields if item.model else ():
                for header in (f"{item.name}_{inner.name}", f"{item.en}.{inner.en}"):
                    found = column(model, header, look_up)
                    assert found is not None
                    assert found.where == f"{item.name}/{inner.where}"


def test_a_flat_table_has_the_keys_of_its_class() -> None:
    headers = [
        "ID",
        "名称",
        "名称(カナ)",
        "施設住所_都道府県",
        "施設住所_市区町村(郡)",
        "連絡先情報_連絡先電話番号",
        "連絡先情報_連絡先電話番号_2",
    ]
    table = flat(CLASSES["gif/facility"], headers, look_up)
    assert [item.name for item in table.fields] == headers
    assert table.keys == (("ID",),)


def test_keys_and_agreements_name_the_columns_of_a_flat_table() -> None:
    headers = ["id", "facilityAddress.localGovernmentCode", "facilityAddress.prefecture", "facilityAddress.cityAndCounty"]
    table = flat(CLASSES["gif/facility"], headers, look_up)
    assert table.keys == (("id",),)
    roles = {"code": headers[1], "prefecture": headers[2], "municipality": headers[3]}
    assert [(agreement.check, agreement.roles) for agreement in table.agreements] == [("municipality", roles)]


def test_a_flat_table_misses_the_mandatory_items() -> None:
    table = flat(CLASSES["gif/facility"], ["ID", "施設住所_連結表記", "色"], look_up)
    assert [(item.name, item.mark) for item in table.fields] == [
        ("ID", "must"),
        ("施設住所_連結表記", "conditional"),
        ("名称", "must"),
        ("名称(カナ)", "must"),
    ]
    assert pattern_of("施設住所_MP06_都道府県") == "MP06"


def test_mandatory_patterns() -> None:
    person = CLASSES["gif/person"]
    record = {"氏": "山田", "名": "花子", "氏(カナ)": "ヤマダ", "名(カナ)": "ハナコ", "ID群/ID": "1"}
    assert lacking(person, record) == {"MP01": ("氏(英字)", "名(英字)"), "MP02": (), "MP03": ("性別", "生年月日", "住所")}
    assert best(person, record) == ("MP02", ())
    assert best(person, record, "MP01") == ("MP01", ("氏(英字)", "名(英字)"))
    assert best(CLASSES["gif/facility"], record) == ("", ())
    with pytest.raises(KeyError):
        best(person, record, "MP09")


def test_a_house_without_a_name_has_an_empty_building() -> None:
    address = CLASSES["gif/address"]
    assert "建物名等(方書)" in given(address, {"建物名等(方書)": ""})
    assert "建物名等(方書)" not in given(address, {"連結表記": "東京都千代田区"})
    assert "町字" not in given(address, {"町字": ""})


RECORDS: list[tuple[str, dict[str, str], set[str]]] = [
    ("gif/person", {"氏": "山田", "名": "花子", "氏名": "山田 花子"}, set()),
    ("gif/person", {"氏": "山田", "名": "花子", "氏名": "田中 花子"}, {"GIF-PER-003"}),
    ("gif/person", {"住所/国/コード": "JPN", "住所/国/名称": "フランス共和国"}, {"GIF-ADR-014"}),
    ("gif/person", {"ID群/ID種別": "個人番号", "ID群/ID": "A1234"}, {"GIF-PER-010"}),
    ("gif/person", {"連絡先情報/連絡先名称": "総務課"}, {"GIF-CON-010"}),
    ("gif/person", {"秘匿情報/コード": "A", "秘匿情報/コード種別": "DV等被害者"}, set()),
    ("gif/person", {"秘匿情報/コード": "A"}, {"GIF-COD-005"}),
    ("gif/person", {"年齢": "二十一"}, set()),
    ("gif/person", {"年齢": "210"}, {"GIF-PER-009"}),
    ("gif/legal-entity", {"ID群/ID種別": "登録番号", "ID群/ID": "T0000000000000", "法人番号": "8000012010038"}, {"GIF-ORG-005"}),
    (
        "gif/legal-entity",
        {"関連組織/役割/コード種別": "組織間の関係性", "関連組織/役割/コード": "子会社", "関連組織/法人番号": "0"},
        {"GIF-ORG-015"},
    ),
    ("gif/person", {"国籍/コード": "JP", "国籍/名称": "日本国"}, set()),
    ("gif/person", {"国籍/コード": "SSD"}, {"GIF-COD-004"}),
    # Combinations that the DMD itself prints.
    ("gif/facility", {"駐車場有無": "0", "駐車場情報": "駐車スペース10台・身障者用駐車場1台", "駐車場料金": "有料"}, {"GIF-FAC-005"}),
    ("gif/building", {"状態": "建築中", "竣工日": "2022-04-01"}, {"GIF-BLD-006"}),
    ("gif/event", {"ID": "XXXXX-00000", "サブイベント": "XXXXX-00000"}, {"GIF-EVT-008"}),
    ("gif/equipment", {"種別情報/コード種別": "公共測量標準図式コード", "種別情報/コード": "1110"}, set()),
    ("gif/equipment", {"備考": "各階ごとに25m以下となるようにすること。"}, {"GIF-EQP-002"}),
    ("gif/childcare-information", {"料金有無": "有料", "料金情報/コード種別": "1時間あたり料金", "料金情報/コード": "700円"}, set()),
]


# What the printed examples of a class, taken as one record, contradict; none for the other classes.
CONTRADICTIONS = {
    "gif/building": {"GIF-BLD-006"},
    "gif/equipment": {"GIF-EQP-002"},
    "gif/event": {"GIF-EVT-008"},
    "gif/facility": {"GIF-FAC-005"},
}


@pytest.mark.parametrize("name", COUNTS)
def test_the_examples_of_a_class_as_one_record(name: str) -> None:
    examples = {item.where: item.example for item in CLASSES[name].fields if item.example}
    assert found_in(name, examples) == CONTRADICTIONS.get(name, set())


@pytest.mark.parametrize(("name", "values", "expected"), RECORDS)
def test_rules_of_records(name: str, values: dict[str, str], expected: set[str]) -> None:
    assert found_in(name, values) == expected


@pytest.mark.parametrize(("name", "values", "expected"), RECORDS)
def test_tables_get_the_findings_of_records(name: str, values: dict[str, str], expected: set[str]) -> None:
    model = CLASSES[name]
    findings = Findings(100)
    (block,) = CsvReader().blocks([",".join(f'"{text}"' for text in values.values()) + "\n"])
    columns = [(text,) for text in values.values()]
    items = {index: Field(name=path.replace("/", "_"), path=path) for index, path in enumerate(values)}
    for check in bound(model, items, look_up):
        check.check(columns, block, range(1), 1, findings)
    assert {finding.rule.id for finding in findings.kept()} == expected
    assert all(finding.field in {item.name for item in items.values()} for finding in findings.kept())


def test_agreements_of_nested_classes_hold_in_records() -> None:
    values = {"施設住所/全国地方公共団体コード": "131016", "施設住所/都道府県": "大阪府", "施設住所/代表点の緯度": "35.680959"}
    findings = Findings(100)
    check_record(node(values | {"施設住所/代表点の経度": ""}), CLASSES["gif/facility"], findings, lookup=look_up)
    found = [(finding.rule.id, finding.severity.label, finding.path) for finding in findings.kept()]
    assert found == [
        ("GIF-ADDR-004", "error", "施設住所/全国地方公共団体コード"),
        ("FIELD-006", "warning", "施設住所/代表点の緯度"),
    ]
    assert found_in("gif/event", {"開始日": "2019-08-11", "終了日": "2019-08-10"}) == {"GIF-PERIOD-009"}


def test_a_finding_points_at_the_occurrence_that_fails() -> None:
    values = {"ID群/ID種別": "団体番号", "ID群/ID": "1", "ID群[2]/ID種別": "登録番号", "ID群[2]/ID": "8000012010038"}
    items = {index: Field(name=path, path=path) for index, path in enumerate(values)}
    (block,) = CsvReader().blocks([",".join(values.values()) + "\n"])
    findings = Findings(100)
    for check in bound(CLASSES["gif/legal-entity"], items, look_up):
        check.check([(text,) for text in values.values()], block, range(1), 1, findings)
    (finding,) = (each for each in findings.kept() if each.rule.id == "GIF-ORG-004")
    assert (finding.place.column, finding.path, finding.value) == (4, "ID群/ID", "8000012010038")


def test_a_finding_has_its_path_and_never_an_individual_number() -> None:
    findings = Findings(100)
    above = "役割関与情報/関与者/ID群"
    record = node({f"{above}/ID種別": "個人番号", f"{above}/ID": "123456789018"})
    check_record(record, CLASSES["gif/person"], findings, lookup=look_up)
    (finding,) = (each for each in findings.kept() if each.rule.id == "GIF-PER-010")
    assert finding.path == "役割関与情報/関与者/ID群/ID種別"
    assert "123456789018" not in str(finding.as_dict())


def test_loops_of_references() -> None:
    findings = Findings(100)
    (check,) = loop_checks(CLASSES["gif/event"])
    for number, (own, *others) in enumerate([("A", "B"), ("B", "C", "D"), ("C", "A"), ("D", "D"), ("E", "A")], 1):
        record = {"ID": own} | {f"サブイベント[{index}]": other for index, other in enumerate(others, 1)}
        check.see(record, Place(record=number))
    check.close(findings)
    (finding,) = findings.kept()
    assert (finding.rule.id, finding.place.record) == ("GIF-EVT-008", 1)
    assert "A → B → C → A" in finding.message("ja")
    assert loop_checks(CLASSES["gif/person"]) == []


def test_long_chains_of_references_take_linear_time() -> None:
    chain = {str(number): [str(number + 1)] for number in range(100_000)}
    assert loops(chain) == []
    (loop,) = loops(chain | {"100000": ["0"]})
    assert len(loop) == 100_001


def test_what_may_stand_once() -> None:
    findings = Findings(100)
    record = Node(
        children={
            "氏": [Leaf("山田"), Leaf("田中")],
            "ID群": [Node(), Node()],
            "連絡先情報": [Node(children={"連絡先URL": [Leaf("a")] * 3})],
        }
    )
    check_structure(record, CLASSES["gif/person"], findings, lookup=look_up)
    assert [(finding.rule.id, finding.path) for finding in findings.kept()] == [
        ("GIF-STR-001", "氏"),
        ("GIF-STR-001", "連絡先情報/連絡先URL"),
    ]


HEAD = "id: a/b\ntitle: {ja: あ, en: a}\n"


def test_a_definition_names_rules_that_compare_items() -> None:
    assert loads(HEAD + "rules: [GIF-PER-003]\nprefix: ad\n").rules == ("GIF-PER-003",)
    for wrong in ("GIF-PER-999", "GIF-POST-001"):
        with pytest.raises(DefinitionError, match="compares items") as caught:
            loads(HEAD + f"rules: [{wrong}]\n")
        assert caught.value.line == 3


def test_an_extension_keeps_the_rules_and_the_prefix_of_its_class() -> None:
    extended = loads(
        HEAD + "extends: gif/person\nrules: [GIF-CON-010, GIF-PER-003]\nfields: [{name: 社員番号, extension: true}]\n",
        known={"gif/person": CLASSES["gif/person"]},
    )
    assert extended.rules == (*CLASSES["gif/person"].rules, "GIF-CON-010")
    assert extended.prefix == "pd"
    assert extended.field("社員番号").extension


def test_rules_name_items_that_exist() -> None:
    for model in CLASSES.values():
        paths = {item.where for item in model.fields} | {item.name for item in model.fields} | {"必須パターン"}
        for rule in rules_of(model):
            assert any(item.partition("/")[0] in {path.partition("/")[0] for path in paths} for item in items_of(rule)), (model.id, rule.id)
