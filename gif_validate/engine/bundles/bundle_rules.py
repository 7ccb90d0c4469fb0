"""Rules of bundles: what can be wrong with files that belong together, and with the archive that holds them."""

from __future__ import annotations

from ...catalogue.rows import error, info, warning
from ...catalogue.rule import Clause

_DATASET = Clause("dataset")

MISSING_FILE = error("BUNDLE-001", _DATASET, scope="file").says(
    ("必要なファイルがない", "A file of the standard is missing"),
    ("{mark}のファイル {value}（{title}）がありません。", "The {mark} file {value} ({title}) is missing."),
    good=("agency.txt, stops.txt, routes.txt",),
    bad=("agency.txt, routes.txt",),
)
DANGLING = error("BUNDLE-002", _DATASET, scope="record").says(
    ("参照先の行がない", "A reference leads to no row"),
    ("「{item}」の値「{value}」は、{target} の「{to}」にありません。", 'The value "{value}" of "{item}" is not in "{to}" of {target}.'),
    good=("stops.txt: S1 / stop_times.txt: S1",),
    bad=("stops.txt: S1 / stop_times.txt: S9",),
)
KEY_ELSEWHERE = warning("BUNDLE-003", _DATASET, scope="file").says(
    ("識別する項目の値がほかのファイルにもある", "The same key stands in another file"),
    (
        "「{key}」が同じ行が、同じ表のほかのファイル（{other}）にもあります。最初は「{value}」です。どちらかを除きます。",
        'Rows of another file of the same table ({other}) have the same {key}; the first is "{value}". Keep one of them.',
    ),
    good=("pref01: 011002 / pref02: 022012",),
    bad=("pref01: 011002 / pref02: 011002",),
)
OTHER_FILE = info("BUNDLE-004", _DATASET, scope="file").says(
    ("標準にないファイルがある", "A file that the standard does not have"),
    (
        "ファイル {value} は、この標準にありません。ほかのファイルとの関係は検査していません。",
        "The standard has no file {value}. How it goes with the others was not checked.",
    ),
    good=("stops.txt",),
    bad=("stops_old.txt",),
)
NO_TABLE = warning("BUNDLE-005", _DATASET, scope="file").says(
    ("参照先の表がない", "The table referred to is missing"),
    (
        "「{item}」に値（例「{value}」）がありますが、参照先の {target} がありません。",
        '"{item}" has values (such as "{value}"), but {target}, which they refer to, is missing.',
    ),
    good=("trips.txt: shape_id / shapes.txt",),
    bad=("trips.txt: shape_id",),
)
NOT_AT_ROOT = error("FILE-038", Clause("gtfs", "File Requirements"), scope="file").says(
    ("ファイルが書庫の最上位にない", "Files are not at the root of the archive"),
    (
        "{count}個のファイルが、ZIP 書庫の中のフォルダー「{value}」にあります。フォルダーに入れず、書庫の最上位に置きます。",
        'Files in the folder "{value}" of the ZIP archive: {count}. They must stand at its root, in no folder.',
    ),
    good=("feed.zip: stops.txt",),
    bad=("feed.zip: gtfs/stops.txt",),
)
UNSAFE_NAME = error("BUNDLE-006", scope="file").says(
    ("書庫の外を指すファイル名がある", "A file name that points outside the archive"),
    (
        "書庫の中のファイル名「{value}」は、展開すると書庫の外に置かれるおそれがあるため、読んでいません。フォルダーを含まない名前で作り直します。",
        'The file name "{value}" in the archive may lead outside of it when unpacked; it was not read. Pack it again under a plain name.',
    ),
    good=("stops.txt",),
    bad=("../stops.txt",),
)
ARCHIVE_TOO_LARGE = error("BUNDLE-007", scope="file").says(
    ("展開すると大きすぎる書庫", "The archive unpacks to too much"),
    (
        "{value} を展開すると上限（{expected}）を超えるため、読んでいません。ファイルを分けて渡します。",
        "{value} unpacks to more than the limit ({expected}) and was not read. Deliver it in parts.",
    ),
    good=("feed.zip (12 KB)",),
    bad=("feed.zip (8 GB)",),
)
BROKEN_ARCHIVE = error("BUNDLE-008", scope="file").says(
    ("書庫が壊れているか暗号化されている", "The archive is damaged or encrypted"),
    (
        "{value} を読めません（{found}）。パスワードなしの ZIP で作り直します。",
        "{value} cannot be read ({found}). Pack it again as a ZIP archive without a password.",
    ),
    good=("feed.zip",),
    bad=("broken.zip",),
)
NAME_TWICE = error("BUNDLE-009", scope="file").says(
    ("同じ名前のファイルが二つある", "Two files have the same name"),
    (
        "書庫の中に「{value}」が二つあります。どちらが正しいか分からないため、後のものは読んでいません。",
        'The archive has "{value}" twice. Which one is meant cannot be known; the later one was not read.',
    ),
    good=("stops.txt, routes.txt",),
    bad=("stops.txt, stops.txt",),
)
