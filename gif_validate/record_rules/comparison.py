"""Comparing the items of a record (項目間の整合): a test over named items, and the tests that many rules share. GIF DS-438.

A record is a flat mapping of paths to texts: ``氏名``, ``住所/都道府県``, ``ID群[2]/ID``. Paths have the names of the DMD. Asked by hand,
full-width brackets, ``_`` or ``.`` between the steps and a few other spellings are understood as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from ..catalogue.clock import day_of_judgement, name_of_day
from ..catalogue.rows import Asked
from ..catalogue.rule import FIRES, Details, Look, compiled
from ..catalogue.text import Text, show
from ..codelists import CodeList, codelist, codes, rows_of
from ..codelists.history import history
from ..parts.addresses._words import NUMERALS, arabic
from ..parts.forms import DATE

WHOLE = "[0-9]{1,18}"
"""A whole number from 0, as far as one is plausible."""
WHOLE_WORDS = Text("0以上の整数", "a whole number from 0")

Test = Callable[..., Details | None]
"""Gets the texts of its items in their order (empty where a record has none): None when nothing is wrong, else the details."""

_THIS_ITEM = Text("この項目", "this item")
_STEPS = re.compile("[_.／]")
_SYNONYMS = {
    "商号又は名称": "商号または名称",
    "商号": "商号または名称",
    "名称又は商号": "商号または名称",
    "code": "コード",
    "value": "名称",
}
_AMOUNT = "[0-9]{1,18}(\\.[0-9]{1,18}){0,1}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A test over items of one record. ``each`` names an item that may stand more often: the test is made for every occurrence of it.

    With ``others`` the first of them that fails answers (see `together`), and ``items`` names what they read.
    """

    items: tuple[str, ...]
    test: Test
    each: str = ""
    others: tuple[Comparison, ...] = ()

    def __call__(self, record: Mapping[str, str]) -> Details | None:
        """The details of the first occurrence that fails; None where none does. ``occurrence`` is its path where it is not the first."""
        if record.keys() <= _known(self.items):
            return self._exact(record)
        folded = {fold(key): text for key, text in record.items()}
        if self.others:
            return next((found for other in self.others if (found := other(folded)) is not None), None)
        for index in _occurrences(folded, self.each) if self.each else ("",):
            found = self.test(*(_pick(folded, item, self.each, index) for item in self.items))
            if found is not None:
                return {**found, "occurrence": self.each + index} if index else found
        return None

    def _exact(self, record: Mapping[str, str]) -> Details | None:
        """The same for a record that has nothing but the items, as they are spelled here: the many rows of a table."""
        get = record.get
        if self.others:
            answers = (other.test(*[get(item, "") for item in other.items]) for other in self.others)
            return next((found for found in answers if found is not None), None)
        return self.test(*[get(item, "") for item in self.items])


@cache
def _known(items: tuple[str, ...]) -> frozenset[str]:
    return frozenset(items)


@cache
def fold(key: str) -> str:
    """The path of an item in the spelling of the DMD.

    >>> fold("氏（カナ）"), fold("国籍_コード"), fold("商号")
    ('氏(カナ)', '国籍/コード', '商号または名称')
    """
    steps = _STEPS.sub("/", "".join(unicodedata.normalize("NFKC", key).split())).split("/")
    return "/".join(_SYNONYMS.get(step, step) for step in steps)


def _occurrences(record: Mapping[str, str], each: str) -> tuple[str, ...]:
    """The indexes (``[2]``; empty for the first) with which an item stands in a record."""
    form = re.compile(re.escape(each) + r"(\[[0-9]+\])?(?:/.*)?")
    return tuple(dict.fromkeys(match[1] or "" for key in record if (match := form.fullmatch(key)))) or ("",)


def _pick(record: Mapping[str, str], item: str, each: str, index: str) -> str:
    """The text of an item: its own, else the first below it; a code also where only the item or the bare ``コード`` is given."""
    if each and (item == each or item.startswith(each + "/")):
        item = each + index + item[len(each) :]
    if item in record:
        return record[item]
    below = next((text for key, text in record.items() if text.strip() and key.startswith((item + "/", item + "["))), "")
    parent, _, last = item.rpartition("/")
    if below or last not in {"コード", "名称"}:
        return below
    return record.get(parent if last == "コード" and parent in record else last, "")


