"""A link has words, and they name no other host than the one it opens.

`[example.org/settings](elsewhere)` is how a reader is led to a page that only looks right. Read on what Python-Markdown made.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Node

from ..hosts import host_of, named_in
from ..rendered import faults


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        try:
            yield from faults(project, page, messages)
        except RecursionError:
            return  # reported by `written`


def messages(tree: Node) -> list[str]:
    """One sentence for each link of `tree` that says nothing or leads nowhere, or whose words, title or picture name a host that is not its own."""
    found = []
    for link in tree.elements():
        if link.tag != "a":
            continue
        host = host_of(link.attributes.get("href", ""))
        address = link.attributes.get("href", "x")
        if address in ("", "#"):
            found.append("a link leads nowhere; write the page or the #id it leads to")
        pictures = " ".join(node.attributes.get("alt", "") for node in link.elements())
        words = f"{link.text()} {pictures} {link.attributes.get('title', '')} {link.attributes.get('aria-label', '')}"
        if not (link.text() + pictures).strip():
            found.append(f"a link to {address[:60]} has no words; write [what it opens]({address[:60]})")
        for _, name in named_in(words):
            if name != host and not host.endswith("." + name):
                found.append(f"the words of a link name {name} and it opens {host or 'a page of this site'}; say in words what it opens")
    return found
