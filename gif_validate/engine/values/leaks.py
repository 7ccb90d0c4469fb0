"""The leak guard: individual numbers (個人番号, マイナンバー) in data that are passed on, whatever the table, the item or the standard.

番号法 第19条 forbids to give such a number to others but for the purposes it names, 第20条 to collect it. A number alone does not say what
it is: one number of twelve digits in ten has the right check digit by chance. So a number is reported where something speaks for it:

- the item is called so, or the words stand beside it in the same value or record;
- it stands in prose (remarks, or words around it), and no other number of twelve digits of that item is wrong;
- nearly all values of the item are different numbers with the right check digit, the more of them the more the name of the item speaks
  for another kind of number.

No report repeats the number: the finding has no value, and `redact` takes it out of all other findings of the file.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ...catalogue.finding import Finding, Place
from ...catalogue.repairs import Repairs
from ...catalogue.report import PLACES_KEPT, FileReport, Findings
from ...catalogue.rows import error
from ...catalogue.rule import FIRES, Clause, Details
from ...catalogue.text import Text
from ...characters.digit_runs import has_twelve_digits
from ...characters.widths import half
from ...parts.identifiers.individual_number import found_in, masked
from ...readers.record import Leaf, Node
from ...readers.source import Source
from ...readers.table import Block


def _look(value: str) -> Details | None:
    return FIRES if any(found_in(value)) else None


LEAK = error("FILE-037", Clause("番号法", "第19条、第20条"), look=_look, scope="column", about="truth", private=True).says(
    ("個人番号（マイナンバー）を含まない", "No individual numbers (My Number) in the data"),
    (
        "個人番号（マイナンバー）と思われる12桁の番号があります（検査数字も正しい）。法に定める場合のほかは提供できません。"
        "直ちに取り除き、公開済みであれば公開を止めます。",
        "There is a number of twelve digits that seems to be an individual number (My Number); its check digit is right. The law forbids "
        "to pass it on. Remove it at once, and withdraw the file if it was published.",
    ),
    good=("************", "123456789012", "8000020192074", "202609011200", "000000000000"),
    bad=("123456789018", "１２３４５６７８９０１８", "1234-5678-9018", "担当 1234 5678 9018"),
)

_NO_EXAMPLE: Details = {"example": ""}
_WORDS = re.compile(
    r"個人番号(?!カード)|マイ[ ・]?ナンバー(?!カード|ポータル)|個人ナンバー|\bmy[ _-]?numbers?(?![ _-]?card)|individual[ _-]?numbers?"
    r"|kojin[ _-]?bang[oō]u?",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"備考|特記|説明|概要|メモ|摘要|注記|注意|コメント|内容|その他|詳細|理由|経緯|所見|自由記述|本文|remark|note|memo|comment|descri|summary|text",
    re.IGNORECASE,
)
_BARE = re.compile(r"(番号|コード|ＩＤ|id|no[.]?|№|code|number|num|key|キー|値|value|#)[ 0-9]*", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"番号|コード|ナンバー|id\b|_id|ID|№|\bno\b|code|number|num\b|号|key|キー|額|金|円|費|税|数|量|人口|面積|高|計|率|価|jan|バーコード|電話|tel|fax"
    r"|口座|伝票|日時|時刻|time|date|年|月|url|座標|緯度|経度|lat|lon|size|bytes|サイズ|amount|price|count|total|population|capital|資本|売上|残高",
    re.IGNORECASE,
)
_PERSON = re.compile(r"氏名|生年月日|続柄|被保険者|受給者|birth|full[ _-]?name", re.IGNORECASE)
_ESCAPES = (b"\\u003", b"\\uff1", b"\\uFF1", b"&#")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_LONGEST = 64
"""Bytes that a number may take, with its separators."""
_NEAR = 48
_KEPT = 128
"""Characters behind its name in which a number is looked for, and those kept from one block to the next."""
_NAME = 20
_TWELVE = 12
_NEARLY_ALL = 0.9
_DISTINCT_KEPT = 8
_DISTINCT_NEEDED = {"prose": 1, "neutral": 3, "bare": 3, "number": 5}
"""How many different numbers speak for themselves, by what the name of the item says."""


def kind_of_item(name: str) -> str:
    """What the name of an item says of numbers in it: ``marked``, ``prose``, ``bare`` (a number, nothing more), ``number``, ``neutral``.

    >>> [kind_of_item(name) for name in ("個人番号", "備考", "番号", "契約番号", "欄3")]
    ['marked', 'prose', 'bare', 'number', 'neutral']
    """
    plain = half(name).strip()
    if _WORDS.search(plain):
        return "marked"
    if _BARE.fullmatch(plain):
        return "bare"
    if _PROSE.search(plain):
        return "prose"
    return "number" if _OTHER_NUMBER.search(plain) else "neutral"


@dataclass(slots=True)
class Suspect:
    """What one item (a column, a path in a document) has shown so far: numbers of twelve digits, right ones, and where they stand."""

    name: str
    path: str
    kind: str
    limit: int
    filled: int = 0
    numbers: int = 0
    right: int = 0
    cells: int = 0
    """Values with a right number, and how many of them hold words as well; ``certain``: how many the words of value or record name."""
    in_prose: int = 0
    certain: int = 0
    distinct: set[str] = field(default_factory=set)
    places: list[tuple[bool, Place]] = field(default_factory=list)

    def see(self, value: str, place: Callable[[], Place], *, named: Callable[[], bool] = bool) -> None:
        """Looks at a value. ``named``: whether another value of the record says that this is an individual number."""
        found = list(found_in(value, right=False))
        self.numbers += len(found)
        right = [number for number, is_right, _ in found if is_right]
        if not right:
            return
        self.right += len(right)
        self.cells += 1
        self.in_prose += any(is_prose for _, is_right, is_prose in found if is_right)
        if len(self.distinct) < _DISTINCT_KEPT:
            self.distinct.update(right)
        certain = self.kind == "marked" or _WORDS.search(value) is not None or named()
        self.certain += certain
        if len(self.places) < self.limit or (certain and not self.places[-1][0]):
            self.places.append((certain, place()))

    def leaks(self, *, persons: bool) -> bool:
        """True where all right numbers of the item count as individual numbers. ``persons``: the record describes a person."""
        if self.right < _NEARLY_ALL * self.numbers:
            return False
        kind = "prose" if self.kind == "neutral" and self.in_prose == self.cells else self.kind
        if kind == "prose":
            return True
        needed = 1 if persons and kind in {"bare", "neutral"} else _DISTINCT_NEEDED[kind]
        return len(self.distinct) >= needed and 2 * self.numbers >= self.filled

    def close(self, findings: Findings, *, persons: bool) -> None:
        """Reports what is certain, or all of it."""
        if not self.cells:
            return
        whole = self.kind == "marked" or self.leaks(persons=persons)
        count = self.cells if whole else self.certain
        places = [place for certain, place in self.places if whole or certain]
        for number in range(count):
            place = places[number] if number < len(places) else places[-1]
            findings.add(Finding(LEAK, LEAK.severity, None, _NO_EXAMPLE, place, masked(self.name), masked(self.path)))
        if count:
            findings.groups[LEAK.id, LEAK.severity, masked(self.name)].of = max(self.filled, count)


@dataclass(slots=True)
class LeakGuard:
    """Looks for individual numbers in all values of a file."""

    limit: int
    suspects: dict[str, Suspect] = field(default_factory=dict)
    nodes: set[str] = field(default_factory=set)
    """Nodes of a graph that were looked at: several trees may hold one."""
    _names: set[str] = field(default_factory=set)

    def of(self, name: str, path: str, *, key: str = "", prose: bool = False) -> Suspect:
        """What is known of an item; ``key`` tells apart items of one name. ``prose``: the standard says that it holds free text."""
        key = key or path
        if key not in self.suspects:
            kind = kind_of_item(name)
            kind = "marked" if _WORDS.search(half(path)) else "prose" if prose and kind == "neutral" else kind
            self.suspects[key] = Suspect(name, path, kind, max(PLACES_KEPT, self.limit))
        return self.suspects[key]

    def cells(self, suspects: Sequence[Suspect], block: Block, top: int, first: int) -> None:
        """Looks at the rows of a block of a table, which may be of any length. ``top``: the row of the first record, called ``first``."""
        if not block.has_numbers:
            return
        for index, suspect in enumerate(suspects):
            values = [cells[index] if index < len(cells) else "" for cells in block.rows]
            suspect.filled += len(values) - values.count("")
            if not has_twelve_digits("\n".join(values)):
                continue
            for row, value in enumerate(values):
                if len(value) >= _TWELVE:
                    record = first + row - top if row >= top else None
                    suspect.see(value, partial(block.place, row, index, record), named=partial(_says_so, block.rows[row]))

    def record(self, node: Node, place: Callable[[Node | Leaf], Place]) -> None:
        """Looks at all values of a record tree, in the order of the file, and at the names of its items."""
        pending = deque([("", node)])
        while pending:
            path, holder = pending.popleft()
            if (subject := holder.place.node) is not None:
                if subject in self.nodes:
                    continue
                self.nodes.add(subject)
            for name, children in holder.children.items():
                below = f"{path}/{name}" if path else name
                for child in children:
                    if isinstance(child, Node):
                        pending.append((below, child))
                    elif child.state == "value":
                        self._leaf(child, name, below, holder, place)
                if len(name) >= _TWELVE and name not in self._names and has_twelve_digits(name):
                    self._names.add(name)
                    self._name(name, path, children[0] if children else holder, place)

    def _leaf(self, leaf: Leaf, name: str, path: str, holder: Node, place: Callable[[Node | Leaf], Place]) -> None:
        suspect = self.of(name, path)
        suspect.filled += 1
        if len(leaf.text) >= _TWELVE and has_twelve_digits(leaf.text):
            suspect.see(leaf.text, partial(place, leaf), named=lambda: _says_so(_texts(holder)))

    def _name(self, name: str, path: str, part: Node | Leaf, place: Callable[[Node | Leaf], Place]) -> None:
        suspect = self.of(path.rpartition("/")[2], f"{path}/*")
        suspect.filled += 1
        suspect.see(name, lambda: place(part))

    def close(self, findings: Findings, names: Iterable[str] = ()) -> None:
        """Reports the numbers. ``names`` are those of all items: they say whether the records describe persons."""
        if not any(suspect.cells for suspect in self.suspects.values()):
            return
        persons = any(_PERSON.search(name) for name in (*names, *self.suspects))
        for suspect in self.suspects.values():
            suspect.close(findings, persons=persons)


def may_hold(source: Source) -> bool:
    """False where certainly no value of a file has twelve digits in a row: neither as they stand nor behind escapes or two bytes each."""
    rest = b""
    for block in source.blocks():
        data = rest + block
        if b"\0" in data or any(escape in data for escape in _ESCAPES) or has_twelve_digits(data):
            return True
        rest = data[-_LONGEST:]
    return False


def report_mentioned(source: Source, encoding: str | None, findings: Findings) -> None:
    """Reports an individual number that its name stands before, in a document in which no record was read: one finding for the file."""
    if any(group.rule is LEAK for group in findings.groups.values()):
        return
    decoder, rest, line = getincrementaldecoder(encoding or "utf-8")("replace"), "", 1
    for block in source.blocks():
        text = rest + _ESCAPED.sub(lambda match: chr(int(match[1], 16)), decoder.decode(block))
        for word in _WORDS.finditer(text):
            after = text[word.end() : word.end() + _NEAR]
            if any(found_in(after)):
                place = Place(line=line + text.count("\n", 0, word.start()))
                findings.add(Finding(LEAK, LEAK.severity, None, _NO_EXAMPLE, place))
                return
        rest = text[-_KEPT:]
        line += text.count("\n", 0, len(text) - len(rest))


def _says_so(texts: Iterable[str]) -> bool:
    """True where a value says nothing but "individual number": the kind of an id in the item beside it."""
    return any(len(text) <= _NAME and _WORDS.fullmatch(half(text).strip()) for text in texts)


def _texts(node: Node) -> list[str]:
    return [child.text for children in node.children.values() for child in children if isinstance(child, Leaf)]


def has_leak(report: FileReport) -> bool:
    """True where individual numbers were reported."""
    return any(group.rule is LEAK for group in report.groups)


def redact(report: FileReport) -> None:
    """Takes individual numbers out of everything else that is said of a file, its name too."""
    report.path, report.sheet = masked(report.path), _masked(report.sheet)
    if report.evidence is not None:
        report.evidence = replace(report.evidence, foreign=tuple(map(masked, report.evidence.foreign)))
    report.findings = [_redacted(finding) for finding in report.findings]
    for group in report.groups:
        first = [_redacted(finding) for finding in group.first]
        if first != group.first:
            group.repairs = Repairs()
        group.first, group.field = first, None if group.field is None else masked(group.field)


def _redacted(finding: Finding) -> Finding:
    at = finding.place
    place = replace(at, pointer=_masked(at.pointer), node=_masked(at.node), sheet=_masked(at.sheet))
    said = [text for detail in finding.details.values() for text in (detail if isinstance(detail, Text) else (detail,))]
    if not any(masked(text) != text for text in (finding.value or "", finding.suggestion or "", *said)):
        return replace(finding, place=place, field=_masked(finding.field), path=_masked(finding.path))
    details = {
        name: Text(*map(_blotted, detail)) if isinstance(detail, Text) else _blotted(detail) for name, detail in finding.details.items()
    }
    return replace(
        finding,
        value=_masked(finding.value),
        details=details,
        place=place,
        field=_masked(finding.field),
        path=_masked(finding.path),
        suggestion=None,
    )


def _masked(text: str | None) -> str | None:
    return None if text is None else masked(text)


def _blotted(text: str) -> str:
    """Every digit as an asterisk: a detail may hold a number in pieces."""
    return re.sub("[0-9０-９]", "*", text)
