"""A tree written in as few bytes as HTML allows: end tags that may be left out are, and quotes where a value needs none.

(HTML, 13.1.2.4 "Optional tags" and 13.1.2.3 "Attributes".) A guide of this length has ten thousand of them.
"""

from __future__ import annotations

import html
import re

from ..html import VOID, Node

_BLOCKS = frozenset("address article aside blockquote dd details div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre "
                    "section summary table caption thead tbody tr td th ul".split())
_END_LEFT_OUT = frozenset("li dt dd tr td th".split())  # nothing but their like, or the parent's end, can follow them
_PLAIN = re.compile(r"[^\s\"'=<>`]*[^\s\"'=<>`/]")
_SPACES = re.compile(r"[ \t\n\r]+")


def terse(node: Node, inside_pre: bool = False) -> str:
    """The children of `node` as HTML."""
    if inside_pre:
        return "".join(html.escape(child, quote=False) if isinstance(child, str) else _element(child, None, True) for child in node.children)
    out, children = [], _without_idle_spaces(node)
    for index, child in enumerate(children):
        before, following = children[index - 1] if index else None, children[index + 1] if index + 1 < len(children) else None
        if isinstance(child, Node):
            out.append(_element(child, following, False))
            continue
        text = _SPACES.sub(" ", html.escape(child, quote=False))
        text = text.lstrip(" ") if _breaks(before, node) else text
        out.append(text.rstrip(" ") if _breaks(following, node) else text)
    return "".join(out)


def _without_idle_spaces(node: Node) -> list[Node | str]:
    """The children of `node` without texts of nothing but spaces that stand beside a block."""
    children, kept = node.children, []
    for index, child in enumerate(children):
        before, following = children[index - 1] if index else None, children[index + 1] if index + 1 < len(children) else None
        if isinstance(child, Node) or child.strip(" \t\n\r") or not (_breaks(before, node) or _breaks(following, node)):
            kept.append(child)
    return kept


def _element(node: Node, following: Node | str | None, inside_pre: bool) -> str:
    start = "<" + node.tag + "".join(_attribute(name, value) for name, value in node.attributes.items()) + ">"
    if node.tag in VOID:
        return start
    inside = terse(node, inside_pre or node.tag == "pre")
    if node.tag in _END_LEFT_OUT or node.tag == "p" and (following is None or isinstance(following, Node) and following.tag in _BLOCKS):
        return start + inside
    return f"{start}{inside}</{node.tag}>"


def _attribute(name: str, value: str) -> str:
    if not value:
        return f" {name}"
    text = html.escape(value, quote=False)
    return f" {name}={text}" if _PLAIN.fullmatch(value) else f' {name}="{text.replace(chr(34), "&quot;")}"'


def _breaks(neighbour: Node | str | None, parent: Node) -> bool:
    """Whether a space beside `neighbour` shows as nothing: a block starts or ends there."""
    return neighbour is None and parent.tag in _BLOCKS | {"", "body"} or isinstance(neighbour, Node) and neighbour.tag in _BLOCKS | {"br"}
