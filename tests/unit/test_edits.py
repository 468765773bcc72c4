"""Several files change together or not at all."""

from __future__ import annotations

import os

import pytest
from guide.desk.edits import Edits


def test_files_are_written_moved_and_removed_together(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/old.md").write_text("old", "utf-8")
    edits = Edits(tmp_path)
    edits.remove("a/old.md")
    edits.write("b/new.md", "new\n")
    assert edits.read("b/new.md") == "new\n" and not (tmp_path / "b").exists()
    edits.apply()
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == ["b", "b/new.md"]


def test_a_file_that_keeps_its_text_is_not_touched(tmp_path):
    (tmp_path / "same.md").write_text("same", "utf-8")
    edits = Edits(tmp_path)
    edits.write("same.md", "same")
    assert edits.texts == {}


def test_when_one_cannot_be_written_none_is(tmp_path, monkeypatch):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("before", "utf-8")
    edits = Edits(tmp_path)
    edits.write("a.md", "after")
    edits.write("b.md", "after")
    edits.write("c.md", "after")
    replace = os.replace

    def fails(source, target):
        if str(target).endswith("b.md"):
            raise OSError(28, "No space left on device", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(OSError, match="No space left"):
        edits.apply()
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"a.md": "before", "b.md": "before"}