def together(*tests: Comparison) -> Comparison:
    """Several comparisons as one: the first that fails answers."""
    items = tuple(dict.fromkeys(item for test in tests for item in test.items))
    return Comparison(items, lambda *_: None, others=tests)


def alone(compare: Comparison, item: str, given: Mapping[str, str] | None = None) -> Look:
    """The answer for one value, asked without its record: as the value of ``item``, beside what is ``given``."""

    def look(value: str) -> Details | None:
        found = compare({**(given or {}), item: value})
        return {**found, "item": _THIS_ITEM} if found is not None and "item" in found else found

    return look


def either_way(compare: Comparison, item: str, given: Mapping[str, str] | None = None) -> Asked:
    """A comparison as a rule has it that is asked of a record, or of one value `alone`."""
    return {"look": alone(compare, item, given), "compare": compare}


def of_item(item: str, look: Look) -> Asked:
    """A look at one value as a rule has it that is asked of a value, or of a record where it has the item."""
    return {"look": look, "compare": if_given(item, look)}


def if_given(item: str, look: Look) -> Comparison:
    """A look at the value of an item, where there is one."""
    return Comparison((item,), lambda text: look(text) if text else None)


def in_order(*items: str, regex: str = DATE) -> Comparison:
    """The values do not fall: dates, or times of day. Values of another form, and items without a value, are passed over."""

    def test(*texts: str) -> Details | None:
        given = [(name, text) for name, text in zip(items, texts, strict=True) if compiled(regex).fullmatch(text)]
        for (first, start), (last, end) in pairwise(given):
            if start > end:
                return {"first_item": first, "first": start, "last_item": last, "value": end}
        return None

    return Comparison(items, test)


def not_after_today(*items: str) -> Comparison:
    """No date lies after the day of judgement."""

    def test(*texts: str) -> Details | None:
        today = day_of_judgement().isoformat()
        late = ((name, text) for name, text in zip(items, texts, strict=True) if compiled(DATE).fullmatch(text) and text[:10] > today)
        name, text = next(late, ("", ""))
        return {"first_item": name, "first": text, "last_item": name_of_day(), "value": today} if name else None

    return Comparison(items, test)


def all_given(*items: str, each: str = "") -> Comparison:
    """Every item has a value, where one of them has (for ``each``), or at all."""

    def test(*texts: str) -> Details | None:
        lacking = [name.removeprefix(each + "/") for name, text in zip(items, texts, strict=True) if not text.strip()]
        if not lacking or (each and len(lacking) == len(items)):
            return None
        return {"lacking": Text("、".join(f"「{name}」" for name in lacking), ", ".join(lacking))}

    return Comparison(items, test, each)


def one_given(*items: str) -> Comparison:
    """At least one of the items has a value."""
    return Comparison(items, lambda *texts: None if any(text.strip() for text in texts) else FIRES)


def amounts(*items: str, regex: str, words: Text, most: int | None = None) -> Comparison:
    """Every value given is a number of this form (and not above ``most``); ``words`` say which form."""

    def test(*texts: str) -> Details | None:
        for name, text in zip(items, texts, strict=True):
            if text and (not compiled(regex).fullmatch(text) or (most is not None and (amount(text) or 0) > most)):
                return {"item": name, "value": text, "problem": Text(f"は{words.ja}ではありません。", f" is not {words.en}.")}
        return None

    return Comparison(items, test)


def amount(text: str) -> Decimal | None:
    """The number that a text of half-width digits writes; None for anything else.

    >>> amount("44.75"), amount("1,500"), amount("-1")
    (Decimal('44.75'), None, None)
    """
    return Decimal(text) if compiled(_AMOUNT).fullmatch(text) else None


