"""One table against its standard: recognise it, then run over its blocks once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePath

from ...catalogue.finding import Finding, Place
from ...catalogue.report import FileReport, Findings
from ...catalogue.rule import Clause, Details, Rule, Severity
from ...catalogue.text import Text
from ...models.basis import if_twice
from ...models.detection import SHAPE_ROWS, Match, best_match, by_position, detect, is_header_again, usual_width
from ...models.flat import flat
from ...models.headers import HEADER_ROWS
from ...models.index import models
from ...models.model import Field, Model
from ...readers.odd_rows import Swallowed, hint_of_quotes, is_out_of_place, swallowed
from ...readers.table import Block, breaks
from ...readers.table_rules import ROW_LONG, ROW_SHORT, SWALLOWED, UNJUDGED
from ..documents.leaves import judge_of
from ..documents.mandatory import SAID_BY_MARKS
from ..documents.recognise import class_of_header
from ..editions import check_edition
from ..levels import has_levels, reached
from ..records import comparisons as semantic
from ..records.agreements import CHECKS, AgreementCheck, bound
from ..records.keys import SAME_KEY, KeyCheck
from ..records.points import latitude_of
from ..records.same_rows import SameRows
from ..standard_rules import UNKNOWN
from ..values import field_rules
from ..values.judge import Judge
from ..values.languages import column_of_language
from ..values.leaks import LeakGuard, Suspect
from . import header_rules
from .columns import Column
from .header import Header, check_form, check_names, likely_header, rows_again
from .mandatory_table import Abroad, MandatoryTable, abroad

_NO_MODEL = Model(id="", title=Text("", ""))
_OTHER_COLUMN = Field(name="", kind="free_text")


@dataclass(slots=True)
class TableCheck:
    """A table on its way through the checks.

    ``model`` is the standard asked for, None to recognise it. ``progress`` is told how many records have been checked. Afterwards the
    report has everything but the findings.
    """

    report: FileReport
    findings: Findings
    encoding: str
    model: Model | None = None
    require_standard: bool = False
    progress: Callable[[int], None] = lambda _: None
    pattern: str = ""
    """The mandatory pattern asked for, where the standard is a core class."""
    _match: Match | None = None
    _header: Sequence[str] = ()
    """The header of a table whose standard is known; empty for one without."""
    _of: Text = field(default_factory=lambda: Text("見出し", "header"))
    """What says how many columns a row has."""
    _columns_known: bool = True
    """False where a table has not the columns of its layout: its records are counted, its values not judged."""
    _whole: bool = True
    """False where rows were not judged, since nobody knows to which columns their cells belong."""
    _usual: int = 0
    """How many columns most rows have."""
    _language: int | None = None
    """The column that says in which language each row is."""
    _records: int = 0
    _columns: list[Column] = field(default_factory=list)
    _keys: list[KeyCheck] = field(default_factory=list)
    _same_rows: list[SameRows] = field(default_factory=list)
    _agreements: list[AgreementCheck] = field(default_factory=list)
    _rules: list[semantic.RuleCheck] = field(default_factory=list)
    _together: list[semantic.AgreementColumns] = field(default_factory=list)
    _class: Model | None = None
    """The core class that the table is a flat form of."""
    _mandatory: MandatoryTable | None = None
    _abroad: list[Abroad] = field(default_factory=list)
    _leaks: LeakGuard = field(init=False)
    _suspects: list[Suspect] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._leaks = LeakGuard(self.findings.limit)

    @property
    def expected_encodings(self) -> tuple[str, ...]:
        """The encodings that the standard of this table names; empty where it names none."""
        model = self._match.model if self._match else None if self._columns_known else self.model
        return model.layout.encodings if model else ()

    @property
    def is_gtfs(self) -> bool:
        """True for a table of GTFS, whose reference says more of files than the profile GTFS-JP does."""
        return self._match is not None and self._match.model.document == "gtfs-jp"

    def run(self, blocks: Iterable[Block]) -> None:
        """Checks all blocks, each once, in the order of the file."""
        stream = iter(blocks)
        ahead = _first_blocks(stream)
        rows = [row for block in ahead for row in block.rows]
        self._usual = usual_width(rows)
        self._recognise(rows)
        above = self._open(ahead, rows)
        for block in chain(ahead, stream):
            top = min(above, len(block.rows))
            self._report_troubles(block, top)
            self._check_block(block, top)
            above -= top
            self.progress(self._records)
        self._close()

    def _recognise(self, rows: Sequence[list[str]]) -> None:
        """Finds the standard, or how the table fits the one asked for."""
        name = PurePath(self.report.path).name
        if self.model is None:
            detection = detect(rows, models().values(), name)
            self._match = detection.match
            found = detection.match.model if detection.match else class_of_header(rows)
            if found is not None and has_levels(found):
                self._class = found
                self._match = best_match(rows, _as_table(found, rows), name)
            self.report.detected = self._match is not None
            self.report.evidence = self._match.evidence if self._match else None
            self.report.rejected = [(match.model.full_id, match.why_not()) for match in detection.rejected]
            if self._match is None:
                self._say_unknown()
        else:
            self._class = self.model if has_levels(self.model) else None
            self._match = best_match(rows, _as_table(self.model, rows), name)
            self._follow(self.model)
            if self._match is None or (self._match.header is not None and len(self._match.bindings) < 2):
                self._match = self._without_header(self.model, rows)
        if self._match is not None:
            self._follow(self._match.model)

    def _without_header(self, model: Model, rows: Sequence[list[str]]) -> Match | None:
        """A table in which no header of the standard asked for was found: as it should be where the layout has none."""
        width, expected = usual_width(rows), len(model.fields)
        if model.layout.header or not rows:
            self.findings.say(header_rules.NO_HEADER, expected=model.full_id, found=str(min(len(rows), HEADER_ROWS)))
        elif width == expected:
            return by_position(model)
        else:
            self._columns_known, self.report.columns = False, width
            self.findings.say(header_rules.WRONG_WIDTH, expected=model.full_id, of=str(expected), found=str(width))
        return None

    def _follow(self, model: Model) -> None:
        """Names the standard that the findings rest on."""
        self.report.standard, self.report.title, self.report.family = model.full_id, model.title, model.family
        self.findings.dataset = Clause(model.document, model.section) if model.document else None

    def _say_unknown(self) -> None:
        near = Text("", "")
        if self.report.rejected:
            name, why = self.report.rejected[0]
            near = Text(f"最も近い {name} は、{why.ja}ため見送りました。", f"The nearest, {name}, was rejected: {why.en}. ")
        self.findings.say(UNKNOWN, Severity.ERROR if self.require_standard else None, near=near)

    def _open(self, ahead: Sequence[Block], rows: Sequence[list[str]]) -> int:
        """Judges the header and prepares the columns. Returns how many rows at the top are no records."""
        if self._match is not None and self._match.header is None:
            self._of = Text("様式", "layout")
            self._prepare([item.name for item in self._match.model.fields])
            return 0
        if not rows or not self._columns_known:
            return 0
        at = self._match.header if self._match is not None else likely_header(rows[:HEADER_ROWS])
        assert at is not None
        block, row = _find(ahead, at)
        header = Header(rows[at], block.sheet_rows[row], block.lines[row], block.sheet)
        if at:
            title = next((cell for cell in rows[0] if cell.strip()), "")
            first, top = _find(ahead, 0)
            found = str(header.row)
            self.findings.say(header_rules.TITLE_ROWS, value=title, place=Place(line=first.lines[top]), found=found)
        check_form(header, self.encoding, self.findings)
        if self._match is not None:
            if not self._match.model.layout.header:
                self.findings.say(header_rules.UNEXPECTED_HEADER, place=Place(line=header.line))
            check_names(self._match, header, self.findings)
            self._header = header.cells
        self._prepare(header.cells)
        if self._match is None or at + 1 == len(rows) or not is_header_again(rows[at + 1], self._match):
            return at + 1
        self._say_again(*_find(ahead, at + 1))
        return at + 2

    def _say_again(self, block: Block, row: int) -> None:
        title = next(cell for cell in block.rows[row] if cell.strip())
        self.findings.say(header_rules.HEADER_AGAIN, value=title, place=block.place(row, None, None))

    def _prepare(self, header: Sequence[str]) -> None:
        """A checker for every column, key and agreement."""
        model = self._match.model if self._match else _NO_MODEL
        items = self._match.bound if self._match else {}
        other = Judge.of(model, _OTHER_COLUMN, "csv")
        self.report.columns, self._language = len(header), column_of_language(header)
        for index, name in enumerate(header):
            item = items.get(index)
            judge = judge_of(model, item, "csv") if item else other
            shown, path = (item.name, item.plain_path) if item else (name.strip(), name.strip())
            self._columns.append(Column(index, shown, judge, item is not None, self.encoding, path, self._class is not None))
            if item is not None and (north := latitude_of(item, items.values())) is not None:
                self._columns[-1].latitude = next(column for column, other in items.items() if other is north)
        where = {item.name: index for index, item in items.items()}
        self._keys = [KeyCheck(key, tuple(where[name] for name in key), if_twice(model)) for key in model.keys if where.keys() >= set(key)]
        # Trips, routes and services of a feed are told apart by its other tables.
        alone = () if self.is_gtfs else model.keys
        self._same_rows = [SameRows(key[0], where[key[0]]) for key in alone if len(key) == 1 and key[0] in where]
        self._rules = [check for check in semantic.bound(self._class or model, items) if check.rule.id not in SAID_BY_MARKS]
        if self._class is not None:
            self._mandatory = MandatoryTable(self._class, items, self.pattern)
            self._abroad = abroad(self._class, items, self.pattern)
            self._together = semantic.agreements_bound(self._class, items)
        for agreement in model.agreements if self._class is None else ():
            columns = bound(agreement, where)
            if columns is not None:
                judges = {role: self._columns[column].judge for role, column in columns.items()}
                self._agreements.append(AgreementCheck(agreement, columns, judges))
                continue
            lacking = [name for name in agreement.roles.values() if name not in where]
            why = Text(f"「{'、'.join(lacking)}」の列がない", f"no column {', '.join(lacking)}")
            self.report.coverage.skipped.append((CHECKS[agreement.check][1][0].id, why))

    def _report_troubles(self, block: Block, top: int) -> None:
        for trouble in block.troubles:
            record = None if trouble.row is None or trouble.row < top else self._records + trouble.row - top + 1
            place = Place(record=record, line=trouble.line, column=trouble.column, sheet=block.sheet)
            self.findings.add(
                Finding(trouble.rule, trouble.rule.severity, trouble.value, trouble.details, place, dataset_clause=trouble.clause)
            )

    def _check_block(self, block: Block, top: int) -> None:
        """Checks the records of a block. It is cut at headers and at rows of another length, so that the rest goes by columns."""
        start, width, rows = top, len(self._columns), block.rows[top:]
        self._guard(block, top)
        if not self._columns_known:
            self._records += len(rows)
            return
        again = {top + row for row in rows_again(self._header, rows)}
        odd = {row for row, cells in enumerate(rows, top) if len(cells) != width} if set(map(len, rows)) - {width} else set()
        joined = {found.row: found for found in swallowed(block, top, width)}
        for row in sorted(odd | again | joined.keys()):
            self._check_even(block, range(start, row))
            start = row + 1
            if row in again:
                self._say_again(block, row)
            elif row in joined:
                self._say_swallowed(block, joined[row])
            else:
                self._check_odd(block, row, block.rows[row])
        self._check_even(block, range(start, len(block.rows)))

    def _guard(self, block: Block, top: int) -> None:
        """Looks for individual numbers in all rows, those above the records too, whatever their length and whether the table is known."""
        if not block.has_numbers:
            return
        for index in range(len(self._suspects), max(map(len, block.rows), default=0)):
            column = self._columns[index] if index < len(self._columns) else None
            name = column.name if column else ""
            prose = column is not None and column.known and column.judge.item.kind == "free_text"
            self._suspects.append(self._leaks.of(name, name, key=f"{index} {name}", prose=prose))
        self._leaks.cells(self._suspects, block, top, self._records + 1)

    def _check_even(self, block: Block, rows: range) -> None:
        """Records that have as many values as the header."""
        if not rows:
            return
        first = self._records + 1
        columns = list(zip(*block.rows[rows.start : rows.stop], strict=True))
        judged: Sequence[Sequence[str]] = columns
        languages = columns[self._language] if self._language is not None else ()
        for place in self._abroad:
            judged = place.masked(judged)
        for column in self._columns:
            column.check(judged[column.index], block, rows, first, self.findings, languages)
        if self._mandatory is not None:
            self._mandatory.check(columns, block, rows, first, self.findings)
        for key in self._keys:
            key.check(columns, block, rows, first, self.findings)
        for same in self._same_rows:
            same.check(columns, block, rows, first, self.findings)
        for agreement in self._agreements:
            agreement.check(columns, block, rows, first, self.findings)
        for rule in self._rules:
            rule.check(columns, block, rows, first, self.findings)
        for together in self._together:
            together.check(columns, block, rows, first, self.findings)
        self._records += len(rows)

    def _check_odd(self, block: Block, row: int, cells: list[str]) -> None:
        """A record that is too short or too long: said once. Its values are checked where they certainly stand in their own columns."""
        width = len(self._columns)
        rule = ROW_SHORT if len(cells) < width else ROW_LONG
        self._records += 1
        place = block.place(row, None, self._records)
        names = [column.name for column in self._columns]
        out_of_place = is_out_of_place(cells, names, self._usual)
        found, expected = str(len(cells)), str(width)
        unjudged = UNJUDGED if out_of_place else Text("", "")
        self._whole = self._whole and not out_of_place
        hint = hint_of_quotes(cells) if len(cells) > width else Text("", "")
        self.findings.say(rule, place=place, of=self._of, found=found, expected=expected, unjudged=unjudged, hint=hint)
        for column in self._columns[: 0 if out_of_place else len(cells)]:
            column.check((cells[column.index],), block, range(row, row + 1), self._records, self.findings)

    def _say_swallowed(self, block: Block, found: Swallowed) -> None:
        """A value that holds other rows: said once, nothing else of its row."""
        self._records += 1
        self._whole, self.report.partial = False, True
        place = block.place(found.row, found.column, self._records)
        value, first = block.rows[found.row][found.column], place.line or 0
        lines = {"first": f"{first:,}", "last": f"{first + breaks(value):,}", "found": f"{found.lines + 1:,}"}
        name = self._columns[found.column].name if found.column < len(self._columns) else None
        details: Details = {**lines, "unjudged": UNJUDGED}
        self.findings.add(Finding(SWALLOWED, SWALLOWED.severity, value.splitlines()[0], details, place, name, name))

    def _close(self) -> None:
        """What only the whole table shows."""
        is_workbook = self.report.format != "csv"
        for column in self._columns:
            column.close(self.findings)
            if column.known and column.filled and column.judge.item.unused:
                self.findings.say(header_rules.UNUSED, field=column.name, item=column.name, found=f"{column.filled:,}")
            # A workbook keeps formatted columns that hold nothing; in a CSV file somebody wrote the comma.
            if not column.name and (column.filled or not is_workbook):
                place = Place(column=column.index + 1)
                self.findings.say(header_rules.NO_NAME, place=place, number=str(column.index + 1), count=f"{column.filled:,}")
        if not self._records:
            self.findings.say(header_rules.NO_RECORDS)
        self._leaks.close(self.findings, (column.name for column in self._columns))
        self.report.records = self._records
        self.report.judged = sum(column.filled for column in self._columns if column.known)
        if self._match is not None:
            check_edition(self._match.model, self.findings)
            if self._match.model.gif and self._records:
                self.report.levels.update(
                    reached(self._match.model, self.findings, nested=False, whole=self._whole and self.report.judged > 0)
                )
            if self._mandatory is not None:
                self.report.patterns = self._mandatory.met.words()
        self._count()

    def _count(self) -> None:
        """Denominators of the groups, and what was covered."""
        known = [column for column in self._columns if column.known]
        filled = {column.name: column.filled for column in self._columns}
        for group in self.findings.groups.values():
            per_value = group.rule.scope == "value" or group.rule in field_rules.OF_ITEM or group.rule.private
            if per_value and group.field in filled:
                group.of = filled[group.field]
            elif group.rule.scope == "record" or group.rule in (field_rules.EMPTY, SAME_KEY):
                group.of = self._records
        rules: set[Rule] = {rule for column in known for rule in column.judge.rules}
        rules |= {rule for check in self._agreements for rule in CHECKS[check.agreement.check][1]}
        rules |= {check.rule for check in self._rules}
        rules |= {rule for each in self._together for rule in each.rules}
        rules |= {SAME_KEY} if self._keys else set()
        rules |= {field_rules.SAME_ROW} if self._same_rows else set()
        self.report.coverage.undecidable = tuple(sorted(rule.id for rule in rules if rule.undecidable))
        self.report.coverage.checked = len(rules) - len(self.report.coverage.undecidable)


def _first_blocks(stream: Iterator[Block]) -> list[Block]:
    """Blocks enough to recognise the table by."""
    ahead: list[Block] = []
    while sum(len(block.rows) for block in ahead) < SHAPE_ROWS + HEADER_ROWS and (block := next(stream, None)) is not None:
        ahead.append(block)
    return ahead


def _find(blocks: Sequence[Block], row: int) -> tuple[Block, int]:
    """The block that holds a row, counted from the top, and its number there."""
    for block in blocks:
        if row < len(block.rows):
            return block, row
        row -= len(block.rows)
    raise IndexError(row)


def _as_table(model: Model, rows: Sequence[Sequence[str]]) -> Model:
    """The table that a class with nested items is in a flat file, by the row at the top that names most of its items."""
    if model.kind != "model":
        return model
    tables = [flat(model, row) for row in rows[:HEADER_ROWS]]
    return max(tables, key=lambda table: len(table.fields), default=model)
