"""Writes a page for every rule, kind of value and standard, in Japanese and English, from the declarations: Markdown in docs/rules,
docs/parts and docs/standards (not committed). Every example on a page is judged while the page is written, and what stands beside it is the
answer; an example that is not what its declaration says stops the run.

Usage: python docs/build.py [FOLDER], FOLDER being docs by default.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from os.path import relpath
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.documents import DOCUMENTS
from gif_validate.catalogue.finding import message
from gif_validate.catalogue.rule import Clause, Details, Rule, Value
from gif_validate.catalogue.table import Entry, entries
from gif_validate.catalogue.text import Lang, Text, show
from gif_validate.codelists import codelist, codes
from gif_validate.codelists import names as codelist_names
from gif_validate.models.index import models
from gif_validate.models.model import Field, Form, Model
from gif_validate.models.without_columns import without_columns
from gif_validate.parts import names as part_names
from gif_validate.parts import part
from gif_validate.parts.part import Part

ROOT = Path(__file__).resolve().parents[1]
LANGS: tuple[Lang, ...] = ("ja", "en")
SEVERITIES = {"error": Text("エラー", "error"), "warning": Text("注意", "warning"), "info": Text("参考", "info")}
STATES = {
    "checked": Text("この版で検査する", "checked by this version"),
    "undecidable": Text("プログラムでは判定できない", "no program can decide it"),
    "planned": Text("この版ではまだ検査しない", "not checked by this version yet"),
    "alias": Text("別名", "an alias"),
}
STATUSES = {
    "current": Text("有効", "in force"),
    "withdrawn": Text("廃止（2026-01-08）", "withdrawn (2026-01-08)"),
    "cited": Text("引用規格", "cited norm"),
    "proposed": Text("本ツール独自", "ours"),
}
BASES = {
    "official": Text("公式文書で確認", "seen officially"),
    "reported": Text("二次資料による", "reported by readers of the document"),
    "inferred": Text("推定", "inferred"),
    "unknown": Text("未確認", "not seen"),
}
STRENGTHS = {
    "must": Text("義務（～する、～とする）", "must"),
    "should": Text("推奨（～が望ましい、原則）", "should"),
    "may": Text("許容（～してもよい）", "may"),
    "derived": Text("規定から導いたもの", "derived from the clauses"),
    "gap": Text("規定のないところを補ったもの", "fills a gap"),
    "info": Text("説明・参考", "information"),
    "proposed": Text("本ツールの提案", "proposed by this tool"),
    "ours": Text("本ツール独自", "of this tool"),
}
MARKS = {"must": "◎", "recommended": "○", "conditional": "△", "optional": "－"}

# --- Markdown: everything that a template prints is escaped unless it is `Raw`.

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$#!]")
_STARTS_A_LIST = re.compile(r"^([-+=]|[0-9]{1,9}(?=[.)]))")


class Raw(str):
    """Text that is Markdown already."""

    __slots__ = ()


def escaped(text: str) -> Raw:
    """Words as Markdown prints them: no character acts, controls are named.

    >>> escaped("a|b*\\x07")
    'a\\\\|b\\\\*\\\\<U+0007\\\\>'
    """
    words = _SPECIAL.sub(r"\\\g<0>", show(text, None))
    return Raw(_STARTS_A_LIST.sub(lambda match: rf"\{match[0]}" if match[0] in "-+=" else f"{match[0]}\\", words))


def code(value: str) -> Raw:
    """A value in a code span, letter by letter; ``␠`` alone stands for a value of nothing but spaces, ``""`` for none at all."""
    text = show(value, None)
    if not text.strip(" "):
        return escaped("␠" * len(text) or '""')
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return Raw(f"{fence}{pad}{text}{pad}{fence}")


def cell(value: str) -> Raw:
    """The same in a table, where a bar would end the cell even inside a code span."""
    return Raw(code(value).replace("|", r"\|")) if "\\" not in value else escaped(value)


def _final(value: object) -> object:
    return value if isinstance(value, Raw) else escaped(str(value))


# --- Links between the pages.


def page_of(kind: str, name: str, lang: Lang) -> PurePosixPath:
    """The path of a page below the folder: ``rules/ja/GIF-DATE-001.md``."""
    return PurePosixPath(kind, lang, f"{name}.md")


def link(page: PurePosixPath, kind: str, name: str, lang: Lang, words: str = "") -> Raw:
    """A link from one page to another."""
    target = relpath(page_of(kind, name, lang), page.parent)
    return Raw(f"[{escaped(words or name)}]({target})")


# --- Examples, judged.


class Shown(NamedTuple):
    """An example with the answer to it: nothing, or the finding."""

    value: Value
    rule: Rule | None = None
    severity: str = ""
    said: Text | None = None
    suggestion: str | None = None


def rule_answer(rule: Rule, value: Value) -> Details | None:
    """What a rule says of an example; LookupError where it does not judge single values or records."""
    if isinstance(value, str) and rule.look is not None:
        return rule.look(value)
    if not isinstance(value, str) and rule.compare is not None:
        return rule.compare(value)
    raise LookupError(rule.id)


def rule_example(rule: Rule, value: Value, *, good: bool) -> Shown:
    """An example of a rule with its finding; ValueError where the rule does not say of it what it is declared to be."""
    try:
        details = rule_answer(rule, value)
    except LookupError:
        return Shown(value)
    if good is not (details is None):
        raise ValueError(f"{rule.id}: {value!r} is no {'good' if good else 'bad'} example")
    if details is None:
        return Shown(value)
    text = value if isinstance(value, str) else None
    return Shown(value, rule, rule.severity.label, Text(*(message(rule, text, details, lang) for lang in LANGS)))


def part_example(found: Part, value: str) -> Shown:
    """A value as a part judges it."""
    fault = found.explain(value)
    if fault is None:
        return Shown(value)
    said = Text(*(message(fault.rule, value, fault.details, lang) for lang in LANGS))
    return Shown(value, fault.rule, fault.severity.label, said, fault.suggestion)


def faulty_examples(found: Part) -> list[Shown]:
    """The bad examples of the rules of a part, those that the part finds something in."""
    values = dict.fromkeys(value for rule in found.rules for value in rule.bad if isinstance(value, str))
    return [shown for shown in (part_example(found, value) for value in values) if shown.rule is not None]


def severities(found: Part) -> dict[str, list[str]]:
    """Rule id → the severities with which a part uses it: lower ones where the wider reading allows a form."""
    used: dict[str, list[str]] = defaultdict(list)
    for check in found.checks:
        rule, severity = (check, None) if isinstance(check, Rule) else (check.rule, check.severity)
        label = (rule.severity if severity is None else severity).label
        if label not in used[rule.id]:
            used[rule.id].append(label)
    if found.column_rule is not None:
        used[found.column_rule.id].append(found.column_rule.severity.label)
    return dict(used)


def clean_examples(found: Part) -> list[str]:
    """The examples of a part; ValueError where one is not clean."""
    for value in found.examples:
        if found.explain(value) is not None:
            raise ValueError(f"{found.name}: {value!r} is not clean")
    return list(found.examples)


# --- What belongs together.


@cache
def decisions() -> tuple[tuple[tuple[str, ...], tuple[Raw, ...]], ...]:
    """The lines of docs/decisions.md that name rules: (ids, cells). The cells are Markdown already."""
    lines = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8").splitlines()
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines if line.startswith("|")]
    found = [(tuple(named(row[0])), tuple(Raw(each.strip()) for each in row)) for row in rows if len(row) == 4]
    return tuple((ids, cells) for ids, cells in found if ids)


def named(cell: str) -> Iterator[str]:
    """The rules that the first cell of a decision names, also as ``GIF-GEO-007, -008``, ``GIF-PERIOD-002 … 005`` and ``GIF-ROMA-*``."""
    family = last = ""
    for name, follows, to, number in re.findall(r"([A-Z]+(?:-[A-Z0-9]+)*-(?:[0-9]{3}|\*))|(, -?|( … ))([0-9]{3})", cell):
        if name:
            family, _, last = name.rpartition("-")
        elif not (follows and family):
            continue
        if last == "*" and name:
            yield from (rule for rule in entries() if rule.startswith(f"{family}-"))
        elif name:
            yield name
        else:
            first = int(last) + 1 if to else int(number)
            yield from (f"{family}-{each:03}" for each in range(first, int(number) + 1))
            last = number


def decisions_on(ids: Iterable[str]) -> list[tuple[Raw, ...]]:
    """The decisions that name one of these rules."""
    asked = set(ids)
    return [cells for names, cells in decisions() if asked.intersection(names)]


@cache
def parts_with(rule: Rule) -> tuple[str, ...]:
    """The parts that use a rule."""
    return tuple(name for name in part_names() if rule in part(name).rules)


@cache
def _standards_by(what: str) -> Mapping[str, tuple[str, ...]]:
    """Rule id or kind of value → the standards that name it."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for model in models().values():
        for name in model.rules if what == "rule" else (item.kind for item in model.fields):
            found[name][model.full_id] = None
    return {name: tuple(each) for name, each in found.items()}


