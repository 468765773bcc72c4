"""Draws ```letter fences: the text as it was written, its blanks marked, inside the element that can fill them in.

Without a script the reader sees the letter with its brackets. The grammar is that of guide/content/letters.py.
"""

import re
import xml.etree.ElementTree as etree

from guide.content.letters import LetterError, fences, read
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

_STASHED = re.compile("\u0002wzxhzdk:(\\d+)\u0003")
# letter_autofill_street_address: the blank that browsers may fill with what HTML calls "street-address" (WCAG 1.3.5).
AUTOFILL = "letter_autofill_"


class _Fence(str):
    """The text of a letter, waiting among the raw HTML until the headings above it have their ids."""


class LetterFences(Preprocessor):
    """Takes letters out of the page before other fences are read."""

    def run(self, lines: list[str]) -> list[str]:
        result, last = [], 0
        for language, start, end in fences(lines):
            if language == "letter":
                place = self.md.htmlStash.store(_Fence("\n".join(lines[start + 1 : end])))
                result += [*lines[last:start], "", place, ""]
                last = end + 1
        return result + lines[last:]


class Letters(Treeprocessor):
    """Puts each letter in its element, named by the id of the heading above it. A malformed letter stays plain text."""

    def run(self, root: etree.Element) -> None:
        name, blocks = "", self.md.htmlStash.rawHtmlBlocks
        for element in root.iter():
            if element.tag in ("h2", "h3"):
                name = element.get("id", "")
            match = _STASHED.fullmatch((element.text or "").strip()) if element.tag == "p" else None
            if match and isinstance(text := blocks[int(match[1])], _Fence):
                blocks[int(match[1])] = self._drawn(text, name)

    def _drawn(self, text: str, name: str) -> str:
        t = self.md.guide.strings
        try:
            letter = read(text, t["letter_subject"], t["letter_date"])
        except LetterError:
            return Markup("<pre><code>{}\n</code></pre>").format(text)  # the source rules name the line
        return self.md.guide.render("objection-letter", name=name, letter=letter, autofill=AUTOFILL)
