"""`/// name | argument` … `///`, in the block syntax of pymdown-extensions: components drawn from records, each a
template of the same name in overrides/partials/components; and the kit of a page, whose blocks hold words: `/// poster
| step`, `/// flyers | step`, `/// mail | step`, `/// chat | step`.

The words of a kit are Markdown. The first paragraph is the headline of a sheet, each line of it one on paper, or the
subject of a mail. Below stands the short address of the step.
"""

import copy
import xml.etree.ElementTree as etree

from guide.content.records import Records
from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from .. import pictures
from ..context import Context

# Block name → what its argument names: a kind of record, "year", a fixed list, or "" for no argument.
BLOCKS: dict[str, str | tuple[str, ...]] = {
    "count-down": "milestones", "menu-path": "menu-paths", "region": "regions", "authorities": "",
    "timeline": "year", "data-table": ("used", "excluded"), "glossary": "", "claims": "", "contested": "", "seeds": "",
    "not-verified": "", "register": "", "changes": "", "identity": "", "built-from": "", "languages": "",
    "your-data": "", "translations": "", "switch": "labels", "where-from": "", "screen": "screens", "statuses": "",
    "picture": tuple(pictures.DRAWN), "reply-deadline": "", "reply-limits": "", "recheck-reminder": "",
    "region-finder": "", "authority-finder": "", "slide": ""}
SHEETS = {"poster": 1, "flyers": 4}  # how often the words are on a sheet of paper
HOLDING = *SHEETS, "mail", "chat"


def known(name: str, argument: str, records: Records) -> bool:
    """Whether a block `name` may have this argument. The source rules name the line of one that may not."""
    wanted = BLOCKS.get(name, ())
    if wanted == "year":
        return len(argument) == 4 and argument.isdigit()
    return argument in (wanted if isinstance(wanted, tuple) else records.kinds[wanted] if wanted else ("",))


class _Component(Block):
    """A block whose content is a rendered template; what stands between its fences is not used."""

    ARGUMENT = None

    def on_create(self, parent: etree.Element) -> etree.Element:
        context, argument = self.config["context"], self.argument or ""
        html = context.render(self.NAME, argument=argument) if known(self.NAME, argument, context.records) else ""
        holder = etree.SubElement(parent, "p")
        holder.text = self.md.htmlStash.store(html)
        return holder

    def on_markdown(self) -> str:
        return "raw"


class ComponentBlocks(BlocksExtension):
    """Registers one block a name of `BLOCKS`."""

    def __init__(self, context: Context):
        self.config = {"context": [context, "the page's context"]}
        super().__init__()

    def extendMarkdownBlocks(self, md, block_mgr) -> None:
        for name in (*BLOCKS, *HOLDING):
            kind = Words if name in HOLDING else _Component
            block_mgr.register(type(name, (kind,), {"NAME": name}), self.getConfigs())


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
