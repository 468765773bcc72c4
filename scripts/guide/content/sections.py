"""Cut a page into the sections its languages are compared by, and take a fingerprint of the words of each.

A section is a heading with what follows it, up to the next heading of any level. What stands before the first heading
with an id is a section too, and so is what the front matter says to readers. Names of those two start with a dot, as no
id can.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from .pages import BLOCK, CITATION, Page

FRONT = ".front"
OPENING = ".opening"
SPOKEN = ("title", "description", "answer")  # of the front matter; the rest is for machines

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_BLOCK_LINE = re.compile(rf"{BLOCK.pattern}|^\s*///\s*$", re.M)
# {#id .class lang=en}: shape, and what is spoken in which voice; not words.
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#][\w-]+|[\w-]+=[^\s{}]+)(?:\s+(?:[.#][\w-]+|[\w-]+=[^\s{}]+))*\s*\}")
# Typed or typeset, a quotation mark is the same one: no difference a reader would call one.
_TYPOGRAPHY = str.maketrans({**dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑–—", "-"),
                             **dict.fromkeys("\u00ad\u200b\u200d\u2060\ufeff", None)})


@dataclass(frozen=True)
class Section:
    """One section of a page: the `path` of its file, its `id` (or FRONT, OPENING), the words of its heading, its text
    as typed, its first `line`."""

    path: str
    id: str
    title: str
    text: str
    line: int

    @property
    def place(self) -> str:
        """Where it is written, `path:line`."""
        return f"{self.path}:{self.line}"

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when the words do: neither spaces nor line breaks count, nor the shape
        of quotation marks, apostrophes and dashes, nor comments and attributes; nor citations and blocks, which rules
        of their own hold equal in all languages."""
        text = self.text
        for pattern in (_COMMENT, CITATION, _BLOCK_LINE, _ATTRIBUTES):
            text = pattern.sub("", text)
        text = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY)
        return hashlib.sha256("".join(text.split()).encode("utf-8")).hexdigest()[:12]


def sections(page: Page) -> dict[str, Section]:
    """The sections of a page by id, in order. A heading without an id belongs to the section before it."""
    lines = page.text.splitlines()
    start = page.lines[0][0] if page.lines else len(lines) + 1
    found = {FRONT: Section(page.path, FRONT, "", "\n".join(str(page.sound_front.get(name, "")) for name in SPOKEN), 1)}
    starts = [(OPENING, "", start)] + [(heading.id, heading.text, heading.line) for heading in page.headings
                                       if heading.id]
    for (identifier, title, first), following in zip(starts, [*starts[1:], ("", "", len(lines) + 1)], strict=True):
        # Of the heading's own line the words alone: its id and its classes are held equal by the rule of parity.
        body = [title, *lines[first:following[2] - 1]] if title else lines[first - 1:following[2] - 1]
        found.setdefault(identifier, Section(page.path, identifier, title, "\n".join(body).strip(), first))
    return found
