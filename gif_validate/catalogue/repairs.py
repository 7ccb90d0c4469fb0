"""What turns the values of a column into their suggestions, where (nearly) all of them are mended in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from .text import Text, readable, show

NEARLY_ALL = 0.9
_LEAST = 2
"""Values from which on "all are mended in the same way" says anything."""
_WAYS = 64
"""Ways and pairs that are counted; what mends nearly all is met among the first."""
_PAIRS = 5
"""Distinct values up to which what stands for what is listed."""
_NUMBERS = "[0-9]+([-/:. ]+[0-9]+)+"
_BLANKS = {" ": Text("空白", "spaces"), "\u3000": Text("全角の空白", "full-width spaces"), "\n": Text("改行", "line breaks")}


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to mend values: what to do, with which characters, and how many values it mends."""

    kind: str
    text: str = ""
    by: str = ""
    count: int = 0

    @property
    def words(self) -> Text:
        """The repair in words.

        >>> Repair("remove_suffix", ".00").words.en
        'remove ".00" at the end'
        """
        ja, en = _WORDS[self.kind]
        if self.kind == "form":
            named = _FORMS.get(self.text)
            return Text(ja.format(text=f"「{named}」"), en.format(text=named)) if named else _of_digits(self.text)
        text, by = (_named(part) for part in (self.text, self.by))
        return Text(ja.format(text=text.ja, by=by.ja, raw=self.text), en.format(text=text.en, by=by.en, raw=self.text))

    def as_dict(self) -> dict[str, Any]:
        """The repair as the JSON contract writes it."""
        text, by = readable(self.text) or None, readable(self.by) or None
        return {"kind": self.kind, "text": text, "by": by, "count": self.count, "words": self.words.as_dict()}


_WORDS = {
    "remove_suffix": ("末尾の{text}を取る", "remove {text} at the end"),
    "remove_prefix": ("先頭の{text}を取る", "remove {text} at the beginning"),
    "pad": ("先頭に0を補い{raw}桁にする", "put zeros in front, up to {raw} characters"),
    "add_prefix": ("先頭に{text}を付ける", "put {text} in front"),
    "add_suffix": ("末尾に{text}を付ける", "add {text} at the end"),
    "half_width": ("半角にする", "write half-width characters"),
    "full_width": ("全角にする", "write full-width characters"),
    "remove": ("{text}を取る", "remove {text}"),
    "replace": ("{text}を{by}に替える", "write {by} for {text}"),
    "form": ("{text}の形で書く", "write it in the form {text}"),
    "values": ("{raw} と書き換える", "write {raw}"),
}


_FORMS = {
    "9999-99-99": "YYYY-MM-DD",
    "99999999": "YYYYMMDD",
    "9999-99": "YYYY-MM",
    "9999-99-99/9999-99-99": "YYYY-MM-DD/YYYY-MM-DD",
    "9999-99-99T99:99:99": "YYYY-MM-DDThh:mm:ss",
    "99:99": "HH:MM",
    "99:99:99": "HH:MM:SS",
}
"""How people write the forms that most repairs lead to."""


def _of_digits(form: str) -> Text:
    """A form that has no letters of its own: its digits shown as 0."""
    shown = form.replace("9", "0")
    return Text(f"「{shown}」のように区切って書く", f'write it with the separators of "{shown}"')


def _named(text: str) -> Text:
    """Characters as a message shows them, blank ones by their names."""
    if text in _BLANKS:
        return _BLANKS[text]
    return Text(f"「{show(text)}」", f'"{show(text)}"')


@lru_cache(maxsize=4096)
def ways(value: str, suggestion: str) -> tuple[Repair, ...]:
    """The ways that turn a value into its suggestion, the plainest first; empty where it takes more than one step.

    >>> [way.kind for way in ways("2810.00", "2810")]
    ['remove_suffix']
    """
    return tuple(_ways(value, suggestion))


def _ways(value: str, suggestion: str) -> Iterator[Repair]:
    if not value or not suggestion or value == suggestion:
        return
    folded = unicodedata.normalize("NFKC", value)
    if folded == suggestion:
        yield Repair("half_width")
    elif folded == unicodedata.normalize("NFKC", suggestion):
        yield Repair("full_width")
    if value.startswith(suggestion):
        yield Repair("remove_suffix", value[len(suggestion) :])
    if value.endswith(suggestion):
        yield Repair("remove_prefix", value[: -len(suggestion)])
    if suggestion.endswith(value):
        added = suggestion[: -len(value)]
        yield Repair("pad", str(len(suggestion))) if set(added) == {"0"} else Repair("add_prefix", added)
    if suggestion.startswith(value):
        yield Repair("add_suffix", suggestion[len(value) :])
    gone = set(value) - set(suggestion)
    if gone and "".join(char for char in value if char not in gone) == suggestion:
        yield Repair("remove", "".join(sorted(gone)))
    if _same_numbers(folded, suggestion):
        yield Repair("form", re.sub("[0-9]", "9", suggestion))
    if len(value) == len(suggestion):
        pairs = {(one, other) for one, other in zip(value, suggestion, strict=True) if one != other}
        if len(pairs) == 1 and folded != suggestion:
            yield Repair("replace", *pairs.pop())


def _same_numbers(value: str, suggestion: str) -> bool:
    """True where the suggestion has the numbers of the value in another form (``2017/9/1``, ``9:00:00``); zeros at the end may be cut."""
    if not re.fullmatch(_NUMBERS, value) or not re.fullmatch(_NUMBERS, suggestion):
        return False
    said, meant = ([int(number) for number in re.findall("[0-9]+", text)] for text in (value, suggestion))
    return len(meant) > 1 and meant == said[: len(meant)] and not any(said[len(meant) :])


@dataclass(slots=True)
class Repairs:
    """The ways met so far, each with its number of values; memory stays bounded."""

    ways: Counter[Repair] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def see(self, value: str, suggestion: str) -> None:
        """Counts the ways that lead from a value to its suggestion."""
        for way in ways(value, suggestion):
            if way in self.ways or len(self.ways) < _WAYS:
                self.ways[way] += 1
        if (value, suggestion) in self.pairs or len(self.pairs) < _WAYS:
            self.pairs[value, suggestion] += 1

    def common(self, total: int) -> Repair | None:
        """The way that mends nearly all of so many values, or what stands for what where the values are few."""
        if total < _LEAST:
            return None
        way, count = max(self.ways.items(), key=lambda each: each[1], default=(None, 0))
        if way is not None and count >= NEARLY_ALL * total:
            return Repair(way.kind, way.text, way.by, count)
        count = self.pairs.total()
        if len(self.pairs) > _PAIRS or count < NEARLY_ALL * total or count < 2 * len(self.pairs):
            return None
        shown = ", ".join(f"{show(value)} → {show(suggestion)}" for value, suggestion in self.pairs)
        return Repair("values", shown, count=count)
