"""Suggestions of every kind of value: accepted by the kind, stable, and of the same meaning by a reading that shares no code with them."""

from __future__ import annotations

import csv
import datetime
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.rule import Severity
from gif_validate.parts import Part, names, part
from tests.conftest import DATA

WRITTEN: dict[str, list[str]] = {name: list(part(name).examples) for name in names()}
for rule in declared().values():
    for name in names():
        WRITTEN[name] += [each for each in (*rule.good, *rule.bad) if isinstance(each, str)]
with (DATA / "wrong_values.csv").open(encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        for name in names():
            WRITTEN[name].append(row["value"])
EDITS = "0123456789０１９-－ー/.:：,、;()（）〒年月日時分〜～ 　午前後平成令和TZ+ABａＡカｶあ半約第番号地丁目元"


def test_there_is_something_to_suggest() -> None:
    assert sum(part(name).suggestion(value) is not None for name in names() for value in WRITTEN[name]) > 1000


@pytest.mark.parametrize("name", names())
def test_written_values(name: str) -> None:
    for value in dict.fromkeys(WRITTEN[name]):
        holds(part(name), value)


@given(data=st.data())
@pytest.mark.parametrize("name", names())
def test_values_near_the_written_ones(name: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(WRITTEN[name]))
    for _ in range(data.draw(st.integers(1, 3))):
        at, char = data.draw(st.integers(0, len(value))), data.draw(st.sampled_from(EDITS))
        value = data.draw(
            st.sampled_from([value[:at] + char + value[at:], value[:at] + char + value[at + 1 :], value[:at] + value[at + 1 :]])
        )
    holds(part(name), value)


def holds(kind: Part, value: str) -> None:
    """A suggestion is accepted, suggesting again changes nothing, and it reads as the value does."""
    suggest = kind.suggest
    once = suggest(value) if suggest else None
    if suggest is None or once is None:
        return
    assert suggest(once) in {None, once}, (kind.name, value, once)
    offered = kind.suggestion(value)
    if offered is None:
        return
    fault = kind.explain(offered)
    assert fault is None or fault.severity < Severity.ERROR, (kind.name, value, offered)
    assert kind.suggestion(offered) is None
    reads = READINGS.get(kind.name)
    if reads is not None:
        before, after = reads(value), reads(offered)
        assert before is None or after == before, (kind.name, value, offered, before, after)


# The independent reading: datetime, NFKC and an era table of its own. None: it cannot be read without a doubt.

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018}
DAY = re.compile(r"(?P<era>明治|大正|昭和|平成|令和|[MTSHR])?(?P<y>元|\d{1,4})(?:年|[-/.])(?P<m>\d{1,2})(?:月|[-/.])(?P<d>\d{1,2})日?")
CLOCK = re.compile(r"(?P<half>午前|午後|AM|PM)?(?P<h>\d{1,2})(?:時|:)(?:(?P<m>\d{1,2})分?|(?P<half_hour>半))?(?P<after>AM|PM)?")


def folded(value: str) -> str:
    """Half width, one hyphen, no spaces, capitals."""
    text = "".join(value.split())
    for hyphen in "‐‑‒–—―−－ーｰ﹣":
        text = text.replace(hyphen, "-")
    return unicodedata.normalize("NFKC", text).upper()


def digits(value: str) -> str:
    """Half-width digits, without the ``.0`` that a spreadsheet adds."""
    return "".join(char for char in re.sub(r"\.0\Z", "", unicodedata.normalize("NFKC", value)) if char.isascii() and char.isdigit())


def subscriber(value: str) -> str:
    """All digits of telephone numbers, without what stands for the way to Japan."""
    return "/".join(re.sub(r"^(?:00)?(?=81)", "+", digits(each)) if abroad(each) else digits(each) for each in [value]).replace(
        "+810", "+81"
    )


def abroad(value: str) -> bool:
    return folded(value).startswith(("+81", "0081", "81-", "81"))


def day(value: str) -> datetime.date | None:
    match = DAY.fullmatch(folded(value))
    if match is None or (match["era"] is None and len(match["y"]) != 4):
        return None
    year = 1 if match["y"] == "元" else int(match["y"])
    try:
        return datetime.date(year + ERAS.get(match["era"] or "", 0), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def clock(value: str) -> int | None:
    """Minutes since midnight."""
    match = CLOCK.fullmatch(folded(value))
    if match is None or (match["half"] and match["after"]):
        return None
    hours, minutes = int(match["h"]), 30 if match["half_hour"] else int(match["m"] or 0)
    marked = match["half"] or match["after"]
    return (hours + (12 if marked in {"午後", "PM"} else 0)) * 60 + minutes


def number(value: str) -> Decimal | None:
    text = unicodedata.normalize("NFKC", value).strip().replace("−", "-")
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    return Decimal(text) if re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII) else None


READINGS: dict[str, Callable[[str], object]] = {
    "date": day,
    "time": clock,
    "closing_time": clock,
    "telephone": subscriber,
    "extension": digits,
    "corporate_number": digits,
    "invoice_number": digits,
    "integer": number,
    "decimal": number,
    "town_id": digits,
}

DAYS = st.dates(datetime.date(1873, 1, 1), datetime.date(2100, 12, 31))
FULL = str.maketrans("0123456789-/.:", "０１２３４５６７８９－／．：")


