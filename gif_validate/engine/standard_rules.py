"""Rules about the standard that a file follows, whatever its format."""

from __future__ import annotations

from ..catalogue.rule import Clause, Rule, Severity
from ..catalogue.text import Text

_OURS = "gif-validate"

UNKNOWN = Rule(
    id="TABLE-001",
    title=Text("標準を特定できない", "No standard recognised"),
    severity=Severity.INFO,
    clause=Clause(_OURS, "TABLE-001"),
    message=Text(
        "見出しと値の形から、従うべき標準を特定できませんでした。{near}--standard で指定できます（gif-validate list standards）。",
        "No standard was recognised by header or shape. {near}Name one with --standard (gif-validate list standards).",
    ),
    good=("名称,住所,緯度,経度",),
    bad=("列1,列2",),
    scope="file",
)
OLD_EDITION = Rule(
    id="TABLE-023",
    title=Text("新しい版の標準がある", "There is a newer standard"),
    severity=Severity.INFO,
    clause=Clause("dataset"),
    message=Text(
        "このファイルは {value} の形です。後継の {expected} では、{changes}。",
        "This file follows {value}. In its successor {expected}: {changes}.",
    ),
    good=("municipal/aed@2023",),
    bad=("suishou/aed@2017",),
    scope="file",
)
