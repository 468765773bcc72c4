"""`[=id]`: a value of the records (a date, an interface label, the list of zones) in the page's language.

So that a date or a label stands in one place and is corrected once. `[=id:en]` forces a language for a label.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from guide.content import dates
from guide.content.pages import VALUE
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from ..context import Context


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
            element.text = AtomicString(dates.unbroken(date, self.context.language))
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
