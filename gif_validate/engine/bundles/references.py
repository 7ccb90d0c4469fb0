"""References between tables: every value that must name a row of another table does so.

Each table referred to is read once for its keys, each table that refers is read once more; keys beyond a million lie on disk.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from ...catalogue.report import FileReport, Findings
from ...catalogue.rule import Clause, Severity
from ...catalogue.text import Text
from ...models.model import Field, Model, Reference
from ...readers.source import Source
from ..records.key_set import Key, KeySet
from ..tables.opened import NotATableError, Rows, Table, open_table
from .bundle_rules import DANGLING, KEY_ELSEWHERE, NO_TABLE

Words = tuple[str, ...]


@dataclass(slots=True)
class Member:
    """One table of several that belong together, with the report on it."""

    source: Source
    report: FileReport
    model: Model
    _table: Table | None = None

    @property
    def name(self) -> str:
        """The file name without folders."""
        return PurePath(self.source.name).name

    @property
    def scope(self) -> str:
        """The part of the country that the file covers, where its name says so as the standard prescribes: ``all``, ``pref13`` …"""
        for regex in self.model.layout.file_names:
            match = re.fullmatch(regex, self.name)
            if match and match.groups():
                return match[1] or ""
        return ""

    @property
    def clause(self) -> Clause | None:
        """Where the standard of the table is defined."""
        return Clause(self.model.document, self.model.section) if self.model.document else None

    def table(self) -> Table:
        """The table, opened once. NotATableError or OSError where it cannot be read."""
        if self._table is None:
            self._table = open_table(self.source, model=self.model, encoding=self.report.encoding, sheet=self.report.sheet)
        return self._table


def covers(outer: str, inner: str) -> bool:
    """True where a file for the part ``outer`` has all that one for ``inner`` may refer to.

    >>> covers("all", "pref13"), covers("pref13", "city131016"), covers("pref13", "all"), covers("", "")
    (True, True, False, True)
    """
    if outer in {"all", inner}:
        return True
    return outer.startswith("pref") and inner.startswith("city") and inner[4:6] == outer[4:6]


def _refers(one: Model, other: str) -> bool:
    return any(other in _tables(reference) for reference in one.references)


def _tables(reference: Reference) -> tuple[str, ...]:
    """The tables of which one must hold the row."""
    return (reference.to, *reference.also_in)


def belong_together(members: Sequence[Member]) -> bool:
    """True where one of the tables refers to another, or two of them are parts of one table."""
    ids = Counter(member.model.id for member in members)
    scoped = any(count > 1 for count in Counter(member.model.id for member in members if member.scope).values())
    return scoped or any(_refers(member.model, name) for member in members for name in ids if name != member.model.id)


@dataclass(slots=True)
class ReferenceCheck:
    """The tables of a bundle, and the keys read from them so far.

    ``files``: table → the file that holds it, as the bundle says; empty where files only happen to lie together, so that a table that is
    not among them may well exist. ``unread``: tables whose file is there but could not be read, or not all of it.
    """

    members: Sequence[Member]
    files: Mapping[str, str] = field(default_factory=dict)
    limit: int = 1000
    unread: Collection[str] = ()
    _keys: dict[tuple[str, Words], KeySet | None] = field(default_factory=dict)

    def run(self) -> None:
        """Checks all references and keys; the findings go to the reports of the files that refer."""
        try:
            for member in self.members:
                findings = Findings(self.limit, member.clause)
                for reference in member.model.references:
                    self._check(member, reference, findings)
                add(member.report, findings, self.limit)
            self._check_keys()
        finally:
            for keys in self._keys.values():
                if keys is not None:
                    keys.close()

    def _targets(self, reference: Reference) -> list[Member]:
        return [member for member in self.members if member.model.id in _tables(reference)]

    def _check(self, member: Member, reference: Reference, findings: Findings) -> None:
        why = self._why_not(reference)
        if why is not None:
            _skip(member, why)
            return
        targets = self._targets(reference)
        if not targets:
            self._say_no_table(member, reference, findings)
            return
        if not any(covers(target.scope, member.scope) for target in targets):
            names = ", ".join(target.name for target in targets)
            _skip(member, Text(f"{names} は範囲が異なる", f"{names} covers another area"))
            return
        keys = [self._keys_of(name, reference.target) for name in dict.fromkeys(target.model.id for target in targets)]
        readable = [each for each in keys if each is not None]
        if len(readable) < len(keys):
            _skip(
                member, Text(f"参照先に {'・'.join(reference.target)} の列がない", f"no column {', '.join(reference.target)} to refer to")
            )
            return
        _compare(member, reference, targets, readable, findings)

    def _why_not(self, reference: Reference) -> Text | None:
        """Why a reference is not followed: a table that may hold the row was not given, or not read."""
        unread = [self.files.get(name, name) for name in _tables(reference) if name in self.unread]
        if unread:
            return Text(f"参照先の {'・'.join(unread)} に誤りがある", f"{', '.join(unread)}, which it refers to, is faulty itself")
        there = {member.model.id for member in self.members}
        absent = [name for name in _tables(reference) if name not in there]
        if absent and not self.files:
            return Text(f"参照先の表（{'・'.join(absent)}）がない", f"the table referred to ({', '.join(absent)}) is not there")
        return None

    def _keys_of(self, name: str, fields: Words) -> KeySet | None:
        """The keys of all files of a table; None where one of them cannot be read or lacks a column."""
        if (name, fields) not in self._keys:
            found: KeySet | None = KeySet()
            for member in self.members:
                if member.model.id == name and found is not None and not _collect(member, fields, found):
                    found = None
            self._keys[name, fields] = found
        return self._keys[name, fields]

    def _say_no_table(self, member: Member, reference: Reference, findings: Findings) -> None:
        needed = _needed(member, reference)
        keys = (key for _, found in _reading(member, reference.fields) for key in found)
        first = next((key for key in keys if _is_given(key, needed)), None)
        if first is not None:
            findings.say(
                NO_TABLE,
                value=", ".join(first),
                field=reference.fields[0],
                item="・".join(reference.fields),
                target=" / ".join(self.files.get(name, name) for name in _tables(reference)),
            )

    def _check_keys(self) -> None:
        """Files that are parts of one table have no row in common, unless one of them covers the other."""
        for name in dict.fromkeys(member.model.id for member in self.members):
            parts = [member for member in self.members if member.model.id == name and member.scope and member.model.keys]
            apart = all(not covers(one.scope, other.scope) for one in parts for other in parts if one is not other)
            if len(parts) > 1 and apart:
                _compare_keys(parts, self.limit)


def _reading(member: Member, fields: Words) -> Iterator[tuple[Rows, list[Key]]]:
    """The values of the fields, block by block; nothing where the table lacks one of them or cannot be read."""
    try:
        table = member.table()
    except (NotATableError, OSError):
        return
    where = table.where()
    if any(name not in where for name in fields):
        return
    wanted = [where[name] for name in fields]
    for rows in table.records():
        yield rows, rows.columns(wanted)


def _collect(member: Member, fields: Words, into: KeySet) -> bool:
    """Takes the keys of a table in; False where it cannot be read or lacks a column."""
    try:
        where = member.table().where()
    except (NotATableError, OSError):
        return False
    if any(name not in where for name in fields):
        return False
    for _, keys in _reading(member, fields):
        into.update(keys)
    return True


def _needed(member: Member, reference: Reference) -> tuple[bool, ...]:
    """Which parts of a reference are mandatory."""
    items: list[Field] = [member.model.field(name) for name in reference.fields]
    return tuple(item.mark == "must" for item in items)


def _is_given(key: Key, needed: tuple[bool, ...]) -> bool:
    """True for a reference that says something: not empty, and no mandatory part of several left out."""
    return any(key) and all(part or not must for part, must in zip(key, needed, strict=True))


def _compare(member: Member, reference: Reference, targets: Sequence[Member], keys: Sequence[KeySet], findings: Findings) -> None:
    severity = Severity.ERROR if member.model.basis == "official" else Severity.WARNING
    names = " / ".join(dict.fromkeys(target.name for target in targets))
    given, needed = 0, _needed(member, reference)
    for rows, found in _reading(member, reference.fields):
        told = {key: count for key, count in Counter(found).items() if _is_given(key, needed)}
        given += sum(told.values())
        absent = set(told)
        for known in keys:
            absent = known.absent(absent)
        if not absent:
            continue
        column = member.table().where()[reference.fields[0]]
        for offset, key in enumerate(found):
            if key in absent:
                findings.say(
                    DANGLING,
                    severity,
                    value=", ".join(key),
                    place=rows.block.place(rows.start + offset, column, rows.first + offset),
                    field=reference.fields[0],
                    item="・".join(reference.fields),
                    target=names,
                    to="・".join(reference.target),
                )
    group = findings.groups.get((DANGLING.id, severity, reference.fields[0]))
    if group is not None:
        group.of = given


def _compare_keys(parts: Sequence[Member], limit: int) -> None:
    seen = KeySet()
    fields = parts[0].model.keys[0]
    for number, member in enumerate(parts):
        findings = Findings(limit, member.clause)
        twice: Key | None = None
        for _, keys in _reading(member, fields):
            given = {key for key in keys if all(key)}
            twice = twice or min(given - seen.absent(given), default=None)
        if twice is not None:
            others = ", ".join(other.name for other in parts[:number])
            findings.say(KEY_ELSEWHERE, value=", ".join(twice), field=fields[0], key="・".join(fields), other=others)
        add(member.report, findings, limit)
        _collect(member, fields, seen)
    seen.close()


def _skip(member: Member, why: Text) -> None:
    said = (DANGLING.id, why)
    if said not in member.report.coverage.skipped:
        member.report.coverage.skipped.append(said)


def add(report: FileReport, findings: Findings, limit: int) -> None:
    """Adds findings to a report that was closed before; counts stay exact."""
    if not findings.counts:
        return
    counts = Counter(report.counts)
    counts.update(findings.counts)
    report.counts = counts
    kept = findings.kept()
    room = max(0, limit - len(report.findings))
    report.findings = sorted([*report.findings, *kept[:room]], key=lambda finding: (finding.place.line or 0, finding.place.column or 0))
    report.groups += findings.groups.values()
    report.truncated = report.truncated or findings.truncated or len(kept) > room
    report.judge()
