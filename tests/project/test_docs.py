"""What the documents show is what happens."""

from __future__ import annotations

import doctest
import importlib
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from pkgutil import walk_packages

import pytest

import gif_validate
from gif_validate.catalogue.table import entries
from gif_validate.cli.app import run
from gif_validate.models.index import models
from gif_validate.parts import names as part_names
from tests.conftest import ROOT

READMES = ("README.md", "README.ja.md")


@pytest.mark.parametrize("name", READMES)
def test_the_run_shown_is_a_real_run(name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = re.findall(r"```console\n\$ gif-validate (.*?)\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    for command, output in shown:
        run(command.split())
        assert capsys.readouterr().out.rstrip("\n") == output.rstrip("\n")


@pytest.mark.parametrize("name", READMES)
def test_the_library_use_shown_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    values: dict[str, object] = {}
    exec(code, values)
    assert "False" in code
    assert values["report"].conforms is False  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", READMES)
def test_the_session_with_other_tools_is_a_real_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyshacl")
    monkeypatch.chdir(ROOT)
    text = (ROOT / name).read_text(encoding="utf-8")
    (session,) = re.findall(r"```pycon\n(.*?)```", text, re.DOTALL)
    example = doctest.DocTestParser().get_doctest(session, {}, name, name, 0)
    assert doctest.DocTestRunner().run(example).failed == 0
    ((command, output),) = re.findall(r"```console\n\$ pyshacl (.*?)\n(.*?)```", text, re.DOTALL)
    done = subprocess.run([sys.executable, "-m", "pyshacl", *command.split()], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == output.strip()


@pytest.mark.parametrize("name", READMES)
def test_what_is_counted_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    families = Counter(full_id.rpartition("/")[0] + "/" for full_id in models())
    families["gif/"] -= len([model for model in models().values() if model.tier == "core"])
    rows = [
        (re.findall(r"`([a-z0-9/-]+/)`", row), re.findall(r"[0-9]+", row.rpartition("|")[2]))
        for row in re.findall(r"\n\| (.*`.*) \|", text)
    ]
    said = {family: int(count) for names, counts in rows if len(names) == len(counts) for family, count in zip(names, counts, strict=True)}
    assert said == dict(families)
    assert f"{len(models())}" in text and f"{len(part_names())}" in text and f"{len(entries())}" in text


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_definitions_shown_in_the_guide_load(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "definitions.md").read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        path = tmp_path / f"{number}.yaml"
        path.write_text(block, encoding="utf-8")
        assert gif_validate.load_model(str(path)).fields


def test_every_source_of_data_is_named() -> None:
    sources = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    for model in models().values():
        assert f"`{model.document}`" in sources, model.document


def test_every_dependency_is_explained() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (block,) = re.findall(r"\ndependencies = \[(.*?)\]", project, re.DOTALL)
    for name in re.findall(r'"([A-Za-z-]+)', block):
        assert f"**{name.lower()}**" in text


@pytest.mark.parametrize(
    "name", [info.name for info in walk_packages(gif_validate.__path__, "gif_validate.") if info.name != "gif_validate.__main__"]
)
def test_docstrings_say_what_happens(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    assert doctest.testmod(module).failed == 0
