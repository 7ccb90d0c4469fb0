"""What every schema language needs to know of a standard: the values of its items, its classes, and what stays unsaid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache

from ..catalogue.documents import DOCUMENTS
from ..catalogue.rule import Severity
from ..catalogue.text import Text
from ..codelists import codelist, codes
from ..models.basis import is_weak
from ..models.index import model as by_id
from ..models.model import Field, Model, Pattern
from ..parts import Part, part

Lookup = Callable[[str], Model]
BASE = "urn:x-gif:pd:"
"""The namespace of the items: GIF has published none."""
CODES = "urn:x-gif:pcd:"
"""The namespace of a code and its label."""
NUMERIC = {"integer", "decimal", "latitude", "longitude", "elevation"}
"""Kinds of value that JSON may hold as numbers."""
_BY_COORDINATES = ("連結表記", "代表点の緯度", "代表点の経度")
_REFERENCE = ("座標参照系", "座標参照系コード")
_ANY_TEXT = {"text", "free_text"}
_ANY_VALUE = next(each.default for each in fields(Part) if each.name == "valid_too")
_TO_ESCAPE = re.compile(r"[\\.^$*+?()\[\]{}|]")


@dataclass(frozen=True, slots=True)
class Value:
    """What an item may hold where it is not empty.

    What causes no error matches every one of ``regexes``; what causes no finding matches ``clean`` (None: no expression says so).
    ``codes`` are the codes of its list with their labels, None where it has no list.
    """

    regexes: tuple[str, ...]
    clean: str | None
    codes: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """One name of an item in the data: for a nested class also with the suffix of a mandatory pattern."""

    name: str
    pattern: str = ""


def value_of(model: Model, item: Field, serialisation: str) -> Value:
    """The values of an item in one serialisation (``json``, ``xml``, ``rdf``, ``csv``).

    The form that a core class prescribes (LV2) holds in all of them, beside that of the kind of value.

    >>> value_of(by_id("gif/address"), by_id("gif/address").field("町字ID"), "json").regexes
    ('[0-9]{7}',)
    """
    listed = codes_of(item, model)
    if listed is not None:
        return Value((), None, listed)
    own = item.own_for(serialisation)
    if own is not None:
        regex = _many(own.regex, item)
        return Value((), regex, None) if is_weak(model.basis_of_form(item)) else Value((regex,), None, None)
    kind = part(item.kind)
    if is_weak(model.basis_of_kind(item)):
        return Value((), _many(kind.clean, item) if kind.has_regex_only and kind.clean else None, None)
    lv2 = item.own_for("LV2") if model.gif and model.tier == "core" else None
    if lv2 is not None:
        return Value((_many(lv2.regex, item), *([_many(kind.valid, item)] if kind.valid else [])), None, None)
    clean = kind.clean if kind.has_regex_only and kind.clean != kind.valid and model.basis_of(item) != "unknown" else None
    return Value((_many(kind.valid, item),) if kind.valid else (), _many(clean, item) if clean else None, None)


def codes_of(item: Field, model: Model | None = None) -> Mapping[str, str] | None:
    """Code → label of an item whose list is known officially; None where it has none."""
    basis = model.basis_of_codes(item) if model else item.codes_basis or "official"
    if not item.codes or is_weak(basis) or item.separator:
        return None
    listed = dict.fromkeys(item.codes, "") if isinstance(item.codes, tuple) else codes(item.codes)
    return dict.fromkeys(item.unknown, "") | dict(listed)


def _many(regex: str, item: Field) -> str:
    """The expression for a cell with several values, and with the values that say "unknown"."""
    for value in item.unknown:
        regex = f"({regex}|{escaped(value)})"
    return f"({regex})({escaped(item.separator)}({regex})){{0,}}" if item.separator else regex


def escaped(text: str) -> str:
    """A text as an expression that matches just it, in the subset that five engines share."""
    # XSD knows no escape for the dollar sign.
    return _TO_ESCAPE.sub(lambda match: "[$]" if match[0] == "$" else "\\" + match[0], text)


def or_empty(regex: str) -> str:
    """The expression that accepts the empty text as well: an empty value says that nothing is given.

    >>> or_empty("[0-9]{7}")
    '([0-9]{7}){0,1}'
    """
    return f"({regex}){{0,1}}"


def is_must(model: Model, item: Field) -> bool:
    """True for an item whose absence is an error."""
    return item.mark == "must" and model.basis_of(item) == "official"


def class_name(model: Model) -> str:
    """The English name of a class, as XML and RDF write it (``LegalEntity``)."""
    return "".join(word.capitalize() for word in model.id.rpartition("/")[2].split("-"))


def classes(model: Model, lookup: Lookup = by_id) -> tuple[Model, ...]:
    """The class and all that it refers to, each once, itself first."""
    found = {model.id: model}
    pending = [model]
    while pending:
        for item in pending.pop().fields:
            if item.model and item.model not in found:
                found[item.model] = lookup(item.model)
                pending.append(found[item.model])
    first, *others = found.values()
    return (first, *sorted(others, key=lambda each: each.id))


def prefixes(whole: tuple[Model, ...], namespace: str) -> dict[str, str]:
    """Prefix → namespace of the items: that of GIF's own items is given, others (``ad``, ``fn`` …) follow its default."""
    used = {each.prefix for each in whole} | {
        each.name_in("rdf", item).partition(":")[0] for each in whole for item in each.fields if item.rdf
    }
    others = {name: f"urn:x-gif:{name}:" for name in sorted(used - {"", "pd", "pcd"})}
    return {"pd": namespace, "pcd": CODES} | others


