"""Nothing that is read or built holds a character nobody sees, a letter dressed up as another, or accents in two pieces.

A direction override makes a line read otherwise than it works; a zero-width or foreign letter makes one name look like another. Read in
the bytes of pages, records, strings, templates, styles, scripts and settings; and, for YAML, in what an escape like "\\u202e" stands for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from guide.content.characters import disguised, invisible
from guide.content.faults import Fault, GuideError, relative
from guide.content.ignored import files
from guide.content.project import Project

FOLDERS = ("docs", "overrides", "scripts")
TEXT = frozenset(".css .html .js .json .md .py .svg .txt .yml".split())


def check(project: Project) -> Iterator[Fault]:
    found = [path for folder in FOLDERS for path in files(project.root / folder, "**/*", project.root) if path.suffix in TEXT]
    for path in [*found, *files(project.root, "*.yml", project.root), *files(project.root, "*.md", project.root)]:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        if not text.isascii():
            yield from _text(relative(path, project.root), text, mixed=path.suffix in (".md", ".yml", ".html"))
        elif found := invisible(text):
            yield from _text(relative(path, project.root), text, mixed=False)
    for name, line, value in _escaped(project):
        if found := invisible(value):
            yield Fault(name, line, _message(found[1]))


def _text(path: str, text: str, mixed: bool) -> Iterator[Fault]:
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if found := invisible(line):
            yield Fault(path, number, _message(found[1]))
        if mixed and (word := disguised(line)):
            shown = " ".join(f"U+{ord(letter):04X}" for letter in word[1] if not letter.isascii())
            yield Fault(path, number, f"{word[1]!r} mixes letters of several alphabets, or letters made for something else ({shown}); type the word again in "
                                         f"plain ones")
        if not unicodedata.is_normalized("NFC", line):
            yield Fault(path, number, "has an accent typed apart from its letter, or a sign that stands for another; type it again (Unicode NFC)")


def _message(name: str) -> str:
    return f"holds a character nobody sees, {name}; remove it (no-break spaces are the build's to write)"


def _escaped(project: Project) -> Iterator[tuple[str, int, str]]:
    """(path, line, text) of what YAML may spell with escapes; records are read when they are loaded."""
    for page in project.pages:
        try:
            yield from ((page.path, page.front.lines[name], value) for name, value in page.front.items() if isinstance(value, str))
        except GuideError:
            continue  # reported by front_matter
    for language, strings in project.strings.items():
        yield from ((f"docs/strings/{language}.yml", strings.lines.get(key, 0), value) for key, value in strings.items())
