"""The report on one run: files, findings, exact counts, and the verdict."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from dataclasses import field as attribute
from typing import Any, Literal

from .finding import NOWHERE, Finding, Place
from .repairs import Repair, Repairs
from .rule import Clause, Rule, Severity
from .text import Text, readable

SCHEMA_VERSION = "1"
PLACES_KEPT = 5
PLACES_SHOWN = 3
Verdict = Literal["conforming", "nonconforming", "judged", "nothing_checked"]
"""``judged``: values were judged, but not all by a standard · ``nothing_checked``: nothing was judged, a header without records say."""

# What json.dumps leaves as it is although a terminal may act on it or a reader not see it.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Group:
    """The findings of one rule on one field: how many of how many, the first places, and what mends (nearly) all of them.

    ``count`` is exact however many findings are kept; ``of`` is how many values or records could have had the fault, None where that
    is no number.
    """

    rule: Rule
    severity: Severity
    field: str | None
    count: int = 0
    of: int | None = None
    first: list[Finding] = attribute(default_factory=list)
    repairs: Repairs = attribute(default_factory=Repairs)

    def take(self, finding: Finding) -> None:
        """Counts a finding."""
        self.count += 1
        if len(self.first) < PLACES_KEPT:
            self.first.append(finding)
        if finding.suggestion is not None and finding.shown is not None:
            self.repairs.see(finding.shown, finding.suggestion)

    @property
    def repair(self) -> Repair | None:
        """What turns (nearly) every value into its suggestion; None where the suggestions have nothing in common."""
        return self.repairs.common(self.count)

    def as_dict(self) -> dict[str, Any]:
        """The group as the JSON contract writes it."""
        return {
            "rule": self.rule.id,
            "severity": self.severity.label,
            "field": self.field,
            "count": self.count,
            "denominator": None if self.of is None else max(self.of, self.count),
            "places": [asdict(finding.place) for finding in self.first[:PLACES_SHOWN]],
            "repair": self.repair.as_dict() if self.repair is not None else None,
        }


@dataclass(slots=True)
class Findings:
    """Collects the findings of a file. Counts stay exact; of the findings themselves the gravest ``limit`` are kept."""

    limit: int
    dataset: Clause | None = None
    """The definition of the standard applied, for the rules whose clause is ``dataset``."""
    counts: Counter[Severity] = attribute(default_factory=Counter)
    groups: dict[tuple[str, Severity, str | None], Group] = attribute(default_factory=dict)
    failed_levels: set[str] = attribute(default_factory=set)
    _kept: dict[Severity, list[Finding]] = attribute(default_factory=lambda: {severity: [] for severity in Severity})

    def add(self, finding: Finding) -> None:
        """Takes a finding."""
        if self.dataset is not None and finding.rule.clause.document == "dataset":
            finding = replace(finding, dataset_clause=self.dataset)
        self.counts[finding.severity] += 1
        if finding.level and (finding.breaks or finding.rule).severity is Severity.ERROR:
            self.failed_levels.add(finding.level)
        key = (finding.rule.id, finding.severity, finding.field)
        group = self.groups.get(key)
        if group is None:
            group = self.groups[key] = Group(finding.rule, finding.severity, finding.field)
        group.take(finding)
        kept = self._kept[finding.severity]
        if len(kept) < self.limit:
            kept.append(finding)
        elif finding.rule.private and kept:
            # What the law forbids to pass on is not crowded out by other errors.
            kept.pop()
            kept.insert(0, finding)

    def say(
        self,
        rule: Rule,
        severity: Severity | None = None,
        *,
        value: str | None = None,
        place: Place = NOWHERE,
        field: str | None = None,
        **details: str | Text,
    ) -> None:
        """Takes a finding put together from its rule."""
        self.add(Finding(rule, rule.severity if severity is None else severity, value, details, place, field, field))

    def withdraw(self, rules: Collection[Rule]) -> None:
        """Takes back all that was said by some rules: they turned out not to hold for the file."""
        for key in [key for key, group in self.groups.items() if group.rule in rules]:
            group = self.groups.pop(key)
            self.counts[group.severity] -= group.count
        for severity, kept in self._kept.items():
            self._kept[severity] = [finding for finding in kept if finding.rule not in rules]

    @property
    def truncated(self) -> bool:
        """True where findings were counted that are not kept."""
        return sum(self.counts.values()) > self.limit

    def kept(self) -> list[Finding]:
        """The findings kept, the gravest first while there is room, in the order of the file."""
        chosen: list[Finding] = []
        for severity in sorted(Severity, reverse=True):
            chosen += self._kept[severity][: self.limit - len(chosen)]
        return sorted(chosen, key=lambda finding: _order(finding.place))


def _order(place: Place) -> tuple[int, int, int]:
    return (place.line or 0, place.column or 0, place.record or 0)


@dataclass(slots=True)
class Coverage:
    """What was checked and what was not: the number of rules applied, those no program can decide, those left out and why."""

    checked: int = 0
    undecidable: tuple[str, ...] = ()
    skipped: list[tuple[str, Text]] = attribute(default_factory=list)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a standard was recognised: what said so, how many of its items were found, and what speaks against it.

    ``by``: the header of a table, the shape of its values, what a record calls itself, or its items. ``lacking`` are mandatory items that
    are absent, ``foreign`` names that the standard does not have; ``file_name``: the name is one that it prescribes.
    """

    by: Literal["header", "shape", "name", "items"]
    matched: int
    of: int
    lacking: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    file_name: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The evidence as `detect` writes it."""
        return {
            "by": self.by,
            "matched": self.matched,
            "of": self.of,
            "mandatory_missing": list(self.lacking),
            "foreign": list(self.foreign),
            "file_name": self.file_name,
        }


@dataclass(slots=True)
class FileReport:
    """What was found in one file. ``conforms`` is None where no standard was applied, or where it found nothing to judge.

    ``judged``: the values that were judged by the standard; empty ones do not count. ``partial``: rows were met that could not be judged,
    so that nobody can say that the whole conforms.
    """

    path: str
    format: str | None = None
    sha256: str | None = None
    encoding: str | None = None
    alternatives: tuple[str, ...] = ()
    line_end: str | None = None
    sheet: str | None = None
    standard: str | None = None
    title: Text | None = None
    family: Text | None = None
    detected: bool = False
    evidence: Evidence | None = None
    rejected: list[tuple[str, Text]] = attribute(default_factory=list)
    columns: int | None = None
    records: int | None = None
    judged: int = 0
    partial: bool = False
    conforms: bool | None = None
    levels: dict[str, bool | None] = attribute(default_factory=lambda: {"LV1": None, "LV2": None, "LV2s": None})
    patterns: dict[str, str] = attribute(default_factory=dict)
    counts: Mapping[Severity, int] = attribute(default_factory=dict)
    truncated: bool = False
    coverage: Coverage = attribute(default_factory=Coverage)
    findings: list[Finding] = attribute(default_factory=list)
    groups: list[Group] = attribute(default_factory=list)

    def count(self, severity: Severity) -> int:
        """The exact number of findings of a severity."""
        return self.counts.get(severity, 0)

    @property
    def verdict(self) -> Verdict:
        """The headline of the file."""
        if self.conforms is False or self.count(Severity.ERROR):
            return "nonconforming"
        if self.conforms:
            return "conforming"
        return "nothing_checked" if self.levels["LV1"] is None and not self.partial else "judged"

    def judge(self) -> None:
        """Sets ``conforms``, after all findings were counted: nothing conforms of which nothing, or only a part, was judged."""
        if self.standard is not None:
            self.conforms = False if self.count(Severity.ERROR) else True if self.judged and not self.partial else None

    def as_dict(self) -> dict[str, Any]:
        """The file as the JSON contract writes it."""
        return {
            "path": readable(self.path),
            "sha256": self.sha256,
            "format": self.format,
            "encoding": self.encoding,
            "sheet": self.sheet,
            "standard": self.standard,
            "detected": self.detected,
            "records": self.records,
            "verdict": self.verdict,
            "conforms": self.conforms,
            "levels": self.levels,
            "patterns": self.patterns,
            "counts": _labelled(self.counts),
            "truncated": self.truncated,
            "coverage": {
                "checked": self.coverage.checked,
                "undecidable": list(self.coverage.undecidable),
                "skipped": [{"rule": rule, "why": why.as_dict()} for rule, why in self.coverage.skipped],
            },
            "rejected": [{"standard": standard, "why": why.as_dict()} for standard, why in self.rejected],
            "groups": [group.as_dict() for group in self.groups],
            "findings": [finding.as_dict() for finding in self.findings],
        }


@dataclass(slots=True)
class Report:
    """What was found in all files of a run. ``skipped`` are files that were not read, and why."""

    files: list[FileReport] = attribute(default_factory=list)
    skipped: list[tuple[str, Text]] = attribute(default_factory=list)
    tool: dict[str, str] = attribute(default_factory=dict)

    @property
    def findings(self) -> list[Finding]:
        """The findings of all files that were kept."""
        return [finding for file in self.files for finding in file.findings]

    @property
    def conforms(self) -> bool | None:
        """False where any file does not conform or is faulty, True where all that have a standard do, None where nobody knows."""
        return {"conforming": True, "nonconforming": False}.get(self.verdict)

    @property
    def levels(self) -> dict[str, bool | None]:
        """The GIF levels that all files reach; None where no file can tell."""
        return {level: _all(file.levels[level] for file in self.files) for level in ("LV1", "LV2", "LV2s")}

    @property
    def verdict(self) -> Verdict:
        """The headline of the run. None conforms with a file that has a standard and of which nothing was judged by it."""
        met = {file.verdict for file in self.files}
        if "conforming" in met and any(file.verdict == "nothing_checked" and file.standard is not None for file in self.files):
            met = met - {"conforming"} | {"judged"}
        order: tuple[Verdict, ...] = ("nonconforming", "conforming", "judged")
        return next((verdict for verdict in order if verdict in met), "nothing_checked")

    def count(self, severity: Severity) -> int:
        """The exact number of findings of a severity over all files."""
        return sum(file.count(severity) for file in self.files)

    def exit_code(self, fail_on: Severity = Severity.ERROR) -> int:
        """0 nothing at or above ``fail_on`` · 1 something · 3 no file to check."""
        if not self.files:
            return 3
        return 1 if any(self.count(severity) for severity in Severity if severity >= fail_on) else 0

    def as_dict(self) -> dict[str, Any]:
        """The report as the JSON contract writes it."""
        return {
            "schema_version": SCHEMA_VERSION,
            "tool": self.tool,
            "summary": {
                "files": len(self.files),
                "records": sum(file.records or 0 for file in self.files),
                **_labelled({severity: self.count(severity) for severity in Severity}),
                "verdict": self.verdict,
            },
            "skipped": [{"path": path, "why": why.as_dict()} for path, why in self.skipped],
            "files": [file.as_dict() for file in self.files],
        }

    def to_json(self, *, indent: int | None = 2) -> str:
        """The report as JSON text. Characters that a terminal could act on are written as escapes."""
        return safe_json(self.as_dict(), indent=indent)


def safe_json(value: Any, *, indent: int | None = None) -> str:
    """JSON with every invisible or controlling character written as an escape."""
    text = _SURROGATE.sub(lambda match: readable(match[0]).replace("\\", "\\\\"), json.dumps(value, ensure_ascii=False, indent=indent))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _labelled(counts: Mapping[Severity, int]) -> dict[str, int]:
    return {severity.label: counts.get(severity, 0) for severity in sorted(Severity, reverse=True)}


def _all(values: Iterable[bool | None]) -> bool | None:
    known = [value for value in values if value is not None]
    return all(known) if known else None
