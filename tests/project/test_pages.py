"""The pages built from the declarations: each thing has its page, links lead somewhere, what is printed is what happens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from markdown_it import MarkdownIt

from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.table import entries
from gif_validate.catalogue.text import show
from gif_validate.models.index import models
from gif_validate.parts import names, part
from tests.project.test_generated import script

CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(.*?)(?<!`)\1(?!`)")
BLOCKS = {"inline", "fence", "table_open", "table_close"} | {
    f"{block}_{end}"
    for block in ("heading", "paragraph", "bullet_list", "list_item", "thead", "tbody", "tr", "th", "td")
    for end in ("open", "close")
}
LINK = re.compile(r"(?<!\\)\[(?:\\.|[^\]\\])*\]\(([^)]*)\)")


@cache
def builder() -> ModuleType:
    """The script that builds the pages."""
    return script("docs/build")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages, built once."""
    found = tmp_path_factory.mktemp("pages")
    builder().main(found)
    return found


def prose(text: str) -> Iterator[str]:
    """The lines of a page without its fenced blocks."""
    fenced = False
    for line in text.split("\n"):
        if line.startswith("````"):
            fenced = not fenced
        elif not fenced:
            yield line


def span(value: str) -> str:
    """What a code span shows: the padding belongs to the notation."""
    return value[1:-1] if value.strip(" ") and value[0] == value[-1] == " " else value


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_everything_has_its_page(folder: Path, lang: str) -> None:
    for kind, known in (("rules", entries()), ("parts", names()), ("standards", models())):
        pages = {str(path.relative_to(folder / kind / lang))[:-3] for path in (folder / kind / lang).rglob("*.md")}
        assert pages == {*known, "index"}


def test_links_lead_somewhere(folder: Path) -> None:
    there = set(folder.rglob("*.md"))
    for path in there:
        for line in prose(path.read_text(encoding="utf-8")):
            for target in LINK.findall(CODE_SPAN.sub("", line)):
                assert (path.parent / target).resolve() in there, (path, target)


def test_nothing_acts_that_should_be_read(folder: Path) -> None:
    """A Markdown reader finds headings, lists, tables, links and code in the pages, and nothing else."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for path in folder.glob("*/ja/**/*.md"):
        text = path.read_text(encoding="utf-8")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text), path
        blocks = reader.parse(text)
        assert {block.type for block in blocks} <= BLOCKS, path
        for block in blocks:
            assert {each.type for each in block.children or ()} <= {"text", "code_inline", "link_open", "link_close"}, (path, block.content)


def test_tables_keep_their_columns(folder: Path) -> None:
    for path in folder.rglob("*.md"):
        columns = 0
        for line in prose(path.read_text(encoding="utf-8")):
            bars = len(re.findall(r"(?:\\.|[^|\\])*\|", line)) if line.startswith("|") else 0
            assert not (columns and bars) or columns == bars, (path, line)
            columns = bars


def test_examples_printed_are_what_happens(folder: Path) -> None:
    for name in names():
        good = False
        for line in prose((folder / f"parts/en/{name}.md").read_text(encoding="utf-8")):
            good = line == "## Good examples" if line.startswith("## ") else good
            if line.startswith("- `") and (match := CODE_SPAN.match(line, 2)):
                value = span(match[2])
                rule = re.match(r": \[(.*?)\]", line[match.end() :])
                if show(value, None) == value and not re.search("[<⏎…␠]", value):
                    fault = part(name).explain(value)
                    assert (fault is None) is good, (name, line)
                    assert fault is None or (rule is not None and rule[1] == fault.rule.id), (name, line)


def test_examples_of_rules_are_printed_with_their_finding(folder: Path) -> None:
    for rule in declared().values():
        text = (folder / f"rules/en/{rule.id}.md").read_text(encoding="utf-8")
        good, bad = (re.findall(r"^- .*", each, re.MULTILINE) for each in re.split("^## ", text, flags=re.MULTILINE)[2:4])
        assert len(good) == len(rule.good)
        assert len(bad) == len(rule.bad)
        judged = sum(1 for value in rule.bad if (rule.look if isinstance(value, str) else rule.compare))
        assert sum(1 for line in bad if re.search(r": (error|warning|info) ", line)) == judged, rule.id


def test_reasons_stand_on_the_page(folder: Path) -> None:
    for entry in entries().values():
        if entry.state == "undecidable":
            text = (folder / f"rules/en/{entry.id}.md").read_text(encoding="utf-8")
            assert "Why no program can decide it: " in text


def test_a_wrong_example_stops_the_run() -> None:
    rule = declared()["GIF-DATE-001"]
    with pytest.raises(ValueError, match="no bad example"):
        builder().rule_example(rule, "2017-09-01", good=False)
    with pytest.raises(ValueError, match="no good example"):
        builder().rule_example(rule, "x", good=True)


@pytest.mark.parametrize(
    ("value", "markdown"),
    [("a`b", "``a`b``"), ("`", "`` ` ``"), (" a", "`  a `"), ("a\x07\u202e", "`a<U+0007><U+202E>`"), ("", '""'), ("  ", "␠␠")],
)
def test_values_as_code(value: str, markdown: str) -> None:
    assert builder().code(value) == markdown


def test_bars_in_tables() -> None:
    assert builder().cell("a|b") == r"`a\|b`"
    assert builder().cell("a\\|b") == r"a\\\|b"
    assert builder().escaped("1. x <b> [y](z) - |") == r"1\. x \<b\> \[y\](z) - \|"


def test_rules_that_a_decision_names() -> None:
    named = builder().named
    assert list(named("GIF-GEO-007, -008")) == ["GIF-GEO-007", "GIF-GEO-008"]
    assert list(named("GIF-PERIOD-002 … 005")) == ["GIF-PERIOD-002", "GIF-PERIOD-003", "GIF-PERIOD-004", "GIF-PERIOD-005"]
    assert list(named("GIF-ADDR-020 … 023, 027, 028")) == [f"GIF-ADDR-{each:03}" for each in (20, 21, 22, 23, 27, 28)]
    assert "GIF-ROMA-001" in named("GIF-ROMA-*, GIF-ADEN-001")
    assert list(named("MESH-001")) == ["MESH-001"]
    assert list(named("–")) == []
