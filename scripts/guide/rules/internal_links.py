"""Where a link of a page may lead: to a page of its language and an id there, or to an address of the records; by no
other scheme (javascript:, data:, mailto:…), to no other place."""

import posixpath
import re
from urllib.parse import unquote

from guide.content.pages import Page
from guide.content.project import Project
from guide.content.registry import ids_of

from . import nearest
from .block_html import ids as drawn_ids

# what browsers pass over in an address (WHATWG URL), and a little more
_DROPPED = re.compile(r"[\u0000-\u0020\u007f-\u00a0]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_RELATIVE = re.compile(r"[A-Za-z0-9_.,/-]*(?:#[A-Za-z0-9:_.-]*)?")


def wrong_link(project: Project, page: Page, address: str) -> str:
    """What is wrong with a link of `page` to `address`, which is in no record; nothing when it leads somewhere."""
    plain, shown = _DROPPED.sub("", unquote(address)), repr(address[:60])
    scheme = _SCHEME.match(plain)
    if address in ("", "#"):
        return "a link leads nowhere; write the page or the #id it leads to"
    if scheme and scheme[1].lower() not in ("http", "https"):
        return (f"{shown} is an address of the kind {scheme[1].lower()}:, which a page may not hold; link to a page "
                f"or to an address of the records")
    if scheme or re.match(r"[/\\]{2}", plain):
        return f"{shown} is in no record; add it to docs/records/addresses.yml under an id and write [words][that-id]"
    if not _RELATIVE.fullmatch(address):
        return (f"{shown} holds signs no name of ours has; write the path of a file with letters, digits and hyphens, "
                f"then #its-id")
    return _inside(project, page, address)


def _inside(project: Project, page: Page, address: str) -> str:
    path, _, fragment = address.partition("#")
    pages = {other.name: other for other in project.pages if other.language == page.language}
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name
    if name not in pages or path.startswith("/"):
        plain = re.sub(rf"^[./]*(?:{page.language}/)?|(?:/?index)?\.(?:md|html)$|/$", "", name)
        known = {re.sub(r"(?:/?index)?\.md$", "", other): other for other in pages}
        match = nearest(plain, known, "")
        near = posixpath.relpath(known[match], posixpath.dirname(page.name) or ".") if match else "the path of a file"
        return (f"{address} leads to no page of this language; write {near} (from this file's folder; the language "
                f"switch does the rest)")
    known_ids = ids_of(pages[name])
    if not fragment or fragment in known_ids or fragment in drawn_ids(project, pages[name]):
        return ""
    near = nearest(fragment, known_ids, "its-id, or give its heading this one")
    return f"#{fragment} is not an id of {pages[name].path}; write #{near}"
