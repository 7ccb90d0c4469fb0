"""Rules about the standard that a file follows, whatever its format."""

from __future__ import annotations

from ..catalogue.rows import info
from ..catalogue.rule import Clause

UNKNOWN = info("TABLE-001", scope="file").says(
    ("標準を特定できない", "No standard recognised"),
    (
        "見出しと値の形から、従うべき標準を特定できませんでした。{near}--standard で指定できます（gif-validate list standards）。",
        "No standard was recognised by header or shape. {near}Name one with --standard (gif-validate list standards).",
    ),
    good=("名称,住所,緯度,経度",),
    bad=("列1,列2",),
)
OLD_EDITION = info("TABLE-023", Clause("dataset"), scope="file").says(
    ("新しい版の標準がある", "There is a newer standard"),
    (
        "このファイルは {value} の形です。後継の {expected} では、{changes}。",
        "This file follows {value}. In its successor {expected}: {changes}.",
    ),
    good=("municipal/aed@2023",),
    bad=("suishou/aed@2017",),
)
