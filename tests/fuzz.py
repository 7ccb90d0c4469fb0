"""Damaged copies of the examples of every format, for as long as wanted: each must end in a report that is valid Unicode and valid JSON.

    python -m tests.fuzz [--seconds 600] [--seed 1] [--keep FOLDER]

An input that raises is written to the folder, under the name of what it raised, and the exit code is 1. `.ci/fuzz` runs it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import gif_validate as gv
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.source import Source
from gif_validate.reports import Style, write

EXAMPLES = Path(__file__).parents[1] / "examples"
_SMALL = 200_000
_BITS = (
    *(b'"', b"'", b",", b"\t", b"\n", b"\r", b"\r\n", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1a", b"\x82", b"\xed\xa0\x80"),
    *(b"{", b"}", b"[", b"]", b":", b"\\", b"\\u", b"\\ud800", b"null", b"1e999", b"<", b">", b"&", b"<!DOCTYPE a [", b"<![CDATA["),
    *(
        b"@prefix",
        b"@id",
        b"@context",
        b"_:b",
        b"^^",
        b"@ja",
        b" .\n",
        b";",
        b"()",
        b"[]",
        b"<>",
        b"#",
        b"=1+1",
        b"\xe3\x80\x80",
        b"9" * 400,
    ),
    *(text.encode() for text in ("令和", "か゚", "𠮷", "\u202e", "\u200b", "\ufffd", "①", "明治5年", "十", "番地", "0120", "個人番号")),
)
_Change = Callable[[random.Random, bytearray, list[bytes]], None]


def _put(rng: random.Random, data: bytearray, _: list[bytes]) -> None:
    at = rng.randrange(len(data) + 1)
    data[at : at + rng.choice((0, 0, 1, 4))] = rng.choice(_BITS)


def _bytes(rng: random.Random, data: bytearray, _: list[bytes]) -> None:
    at = rng.randrange(len(data) + 1)
    data[at : at + rng.randrange(9)] = rng.randbytes(rng.randrange(9))


def _cut(rng: random.Random, data: bytearray, _: list[bytes]) -> None:
    at = rng.randrange(len(data) + 1)
    del data[at : at + rng.choice((1, 10, 100, 1000, 100_000))]


def _repeat(rng: random.Random, data: bytearray, _: list[bytes]) -> None:
    at = rng.randrange(len(data) + 1)
    data[at:at] = data[at : at + rng.choice((1, 10, 100))] * rng.choice((1, 2, 50))


def _splice(rng: random.Random, data: bytearray, seeds: list[bytes]) -> None:
    other = rng.choice(seeds)
    start = rng.randrange(len(other) + 1)
    at = rng.randrange(len(data) + 1)
    data[at : at + 50] = other[start : start + rng.choice((10, 200, 2000))]


def _recode(rng: random.Random, data: bytearray, _: list[bytes]) -> None:
    read, written = rng.sample(("utf-8", "cp932", "euc_jp", "utf-16", "latin-1"), 2)
    data[:] = bytes(data).decode(read, "replace").encode(written, "replace")


CHANGES: tuple[_Change, ...] = (_put, _put, _bytes, _cut, _repeat, _splice, _recode)


def damaged(rng: random.Random, seeds: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """An example that was changed in a few places, now and then under the name of another format."""
    name, seed = rng.choice(seeds)
    data = bytearray(seed)
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        rng.choice(CHANGES)(rng, data, [each for _, each in seeds])
    return (name if rng.random() < 0.9 else rng.choice(seeds)[0]), bytes(data[: 2 * _SMALL])


def tried(name: str, data: bytes) -> None:
    """Checks it and writes the reports; raises where that does."""
    report = gv.Report([check_file(Source.of_bytes(data, name), Options(max_findings=20))])
    write(report, "text", Style("ja")).encode("utf-8")
    json.loads(write(report, "json", Style("en")).encode("utf-8"))


def main() -> int:
    """Runs until the time is up; 1 where an input raised."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=600)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    asked = options.parse_args()
    files = [path for path in sorted(EXAMPLES.rglob("*")) if path.is_file() and path.stat().st_size < _SMALL and path.suffix != ".sh"]
    seeds = [(path.name, path.read_bytes()) for path in files]
    rng, met, end = random.Random(asked.seed), Counter[str](), time.monotonic() + asked.seconds
    count = 0
    while time.monotonic() < end:
        name, data = damaged(rng, seeds)
        count += 1
        try:
            tried(name, data)
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            key = f"{type(error).__name__}-{Path(where.filename).stem}-{where.lineno}"
            met[key] += 1
            if met[key] == 1:
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{key}-{name}").write_bytes(data)
    print(f"fuzz: {count:,} damaged files of {len(seeds)} examples, {sum(met.values())} raised")
    for key, number in met.most_common():
        print(f"  {number:,} x {key}")
    return 1 if met else 0


if __name__ == "__main__":
    sys.exit(main())
