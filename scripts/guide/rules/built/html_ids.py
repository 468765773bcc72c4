"""In the finished pages no id stands twice, every heading of a page from h2 on has one, and what refers to an id finds
it.

Templates, records and writers all give ids: two that meet send a link, a label or a popover to the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Document, documents, drawn, source

HEADINGS = "h2", "h3", "h4", "h5", "h6"
_REFER = frozenset(("for", "popovertarget", "commandfor", "aria-labelledby", "aria-describedby", "aria-controls",
                    "aria-owns",
                    "aria-details", "list", "headers"))


def check(project: Project, site: Path) -> Iterator[Fault]:
    for document in documents(site).values():
        for identifier, number in document.ids.items():
            if number > 1:
                yield Fault(*source(project, document.path, "#" + identifier),
                            f"the id {identifier} stands {number} times in the built page; rename the heading's, or "
                            f"the one in the template or record")
        written = document.path in drawn(project)  # the 404 and the short addresses have no headings to link to
        for element in document.all(*HEADINGS) if written else ():
            if not element.get("id"):
                yield Fault(*source(project, document.path),
                            f"an <{element.tag}> of the built page ({document.at(element)}) has no id; give it one, "
                            f"in the page or in the template")
        yield from _references(project, document)


def _references(project: Project, document: Document) -> Iterator[Fault]:
    """What names an id that the page does not have; a <use> may name no other file."""
    for element in document.elements:
        named = [(name, identifier) for name in _REFER.intersection(element.attributes)
                 for identifier in element.attributes[name].split()]
        if element.tag == "use":
            before, _, identifier = (element.get("href") or "").partition("#")
            named.append(("href", before or identifier))
        for name, identifier in named:
            if identifier not in document.ids:
                yield Fault(*source(project, document.path),
                            f"{name}=\"{identifier}\" on <{element.tag}> ({document.at(element)}) refers to no id of "
                            f"the page; correct it in the template")
