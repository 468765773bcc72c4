"""Applies the typography of each language to the words of a page, never to code or attributes."""

import xml.etree.ElementTree as etree

from guide.content.languages import typeset
from markdown.treeprocessors import Treeprocessor

_UNTOUCHED = {"code", "pre", "kbd", "samp", "script", "style"}


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
