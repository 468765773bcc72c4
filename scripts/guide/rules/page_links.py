"""Find the links and references of a page as written, with their lines, which Python-Markdown forgets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide.content.pages import Page
from guide.content.remembered import remembered

_TEXT = r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
_KINDS = {
    "link": re.compile(r"(?<!\\)" + _TEXT
                       + r"\(\s*<?(?P<to>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+[\"'][^)]*[\"'])?\s*\)"),
    "reference": re.compile(r"(?<!\\)(?!\[[@=^ ])" + _TEXT + r"[ ]?\[(?P<to>[^\[\]@=^\n]*)\](?!\()"),
    "typed": re.compile(r"(?P<to>\b(?:https?|ftp)://[^\s<>()\"'\]]*[^\s<>()\"'\].,;:!?*_»”]|\bmailto:[^\s<>()\"']+)",
                        re.I),
}


@dataclass(frozen=True)
class Link:
    """Something a page points at. `kind`: link (`target` is an address), reference (a name), typed (an address wherever
    it stands)."""

    kind: str
    target: str
    line: int


@remembered
def body(page: Page) -> tuple[str, int]:
    """The body of a page as one text, code blanked out, and the line on which it starts."""
    return "\n".join(line for _, line in page.lines), page.lines[0][0] if page.lines else 1


@remembered
def links(page: Page) -> tuple[Link, ...]:
    """Everything `page` points at, kind by kind."""
    text, first = body(page)
    return tuple(Link(kind, match["to"] or (match[1] if kind == "reference" else ""),
                      first + text.count("\n", 0, match.start()))
                 for kind, pattern in _KINDS.items() for match in pattern.finditer(text))
