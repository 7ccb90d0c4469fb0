"""Municipality (市区町村(郡)): the present name, with or without its county. GIF DS-468-1 §2.3 5), DS-433 表2.

The ward of a designated city may stand with its city, alone, or be left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from itertools import chain
from operator import ne
from unicodedata import normalize

from ...catalogue.clock import day_of_judgement
from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details
from ...catalogue.text import Text
from ...characters.alike import told_apart
from ...characters.rules import COMPOSED
from ...codelists import codelist
from ...codelists.history import Span, all_in_force, history, name_of, successors
from ..identifiers.municipality_code import LIST, folded, forms_of
from ..part import kind
from ..placeholder import NULL_WORDS
from .prefecture import NAMES


def forms() -> frozenset[str]:
    """Every accepted form of every name in force on the day of ``--as-of``, or today; 恵 for 惠 as well, which registers write for each
    other (須惠町).
    """
    return _forms(day_of_judgement())


@cache
def _forms(_: datetime.date) -> frozenset[str]:
    found: set[str] = set()
    for code in all_in_force(LIST):
        found.update(forms_of(name_of(LIST, code) or ""))
    return frozenset(found | {name.replace("惠", "恵") for name in found})


def called() -> frozenset[str]:
    """Every form of every name in force or of former days, `folded`."""
    return _called(day_of_judgement())


@cache
def _called(day: datetime.date) -> frozenset[str]:
    return frozenset(map(folded, _forms(day) | _former().keys()))


@cache
def _by_fold(day: datetime.date) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form in _forms(day):
        found.setdefault(folded(form), set()).add(form)
    return {key: frozenset(group) for key, group in found.items()}


@cache
def _former() -> Mapping[str, tuple[Span, ...]]:
    """Form of a name → the spans in which something was called so, of those that are over."""
    found: dict[str, tuple[Span, ...]] = {}
    for span in chain.from_iterable(history(LIST).values()):
        for form in forms_of(span.name) if span.valid_to else ():
            found[form] = (*found.get(form, ()), span)
    return found


def suggest(value: str) -> str | None:
    """The name as the list has it, where only spaces, ケ and ヶ or a prefecture put before it differ.

    >>> suggest("龍ヶ崎市"), suggest("東京都千代田区"), suggest("千代田　区"), suggest("東京市")
    ('龍ケ崎市', '千代田区', '千代田区', None)
    """
    text = folded(value)
    prefecture = next((name for name in NAMES if text.startswith(name)), "")
    names = _by_fold(day_of_judgement())
    meant = names.get(text) or names.get(text.removeprefix(prefecture)) or frozenset()
    return next(iter(meant)) if len(meant) == 1 else None


def _unknown(value: str) -> Details | None:
    return None if normalize("NFC", value) in forms() else {"problem": _over(value) or _unlisted(value)}


def _unlisted(value: str) -> Text:
    version, apart = codelist(LIST).version, _told_apart(value)
    return Text(
        f"は市区町村の一覧（{version} 現在）にありません。{apart.ja}現在の名称を、都道府県名を付けずに書きます。",
        f" is not in the list of municipalities as of {version}. {apart.en}Write the present name without the prefecture.",
    )


def _told_apart(value: str) -> Text:
    """How a name that looks like one of the list differs from it; empty where none looks so."""
    near = (name for name in forms() if len(name) == len(value) and sum(map(ne, name, value)) == 1)
    said = next((said for name in near if (said := told_apart(value, name)).en), Text("", ""))
    return Text(said.ja, f"{said.en} " if said.en else "")


def _over(value: str) -> Text | None:
    """Until when a municipality was called so and what it is now, where only one was."""
    spans = [span for span in _former().get(value, ()) if span.valid_to and span.valid_to < day_of_judgement()]
    if len(spans) != 1:
        return None
    now = [name_of(LIST, code) or "" for code in successors(LIST, spans[0].code)] or [name_of(LIST, spans[0].code) or ""]
    day = spans[0].valid_to
    return Text(f"は {day} までの名称です。現在の名称は{'、'.join(now)}です。", f" was the name until {day}; now {', '.join(now)}.")


CURRENT_NAME = warning("GIF-ADDR-035", Clause("DS-468-1", "§2.3 5)"), look=_unknown).says(
    ("市区町村名は現在の名称で書く", "Municipality name is the present one"),
    ("「{value}」{problem}", '"{value}"{problem}'),
    good=("千代田区", "横浜市中区", "横浜市", "石狩郡当別町", "当別町"),
    bad=("東京市", "東京都千代田区", "千代田", "浦和市"),
)

PART = kind("municipality", suggest=suggest, clean_too=lambda value: value in forms()).says(
    ("市区町村（郡）", "municipality"),
    ("現在の市区町村名（郡・政令市の区は付けても付けなくてもよい）", "the present name, with or without its county or ward"),
    checks=(CURRENT_NAME, NULL_WORDS, COMPOSED),
    examples=("千代田区", "横浜市中区"),
)
