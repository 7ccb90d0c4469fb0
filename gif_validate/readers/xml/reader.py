"""XML as records, element by element in one stream: the memory used is that of the largest record.

The parser is expat, which gives the exact line and column of every element, however long the file; `xml_names` makes it take the names of
the fifth edition. Nothing outside the file is ever read, and no entity is expanded but the five predefined ones and short texts that the
file itself declares. Namespaces are not told apart unless the caller names those that count, because
the one that GIF prints is a placeholder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from ...catalogue.finding import Finding, Place
from ...catalogue.report import Findings
from ...catalogue.rule import Rule, Severity
from ...catalogue.text import Text
from ...characters.encodings import Decision, canonical
from ..decoding import decide, mended, moved, texts
from ..record import Leaf, Node, State
from ..source import Source
from . import rules
from .depth import MAX_TAG, Names, StopError, expat_parser, first_record, is_harmless
from .names import NONE, StandIns, stand_ins

MAX_DEPTH = 200
"""Levels of nesting that are read."""

_XSI = "http://www.w3.org/2001/XMLSchema-instance "
_LANG = "http://www.w3.org/XML/1998/namespace lang"
_INCLUDE = "http://www.w3.org/2001/XInclude include"
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_BOM = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
_SPACE = " \t\r\n"
_FILE_NAME = re.compile(r"[\w.-]+\.(?i:dtd)")
_NAME = re.compile(rb"&([^\s;&<>]{1,200})")
_TAIL = 1024
_KEPT = 8 << 20
_LONGEST_PATH = 1000
_WIDE = {"utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "iso-10646-ucs-2", "ucs-2"}
_SAME = {"utf-8-sig": "utf-8", "ascii": "utf-8"}
_OPEN = Text("閉じていない要素「{0}」", "an element that is not closed, {0}")
_UNFINISHED = Text("書きかけのタグや注釈", "an unfinished tag or comment")
_ERRORS = {
    2: Text("XML で使えない文字か、「<」「&」の書き誤り", "a character that XML does not allow, or a stray < or &"),
    4: Text("XML で使えない文字か、「<」「&」の書き誤り", "a character that XML does not allow, or a stray < or &"),
    7: Text("開始タグと終了タグの名前が違う", "the end tag does not match the start tag"),
    8: Text("同じ属性が二度ある", "an attribute stands twice"),
    9: Text("最上位の要素の後ろに余分な内容がある", "content behind the root element"),
    11: Text("定義のない実体がある", "an undefined entity"),
    14: Text("使えない文字の参照がある", "a reference to a character that XML does not allow"),
    17: Text("XML 宣言がファイルの先頭にない", "the XML declaration is not at the beginning"),
    27: Text("宣言のない接頭辞がある", "a prefix that is not declared"),
    30: Text("XML 宣言の書き方が違う", "the XML declaration is misspelt"),
}
_AMPLIFIED = 43
"""expat's code for entities that make far more of a document than it is."""
_TRUNCATIONS = {3, 5, 20}
"""expat's codes for no element found, unclosed token, unclosed CDATA section."""


@dataclass(slots=True)
class _Element:
    """An element that is open."""

    name: str
    place: Place
    attributes: list[tuple[str, str]]
    lang: str
    nil: bool
    node: Node | None = None
    faulty: bool = False
    text: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """How many children of each name there were, for their paths."""


@dataclass(slots=True)
class XmlDocument:
    """An XML file being read: iterate over `records` once."""

    source: Source
    findings: Findings
    decision: Decision
    declared: str | None
    is_record: Names | None
    namespaces: Collection[str] | None
    is_item: Names | None = None
    root: str | None = None
    """Name of the root element, known once reading began."""
    root_namespace: str | None = None
    doctype_system: str = ""
    """The DTD that the document names."""
    names: StandIns = NONE
    """Characters that stand for others while the document is read."""

    @property
    def encoding(self) -> str:
        """The encoding as reported."""
        return self.decision.encoding

    def records(self) -> Iterator[Node]:
        """The records in order; ``model`` of each is the name of its element.

        Every fault of the written form is a finding; one that leaves doubt ends the reading.
        """
        self._judge_encoding()
        blocks = _blocks(self.source, self.decision)
        self.names = stand_ins(blocks(), blocks())
        depth, first = first_record(map(self.names.put, blocks()), self.named, self.is_record, self.is_item)
        reading = _Reading(self, depth, first, blocks())
        yield from reading.run()

    @staticmethod
    def place(child: Node | Leaf) -> Place:
        """Where an element stands: record, line, column and path."""
        return child.place

    def _judge_encoding(self) -> None:
        said = self.declared.lower() if self.declared else None
        found = self.encoding
        if said is None:
            agrees = _SAME.get(found, found) == "utf-8" or found in _WIDE
        else:
            agrees = said in _WIDE if found in _WIDE else _SAME.get(found, found) == _reported(said)
        if not agrees:
            self.findings.say(rules.ENCODING, value=self.declared, expected=self.declared or "UTF-8", found=found)

    def named(self, name: str) -> str:
        """The name by which a field is known: without its namespace where that counts, else as ``{namespace}name``."""
        name = self.names.plain(name)
        namespace, _, local = name.rpartition(" ")
        if self.namespaces is None or not namespace or namespace in self.namespaces:
            return local
        return f"{{{namespace}}}{local}"


