"""Bad input, end to end: each mistake a contributor can make stops the build with `path:line: what, and what to write`.

Three runs of MkDocs, as `dev.py build` runs it, each with many mistakes at once, on pages of their own where one would
hide another: texts that cannot be read, what they hold that is not sound, and the rules. Sources are checked before
anything is drawn, so a run that fails takes about as long as starting MkDocs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PAGE = "docs/en/about.md"


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """What a build reads, as it stands in the repository."""
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", tmp_path)
    return tmp_path


def build(copy: Path) -> tuple[int, str]:
    """Exit status and words of a strict build."""
    environment = {**os.environ, "PYTHONPATH": str(copy / "scripts"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1",
                   "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(copy / "site")]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def edit(path: str, pattern: str, new: str) -> Callable[[Path], None]:
    """Replace the first match of `pattern` in the file."""
    def change(copy: Path) -> None:
        text = (copy / path).read_text("utf-8")
        assert re.search(pattern, text, re.M), f"{pattern} is not in {path}"
        (copy / path).write_text(re.sub(pattern, new, text, count=1, flags=re.M), "utf-8")
    return change


def append(path: str, text: str) -> Callable[[Path], None]:
    """Add lines at the end of the file."""
    def change(copy: Path) -> None:
        with (copy / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")
    return change


def everywhere(*changes: Callable[[Path], None]) -> Callable[[Path], None]:
    """Several changes at once."""
    def change(copy: Path) -> None:
        for one in changes:
            one(copy)
    return change


def write(path: str, data: bytes) -> Callable[[Path], None]:
    """Replace the whole file."""
    def change(copy: Path) -> None:
        (copy / path).write_bytes(data)
    return change


# what was broken → (how, where the fault is: path and what stands on its line, or a line number, 0 for any; what the
# message says)
UNREADABLE = {
    "a page that is not UTF-8": (write(PAGE, "---\ntitle: About\n---\n\n# Caf\u00e9\n".encode("latin-1")), PAGE, 5,
                                 "save the file with the UTF-8 encoding"),
}
UNSOUND = {
    "the same key twice": (edit("docs/strings/en.yml", r"^(home: .*)$", r"\1\n\1"), "docs/strings/en.yml", 0,
                           "has the key home twice"),
    "the same record twice": (edit("docs/records/milestones.yml", r"^announced:$", "training-start:"),
                              "docs/records/milestones.yml", 0,
                              "has the key training-start twice"),
}
WRONG = {
    "front matter that is not YAML": (edit("docs/en/data-used.md", r"^title: .*", "title: one: two"),
                                      "docs/en/data-used.md", "title: one: two",
                                      "is not valid YAML"),
    "front matter that never ends": (edit("docs/en/timeline.md", r"\A---\n(.*\n)+?---\n", "---\ntitle: x\n"),
                                     "docs/en/timeline.md", 1,
                                     "close it with a line ---"),
    "a link to no page": (append(PAGE, "[x](gone.md)"), PAGE, "[x](gone.md)", "gone.md leads to no page"),
    "a link to no heading": (append(PAGE, "[x](faq.md#gone)"), PAGE, "[x](faq.md#gone)",
                             "#gone is not an id of docs/en/faq.md"),
    "a link to no heading of the page itself": (append(PAGE, "[x](#gone)"), PAGE, "[x](#gone)",
                                                "#gone is not an id of docs/en/about.md"),
    "a reference to nothing": (append(PAGE, "[x][setting-pge]"), PAGE, "[x][setting-pge]", "write [x][setting-page]"),
    "a footnote without a text": (append(PAGE, "A word[^1]."), PAGE, "A word[^1].", "there are no footnotes here"),
    "an http: link": (append(PAGE, "[x](http://example.org)"), PAGE, "[x](http://example.org)",
                      "is typed by hand; add it to docs/records/addresses.yml"),
    "raw HTML": (append(PAGE, '<a href="gone/">x</a>'), PAGE, '<a href="gone/">', "is HTML; write Markdown"),
    "an unknown claim": (append(PAGE, "So it is.[@no-such-claim]"), PAGE, "[@no-such-claim]",
                         "there is no claim no-such-claim"),
    "an unknown block": (append(PAGE, "/// glosary\n///"), PAGE, "/// glosary", "write '/// glossary'"),
    "a second h1": (append(PAGE, "# Another title"), PAGE, "# Another title", "a second h1"),
    "a missing translation": (lambda copy: (copy / "docs/en/changes.md").unlink(), "docs/en/changes.md", 1,
                              "is missing; translate docs/fr/changes.md into this file"),
    "a heading without an id": (edit("docs/en/faq.md", r"^(## .*?) \{#faq-too-late\}$", r"\1"), "docs/en/faq.md", 0,
                                "has no id; end the line with {#"),
    "an id that stands twice": (edit("docs/en/minors.md", r"(^## .*\{#minors-age\}$)", r"\1\n\n\1"),
                                "docs/en/minors.md", 0, "the id minors-age is taken"),
    "an id that vanished": (everywhere(edit("docs/en/legal.md", r"\{#legal-publisher\}", "{#legal-other}"),
                                       edit("docs/fr/legal.md", r"\{#legal-publisher\}", "{#legal-other}")),
                            "docs/en/legal.md", "{#legal-other}",
                            "legal.md#legal-publisher was published and is gone; write {#legal-publisher} again"),
    "an empty page": (edit("docs/en/rights.md", r"\A(---\n(?:.*\n)+?---\n)[\s\S]*", r"\1\n# Rights\n"),
                      "docs/en/rights.md", 1,
                      "words of text; write at least 150"),
}


@pytest.mark.parametrize("mistakes", [UNREADABLE, UNSOUND, WRONG], ids=["unreadable", "unsound", "wrong"])
def test_a_mistake_is_answered_by_a_sentence_with_its_line(copy, mistakes, subtests):
    for change, *_ in mistakes.values():
        change(copy)
    status, output = build(copy)
    assert status == 1, output
    for mistake, (_, path, place, message) in mistakes.items():
        with subtests.test(mistake):
            number = place
            if isinstance(place, str):
                number = next(number for number, line in enumerate((copy / path).read_text("utf-8").splitlines(), 1)
                              if place in line)
            said = [line for line in output.splitlines()
                    if line.startswith(f"{path}:{number}:" if number else f"{path}:") and message in line]
            assert said and re.match(rf"{re.escape(path)}:\d+: ", said[0]), output
    assert "Traceback" not in output and 'File "' not in output, output
    assert not (copy / "site/index.html").exists(), "a page was written"
