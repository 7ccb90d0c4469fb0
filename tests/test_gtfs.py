"""GTFS-JP: what the definitions say of a record and of a table, beyond the values."""

from __future__ import annotations

import csv
import io

import pytest

from gif_validate.catalogue.rule import Severity
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.engine.references import ReferenceCheck
from gif_validate.models.definition import load
from gif_validate.models.index import shared_forms
from gif_validate.readers.source import Source

from .conftest import ROOT
from .test_bundles import FEED, members

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
