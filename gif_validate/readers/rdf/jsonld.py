"""JSON-LD before a parser sees it: contexts looked up among those at hand (never fetched), and every value marked with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..json.scan import Faulty, Number, Value
from .marks import mark
from .rules import is_iri
from .statement import XSD

Contexts = Mapping[str, Any]
"""Address of a context → the context, as JSON."""

_UNMARKED = {"@id", "@type", "@language", "@index", "@direction", "@version", "@context", "@base", "@vocab", "@reverse", "@import"}


@dataclass(slots=True)
class Prepared:
    """A document ready to be parsed, and what its marks stand for."""

    data: Any = None
    steps: list[tuple[str, ...]] = field(default_factory=list)
    """Mark → the way to the value."""
    kinds: list[str] = field(default_factory=list)
    """Mark → datatype of a number or boolean, ``faulty``, or nothing for a string."""
    remote: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Contexts that are not at hand, and where they are named."""
    no_iris: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Values of ``@id`` that are no IRIs, and the ways to them."""
    ids: set[str] = field(default_factory=lambda: {"@id"})
    """Names that mean ``@id``."""
    meant: set[str] = field(default_factory=set)
    """Names that the contexts exclude on purpose, or whose values are no literals."""


def prepare(value: Value, contexts: Contexts, *, marking: bool = True) -> Prepared:
    """Puts contexts in their place and marks every value that is a literal."""
    prepared = Prepared()
    data = _with_contexts(value, contexts, prepared, ())
    for context in _contexts(data):
        _note_terms(context, prepared)
    prepared.data = _marked(data, prepared, (), marking)
    return prepared


def _with_contexts(value: Value, contexts: Contexts, prepared: Prepared, steps: tuple[str, ...]) -> Any:
    """The value with the contexts themselves instead of their addresses."""
    if isinstance(value, dict):
        return {name: _member(name, held, contexts, prepared, (*steps, name)) for name, held in value.items()}
    if isinstance(value, list):
        return [_with_contexts(item, contexts, prepared, (*steps, str(number))) for number, item in enumerate(value)]
    return value


def _member(name: str, held: Value, contexts: Contexts, prepared: Prepared, steps: tuple[str, ...]) -> Any:
    if name == "@import":
        prepared.remote.append((held if isinstance(held, str) else "", steps))
        return None
    if name != "@context":
        return _with_contexts(held, contexts, prepared, steps)
    if isinstance(held, list):
        return [_context(item, contexts, prepared, (*steps, str(number))) for number, item in enumerate(held)]
    return _context(held, contexts, prepared, steps)


def _context(held: Value, contexts: Contexts, prepared: Prepared, steps: tuple[str, ...]) -> Any:
    if not isinstance(held, str):
        return plain(_with_contexts(held, contexts, prepared, steps))
    if held not in contexts:
        prepared.remote.append((held, steps))
        return {}
    found = contexts[held]
    return found.get("@context", found) if isinstance(found, dict) else found


def plain(value: Any) -> Any:
    """A value as the json module would give it."""
    if isinstance(value, dict):
        return {name: plain(held) for name, held in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, Number):
        return float(value.text) if set(value.text) & set(".eE") or len(value.text) > 400 else int(value.text)
    return value.text if isinstance(value, Faulty) else value


def _contexts(data: Any) -> Iterator[dict[str, Any]]:
    """Every context of the document, those of single terms among them."""
    pending = [data]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending += value
        elif isinstance(value, dict):
            context = value.get("@context")
            yield from (item for item in (context if isinstance(context, list) else [context]) if isinstance(item, dict))
            pending += value.values()


def _note_terms(context: dict[str, Any], prepared: Prepared) -> None:
    """Notes the names whose values must not be marked: aliases of keywords, references, names left out on purpose."""
    for name, definition in context.items():
        meaning = definition.get("@id", name) if isinstance(definition, dict) else definition
        kind = definition.get("@type") if isinstance(definition, dict) else None
        reverse = isinstance(definition, dict) and "@reverse" in definition
        if meaning is None or (isinstance(meaning, str) and meaning in _UNMARKED) or kind in ("@id", "@vocab", "@json") or reverse:
            prepared.meant.add(name)
        if meaning == "@id" and name != "@id":
            prepared.ids.add(name)


def _marked(data: Any, prepared: Prepared, steps: tuple[str, ...], marking: bool) -> Any:
    if isinstance(data, dict):
        prepared.no_iris += [
            (held, (*steps, name))
            for name, held in data.items()
            if name in prepared.ids and isinstance(held, str) and not is_iri(held) and "@context" not in steps
        ]
        return {
            name: plain(held) if _is_bare(name, held, prepared.meant) else _marked(held, prepared, (*steps, name), marking)
            for name, held in data.items()
        }
    if isinstance(data, list):
        return [_marked(item, prepared, (*steps, str(number)), marking) for number, item in enumerate(data)]
    if data is None:
        return None
    if not marking:
        return plain(data)
    prepared.steps.append(steps)
    prepared.kinds.append(_kind(data))
    return _lexical(data) + mark(len(prepared.steps) - 1)


def _is_bare(name: str, held: Any, meant: set[str]) -> bool:
    """True for a member that is left as it is."""
    return name in _UNMARKED or (name in meant and not _holds(held))


def _holds(held: Any) -> bool:
    """True for a value that is, or may hold, objects: their members are marked in their own right."""
    return isinstance(held, dict) or (isinstance(held, list) and any(isinstance(item, dict) for item in held))


def _kind(data: Any) -> str:
    if isinstance(data, Number):
        return XSD + ("double" if set(data.text) & set(".eE") else "integer")
    if isinstance(data, bool):
        return XSD + "boolean"
    return "faulty" if isinstance(data, Faulty) else ""


def _lexical(data: Any) -> str:
    if isinstance(data, bool):
        return "true" if data else "false"
    return data if isinstance(data, str) else str(data.text)
