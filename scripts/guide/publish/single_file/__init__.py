"""The whole guide of a language as one file without scripts: guide-<language>.html, to keep, to send, to open from a
disk.

Made from the built pages, in the order of the menu. The one exception to the site's policy, with its own: no script,
nothing loaded, one <style> allowed by its hash.
"""

import posixpath
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import rcssmin
from guide.content import dates
from guide.content.addresses import page_url
from guide.content.cache import fingerprint
from guide.content.project import Project
from guide.render import icons
from guide.render.context import Context, components

from ..html import Node, document, parse, sources
from ..policy import single_file, single_file_policy
from .reduce import FINAL, Reducer, terse

_CLASS = re.compile(r"\.([a-z][a-z-]*)(?=[^{}]*\{)")


def texts(project: Project, site: Path) -> dict[str, str]:
    """The file of every language, by its name."""
    made_of = project.settings, project.languages, project.made_with, fingerprint(
        [*(site / path for path in sources(project)), *sorted((project.root / "overrides").rglob("*.html"))])
    return project.cache.kept("single-file", made_of, lambda: {single_file(language): copy(project, site, language)
                                                               for language in project.languages})


def copy(project: Project, site: Path, language: str) -> str:
    """The file of one language."""
    strings, prefix, folder = project.strings[language], project.prefix(language), project.root / "overrides"
    home = project.site_url + prefix
    style = rcssmin.cssmin("\n".join((folder / "assets/css" / name).read_text("utf-8")
                                     for name in ("tokens.css", "single-file.css")))

    def link(kind: str, target: str) -> Node:
        """The sentence that stands where something is left out."""
        return Node("p", {}, [Node("a", {"href": target if target.startswith(FINAL) else home + target},
                                   [strings[f"copy_{kind}"]])])

    places = {claim: (f"c{number}", number) for number, claim in enumerate(project.records.claims, 1)}
    reducer = Reducer(set(_CLASS.findall(style)), places, _lists(project, language, home), link)
    groups = menu(document(site, f"{prefix}index.html").tree)
    brief = [page_url(name) for name in project.with_role("service", "changes", "translations")]
    sections: dict[str, Node] = {}
    for url in (url for _, pages in groups for url, _ in pages):
        section = sections[url] = reducer.page(document(site, f"{prefix}{url}index.html").tree, url)
        if url in brief:  # it speaks of the site, not of its subject: title, short answer, and a link
            section.children = [*(child for child in section.children if isinstance(child, Node)
                                  and (child.tag == "h2" or "answer" in child.classes)), link("online", url)]
    _join(sections, home)
    read = max(claim["read_on"] for claim in project.records.claims.values())
    return icons.once(components(folder).get_template("single-file.html").render(
        t=strings, language=language, home=home, groups=groups, anchor=_anchor, style=style,
        body="".join(terse(Node("", {}, [section])) + "\n" for section in sections.values()),
        policy=single_file_policy(style), read=read, read_in_words=dates.unbroken(read, language)).strip() + "\n")


def menu(home: Node) -> list[tuple[str, list[tuple[str, str]]]]:
    """The parts of the guide by the menu: (title of the part, its pages as (address, title)), home first."""
    nav = next(node for node in home.elements() if node.attributes.get("id") == "menu")
    return [("", [("", home.the("h1").text())]),
            *((part.the("p").text(), [(link.attributes["href"].removeprefix("./"), link.text())
                                      for link in part.elements() if link.tag == "a"])
              for part in nav.elements() if "menu-group" in part.classes)]


def _lists(project: Project, language: str, home: str) -> dict[str, Node]:
    """What stands in the file for the long lists of statements and of sources."""
    context = Context(project, language, project.the("sources"))
    numbers = {source: number for number, source in enumerate(project.records.sources, 1)}
    online = home + page_url(project.the("sources"))
    return {"claims": parse(context.render("copy-statements", numbers=numbers, online=online)),
            "register": parse(context.render("copy-register"))}


def _join(sections: dict[str, Node], home: str) -> None:
    """Make ids single in the file, and lead links to pages of the guide to their places in it."""
    places: dict[tuple[str, str], str] = {}
    taken = {_anchor(url) for url in sections}
    for url, section in sections.items():
        section.attributes = {"id": _anchor(url)}
        for node in section.elements():
            identifier = node.attributes.get("id", "")
            if identifier and node.tag == "h2":
                del node.attributes["id"]  # the section's own
            elif identifier:
                single = identifier if identifier not in taken else f"{_anchor(url)}-{identifier}"
                taken.add(single)
                places[url, identifier] = node.attributes["id"] = single
    for url, section in sections.items():
        for node in section.elements():
            if "href" in node.attributes:
                node.attributes["href"] = _address(node.attributes["href"], url, sections, places, home)


def _address(href: str, url: str, sections: dict[str, Node], places: dict[tuple[str, str], str], home: str) -> str:
    if href.startswith(FINAL):
        return href[1:]
    absolute = urljoin(home + url, href)
    parts = urlsplit(absolute)
    target = absolute.partition("#")[0].removeprefix(home) if absolute.startswith(home) else None
    if target in sections:
        return "#" + (places.get((target, parts.fragment)) or _anchor(target))
    return absolute


def _anchor(url: str) -> str:
    """The id of a page's section in the file."""
    return "page-" + (posixpath.normpath(url).replace("/", "-") if url else "home")
