"""CSV by RFC 4180, read strictly and in one stream.

Most text is well formed: whole stretches of it are accepted by one expression and split by `str.split` or the `csv` module. What the
expression does not accept is read by a scanner that knows every fault, says where it is, and goes on behind it.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ..catalogue.rule import Rule
from ..catalogue.text import Text, show
from ..characters.digit_runs import has_twelve_digits
from ..characters.garbled import damage_signs
from ..characters.repertoire import unusual
from . import table_rules as rules
from .table import Block, Trouble, breaks

MAX_VALUE = 1 << 20
"""Characters that one value may have; a longer one is taken for a quote that is never closed."""
# Possessive repeats of a group give wrong answers before Python 3.11.5 (CPython issue 106052); those of one character are right.
_QUOTED = re.compile('"[^"]*+(?:""[^"]*+)*"(?!")')
_END = re.compile("\r\n|\n|\r")
_NAMES = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}
SEPARATOR_NAMES = {
    ",": Text("コンマ", "commas"),
    "\t": Text("タブ", "tabs"),
    ";": Text("セミコロン", "semicolons"),
}
_STRUCTURE = frozenset("\r\n\t")
_LINES_TO_JUDGE = 30
csv.field_size_limit(1 << 30)


def separator_of(head: str) -> str:
    """The separator that the beginning of a file uses: the one that cuts most of its lines into the same number of values.

    >>> separator_of("名称;住所")
    ';'
    """
    lines = [line for line in _QUOTED.sub("", head).splitlines() if line.strip()][:_LINES_TO_JUDGE]
    best, best_score = ",", (0, 0)
    for separator in SEPARATOR_NAMES:
        counts = Counter(count for line in lines if (count := line.count(separator)))
        if counts:
            usual, agreeing = counts.most_common(1)[0]
            best, best_score = max((best, best_score), (separator, (agreeing, usual)), key=lambda choice: choice[1])
    return best


@cache
def _rows(separator: str) -> re.Pattern[str]:
    """A stretch of well-formed records, each with its line end."""
    sep = re.escape(separator)
    value = f'(?:"[^"]*+(?:""[^"]*+)*"|[^"{sep}\r\n]*+)'
    return re.compile(f"(?:(?>{value}(?:{sep}{value})*(?:\r\n|[\r\n])))*")


@dataclass(slots=True)
class _Record:
    """What the scanner read: the cells, where the record ends, and its faults with their offset and column."""

    cells: list[str]
    end: int
    faults: list[tuple[Rule, int, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class CsvReader:
    """Reads decoded text into blocks.

    ``separator`` is a comma unless the file uses another. ``line`` is the next physical line, ``sheet_row`` the next row as a
    spreadsheet counts. After the last block, ``ends`` names the line ends in use.
    """

    separator: str = ","
    line: int = 1
    sheet_row: int = 1
    ends: dict[str, int] = field(default_factory=dict)
    """Line end → the line on which it first closed a record."""
    _rest: str = ""
    _blank: tuple[int, int] | None = None
    """The first and the last line of the blank rows read last, while more may follow."""

    def blocks(self, texts: Iterable[str]) -> Iterator[Block]:
        """The rows of the text, a block for each stretch of it; the memory used does not grow with the file."""
        for text in texts:
            self._rest += text
            if block := self._take(final=False):
                yield block
        if block := self._take(final=True):
            yield block
        if self._blank:
            yield Block([], [], [], tuple(self._blank_rows()))

    def _take(self, *, final: bool) -> Block | None:
        """Reads as much of the pending text as is complete."""
        text = self._rest
        held = "\r" if not final and text.endswith("\r") else ""
        text = text[: len(text) - len(held)]
        stretches: list[_Stretch] = []
        position = 0
        while position < len(text):
            stretch = self._well_formed(text, position) or self._scanned(text, position, final)
            if stretch is None:
                break
            stretches.append(stretch)
            position += len(stretch.text)
        self._rest = text[position:] + held
        if not stretches:
            return None
        return self._block(text[:position], stretches, final=final and not self._rest)

    def _well_formed(self, text: str, position: int) -> _Stretch | None:
        """The longest stretch of faultless records from here, or None where the next record has a fault or is incomplete."""
        if text.find('"', position) < 0:
            end = max(text.rfind("\n"), text.rfind("\r")) + 1
            if end <= position:
                return None
            return _plain(text[position:end], self.separator)
        match = _rows(self.separator).match(text, position)
        assert match is not None
        return _quoted(match[0], self.separator) if match[0] else None

    def _scanned(self, text: str, position: int, final: bool) -> _Stretch | None:
        """One record by the scanner; None where it is not complete yet."""
        record = _scan(text, position, self.separator, final)
        if record is None:
            return None
        faults = [(rule, at - position, column, value) for rule, at, column, value in record.faults]
        return _Stretch(text[position : record.end], [record.cells], None, faults)

    def _block(self, text: str, stretches: Sequence[_Stretch], *, final: bool) -> Block:
        rows: list[list[str]] = []
        lines: list[int] = []
        sheet_rows: list[int] = []
        troubles: list[Trouble] = []
        for stretch in stretches:
            self._note_ends(stretch, troubles)
            for rule, offset, column, value in stretch.faults:
                line = self.line + breaks(stretch.text[:offset])
                details = {"expected": f"{MAX_VALUE:,}"} if rule is rules.TOO_LONG else {}
                troubles.append(Trouble(rule, line, column, len(rows), value=value, details=details))
            numbered = zip(
                stretch.rows, stretch.row_lines(self.line), range(self.sheet_row, self.sheet_row + len(stretch.rows)), strict=True
            )
            for row, line, sheet_row in numbered:
                if not row[0].strip() and not any(map(str.strip, row)):
                    self._blank = (self._blank[0] if self._blank else line, line)
                else:
                    if self._blank:
                        troubles += self._blank_rows()
                    rows.append(row)
                    lines.append(line)
                    sheet_rows.append(sheet_row)
            self.sheet_row += len(stretch.rows)
            self.line += breaks(stretch.text)
        if final and not text.endswith(("\n", "\r")):
            troubles.append(Trouble(rules.NO_LAST_END, self.line))
        doubtful = (unusual(text) - _STRUCTURE) | damage_signs(text)
        return Block(rows, lines, sheet_rows, tuple(troubles), doubtful, separator=self.separator, has_numbers=has_twelve_digits(text))

    def _blank_rows(self) -> list[Trouble]:
        """The blank rows read last, as one run; none of them is a row."""
        run, self._blank = self._blank, None
        return [rules.blank_rows(*run)] if run else []

    def _note_ends(self, stretch: _Stretch, troubles: list[Trouble]) -> None:
        """Remembers where each kind of line end first closes a record; a second kind is a fault."""
        counts = _ends(stretch.text)
        if stretch.quoted and any(count and end not in self.ends for end, count in counts.items()):
            counts = _ends(_QUOTED.sub("_", stretch.text))
        new = [end for end, count in counts.items() if count and end not in self.ends]
        for end, offset in sorted(((end, _first(stretch.text, end)) for end in new), key=lambda found: found[1]):
            self.ends[end] = self.line + breaks(stretch.text[:offset])
            if len(self.ends) > 1:
                found = ", ".join(_NAMES[known] for known in self.ends)
                troubles.append(Trouble(rules.MIXED_ENDS, self.ends[end], value=_NAMES[end], details={"found": found}))


def _ends(text: str) -> dict[str, int]:
    crlf = text.count("\r\n")
    return {"\r\n": crlf, "\n": text.count("\n") - crlf, "\r": text.count("\r") - crlf}


@dataclass(slots=True)
class _Stretch:
    """A piece of text and the rows read from it. ``lines``: offsets of the rows' lines, None for one line a row."""

    text: str
    rows: Sequence[list[str]]
    lines: Sequence[int] | None = None
    faults: list[tuple[Rule, int, int, str]] = field(default_factory=list)
    quoted: bool = True

    def row_lines(self, first: int) -> Iterable[int]:
        """The physical line of each row."""
        return range(first, first + len(self.rows)) if self.lines is None else (first + line for line in self.lines)