def read_xml(
    source: Source,
    findings: Findings,
    encoding: str | None = None,
    is_record: Names | None = None,
    namespaces: Collection[str] | None = None,
    is_item: Names | None = None,
) -> XmlDocument:
    """An XML file to be read. Findings go to ``findings``; OSError where the source cannot be read.

    ``is_record`` says which element names are records, ``is_item`` which are items of one; where none is, or nobody says, the root is the
    record, or, where it holds nothing but nested elements of one name, each of these. ``namespaces`` are those whose names count (None:
    all). An element with children is a node, one without a leaf; attributes of a node are its fields ``@name``, ``xml:lang`` is the
    language of the leaves below, ``xsi:nil`` their state. ``encoding`` overrules what the bytes say.
    """
    match = _DECLARED.match(_BOM.sub(b"", source.head()).replace(b"\0", b""))
    declared = match[1].decode() if match else None
    known = _reported(declared.lower()) if declared else None
    decision = decide(source, encoding, None if known in _WIDE else known)
    return XmlDocument(source, findings, decision, declared, is_record, namespaces, is_item)


def _reported(declared: str) -> str:
    try:
        return _SAME.get(canonical(declared), canonical(declared))
    except ValueError:
        return declared


def _blocks(source: Source, decision: Decision) -> Callable[[], Iterable[str]]:
    """The text, block by block, as often as it is asked for: decoded once where it is not too long to be kept."""
    kept: list[str] = []
    length = 0
    for text in texts(source, decision):
        kept.append(text)
        length += len(text)
        if length > _KEPT:
            return lambda: texts(source, decision)
    return lambda: kept


