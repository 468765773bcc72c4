"""The words of a page without their syntax, line by line: what rules about language, length and typed facts read.

Links keep their words and lose their target, values and icons become a capital X, citations and attributes go, a phrase
marked as another language becomes an X. Code is blank already in `Page.lines`.
"""

from __future__ import annotations

import re

from guide.content.faults import GuideError
from guide.content.pages import CITATION, ICON, VALUE, Page
from guide.content.remembered import remembered

from .page_links import body

_FOREIGN = re.compile(r"(\*+|_+|\[)((?:(?!\1)[^\n])+?)(?:\1|\](?:\([^)]*\)|"
                      r"\[[^\]]*\]))\{:?[^{}\n]*\blang=[\"']?([a-zA-Z-]+)[^{}\n]*\}")
_ATTRIBUTES = re.compile(r"\{(?::|\s*[#.]|[^{}\n]*=)[^{}\n]*\}")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[ ]?\[[^\[\]\n]*\](?!\())")
_LINE_SYNTAX = (
    (re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*\S*.*$", re.M), ""),  # a definition; a footnote's text is kept by _FOOTNOTE
    (re.compile(r"^[ \t]*///.*$", re.M), ""),
    (re.compile(r"^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+\"(.*)\")?[ \t]*$", re.M),
     lambda match: match[2] or ""),
    (re.compile(r"^[ \t|:-]*-[ \t|:-]*$", re.M), ""),
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M), ""),
    (re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]?\][ \t]+)?", re.M), ""),
    (re.compile(r"^#{1,6}[ \t]*", re.M), ""),
)
_FOOTNOTE = re.compile(r"^( {0,3})\[\^[^\]\s]+\]:|(?<!\\)\[\^[^\]\s]+\]", re.M)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<(?:https?:|mailto:)[^<>]*>")
_ADDRESS = re.compile(r"\bhttps?://\S*[^\s.,;:!?»”)]")
_EMPHASIS = re.compile(r"\\?\*+|(?<!\w)_+|_+(?!\w)|\\(?=[\[\]`#_])")


def _kept(replacement: str, original: str) -> str:
    """`replacement` with as many line ends as `original` had, so that the lines after it keep their numbers."""
    return replacement + "\n" * (original.count("\n") - replacement.count("\n"))


@remembered
def words(page: Page) -> tuple[tuple[int, str], ...]:
    """(line number, plain words) of the body of `page`; lines without words are left out. A code span is left as CODE
    characters."""
    text, first = body(page)
    text = _FOREIGN.sub(lambda match: match[2] if match[3][:2] == page.language else "X", text)
    text = CITATION.sub(lambda match: _kept("", match[0]), text)
    text = VALUE.sub("X", text)
    text = ICON.sub("X", text)
    text = _FOOTNOTE.sub("", text)
    text = _LINK.sub(lambda match: _kept(match[1], match[0]), text)
    text = _ATTRIBUTES.sub("", text)
    text = _TAG.sub(lambda match: _kept("", match[0]), text)
    text = _ADDRESS.sub("X", text)
    for pattern, replacement in _LINE_SYNTAX:
        text = pattern.sub(replacement, text)
    text = _EMPHASIS.sub("", text)
    return tuple((number, line) for number, line in enumerate(text.split("\n"), first) if line.strip())


def front_words(page: Page) -> list[tuple[int, str, str]]:
    """(line, field, text) of the texts in the front matter, values replaced; nothing when it cannot be read."""
    try:
        front = page.front
    except GuideError:
        return []
    return [(front.lines[name], name, VALUE.sub("X", text)) for name, text in front.items() if isinstance(text, str)]
