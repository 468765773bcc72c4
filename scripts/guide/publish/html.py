"""The one reader of HTML: a page, or a piece of one, as a tree that rules read, and outputs cut and write again.

Read by lexbor as a browser reads it, the contents of <template> included. It knows no lines: one is looked for when
there is a fault.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from guide.content.pages import Page, fact_page
from guide.content.project import Project
from selectolax.lexbor import LexborHTMLParser, LexborNode

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNWRAP = "unwrap"  # what a rule answers to keep the children of an element without the element


@dataclass(slots=True, eq=False)
class Node:
    """An element, or with an empty `tag` a text: its attributes, its children, the language in force inside it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    language: str = ""

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def elements(self) -> Iterator[Node]:
        """Every element under this one, in the order of the document."""
        waiting = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if isinstance(child, Node):
                yield child
                waiting += child.children[::-1]

    def first(self, tag: str = "", name: str = "") -> Node | None:
        """The first element under this one with this tag and class."""
        return next((node for node in self.elements()
                     if (not tag or node.tag == tag) and (not name or name in node.classes)), None)

    def the(self, tag: str, name: str = "") -> Node:
        """The first element under this one with this tag and class, which a template always draws; else LookupError."""
        if found := self.first(tag, name):
            return found
        raise LookupError(f"<{self.tag}> has no <{tag} {name}> in it; the template that draws it must")

    def text(self) -> str:
        """All the text, with single spaces."""
        return " ".join(re.split(r"[ \t\n\r]+", self.text_as_is())).strip(" ")

    def text_as_is(self) -> str:
        return "".join(child if isinstance(child, str) else child.text_as_is() for child in self.children)

    def words(self) -> str:
        """All the text, with what is said in the place of pictures."""
        said = f" {self.attributes['alt']} " if "alt" in self.attributes else ""
        return said + "".join(child if isinstance(child, str) else child.words() for child in self.children)

    def copy(self) -> Node:
        """The same, to be changed."""
        return Node(self.tag, dict(self.attributes), [child if isinstance(child, str) else child.copy()
                                                      for child in self.children], self.language)


def parse(text: str, whole: bool = False) -> Node:
    """A piece of HTML as a tree; with the <html>, <head> and <body> that every page has when it is a `whole` one."""
    return Node("", {}, list(_read(LexborHTMLParser(text, is_fragment=not whole).root)))


def _read(node: LexborNode | None) -> Iterator[Node | str]:
    """This node and the next ones beside it. What a <template> holds lies apart."""
    while node is not None:
        if node.is_text_node:
            yield node.text_content or ""
        elif node.is_element_node:
            inside = node.template_fragments()[0] if node.tag == "template" else node
            yield Node(node.tag or "", {name: value or "" for name, value in node.attributes.items()},
                       list(_read(inside.child)))
        node = node.next


def rewrite(node: Node, rule: Callable[[Node], Node | str | None]) -> None:
    """Ask `rule` of every element under `node`, outside in: a Node takes its place, UNWRAP leaves its children."""
    children: list[Node | str] = []
    for child in node.children:
        answer = child if isinstance(child, str) else rule(child)
        if answer == UNWRAP and isinstance(child, Node):
            rewrite(child, rule)
            children += child.children
        elif isinstance(answer, Node):
            rewrite(answer, rule)
            children.append(answer)
        elif isinstance(child, str):
            children.append(child)
    node.children = children


def write(node: Node | str, keep_spaces: bool = False) -> str:
    """The tree as HTML; runs of spaces become one outside <pre>."""
    if isinstance(node, str):
        text = html.escape(node, quote=False)
        return text if keep_spaces else re.sub(r"[ \t\n\r]+", " ", text)
    inside = "".join(write(child, keep_spaces or node.tag == "pre") for child in node.children)
    if not node.tag:
        return inside
    attributes = "".join(f' {name}="{html.escape(value)}"' if value else f" {name}"
                         for name, value in node.attributes.items())
    return f"<{node.tag}{attributes}>" + ("" if node.tag in VOID else f"{inside}</{node.tag}>")


