"""The shipped examples: those called conforming have no error, the others exactly the findings that are pinned."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import gif_validate as gv
from gif_validate.models.index import models
from tests.conftest import EXAMPLES, ROOT

PINNED = ROOT / "tests" / "examples.json"
SUFFIXES = {".csv", ".xlsx", ".json", ".xml", ".ttl"}
FILES = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in SUFFIXES and path.parent.name != "machine-readability")
BUNDLES = sorted(path for path in EXAMPLES.glob("gtfs-jp-feed/*") if path.is_dir())
"""Folders of several files that belong together."""


def pinned() -> dict[str, Any]:
    """What each example should give."""
    found: dict[str, Any] = json.loads(PINNED.read_text(encoding="utf-8"))
    return found


def given() -> dict[str, Any]:
    """What each example gives now (``python -m tests.project.test_examples`` writes it after a change that was meant)."""
    return {file.path: _summary(file) for path in (*FILES, *BUNDLES) for file in _named(gv.check(path), path)}


def _named(report: gv.Report, path: Path) -> list[gv.FileReport]:
    """The reports of the files with their paths within the examples."""
    return [replace(file, path=Path(file.path).relative_to(EXAMPLES).as_posix()) for file in report.files]


def _summary(file: gv.FileReport) -> dict[str, Any]:
    return {
        "standard": file.standard,
        "encoding": file.encoding,
        "records": file.records,
        "conforms": file.conforms,
        "LV1": file.levels["LV1"],
        "findings": [
            [
                finding.rule.id,
                finding.severity.label,
                finding.field,
                finding.place.line,
                finding.place.cell,
                finding.value,
                finding.suggestion,
                list(finding.also),
            ]
            for finding in file.findings
        ],
    }


def test_findings_are_exactly_the_pinned_ones() -> None:
    now = given()
    assert set(now) == set(pinned())
    for name, expected in pinned().items():
        assert now[name] == expected, name


@pytest.mark.parametrize("path", [path for path in (*FILES, *BUNDLES) if path.stem == "conforming"], ids=lambda path: path.parent.name)
def test_conforming_examples_have_no_error(path: Path) -> None:
    for file in gv.check(path).files:
        assert file.conforms is True
        assert file.count(gv.Severity.ERROR) == 0


def test_examples_come_in_pairs() -> None:
    """Standards without a folder of examples have theirs generated in test_standards."""
    shown: dict[str, set[bool]] = {summary["standard"]: set() for summary in pinned().values()}
    for summary in pinned().values():
        shown[summary["standard"]].add(summary["conforms"])
    assert shown.keys() <= models().keys()
    alone = {name for name in shown if not name.startswith("gtfs-jp/") or name.startswith("gtfs-jp/feed@")}
    assert {name for name in alone if shown[name] == {True, False}} == alone


if __name__ == "__main__":
    lines = ",\n".join(
        f" {json.dumps(name, ensure_ascii=False)}: {json.dumps(summary, ensure_ascii=False)}" for name, summary in given().items()
    )
    PINNED.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
