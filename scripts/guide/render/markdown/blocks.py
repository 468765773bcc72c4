"""`/// name | argument` … `///`: a component drawn from records, in the block syntax of pymdown-extensions.

Each block is a template of the same name in overrides/partials/components. Those of kit.py hold words.
"""

import xml.etree.ElementTree as etree

from guide.content.records import Records
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from .. import pictures
from ..context import Context
from .kit import HOLDING, Words

# Block name → what its argument names: a kind of record, "year", a fixed list, or "" for no argument.
BLOCKS: dict[str, str | tuple[str, ...]] = {
    "count-down": "milestones", "menu-path": "menu-paths", "region": "regions", "authorities": "",
    "timeline": "year", "data-table": ("used", "excluded"), "glossary": "", "claims": "", "contested": "", "seeds": "",
    "not-verified": "", "register": "", "changes": "", "identity": "", "built-from": "", "languages": "",
    "your-data": "", "translations": "", "switch": "labels", "where-from": "", "screen": "screens", "statuses": "",
    "picture": tuple(pictures.DRAWN), "reply-deadline": "", "reply-limits": "", "recheck-reminder": "",
    "region-finder": "", "authority-finder": "", "slide": "",
}


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
