"""In the finished pages every link, script, picture and fragment of the site leads to something that was built, and a
link into another language says so, with hreflang and lang: nobody lands in a language by surprise.

The source rules see what writers wrote; this sees what templates, records and outputs made of it. Addresses elsewhere:
`outbound`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Document, Node, documents, drawn, source


def check(project: Project, site: Path) -> Iterator[Fault]:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = documents(site)
    for document in pages.values():
        place = source(project, document.path)
        spoken = next((element.get("lang") for element in document.all("html")), "")
        seen: dict[str, str | None] = {}
        for element in document.elements:
            for address in (element.attributes[name] for name in ("href", "src") if name in element.attributes):
                if address not in seen:
                    seen[address] = target = _target(project, document, address)
                    if target is not None and (message := _wrong(pages, document, files, address, target)):
                        yield Fault(*source(project, document.path, address),
                                    f"<{element.tag}> points at {address}{message}")
                # pages made for all languages at once have none
                page = drawn(project).get((seen[address] or "").partition("#")[0])
                if page and element.tag == "a" and page.language != spoken and not _says(element, page.language):
                    yield Fault(*place,
                                f"the link to {address} ({document.at(element)}) leads to a page in "
                                f"{page.language!r}; write "
                                f"hreflang=\"{page.language}\" lang=\"{page.language}\" on it in the template")


def _says(link: Node, language: str) -> bool:
    return link.get("hreflang") == language == link.language


def _target(project: Project, document: Document, address: str) -> str | None:
    """The file of the site, and its #id, that an address of a page leads to; None when it leads out, "" when it cannot
    be read."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    root = urlsplit(project.site_url).path
    if address.startswith(project.site_url) or address.startswith("/") and not parts.netloc:
        path = parts.path.removeprefix(root)
    elif parts.scheme or parts.netloc:
        return None
    else:
        path = posixpath.join(posixpath.dirname(document.path), parts.path) if parts.path else document.path
    ends = path.endswith("/") or path == ""
    path = posixpath.normpath(path).removeprefix("./") if path else ""
    path = posixpath.join("" if path == "." else path, "index.html") if ends or path == "." else path
    return unquote(path) + (f"#{unquote(parts.fragment)}" if parts.fragment else "")


def _wrong(pages: dict[str, Document], document: Document, files: set[str], address: str, target: str) -> str:
    path, _, fragment = target.partition("#")
    if address.startswith("/") and document.path != "404.html":
        return (", which starts at the root of the host and breaks where the site lies in a folder; write a relative "
                "address")
    if f"{path}/index.html" in files:
        return "; end the address with a slash, or every visit costs a redirection"
    if path not in files:
        return ", where nothing was built; correct it, or add what it should show"
    if fragment and path.endswith(".html") and fragment not in pages[path].ids:
        return f", and that page has no id {fragment}; write one of its ids"
    return ""
