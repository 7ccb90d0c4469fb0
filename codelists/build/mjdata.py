"""Makes the optional data package gif_validate_mjdata from MJ縮退マップ 1.2.0 (IPA and others, CC BY-SA 2.1 JP).

    python codelists/build/mjdata.py MOJI_DB DIRECTORY

MOJI_DB is the database of the npm package @mandel59/mojidata. DIRECTORY/gif_validate_mjdata is then a package to put on the Python path;
its licence is not that of gif-validate, so it is never part of it.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path

LICENCE = """MJ縮退マップ 1.2.0 and MJ文字情報一覧表 by 独立行政法人情報処理推進機構 (IPA), CC BY-SA 2.1 JP
https://creativecommons.org/licenses/by-sa/2.1/jp/ . Changed: reduced to character → candidates in JIS X 0213.
"""


def shrink_map(database: Path) -> str:
    """A line per character with candidates in JIS X 0213: the character, then the candidates, those that most tables name first."""
    with sqlite3.connect(database) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'mjsm_%'")]
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for table in tables:
            if table != "mjsm_note":
                rows = connection.execute(
                    f'SELECT m.対応するUCS, s.縮退UCS FROM "{table}" s JOIN mji m USING (MJ文字図形名) WHERE s.縮退X0213 IS NOT NULL'
                )
                for char, target in rows:
                    if char and target and char != target:
                        votes[char][target] += 1
    return "".join(char + "".join(target for target, _ in found.most_common()) + "\n" for char, found in sorted(votes.items()))


def main() -> None:
    """Writes the package."""
    package = Path(sys.argv[2]) / "gif_validate_mjdata"
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text('"""Shrink map of 文字情報基盤 (CC BY-SA 2.1 JP)."""\n', encoding="utf-8")
    (package / "LICENSE").write_text(LICENCE, encoding="utf-8")
    (package / "shrink.txt").write_text(shrink_map(Path(sys.argv[1])), encoding="utf-8")


if __name__ == "__main__":
    main()
