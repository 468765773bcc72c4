"""Nothing that is read or built holds a character nobody sees, a letter dressed up as another, or accents in two
pieces.

A direction override makes a line read otherwise than it works; a zero-width or foreign letter makes one name look like
another. Read in pages, records, strings, templates, styles, scripts and settings: their bytes, and what an escape
(\\u202e) or an entity stands for. The finished pages are made of these alone.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from guide.content.characters import disguised, invisible
from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.project import Project

TEXT = frozenset(".css .html .js .json .md .py .svg .txt .yml".split())
_ESCAPE = re.compile(r"(?<!\\)\\(?:u\{?|U000|x)([0-9a-fA-F]{2,5})")


def check(project: Project) -> Iterator[Fault]:
    written = [path for folder in ("docs", "overrides", "scripts")
               for path in files(project.root / folder, "**/*", project.root)]
    for path in [*written, *files(project.root, "*.yml", project.root), *files(project.root, "*.md", project.root)]:
        if path.suffix in TEXT:
            text = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
            if not text.isascii() or "\\" in text or "&" in text or not text.isprintable():
                yield from _text(relative(path, project.root), text, path.suffix)


def _text(path: str, text: str, suffix: str) -> Iterator[Fault]:
    for number, line in enumerate(text.split("\n"), 1):
        spelt = html.unescape(line) if suffix in (".html", ".md", ".svg") else line
        if suffix in (".yml", ".html", ".js"):
            spelt = _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if int(match[1], 16) > 0x7f else match[0], spelt)
        if found := invisible(spelt):
            yield Fault(path, number,
                        f"holds a character nobody sees, {found[1]}; remove it (no-break spaces are the build's to "
                        f"write)")
        if suffix in (".md", ".yml", ".html") and (word := disguised(spelt)):
            shown = " ".join(f"U+{ord(letter):04X}" for letter in word[1] if not letter.isascii())
            yield Fault(path, number,
                        f"{word[1]!r} mixes letters of several alphabets, or letters made for something else "
                        f"({shown}); "
                        f"type the word again in plain ones")
        if not unicodedata.is_normalized("NFC", line):
            yield Fault(path, number,
                        "has an accent typed apart from its letter, or a sign that stands for another; type it again "
                        "(Unicode NFC)")