def exceeds(smaller: str, larger: str) -> Comparison:
    """Fires where the first number is above the second."""

    def test(first: str, second: str) -> Details | None:
        low, high = amount(first), amount(second)
        if low is None or high is None or low <= high:
            return None
        problem = Text(f"が「{larger}」の {second} を上回っています。", f" is above {second} in {larger}.")
        return {"item": smaller, "value": first, "problem": problem}

    return Comparison((smaller, larger), test)


def names_of(list_id: str) -> Mapping[str, frozenset[str]]:
    """Code → the names that it may stand beside: that of the list, and the other spellings that the standard itself uses."""
    return _names_of(codelist(list_id))


@cache
def _names_of(described: CodeList) -> Mapping[str, frozenset[str]]:
    listed = rows_of(described)
    return {row["code"]: frozenset((row.get("name_ja", ""), *row.get("also_ja", "").split("|"))) - {""} for row in listed}


def labelled(item: str, list_id: str) -> Comparison:
    """The code of an item stands in its list, and the name beside it belongs to the code."""

    def test(code: str, name: str) -> Details | None:
        found = disagreement(list_id, code, name)
        return found if found is None or code in codes(list_id) else {**found, "item": f"{item}/コード"}

    return Comparison((f"{item}/コード", f"{item}/名称"), test)


def disagreement(list_id: str, code: str, name: str) -> Details | None:
    """What is wrong with a code and the name beside it; an empty name agrees. Spaces around the name do not count (MKD).

    Codes of former days are let pass: whether one was in force when the data was made is told of the item itself.
    """
    if not code or code in history(list_id):
        return None
    named = names_of(list_id).get(code)
    if named is None:
        title = codelist(list_id).title
        return {"value": code, "problem": Text(f"は{title.ja}にありません。", f" is not in the list: {title.en}.")}
    if not name.strip() or name.strip() in named:
        return None
    right = codes(list_id)[code]
    return {
        "value": code,
        "problem": Text(f"は「{right}」です。「{show(name)}」と一致しません。", f' is "{right}", not "{show(name)}".'),
    }


def typed_code(item: str, kinds: tuple[str, ...], accepts: Callable[[str], bool]) -> Asked:
    """Where the kind of code (コード種別) is one of ``kinds``, the code is accepted; codes of other kinds are nobody's business here.

    One code alone is taken for one of the first kind.
    """

    def test(kind: str, code: str) -> Details | None:
        if kind.strip() not in kinds or not code or accepts(code):
            return None
        return {"value": code, "kind": kind}

    return either_way(Comparison(tuple(typed(item, "", "")), test, item), f"{item}/コード", typed(item, kinds[0], ""))


def typed(item: str, kind: str, code: str) -> dict[str, str]:
    """A code with its kind, as a record holds them."""
    return {f"{item}/コード種別": kind, f"{item}/コード": code}


def contained(larger: str, *parts: str) -> Comparison:
    """The split items stand in the larger one, in their order; widths, hyphens and the numerals of 丁目 do not count."""

    def test(whole: str, *texts: str) -> Details | None:
        if not whole.strip():
            return None
        rest = address_fold(whole)
        for name, text in zip(parts, texts, strict=True):
            folded = address_fold(text)
            if folded not in rest:
                return {"item": larger, "value": whole, "part": name, "text": text}
            rest = rest.partition(folded)[2] if folded else rest
        return None

    return Comparison((larger, *parts), test)


_COUNTED = re.compile(f"([{NUMERALS}]{{1,9}})(?=条|丁目|番|号|線|地割)")
_JOINTS = re.compile("丁目|番地の?|番|号|の(?=[0-9])|[-‐‑–—―−ー－](?=[0-9])")


def address_fold(text: str) -> str:
    """A piece of an address for comparison: half width, digits before 丁目, 条 …, one kind of hyphen, no spaces.

    >>> address_fold("霞が関二丁目１番２号") == address_fold("霞が関2-1-2")
    True
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    digits = _COUNTED.sub(lambda match: arabic(match[1]) or match[1], plain)
    return re.sub("-{2,}", "-", _JOINTS.sub("-", digits)).strip("-").replace("ヶ", "ケ")
