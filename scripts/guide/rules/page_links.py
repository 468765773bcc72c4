"""Find the links and references of a page as written, with their lines, which Python-Markdown forgets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide.content.pages import Page
from guide.content.remembered import remembered

_TEXT = r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
_INLINE = re.compile(r"(?<!\\)(!?)" + _TEXT
                     + r"\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+[\"'][^)]*[\"'])?\s*\)")
_REFERENCE = re.compile(r"(?<!\\)(!?)(?!\[[@=^ ])" + _TEXT + r"[ ]?\[([^\[\]@=^\n]*)\](?!\()")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]^@=\n]+)\]:[ \t]*<?(\S+?)>?(?:[ \t]|$)", re.M)
_TYPED = re.compile(r"\b(?:https?|ftp)://[^\s<>()\"'\]]*[^\s<>()\"'\].,;:!?*_»”]|\bmailto:[^\s<>()\"']+", re.I)


@dataclass(frozen=True)
class Link:
    """Something a page points at. `kind`: link, image (their `target` is an address), reference (`target` is a name),
    definition (`text` names it), typed (an address wherever it stands)."""

    kind: str
    target: str
    text: str
    line: int


@remembered
def body(page: Page) -> tuple[str, int]:
    """The body of a page as one text, code blanked out, and the line on which it starts."""
    return "\n".join(line for _, line in page.lines), page.lines[0][0] if page.lines else 1


@remembered
def links(page: Page) -> tuple[Link, ...]:
    """Everything `page` points at, in no particular order."""
    text, first = body(page)
    found: list[Link] = []

    def add(kind: str, target: str, words: str, position: int) -> None:
        found.append(Link(kind, target, words, first + text.count("\n", 0, position)))

    for match in _INLINE.finditer(text):
        add("image" if match[1] else "link", match[3], match[2], match.start())
        for inner in _INLINE.finditer(match[2]):
            add("image" if inner[1] else "link", inner[3], inner[2], match.start(2) + inner.start())
    for match in _REFERENCE.finditer(text):
        add("reference", match[3] or match[2], match[2], match.start())
    for match in _DEFINITION.finditer(text):
        add("definition", match[2], match[1], match.start())
    for match in _TYPED.finditer(text):
        add("typed", match[0], "", match.start())
    return tuple(found)