def prefix_of(model: Model) -> str:
    """The prefix of a class: that of its items."""
    return model.prefix or "pd"


def spellings(name: str, item: Field, lookup: Lookup = by_id) -> tuple[Spelling, ...]:
    """The names that an item may have in the data: the plain one, and one for each mandatory pattern of its class."""
    patterns = lookup(item.model).patterns if item.model else ()
    return (Spelling(name), *(Spelling(f"{name}_{pattern.id}", pattern.id) for pattern in patterns))


def wanted(model: Model, pattern: str) -> tuple[Pattern, ...]:
    """The mandatory patterns of which one must be met: the declared one, or all of the class. ValueError for one that it has not."""
    if not pattern:
        return model.patterns
    found = tuple(each for each in model.patterns if each.id == pattern)
    if not found:
        raise ValueError(f"{model.full_id} has no mandatory pattern {pattern}")
    return found


def ways(model: Model, pattern: str = "") -> tuple[Pattern, ...]:
    """What a record may meet: the declared pattern, or any of the class; for an address also the form by coordinates (DS-433 §1.4)."""
    found = wanted(model, pattern)
    if pattern or not {*_BY_COORDINATES, *_REFERENCE} <= {item.name for item in model.fields} or not found:
        return found
    return (*found, *(Pattern("DS-433 §1.4", (*_BY_COORDINATES, each)) for each in _REFERENCE))


def is_labelled(item: Field) -> bool:
    """True for a code that has its label beside it, one step deeper."""
    return item.path.endswith("/コード") and bool(item.codes)


def json_steps(model: Model, item: Field) -> tuple[str, ...]:
    """The names that lead to an item in JSON: one, or more where it stands in a group that is no class of its own.

    >>> json_steps(by_id("gif/address"), by_id("gif/address").field("国"))
    ('country', 'code')
    """
    if item.json or item.path.endswith(("/コード", "/名称")):
        return tuple(model.name_in("json", item).split("/"))
    if item.path and model.kind == "model":
        return tuple(item.plain_path.split("/"))
    return (model.name_in("json", item),)


def title_of(item: Field) -> Text:
    """The name of an item in both languages."""
    return Text(item.label or item.name, item.en or item.name)


def said(model: Model) -> Text:
    """What the export is of, with its source."""
    document = DOCUMENTS[model.document].title if model.document else Text("", "")
    section = f" {model.section}" if model.section else ""
    return Text(f"{model.title.ja}（{model.full_id}）。出典：{document.ja}{section}", f"{model.title.en} ({model.full_id}), {document.en}")


def unsaid(model: Model, serialisation: str, *, whole: tuple[Model, ...] = ()) -> Iterator[Text]:
    """What no schema language of the usual kind says of a standard; ``whole`` are the classes of the export."""
    whole = whole or (model,)
    yield from _beyond_expressions(whole, serialisation)
    rules = sorted({rule for each in whole for rule in each.rules})
    if rules:
        yield Text(f"項目どうしの整合（{'、'.join(rules)}）", f"what the items say together ({', '.join(rules)})")
    if any(each.agreements for each in whole):
        yield Text("前後や対になる項目の整合（開始と終了、コードと名称など）", "order and pairs of items (start and end, code and name …)")
    if any(each.keys or each.references for each in whole):
        yield Text(
            "レコード間の検査（IDの重複、参照先の有無、参照の循環）", "checks across records (same id twice, missing targets, loops)"
        )
    yield Text(
        "警告と情報の指摘（この書き出しは、誤り（error）とする値だけを退ける）",
        "warnings and notices: only what is an error is refused",
    )
    weak = {item.name for each in whole for item in each.fields if _is_weak(each, item)}
    if weak:
        yield Text(
            f"公式に確かめられない書式・選択肢（{'、'.join(sorted(weak))}）", f"forms not seen officially ({', '.join(sorted(weak))})"
        )


def _is_weak(model: Model, item: Field) -> bool:
    """True where the code list, the form or the kind of an item was not seen officially."""
    if item.codes:
        return is_weak(model.basis_of_codes(item))
    return is_weak(model.basis_of_form(item) if item.own else model.basis_of_kind(item)) and (bool(item.own) or item.kind not in _ANY_TEXT)


def _beyond_expressions(whole: tuple[Model, ...], serialisation: str) -> Iterator[Text]:
    """The kinds of value of which an expression says less than the check: check digits, repertoires."""
    kinds: dict[str, None] = {}
    for each in whole:
        for item in each.fields:
            if not item.model and codes_of(item, each) is None and item.own_for(serialisation) is None and _has_more(item.kind):
                kinds.setdefault(item.kind)
    if kinds:
        titles = [part(kind).title for kind in kinds]
        rules = sorted(
            {rule.id for kind in kinds for rule in part(kind).rules if rule.severity is Severity.ERROR and rule.about == "truth"}
        )
        which = f": {', '.join(rules)}" if rules else ""
        yield Text(
            f"値の種類 {'、'.join(title.ja for title in titles)} の、正規表現では書けない検査（検査数字、使えない文字など{which}）",
            f"what no expression says of {', '.join(title.en for title in titles)} (check digits, characters that are not allowed{which})",
        )


@cache
def _has_more(kind: str) -> bool:
    return part(kind).valid_too is not _ANY_VALUE


def list_title(item: Field) -> Text | None:
    """The title of an item's code list; None where it has none, or lists its values itself."""
    return codelist(item.codes).title if isinstance(item.codes, str) and item.codes else None
