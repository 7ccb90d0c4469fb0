"""Recognition measured on labelled headers: right, wrong or none. A wrong name is never given.

``recognition.csv`` holds headers written for it: ``expected`` is the id of the standard (several with ``|`` where their headers are the
same), empty where none is meant. The rest is made from the definitions: the header of each standard as files in use have it.
"""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pytest

from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.models.detection import detect
from gif_validate.models.headers import normalised, plain
from gif_validate.models.index import models
from gif_validate.models.model import Field, Model
from gif_validate.readers.source import Source
from tests.conftest import DATA
from tests.models.test_standards import sample_name

LABELLED = DATA / "recognition.csv"
RIGHT_OF_LABELLED = 380
RIGHT_OF_TABLES = 112
RIGHT_OF_RECORDS = 232
"""How many are right today. The others are not recognised: tables of two columns without their file name, small classes."""
OTHER = ["整理番号2", "受付担当", "庁内メモ"]
"""Columns that no standard has."""


@dataclass(frozen=True)
class Case:
    """A header, the name of its file, its form, and the standards of which one is right; none: nothing is to be recognised."""

    header: tuple[str, ...]
    file: str
    form: str
    expected: frozenset[str]
    change: str = ""

    def recognised(self) -> str:
        """The id of the standard recognised; empty where none is."""
        name = self.file or f"x.{self.form}"
        if self.form == "csv":
            match = detect([list(self.header)], models().values(), name).match
            return match.model.id if match else ""
        record = dict.fromkeys(self.header, "x")
        text = json.dumps([record], ensure_ascii=False)
        return (check_file(Source.of_bytes(text.encode(), name), Options()).standard or "").partition("@")[0]


def labelled() -> list[Case]:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return [
            Case(tuple(row["header"].split("|")), row["file"], row["form"], frozenset(filter(None, row["expected"].split("|"))))
            for row in csv.DictReader(file)
        ]


def outcome(case: Case) -> str:
    found = case.recognised()
    if found in case.expected or (not found and not case.expected):
        return "right"
    return "wrong" if found else "none"


def measured(cases: Sequence[Case]) -> tuple[Counter[str], list[tuple[Case, str]]]:
    counts: Counter[str] = Counter()
    wrong = []
    for case in cases:
        found = outcome(case)
        counts[found] += 1
        if found == "wrong":
            wrong.append((case, case.recognised()))
    return counts, wrong


def test_labelled_headers() -> None:
    counts, wrong = measured(labelled())
    assert not wrong
    assert sum(counts.values()) >= 300
    assert counts["right"] >= RIGHT_OF_LABELLED


# The headers of the definitions, changed as files in use change them.


