"""The house keeps its measure: one finds one's way in folders that are not halls."""

from __future__ import annotations

from collections import Counter

from tests.conftest import ROOT

PACKAGE = ROOT / "gif_validate"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_no_folder_is_a_hall() -> None:
    sizes = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    assert {str(folder.relative_to(ROOT)): size for folder, size in sizes.items() if size > 25} == {}


def test_no_module_is_over_400_lines() -> None:
    lines = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {path: count for path, count in lines.items() if count > 400} == {}


def test_every_room_says_what_it_is_for() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.parent.relative_to(PACKAGE) for path in MODULES} - {PACKAGE.relative_to(PACKAGE)}
    assert [str(room) for room in sorted(rooms) if f"`{room}/`" not in architecture and f"`{room.name}/`" not in architecture] == []