def aliases_of(name: str) -> list[str]:
    """The ids that are other names of a rule."""
    return [entry.id for entry in entries().values() if name in entry.alias_of]


def forms_of(model: Model) -> list[tuple[Field, str, Form]]:
    """The written forms that a standard prescribes for itself: (item, serialisation, form)."""
    return [(item, serialisation, form) for item in model.fields for serialisation, form in item.own.items()]


def lists_of(model: Model) -> list[str]:
    """The code lists that the items of a standard name."""
    known = codelist_names()
    return list(dict.fromkeys(item.codes for item in model.fields if isinstance(item.codes, str) and item.codes in known))


def standard_of(name: str) -> str:
    """The full id of a standard that another one names, empty where there is none."""
    if name in models():
        return name
    return next((model.full_id for model in models().values() if model.id == name), "")


# --- The pages.


def rule_page(entry: Entry) -> dict[str, Any]:
    """What the page of a rule shows."""
    rule = declared().get(entry.id)
    clause = rule.clause if rule else Clause(entry.document, entry.section) if entry.document in DOCUMENTS else None
    return {
        "entry": entry,
        "rule": rule,
        "clause": clause,
        "title": rule.title if rule else entry.title,
        "strength": STRENGTHS.get(entry.strength),
        "reason": rule.undecidable if rule and rule.undecidable else entry.reason,
        "good": [rule_example(rule, value, good=True) for value in rule.good] if rule else [],
        "bad": [rule_example(rule, value, good=False) for value in rule.bad] if rule else [],
        "parts": parts_with(rule) if rule else (),
        "standards": _standards_by("rule").get(entry.id, ()),
        "aliases": aliases_of(entry.id),
        "decisions": decisions_on([entry.id]),
    }


