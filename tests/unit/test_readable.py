"""A file nobody could read, whatever stands in its place, is one line of any command, and no traceback."""

from __future__ import annotations

import shutil

import pytest
from guide import __main__ as commands
from guide.content.faults import GuideError
from guide.content.files import unreadable
from guide.content.languages import languages
from guide.content.project import load
from guide.rules.configuration import sound

OURS, BASE, MIDDLE, THEIRS = "<" * 7 + " HEAD", "|" * 7 + " 0455d0a", "=" * 7, ">" * 7 + " other"
CONFLICT = f"nav:\n{OURS}\n  - one.md\n{MIDDLE}\n  - two.md\n{THEIRS}\n".encode()
WRITTEN = ("docs/en/index.md", "docs/records/claims/all.yml", "docs/records/schema/common.json",
           "docs/records/translations.lock", "docs/strings/fr.yml",
           "mkdocs.yml", "budget.yml", "README.md", "overrides/main.html", "overrides/assets/css/base.css",
           "overrides/assets/js/a.js")


def test_every_command_says_it_in_one_line(guide, monkeypatch, capsys, subtests):
    guide.write("mkdocs.yml", CONFLICT)
    monkeypatch.setattr(commands, "ROOT", guide.root)
    for command in commands.COMMANDS:
        with subtests.test(command):
            assert commands.main(command, {}) == 1
            said = capsys.readouterr().err
            assert said.startswith("mkdocs.yml:2: <<<<<<< is what a merge left over") and said.count("\n") == 1


def test_it_is_said_before_anybody_reads_the_file(guide, subtests):
    for path, how, words in (
        ("mkdocs.yml", "gone", ": cannot be read"), ("mkdocs.yml", b"", ": holds no settings"),
        ("docs/en/second.md", "folder", ": cannot be read"),
        ("docs/records/claims/all.yml", b"a\n\xe9", ":2: is not UTF-8 text"),
        ("budget.yml", b"\xff", ":1: is not UTF-8 text"), ("docs/strings/fr.yml", "link", ":1: is a link"),
        ("overrides/main.html", "folder", ": cannot be read"),
        ("overrides/assets/js/site/menu.js", b"\xe9", ":1: is not UTF-8"),
        ("docs/records/schema/claims.json", b"{}\n" + CONFLICT, ":3: <<<<<<< is what a merge left over"),
        ("overrides/assets/css/tokens.css", b":root {\n", "cannot be used"),
        ("overrides/assets/data/map.json", b"", "is not valid JSON"),
    ):
        target = guide.root / path
        before = target.read_bytes() if target.exists() else None
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        if isinstance(how, bytes):
            target.write_bytes(how)
        elif how == "folder":
            target.mkdir()
        elif how == "link":
            target.symlink_to("/no/such/place")
        with subtests.test(path, how=how):
            with pytest.raises(GuideError) as error:
                sound(guide.root)
            line = str(error.value)
            assert line.startswith(path) and words in line and "\n" not in line
        if target.is_dir():
            shutil.rmtree(target)
        target.unlink(missing_ok=True)
        if before is not None:
            target.write_bytes(before)


def test_what_a_merge_left_over_wherever_it_stands(guide):
    """Each conflict is one line, its blank lines and all, in any file a contributor writes."""
    expected = []
    for path in WRITTEN:
        guide.write(path, (guide.read(path) if (guide.root / path).exists() else "# Words\n") + "\n")
        line = guide.append(path,
                            f"{OURS}\n\nA\n\n{BASE}\n\n{MIDDLE}\n\nB\n\n{THEIRS}\n\nC\n{OURS}\nD\n{MIDDLE}\n{THEIRS}")
        expected += [f"{path}:{number}: <<<<<<< is what a merge left over" for number in (line, line + 13)]
    with pytest.raises(GuideError) as error:
        load(guide.root, ("fr", "en"), "fr", "", {})
    assert sorted(str(fault).partition(";")[0] for fault in error.value.faults) == sorted(expected)


def test_a_mark_that_stands_alone(guide):
    text = guide.read("docs/en/index.md")
    for mark in (OURS, BASE, MIDDLE, THEIRS, MIDDLE + "\r"):
        guide.write("docs/en/index.md", text)
        line = guide.append("docs/en/index.md", f"\nA sentence.\n{mark}\nAnother.") + 2
        found = [str(fault) for fault in unreadable(guide.root)]
        place = f"docs/en/index.md:{line}: {mark[:7]}"
        assert len(found) == 1 and found[0].startswith(f"{place} is what a merge left over; keep the lines that"), found


def test_what_only_looks_like_one(guide):
    """Git writes its marks at the start of a line: a page that must show one can indent it."""
    for text in ("Words\n========", "Words\n======", f"    {OURS}", f"`{OURS}`", "<" * 8 + " x", "|||||||a|",
                 ">" * 7 + "x", "======= words"):
        guide.append("docs/en/index.md", "\n" + text)
    assert list(unreadable(guide.root)) == []


def test_a_guide_without_languages_is_said_to_have_none(tmp_path):
    for plugins in ("[]", "i18n", "[i18n: {languages: }]", "[i18n: {languages: [fr]}]", "[i18n: {languages: []}]"):
        (tmp_path / "mkdocs.yml").write_text(f"plugins: {plugins}\n", "utf-8")
        with pytest.raises(GuideError, match=r"mkdocs\.yml:1: lists no languages; write"):
            languages(tmp_path)


def test_a_folder_without_a_page_cannot_be_weighed(tmp_path, capsys):
    assert commands.main("weigh", {"site": str(tmp_path)}) == 1
    assert capsys.readouterr().err == f"{tmp_path}: holds no page of the guide; run: python3 scripts/dev.py build\n"