@dataclass(slots=True)
class _Reading:
    """The state of one pass over the file."""

    document: XmlDocument
    depth: int
    first: str
    """Name of the first record."""
    blocks: Iterable[str]
    stack: list[_Element] = field(default_factory=list)
    done: list[Node] = field(default_factory=list)
    number: int = 0
    tail: bytes = b""
    """The last bytes that the parser was given, and how many it had ``before`` them."""
    before: int = 0
    names: StandIns = NONE
    parser: expat.XMLParserType = field(init=False)

    def __post_init__(self) -> None:
        self.names = self.document.names
        self.parser = expat_parser(
            StartElementHandler=self.start,
            EndElementHandler=self.end,
            CharacterDataHandler=self.text,
            StartDoctypeDeclHandler=self.doctype,
            EntityDeclHandler=self.entity,
            ExternalEntityRefHandler=self.external,
            SkippedEntityHandler=self.skipped,
        )

    def run(self) -> Iterator[Node]:
        fed, line, column = 0, 1, 1
        try:
            for text in self.blocks:
                data = self.names.put(mended(text, self.document.decision, self.document.findings, line, column)).encode()
                line, column = moved(line, column, text, 0, len(text))
                self.tail = self.tail[-_TAIL:] + data
                fed += len(data)
                self.before = fed - len(self.tail)
                self.parser.Parse(data, False)
                yield from self.taken()
                if fed - self.parser.CurrentByteIndex > MAX_TAG:
                    self.say(rules.TOO_LONG, expected=f"{MAX_TAG >> 20} MiB")
                    return
            self.parser.Parse(b"", True)
        except StopError:
            pass
        except expat.ExpatError as error:
            self.broken(error)
        yield from self.taken()

    def taken(self) -> list[Node]:
        taken, self.done = self.done, []
        return taken

    # What expat tells.

    def start(self, name: str, attributes: list[str]) -> None:
        if len(self.stack) == MAX_DEPTH:
            self.say(rules.TOO_DEEP, expected=str(MAX_DEPTH))
            raise StopError
        if self.names.back:
            attributes = [*map(self.names.plain, attributes)]
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        above = self.stack[-1] if self.stack else None
        named = self.document.named(name)
        element = _Element(named, self.place(named, above), [], above.lang if above else "", False)
        for key, value in pairs:
            if key == _LANG:
                element.lang = value
            elif key == _XSI + "nil":
                element.nil = value.strip() in {"true", "1"}
            elif not key.startswith(_XSI):
                element.attributes.append((self.document.named(key), value))
        if above is None:
            self.document.root, self.document.root_namespace = named, self.names.plain(name).rpartition(" ")[0] or None
        elif len(self.stack) > self.depth and above.node is None:
            above.node = Node(place=above.place)
        self.stack.append(element)
        if name == _INCLUDE:
            self.say(rules.INCLUDE, dict(pairs).get("href", ""))

    def end(self, _: str) -> None:
        element = self.stack.pop()
        level = len(self.stack)
        if level < self.depth:
            # What stands above the records has elements in it, or is a value by itself.
            if element.counts:
                self.judge_text(element)
            return
        if level == self.depth > 0 and self.is_beside(element):
            self.number -= 1
            return
        child = self.built(element, is_record=level == self.depth)
        if level > self.depth:
            above = self.stack[-1].node
            assert above is not None
            above.children.setdefault(element.name, []).append(child)
        elif isinstance(child, Node):
            child.model = element.name
            self.done.append(child)

    def is_beside(self, element: _Element) -> bool:
        """True for a value that stands beside the records (their count, a date) and is none."""
        is_record = self.document.is_record
        if element.name == self.first or element.node is not None or element.attributes:
            return False
        return is_record is None or not is_record(element.name)

    def text(self, text: str) -> None:
        if self.stack:
            self.stack[-1].text.append(self.names.plain(text))

    def doctype(self, name: str, system: str | None, public: str | None, subset: bool) -> None:
        self.document.doctype_system = system or ""
        # A mere file name, as some standards prescribe: nothing is declared, and nothing far away is named.
        harmless = not subset and public is None and system is not None and _FILE_NAME.fullmatch(system) is not None
        place = Place(None, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.document.findings.add(
            Finding(rules.DOCTYPE, Severity.INFO if harmless else rules.DOCTYPE.severity, self.names.plain(name), {}, place)
        )

    def entity(self, name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        """An entity that is declared: a short text is put in where it is referred to, nothing outside the file ever is."""
        if is_harmless(is_parameter, value):
            if value is not None and not is_parameter:
                self.say(rules.DECLARED, self.names.plain(name))
            return
        self.say(rules.ENTITY, self.names.plain(name))
        raise StopError

    def external(self, context: str | None, *_: object) -> int:
        self.skipped((context or "").rpartition("\f")[2], False)
        return 1

    def skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self.say(rules.ENTITY, self.names.plain(name))
            if self.stack:
                self.stack[-1].faulty = True

    # What becomes of it.

    def built(self, element: _Element, *, is_record: bool) -> Node | Leaf:
        node = element.node
        text = "".join(element.text)
        if node is None and not is_record and (text or not element.attributes):
            return self.leaf(element, text)
        fields: dict[str, list[Node | Leaf]] = {}
        for name, value in element.attributes:
            fields[f"@{name}"] = [Leaf(value, element.place, state=_state(value))]
        if node is None:
            node = Node(place=element.place)
            if text.strip(_SPACE):
                fields[""] = [Leaf(text, element.place, lang=element.lang)]
        else:
            self.judge_text(element)
        node.children = {**fields, **node.children}
        return node

    def leaf(self, element: _Element, text: str) -> Leaf:
        for name, _ in element.attributes:
            self.say(rules.ATTRIBUTE, name, element.place)
        state = _state(text)
        if element.nil:
            if text:
                self.say(rules.NIL, text, element.place)
            else:
                state = "nil"
        if element.faulty or (self.document.decision.faulty and "\ufffd" in text):
            state = "faulty"
        return Leaf(text, element.place, lang=element.lang, state=state)

    def judge_text(self, element: _Element) -> None:
        stray = "".join(element.text).strip(_SPACE)
        if stray:
            self.say(rules.MIXED, stray, element.place)

    def place(self, name: str, above: _Element | None) -> Place:
        """Where the element that begins here is; records count from 1."""
        level = len(self.stack)
        if level == self.depth:
            self.number += 1
        record = self.number if level >= self.depth else None
        path: str | None = f"/{name}"
        if above is not None:
            above.counts[name] = count = above.counts.get(name, 0) + 1
            path = above.place.pointer and f"{above.place.pointer}/{name}[{count}]"
        path = path if path and len(path) <= _LONGEST_PATH else None
        return Place(record, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1, pointer=path)

    def say(self, rule: Rule, value: str | None = None, place: Place | None = None, **details: str | Text) -> None:
        here = Place(self.number or None, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.document.findings.add(Finding(rule, rule.severity, value, details, place or here))

    def broken(self, error: expat.ExpatError) -> None:
        place = Place(self.number or None, error.lineno, error.offset + 1)
        if error.code in _TRUNCATIONS:
            name = self.stack[-1].name if self.stack else ""
            within = Text(*(part.format(name) for part in _OPEN)) if self.stack else _UNFINISHED
            self.document.findings.say(rules.TRUNCATED, place=place, found=within)
            return
        found: Text = _ERRORS.get(error.code, Text(*[expat.ErrorString(error.code) or ""] * 2))
        if error.code == _AMPLIFIED:
            self.document.findings.say(rules.ENTITY, value="", place=place)
            return
        if error.code == 11:
            match = _NAME.match(self.tail, max(0, self.parser.ErrorByteIndex - self.before))
            name = self.names.plain(match[1].decode("utf-8", "replace")) if match else ""
            self.document.findings.say(rules.ENTITY, value=name, place=place)
            return
        self.document.findings.say(rules.SYNTAX, place=place, found=found)


def _state(text: str) -> State:
    return "value" if text else "empty"
