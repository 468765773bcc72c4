"""`[=id]`: a value of the records (a date, an interface label, the list of zones) in the page's language.

So that a date or a label stands in one place and is corrected once. `[=id:en]` forces a language for a label.
"""

import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString


class ValueInline(InlineProcessor):
    """Replaces `[=id]` by a <time>, a label or a text; leaves an unknown id as it is (the source rules report it)."""

    def handleMatch(self, match: re.Match, data: str) -> tuple[etree.Element | str | None, int | None, int | None]:
        value = self._value(match[1], match[2] or "")
        return (None, None, None) if value is None else (value, match.start(0), match.end(0))

    def _value(self, identifier: str, language: str) -> etree.Element | str | None:
        context = self.md.guide
        if identifier in context.records.milestones:
            element = etree.fromstring(context.date(context.records.milestones[identifier]["date"]))
        elif identifier in context.records.labels and language in ("", *context.records.labels[identifier]["text"]):
            element = etree.fromstring(context.label(identifier, language))
        else:
            return context.strings["zones"] if identifier == "zones" else None
        element.text = AtomicString(element.text)
        return element
