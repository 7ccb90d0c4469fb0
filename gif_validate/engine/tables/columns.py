"""The columns of a table, block by block: bulk acceptance first, then each distinct value once, then each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...catalogue.finding import Fault, Finding, Place
from ...catalogue.report import Findings
from ...catalogue.rule import Severity
from ...characters.encodings import undecoded
from ...characters.garbled import SIGNS
from ...characters.rules import VARIANT
from ...readers.file_rules import UNDECODABLE
from ...readers.table import Block, Typed
from ...readers.table_rules import NUL
from ..documents.leaves import level_of
from ..records.points import is_said
from ..values.damage import Once, damage, graver
from ..values.field_rules import EMPTY, OWN_FORM, PARTLY_EMPTY, with_count
from ..values.judge import Judge
from ..values.languages import in_its_language, is_foreign, names_foreign
from ..values.widths import Widths

_REMEMBERED = 50_000
"""Distinct values of a column whose judgement is remembered; beyond that the memory starts anew."""


@dataclass(slots=True)
class Column:
    """One column of the table: what it holds and what was met in it so far."""

    index: int
    name: str
    judge: Judge
    known: bool
    """False for a column that the standard does not have: only its characters are judged."""
    encoding: str
    path: str
    mandatory_elsewhere: bool = False
    """True where empty cells of a mandatory item are looked for record by record (`mandatory_table`)."""
    filled: int = 0
    empty: int = 0
    unsure: tuple[Finding, int] | None = None
    """The first empty cell of an item whose mark was not seen officially, and how many there are: said once."""
    once: Once = field(default_factory=Once)
    widths: Widths | None = None
    latitude: int | None = None
    """The column of the latitude that belongs to this longitude."""
    _clean: set[str] = field(default_factory=set)
    _faults: dict[str, Fault] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Typed values have their width judged one by one, an own form or a code list prescribes it, prose may hold both.
        prescribed = self.judge.labels is not None or self.judge.own is not None
        if self.judge.part.clean is None and not prescribed and self.judge.part.name != "free_text":
            self.widths = Widths()

    def check(
        self, values: Sequence[str], block: Block, rows: Sequence[int], first: int, findings: Findings, languages: Sequence[str] = ()
    ) -> None:
        """Judges the values of a block. ``rows`` are their rows in the block, ``first`` the number of the first record.

        ``languages``: the language of each row, where a column says so.
        """
        empty = values.count("")
        self.empty += empty
        self.filled += len(values) - empty
        if self.widths is not None:
            self.widths.update(values)
        empty_cell = self.judge.empty() if self.known and not self.mandatory_elsewhere else None
        whole = block.doubtful.isdisjoint(SIGNS)
        if whole and not (empty and empty_cell) and self.judge.accepts_all(values, plain=not block.doubtful):
            return
        faults = self._faults_of(values)
        if not faults and not (empty and empty_cell):
            return
        for offset, value in enumerate(values):
            fault = faults.get(value)
            if fault is not None and languages and is_foreign(languages[offset]):
                fault = in_its_language(fault, value, foreign=True)
            if fault is not None:
                if not self._is_of_storage(fault, value) and not self._is_said_at_latitude(fault, value, block.rows[rows[offset]]):
                    self._report(fault, value, block.place(rows[offset], self.index, first + offset), findings)
            elif empty_cell and not value:
                place = block.place(rows[offset], self.index, first + offset)
                self._report(empty_cell, value, place, findings)

    def _is_said_at_latitude(self, fault: Fault, value: str, row: Sequence[str]) -> bool:
        return self.latitude is not None and self.latitude < len(row) and is_said(fault, row[self.latitude], value)

    def _faults_of(self, values: Sequence[str]) -> dict[str, Fault]:
        """The distinct values of the block that are not clean, each with its fault."""
        met: dict[str, Fault] = {}
        for value in set(values) - self._clean:
            fault = self._faults.get(value) or self._judged(value)
            if fault is not None:
                met[value] = fault
        if len(self._clean) + len(self._faults) > _REMEMBERED:
            self._clean.clear()
            self._faults.clear()
        return met

    def _judged(self, value: str) -> Fault | None:
        nothing = not value or (self.mandatory_elsewhere and self.judge.item.mark == "must" and not value.strip())
        fault = self._raw(value) or self._blank(value) or (None if nothing else self._fault(value))
        if fault is None:
            self._clean.add(value)
        else:
            self._faults[value] = fault
        return fault

    def _is_of_storage(self, fault: Fault, value: str) -> bool:
        """True where a date or time that a workbook stores as such has not the dataset's written form: it has none."""
        return isinstance(value, Typed) and fault.rule is OWN_FORM and self.judge.part.is_clean(value)

    def _raw(self, value: str) -> Fault | None:
        """What is wrong with the bytes themselves; nothing else is then said of the value."""
        lost = undecoded(value)
        if lost:
            found = " ".join(f"{byte:02X}" for byte in lost[:8])
            return Fault(UNDECODABLE, Severity.ERROR, {"found": found, "encoding": self.encoding})
        return Fault(NUL, Severity.ERROR, {"value": value.replace("\0", "␀")}) if "\0" in value else None

    def _fault(self, value: str) -> Fault | None:
        if value in self.judge.item.unknown:
            return None
        foreign = is_foreign(self.judge.item.lang) or names_foreign(self.name)
        return in_its_language(graver(damage(value), self.judge.fault(value)), value, foreign=foreign)

    def _blank(self, value: str) -> Fault | None:
        """A mandatory cell with nothing but spaces is empty."""
        blank = value and not value.strip() and not self.mandatory_elsewhere
        return self.judge.empty() if self.known and blank else None

    def _report(self, fault: Fault, value: str, place: Place, findings: Findings) -> None:
        level = level_of(self.judge.model, fault)
        finding = Finding(
            fault.rule,
            fault.severity,
            value,
            fault.details,
            place,
            self.name,
            self.path,
            level,
            fault.also,
            fault.suggestion,
            fault.breaks,
        )
        if fault.rule is EMPTY and fault.severity is not Severity.ERROR:
            first, count = self.unsure or (finding, 0)
            self.unsure = (first, count + 1)
            return
        # The mapping table of a system is no matter of single cells, and where the codec chose it, none of the data.
        if (fault.rule is VARIANT and self.encoding in {"cp932", "euc-jp"}) or self.once.takes(finding):
            return
        findings.add(finding)

    def close(self, findings: Findings) -> None:
        """Says what only the whole column shows."""
        self.once.close(findings)
        if self.unsure is not None:
            findings.add(with_count(*self.unsure, self.empty + self.filled))
        if self.widths is not None:
            self.widths.close(self.name, findings, self.path)
        rule = self.judge.part.column_rule
        if rule is not None and self.known and self.filled and self.judge.model.gif:
            findings.say(rule, field=self.name, item=self.name)
        if self.known and self.judge.item.mark == "recommended" and self.empty and self.judge.item.empty != "value":
            total = f"{self.empty + self.filled:,}"
            findings.say(PARTLY_EMPTY, field=self.name, item=self.name, found=f"{self.empty:,}", total=total)
