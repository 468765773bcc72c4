"""A link or a picture of a page leads to the site, or to an address of the records: by no other scheme, to no other place.

Read on what Python-Markdown made: entities, references, escapes and white space that browsers drop are resolved as a browser would.
Guards against javascript:, data:, vbscript:, blob:, file:, electronic mail to anybody, a host nobody checked, a way out of docs/.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.publish.html import Node
from guide.render.markdown.extension import named_addresses

from ..rendered import faults

_DROPPED = re.compile(r"[\u0000-\u0020\u007f-\u00a0]")  # what browsers pass over in an address (WHATWG URL), and a little more
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_RELATIVE = re.compile(r"[A-Za-z0-9_.,/-]*(?:#[A-Za-z0-9:_.-]*)?")


def check(project: Project) -> Iterator[Fault]:
    known = {address for address, _ in named_addresses(project.records).values()}
    for page in project.pages:
        try:
            yield from faults(project, page, _rule(page, known))
        except RecursionError:
            return  # reported by `written`


def _rule(page: Page, known: set[str]) -> Callable[[Node], list[str]]:
    def messages(tree: Node) -> list[str]:
        found = (_wrong(page, name, element.attributes[name], known) for element in tree.elements() for name in ("href", "src", "action", "data")
                 if name in element.attributes)
        return [message for message in found if message]
    return messages


def _wrong(page: Page, name: str, address: str, known: set[str]) -> str:
    """What is wrong with an address; nothing when a page may have it."""
    if name == "href" and address in known:
        return ""
    plain = _DROPPED.sub("", unquote(address))
    shown = repr(address[:60])
    if match := _SCHEME.match(plain):
        if match[1].lower() in ("http", "https"):
            return f"{shown} is in no record; add it to docs/records/addresses.yml under an id and write [words][that-id]"
        return f"{shown} is an address of the kind {match[1].lower()}:, which a page may not hold; link to a page of the guide or to an address of the records"
    if re.match(r"[/\\]{2}", plain):
        return f"{shown} leaves the site; add the address to docs/records/addresses.yml under an id and write [words][that-id]"
    if not _RELATIVE.fullmatch(address):
        return f"{shown} holds signs no name of ours has; write the path of a file with letters, digits and hyphens, then #its-id"
    place = posixpath.normpath(posixpath.join("docs", page.language, posixpath.dirname(page.name), address.partition("#")[0]))
    if address.startswith("/") or not place.startswith(("docs/assets/", f"docs/{page.language}/")) and place != f"docs/{page.language}":
        return f"{shown} leads out of the pages of this language and of docs/assets/; link to a page of the same language"
    if name == "src" and not place.startswith("docs/assets/"):
        return f"{shown} is not in docs/assets/; put the picture there"
    return ""
