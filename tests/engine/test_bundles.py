"""Bundles: required files, references between tables, keys across files, and archives that mean harm."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.report import FileReport, Findings, Report
from gif_validate.catalogue.rule import Severity
from gif_validate.engine.bundles import references
from gif_validate.engine.bundles.bundle import _check_files, check_all
from gif_validate.engine.bundles.references import Member, ReferenceCheck
from gif_validate.engine.options import Options
from gif_validate.engine.records.key_set import KeySet
from gif_validate.models.definition import load, loads
from gif_validate.models.index import model, shared_forms
from gif_validate.readers import archive as archives
from gif_validate.readers.archive import name_of, open_archive
from gif_validate.readers.paths import find
from gif_validate.readers.source import Source
from gif_validate.reports import Style, write
from tests.conftest import ROOT

FEED = {
    "agency.txt": "agency_id,agency_name,agency_url,agency_timezone,agency_lang\n9000020011002,市営バス,https://www.example.lg.jp/,Asia/Tokyo,ja\n",
    "feed_info.txt": "feed_publisher_name,feed_publisher_url,feed_lang\n市営バス,https://www.example.lg.jp/,ja\n",
    "stops.txt": "stop_id,stop_name,stop_lat,stop_lon,location_type,zone_id\n"
    "S1,市役所前,43.064310,141.346814,0,Z1\nS2,駅前,43.068661,141.350755,0,Z2\n",
    "routes.txt": "route_id,agency_id,route_short_name,route_type\nR1,9000020011002,1,3\n",
    "trips.txt": "route_id,service_id,trip_id\nR1,平日,T1\nR1,祝日,T2\n",
    "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    "T1,08:30:00,08:30:00,S1,1\nT1,08:40:00,08:40:00,S2,2\nT2,09:30:00,09:30:00,S1,1\n",
    "calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
    "平日,1,1,1,1,1,0,0,20240401,20250331\n",
    "calendar_dates.txt": "service_id,date,exception_type\n祝日,20240429,1\n",
    "fare_attributes.txt": "fare_id,price,currency_type,payment_method,transfers,agency_id\nF1,200,JPY,0,0,9000020011002\n",
    "fare_rules.txt": "fare_id,route_id,origin_id,destination_id\nF1,R1,Z1,Z2\n",
    "translations.txt": "table_name,field_name,language,translation,record_id\nstops,stop_name,en,City Hall,S1\n",
}


def zipped(files: Mapping[str, str | bytes]) -> Source:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, text in files.items():
            archive.writestr(name, text)
    return Source.of_bytes(out.getvalue(), "feed.zip")


def met(reports: list[FileReport], severity: Severity = Severity.WARNING) -> list[tuple[str, str, str | None]]:
    """(file, rule, value) of the findings about bundles at or above a severity."""
    return [
        (report.path.removeprefix("feed.zip").lstrip("/"), finding.rule.id, finding.value)
        for report in reports
        for finding in report.findings
        if finding.rule.id.startswith("BUNDLE") and finding.severity >= severity
    ]


def checked(files: dict[str, str]) -> list[FileReport]:
    return check_all([zipped(files)], Options())[0]


def test_a_feed_that_is_whole() -> None:
    reports = checked(FEED)
    assert met(reports) == []
    assert reports[0].standard == "gtfs-jp/feed@4"
    assert reports[0].conforms
    assert [report.standard for report in reports[1:]] == [f"gtfs-jp/{name[:-4].replace('_', '-')}@4" for name in FEED]
    missing = [finding.value for finding in reports[0].findings if finding.rule.id == "BUNDLE-001"]
    assert missing == ["shapes.txt", "attributions.txt", "transfers.txt"]


def test_missing_and_unexpected_files() -> None:
    files = {name: text for name, text in FEED.items() if name != "translations.txt"} | {"stops_old.txt": FEED["stops.txt"]}
    reports = checked(files)
    assert met(reports) == [("", "BUNDLE-001", "translations.txt")]
    assert ("", "BUNDLE-004", "stops_old.txt") in met(reports, Severity.INFO)
    said = next(finding for finding in reports[0].findings if finding.value == "translations.txt")
    assert said.message("ja").startswith("必須のファイル translations.txt（翻訳情報）がありません。必須であることは公開資料の記述によ")


def test_references_that_lead_nowhere() -> None:
    files = FEED | {
        "stop_times.txt": FEED["stop_times.txt"] + "T9,10:00:00,10:00:00,S1,1\nT2,10:00:00,10:00:00,S9,2\n",
        "fare_rules.txt": FEED["fare_rules.txt"] + "F1,,Z1,Z9\n",
    }
    reports = checked(files)
    assert met(reports) == [
        ("stop_times.txt", "BUNDLE-002", "T9"),
        ("stop_times.txt", "BUNDLE-002", "S9"),
        ("fare_rules.txt", "BUNDLE-002", "Z9"),
    ]
    (finding, _) = [each for report in reports for each in report.findings if each.rule.id == "BUNDLE-002"][:2]
    assert (finding.place.line, finding.place.cell, finding.place.record) == (5, "A5", 4)
    assert finding.message("ja") == "「trip_id」の値「T9」は、trips.txt の「trip_id」にありません。"
    times = next(report for report in reports if report.path.endswith("stop_times.txt"))
    assert times.count(Severity.WARNING) == 3, "two, and the recommended column that is not there"
    assert [(group.field, group.count, group.of) for group in times.groups if group.rule.id == "BUNDLE-002"] == [
        ("trip_id", 1, 5),
        ("stop_id", 1, 5),
    ]


def test_a_reference_to_a_table_that_is_not_there() -> None:
    files = FEED | {"trips.txt": "route_id,service_id,trip_id,shape_id\nR1,平日,T1,A\nR1,平日,T2,\n"}
    assert met(checked(files)) == [("trips.txt", "BUNDLE-005", "A")]


def members(**files: str) -> list[Member]:
    """Tables of GTFS-JP by their definitions as they stand, not as the index has them."""
    folder = ROOT / "shapes" / "definitions" / "gtfs-jp"
    found = []
    for name, text in files.items():
        definition = load(folder / f"{name.replace('_', '-')}.yaml", forms=shared_forms())
        source = Source.of_bytes(text.encode(), f"{name}.txt")
        found.append(Member(source, FileReport(source.name, standard=definition.full_id), definition))
    return found


@pytest.mark.parametrize("absent", ["", "calendar", "calendar_dates"])
def test_a_service_is_in_one_of_two_tables(absent: str) -> None:
    names = [name for name in ("routes", "calendar", "calendar_dates", "trips") if name != absent]
    tables = members(**{name: FEED[f"{name}.txt"] for name in names})
    ReferenceCheck(tables, {"gtfs-jp/calendar": "calendar.txt", "gtfs-jp/calendar-dates": "calendar_dates.txt"}).run()
    expected = {"": [], "calendar": ["平日"], "calendar_dates": ["祝日"]}[absent]
    assert [finding.value for finding in tables[-1].report.findings] == expected


def test_neither_of_two_tables() -> None:
    tables = members(routes=FEED["routes.txt"], trips=FEED["trips.txt"])
    ReferenceCheck(tables, {"gtfs-jp/calendar": "calendar.txt", "gtfs-jp/calendar-dates": "calendar_dates.txt"}).run()
    (finding,) = tables[-1].report.findings
    assert finding.rule.id == "BUNDLE-005"
    assert "calendar.txt / calendar_dates.txt" in finding.message("en")


def test_a_definition_may_name_several_tables() -> None:
    head = "id: a/b\ntitle: {ja: あ, en: a}\nfields: [{name: x}]\n"
    found = loads(head + "references: [{fields: [x], to: a/c, also_in: [a/d], target: [x]}]\n")
    assert found.references[0].also_in == ("a/d",)


CITY = (
    "lg_code,pref,pref_kana,pref_roma,county,county_kana,county_roma,city,city_kana,city_roma,ward,ward_kana,ward_roma,"
    "efct_date,ablt_date,remarks\n"
)
TOKYO = "131016,東京都,トウキョウト,Tokyo,,,,千代田区,チヨダク,Chiyoda-ku,,,,1947-04-17,,\n"
POSITIONS = "lg_code,rep_lon,rep_lat,rep_srid,rep_scale,rep_src_code,plygn_fname,plygn_kcode,plygn_fmt,plygn_srid\n"


def in_folder(folder: Path, files: dict[str, str]) -> list[FileReport]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    reports, _ = check_all(find([folder]).sources, Options())
    return reports


def test_base_registry_in_a_folder(tmp_path: Path) -> None:
    reports = in_folder(
        tmp_path,
        {
            "mt_city_all.csv": CITY + TOKYO,
            "mt_city_pos_all.csv": POSITIONS + "131016,139.753634,35.694003,EPSG:6668,,,,,,\n131024,139.772287,35.670656,EPSG:6668,,,,,,\n",
        },
    )
    assert [report.standard for report in reports] == ["abr/city@2024", "abr/city-pos@2024"]
    assert [(finding.value, finding.severity) for finding in reports[1].findings if finding.rule.id == "BUNDLE-002"] == [
        ("131024", Severity.WARNING)
    ]


def test_files_of_other_areas_are_not_compared(tmp_path: Path) -> None:
    osaka = POSITIONS + "271004,135.502165,34.693738,EPSG:6668,,,,,,\n"
    reports = in_folder(tmp_path, {"mt_city_pref13.csv": CITY + TOKYO, "mt_city_pos_pref27.csv": osaka})
    positions = next(report for report in reports if report.standard == "abr/city-pos@2024")
    assert positions.findings == [] or all(finding.rule.id != "BUNDLE-002" for finding in positions.findings)
    assert "another area" in positions.coverage.skipped[0][1].en


def test_the_same_key_in_two_files(tmp_path: Path) -> None:
    reports = in_folder(tmp_path, {"mt_city_pref13.csv": CITY + TOKYO, "mt_city_pref14.csv": CITY + TOKYO})
    (finding,) = [each for report in reports for each in report.findings if each.rule.id == "BUNDLE-003"]
    assert finding.value == "131016"
    assert "mt_city_pref13.csv" in finding.message("ja")


def test_a_folder_that_is_a_feed(tmp_path: Path) -> None:
    reports = in_folder(tmp_path, FEED | {"trips.txt": "route_id,service_id,trip_id\nR9,平日,T1\nR1,平日,T2\n"})
    assert (reports[0].format, reports[0].standard) == ("folder", "gtfs-jp/feed@4")
    assert [value for _, rule, value in met(reports) if rule == "BUNDLE-002"] == ["R9"]


def test_keys_beyond_the_memory() -> None:
    keys = KeySet(limit=10)
    for number in range(0, 100, 7):
        keys.update((str(each), "a\x1fb") for each in range(number, number + 7))
    assert keys.absent([("5", "a\x1fb"), ("50", "a\x1fb"), ("500", "a\x1fb"), ("5", "a\\sb")]) == {("500", "a\x1fb"), ("5", "a\\sb")}
    keys.update([("\udc81", "")])
    keys.update((str(each), "") for each in range(20))
    assert keys.absent([("\udc81", ""), ("\udc82", "")]) == {("\udc82", "")}
    keys.close()


def test_names_that_lead_outside() -> None:
    source = zipped(
        {"../stops.txt": "x", "/etc/stops.txt": "x", "C:\\stops.txt": "x", "a/../../b.txt": "x", "stops.txt": FEED["stops.txt"]}
    )
    found = open_archive(source)
    assert list(found.files) == ["stops.txt"]
    assert {refused.fault for refused in found.refused} == {"unsafe"}
    reports, _ = check_all([source], Options())
    assert [rule for _, rule, _ in met(reports)] == ["BUNDLE-006"] * 4
    assert reports[0].count(Severity.ERROR) == 4


def test_bombs_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"stops.txt": b"0" * (20 << 20)})
    assert [refused.fault for refused in open_archive(bomb).refused] == ["large"]
    monkeypatch.setattr(archives, "MAX_UNPACKED", 100)
    assert [refused.name for refused in open_archive(zipped(FEED)).refused][-1] == "translations.txt"
    monkeypatch.setattr(archives, "MAX_FILES", 3)
    reports, _ = check_all([zipped(FEED)], Options())
    assert [(report.path, finding.rule.id) for report in reports for finding in report.findings] == [("feed.zip", "BUNDLE-007")]


def test_archives_that_cannot_be_read() -> None:
    data = bytearray(zipped({"stops.txt": FEED["stops.txt"]}).open().read())
    reports, _ = check_all([Source.of_bytes(bytes(data[:40]), "feed.zip")], Options())
    assert [finding.rule.id for finding in reports[0].findings] == ["BUNDLE-008"]
    data[45] ^= 0xFF
    reports, _ = check_all([Source.of_bytes(bytes(data), "feed.zip")], Options())
    assert [finding.rule.id for finding in reports[0].findings] == ["BUNDLE-008"]


def test_what_is_left_out_of_an_archive() -> None:
    inner = zipped({"a.csv": "a,b\n1,2\n"}).open().read()
    source = zipped({"a.csv": "a,b\n1,2\n", "inner.zip": inner, "readme.md": "x", "__MACOSX/a.csv": "x", ".DS_Store": "x"})
    reports, skipped = check_all([source], Options())
    assert [report.path for report in reports] == ["feed.zip/a.csv", "feed.zip/inner.zip"]
    assert [finding.rule.id for finding in reports[1].findings] == ["FILE-007"]
    assert [name for name, _ in skipped] == ["feed.zip/readme.md"]


def test_the_same_name_twice() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("a.csv", "a,b\n1,2\n")
        archive.writestr("a.csv", "a,b\n3,4\n")
    reports, _ = check_all([Source.of_bytes(out.getvalue(), "feed.zip")], Options())
    assert [finding.rule.id for finding in reports[0].findings] == ["BUNDLE-009"]


def test_names_in_cp932() -> None:
    entry = zipfile.ZipInfo("施設.csv".encode("cp932").decode("cp437"))
    assert name_of(entry) == "施設.csv"
    entry.flag_bits = 0x800
    assert name_of(entry) != "施設.csv"


def test_a_table_asked_for_in_an_archive() -> None:
    reports, _ = check_all([zipped({"x.csv": CITY + TOKYO})], Options(model=model("abr/city")))
    assert [(report.standard, report.detected) for report in reports] == [("abr/city@2024", False)]


def test_parts_of_the_country() -> None:
    assert references.covers("pref13", "city131016")
    assert not references.covers("pref13", "city141003")
    assert not references.covers("pref13", "pref14")
    assert not references.covers("", "pref13")


def test_one_archive_a_table(tmp_path: Path) -> None:
    positions = POSITIONS + "131016,139.753634,35.694003,EPSG:6668,,,,,,\n131024,139.772287,35.670656,EPSG:6668,,,,,,\n"
    for name, text in (("mt_city_all.csv", CITY + TOKYO), ("mt_city_pos_all.csv", positions)):
        (tmp_path / f"{name}.zip").write_bytes(zipped({name: text}).open().read())
    reports, _ = check_all(find([tmp_path]).sources, Options())
    assert [report.standard for report in reports] == ["abr/city@2024", "abr/city-pos@2024"]
    assert [finding.value for finding in reports[1].findings if finding.rule.id == "BUNDLE-002"] == ["131024"]


def test_an_archive_without_data() -> None:
    reports, skipped = check_all([zipped({"readme.md": "x"})], Options())
    assert [finding.rule.id for finding in reports[0].findings] == ["FILE-007"]
    assert len(skipped) == 1


def test_many_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gif_validate.engine.bundles.bundle._KEPT", 1)
    for name, text in (
        ("mt_city_all.csv", CITY + TOKYO),
        ("mt_city_pos_all.csv", POSITIONS + "131024,139.772287,35.670656,EPSG:6668,,,,,,\n"),
    ):
        (tmp_path / f"{name}.zip").write_bytes(zipped({name: text}).open().read())
    reports, _ = check_all(find([tmp_path]).sources, Options())
    assert met(reports) == []
    assert "too many archives" in reports[1].coverage.skipped[0][1].en


def test_reports_keep_the_order_of_the_paths(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        for number in (1, 2):
            (tmp_path / name / f"{number}.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    paths = [tmp_path / "b" / "1.csv", tmp_path / "a" / "1.csv", tmp_path / "b" / "2.csv"]
    reports, _ = check_all(find(paths).sources, Options())
    assert [report.path for report in reports] == list(map(str, paths))


def test_a_bundle_asked_for(tmp_path: Path) -> None:
    (tmp_path / "trips.txt").write_text(FEED["trips.txt"], encoding="utf-8")
    reports, _ = check_all(find([tmp_path]).sources, Options(model=model("gtfs-jp/feed")))
    assert [report.standard for report in reports] == ["gtfs-jp/feed@4", "gtfs-jp/trips@4"]
    assert "routes.txt" in [value for _, rule, value in met(reports) if rule == "BUNDLE-001"]
    assert ("R1", "BUNDLE-005") in [(finding.value, finding.rule.id) for finding in reports[1].findings]


def in_feed(folder: Path, *, files: dict[str, str] = FEED) -> Path:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("names", [["stops.txt"], [name for name in FEED if name != "stops.txt"]])
@pytest.mark.parametrize("asked", [True, False])
def test_files_that_were_not_given_are_not_missing(tmp_path: Path, names: list[str], asked: bool) -> None:
    in_feed(tmp_path)
    reports, _ = check_all(find([tmp_path / name for name in names]).sources, Options(model=model("gtfs-jp/feed") if asked else None))
    assert [report.path for report in reports] == [str(tmp_path / name) for name in names]
    assert met(reports) == []
    said = [why.ja for report in reports for rule, why in report.coverage.skipped if rule == "BUNDLE-001"]
    assert len(said) == (len(names) if asked or len(names) > 1 else 0)


def test_all_files_of_a_folder_are_the_folder(tmp_path: Path) -> None:
    in_feed(tmp_path, files={name: text for name, text in FEED.items() if name != "translations.txt"})
    reports, _ = check_all(find([tmp_path / "*.txt"]).sources, Options())
    assert reports[0].path == str(tmp_path)
    assert [value for _, _, value in met(reports)] == ["translations.txt"]


def test_the_folder_of_an_archive_is_not_the_bundle(tmp_path: Path) -> None:
    (tmp_path / "feed.zip").write_bytes(zipped(FEED).open().read())
    reports, _ = check_all(find([tmp_path / "feed.zip"]).sources, Options(model=model("gtfs-jp/feed")))
    assert [report.format for report in reports[:2]] == ["zip", "csv"]
    assert met(reports) == []


def test_a_bundle_asked_for_of_standard_input() -> None:
    source = Source.of_bytes(FEED["stops.txt"].encode(), "-")
    reports, _ = check_all([source], Options(model=model("gtfs-jp/feed")))
    assert met(reports) == []
    assert reports[0].coverage.skipped[-1][0] == "BUNDLE-001"


def test_a_service_in_a_table_that_was_not_given(tmp_path: Path) -> None:
    in_feed(tmp_path)
    sources = find([tmp_path / "trips.txt", tmp_path / "calendar.txt"]).sources
    reports, _ = check_all(sources, Options(model=model("gtfs-jp/feed")))
    assert met(reports) == []
    assert any("gtfs-jp/calendar-dates" in why.en for _, why in reports[0].coverage.skipped)


def test_a_table_that_is_empty_is_not_missing() -> None:
    reports = checked(FEED | {"stops.txt": ""})
    assert met(reports) == []
    assert reports[0].conforms is False, "a file of the feed has an error"
    times = next(report for report in reports if report.path.endswith("stop_times.txt"))
    assert [why.en for _, why in times.coverage.skipped] == ["stops.txt, which it refers to, is faulty itself"]


def header_of(name: str) -> str:
    return FEED[name].split("\n", 1)[0] + "\n"


def test_a_feed_with_a_mandatory_table_without_rows_is_not_known_to_conform() -> None:
    reports = checked(FEED | {"stops.txt": header_of("stops.txt")})
    assert (reports[0].conforms, reports[0].verdict, Report(reports).verdict) == (None, "nothing_checked", "judged")
    assert "必須のファイルにデータの行のないものがある" in write(Report(reports), "text", Style("ja", 200))
    assert checked(FEED | {"calendar_dates.txt": header_of("calendar_dates.txt")})[0].conforms, "it may be empty"


def test_a_table_that_is_damaged_is_not_missing() -> None:
    source = zipped(FEED)
    data = bytearray(source.open().read())
    data[data.index(b"agency.txt") + 12] ^= 0xFF
    reports, _ = check_all([Source.of_bytes(bytes(data), "feed.zip")], Options())
    assert met(reports) == [("", "BUNDLE-008", "agency.txt")]


def test_a_file_that_is_encrypted_is_not_missing() -> None:
    data = bytearray(zipped(FEED).open().read())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    reports, _ = check_all([Source.of_bytes(bytes(data), "feed.zip")], Options())
    assert met(reports) == [("", "BUNDLE-008", "agency.txt")]
    said = next(finding for finding in reports[0].findings if finding.rule.id == "BUNDLE-008")
    assert "（暗号化されている）" in said.message("ja")


def test_rows_of_a_file_that_is_there_twice_may_be_in_the_other() -> None:
    out = io.BytesIO(zipped(FEED | {"routes.txt": FEED["routes.txt"].replace("R1,", "R2,")}).open().read())
    with zipfile.ZipFile(out, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("routes.txt", FEED["routes.txt"])
    reports, _ = check_all([Source.of_bytes(out.getvalue(), "feed.zip")], Options())
    assert [rule for _, rule, _ in met(reports)] == ["BUNDLE-009"]


def test_a_feed_conforms_whatever_lies_beside_it(tmp_path: Path) -> None:
    in_feed(tmp_path, files=FEED | {"aed.csv": ""})
    reports, _ = check_all(find([tmp_path]).sources, Options())
    assert any(report.path.endswith("aed.csv") and report.count(Severity.ERROR) for report in reports)
    assert reports[0].conforms


def test_a_file_that_the_standard_has_under_another_name() -> None:
    definition = load(ROOT / "shapes" / "definitions" / "gtfs-jp" / "feed.yaml")
    findings = Findings(10)
    _check_files(definition, [*FEED, "locations.geojson", "readme.pdf"], findings)
    assert [finding.value for finding in findings.kept() if finding.rule.id == "BUNDLE-004"] == ["readme.pdf"]


@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=4), st.integers(0, 2000))
def test_damaged_archives_never_raise(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(zipped({"stops.txt": FEED["stops.txt"], "施設.csv": "a,b\n1,2\n"}).open().read())
    for at, byte in changes:
        data[at % len(data)] = byte
    reports, _ = check_all([Source.of_bytes(bytes(data[: len(data) - cut % 50]), "feed.zip")], Options())
    assert reports


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_methods_of_compression(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("a.csv", "a,b\n1,2\n")
    reports, _ = check_all([Source.of_bytes(out.getvalue(), "feed.zip")], Options())
    assert [finding.rule.id for finding in reports[0].findings] == ["BUNDLE-008"]


def test_an_archive_of_a_later_version_is_damaged() -> None:
    data = bytearray(zipped(FEED).open().read())
    data[data.index(b"PK\x01\x02") + 6] = 64
    reports, _ = check_all([Source.of_bytes(bytes(data), "feed.zip")], Options())
    assert [finding.rule.id for finding in reports[0].findings] == ["BUNDLE-008"]
