"""The sources are the same bytes on every machine, whatever its Git is told to do with line ends."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest


@pytest.mark.skipif(not shutil.which("git"), reason="no git on this machine")
def test_lines_end_alike_in_every_copy(root, tmp_path):
    def git(folder, *arguments):
        settings = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(["git", *settings, *arguments], cwd=folder, env=environment, check=True, capture_output=True)

    (tmp_path / "one").mkdir()
    shutil.copy(root / ".gitattributes", tmp_path / "one")
    for name in ("a.md", "a.svg", "a.cff"):
        (tmp_path / "one" / name).write_bytes(b"a\nb\n")
    (tmp_path / "one/a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    for arguments in (["init"], ["add", "--all"], ["commit", "--message", "a"]):
        git(tmp_path / "one", *arguments)
    git(tmp_path, "clone", "-c", "core.autocrlf=true", "one", "other")
    for path in (tmp_path / "one").glob("a.*"):
        assert (tmp_path / "other" / path.name).read_bytes() == path.read_bytes()


def test_what_is_made_ends_its_lines_alike_on_every_system(root):
    """Python otherwise ends them as the system does, and only Windows would show it. What is one line has none."""
    for path in (root / "scripts/guide").rglob("*.py"):
        for call in re.findall(r"write_text\(.*", path.read_text("utf-8")):
            assert "newline=" in call or path.name == "__main__.py", f"{path}: {call}"
