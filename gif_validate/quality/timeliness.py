"""Timeliness (最新性): is data older than its stated update cycle allows? GIF DS-468-1 §2.3 5), DS-469 更新頻度."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..parts import part

_DAYS = {"年": 366, "月": 31, "週": 7, "日": 1}
_ISO = {"Y": 366, "M": 31, "W": 7, "D": 1}
# What catalogues write for a cycle, by the beginning of the words.
_WORDS = (
    (1, ("毎日", "日次", "日単位", "daily")),
    (7, ("毎週", "週次", "週単位", "weekly")),
    (14, ("隔週", "biweekly", "fortnightly")),
    (31, ("毎月", "月次", "月単位", "monthly")),
    (62, ("隔月", "bimonthly")),
    (92, ("四半期", "3か月", "3ヶ月", "3カ月", "quarterly")),
    (184, ("半年", "6か月", "6ヶ月", "6カ月", "semiannual", "half-yearly")),
    (366, ("毎年", "年次", "年度", "年単位", "annual", "yearly")),
    (731, ("隔年", "biennial")),
)
_PER = re.compile(r"(?:1)?(年|月|週|日)(?:間)?に?([0-9]{1,3})回(?:程度|以上)?")
_TIMES = re.compile(r"([0-9]{1,3})回/1?(年|月|週|日)")
_EVERY = re.compile(r"([0-9]{1,3})(?:か|ヶ|カ|箇)?(年|月|週|日)(?:間)?(?:毎|ごと|おき|に1回)")
_DURATION = re.compile(r"(?:r[0-9]*/)?p([0-9]{1,3})([ymwd])")
UPDATED = ("最終更新日", "データセット_最終更新日", "ファイル_最終更新日", "更新日", "metadata_modified", "last_modified", "dct:modified")
"""Names of the item that says when data was last updated."""
CYCLE = ("更新頻度", "データセット_更新頻度", "ファイル_更新頻度", "更新周期", "frequency_of_update", "accrualPeriodicity")
"""Names of the item that says how often data is updated."""


@lru_cache(maxsize=10_000)
def days_of(cycle: str) -> int | None:
    """The longest time between two updates in days; None where the words name none (不定期, 随時).

    >>> days_of("年１回"), days_of("月2回"), days_of("毎週"), days_of("R/P1M"), days_of("不定期")
    (366, 15, 7, 31, None)
    """
    text = "".join(unicodedata.normalize("NFKC", cycle).split()).casefold().rpartition("/frequency/")[2]
    if match := _PER.fullmatch(text):
        return _share(_DAYS[match[1]], int(match[2]))
    if match := _TIMES.fullmatch(text):
        return _share(_DAYS[match[2]], int(match[1]))
    if match := _EVERY.fullmatch(text):
        return int(match[1]) * _DAYS[match[2]] or None
    if match := _DURATION.fullmatch(text):
        return int(match[1]) * _ISO[match[2].upper()] or None
    return next((days for days, words in _WORDS if text.startswith(words)), None)


def _share(days: int, times: int) -> int | None:
    return max(1, days // times) if times else None


@lru_cache(maxsize=10_000)
def date_of(value: str) -> datetime.date | None:
    """The day that a value names, in a conforming form or one with a certain conforming form; None else."""
    text = value.strip()
    text = text[:10] if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]", text) else text
    date = part("date")
    written = text if date.is_clean(text) else date.suggestion(text)
    if written is None or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Timeliness:
    """How old data is on a day. ``days`` is the cycle, None where it names none."""

    updated: datetime.date
    cycle: str
    days: int | None
    as_of: datetime.date

    @property
    def age(self) -> int:
        """Days since the last update."""
        return (self.as_of - self.updated).days

    @property
    def out_of_date(self) -> bool | None:
        """True where the data should have been updated since; None where the cycle names no time."""
        return None if self.days is None else self.age > self.days

    def as_dict(self) -> dict[str, Any]:
        """The same as JSON."""
        return {
            "updated": self.updated.isoformat(),
            "cycle": self.cycle,
            "cycle_days": self.days,
            "as_of": self.as_of.isoformat(),
            "age_days": self.age,
            "out_of_date": self.out_of_date,
        }


def timeliness(updated: str, cycle: str, as_of: datetime.date) -> Timeliness | None:
    """How old data is; None where there is no date to tell by."""
    day = date_of(updated)
    return None if day is None else Timeliness(day, cycle, days_of(cycle), as_of)


def stated(metadata: Any) -> tuple[str, str]:
    """The date of the last update and the cycle that metadata state (JSON of a catalogue, CKAN too); empty where they do not."""
    entries = list(_entries(metadata))
    return _first(entries, UPDATED), _first(entries, CYCLE)


def _entries(metadata: Any) -> list[Mapping[str, Any]]:
    if isinstance(metadata, list):
        return [each for each in metadata[:1] if isinstance(each, dict)]
    if not isinstance(metadata, dict):
        return []
    inner = metadata["result"] if isinstance(metadata.get("result"), dict) else metadata
    extras = inner.get("extras")
    pairs = [each for each in extras if isinstance(each, dict)] if isinstance(extras, list) else []
    return [inner, {str(each.get("key")): each.get("value") for each in pairs}]


def _first(entries: list[Mapping[str, Any]], names: tuple[str, ...]) -> str:
    return next((str(entry[name]) for name in names for entry in entries if entry.get(name)), "")
