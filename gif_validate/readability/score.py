"""The score of a level (採点): 100 points, less what each broken rule costs, 0 where a fatal rule is broken. Never a sum over levels.

Only rules that were judged count: those that do not speak of this kind of file, those that found nothing to look at, and those that no
program can decide are named apart, so that 100 points are never mistaken for a full pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..catalogue.rule import Severity
from ..catalogue.text import Text
from . import level1, level2, level3, unified
from .criterion import POINTS, Criterion
from .seen import Seen

State = Literal["kept", "broken", "open", "absent", "undecidable"]
"""open: people have to look · absent: not asked of this kind of file, or nothing in it to ask about."""
CRITERIA = (*level1.CRITERIA, *level2.CRITERIA, *level3.CRITERIA)
UNDECIDABLE: Mapping[str, tuple[int, Text]] = {
    "DA-L1-09": (1, Text("空白が欠測かゼロかは、作成者にしか分からない。", "Only the author knows whether a blank means missing or zero.")),
    "DA-L3-02": (3, Text("コード表が別のファイルにあるかは、このファイルからは分からない。",
                         "Whether a code table stands in another file cannot be seen from this one.")),
    "DA-L3-07": (3, Text("過去の年のファイルがなければ比べられない。2つのファイルの違いは gif-validate diff で調べる。",
                         "Nothing to compare with, without the files of earlier years. gif-validate diff compares two files.")),
    "DA-L3-08": (3, Text("定義や更新履歴はファイルの外（メタデータや掲載ページ）に書かれることが多く、有無は分からない。",
                         "Definitions and update history mostly stand outside the file, in metadata or on its page.")),
}  # fmt: skip
_LEVELS = (1, 2, 3)
_ASKED = {level2.NUMBERS.id, level3.UNITS.id, level3.TIMES.id, level3.AREAS.id, level3.SYMBOLS.id, unified.GREGORIAN.id, unified.SIGNS.id}
"""Rules about something that not every file has."""
_OF_WORKBOOKS = {unified.MERGED.id, unified.FORMULAS.id, unified.OBJECTS.id}


@dataclass(frozen=True, slots=True)
class Loss:
    """A broken rule and the points that it costs; None where it takes all."""

    rule: str
    points: int | None


@dataclass(frozen=True, slots=True)
class LevelScore:
    """The points of a level (None where nothing of it was judged) and the state of each of its rules."""

    level: int
    points: int | None
    losses: tuple[Loss, ...]
    states: Mapping[str, State]

    def count(self, *states: State) -> int:
        """How many rules are in these states."""
        return sum(1 for state in self.states.values() if state in states)

    def as_dict(self) -> dict[str, Any]:
        """The level for JSON: ``kept`` of ``judged`` rules, of ``rules`` that the level has."""
        return {
            "level": self.level,
            "points": self.points,
            "of": 100,
            "kept": self.count("kept"),
            "judged": self.count("kept", "broken"),
            "rules": len(self.states),
            "losses": [{"rule": loss.rule, "points": loss.points} for loss in self.losses],
            "states": dict(self.states),
        }


def state(criterion: Criterion, seen: Seen) -> State:
    """What became of a rule in a file."""
    name = criterion.rule.id
    if criterion.meaning(seen.kind) is None:
        return "absent"
    gravest = seen.gravest.get(name)
    if gravest is None:
        return "kept" if name not in _ASKED or name in seen.asked else "absent"
    if gravest is Severity.INFO:
        return "open" if criterion.open_on_info else "kept"
    return "broken"


def scores(seen: Seen) -> tuple[LevelScore, ...]:
    """The three levels."""
    return tuple(_level(level, seen) for level in _LEVELS)


def _level(level: int, seen: Seen) -> LevelScore:
    criteria = [criterion for criterion in CRITERIA if criterion.level == level]
    states: dict[str, State] = {criterion.rule.id: state(criterion, seen) for criterion in criteria}
    states |= {name: "undecidable" for name, (of, _) in UNDECIDABLE.items() if of == level}
    losses = tuple(_loss(criterion, seen) for criterion in criteria if states[criterion.rule.id] == "broken")
    points: int | None
    if not any(state in {"kept", "broken"} for state in states.values()):
        points = None
    elif any(loss.points is None for loss in losses):
        points = 0
    else:
        points = max(0, 100 - sum(loss.points or 0 for loss in losses))
    return LevelScore(level, points, losses, dict(sorted(states.items())))


def _loss(criterion: Criterion, seen: Seen) -> Loss:
    fatal = criterion.weight == "fatal" or criterion.rule.id in seen.fatal
    return Loss(criterion.rule.id, None if fatal else POINTS[criterion.level][criterion.weight])


def ministry(seen: Seen) -> dict[str, State]:
    """What became of the rules of the Ministry, which know no points."""
    return {rule.id: _ministry_state(rule.id, seen) for rule in unified.RULES}


def _ministry_state(name: str, seen: Seen) -> State:
    if (seen.kind == "other" and name != unified.FORMAT.id) or (seen.kind != "xlsx" and name in _OF_WORKBOOKS):
        return "absent"
    gravest = seen.gravest.get(name)
    if gravest is not None and gravest > Severity.INFO:
        return "broken"
    twin = next((other for other, rule in unified.TWINS.items() if rule.id == name), name)
    return "kept" if twin not in _ASKED or twin in seen.asked else "absent"