def without_some_optional(items: Sequence[Field], found: Model) -> list[str]:
    """A sixth of the columns, none of them mandatory and none that tells the standard apart, is left out."""
    free = [item.name for item in items if item.mark != "must" and item.name not in found.signature]
    left = set(random.Random(found.full_id).sample(free, min(len(free), len(items) // 6)))
    return [item.name for item in items if item.name not in left]


def by_aliases(items: Sequence[Field], _: Model) -> list[str]:
    """Every fourth column goes by its first alias."""
    return [item.aliases[0] if item.aliases and index % 4 == 0 else item.name for index, item in enumerate(items)]


WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
CHANGES: dict[str, Callable[[Sequence[Field], Model], list[str]]] = {
    "as it is": lambda items, _: [item.name for item in items],
    "other columns": lambda items, _: [*(item.name for item in items), *OTHER[: max(1, len(items) // 6)]],
    "shuffled": lambda items, found: random.Random(found.full_id).sample([item.name for item in items], len(items)),
    "optional columns missing": without_some_optional,
    "aliases": by_aliases,
    "repeated": lambda items, _: [*(item.name for item in items), *(item.name for item in items[:5])],
    "wide": lambda items, _: [item.name.translate(WIDE) for item in items],
    "spaces": lambda items, _: [f" {item.name}\u3000" for item in items],
    "remarks": lambda items, _: [f"{item.name}（必須）" if item.mark == "must" else item.name for item in items],
}


def same_header() -> dict[tuple[str, ...], frozenset[str]]:
    """Names of items → the standards that have just these."""
    found: dict[tuple[str, ...], set[str]] = {}
    for model in models().values():
        found.setdefault(tuple(sorted(normalised(item.name) for item in model.fields)), set()).add(model.id)
    return {names: frozenset(ids) for names, ids in found.items()}


def larger(part: Model) -> frozenset[str]:
    """The standards of its family that have all items of a standard and more: their records have these names as well."""
    names, family = {item.name for item in part.fields}, part.id.partition("/")[0]
    return frozenset(
        each.id for each in models().values() if each.id.startswith(f"{family}/api-") and names < {item.name for item in each.fields}
    )


def derived(form: str, change: str) -> Iterator[Case]:
    same = same_header()
    for found in models().values():
        if found.kind not in {"table", "model"} or (form == "csv" and not found.layout.header):
            continue
        header = CHANGES[change](found.fields, found)
        ids = same[tuple(sorted(normalised(item.name) for item in found.fields))]
        if form == "json":
            ids |= larger(found)
        named = sample_name(found) if found.kind == "table" and form == "csv" else ""
        yield Case(tuple(header), named, form, ids, change)


@pytest.mark.parametrize("change", CHANGES)
def test_no_wrong_name_for_the_header_of_a_standard(change: str) -> None:
    counts, wrong = measured([case for case in derived("csv", change) if case.file])
    assert not wrong
    assert counts["right"] >= RIGHT_OF_TABLES


def test_no_wrong_name_for_records_of_a_standard() -> None:
    counts, wrong = measured(list(derived("json", "as it is")))
    assert not wrong
    assert counts["right"] >= RIGHT_OF_RECORDS


FEED = [
    ("agency.txt", "agency_id|agency_name|agency_url|agency_timezone"),
    ("stops.txt", "stop_id|stop_name|stop_lat|stop_lon"),
    ("routes.txt", "route_id|agency_id|route_short_name|route_type"),
    ("trips.txt", "route_id|service_id|trip_id"),
    ("stop_times.txt", "trip_id|arrival_time|departure_time|stop_id|stop_sequence"),
    ("feed_info.txt", "feed_publisher_name|feed_publisher_url|feed_lang"),
    ("areas.txt", "area_id|area_name"),
]


@pytest.mark.parametrize(("file", "header"), FEED)
def test_a_table_of_a_feed_by_itself(file: str, header: str) -> None:
    found = Case(tuple(header.split("|")), file, "csv", frozenset()).recognised()
    assert found == f"gtfs-jp/{file.partition('.')[0].replace('_', '-')}"


AED = "ID|名称|名称_カナ|所在地_連結表記|緯度|経度|設置位置|電話番号|法人番号|利用可能曜日|備考"


@pytest.mark.parametrize(
    ("file", "header", "expected"),
    [
        ("192074_aed.csv", AED, "municipal/aed"),
        ("192074_AED_20240401.csv", AED, "municipal/aed"),
        ("192074_aed.csv", f"{AED}|メモ", "municipal/aed"),
        ("192074_aed.csv", "名称|メモ|色|形", ""),
        ("list.csv", AED, ""),
        # Nothing but items of the standard, all mandatory ones, and one that no other dataset has.
        ("list.csv", f"{AED}|外部利用不可", "municipal/aed"),
        ("list.csv", f"{AED}|外部利用不可|メモ", ""),
    ],
)
def test_a_prescribed_name_and_known_columns_suffice(file: str, header: str, expected: str) -> None:
    assert Case(tuple(header.split("|")), file, "csv", frozenset()).recognised() == expected


def test_a_table_that_shares_columns_with_a_standard_is_not_that_standard() -> None:
    shared = "都道府県名|市区町村名|住所|方書|緯度|経度|電話番号|FAX番号|法人番号|法人の名称|事業所番号|利用可能曜日|定員|URL|備考"
    other = "事業所名|事業所名カナ|サービスの種類|共生型|基準1|基準2"
    detection = detect([f"{shared}|{other}".split("|")], models().values())
    assert detection.match is None
    why = {match.model.id: match.why_not().ja for match in detection.rejected}
    assert "必須の項目（介護サービス事業所名称" in why["suishou/care-service"]
    named = detect([f"{shared}|{other}".split("|")], models().values(), "010006_care_service.csv").match
    assert named is not None
    assert named.evidence.lacking[0] == "介護サービス事業所名称"


def test_a_damaged_layout_without_a_header_by_its_name() -> None:
    row = ["1", "1000013050238", "01", "1", "2018-04-02", "2015-10-05", "?", "", "101", "?", "?", "?", *[""] * 18]
    broken = [[cell if index % 2 else "" for index, cell in enumerate(row)], ["x"] * 30, row]
    assert detect(broken, models().values()).match is None
    match = detect(broken, models().values(), "13_tokyo_all_20240329.csv").match
    assert match is not None
    assert (match.model.id, match.evidence.by, match.evidence.file_name) == ("nta/corporate-number", "shape", True)


def test_between_equal_headers_the_choice_is_said() -> None:
    header = [item.name for item in models()["abr/pref-pos@2024"].fields]
    detection = detect([header], models().values())
    assert detection.match is not None
    assert detection.match.model.id == "abr/city-pos"
    assert "同じ" in detection.rejected[0].why_not().ja


@pytest.mark.parametrize("header", ["定員（人）", "定員[名]", "【必須】定員", "定員 (人)", "定　員", "定員"])
def test_units_and_remarks_in_a_header(header: str) -> None:
    names = [header if item.name == "定員" else item.name for item in models()["suishou/care-service@2017"].fields]
    match = detect([names], models().values()).match
    assert match is not None
    assert (match.model.id, match.missing) == ("suishou/care-service", ())


@pytest.mark.parametrize("header", ["住所（英語）", "電話番号（夜間）", "名称（旧）"])
def test_other_words_in_brackets_make_another_column(header: str) -> None:
    assert plain(header) == normalised(header)
