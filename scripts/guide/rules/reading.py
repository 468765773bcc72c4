"""What rules of the whole site need of one of its pages: so little that it is kept instead of the page."""

import posixpath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from guide.content.project import Project
from guide.publish.html import Document

from .weight import asked, sent


class Read(NamedTuple):
    """`links`: (address, where it leads, element, the language it says it leads to). `asked`: the files of a first
    view; `tools`: those fetched after it; `size`: the bytes of the page on their way to a reader."""

    language: str
    title: str
    ids: list[str]
    links: list[tuple[str, str | None, str, str]]
    asked: list[str]
    tools: list[str]
    size: int


def read(project: Project, site: Path, page: Document) -> Read:
    language = next((element.get("lang") or "" for element in page.all("html")), "")
    links = {}
    for element in page.elements:
        said = element.get("hreflang") or ""
        for address in (element.attributes[name] for name in ("href", "src") if name in element.attributes):
            links[address, element.tag, said if said == element.language else ""] = address
    return Read(language, page.title, list(page.ids),
                [(address, target(project, page.path, address), tag, said) for address, tag, said in links],
                *asked(page), sent(site / page.path))


def target(project: Project, page: str, address: str) -> str | None:
    """The file of the site, and its #id, that an address on `page` leads to; None when it leads out, "" when it cannot
    be read."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if address.startswith(project.site_url) or address.startswith("/") and not parts.netloc:
        path = parts.path.removeprefix(urlsplit(project.site_url).path)
    elif parts.scheme or parts.netloc:
        return None
    else:
        path = posixpath.join(posixpath.dirname(page), parts.path) if parts.path else page
    name = posixpath.normpath(path).removeprefix("./") if path else "."
    if path.endswith("/") or name == ".":
        name = posixpath.join(name, "index.html").removeprefix("./")
    return unquote(name) + (f"#{unquote(parts.fragment)}" if parts.fragment else "")
