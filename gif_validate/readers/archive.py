"""ZIP archives: what is in them, read within limits and never unpacked to disk under a name from the archive."""

from __future__ import annotations

import stat
import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import Literal

from ..catalogue.text import Text
from .source import BLOCK, ZIP_ERRORS, Source

MAX_FILES = 5_000
"""Files that an archive may hold."""
MAX_UNPACKED = 4 << 30
"""Bytes that all of them may unpack to."""
MAX_RATIO = 500
"""How many times larger than packed a file may be; tables of equal rows reach 100."""
_SMALL = 16 << 20
"""Bytes below which the ratio does not matter."""
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""What every unpacker knows; other methods may ask for much memory."""
_IN_MEMORY = 1 << 20
_IGNORED = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"}

Fault = Literal["unsafe", "large", "broken", "twice"]
_NOTHING = Text("", "")
_ENCRYPTED = Text("暗号化されている", "encrypted")
_CAUSES = {
    "password required": _ENCRYPTED.ja,
    "not a zip file": "ZIP 書庫ではないか、途中で切れている",
    "Bad CRC-32": "検査用の値（CRC-32）が中身と合わない",
    "decompressing data": "圧縮されたデータが壊れている",
    "compression": "読めない圧縮方式",
    "zip file version": "読めない版の ZIP",
}
"""Words of zipfile and zlib → the same in Japanese; what else they say means that the archive is damaged."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file of the archive (or, with an empty name, the archive) that is not read. ``detail`` says why it is broken."""

    fault: Fault
    name: str
    detail: Text = _NOTHING


@dataclass(slots=True)
class Archive:
    """The files that may be read, by the names that people gave them, and those that may not."""

    source: Source
    files: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The names of all files that are there, also of those that may not be read."""
        return [*self.files, *(refused.name for refused in self.refused if refused.name)]

    def open(self, name: str) -> Source:
        """A file of the archive as a source of its own, called ``archive.zip/name``; `release` it afterwards.

        Raises ArchiveError where it cannot be unpacked.
        """
        stream = self.source.open()
        kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - lives as long as the source
        try:
            with zipfile.ZipFile(stream) as archive, archive.open(self.files[name]) as member:
                # zipfile never gives more bytes than the directory promises, and `_refusal` has bounded that.
                while block := member.read(BLOCK):
                    kept.write(block)
        except ZIP_ERRORS as error:
            kept.close()
            raise ArchiveError(cause_of(error)) from error
        finally:
            self.source.close(stream)
        return Source(f"{self.source.name}/{name}", kept=kept)  # type: ignore[arg-type]


def release(source: Source) -> None:
    """Gives back the memory or disk that a file of an archive took."""
    if source.kept is not None:
        source.kept.close()


class ArchiveError(Exception):
    """A file of an archive cannot be unpacked; ``why`` says so in both languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def cause_of(error: Exception) -> Text:
    """Why an archive cannot be read: in English as the library says it, in Japanese by the causes that are known.

    >>> cause_of(zipfile.BadZipFile("Truncated central directory")).ja
    '書庫が壊れている'
    """
    said = str(error) or type(error).__name__
    return Text(next((ja for words, ja in _CAUSES.items() if words in said), "書庫が壊れている"), said)


def open_archive(source: Source) -> Archive:
    """Reads the directory of an archive; nothing is unpacked. What is wrong with it stands under ``refused``."""
    found = Archive(source)
    stream = source.open()
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except ZIP_ERRORS as error:
        found.refused.append(Refused("broken", "", cause_of(error)))
        return found
    finally:
        source.close(stream)
    if len(entries) > MAX_FILES:
        found.refused.append(Refused("large", ""))
        return found
    total = 0
    for entry in entries:
        name = name_of(entry)
        if name.endswith("/") or _IGNORED.intersection(PurePosixPath(name).parts):
            continue
        total += entry.file_size
        refusal = _refusal(entry, name, found, total)
        if refusal is None:
            found.files[name] = entry
        else:
            found.refused.append(refusal)
    return found


def name_of(entry: zipfile.ZipInfo) -> str:
    """The name as it was given: archives made on Japanese Windows have it in cp932 without saying so."""
    name = entry.filename
    if entry.flag_bits & 0x800 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("cp932").replace("\\", "/")
    except UnicodeError:
        return name


def _refusal(entry: zipfile.ZipInfo, name: str, found: Archive, total: int) -> Refused | None:
    if not _is_safe(name) or stat.S_ISLNK(entry.external_attr >> 16):
        return Refused("unsafe", name)
    if name in found.files:
        return Refused("twice", name)
    if entry.flag_bits & 0x1:
        return Refused("broken", name, _ENCRYPTED)
    if entry.compress_type not in _METHODS:
        method = entry.compress_type
        return Refused("broken", name, Text(f"読めない圧縮方式 {method}", f"compression method {method}"))
    too_dense = entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size)
    return Refused("large", name) if too_dense or total > MAX_UNPACKED else None


def _is_safe(name: str) -> bool:
    windows = PureWindowsPath(name)
    return bool(name) and ".." not in windows.parts and not windows.drive and not windows.root and "\0" not in name
