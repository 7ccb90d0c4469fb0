"""What is generated is what the sources give."""

from __future__ import annotations

import importlib.util
from types import ModuleType

from gif_validate.models.index import definitions, models
from tests.conftest import ROOT


def script(path: str) -> ModuleType:
    """A script of the checkout as a module."""
    spec = importlib.util.spec_from_file_location(path.replace("/", "_"), ROOT / f"{path}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_are_not_stale() -> None:
    for path, text in script("shapes/build").generated().items():
        assert path.read_text(encoding="utf-8") == text, f"{path} is stale: run python shapes/build.py"


def test_index_loads_what_the_definitions_say() -> None:
    for definition in definitions():
        assert models()[definition.full_id] == definition


def test_repertoire_file_is_what_the_codec_gives() -> None:
    cells = script("codelists/build/repertoires").cells()
    singles, sequences = (ROOT / "gif_validate/characters/jisx0213.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(cell for cell in cells if len(cell) == 1) == list(singles)
    assert sorted(cell for cell in cells if len(cell) > 1) == sequences.split(" ")
