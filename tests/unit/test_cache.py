"""What is kept is made again when anything it is made of is another, and never shown otherwise."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from subprocess import run

import pytest
from guide.content.cache import Cache


def files(folder: Path, kind: str) -> set[str]:
    return {path.name for path in (folder / ".cache" / kind).glob("*")}


def test_a_thing_is_made_once(tmp_path):
    made = []

    def make() -> bytes:
        made.append(1)
        return b"thing"

    assert [Cache(tmp_path).kept("things", ("a", 1), make) for _ in range(2)] == [b"thing"] * 2
    assert Cache(tmp_path).kept("things", ("a", 2), make) == b"thing" and Cache(tmp_path).kept("others", ("a", 1), make)
    assert len(made) == 3


def test_what_a_disk_lost_is_made_again(tmp_path):
    Cache(tmp_path).put("things", "a", "thing")
    path = next((tmp_path / ".cache/things").iterdir())
    for damaged in (b"", path.read_bytes()[:-1]):
        path.write_bytes(damaged)
        assert Cache(tmp_path).get("things", "a") is None
    assert Cache(tmp_path).kept("things", "a", lambda: "thing") == "thing"


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / ".cache").write_text("a file")
    cache = Cache(tmp_path)
    assert cache.kept("things", "a", lambda: "thing") == "thing"
    cache.tidy()


def test_what_nobody_asks_for_goes_in_time(tmp_path):
    cache = Cache(tmp_path)
    for name in ("old", "of use"):
        cache.put("things", name, "thing")
    for path in (tmp_path / ".cache/things").iterdir():
        os.utime(path, (0, 0))
    assert cache.get("things", "of use") == "thing"
    cache.tidy()
    assert cache.get("things", "old") is None and cache.get("things", "of use") == "thing"


DRAW = """
import sys
from pathlib import Path
root = Path(sys.argv[1])
sys.path.insert(0, str(root / "scripts"))
from guide.content.project import load
from guide.publish import cards
project = load(root, ("fr", "en"), "fr", "https://guide.example/", {})
project.pages = [page for page in project.pages if page.name in ("faq.md", "sources.md") and page.language == "en"]
cards.write(project, root / "site")
"""
CHANGES = {
    "a word": ("docs/en/faq.md", rb"^title: ", b"title: ZQ "),
    "a colour": ("overrides/assets/css/tokens.css", rb"(--paper: light-dark\()#\w+", rb"\g<1>#abcdef"),
    "a font": ("overrides/assets/fonts/commissioner-500.ttf", None, "overrides/assets/fonts/commissioner-700.ttf"),
    "a function": ("scripts/guide/publish/drawing.py", rb"^TOP, END = 132", b"TOP, END = 100"),
    "the wordmark": ("overrides/assets/fonts/wordmark-say-no.png", None,
                     "overrides/assets/fonts/wordmark-dire-non.png"),
}


@pytest.fixture(scope="module")
def drawn(root, tmp_path_factory) -> Path:
    """A guide of four pages, two of whose cards are drawn by a copy of the code."""
    folder = tmp_path_factory.mktemp("cards")
    for name in ("overrides", "scripts", "docs/strings", "docs/records/schema"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / "tests/data/third-language/docs", folder / "docs", dirs_exist_ok=True)
    shutil.copy(root / "mkdocs.yml", folder)
    draw(folder)
    return folder


def draw(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    done = run([sys.executable, "-c", DRAW, str(folder)], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_card_is_drawn_again_when_it_is_made_of_something_else_and_only_then(drawn):
    """One change after the other; with all of them undone, the cards of before are there and nothing is drawn."""
    card = drawn / "site/cards/faq.en.png"
    first, before, originals = card.read_bytes(), files(drawn, "cards"), {}
    assert len(before) == 2
    for change, (path, pattern, new) in CHANGES.items():
        originals[path] = (drawn / path).read_bytes()
        changed = re.sub(pattern, new, originals[path], flags=re.M) if pattern else (drawn / new).read_bytes()
        assert changed != originals[path], change
        (drawn / path).write_bytes(changed)
        last, known = card.read_bytes(), files(drawn, "cards")
        draw(drawn)
        assert len(files(drawn, "cards") - known) == (1 if change == "a word" else 2), change
        assert card.read_bytes() != last, change
    known = files(drawn, "cards")
    for path, original in originals.items():
        (drawn / path).write_bytes(original)
    draw(drawn)
    assert card.read_bytes() == first and files(drawn, "cards") == known
