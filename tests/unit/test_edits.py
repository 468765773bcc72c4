"""Several files change together."""

from __future__ import annotations

from guide.desk.new import Edits


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