def _plain(text: str, separator: str) -> _Stretch:
    """Text without a single quote, up to and with its last line end."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    rows = [line.split(separator) for line in unix[:-1].split("\n")]
    return _Stretch(text, rows, quoted=False)


def _quoted(text: str, separator: str) -> _Stretch:
    """Well-formed text with quotes: the csv module reads it as RFC 4180 does."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = [row or [""] for row in reader]
    if reader.line_num == len(rows):
        return _Stretch(text, rows)
    lines, line = [], 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    for _ in reader:
        lines.append(line)
        line = reader.line_num
    return _Stretch(text, rows, lines)


def _first(text: str, end: str) -> int:
    """The offset of the first line end of this kind that closes a record."""
    for match in re.finditer('"[^"]*+"|\r\n|\n|\r', text):
        if match[0] == end:
            return match.start()
    return len(text)


def _scan(text: str, position: int, separator: str, final: bool) -> _Record | None:
    """One record, faults and all; None where the text ends within it and more may come."""
    record = _Record([], position)
    stop = re.compile(f"[{re.escape(separator)}\r\n]")
    while True:
        column = len(record.cells) + 1
        if text.startswith('"', position):
            position = _scan_quoted(text, position, stop, record, column, final)
        else:
            position = _scan_bare(text, position, stop, record, column, judge=True)
        if position < 0:
            return None
        if position == len(text):
            record.end = position
            return record if final else None
        if text[position] == separator:
            position += 1
            continue
        end = _END.match(text, position)
        assert end is not None
        record.end = end.end()
        return record


def _scan_bare(text: str, position: int, stop: re.Pattern[str], record: _Record, column: int, *, judge: bool) -> int:
    """A value without enclosing quotes, as it stands; a quote inside it is a fault."""
    match = stop.search(text, position)
    end = match.start() if match else len(text)
    cell = text[position:end]
    if judge and '"' in cell:
        record.faults.append((rules.STRAY, position, column, cell))
    record.cells.append(cell)
    return end


def _scan_quoted(text: str, position: int, stop: re.Pattern[str], record: _Record, column: int, final: bool) -> int:
    """A value in quotes. Negative where the text ends before it does and more may come."""
    match = _QUOTED.match(text, position)
    if match is None:
        if not final and len(text) - position <= MAX_VALUE:
            return -1
        rule = rules.UNCLOSED if len(text) - position <= MAX_VALUE else rules.TOO_LONG
        return _give_up(text, position, stop, record, column, rule)
    end = match.end()
    if end == len(text) and not final:
        return -1
    if end == len(text) or stop.match(text, end):
        record.cells.append(match[0][1:-1].replace('""', '"'))
        return end
    if _END.search(match[0]):
        # The quote that seems to close this value opens another one, lines further down.
        return _give_up(text, position, stop, record, column, rules.UNCLOSED)
    return _scan_bare(text, position, stop, record, column, judge=True)


def _give_up(text: str, position: int, stop: re.Pattern[str], record: _Record, column: int, rule: Rule) -> int:
    """A quote that is never closed: the value is what stands up to the next separator, the quote included."""
    end = _scan_bare(text, position, stop, record, column, judge=False)
    record.faults.append((rule, position, column, show(text[position:end], 20)))
    return end
