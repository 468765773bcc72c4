"""The one Python-Markdown extension that registers all the others, with their priorities and the reasons for them;
two of these: `[=id]`, a value of the records (a date, an interface label, the list of zones) in the page's language, so
that it stands in one place and is corrected once (`[=id:en]` forces a language for a label); and the typography of each
language, applied to the words of a page, never to code or attributes.
"""

import re
import xml.etree.ElementTree as etree

from guide.content.languages import typeset
from guide.content.pages import VALUE
from guide.content.records import Records, contact
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .. import icons
from ..context import Context
from .blocks import ComponentBlocks
from .citations import PATTERN, CitationInline, CitationMarks
from .letters import LetterFences, Letters
from .structure import Structure

_UNTOUCHED = {"code", "pre", "kbd", "samp", "script", "style"}


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


class ContentsTypography(Treeprocessor):
    """Runs after the table of contents, which makes ordinary spaces of all spaces in the names of headings."""

    def run(self, root: etree.Element) -> None:
        tokens = list(getattr(self.md, "toc_tokens", ()))
        for token in tokens:
            token["name"] = typeset(token["name"], self.md.guide.language)
            tokens.extend(token["children"])


class Typography(Treeprocessor):
    """Runs after inline markup and before the table of contents, so that both show the same characters."""

    def run(self, root: etree.Element) -> None:
        self._walk(root, self.md.guide.language, " ")

    def _walk(self, element: etree.Element, language: str, before: str) -> str:
        """Typesets `element`; `before` is the last character before it. Returns the last character after it."""
        if element.tag in _UNTOUCHED:
            return "x"
        language = element.get("lang", language)
        element.text, before = self._set(element.text, language, before)
        for child in element:
            before = self._walk(child, language, before)
            child.tail, before = self._set(child.tail, language, before)
        return before

    @staticmethod
    def _set(text: str | None, language: str, before: str) -> tuple[str | None, str]:
        if not text:
            return text, before
        # One character of context decides whether a quotation mark opens or closes.
        done = type(text)(typeset(before + text, language)[len(before):])
        return done, done[-1:] or before


class GuideExtension(Extension):
    """Citations, values, components, typography and structure for the page described by `context`."""

    def __init__(self, context: Context):
        self.context = context
        super().__init__()

    def extendMarkdown(self, md: Markdown) -> None:
        self.md, md.guide = md, self.context
        md.registerExtension(self)
        md.block_level_elements += "check-list", "objection-letter", "kit-words"
        ComponentBlocks(self.context).extendMarkdown(md)
        icons.in_markdown().extendMarkdown(md)
        for registry, name, item, priority in (
            # Above the fences of other languages (25).
            (md.preprocessors, "letter-fences", LetterFences(md), 27),
            # Above links (160) and references (170), below code (190) and escapes (180): see CitationInline.
            (md.inlinePatterns, "citations", CitationInline(PATTERN, md), 175),
            (md.inlinePatterns, "values", ValueInline(VALUE.pattern, md), 176),
            # After inline markup (20), before the table of contents (5).
            (md.treeprocessors, "typography", Typography(md), 15),
            (md.treeprocessors, "contents-typography", ContentsTypography(md), 4),
            # After headings have their ids (5), before they are wrapped (-10).
            (md.treeprocessors, "letters", Letters(md), 0),
            # After MkDocs has resolved links (0), so that keys and marks see final addresses.
            (md.treeprocessors, "structure", Structure(md), -10),
            # After raw HTML is put back (30).
            (md.postprocessors, "citation-marks", CitationMarks(md), -10)):
            registry.register(item, f"guide-{name}", priority)

    def reset(self) -> None:
        """Names of addresses and authorities work as reference links: `[words][setting-page]`."""
        self.md.set_output_format("html")  # here, since Markdown sets its own, XHTML, after it has read its extensions
        self.md.references.update(named_addresses(self.context.records, self.context.language))


def named_addresses(records: Records, language: str) -> dict[str, tuple[str, None]]:
    """Reference definitions drawn from records: `setting-page`, and `authority-fr` for each authority."""
    found = {name: (record["url"], None) for name, record in records.addresses.items()}
    for name, record in records.authorities.items():
        if address := contact(record, language):
            found[f"authority-{name}"] = (address, None)
    return found
