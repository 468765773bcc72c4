"""The code keeps its own style (pyproject.toml). Types and dead code are asked about by: python3 scripts/dev.py
lint."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_ruff_has_nothing_to_say():
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "--no-cache", "--quiet", "--output-format",
                           "concise"], cwd=ROOT,
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_has_its_place_in_the_order_of_imports():
    """A room that pyproject.toml does not name could import whatever it likes: import-linter (dev.py lint) would not
    know."""
    layers = (tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]["layers"])
    named = {room.strip() for layer in layers for room in layer.split("|")}
    rooms = [path for path in (ROOT / "scripts/guide").iterdir() if path.suffix == ".py"
             or (path / "__init__.py").exists()]
    assert named == {f"guide.{path.stem}" for path in rooms if path.name != "__init__.py"}


def test_no_fault_is_silenced_without_saying_which():
    """`# noqa` and `# type: ignore` name the rule they set aside; so does the reader's eye find the reason."""
    for folder in ("scripts", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                comment = line.rpartition("#")[2].strip()
                assert comment not in ("noqa", "type: ignore"), f"{path}:{number}"


def test_lines_of_tests_end_too():
    """ruff lets them be (pyproject.toml): a page or a line of JavaScript may be long. None is longer than it was."""
    long = [f"{path.name}:{number}" for path in sorted((ROOT / "tests").rglob("*.py"))
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if len(line) > 160]
    assert long == []
