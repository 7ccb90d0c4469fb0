"""Speed as a ratio against peers in the same run, and memory against the size of the file.

    python -m benchmarks.measure [--size MB] [--large MB]

Whole processes; the median of the rounds, taken in turn (A B A B …), so that a slow machine slows both.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .data import write

ROUNDS = 5
READ = "import csv,sys; sum(1 for _ in csv.reader(open(sys.argv[1], encoding='utf-8', newline='')))"
LOOP = """
import csv, re, sys
forms = {13: r"[0-9]{2}[.][0-9]{6}", 14: r"[0-9]{3}[.][0-9]{6}", 19: r"0[0-9]{3}-[0-9]{2}-[0-9]{4}"}
forms.update({28: r"[01][0-9]:[0-5][0-9]", 0: r"[0-9]{6}"})
forms = {column: re.compile(form) for column, form in forms.items()}
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        for column, form in forms.items():
            form.fullmatch(row[column])
        [cell for cell in row if not cell.isprintable()]
"""


def process(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak MB of a whole process."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main() -> None:
    """Prints a table in Markdown."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=40, help="MB of the file that speed is measured on")
    options.add_argument("--large", type=int, default=1000, help="MB of the large file that memory is measured on")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        speed(Path(folder), asked.size)
        memory(Path(folder), asked.large)


def speed(folder: Path, size: int) -> None:
    """Against csv.reader that only reads, and against a loop with five expressions a row."""
    path = folder / "speed.csv"
    records = write(path, size << 20)
    tool = [sys.executable, "-m", "gif_validate", "check", str(path), "--format", "json"]
    peers = {"csv.reader, reading only": READ, "csv.reader and five expressions a row": LOOP}
    times: dict[str, list[float]] = {name: [] for name in ("gif-validate check", *peers)}
    for _ in range(ROUNDS):
        times["gif-validate check"].append(process(tool)[0])
        for name, code in peers.items():
            times[name].append(process([sys.executable, "-c", code, str(path)])[0])
    own = statistics.median(times["gif-validate check"])
    print(f"{size} MB, {records:,} records, {ROUNDS} rounds\n\n| what | s (median) | gif-validate takes |\n|---|---|---|")
    for name, found in times.items():
        print(f"| {name} | {statistics.median(found):.2f} | {own / statistics.median(found):.1f} times |")


def memory(folder: Path, large: int) -> None:
    """Peak memory on 10 MB and on a large file."""
    print("\n| file | peak MB |\n|---|---|")
    peaks = []
    for size in (10, large):
        path = folder / f"memory{size}.csv"
        write(path, size << 20, keys=False)
        peaks.append(process([sys.executable, "-m", "gif_validate", "check", str(path), "--format", "json"])[1])
        path.unlink()
        print(f"| {size} MB | {peaks[-1]:.0f} |")
    if peaks[1] > peaks[0] + 64:
        sys.exit("memory grows with the file")


if __name__ == "__main__":
    main()
