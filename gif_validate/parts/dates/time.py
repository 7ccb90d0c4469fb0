"""Time of day (時刻): HH:MM, HH:MM:SS, with decimals of a second. GIF DS-441 §2, §5.1, §7, §8.3."""

from __future__ import annotations

import re

from ...catalogue.rows import error, info, warning
from ...catalogue.rule import Clause, Details, compiled, when, where
from ...catalogue.text import Text
from ...characters.widths import half
from ..forms import CLOCK, TIME
from ..part import Use, kind
from ..placeholder import WORDS, hint

MIDNIGHT = "24:00(:00){0,1}"
LEAP = r"(23|08):59:60(\.[0-9]{1,}){0,1}"
COMMA = f"{CLOCK}:[0-5][0-9],[0-9]{{1,}}"
_HALF_DAY = re.compile(
    "(午前|午後|AM|PM)?[ .]?([0-9]{1,2})(?:[:時.]([0-9]{1,2}|半)?(?:[:分]([0-9]{1,2}))?)?[分秒]? ?(AM|PM|A\\.M\\.|P\\.M\\.)?"
)
# Two decimals may be minutes, so only one or more than two can be nothing but a fraction of a day.
_FRACTION = re.compile(r"0?\.(?:[0-9]|[0-9]{3,})")
_OTHER_SEPARATOR = "^[0-9０-９]{1,2}([：∶．.][0-9０-９]{2}){1,2}$|[0-9０-９]時|^[0-9]{4}$|^[0-9]{6}$"
_MARKED = "午前|午後|[AaPpＡａＰｐ][.．]?[MmＭｍ]"
_MINUTES_A_DAY = 24 * 60


def _other_than_time(value: str) -> Details | None:
    if compiled(TIME).fullmatch(value):
        return None
    if _FRACTION.fullmatch(value):
        return {
            "hint": Text(
                "Excel の時刻（1日を1とする小数）が数値のまま出力されたと思われます。",
                "It looks like an Excel time, a fraction of a day.",
            )
        }
    return hint(value)


def is_marked(value: str) -> bool:
    """True where 午前, 午後, AM or PM stands somewhere.

    >>> is_marked("午後1時"), is_marked("9:00 a.m."), is_marked("13:00")
    (True, True, False)
    """
    return compiled(_MARKED).search(value) is not None


def suggest(value: str) -> str | None:
    """The time that a value certainly means.

    >>> suggest("9:00"), suggest("午後6時30分"), suggest("0.375"), suggest("1830"), suggest("12:00 AM")
    ('09:00', '18:30', '09:00', '18:30', None)
    """
    text = half(value).strip().upper()
    if _FRACTION.fullmatch(text):
        return _of_fraction(float(text))
    if re.fullmatch("[0-9]{4}([0-9]{2})?", text):
        return ":".join(text[at : at + 2] for at in range(0, len(text), 2))
    match = _HALF_DAY.fullmatch(text)
    if match is None or not any(mark in text for mark in ":時"):
        return None
    before, hours, minutes, seconds, after = match.groups()
    if before and after:
        return None
    hour, minute = int(hours), 30 if minutes == "半" else int(minutes or 0)
    marker = (before or after or "").replace(".", "")
    if marker:
        # Twelve o'clock is read both ways, so nothing is offered for it.
        if not 0 < hour < 12:
            return None
        hour += 12 if marker in {"午後", "PM"} else 0
    return f"{hour:02d}:{minute:02d}" + (f":{int(seconds):02d}" if seconds else "")


def _of_fraction(fraction: float) -> str | None:
    minutes = fraction * _MINUTES_A_DAY
    if abs(minutes - round(minutes)) > 1e-3:
        return None
    return f"{round(minutes) // 60:02d}:{round(minutes) % 60:02d}"


TIME_OF_DAY = error("GIF-TIME-001", Clause("DS-441", "§2"), look=_other_than_time, level="LV1").says(
    ("時刻は HH:MM または HH:MM:SS で書く", "Time is HH:MM or HH:MM:SS"),
    ("「{value}」は HH:MM の形の時刻ではありません。", '"{value}" is not a time of the form HH:MM.'),
    good=("09:00", "18:10:50", "18:10:50.5"),
    bad=("9:00", "24:01", "25:00", "12:60", "18:10:60", "0.375"),
)
COMMA_FRACTION = info("GIF-TIME-003", Clause("DS-441", "§2"), look=when(COMMA)).says(
    ("秒に小数を付けてもよい（桁数を公開）", "Seconds may have decimals; publish how many"),
    (
        "「{value}」の秒の小数がコンマで区切られています。ISO 8601 は認めますが、GIF の例は小数点です。",
        'The decimals of the second in "{value}" follow a comma: legal in ISO 8601, GIF shows a full stop.',
    ),
    good=("18:10:50.5", "18:10:50.123"),
    bad=("18:10:50,5",),
)
HALF_DAY = error("GIF-TIME-004", Clause("DS-441", "§8.3"), look=where(_MARKED), level="LV1").says(
    ("時刻は24時間制で書く", "Time uses the 24-hour clock"),
    ("「{value}」は12時間制です。24時間制で書きます。", '"{value}" uses the 12-hour clock. Write the 24-hour clock.'),
    good=("18:10",),
    bad=("午後6時", "6:10 PM", "6:10pm"),
)
END_OF_DAY = warning("GIF-TIME-005", Clause("DS-441", "§5.1"), look=when(f"{MIDNIGHT}(/.*)?")).says(
    ("24:00 は終わりの時刻に限って使う", "24:00 stands only for an end"),
    (
        "「{value}」の 24:00 は、時間帯や営業の終わりだけに使います。それ以外は 00:00 と書きます。",
        '24:00 in "{value}" stands only for the end of a band or of opening hours. Elsewhere write 00:00.',
    ),
    good=("23:00/24:00", "22:00/24:00"),
    bad=("24:00", "24:00:00", "24:00/01:00"),
)
LEAP_SECOND = warning("GIF-TIME-006", Clause("DS-441", "§7"), look=when(LEAP)).says(
    ("うるう秒（:60）は起こり得る時刻に限る", "A leap second (:60) only where one can occur"),
    ("「{value}」はうるう秒です。多くのシステムは 60 秒を扱えません。", '"{value}" is a leap second. Many systems cannot hold second 60.'),
    good=("23:59:59",),
    bad=("23:59:60", "08:59:60"),
)
COLON = error("GIF-TIME-007", Clause("DS-441", "§2"), look=where(_OTHER_SEPARATOR), level="LV1").says(
    ("時刻の区切りは半角コロン", "Time separator is the half-width colon"),
    (
        "「{value}」の区切りは半角コロンではありません。HH:MM と書きます。",
        'The separator in "{value}" is not the half-width colon. Write HH:MM.',
    ),
    good=("18:10",),
    bad=("18：10", "18時10分50秒", "181050", "18.10.50"),
)

PART = kind("time", clean=TIME, valid=f"({TIME}|{MIDNIGHT}|{LEAP}|{COMMA})", suggest=suggest).says(
    ("時刻", "time of day"),
    ("HH:MM または HH:MM:SS（24時間制）", "HH:MM or HH:MM:SS, 24-hour clock"),
    checks=(COMMA_FRACTION, Use(END_OF_DAY, when(MIDNIGHT)), LEAP_SECOND, HALF_DAY, COLON, TIME_OF_DAY, WORDS),
    examples=("09:00", "18:10:50"),
)
