"""Draws ```letter fences: the text as it was written, its blanks marked, inside the element that can fill them in.

Without a script the reader sees the letter with its brackets. The grammar is that of guide/content/letters.py.
"""

import re
import xml.etree.ElementTree as etree

from guide.content.letters import Blank, Choice, LetterError, Parts, Passage, fences, read
from guide.content.typography import typeset
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
        name, drawn, blocks = "", 0, self.md.htmlStash.rawHtmlBlocks
        for element in root.iter():
            if element.tag in ("h2", "h3"):
                name = element.get("id", "")
            match = _STASHED.fullmatch((element.text or "").strip()) if element.tag == "p" else None
            if match and isinstance(text := blocks[int(match[1])], _Fence):
                blocks[int(match[1])] = self._drawn(text, name, first=not drawn)
                drawn += 1

    def _drawn(self, text: str, name: str, first: bool) -> str:
        t = self.md.guide.strings
        try:
            letter = read(text, t["letter_subject"], t["letter_date"])
        except LetterError:
            return Markup("<pre><code>{}\n</code></pre>").format(text)  # the source rules name the line
        subject = Markup('<b class="subject">{}</b>').format(self._html(letter.subject))
        body = self._html(letter.before) + subject + self._html(letter.after)
        return self.md.guide.render("objection-letter", name=name, body=body, first=first)

    def _html(self, parts: Parts) -> Markup:
        return Markup("").join(self._typeset(part) if isinstance(part, str) else self._mark(part) for part in parts)

    def _typeset(self, words: str) -> str:
        return typeset(words, self.md.guide.language)

    def _mark(self, part: Blank | Choice | Passage) -> Markup:
        """One thing to fill in: brackets included, so that the text without a script is the text that was written."""
        label = self._typeset(part.label)
        if isinstance(part, Blank):
            token = next((key.removeprefix(AUTOFILL) for key, words in self.md.guide.strings.items()
                          if key.startswith(AUTOFILL) and words == label), "").replace("_", "-")
            more = Markup(' data-autofill="{}"').format(token) if token else ""
            blank = Markup('<span class="blank" data-asks="{}" data-kind="{}"{}>{}</span>')
            return blank.format(label, part.kind, more, self._typeset(part.source))
        options, between, end = (part.options, part.between, "") if isinstance(part, Choice) else ((part.parts,), "",
                                                                                                   part.end)
        shown = Markup.escape(between).join(Markup('<span class="option">{}</span>').format(self._html(option))
                                            for option in options)
        more = Markup('<span class="option">{}</span>').format(end) if end else ""
        return Markup('<span class="{}" data-asks="{}">[{}{}]{}</span>').format(part.kind, label,
                                                                                self._typeset(part.head), shown, more)
