"""A text nobody could read is refused before anything else is asked of it, at its line: above all what a merge left over."""

import pytest
from guide.content.faults import GuideError
from guide.content.project import load
from guide.content.readable import faults as unreadable
from guide.rules import configuration

OURS, BASE, MIDDLE, THEIRS = "<" * 7 + " HEAD", "|" * 7 + " 0455d0a", "=" * 7, ">" * 7 + " other"
FILES = ("docs/en/index.md", "docs/records/claims/all.yml", "docs/records/schema/common.json", "docs/records/translations.lock", "docs/strings/fr.yml",
         "mkdocs.yml", "budget.yml", "README.md", "overrides/main.html", "overrides/assets/css/base.css", "overrides/assets/js/a.js")


def test_what_a_merge_left_over_wherever_it_stands(guide):
    """Each conflict is one line, its blank lines and all, in any file a contributor writes."""
    expected = []
    for path in FILES:
        guide.write(path, (guide.read(path) if (guide.root / path).exists() else "# Words\n") + "\n")
        line = guide.append(path, f"{OURS}\n\nA\n\n{BASE}\n\n{MIDDLE}\n\nB\n\n{THEIRS}\n\nC\n{OURS}\nD\n{MIDDLE}\n{THEIRS}")
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
        assert len(found) == 1 and found[0].startswith(f"docs/en/index.md:{line}: {mark[:7]} is what a merge left over; keep the lines that"), found


def test_what_only_looks_like_one(guide):
    """Git writes its marks at the start of a line: a page that must show one can indent it."""
    for text in ("Words\n========", "Words\n======", f"    {OURS}", f"`{OURS}`", "<" * 8 + " x", "|||||||a|", ">" * 7 + "x", "======= words"):
        guide.append("docs/en/index.md", "\n" + text)
    assert list(unreadable(guide.root)) == []


def test_settings_that_cannot_be_read_are_one_line(guide):
    line = guide.append("mkdocs.yml", OURS)
    assert [str(fault).partition(" is what")[0] for fault in configuration.faults(guide.root)] == [f"mkdocs.yml:{line}: <<<<<<<"]


def test_other_texts_that_cannot_be_read(guide):
    (guide.root / "docs/fr/broken.md").symlink_to("nowhere")
    (guide.root / "overrides/folder.html").mkdir()
    guide.write("overrides/partials/latin.html", "<p>\n\xe9".encode("latin-1"))
    assert [str(fault).partition(";")[0] for fault in sorted(unreadable(guide.root))] == [
        "docs/fr/broken.md:1: is a link to another place", "overrides/folder.html: cannot be read (Is a directory)",
        "overrides/partials/latin.html:2: is not UTF-8 text"]
