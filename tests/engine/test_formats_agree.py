"""The same record in CSV, JSON, XML and RDF gets the same findings: rule and path without indexes."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gif_validate.catalogue.report import FileReport
from gif_validate.codelists import codes
from gif_validate.engine.documents.recognise import core_classes
from gif_validate.engine.documents.spelling import CODE, LABEL, Step, steps
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.models.index import model as by_id
from gif_validate.models.model import Field, Model
from gif_validate.readers.source import Source

Tree = dict[str, list[Any]]
"""Step → its occurrences, texts or trees."""

MODELS = {model.id: model for model in core_classes()}
FEW = settings(max_examples=max(4, settings().max_examples // 10))
WRONG = (
    "2017-9-1",
    "２０１７",
    "102-0094",
    "東京",
    "あいう",
    "x",
    "ﾔﾏﾀﾞ",
    "090-1234-5678",
    "9",
    "24:30",
    "http://xxx",
    "2000-01-01",
    "1020094",
)
ONE_FORMAT_ONLY = {"GIF-CNF-006", "GIF-STR-002", "GIF-CHAR-027", "GIF-DTM-001", "GIF-PERIOD-001"}
"""What only XML has, and what is said of whole columns."""


def leaf(item: Field) -> st.SearchStrategy[str]:
    """A value of an item: a right one more often than a wrong one."""
    right = [item.example] if item.example else ["きおい"]
    if isinstance(item.codes, str) and item.codes:
        right += sorted(code for code in codes(item.codes) if code)[:3]
    return st.one_of(st.sampled_from(right), st.sampled_from(right), st.sampled_from(WRONG))


@st.composite
def trees(draw: st.DrawFn, model: Model, depth: int = 0) -> Tree:
    tree: Tree = {}
    for step in steps(model).values():
        needed = step.item.mark in {"must", "conditional"}
        if not draw(st.integers(0, 9)) < (8 if needed else 2):
            continue
        count = draw(st.sampled_from((1, 1, 1, 2))) if step.item.most != 1 else 1
        if step.item.model:
            if depth < 2:
                below = [inner for _ in range(count) if (inner := draw(trees(by_id(step.item.model), depth + 1)))]
                if below:
                    tree[step.name] = below
        elif step.inner:
            code = draw(leaf(step.inner[CODE]))
            label = draw(st.sampled_from(("", "日本", "女性")))
            tree[step.name] = [{CODE: [code]} | ({LABEL: [label]} if label else {})]
        else:
            tree[step.name] = list(dict.fromkeys(draw(leaf(step.item)) for _ in range(count)))
    return tree


def below(model: Model, step: Step) -> Model | None:
    return by_id(step.item.model) if step.item.model else None


def as_csv(model: Model, tree: Tree) -> bytes:
    cells = dict(flattened(tree))
    for step in list(steps(model).values()):
        inner = below(model, step)
        for item in inner.marked("must") if inner is not None and step.item.mark == "must" else ():
            cells.setdefault(f"{step.name}_{item.name}", "")
        if not step.item.model and (step.item.mark == "must" or len(cells) < 3) and not step.item.empty:
            cells.setdefault(f"{step.name}_{CODE}" if step.inner else step.name, "")
    out = io.StringIO()
    csv.writer(out).writerows([list(cells), list(cells.values())])
    return out.getvalue().encode()


def flattened(tree: Tree, above: str = "") -> Iterator[tuple[str, str]]:
    for name, held in tree.items():
        for number, each in enumerate(held, 1):
            header = above + name + (f"_{number}" if number > 1 else "")
            if isinstance(each, dict):
                yield from flattened(each, header + "_")
            else:
                yield header, each


def english(model: Model, step: Step) -> str:
    return model.name_in("json", step.item).partition("/")[0]


def as_json(model: Model, tree: Tree) -> bytes:
    return json.dumps([as_object(model, tree)], ensure_ascii=False).encode()


def as_object(model: Model, tree: Tree) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, held in tree.items():
        step = steps(model)[name]
        inner = below(model, step)
        if inner is not None:
            values = [as_object(inner, each) for each in held]
        elif step.inner:
            values = [{{CODE: "code", LABEL: "value"}[key]: text[0] for key, text in each.items()} for each in held]
        else:
            values = held
        made[english(model, step)] = values[0] if len(values) == 1 else values
    return made


def as_xml(model: Model, tree: Tree) -> bytes:
    name = "".join(word.capitalize() for word in model.id.rpartition("/")[2].split("-"))
    opened = f'<{name} xmlns="urn:x-gif:pd:" xmlns:pcd="urn:x-gif:pcd:">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opened}{elements(model, tree)}</{name}>'.encode()


def elements(model: Model, tree: Tree) -> str:
    made = []
    for name, held in tree.items():
        step = steps(model)[name]
        inner = below(model, step)
        for each in held:
            if inner is not None:
                content = elements(inner, each)
            elif step.inner:
                tags = {CODE: "pcd:code", LABEL: "pcd:value"}
                content = "".join(f"<{tags[key]}>{escape(text[0])}</{tags[key]}>" for key, text in each.items())
            else:
                content = escape(each)
            made.append(f"<{english(model, step)}>{content}</{english(model, step)}>")
    return "".join(made)


def as_turtle(model: Model, tree: Tree) -> bytes:
    name = "".join(word.capitalize() for word in model.id.rpartition("/")[2].split("-"))
    head = "@prefix pd: <urn:x-gif:pd:> .\n@prefix pcd: <urn:x-gif:pcd:> .\n"
    return f"{head}[] a pd:{name} {statements(model, tree)} .\n".encode()


def statements(model: Model, tree: Tree) -> str:
    made = ""
    for name, held in tree.items():
        step = steps(model)[name]
        inner = below(model, step)
        for each in held:
            if inner is not None:
                value = f"[ {statements(inner, each).removeprefix('; ')} ]"
            elif step.inner:
                terms = {CODE: "pcd:code", LABEL: "pcd:value"}
                value = "[ " + "; ".join(f"{terms[key]} {json.dumps(text[0], ensure_ascii=False)}" for key, text in each.items()) + " ]"
            else:
                value = json.dumps(each, ensure_ascii=False)
            made += f"; pd:{english(model, step)} {value}"
    return made


def as_jsonld(model: Model, tree: Tree) -> bytes:
    name = "".join(word.capitalize() for word in model.id.rpartition("/")[2].split("-"))
    return json.dumps({"@context": "urn:x-gif:context", "@type": name, **as_object(model, tree)}, ensure_ascii=False).encode()


WRITERS: dict[str, Callable[[Model, Tree], bytes]] = {
    "csv": as_csv,
    "json": as_json,
    "xml": as_xml,
    "ttl": as_turtle,
    "jsonld": as_jsonld,
}


def checked(model: Model, data: bytes, suffix: str) -> FileReport:
    return check_file(Source.of_bytes(data, f"a.{suffix}"), Options(model))


def said(report: FileReport) -> Counter[tuple[str, str]]:
    return Counter(
        (finding.rule.id, finding.path or "")
        for finding in report.findings
        if finding.rule.id not in ONE_FORMAT_ONLY and not finding.rule.id.startswith(("TABLE-", "FILE-"))
    )


@pytest.mark.parametrize("name", MODELS)
def test_formats_agree(name: str) -> None:
    model = MODELS[name]

    @FEW
    @given(trees(model))
    def agree(tree: Tree) -> None:
        if not tree:
            return
        found = {suffix: checked(model, write(model, tree), suffix) for suffix, write in WRITERS.items()}
        first = said(found["json"])
        for suffix, report in found.items():
            assert said(report) == first, (
                suffix,
                said(report) - first,
                first - said(report),
                json.dumps(as_object(model, tree), ensure_ascii=False),
            )
            assert report.levels["LV1"] == found["json"].levels["LV1"], suffix

    agree()


def printed(model: Model, depth: int = 0) -> Tree:
    """The examples that the data model prints, as one record."""
    tree: Tree = {}
    for step in steps(model).values():
        inner = below(model, step)
        if inner is not None:
            wanted = step.item.mark in {"must", "conditional"} or (depth == 0 and inner is not model)
            if wanted and depth < 4 and (each := printed(inner, depth + 1)):
                tree[step.name] = [each]
        elif step.inner:
            tree[step.name] = [{key: [item.example] for key, item in step.inner.items() if item.example}]
        elif step.item.example:
            tree[step.name] = [step.item.example]
    return tree


CONTRADICTIONS: dict[str, set[str]] = {
    "gif/building": {"GIF-BLD-006", "GIF-CHAR-008", "GIF-CONT-002", "GIF-EQP-002"},
    "gif/equipment": {"GIF-BLD-006", "GIF-CHAR-008", "GIF-CONT-002", "GIF-EQP-002", "GIF-FAC-005"},
    "gif/event": {"GIF-EVT-008", "GIF-FAC-005"},
    "gif/facility": {"GIF-CONT-002", "GIF-EQP-002", "GIF-FAC-005"},
    "gif/legal-entity": {"GIF-ORG-015"},
    "gif/other-building-structure": {"GIF-BLD-006", "GIF-CHAR-008", "GIF-CONT-002", "GIF-EQP-002", "GIF-FAC-007"},
}
"""What the printed examples contradict when they stand in one record; docs/decisions.md says why."""


@pytest.mark.parametrize("name", MODELS)
def test_printed_examples_are_judged_alike(name: str) -> None:
    model = MODELS[name]
    for suffix, write in WRITERS.items():
        found = said(checked(model, write(model, printed(model)), suffix))
        assert {rule for rule, _ in found} == CONTRADICTIONS.get(name, set()), suffix
