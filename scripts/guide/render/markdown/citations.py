"""`[@claim-id]` and `[@a; @b]`: Pandoc's citation syntax, resolved against the claim records.

In the text a citation becomes a small numbered button that opens the evidence in place (the platform's own popover: no
script); the evidence stands in a list at the end of the page, which is what paper and old browsers show.
"""

import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor

# No look-ahead: with one, `[@a][@b]` loses a mark and `[@a](…)` becomes a link.
PATTERN = r"\[(@[a-z0-9-]+(?:; @[a-z0-9-]+)*)\]"
MARK = re.compile(r'<cite-mark claim="([a-z0-9-]+)"></cite-mark>')


class CitationInline(InlineProcessor):
    """Turns a citation into one `<cite-mark>` a claim; numbers come later, in the order of the finished page."""

    def handleMatch(self, match: re.Match, data: str) -> tuple[etree.Element, int, int]:
        group = etree.Element("span", {"class": "cites"})
        for claim in match[1].split("; "):
            etree.SubElement(group, "cite-mark", {"claim": claim[1:]})
        return group, match.start(0), match.end(0)


class CitationNumbers(Postprocessor):
    """Numbers the marks in reading order and adds the list of evidence. Works on the text, since components are raw
    HTML."""

    def run(self, text: str) -> str:
        order: dict[str, int] = {}

        def mark(match: re.Match) -> str:
            claim = match[1]
            if claim not in self.md.guide.records.claims:
                return f"[@{claim}]"  # the source rules name the line; nothing is hidden meanwhile
            number = order.setdefault(claim, len(order) + 1)
            label = self.md.guide.strings("evidence_open", n=number)
            return (f'<sup class="cite"><button type="button" popovertarget="evidence-{number}" '
                    f'aria-label="{label}">{number}</button></sup>')

        text = MARK.sub(mark, text)
        self.md.guide.cited = list(order)
        if not order:
            return text
        claims = [(number, self.md.guide.records.claims[claim]) for claim, number in order.items()]
        return text + "\n" + self.md.guide.render("evidence", claims=claims)
