"""XML: any record comes back as the same tree, every place is right, nothing outside the file is read, nothing hostile gets through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gif_validate.catalogue.finding import Finding
from gif_validate.catalogue.report import Findings
from gif_validate.catalogue.rule import Severity
from gif_validate.readers.record import Leaf, Node
from gif_validate.readers.source import Source
from gif_validate.readers.xml.reader import XmlDocument, read_xml

GIF = "http://xxx/xxx/gif/xxx"
NAMES = st.sampled_from(["名称", "住所", "name", "a", "facilityAddress"])
# The last ones are those that Python writes in cp932 and EUC-JP, but does not read back.
CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff¥‾¢£¬‖−〜")
TEXT = st.text(CHARACTERS, max_size=8) | st.sampled_from(["<&>", "]]>", "\n x\t", "𠮷野家", ""])
LEAF = TEXT | st.none()
TREE = st.recursive(LEAF, lambda inner: st.lists(st.tuples(NAMES, inner), min_size=1, max_size=4), max_leaves=10)
RECORD = st.lists(st.tuples(NAMES, TREE), min_size=1, max_size=4)
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def read(data: str | bytes, **options: Any) -> tuple[list[Node], list[Finding], XmlDocument]:
    findings = Findings(1000)
    document = read_xml(Source.of_bytes(data.encode() if isinstance(data, str) else data, "a.xml"), findings, **options)
    return list(document.records()), findings.kept(), document


def faults(data: str | bytes, **options: Any) -> list[tuple[str, int | None, int | None]]:
    return [(f.rule.id, f.place.line, f.place.column) for f in read(data, **options)[1]]


def plain(child: Node | Leaf) -> Any:
    """A tree as nested tuples."""
    if isinstance(child, Leaf):
        return (child.state, child.text)
    return {name: [plain(below) for below in children] for name, children in child.children.items()}


def expected(value: Any) -> Any:
    """The same for what was generated."""
    if value is None:
        return ("nil", "")
    if isinstance(value, str):
        return ("value" if value else "empty", value)
    found: dict[str, Any] = {}
    for name, below in value:
        found.setdefault(name, []).append(expected(below))
    return found


def element(name: str, value: Any, namespace: str) -> Any:
    made = etree.Element(f"{{{namespace}}}{name}")
    if value is None:
        made.set(f"{{{XSI}}}nil", "true")
    elif isinstance(value, str):
        made.text = value
    else:
        made.extend(element(below, held, namespace) for below, held in value)
    return made


def parts(child: Node | Leaf) -> Iterator[Node | Leaf]:
    yield child
    if isinstance(child, Node):
        for children in child.children.values():
            for below in children:
                yield from parts(below)


@given(
    records=st.lists(RECORD, min_size=1, max_size=3),
    namespace=st.sampled_from([GIF, "urn:x-gif:pd:"]),
    codec=st.sampled_from(["utf-8", "utf-16", "cp932", "euc-jp"]),
    pretty=st.booleans(),
    prefix=st.sampled_from([None, "pd"]),
)
def test_records_come_back_with_every_place_right(records: list[Any], namespace: str, codec: str, pretty: bool, prefix: str | None) -> None:
    root = etree.Element(f"{{{namespace}}}List", nsmap={prefix: namespace})
    root.extend(element("LegalEntity", record, namespace) for record in records)
    written = etree.tostring(root, encoding="unicode", pretty_print=pretty)
    text = f'<?xml version="1.0" encoding="{codec}"?>\n{written}'
    data = text.encode(codec, "xmlcharrefreplace")
    nodes, findings, document = read(data, is_record=lambda name: name == "LegalEntity")
    assert [plain(node) for node in nodes] == [expected(record) for record in records]
    assert not [f for f in findings if f.rule.id != "XML-006"]
    assert document.root_namespace == namespace
    lines = re.split("\r\n|\r|\n", data.decode(codec).removeprefix("\ufeff"))
    tree = etree.fromstring(written)
    for number, node in enumerate(nodes, start=1):
        assert node.model == "LegalEntity"
        for part in parts(node):
            place = document.place(part)
            assert place.line is not None
            assert place.column is not None
            assert place.record == number
            steps = [step.rstrip("]").split("[") for step in str(place.pointer).split("/")[1:]]
            path = "".join(f"/*[local-name()='{step[0]}'][{step[-1] if len(step) > 1 else 1}]" for step in steps)
            (pointed,) = tree.xpath(path)
            name = etree.QName(pointed).localname
            assert re.match(rf"<(?:\w+:)?{name}\b", lines[place.line - 1][place.column - 1 :])
            if isinstance(part, Leaf):
                assert part.text == (pointed.text or "")


def test_line_numbers_of_long_files() -> None:
    data = "<l>" + "<r><a>\n</a>\n</r>" * 50_000 + "</l>"
    nodes, _, _ = read(data)
    assert len(nodes) == 50_000
    assert nodes[-1].place.line == 2 * 49_999 + 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("<LegalEntity><name>x</name><address><a/></address></LegalEntity>", 1),
        ("<LegalEntity><address><a/></address><name>x</name></LegalEntity>", 1),
        ("<List><LegalEntity><name>x</name></LegalEntity></List>", 1),
        ("<List><LegalEntity><name>x</name></LegalEntity><LegalEntity><name>x</name></LegalEntity></List>", 2),
        ("<LegalEntity/>", 1),
    ],
)
def test_records_are_guessed(text: str, number: int) -> None:
    nodes, findings, _ = read(text)
    assert len(nodes) == number
    assert nodes[0].model == "LegalEntity"
    assert not findings


def test_records_deeper_down_and_beside_others() -> None:
    text = "<a><head>x</head><b><Person><n>1</n></Person><Address><n>2</n></Address></b></a>"
    nodes, _, _ = read(text, is_record=lambda name: name == "Person")
    assert [(node.model, node.text("n")) for node in nodes] == [("Person", "1"), ("Address", "2")]


def test_attributes_languages_and_nil() -> None:
    xsi = f'xmlns:xsi="{XSI}"'
    text = (
        f'<r {xsi} id="7" xml:lang="ja"><a xml:lang="en">x</a><b>y</b><c xsi:nil="true"/>'
        '<d ref="7" xsi:nil="1"/><e/><f x="1">z</f><g xsi:nil="true">w</g></r>'
    )
    nodes, findings, _ = read(text)
    (node,) = nodes
    assert [leaf.lang for leaf in (node.children["a"][0], node.children["b"][0]) if isinstance(leaf, Leaf)] == ["en", "ja"]
    assert plain(node) == {
        "@id": [("value", "7")],
        "a": [("value", "x")],
        "b": [("value", "y")],
        "c": [("nil", "")],
        "d": [{"@ref": [("value", "7")]}],
        "e": [("empty", "")],
        "f": [("value", "z")],
        "g": [("value", "w")],
    }
    assert [f.rule.id for f in findings] == ["XML-010", "XML-011"]


@pytest.mark.parametrize(
    ("doctype", "severity"),
    [
        ("<!DOCTYPE a SYSTEM 'BED0400.DTD'>", Severity.INFO),
        ("<!DOCTYPE a SYSTEM 'http://x.invalid/a.dtd'>", Severity.WARNING),
        ("<!DOCTYPE a SYSTEM '../a.dtd'>", Severity.WARNING),
        ("<!DOCTYPE a PUBLIC 'x' 'a.dtd'>", Severity.WARNING),
        ("<!DOCTYPE a SYSTEM 'a.dtd' [<!ELEMENT a ANY>]>", Severity.WARNING),
        ("<!DOCTYPE a>", Severity.WARNING),
    ],
)
def test_a_doctype_that_only_names_a_file_is_no_more_than_told(doctype: str, severity: Severity) -> None:
    _, (finding,), _ = read(f"{doctype}<a><b>1</b></a>")
    assert (finding.rule.id, finding.severity) == ("XML-003", severity)


@pytest.mark.parametrize("before", [0, 60_000, 65_530, 65_536, 200_000])
def test_entities_are_named_wherever_they_stand(before: int) -> None:
    findings = read(f"<a><b>{'あ' * before}</b><c>\n&nbsp;</c></a>")[1]
    assert [(finding.rule.id, finding.value) for finding in findings] == [("XML-004", "nbsp")]


def test_values_of_the_whole_file_are_no_records() -> None:
    text = "<all><count>2</count><date/><one><id>1</id></one><one><id>2</id></one><end>x</end></all>"
    nodes, findings, _ = read(text, is_record=lambda name: name == "one")
    assert [(node.model, node.place.record) for node in nodes] == [("one", 1), ("one", 2)]
    assert not findings
    items, _, _ = read("<all><head><id>1</id><name>x</name></head></all>", is_record=lambda _: False, is_item=lambda name: name == "head")
    assert [node.model for node in items] == ["all"]


def test_namespaces_that_count() -> None:
    text = f'<r xmlns="{GIF}" xmlns:o="urn:o"><a>1</a><o:b>2</o:b></r>'
    assert list(read(text)[0][0].children) == ["a", "b"]
    assert list(read(text, namespaces=[GIF])[0][0].children) == ["a", "{urn:o}b"]


FAULTS = [
    ("<a><b>x</c></a>", [("XML-001", 1, 10)]),
    ("<a>\n<b>A & B</b></a>", [("XML-001", 2, 7)]),
    ("<a x='1' x='2'/>", [("XML-001", 1, 10)]),
    ("<a/><b/>", [("XML-001", 1, 5)]),
    ("<pd:a/>", [("XML-001", 1, 1)]),
    ("<a>\x01</a>", [("XML-001", 1, 4)]),
    ("<a><b>x</b>", [("XML-002", 1, 12)]),
    ("<a><b", [("XML-002", 1, 4)]),
    ("<a><!-- x", [("XML-002", 1, 4)]),
    ("<a><![CDATA[x", [("XML-002", 1, 14)]),
    ("<!DOCTYPE a SYSTEM 'http://x.invalid/a.dtd'><a><b>1</b></a>", [("XML-003", 1, 44)]),
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", [("XML-003", 1, 13), ("XML-020", 1, 25)]),
    ("<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;'>]><a>&d;</a>", [("XML-003", 1, 13), ("XML-004", 1, 40), ("XML-020", 1, 25)]),
    ("<!DOCTYPE a [<!ENTITY b '<c/>'>]><a>&b;</a>", [("XML-003", 1, 13), ("XML-004", 1, 25)]),
    ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", [("XML-003", 1, 13), ("XML-004", 1, 58)]),
    ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>c</a>", [("XML-003", 1, 13)]),
    ("<!DOCTYPE a SYSTEM 'a.dtd'><a><b>x&c;y</b></a>", [("XML-003", 1, 27), ("XML-004", 1, 35)]),
    ("<a>&b;</a>", [("XML-004", 1, 4)]),
    ('<?xml version="1.0" encoding="Shift_JIS"?><a><b>中央公民館</b></a>', [("XML-005", None, None)]),
    ("<a><b>x</b>y</a>", [("XML-006", 1, 1)]),
    ("<a><i:include xmlns:i='http://www.w3.org/2001/XInclude' href='b.xml'/></a>", [("XML-007", 1, 4)]),
]


@pytest.mark.parametrize(("text", "found"), FAULTS)
def test_faults_are_found_at_their_place(text: str, found: list[tuple[str, int | None, int | None]]) -> None:
    assert sorted(faults(text)) == found


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "utf-16-le"])
def test_an_encoding_without_declaration(codec: str) -> None:
    data = "<法人><名称>中央公民館のひろば</名称></法人>".encode(codec)
    nodes, findings, _ = read(data)
    assert nodes[0].text("名称") == "中央公民館のひろば"
    assert [f.rule.id for f in findings] == ([] if codec == "utf-16-le" else ["XML-005"])


def test_undecodable_bytes_are_found() -> None:
    nodes, findings, _ = read(b"<r>\n<a>x\xffy</a><b>z</b></r>")
    assert [(f.rule.id, f.place.line, f.place.column, f.details["found"]) for f in findings] == [("FILE-003", 2, 5, "FF")]
    assert [leaf.state for leaf in parts(nodes[0]) if isinstance(leaf, Leaf)] == ["faulty", "value"]


DOCUMENT = (
    f'<?xml version="1.0"?>\n<!-- 表 --><p:l xmlns:p="{GIF}"><p:r><p:名称>中央&amp;館</p:名称><p:a id="1"/><![CDATA[ ]]></p:r></p:l>'
).encode()


def test_truncated_at_every_byte() -> None:
    assert not faults(DOCUMENT)
    for end in range(1, len(DOCUMENT)):
        found = faults(DOCUMENT[:end])
        assert found
        cut = "\ufffd" in DOCUMENT[:end].decode("utf-8", "replace")
        assert {rule for rule, _, _ in found} <= ({"XML-001", "XML-002", "FILE-003"} if cut else {"XML-002"}), DOCUMENT[:end]


@given(data=st.binary(max_size=60) | st.text(st.sampled_from("<>/!?-[]&;'\"=ab :x名\n"), max_size=40).map(str.encode))
def test_anything_is_read_or_reported(data: bytes) -> None:
    nodes, findings, _ = read(data)
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        assert findings
    else:
        assert nodes or findings


LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'x'>" + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(30)) + "]><a>&a30;</a>"


@pytest.mark.parametrize(
    "data",
    [
        LAUGHS.encode(),
        b"<a>" * 100_000,
        b"<" + b"a" * 100_000,
        b"<" + b"a" * 50_000 + b">" + b"<b/>" * 12_000,
        b"<a " + b"".join(b"x%d='' " % n for n in range(10_000)),
        b"<a><![CDATA[" * 10_000,
        b"<!--" + b"-" * 100_000,
        b"<a>" + b"&amp;" * 20_000,
        b"<a>" + b"<!-- -->x" * 12_000 + b"</a>",
        b"<a " + b"".join(b"xmlns:x%d='u' " % n for n in range(6_000)) + b"/>",
        b"\xff" * 100_000,
        b"<a>" + b"\xff<b/>" * 20_000,
        b"<!DOCTYPE a [" + b"<!ELEMENT a ANY>" * 6_000,
        b"<a b='" + b"x" * 20_000_000,
        b"<a><!--" + b"x" * 20_000_000,
    ],
    ids=lambda data: data[:12].decode("latin-1"),
)
def test_hostile_text_ends_in_a_report(data: bytes) -> None:
    nodes, findings, _ = read(data)
    assert nodes or findings


def test_deep_nesting_is_one_finding() -> None:
    assert not faults("<a>" * 200 + "</a>" * 200)
    assert [rule for rule, _, _ in faults("<a>" * 201 + "</a>" * 201)] == ["XML-008"]


def test_records_longer_than_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    from gif_validate.readers import source as module

    data = ("<l>" + "".join(f"<r>\r\n<名>あ{n}</名></r>" for n in range(20)) + "</l>").encode("utf-16")
    for size in (1, 2, 7, 64):
        monkeypatch.setattr(module, "BLOCK", size)
        nodes, findings, _ = read(data)
        assert [node.text("名") for node in nodes] == [f"あ{n}" for n in range(20)]
        assert [node.children["名"][0].place.line for node in nodes] == list(range(2, 22))
        assert not findings


FIFTH = ["電話１", "１電話", "大字・町", "名称（カナ）", "𠮷野家", "ー", "々", "㈱", "ｶﾅ", "髙𠮷", "é́", "한글１", "a１-b"]


@pytest.mark.parametrize("name", FIFTH)
def test_names_of_the_fifth_edition(name: str) -> None:
    text = f'<一覧>\n <施設 {name}="힣１"><{name}>１・힣</{name}><住所>힢</住所></施設>\n <施設><{name}/><{name}></施設>'
    nodes, (finding,), _ = read(text)
    assert (finding.rule.id, finding.place.line, finding.place.column) == ("XML-001", 3, len(text) - text.rindex("\n") - len("施設>"))
    leaf = nodes[0].children[name][0]
    assert isinstance(leaf, Leaf)
    assert (leaf.text, leaf.place.line, leaf.place.column) == ("１・힣", 2, text.split("\n")[1].index(f"<{name}>") + 1)
    assert leaf.place.pointer == f"/一覧/施設[1]/{name}[1]"
    assert [nodes[0].text(f"@{name}"), nodes[0].text("住所")] == ["힣１", "힢"]


@given(st.text(st.sampled_from("電話１・（）ー々a-힣힢𠮷éｱ"), min_size=1, max_size=6), st.integers(0, 3))
def test_a_name_is_accepted_as_lxml_accepts_it(name: str, spaces: int) -> None:
    text = f"<a>{' ' * spaces}<{name}>１</{name}></a>"
    try:
        etree.fromstring(text)
    except etree.XMLSyntaxError:
        assert read(text)[1]
    else:
        nodes, findings, _ = read(text)
        assert not findings
        assert nodes[0].text(name) == "１"


def test_a_name_cut_in_two_by_the_end_of_a_block() -> None:
    for before in range((1 << 20) - 12, (1 << 20) + 2, 3):
        nodes, findings, _ = read("<a><b>" + "x" * (before - 6) + "</b><c電話・１>y</c電話・１></a>")
        assert not findings
        assert nodes[0].text("c電話・１") == "y"


@pytest.mark.parametrize(
    ("codec", "declared", "told"),
    [
        ("utf-16", "UTF-8", True),
        ("utf-16-le", "UTF-8", True),
        ("utf-16-be", "UTF-8", True),
        ("utf-16", "Shift_JIS", True),
        ("utf-16", "UTF-16", False),
        ("utf-16", None, False),
        ("utf-8", "UTF-8", False),
        ("utf-8-sig", "utf-8", False),
        ("cp932", "Shift_JIS", False),
        ("euc-jp", "EUC-JP", False),
    ],
)
def test_the_declared_encoding_against_the_bytes(codec: str, declared: str | None, told: bool) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    nodes, findings, _ = read(f"{head}<施設><名称>中央公民館</名称></施設>".encode(codec))
    assert nodes[0].text("名称") == "中央公民館"
    assert [finding.rule.id for finding in findings] == (["XML-005"] if told else [])
