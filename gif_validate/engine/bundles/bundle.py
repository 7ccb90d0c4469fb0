"""Bundles (GTFS-JP, アドレス・ベース・レジストリ): the files of an archive or folder, each by itself and all of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath, PurePosixPath

from ...catalogue.report import FileReport, Findings
from ...catalogue.rule import Clause, Severity
from ...catalogue.text import Text
from ...models.basis import if_missing, of_mark
from ...models.detection import detect_bundle
from ...models.index import models
from ...models.model import Model
from ...readers.archive import MAX_FILES, MAX_UNPACKED, Archive, ArchiveError, Refused, open_archive, release
from ...readers.file_rules import EMPTY, NOT_READ
from ...readers.source import NAMED_FORMATS, Source, format_of
from ..file_check import check_file
from ..options import Options
from ..tables.opened import NotATableError, open_table
from ..values.leaks import has_leak, redact
from . import bundle_rules as rules
from .references import Member, ReferenceCheck, add, belong_together

Checked = tuple[Source, FileReport]
Progress = Callable[[Source, int], None]
_MARKS = {"must": Text("必須", "mandatory"), "recommended": Text("推奨", "recommended")}
_NO_DATA = Text("データの拡張子ではない", "no extension of a data file")
_AT_ROOT = {"gtfs-jp"}
"""Documents by which the files stand at the root of the archive."""
_KEPT = 200
"""Files from archives of one folder that are kept at hand to be compared with each other; each may need an open file."""
_TOO_MANY = Text("書庫の数が多く、書庫の間の参照は確かめていない", "too many archives: references between them were not followed")
_ONLY_OTHERS = Text("データのファイルがない ZIP 書庫", "a ZIP archive without a file of data")
_IN_PART = Text(
    "まとめて配るファイルの一部だけが渡された。全体を検査するには、フォルダーか ZIP 書庫を渡す",
    "only some of the files that belong together were given; give their folder or ZIP archive to have all of them checked",
)


@dataclass(slots=True)
class _Unpacked:
    """An archive with the reports on what is in it; its files are open until `release`."""

    archive: Archive
    report: FileReport
    findings: Findings
    bundle: Model | None
    checked: list[Checked] = field(default_factory=list)
    skipped: list[tuple[str, Text]] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    @property
    def unread(self) -> list[str]:
        """The names of files that are there and were not read, or of which a second one was not."""
        return [*self.damaged, *(refused.name for refused in self.archive.refused)]

    def close(self) -> list[FileReport]:
        """The reports, after what all files say together. An archive that only holds files has none of its own."""
        for source, _ in self.checked:
            release(source)
        if not self.archive.names and not self.findings.counts[Severity.ERROR]:
            self.findings.say(EMPTY)
        elif not self.checked and not self.findings.counts[Severity.ERROR]:
            self.findings.say(NOT_READ, found=_ONLY_OTHERS)
        members = [report for _, report in self.checked]
        _close(self.report, self.findings, self.bundle, self.checked)
        return [self.report, *members] if self.bundle is not None or self.findings.counts else members


def _unpacked(source: Source, options: Options, progress: Progress) -> _Unpacked:
    report = FileReport(path=source.name, format="zip")
    findings = Findings(options.max_findings)
    try:
        report.sha256 = source.sha256()
        archive = open_archive(source)
    except OSError as error:
        archive = Archive(source, refused=[Refused("broken", "", Text("ファイルを開けない", error.strerror or str(error)))])
    bundle = _bundle(options.model, archive.names)
    if bundle is not None:
        _follow(report, findings, bundle, detected=options.model is None)
        _check_files(bundle, archive.files, findings, (each.name for each in archive.refused))
        _check_root(bundle, archive.names, findings)
    for refused in archive.refused:
        _say_refused(refused, source, findings)
    found = _Unpacked(archive, report, findings, bundle)
    _check_members(archive, found, options, progress)
    return found


def check_all(
    sources: Sequence[Source], options: Options, progress: Progress = lambda *_: None
) -> tuple[list[FileReport], list[tuple[str, Text]]]:
    """The reports on all sources: each by itself, archives with what is in them, and the files of a folder together.

    A folder that is a bundle has a report of its own before those of its files. Also the files of archives that were not read, and why.
    """
    packed = list(map(_is_archive, sources))
    bundles = _bundles([source for source, is_packed in zip(sources, packed, strict=True) if not is_packed], options.model)
    done: list[tuple[PurePath, FileReport | _Unpacked]] = []
    together: dict[PurePath, list[Checked]] = {}
    for source, is_packed in zip(sources, packed, strict=True):
        folder = _folder(source)
        if is_packed:
            unpacked = _unpacked(source, options, progress)
            done.append((folder, unpacked))
            _put_together(unpacked, together.setdefault(folder, []), options)
            continue
        report = _check_one(source, bundles.get(folder), options, progress)
        together.setdefault(folder, []).append((source, report))
        done.append((folder, report))
    wholes = {folder: _check_folder(folder, files, bundles.get(folder), options) for folder, files in together.items()}
    reports: list[FileReport] = []
    skipped: list[tuple[str, Text]] = []
    for folder, each in done:
        whole = wholes.pop(folder, None)
        reports += [whole] if whole is not None else []
        reports += each.close() if isinstance(each, _Unpacked) else [each]
        skipped += each.skipped if isinstance(each, _Unpacked) else []
    if any(map(has_leak, reports)):
        # What files say of each other may repeat a number that only one of them is known to hold.
        for report in reports:
            redact(report)
    return reports, skipped


def _put_together(unpacked: _Unpacked, folder: list[Checked], options: Options) -> None:
    """The base registry comes as one archive a table: what is in archives that are no bundle lies together in their folder."""
    if unpacked.bundle is not None:
        _check_references(unpacked.checked, unpacked.bundle, options, unpacked.unread)
    elif sum(1 for source, _ in folder if source.kept is not None) + len(unpacked.checked) <= _KEPT:
        folder += unpacked.checked
    else:
        _check_references(unpacked.checked, None, options)
        for source, report in unpacked.checked:
            report.coverage.skipped.append((rules.DANGLING.id, _TOO_MANY))
            release(source)


def _folder(source: Source) -> PurePath:
    return PurePath(source.path or source.name).parent


def _bundles(sources: Iterable[Source], asked: Model | None) -> dict[PurePath, Model]:
    """Folder → the bundle that its files make up, or that is asked for. Archives are bundles by themselves."""
    folders: dict[PurePath, list[str]] = {}
    for source in sources:
        folders.setdefault(_folder(source), []).append(_name(source))
    found = {folder: _bundle(asked, names) for folder, names in folders.items()}
    return {folder: bundle for folder, bundle in found.items() if bundle is not None}


def _is_whole(folder: PurePath, names: Collection[str], bundle: Model) -> bool:
    """True where no file of the bundle lies in the folder without having been given: only then may one be called missing."""
    return all(item.name in names or not Path(folder, item.name).exists() for item in bundle.fields)


def _name(source: Source) -> str:
    return PurePath(source.name).name


def _is_archive(source: Source) -> bool:
    try:
        return format_of(source) == "zip"
    except OSError:
        return False


def _check_folder(folder: PurePath, files: Sequence[Checked], bundle: Model | None, options: Options) -> FileReport | None:
    """What the files of a folder say together; the report on the folder, where it is a bundle and all of it was given."""
    names = [_name(source) for source, _ in files if source.path is not None]
    if bundle is None or not names or not _is_whole(folder, names, bundle):
        _check_references(files, None, options)
        for _, each in files if bundle is not None else ():
            each.coverage.skipped.append((rules.MISSING_FILE.id, _IN_PART))
        return None
    _check_references(files, bundle, options)
    report = FileReport(path=str(folder), format="folder")
    findings = Findings(options.max_findings)
    _follow(report, findings, bundle, detected=options.model is None)
    _check_files(bundle, names, findings)
    _close(report, findings, bundle, files)
    return report


def _check_one(source: Source, bundle: Model | None, options: Options, progress: Progress) -> FileReport:
    """One table, by the standard that the bundle has for a file of its name, else by the one asked for or recognised."""
    model = _model_of(source, bundle) if bundle is not None else options.model
    report = check_file(source, replace(options, model=model), lambda records: progress(source, records))
    if model is not None and options.model is not model:
        report.detected = True
    return report


def _model_of(source: Source, bundle: Model) -> Model | None:
    """The table that the bundle has under this file name, in the edition that fits best."""
    name = next((item.model for item in bundle.fields if item.name == _name(source)), None)
    editions = [model for model in models().values() if model.id == name]
    if len(editions) < 2:
        return next(iter(editions), None)
    scores: dict[str, float] = {}
    for model in editions:
        try:
            match = open_table(source, model=model).match
        except (NotATableError, OSError):
            match = None
        scores[model.full_id] = match.score if match else 0.0
    return max(editions, key=lambda model: (scores[model.full_id], model.current))


def _bundle(asked: Model | None, names: Iterable[str]) -> Model | None:
    if asked is not None:
        return asked if asked.kind == "bundle" else None
    return detect_bundle(names, models().values())


def _follow(report: FileReport, findings: Findings, bundle: Model, *, detected: bool) -> None:
    report.standard, report.title, report.family = bundle.full_id, bundle.title, bundle.family
    report.detected = detected
    findings.dataset = Clause(bundle.document, bundle.section) if bundle.document else None


def _check_files(bundle: Model, names: Iterable[str], findings: Findings, refused: Iterable[str] = ()) -> None:
    """Files that the bundle needs and that are not there, and files that it does not know. What was ``refused`` is there."""
    present = {PurePosixPath(name).name for name in names}
    there = present | {PurePosixPath(name).name for name in refused}
    for item in bundle.fields:
        if item.mark not in _MARKS or item.name in there:
            continue
        severity = if_missing(bundle, item) if item.mark == "must" else Severity.INFO
        title, hint = _title(item.model), of_mark(bundle, item)
        findings.say(rules.MISSING_FILE, severity, value=item.name, field=item.name, mark=_MARKS[item.mark], title=title, hint=hint)
    for name in sorted(present.difference(*((item.name, *item.aliases) for item in bundle.fields))):
        findings.say(rules.OTHER_FILE, value=name, field=name)


def _check_root(bundle: Model, names: Iterable[str], findings: Findings) -> None:
    """Files of the bundle that stand in a folder of the archive, where they must stand at its root; what else is there may lie anywhere."""
    if bundle.document not in _AT_ROOT:
        return
    known = {name for item in bundle.fields for name in (item.name, *item.aliases)}
    paths = [PurePosixPath(name) for name in names]
    at_root = {path.name for path in paths if len(path.parts) == 1}
    folders = Counter(str(path.parent) for path in paths if len(path.parts) > 1 and path.name in known - at_root)
    for folder, count in sorted(folders.items()):
        findings.say(rules.NOT_AT_ROOT, value=folder, count=str(count))


def _title(name: str) -> Text:
    return next((model.title for model in models().values() if model.id == name and model.current), Text(name, name))


def _check_members(archive: Archive, found: _Unpacked, options: Options, progress: Progress) -> None:
    for name in archive.files:
        shown = f"{archive.source.name}/{name}"
        if PurePosixPath(name).suffix.lower().lstrip(".") not in NAMED_FORMATS:
            found.skipped.append((shown, _NO_DATA))
            continue
        try:
            member = archive.open(name)
        except ArchiveError as error:
            found.findings.say(rules.BROKEN_ARCHIVE, value=name, found=error.why)
            found.damaged.append(name)
            continue
        found.checked.append((member, _check_one(member, found.bundle, options, progress)))


def _say_refused(refused: Refused, source: Source, findings: Findings) -> None:
    value = refused.name or source.name
    if refused.fault == "unsafe":
        findings.say(rules.UNSAFE_NAME, value=value)
    elif refused.fault == "twice":
        findings.say(rules.NAME_TWICE, value=value)
    elif refused.fault == "large":
        limit = Text(f"{MAX_UNPACKED >> 30} GB・{MAX_FILES:,}ファイル", f"{MAX_UNPACKED >> 30} GB, {MAX_FILES:,} files")
        findings.say(rules.ARCHIVE_TOO_LARGE, value=value, expected=limit)
    else:
        findings.say(rules.BROKEN_ARCHIVE, value=value, found=refused.detail)


def _check_references(checked: Sequence[Checked], bundle: Model | None, options: Options, unread: Iterable[str] = ()) -> None:
    """References between the tables of a bundle, or of a folder whose tables refer to each other."""
    known = models()
    members = [Member(source, report, model) for source, report in checked if (model := known.get(report.standard or ""))]
    if bundle is None:
        if belong_together(members):
            ReferenceCheck(members, limit=options.max_findings).run()
        return
    files = {item.model: item.name for item in bundle.fields if item.model}
    names = {PurePosixPath(name).name for name in unread} | {_name(source) for source, report in checked if report.standard is None}
    members = [member for member in members if member.model.id in files]
    ReferenceCheck(members, files, options.max_findings, {table for table, name in files.items() if name in names}).run()


def _close(report: FileReport, findings: Findings, bundle: Model | None, files: Sequence[Checked]) -> None:
    """A bundle conforms where it and all its files do; what else lies beside them is no part of it.

    Nobody knows whether one does of which a mandatory file holds nothing.
    """
    add(report, findings, findings.limit)
    if bundle is not None:
        marks = {item.name: item.mark for item in bundle.fields}
        members = [each for source, each in files if _name(source) in marks]
        empty = any(marks.get(_name(source)) == "must" and not each.judged for source, each in files)
        report.judged = 0 if empty else sum(each.judged for each in members)
        report.judge()
        if any(each.count(Severity.ERROR) for each in members):
            report.conforms = False
