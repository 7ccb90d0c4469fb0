"""One clock: whatever depends on the day is decided by ``--as-of``, and nothing else looks at the calendar of the machine."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

import gif_validate as gv
from gif_validate.catalogue.clock import as_of, day_of_judgement, name_of_day
from gif_validate.catalogue.discovery import declared
from tests.conftest import ROOT

_CALENDAR = re.compile(r"\b(?:today|now|utcnow|localtime|gmtime)\(|\btime\.time\(")


def test_only_the_clock_looks_at_the_calendar() -> None:
    found = [path.name for path in sorted((ROOT / "gif_validate").rglob("*.py")) if _CALENDAR.search(path.read_text(encoding="utf-8"))]
    assert found == ["clock.py"]


def test_a_given_day_counts_until_its_end() -> None:
    with as_of(datetime.date(2001, 2, 3)):
        assert (day_of_judgement(), name_of_day().en) == (datetime.date(2001, 2, 3), "the day of --as-of")
        with as_of(None):
            assert (day_of_judgement(), name_of_day().en) == (datetime.date.today(), "today")
    assert name_of_day().ja == "今日"


@pytest.mark.parametrize(
    ("rule", "record", "fires", "quiet"),
    [
        ("GIF-PER-007", {"生年月日": "2040-05-06"}, "2040-05-05", "2040-05-06"),
        ("GIF-BLD-006", {"竣工日": "2040-05-06", "状態": "建築中"}, "2040-05-07", "2040-05-06"),
        ("GIF-DQ-005", {"更新頻度": "毎月", "最終更新日": "2040-01-01"}, "2040-03-04", "2040-03-03"),
    ],
)
def test_rules_that_hang_on_the_day_ask_the_clock(rule: str, record: dict[str, str], fires: str, quiet: str) -> None:
    compare = declared()[rule].compare
    assert compare is not None
    for day, expected in ((fires, True), (quiet, False)):
        with as_of(datetime.date.fromisoformat(day)):
            assert (compare(record) is not None) is expected, day


_DAYS = (datetime.date(2040, 5, 5), datetime.date(2041, 1, 1))


def test_a_file_is_judged_by_the_day(tmp_path: Path) -> None:
    path = tmp_path / "person.csv"
    path.write_text("氏名,姓,名,生年月日\n山田 太郎,山田,太郎,2040-05-06\n", encoding="utf-8")
    fires = ["GIF-PER-007" in {f.rule.id for f in gv.check(path, standard="gif/person", as_of=day).findings} for day in _DAYS]
    assert fires == [True, False]
