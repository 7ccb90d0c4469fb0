"""Rules of bundles: what can be wrong with files that belong together, and with the archive that holds them."""

from __future__ import annotations

from ...catalogue.rule import Clause, Rule, Severity
from ...catalogue.text import Text

_OURS = "gif-validate"
_DATASET = Clause("dataset")

MISSING_FILE = Rule(
    id="BUNDLE-001",
    title=Text("必要なファイルがない", "A file of the standard is missing"),
    severity=Severity.ERROR,
    clause=_DATASET,
    message=Text(
        "{mark}のファイル {value}（{title}）がありません。",
        "The {mark} file {value} ({title}) is missing.",
    ),
    good=("agency.txt, stops.txt, routes.txt",),
    bad=("agency.txt, routes.txt",),
    scope="file",
)
DANGLING = Rule(
    id="BUNDLE-002",
    title=Text("参照先の行がない", "A reference leads to no row"),
    severity=Severity.ERROR,
    clause=_DATASET,
    message=Text(
        "「{item}」の値「{value}」は、{target} の「{to}」にありません。",
        'The value "{value}" of "{item}" is not in "{to}" of {target}.',
    ),
    good=("stops.txt: S1 / stop_times.txt: S1",),
    bad=("stops.txt: S1 / stop_times.txt: S9",),
    scope="record",
)
KEY_ELSEWHERE = Rule(
    id="BUNDLE-003",
    title=Text("識別する項目の値がほかのファイルにもある", "The same key stands in another file"),
    severity=Severity.WARNING,
    clause=_DATASET,
    message=Text(
        "「{key}」が同じ行が、同じ表のほかのファイル（{other}）にもあります。最初は「{value}」です。どちらかを除きます。",
        'Rows of another file of the same table ({other}) have the same {key}; the first is "{value}". Keep one of them.',
    ),
    good=("pref01: 011002 / pref02: 022012",),
    bad=("pref01: 011002 / pref02: 011002",),
    scope="file",
)
OTHER_FILE = Rule(
    id="BUNDLE-004",
    title=Text("標準にないファイルがある", "A file that the standard does not have"),
    severity=Severity.INFO,
    clause=_DATASET,
    message=Text(
        "ファイル {value} は、この標準にありません。ほかのファイルとの関係は検査していません。",
        "The standard has no file {value}. How it goes with the others was not checked.",
    ),
    good=("stops.txt",),
    bad=("stops_old.txt",),
    scope="file",
)
NO_TABLE = Rule(
    id="BUNDLE-005",
    title=Text("参照先の表がない", "The table referred to is missing"),
    severity=Severity.WARNING,
    clause=_DATASET,
    message=Text(
        "「{item}」に値（例「{value}」）がありますが、参照先の {target} がありません。",
        '"{item}" has values (such as "{value}"), but {target}, which they refer to, is missing.',
    ),
    good=("trips.txt: shape_id / shapes.txt",),
    bad=("trips.txt: shape_id",),
    scope="file",
)
NOT_AT_ROOT = Rule(
    id="FILE-038",
    title=Text("ファイルが書庫の最上位にない", "Files are not at the root of the archive"),
    severity=Severity.ERROR,
    clause=Clause("gtfs", "File Requirements"),
    message=Text(
        "{count}個のファイルが、ZIP 書庫の中のフォルダー「{value}」にあります。フォルダーに入れず、書庫の最上位に置きます。",
        'Files in the folder "{value}" of the ZIP archive: {count}. They must stand at its root, in no folder.',
    ),
    good=("feed.zip: stops.txt",),
    bad=("feed.zip: gtfs/stops.txt",),
    scope="file",
)
UNSAFE_NAME = Rule(
    id="BUNDLE-006",
    title=Text("書庫の外を指すファイル名がある", "A file name that points outside the archive"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "BUNDLE-006"),
    message=Text(
        "書庫の中のファイル名「{value}」は、展開すると書庫の外に置かれるおそれがあるため、読んでいません。フォルダーを含まない名前で作り直します。",
        'The file name "{value}" in the archive may lead outside of it when unpacked; it was not read. Pack it again under a plain name.',
    ),
    good=("stops.txt",),
    bad=("../stops.txt",),
    scope="file",
)
ARCHIVE_TOO_LARGE = Rule(
    id="BUNDLE-007",
    title=Text("展開すると大きすぎる書庫", "The archive unpacks to too much"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "BUNDLE-007"),
    message=Text(
        "{value} を展開すると上限（{expected}）を超えるため、読んでいません。ファイルを分けて渡します。",
        "{value} unpacks to more than the limit ({expected}) and was not read. Deliver it in parts.",
    ),
    good=("feed.zip (12 KB)",),
    bad=("feed.zip (8 GB)",),
    scope="file",
)
BROKEN_ARCHIVE = Rule(
    id="BUNDLE-008",
    title=Text("書庫が壊れているか暗号化されている", "The archive is damaged or encrypted"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "BUNDLE-008"),
    message=Text(
        "{value} を読めません（{found}）。パスワードなしの ZIP で作り直します。",
        "{value} cannot be read ({found}). Pack it again as a ZIP archive without a password.",
    ),
    good=("feed.zip",),
    bad=("broken.zip",),
    scope="file",
)
NAME_TWICE = Rule(
    id="BUNDLE-009",
    title=Text("同じ名前のファイルが二つある", "Two files have the same name"),
    severity=Severity.ERROR,
    clause=Clause(_OURS, "BUNDLE-009"),
    message=Text(
        "書庫の中に「{value}」が二つあります。どちらが正しいか分からないため、後のものは読んでいません。",
        'The archive has "{value}" twice. Which one is meant cannot be known; the later one was not read.',
    ),
    good=("stops.txt, routes.txt",),
    bad=("stops.txt, stops.txt",),
    scope="file",
)
