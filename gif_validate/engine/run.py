"""A run over files: the whole job from paths to report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from ..catalogue.report import Report
from ..readers.paths import Found, find
from ..readers.source import Source
from ..resources import data
from ..version import __version__
from .bundles.bundle import check_all
from .options import Options

Progress = Callable[[Source, int], None]
"""Told which file is being read and how many of its records have been checked."""


def run(paths: Iterable[str | Path], options: Options, progress: Progress = lambda *_: None) -> Report:
    """Checks all files that the paths name. FileNotFoundError (with the name) where a path does not exist."""
    found = find(paths)
    if found.absent:
        raise FileNotFoundError(found.absent[0])
    return run_found(found, options, progress)


def run_found(found: Found, options: Options, progress: Progress = lambda *_: None) -> Report:
    """The same for sources that were found before."""
    files, left_out = check_all(found.sources, options, progress)
    return Report(files, [*found.skipped, *left_out], tool())


@cache
def _ruleset() -> str:
    digest = hashlib.sha256(__version__.encode())
    for path in (data("shapes") / "index.json", *sorted(data("codelists").glob("*.csv")), data("codelists") / "index.json"):
        digest.update(path.read_bytes())
    return f"sha256:{digest.hexdigest()}"


def tool() -> dict[str, str]:
    """The tool as the JSON contract names it; ``ruleset`` changes with every definition, code list and version."""
    return {"name": "gif-validate", "version": __version__, "ruleset": _ruleset()}
