"""What the documents show is what happens."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path
from pkgutil import walk_packages

import pytest

import gif_validate
from gif_validate.cli.app import run
from gif_validate.models.index import models

from .conftest import ROOT

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
