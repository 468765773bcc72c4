"""A link into another language of the site says so, with hreflang and lang: nobody lands in a language by surprise.

Browsers and screen readers use both: one for where the link goes, one to speak its words.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Document, documents, source, sources


def check(project: Project, site: Path) -> Iterator[Fault]:
    pages = documents(site)
    spoken = {path: next((element.get("lang") or "" for element in document.all("html")), "") for path, document in pages.items()}
    ours = {path: page.language for path, page in sources(project).items()}  # pages made for all languages at once have none
    for document in pages.values():
        for link in document.all("a", "area"):
            language = ours.get(_target(project, document, link.get("href") or ""))
            if language and language != spoken[document.path] and (link.get("hreflang") != language or link.language != language):
                yield Fault(*source(project, document.path), f"the link to {link.get('href')} ({document.at(link)}) leads to a page in "
                                                             f"{language!r}; write hreflang=\"{language}\" lang=\"{language}\" on it in the template")


def _target(project: Project, document: Document, address: str) -> str:
    """The built file a link leads to; an empty text when it leads out of the site."""
    root = urlsplit(project.site_url).path
    if address.startswith(project.site_url):
        address = root + address.removeprefix(project.site_url)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    from_root = parts.path.startswith("/")
    path = parts.path.removeprefix(root) if from_root else posixpath.join(posixpath.dirname(document.path), parts.path)
    ends = path.endswith("/") or not path
    path = posixpath.normpath(path) if path else ""
    return posixpath.join("" if path == "." else path, "index.html") if ends or path == "." else path
