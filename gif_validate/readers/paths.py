"""From what the user names (files, folders, patterns, ``-``) to the sources to read."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..catalogue.text import Text
from .source import NAMED_FORMATS, Source

_NO_DATA = Text("データの拡張子ではない", "no extension of a data file")


@dataclass(slots=True)
class Found:
    """The sources that were named, the files of folders that are no data, and names for which there is nothing."""

    sources: list[Source] = field(default_factory=list)
    skipped: list[tuple[str, Text]] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def find(names: Iterable[str | Path]) -> Found:
    """Files stand for themselves; a folder for the data files below it (hidden ones left out); a pattern for what it matches."""
    found = Found()
    seen: set[Path] = set()
    for name in map(str, names):
        path = Path(name)
        if name == "-":
            found.sources.append(Source.of_stream(sys.stdin.buffer))
        elif path.is_dir():
            _add_folder(path, found, seen)
        elif path.exists():
            _add(path, found, seen)
        elif glob.has_magic(name):
            matches = sorted(Path(match) for match in glob.glob(name, recursive=True) if Path(match).is_file())  # noqa: PTH207 - any pattern
            for match in matches:
                _add(match, found, seen)
        else:
            found.absent.append(name)
    return found


def _add(path: Path, found: Found, seen: set[Path]) -> None:
    key = path.resolve()
    if key not in seen:
        seen.add(key)
        found.sources.append(Source(str(path), path))


def _add_folder(folder: Path, found: Found, seen: set[Path]) -> None:
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if path.suffix.lower().lstrip(".") in NAMED_FORMATS:
            _add(path, found, seen)
        else:
            found.skipped.append((str(path), _NO_DATA))
