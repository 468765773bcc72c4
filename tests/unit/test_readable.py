"""A file that cannot be read, whatever stands in its place, is one line of any command, and no traceback."""

from __future__ import annotations

import pytest
from guide import __main__ as commands
from guide.content.faults import GuideError
from guide.content.languages import languages
from guide.rules.configuration import sound

CONFLICT = b"nav:\n<<<<<<< HEAD\n  - one.md\n=======\n  - two.md\n>>>>>>> branch\n"


def break_it(guide, path: str, how: str | bytes) -> None:
    target = guide.root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    if isinstance(how, bytes):
        target.write_bytes(how)
    elif how == "folder":
        target.mkdir()
    elif how == "link":
        target.symlink_to("/no/such/place")


@pytest.mark.parametrize("command", sorted(commands.COMMANDS))
def test_every_command_says_it_in_one_line(guide, monkeypatch, capsys, command):
    break_it(guide, "mkdocs.yml", CONFLICT)
    monkeypatch.setattr(commands, "ROOT", guide.root)
    assert commands.main(command, {}) == 1
    said = capsys.readouterr().err
    assert said.startswith("mkdocs.yml:") and said.count("\n") == 1


@pytest.mark.parametrize(("path", "how", "words"), [
    ("mkdocs.yml", "gone", "cannot be read"), ("mkdocs.yml", b"", "holds no settings"), ("docs/records/claims/all.yml", b"\xe9", "is not UTF-8 text"),
    ("docs/en/second.md", "folder", "cannot be read"), ("budget.yml", b"\xff", "is not UTF-8 text"), ("docs/strings/fr.yml", "link", "is a link"),
    ("overrides/main.html", "folder", "cannot be read"),
    ("overrides/assets/js/site/menu.js", b"\xe9", "is not UTF-8"), ("docs/records/schema/claims.json", b"{}\n" + CONFLICT, "is what a merge left over"),
    ("overrides/assets/css/tokens.css", b":root {\n", "cannot be used"), ("overrides/assets/data/map.json", b"", "is not valid JSON"),
])
def test_it_is_said_before_anybody_reads_the_file(guide, path, how, words):
    break_it(guide, path, how)
    with pytest.raises(GuideError) as error:
        sound(guide.root)
    line = str(error.value)
    assert line.startswith(path) and words in line and "\n" not in line


@pytest.mark.parametrize("plugins", ["[]", "i18n", "[i18n: {languages: }]", "[i18n: {languages: [fr]}]", "[i18n: {languages: []}]"])
def test_a_guide_without_languages_is_said_to_have_none(tmp_path, plugins):
    (tmp_path / "mkdocs.yml").write_text(f"plugins: {plugins}\n", "utf-8")
    with pytest.raises(GuideError, match=r"mkdocs\.yml:1: lists no languages; write"):
        languages(tmp_path)


def test_a_folder_without_a_page_cannot_be_weighed(tmp_path, capsys):
    assert commands.main(["weigh", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path}: holds no page of the guide; run: python3 scripts/dev.py build\n"