def written_days(when: datetime.date) -> list[str]:
    y, m, d = when.year, when.month, when.day
    found = [
        f"{y}-{m}-{d}",
        f"{y:04}{m:02}{d:02}",
        f"{y}/{m}/{d}",
        f"{y}/{m:02}/{d:02}",
        f"{y}.{m}.{d}",
        f"{y}年{m}月{d}日",
        f"{y}年{m:02}月{d:02}日",
    ]
    found += [f"{when} 00:00:00", f"{y}年{m}月{d}日({'月火水木金土日'[when.weekday()]})"]
    for era, first, last in OF_ERA:
        if first <= when <= last:
            of_era = y - ERAS[era]
            shown = "元" if of_era == 1 else str(of_era)
            found += [
                f"{era}{shown}年{m}月{d}日",
                f"{era[0]}{shown}.{m}.{d}",
                f"{LETTERS[era]}{of_era}.{m}.{d}",
                f"{LETTERS[era]}{of_era:02}/{m:02}/{d:02}",
            ]
    return [*found, *(each.translate(FULL) for each in found)]


LETTERS = {"明治": "M", "大正": "T", "昭和": "S", "平成": "H", "令和": "R"}
OF_ERA = [
    ("明治", datetime.date(1873, 1, 1), datetime.date(1912, 7, 30)),
    ("大正", datetime.date(1912, 7, 30), datetime.date(1926, 12, 25)),
    ("昭和", datetime.date(1926, 12, 25), datetime.date(1989, 1, 7)),
    ("平成", datetime.date(1989, 1, 8), datetime.date(2019, 4, 30)),
    ("令和", datetime.date(2019, 5, 1), datetime.date(9999, 12, 31)),
]
CHANGES = [first for _, first, _ in OF_ERA] + [last for _, _, last in OF_ERA[:-1]]


@given(DAYS | st.sampled_from(CHANGES))
def test_days_in_every_notation(when: datetime.date) -> None:
    for written in written_days(when):
        assert written == when.isoformat() or part("date").suggestion(written) == when.isoformat(), written


@given(
    DAYS,
    DAYS,
    st.sampled_from(["～", "〜", "から", "/", " - ", "→"]),
    st.sampled_from(["、", ",", ";", "・", "及び", "と", "および", "，"]),
)
def test_a_range_is_suggested_for_a_range_only(first: datetime.date, last: datetime.date, between: str, listed: str) -> None:
    first, last = sorted((first, last))
    for start, end in zip(written_days(first)[5:7], written_days(last)[5:7], strict=True):
        assert part("period").suggestion(f"{start}{between}{end}") == f"{first}/{last}"
        assert part("period").suggestion(f"{start}{listed}{end}") is None
    assert part("period").suggestion(f"{first}{listed}{last}") is None
    assert part("period").suggestion(f"{first.year}年{first.month}月{first.day}日{listed}{last.day}日") is None


HOURS = st.tuples(st.integers(1, 11), st.sampled_from([0, 5, 15, 30]))


@given(HOURS, HOURS, st.sampled_from(["～", "〜", "-", "から", "/", "－"]), st.booleans(), st.booleans(), st.booleans())
def test_bands(first: tuple[int, int], last: tuple[int, int], between: str, late: bool, later: bool, full: bool) -> None:
    """Where both ends say which half of the day, they are certain; where one does, or the end comes first, nothing is."""
    kind = part("time_band")
    plain = [f"{h}時{m}分" if between != "/" else f"{h}:{m:02}" for h, m in (first, last)]
    marks = ["午後" if late else "午前", "午後" if later else "午前"]
    latin = [("PM" if late else "AM"), ("PM" if later else "AM")]
    right = "/".join(f"{h + 12 * pm:02}:{m:02}" for (h, m), pm in ((first, late), (last, later)))
    width = FULL if full and between != "/" else {}
    both = [f"{marks[0]}{plain[0]}{between}{marks[1]}{plain[1]}", f"{latin[0]}{plain[0]}{between}{latin[1]}{plain[1]}"]
    one = [
        f"{marks[0]}{plain[0]}{between}{plain[1]}",
        f"{plain[0]}{between}{marks[1]}{plain[1]}",
        f"{latin[0]}{plain[0]}{between}{plain[1]}",
    ]
    for written in both:
        assert kind.suggestion(written.translate(width)) == right, written
    for written in one:
        assert kind.suggestion(written.translate(width)) is None, written
    bare = kind.suggestion(f"{plain[0]}{between}{plain[1]}".translate(width))
    in_order = first <= last and not kind.is_clean(f"{plain[0]}{between}{plain[1]}")
    assert bare == ("/".join(f"{h:02}:{m:02}" for h, m in (first, last)) if in_order else None)


@given(st.datetimes(datetime.datetime(1900, 1, 1), datetime.datetime(2100, 1, 1)), st.booleans())
def test_date_times(when: datetime.datetime, full: bool) -> None:
    when = when.replace(second=0, microsecond=0)
    right = when.strftime("%Y-%m-%dT%H:%M") if when.year > 999 else ""
    y, m, d, h, n = when.year, when.month, when.day, when.hour, when.minute
    for written in (
        f"{y}/{m}/{d} {h}:{n:02}",
        f"{y}年{m}月{d}日{h}時{n}分",
        f"{y}-{m:02}-{d:02} {h:02}:{n:02}",
        f"{y}年{m}月{d}日 {h}:{n:02}",
    ):
        assert part("date_time").suggestion(written.translate(FULL) if full else written) == right, written
