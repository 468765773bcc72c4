"""A built page as a tree that can be cut, rewritten and written again, for what is made from pages: the sheet to put up, the single file.

The standard library's parser, and no repair: the pages are valid HTML with their end tags written, which a test asks of them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from .html import VOID

UNWRAP = "unwrap"  # what a rule answers to keep the children of an element without the element


@dataclass
class Node:
    """An element, or with an empty `tag` a whole document: its attributes, and its children, elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def elements(self) -> Iterator[Node]:
        """Every element under this one, in the order of the document."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.elements()

    def first(self, tag: str = "", name: str = "") -> Node | None:
        """The first element under this one with this tag and class."""
        return next((node for node in self.elements() if (not tag or node.tag == tag) and (not name or name in node.classes)), None)

    def the(self, tag: str) -> Node:
        """The first element under this one with this tag, which a template always draws. LookupError when it does not."""
        if found := self.first(tag):
            return found
        raise LookupError(f"<{self.tag}> has no <{tag}> in it; the template that draws it must")

    def text(self) -> str:
        """All the text, with single spaces."""
        parts = [child if isinstance(child, str) else child.text_as_is() for child in self.children]
        return " ".join(re.split(r"[ \t\n\r]+", "".join(parts))).strip(" ")

    def text_as_is(self) -> str:
        return "".join(child if isinstance(child, str) else child.text_as_is() for child in self.children)


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(text: str) -> Node:
    """A page, or a piece of one, as a tree."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root


def rewrite(node: Node, rule: Callable[[Node], Node | str | None]) -> None:
    """Ask `rule` of every element under `node`, from the outside in: a Node stands in its place, UNWRAP leaves its children, None nothing."""
    children: list[Node | str] = []
    for child in node.children:
        answer = child if isinstance(child, str) else rule(child)
        if answer == UNWRAP and isinstance(child, Node):
            rewrite(child, rule)
            children += child.children
        elif isinstance(answer, Node):
            rewrite(answer, rule)
            children.append(answer)
        elif isinstance(child, str):
            children.append(child)
    node.children = children


def write(node: Node | str, keep_spaces: bool = False) -> str:
    """The tree as HTML; runs of spaces become one outside <pre>."""
    if isinstance(node, str):
        text = html.escape(node, quote=False)
        return text if keep_spaces else re.sub(r"[ \t\n\r]+", " ", text)
    inside = "".join(write(child, keep_spaces or node.tag == "pre") for child in node.children)
    if not node.tag:
        return inside
    attributes = "".join(f' {name}="{html.escape(value)}"' if value else f" {name}" for name, value in node.attributes.items())
    return f"<{node.tag}{attributes}>" + ("" if node.tag in VOID else f"{inside}</{node.tag}>")
