"""docs/ and overrides/ hold what we mean them to hold."""

from types import SimpleNamespace
from typing import Any

import pytest
from guide.content.faults import Fault
from guide.rules.source import RULES, source_faults


def faults(guide) -> list[str]:
    """What the rule says; nothing else of the guide is read, so that a file can hold anything."""
    project: Any = SimpleNamespace(root=guide.root, languages=("fr", "en"))
    return [str(Fault(*found)) for found in sorted(RULES["files"](project))]


STRANGE = [
    ("docs/fr/evil.html", "is no file that belongs here"), ("docs/evil.js", "is no file"),
    ("docs/assets/paper.pdf", "is no file"),
    ("docs/assets/x.html", "is no file"),
    ("docs/en/.hidden.md", "is hidden"), ("docs/.htaccess", "is hidden"),
    ("docs/en/Page.md", "is no file"),
    ("docs/en/caf\u00e9.md", "is no file"),
    ("docs/en/cafe\u0301.md", "is no file"), ("docs/en/a page.md", "is no file"),
    ("docs/records/evil.yml", "is no file"),
    ("docs/assets/a.svg.html", "is no file"),
    ("docs/strings/de.yml", "is no file"), ("overrides/evil.js", "is no file"), ("overrides/evil.py", "is no file"),
    ("overrides/assets/js/x.html.js", "is no file"),
    ("docs/_headers", "is no file"), ("docs/CNAME", "is no file"), ("docs/en/a.md.bak", "is no file"),
    ("docs/en/README.md", "is no file"),
    ("docs/assets/a.webp", "is no file"), ("docs/assets/map.svg", "is no file"), ("docs/assets/map.png", "is no file"),
]


def test_files_that_do_not_belong(guide):
    for path, _ in STRANGE:
        guide.write(path, "x")
    told = {fault.partition(":1: ")[0]: fault for fault in faults(guide)}
    assert set(told) == {path for path, _ in STRANGE} and all(words in told[path] for path, words in STRANGE), told


def test_a_link_to_another_place(guide):
    (guide.root / "docs/assets").mkdir()
    (guide.root / "docs/assets/map.svg").symlink_to("/etc/passwd")
    (guide.root / "docs/en/more").symlink_to(guide.root / "scripts")
    assert faults(guide) == [f"docs/{name}:1: is a link to another place; put the file itself here"
                             for name in ("assets/map.svg", "en/more")]


@pytest.mark.parametrize(("path", "size", "most"),
                         [("docs/en/second.md", 120_000, "100,000")])
def test_a_file_that_is_too_large(guide, path, size, most):
    guide.write(path, "x" * size)
    assert [fault for fault in faults(guide) if "keep a" in fault and most in fault and fault.startswith(f"{path}:1: ")]


def test_files_that_belong(guide):
    for path in ("docs/en/more/page-2.md", "docs/records/glossary.yml",
                 "overrides/partials/components/_parts.html",
                 "overrides/assets/css/base.css", "overrides/assets/js/lib/days.js", "overrides/assets/fonts/OFL.txt"):
        guide.write(path, "x")
    assert faults(guide) == []


def test_what_git_ignores_is_not_there(guide, root):
    """A clone or an archive: .gitignore says it. What it does not name is still refused."""
    guide.write(".gitignore", (root / ".gitignore").read_bytes())
    for path in ("docs/.DS_Store", "docs/.idea/workspace.xml", "docs/en/second.md~", "docs/en/.second.md.swp",
                 "docs/records/claims/._all.yml",
                 "overrides/main.html~", "overrides/.#main.html"):
        guide.write(path, b"\xff Acme {{")
    (guide.root / "docs/en/.#second.md").symlink_to("me@my-machine.1")
    assert source_faults(guide.project()) == []
    guide.write("docs/.htaccess", "x")
    guide.only("files", "docs/.htaccess:1", "is hidden")


def test_a_line_that_is_no_pattern_is_said(guide):
    guide.write(".gitignore", "!\n")
    assert guide.faults("files") == [".gitignore: has a line that is no pattern (Invalid git pattern: '!'); correct it"]
