"""Rules read on the built site: what no source rule can see, because templates and records made it.

A rule of a page is asked of each, a rule of the site of what all pages say together. A page found right is kept by
content, with the little that rules of the site need of it, so that only what changed is read again.
"""

import hashlib
import importlib
import pkgutil
import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Document, Node, document, documents, place_of, source

from ..weight import asked, sent


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


# What is wrong, and where to look: at an element, at words of the page's source, or at the page.
Found = Iterator[tuple[str, Node | str | None]]
PageRule = Callable[[Project, Document], Found]
SiteRule = Callable[[Project, Path, dict[str, Read]], Iterator[Fault]]
NOT_IN_A_PREVIEW = ("policy", "weight")  # a preview sends other files than a host
RULES: dict[str, Callable[[Project, Path], Iterator[Fault]]] = {}
_OF_A_PAGE: list[PageRule] = []
OF_THE_SITE: dict[str, SiteRule] = {}


def page_rule(check: PageRule) -> PageRule:
    """A rule of one page."""
    _OF_A_PAGE.append(check)
    RULES[check.__name__] = lambda project, site: (
        fault for page in documents(site).values() for fault in _told(project, page, check))
    return check


def site_rule(check: SiteRule) -> SiteRule:
    """A rule of the whole site, given what there is to know of each page by its path."""
    OF_THE_SITE[check.__name__] = check
    RULES[check.__name__] = lambda project, site: check(project, site, {
        path: read(project, site, page) for path, page in documents(site).items()})
    return check


def rules(serving: bool = False) -> list[Callable[[Project, Path], Iterator[Fault]]]:
    """Every rule, as a function of the project and the folder; when `serving`, those that hold for a preview."""
    return [rule for name, rule in RULES.items() if not (serving and name in NOT_IN_A_PREVIEW)]


def built_faults(project: Project, site: Path) -> list[Fault]:
    """Every fault of every rule, sorted by file and line."""
    found: list[Fault] = []
    pages, sound = {}, {}
    made_of = project.site_url, project.settings, project.made_with
    known = project.cache.get("checked", made_of) or {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        key = name + hashlib.sha256(path.read_bytes()).hexdigest()
        if key in known:
            pages[name] = Read(*known[key])
        else:
            page = document(site, name)
            wrong = [fault for check in _OF_A_PAGE for fault in _told(project, page, check)]
            pages[name] = read(project, site, page)
            found += wrong
        if key in known or not wrong:
            sound[key] = tuple(pages[name])
    if sound.keys() != known.keys():
        project.cache.put("checked", made_of, sound)
    for rule in OF_THE_SITE.values():
        found += rule(project, site, pages)
    return sorted(set(found))


def _told(project: Project, page: Document, check: PageRule) -> Iterator[Fault]:
    """What a rule says of a page, each thing once."""
    seen = set()
    for message, where in check(project, page):
        if message not in seen:
            seen.add(message)
            place = (source(project, page.path, where) if isinstance(where, str) else place_of(project, page, where))
            yield Fault(*place, message + (f" ({page.at(where)})" if isinstance(where, Node) else ""))


for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
