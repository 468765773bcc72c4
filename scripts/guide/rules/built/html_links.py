"""In the finished pages every link, script, picture and fragment of the site leads to something that was built.

The source rules see what writers wrote; this sees what templates, records and outputs made of it, raw HTML included.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Document, Node, documents, source

_ATTRIBUTES = ("href", "src", "action", "poster", "data")
_PLAIN = {"canonical", "alternate"}


def check(project: Project, site: Path) -> Iterator[Fault]:
    pages = documents(site)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    allowed = {address for _, record in project.records if record.get("http_only") is True
               for address in record.values() if isinstance(address, str) and address.startswith("http:")}
    for document in pages.values():
        seen: set[str] = set()
        for element in document.elements:
            for name in _ATTRIBUTES:
                address = element.attributes.get(name)
                if address is not None and not (name == "data" and element.tag != "object") and address not in seen:
                    seen.add(address)
                    yield from _one(project, document, pages, files, element, address, allowed)


def _one(project: Project, document: Document, pages: dict[str, Document], files: set[str], element: Node, address: str,
         allowed: set[str]) -> Iterator[Fault]:
    path, line = source(project, document.path, address)
    try:
        parts = urlsplit(address)
    except ValueError:
        yield Fault(path, line, f"<{element.tag}> points at {address!r}, which is no address; correct it")
        return
    if address.startswith(project.site_url):
        target = parts.path.removeprefix(urlsplit(project.site_url).path)
    elif parts.scheme or parts.netloc:
        if parts.scheme == "http" and address not in allowed:
            yield Fault(path, line, f"links to {address}, which is not encrypted; write https:// in its record, or http_only: true if the host has no https")
        elif parts.scheme in ("javascript", "file", "ftp", "vbscript"):
            yield Fault(path, line, f"<{element.tag}> points at {address[:60]}; link to a page")
        return
    elif address.startswith("/"):
        target = parts.path.removeprefix(urlsplit(project.site_url).path)
        if document.path != "404.html":
            yield Fault(path, line, f"{address} starts at the root of the host and breaks where the site lies in a folder; write a relative address")
            return
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), parts.path)) if parts.path else document.path
        target += "/" if parts.path.endswith("/") and target != "." else ""
    yield from _target(document, pages, files, element, address, unquote(target), unquote(parts.fragment), (path, line))


def _target(document: Document, pages: dict[str, Document], files: set[str], element: Node, address: str, target: str, fragment: str,
            place: tuple[str, int]) -> Iterator[Fault]:
    if target in ("", ".", "./"):
        target = "index.html"
    elif target.endswith("/"):
        target += "index.html"
    if target not in files:
        if target + "/index.html" in files:
            yield Fault(*place, f"<{element.tag}> points at {address}; end the address with a slash, or every visit costs a redirection")
        else:
            yield Fault(*place, f"<{element.tag}> points at {address}, where nothing was built; correct it, or add what it should show")
    elif fragment and target in pages and fragment not in pages[target].ids:
        yield Fault(*place, f"<{element.tag}> points at {address}, and that page has no id {fragment}; write one of its ids")