def part_page(found: Part) -> dict[str, Any]:
    """What the page of a kind of value shows."""
    return {
        "part": found,
        "title": found.title,
        "good": clean_examples(found),
        "bad": faulty_examples(found),
        "severities": severities(found),
        "standards": _standards_by("kind").get(found.name, ()),
        "decisions": decisions_on(rule.id for rule in found.rules),
    }


def standard_page(model: Model) -> dict[str, Any]:
    """What the page of a standard shows."""
    return {
        "model": model,
        "title": model.title,
        "clause": Clause(model.document, model.section) if model.document in DOCUMENTS else None,
        "forms": forms_of(model),
        "lists": [(name, codelist(name), len(codes(name))) for name in lists_of(model)],
        "decisions": decisions_on(model.rules),
    }


def pages() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(kind, name, what it shows) of every page; an index of each kind comes last."""
    found: list[tuple[str, str, dict[str, Any]]] = [
        *(("rules", entry.id, rule_page(entry)) for entry in entries().values()),
        *(("parts", name, part_page(part(name))) for name in part_names()),
        *(("standards", model.full_id, standard_page(model)) for model in models().values()),
    ]
    yield from found
    for kind in ("rules", "parts", "standards"):
        undefined = without_columns() if kind == "standards" else ()
        yield (
            kind,
            "index",
            {"kind": kind, "all": [(name, shown["title"]) for each, name, shown in found if each == kind], "undefined": undefined},
        )


def environment() -> Environment:
    """The templates, with what all of them may use."""
    found = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        finalize=_final,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters |= {"code": code, "cell": cell, "raw": Raw}
    found.globals |= {
        "DOCUMENTS": DOCUMENTS,
        "SEVERITIES": SEVERITIES,
        "STATES": STATES,
        "STATUSES": STATUSES,
        "BASES": BASES,
        "MARKS": MARKS,
        "PARTS": part_names(),
        "RULES": entries(),
        "standard_of": standard_of,
    }
    return found


def _words(page: PurePosixPath, lang: Lang) -> dict[str, Callable[..., str]]:
    """What a template says in the language of its page, and its links."""

    def say(ja: str, en: str) -> str:
        return ja if lang == "ja" else en

    def pick(text: Text) -> str:
        return text.pick(lang)

    def to(kind: str, name: str, words: str = "") -> Raw:
        return link(page, kind, name, lang, words)

    def other() -> Raw:
        elsewhere: Lang = "en" if lang == "ja" else "ja"
        name = str(page.relative_to(PurePosixPath(page.parts[0], lang)))[: -len(".md")]
        return link(page, page.parts[0], name, elsewhere, "English" if lang == "ja" else "日本語")

    return {"say": say, "pick": pick, "to": to, "other": other}


def built() -> Iterator[tuple[PurePosixPath, str]]:
    """(path below the folder, text) of every page."""
    templates = environment()
    for kind, name, shown in pages():
        template = templates.get_template(f"{'index' if name == 'index' else kind}.md.j2")
        for lang in LANGS:
            page = page_of(kind, name, lang)
            yield page, template.render(shown | _words(page, lang))


def main(folder: Path) -> None:
    """Writes all pages below a folder."""
    for page, text in built():
        path = folder / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes a page for every rule, kind of value and standard.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs", help="where to write; docs/ by default")
    main(parser.parse_args().folder)
