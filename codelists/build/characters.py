"""Writes what the character rules need beyond the standard codecs: joyo.txt, moji_joho.txt and candidates.txt in gif_validate/characters.

    python codelists/build/characters.py UNIHAN_DIRECTORY MOJI_DB

UNIHAN_DIRECTORY holds Unihan_OtherMappings.txt, Unihan_Variants.txt and Unihan_IRGSources.txt of the Unicode Character Database (or the
same as .bz2). MOJI_DB is the database of the npm package @mandel59/mojidata: its table ``ivs`` is the IVD of 2022-09-13 (Unicode licence,
like Unihan), its tables ``kdpv_…`` are the kanji database of CJKVI (MIT licence).
"""

from __future__ import annotations

import bz2
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from gif_validate.characters.repertoire import jisx0213, vendor

TARGET = Path(__file__).parents[2] / "gif_validate" / "characters"
RELATIONS = ("kCompatibilityVariant", "kZVariant", "kSemanticVariant", "kSpoofingVariant")
"""The relations of Unihan by which a character is offered for another, the closest first."""


def unihan(directory: Path, name: str) -> Iterator[tuple[str, str, str]]:
    """(character, property, value) of a file of Unihan."""
    packed, plain = directory / f"{name}.txt.bz2", directory / f"{name}.txt"
    text = bz2.decompress(packed.read_bytes()).decode() if packed.exists() else plain.read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("U+"):
            point, key, value = line.split("\t")
            yield chr(int(point.removeprefix("U+"), base=16)), key, value


def joyo(directory: Path) -> str:
    """The 2,136 kanji of the table of 2010."""
    found = sorted(char for char, key, value in unihan(directory, "Unihan_OtherMappings") if key == "kJoyoKanji" and value == "2010")
    return "".join(found) + "\n"


def candidates(directory: Path, database: Path) -> str:
    """A line per character outside JIS X 0213 that is related to one inside: the character, then the related ones, the closest first."""
    related: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for char, key, value in (*unihan(directory, "Unihan_Variants"), *unihan(directory, "Unihan_IRGSources")):
        for other in re.findall("U\\+([0-9A-F]+)", value) if key in RELATIONS else ():
            target = chr(int(other, 16))
            if char not in jisx0213():
                related[char][key].append(target)
            elif target not in jisx0213():
                related[target][key].append(char)
    for char, target in kanji_database(database):
        related[char]["kanji database"].append(target)
    lines = []
    for char, by_relation in sorted(related.items()):
        targets = dict.fromkeys(target for key in (*RELATIONS, "kanji database") for target in by_relation[key] if target in jisx0213())
        if targets:
            lines.append(char + "".join(targets))
    return "\n".join(lines) + "\n"


def kanji_database(database: Path) -> Iterator[tuple[str, str]]:
    """(character of cp932 outside JIS X 0213, related character inside) of the variants that family registers and dictionaries list."""
    with sqlite3.connect(database) as connection:
        for table in ("kdpv_koseki/variant", "kdpv_cjkvi/variant", "kdpv_ucs-scs/variant"):
            for one, other in connection.execute(f'SELECT subject, object FROM "{table}" ORDER BY 1, 2'):
                if one in vendor() and other in jisx0213():
                    yield one, other
                elif other in vendor() and one in jisx0213():
                    yield other, one


def moji_joho(database: Path) -> str:
    """A line per base character: the character, then its registered selectors of the collection Moji_Joho as numbers (VS17 is 17)."""
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT IVS FROM ivs WHERE collection = 'Moji_Joho'").fetchall()
    by_base: dict[str, list[int]] = defaultdict(list)
    for (sequence,) in rows:
        by_base[sequence[0]].append(ord(sequence[1]) - 0xE0100 + 17)
    return "".join(f"{base}{' '.join(map(str, sorted(numbers)))}\n" for base, numbers in sorted(by_base.items()))


def main() -> None:
    """Writes the three files."""
    directory, database = Path(sys.argv[1]), Path(sys.argv[2])
    for name, text in (("joyo", joyo(directory)), ("candidates", candidates(directory, database)), ("moji_joho", moji_joho(database))):
        (TARGET / f"{name}.txt").write_text(text, encoding="utf-8")
        print(name, len(text.encode()), "bytes")


if __name__ == "__main__":
    main()