class Document:
    """A built page: its `path` inside the site, its `tree`, all `elements`, its `ids`.
    Everybody reads the same one: whoever changes its tree takes a copy."""

    def __init__(self, path: str, text: str):
        self.path, self.text, self.tree = path, text, parse(text, whole=True)
        self.elements: list[Node] = []
        self._list(self.tree)
        self.ids = Counter(element.attributes["id"] for element in self.elements if "id" in element.attributes)

    def _list(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, Node):
                child.attributes = _shared(tuple(child.attributes.items()))
                child.language = child.attributes.get("lang", node.language)
                self.elements.append(child)
                self._list(child)

    def all(self, *tags: str) -> list[Node]:
        """The elements with one of these names."""
        return [element for element in self.elements if element.tag in tags]

    @property
    def title(self) -> str:
        return next((element.text_as_is().strip() for element in self.all("title")), "")

    def line(self, element: Node) -> int:
        """The line on which `element` starts in the built file; 1 for one that only a browser adds."""
        before = self.all(element.tag).index(element)
        starts = [match.start() for match in re.finditer(rf"<{re.escape(element.tag)}(?![\w-])", self.text, re.I)]
        return self.text.count("\n", 0, starts[before]) + 1 if before < len(starts) else 1

    def at(self, element: Node) -> str:
        """Where `element` stands in the built site: `en/faq/index.html:12`."""
        return f"{self.path}:{self.line(element)}"


@lru_cache(maxsize=2**16)
def _shared(attributes: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Attributes, once for all elements that have the same: the menu alone stands in every page. Only to be read."""
    return dict(attributes)


# Every output and every rule asks, and a preview writes all files again after a save of one.
_documents: dict[Path, Document] = {}


def document(site: Path, path: str) -> Document:
    """The file of the site at `path` (`en/faq/index.html`), parsed once for as long as it holds the same."""
    text, known = (site / path).read_text("utf-8", errors="replace"), _documents.get(site / path)
    if known is None or known.text != text:
        known = _documents[site / path] = Document(path, text)
    return known


def documents(site: Path) -> dict[str, Document]:
    """Every HTML file of the site by its path."""
    return {path: document(site, path) for path in sorted(found.relative_to(site).as_posix()
                                                          for found in site.rglob("*.html"))}


@lru_cache(maxsize=4)
def sources(project: Project) -> dict[str, Page]:
    """The Markdown page each built page comes from."""
    return {project.address(page.name, page.language) + "index.html": page for page in project.pages}


@lru_cache(maxsize=4)
def drawn(project: Project) -> dict[str, Page]:
    """The same with the pages of statements, each as a page without text at the place of its record."""
    return sources(project) | {
        project.address(name, language) + "index.html": Page(name, language, claim.path, "")
        for claim in project.records.claims.values() for name in [fact_page(claim.id)]
        for language in project.languages}


def source(project: Project, path: str, needle: str = "") -> tuple[str, int]:
    """Where to look for a fault of the built page `path`: its Markdown file and, if it contains `needle`, the line. A
    page that templates alone have made, such as the 404, is named by its path in the site."""
    page = drawn(project).get(path)
    if page is None:
        return f"site/{path}", 0
    lines = page.text.splitlines()
    return page.path, next((number for number, line in enumerate(lines, 1) if needle and needle in line), 0)


def place_of(project: Project, document: Document, element: Node | None) -> tuple[str, int]:
    """The file and the line to look at for a fault of `element` (None: of the whole page). In the page's Markdown, the
    line that has one of its attributes or its tag, else the heading it stands under; a page that templates alone have
    made is named by its path in the site, with the line there."""
    page = drawn(project).get(document.path)
    if page is None or element is None:
        return (page.path, 1) if page else (f"site/{document.path}", document.line(element) if element else 1)
    values = sorted((value for value in element.attributes.values() if len(value) > 3), key=len, reverse=True)
    for needle in (*values, f"<{element.tag}"):
        if (found := source(project, document.path, needle))[1]:
            return found
    headings = {heading.id: heading.line for heading in page.headings}
    until = document.elements.index(element) + 1
    before = (other.attributes.get("id", "") for other in reversed(document.elements[:until]))
    return page.path, next((headings[name] for name in before if name in headings), 1)
