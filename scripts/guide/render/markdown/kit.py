"""The kit of a page: `/// poster | step`, `/// flyers | step`, `/// mail | step`, `/// chat | step`, words, `///`.

What stands between the fences is Markdown. Its first paragraph is the headline of a sheet, each line of it one on
paper, or the subject of a mail. Below stands the short address of the step, so of the page to begin with.
"""

import copy
import xml.etree.ElementTree as etree

from markdown import Markdown
from pymdownx.blocks.block import Block

SHEETS = {"poster": 1, "flyers": 4}  # how often the words are on a sheet of paper
HOLDING = *SHEETS, "mail", "chat"


class Words(Block):
    """A block that holds words; `draw` makes the rest of it once they are settled."""

    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "kit-words", {"kind": self.NAME, "step": self.argument})

    def on_markdown(self) -> str:
        return "block"


def draw(root: etree.Element, md: Markdown) -> None:
    """Put the kit's words on their sheets and into their messages. What a sheet repeats is heard once."""
    context = md.guide

    def add(parent: etree.Element, template: str, kind: str, step: str) -> None:
        html = context.render(template, kind=kind, step=step, root=context.root(),
                              address=f"{context.project.site_url}go/{step}/")
        etree.SubElement(parent, "p").text = md.htmlStash.store(html)

    for holder in list(root.iter("kit-words")):
        kind, step, sheet = holder.get("kind", ""), holder.get("step", ""), holder.get("kind") in SHEETS
        words = etree.Element("div", {"class": kind})
        words[:] = list(holder)
        holder.tag, holder.attrib, holder[:] = "figure" if sheet else "kit-message", {"class": "kit"}, []
        if len(words) and kind != "chat":
            words[0].set("class", "headline" if sheet else "subject")
        if len(words) and sheet:
            _break(words[0])
        add(words, "short-address", kind, step)
        paper = etree.SubElement(holder, "div", {"class": "a4"}) if sheet else holder
        paper.append(words)
        for _ in range(SHEETS.get(kind, 1) - 1):
            paper.append(copy.deepcopy(words))
            paper[-1].set("aria-hidden", "true")
        add(holder, "kit", kind, step)


def _break(headline: etree.Element) -> None:
    """Each line of the headline as it was typed."""
    headline.text, *rest = (headline.text or "").split("\n")
    for line in rest:
        etree.SubElement(headline, "br").tail = line
