"""GTFS-JP: what the definitions say of a record and of a table, beyond the values."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from gif_validate.catalogue.report import FileReport
from gif_validate.catalogue.rule import Severity
from gif_validate.engine.bundles.bundle import check_all
from gif_validate.engine.bundles.references import ReferenceCheck
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.models.definition import load
from gif_validate.models.index import shared_forms
from gif_validate.readers.source import Source
from tests.conftest import ROOT
from tests.engine.test_bundles import FEED, members

FOLDER = ROOT / "shapes" / "definitions" / "gtfs-jp"


def found(table: str, *records: dict[str, str]) -> list[tuple[str, str | None]]:
    """Rule and value of the warnings and errors about records of a table; what is not given has the example of its item."""
    definition = load(FOLDER / f"{table.replace('_', '-')}.yaml", forms=shared_forms())
    text = io.StringIO()
    writer = csv.DictWriter(text, [item.name for item in definition.fields])
    writer.writeheader()
    writer.writerows({item.name: item.example for item in definition.fields} | record for record in records)
    report = check_file(Source.of_bytes(text.getvalue().encode(), f"{table}.txt"), Options(model=definition))
    return [(each.rule.id, each.value) for each in report.findings if each.severity >= Severity.WARNING]


@pytest.mark.parametrize(
    ("table", "first", "last"),
    [("calendar", "start_date", "end_date"), ("feed_info", "feed_start_date", "feed_end_date")],
)
def test_a_period_does_not_end_before_it_begins(table: str, first: str, last: str) -> None:
    assert found(table, {first: "20240401", last: "20250331"}) == []
    assert found(table, {first: "20240401", last: "20240401"}) == []
    assert found(table, {first: "20250331", last: "20240401"}) == [("GIF-PERIOD-009", "20240401")]


@pytest.mark.parametrize(
    ("table", "first", "last"),
    [("frequencies", "start_time", "end_time"), ("stop_times", "arrival_time", "departure_time"), ("timeframes", "start_time", "end_time")],
)
def test_times_of_a_service_day(table: str, first: str, last: str) -> None:
    for one, other in (("8:00:00", "08:00:00"), ("9:59:00", "10:00:00"), ("23:50:00", "24:10:00"), ("24:50:00", "25:10:00")):
        assert found(table, {first: one, last: other}) == []
    assert found(table, {first: "07:10:00", last: "7:05:00"}) == [("FIELD-005", "7:05:00")]


def test_a_timeframe_has_both_ends_or_none() -> None:
    assert found("timeframes", {"start_time": "", "end_time": ""}) == []
    assert [rule for rule, _ in found("timeframes", {"end_time": ""})] == ["FIELD-006"]


@pytest.mark.parametrize(
    ("table", "fields"), [("stop_areas", ("area_id", "stop_id")), ("location_group_stops", ("location_group_id", "stop_id"))]
)
def test_a_pair_stands_once(table: str, fields: tuple[str, str]) -> None:
    one, other = ({fields[0]: "A", fields[1]: stop} for stop in ("S1", "S2"))
    assert found(table, one, other) == []
    assert [rule for rule, _ in found(table, one, other, one)] == ["TABLE-021"]


def test_transfers_and_fares_repeat_in_part() -> None:
    """The keys of these tables have parts that may be empty, and the same stops may have a rule for each route."""
    assert found("fare_rules", *({"fare_id": "F1", "route_id": "R1", "contains_id": zone} for zone in ("Z1", "Z2"))) == []
    assert found("transfers", *({"from_stop_id": "S1", "to_stop_id": "S2", "from_route_id": route} for route in ("R1", "R2"))) == []


@pytest.mark.parametrize("service", ["平日", "祝日", "年末"])
def test_a_timeframe_has_a_service(service: str) -> None:
    frames = f"timeframe_group_id,start_time,end_time,service_id\nP,06:00:00,09:00:00,{service}\n"
    tables = members(calendar=FEED["calendar.txt"], calendar_dates=FEED["calendar_dates.txt"], timeframes=frames)
    ReferenceCheck(tables).run()
    assert [finding.value for finding in tables[-1].report.findings] == (["年末"] if service == "年末" else [])


def archive(files: dict[str, str]) -> list[FileReport]:
    """The reports on a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return check_all([Source.of_bytes(out.getvalue(), "feed.zip")], Options())[0]


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        ("{}", []),
        ("gtfs/{}", ["gtfs"]),
        ("a/b/{}", ["a/b"]),
    ],
)
def test_the_files_of_a_feed_stand_at_the_root(folders: str, expected: list[str]) -> None:
    feed, *_ = archive({folders.format(name): text for name, text in FEED.items()})
    assert [each.value for each in feed.findings if each.rule.id == "FILE-038"] == expected
    if expected:
        assert (feed.conforms, feed.verdict) == (False, "nonconforming")


def test_what_lies_beside_a_feed_may_lie_in_a_folder() -> None:
    feed, *_ = archive({**FEED, "docs/readme.txt": "", "old/stops.txt": FEED["stops.txt"]})
    assert [each.value for each in feed.findings if each.rule.id == "FILE-038"] == []


def table(text: str | bytes, name: str = "stops.txt") -> FileReport:
    data = text if isinstance(text, bytes) else text.encode()
    return check_file(Source.of_bytes(data, name), Options(load(FOLDER / "stops.yaml", forms=shared_forms())))


def test_optional_columns_that_are_not_there_are_one_line() -> None:
    file = table("stop_id,stop_name,stop_lat,stop_lon,location_type\nS1,市役所前,35.700000,138.400000,0\n")
    (absent,) = [each for each in file.findings if each.rule.id == "TABLE-039"]
    assert (absent.severity, (absent.value or "").split(", ")[:2]) == (Severity.INFO, ["stop_code", "tts_stop_name"])
    assert "stop_access" in absent.message("ja")
    assert not any(each.rule.id == "TABLE-002" and each.field == "stop_code" for each in file.findings)


@pytest.mark.parametrize(("value", "expected"), [("しやくしょまえ", ["tts_stop_name"]), ("", [])])
def test_a_column_that_gtfs_jp_does_not_use_is_named_when_filled(value: str, expected: list[str]) -> None:
    text = f"stop_id,stop_name,tts_stop_name,stop_lat,stop_lon,location_type\nS1,市役所前,{value},35.700000,138.400000,0\n"
    assert [each.field for each in table(text).findings if each.rule.id == "TABLE-040"] == expected


@pytest.mark.parametrize(("encoding", "rules"), [("utf-8", []), ("utf-8-sig", []), ("cp932", ["FILE-039"])])
def test_the_encoding_is_that_of_the_gtfs_reference(encoding: str, rules: list[str]) -> None:
    text = "stop_id,stop_name,stop_lat,stop_lon,location_type\nS1,市役所前,35.700000,138.400000,0\n"
    found = [each for each in table(text.encode(encoding)).findings if each.rule.id in {"FILE-039", "GIF-CHAR-003", "GIF-CHAR-005"}]
    assert [each.rule.id for each in found] == rules
    assert all(each.clause.document == "gtfs" for each in found)


def test_a_feed_of_headers_alone_does_not_conform() -> None:
    feed, *tables = archive({name: text.splitlines()[0] + "\n" for name, text in FEED.items()})
    assert feed.conforms is not True
    assert not any(each.conforms for each in tables)


def test_rows_that_other_tables_tell_apart_are_no_repetition() -> None:
    """Two trips over the same stops differ in stop_times.txt alone."""
    assert "FIELD-023" not in {rule for rule, _ in found("trips", {"trip_id": "t1"}, {"trip_id": "t2"})}
