"""``gif-validate explain``: what an id means."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

import click

from ..catalogue.documents import DOCUMENTS
from ..catalogue.layout import columns
from ..catalogue.rule import Clause, Rule
from ..catalogue.text import Text, show
from ..codelists.history import HISTORY, Span
from ..models.model import Model
from ..parts.part import Part
from . import options
from .help import Command
from .language import say

_SEVERITIES = {"error": Text("エラー", "error"), "warning": Text("注意", "warning"), "info": Text("参考", "info")}
_STATES = {
    "checked": Text("この版で検査する", "checked by this version"),
    "undecidable": Text("プログラムでは判定できない", "no program can decide it"),
    "planned": Text("この版ではまだ検査しない", "not checked by this version yet"),
    "alias": Text("別名", "an alias"),
}
_STATUS = {
    "current": Text("有効", "in force"),
    "withdrawn": Text("廃止（2026-01-08）", "withdrawn (2026-01-08)"),
    "cited": Text("引用規格", "cited norm"),
    "proposed": Text("本ツール独自", "ours"),
}
_MARKS = {"must": "◎", "recommended": "○", "conditional": "△", "optional": ""}


_LONGEST = 300
"""Characters of an expression that are shown."""


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "explain",
        cls=Command,
        short_help=say("規則・値の種類・標準などを説明する", "explain a rule, part, standard …"),
        help=say(
            "規則（GIF-DATE-001）、値の種類（date）、標準（municipal/aed）、コード表（prefectures）の id を説明します。別名も使えます。",
            "Explains a rule (GIF-DATE-001), a part (date), a standard (municipal/aed) or a code list (prefectures). Aliases work.",
        ),
        epilog=say("例：gif-validate explain GIF-POST-001", "Example: gif-validate explain GIF-POST-001"),
    )
    @click.argument("name", metavar="ID")
    @options.lang()
    def explain(name: str) -> int:
        options.put("\n".join(_explained(name)) + "\n", None)
        return 0

    return explain


def _explained(name: str) -> Iterator[str]:
    from ..catalogue.table import entries
    from ..codelists import names as codelists
    from ..models.index import model, models
    from ..parts import names as parts
    from ..parts import part

    if name.upper() in entries():
        return _rule(name.upper())
    if name in parts():
        return _part(part(name))
    if name in codelists():
        return _codelist(name)
    try:
        return _standard(model(name))
    except KeyError:
        known = [*entries(), *parts(), *codelists(), *(each.id for each in models().values())]
        near = get_close_matches(name, known, n=3)
        hint = say(f"近いもの：{'、'.join(near)}", f"Near: {', '.join(near)}") if near else ""
        raise click.UsageError(say(f"「{name}」という id はありません。{hint}", f"There is no id {name!r}. {hint}")) from None


def _rule(name: str) -> Iterator[str]:
    from ..catalogue.discovery import declared
    from ..catalogue.table import entries

    entry = entries()[name]
    rule = declared().get(name)
    yield f"{name}  {options.both(rule.title if rule else entry.title)}"
    yield ""
    if entry.alias_of:
        yield say(f"{'、'.join(entry.alias_of)} の別名です。", f"An alias of {', '.join(entry.alias_of)}.")
        for other in entry.alias_of:
            yield ""
            yield from _rule(other)
        return
    yield say("状態    ", "state     ") + options.both(_STATES[entry.state])
    if rule is None:
        if entry.document:
            yield say("根拠    ", "clause    ") + f"{entry.document} {entry.section}"
        if entry.reason:
            yield say("理由    ", "reason    ") + options.both(entry.reason)
        return
    yield from _declared(rule)


def _declared(rule: Rule) -> Iterator[str]:
    yield say("重さ    ", "severity  ") + options.both(_SEVERITIES[rule.severity.label])
    yield say("根拠    ", "clause    ") + _clause(rule.clause)
    if rule.level:
        yield say("レベル  ", "level     ") + f"GIF {rule.level}"
    yield from _readability(rule)
    if rule.undecidable:
        yield say("理由    ", "reason    ") + options.both(rule.undecidable)
    if rule.look is not None:
        from ..catalogue.finding import message

        bad = next((value for value in rule.bad if isinstance(value, str)), None)
        if bad is not None:
            yield say("指摘の例  ", "finding   ") + message(rule, bad, rule.look(bad) or {}, say.lang)
    yield say("良い例  ", "good      ") + say("、", ", ").join(_value(value) for value in rule.good)
    yield say("悪い例  ", "bad       ") + say("、", ", ").join(_value(value) for value in rule.bad)


def _readability(rule: Rule) -> Iterator[str]:
    """What a rule of machine readability means for each kind of file."""
    if not rule.id.startswith(("DA-", "MIC-")):
        return
    from ..readability.score import CRITERIA
    from ..readability.unified import TWINS

    for criterion in CRITERIA:
        if rule in (criterion.rule, TWINS.get(criterion.rule.id)):
            yield "CSV     " + (options.both(criterion.csv) if criterion.csv else say("対象外", "not asked"))
            yield "xlsx    " + (options.both(criterion.xlsx) if criterion.xlsx else say("対象外", "not asked"))


def _cut(regex: str) -> str:
    """An expression that a person can read; the page of the part (docs/parts) and the exported schemas have it whole."""
    if len(regex) <= _LONGEST:
        return regex
    return regex[:_LONGEST] + say(f"…（全{len(regex):,}文字）", f"… ({len(regex):,} characters in all)")


def _value(value: object) -> str:
    if isinstance(value, str):
        return f"「{show(value)}」" if say.lang == "ja" else f'"{show(value)}"'
    return show(str(value), None)


def _clause(clause: Clause) -> str:
    document = DOCUMENTS[clause.document]
    edition = say(f"、{document.edition}版", f", edition {document.edition}") if document.edition else ""
    status = options.both(_STATUS[document.status])
    return f"{options.both(document.title)} {clause.document} {clause.section}".strip() + f"（{status}{edition}）"


def _part(found: Part) -> Iterator[str]:
    yield f"{found.name}  {options.both(found.title)}"
    yield ""
    yield say("受け入れる形  ", "accepts       ") + options.both(found.accepts)
    yield say("例            ", "examples      ") + say("、", ", ").join(_value(value) for value in found.examples)
    if found.clean is not None:
        yield say("正規表現（指摘なし）  ", "expression, no finding  ") + _cut(found.clean)
    if found.valid is not None:
        yield say("正規表現（エラーなし）", "expression, no error    ") + _cut(found.valid)
    yield ""
    yield say("規則（くわしい順）", "rules, the most specific first")
    yield columns(
        [(f"  {rule.id}", options.both(_SEVERITIES[rule.severity.label]), options.both(rule.title)) for rule in found.rules]
    ).rstrip()


def _standard(found: Model) -> Iterator[str]:
    yield f"{found.full_id}  {options.both(found.title)}"
    if found.family:
        yield options.both(found.family)
    yield ""
    if found.document:
        yield say("出典    ", "source    ") + _clause(Clause(found.document, found.section))
    if found.predecessor:
        yield say("前身    ", "follows   ") + found.predecessor
    if found.layout.encodings:
        yield say("文字コード  ", "encoding  ") + ", ".join(found.layout.encodings)
    yield say("見出し行  ", "header    ") + (say("あり", "yes") if found.layout.header else say("なし", "none"))
    yield ""
    yield say("項目（◎ 必須、○ 推奨、△ 条件付き）", "items (◎ mandatory, ○ recommended, △ conditional)")
    rows = []
    for item in found.fields:
        own = item.own_for("csv")
        form = options.both(own.words) if own else ""
        kind = item.codes if isinstance(item.codes, str) and item.codes else "・".join(item.codes) or item.kind
        rows.append((f"  {_MARKS[item.mark]}", item.name, item.label or item.en, kind, form))
    yield columns(rows).rstrip()


def _codelist(name: str) -> Iterator[str]:
    from ..codelists import codelist, codes
    from ..codelists.history import history

    found = codelist(name)
    yield f"{name}  {options.both(found.title)}"
    yield ""
    yield say("版      ", "version   ") + found.version
    yield say("出典    ", "source    ") + f"{found.source}（{found.licence}）"
    yield ""
    if name.endswith(HISTORY):
        yield columns([row for spans in history(name.removesuffix(HISTORY)).values() for row in map(_span, spans)]).rstrip()
        return
    dated = history(name)
    yield columns([(f"  {code}", label, _period(dated[code][-1]) if code in dated else "") for code, label in codes(name).items()]).rstrip()
    former = [spans for code, spans in dated.items() if code not in codes(name)]
    if former:
        yield ""
        yield say(f"過去のコードが {len(former):,}件あります", f"{len(former):,} former codes") + f": gif-validate explain {name}{HISTORY}"


def _span(span: Span) -> tuple[str, str, str, str]:
    return f"  {span.code}", span.name, _period(span), "→ " + " ".join(span.successors) if span.successors else ""


def _period(span: Span) -> str:
    begin = say(f"{span.valid_from} から", f"from {span.valid_from}") if span.valid_from else ""
    end = say(f"{span.valid_to} まで", f"until {span.valid_to}") if span.valid_to else ""
    return " ".join(filter(None, (begin, end)))
