"""`[=id]`: a value of the records (a date, an interface label, the list of zones) in the page's language.

So that a date or a label stands in one place and is corrected once. `[=id:en]` forces a language for a label.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from guide.content import dates
from guide.content.pages import VALUE
from guide.content.typography import typeset
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from ..context import Context

_EMPHASIS = re.compile(r"[*_`]+(\S(?:.*?\S)?)[*_`]+(?:\{[^}]*\})?")


class ValueInline(InlineProcessor):
    """Replaces `[=id]` by a <time>, a label or a text; leaves an unknown id as it is (the source rules report it)."""

    def __init__(self, md: Markdown, context: Context):
        super().__init__(VALUE.pattern, md)
        self.context = context

    def handleMatch(self, match: re.Match, data: str) -> tuple[etree.Element | str | None, int | None, int | None]:
        identifier, language = match[1], match[2] or ""
        records, element = self.context.records, None
        if identifier in records.milestones:
            date = records.milestones[identifier]["date"]
            element = etree.Element("time", {"datetime": date})
            element.text = AtomicString(dates.in_words(date, self.context.language).replace(" ", "\u00a0"))
        elif identifier in records.labels:
            texts = records.labels[identifier]["text"]
            shown = language or (self.context.language if self.context.language in texts else next(iter(texts)))
            if shown in texts:
                element = etree.Element("b", {"class": "ui"})
                if shown != self.context.language:
                    element.set("lang", shown)
                element.text = AtomicString(texts[shown])
        elif identifier == "zones":
            return self.context.strings["zones"], match.start(0), match.end(0)
        if element is None:
            return None, None, None
        return element, match.start(0), match.end(0)


def plain(text: str, context: Context) -> str:
    """`text` with its `[=id]` written as plain words: for front matter, which holds no markup."""
    def word(match: re.Match) -> str:
        records = context.records
        if match[1] in records.milestones:
            return dates.in_words(records.milestones[match[1]]["date"], context.language)
        if match[1] in records.labels:
            texts = records.labels[match[1]]["text"]
            return texts.get(match[2] or context.language) or next(iter(texts.values()))
        return context.strings["zones"] if match[1] == "zones" else match[0]
    return VALUE.sub(word, text)


def spoken(text: str, context: Context) -> str:
    """A heading or a title as plain words, as the page shows them."""
    return typeset(_EMPHASIS.sub(r"\1", plain(text, context)), context.language)
