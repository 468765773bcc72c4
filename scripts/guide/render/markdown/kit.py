"""The kit of a page: `/// poster | step`, `/// flyers | step`, `/// mail | step`, `/// chat | step`, words, `///`.

The words are Markdown. The first paragraph is the headline of a sheet, each line of it one on paper, or the subject of
a mail. Below stands the short address of the step.
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


def draw(root: etree.Element, md: Markdown) -> None:
    """Put the kit's words on their sheets and into their messages. What a sheet repeats is heard once."""
    for holder in list(root.iter("kit-words")):
        kind, step, words = holder.get("kind", ""), holder.get("step", ""), list(holder)
        sheet = kind in SHEETS
        holder.clear()
        holder.tag, holder.attrib = "figure" if sheet else "kit-message", {"class": "kit"}
        paper = etree.SubElement(holder, "div", {"class": "a4"}) if sheet else holder
        part = etree.SubElement(paper, "div", {"class": kind})
        part[:] = words
        if words and kind != "chat":
            words[0].set("class", "headline" if sheet else "subject")
        if words and sheet:
            words[0].text, *lines = (words[0].text or "").split("\n")
            for line in lines:
                etree.SubElement(words[0], "br").tail = line
        etree.SubElement(part, "p").text = md.htmlStash.store(md.guide.render("short-address", kind=kind, step=step))
        for _ in range(SHEETS.get(kind, 1) - 1):
            paper.append(copy.deepcopy(part))
            paper[-1].set("aria-hidden", "true")
        etree.SubElement(holder, "p").text = md.htmlStash.store(md.guide.render("kit", kind=kind))
