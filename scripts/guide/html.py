"""Read a built page once, with the standard library's parser, into the lists that the output rules work on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from .context import page_url
from .pages import Page
from .project import Project

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Elements whose text is not prose: code is quoted letter for letter, the rest is not text at all.
NOT_PROSE = frozenset("code pre kbd samp script style template textarea svg".split())


@dataclass(slots=True)
class Element:
    """A start tag: its name, its attributes, its line in the built file, the language in force inside it; of a link, its `words`."""

    tag: str
    attributes: dict[str, str]
    line: int
    language: str
    words: str = ""

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)


@dataclass
class Document:
    """A built page: `path` inside the site, its `elements`, its prose as (language, text), the text of <title>, its `ids`."""

    path: str
    elements: list[Element] = field(default_factory=list)
    prose: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[tuple[Element, str]] = field(default_factory=list)
    title: str = ""
    ids: dict[str, int] = field(default_factory=dict)

    def all(self, *tags: str) -> list[Element]:
        """The elements with one of these names."""
        return [element for element in self.elements if element.tag in tags]


@lru_cache(maxsize=2**16)
def _shared(attributes: tuple[tuple[str, str | None], ...]) -> dict[str, str]:
    """The attributes of an element, kept once for all that have the same: the menu alone stands in every page. They are only read."""
    return {name: value or "" for name, value in attributes}


class _Reader(HTMLParser):
    def __init__(self, document: Document):
        super().__init__(convert_charrefs=True)
        self.document = document
        self.open: list[tuple[str, str, bool]] = [("", "", True)]  # (tag, language, prose?)
        self.link: Element | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = _shared(tuple(attrs))
        _, language, prose = self.open[-1]
        language = attributes.get("lang", language)
        element = Element(tag, attributes, self.getpos()[0], language)
        self.document.elements.append(element)
        if tag == "a":
            self.link = element
        elif self.link and "alt" in attributes:
            self.link.words += f" {attributes['alt']} "
        if "id" in attributes:
            self.document.ids[attributes["id"]] = self.document.ids.get(attributes["id"], 0) + 1
        if tag == "script":
            self.document.scripts.append((element, ""))
        if tag not in VOID:
            self.open.append((tag, language, prose and tag not in NOT_PROSE))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.link = None
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index][0] == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        tag, language, prose = self.open[-1]
        if self.link:
            self.link.words += data
        if tag == "title":
            self.document.title += data
        if tag == "script":
            element, text = self.document.scripts[-1]
            self.document.scripts[-1] = (element, text + data)
        elif prose and data.strip():
            self.document.prose.append((language, data))


# Each file's text and what was read from it: every rule asks, and a preview writes all files again after a save of one.
_documents: dict[Path, tuple[str, Document]] = {}


def _read(path: Path, name: str) -> Document:
    text = path.read_text("utf-8", errors="replace")
    known, document = _documents.get(path, ("", None))
    if document is None or known != text:
        document = Document(name)
        reader = _Reader(document)
        reader.feed(text)
        reader.close()
        _documents[path] = (text, document)
    return document


def documents(site: Path) -> dict[str, Document]:
    """Every HTML file of the site by its path (`en/faq/index.html`), each parsed once however many rules ask."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        found[name] = _read(path, name)
    return found


@lru_cache(maxsize=4)
def sources(project: Project) -> dict[str, Page]:
    """The Markdown page each built page comes from."""
    return {project.prefix(page.language) + page_url(page.name) + "index.html": page for page in project.pages}


def source(project: Project, path: str, needle: str = "") -> tuple[str, int]:
    """Where to look for a fault of the built page `path`: its Markdown file and, if it contains `needle`, the line.

    A page that templates alone have made, such as the 404, is named by its path in the site.
    """
    page = sources(project).get(path)
    if page is None:
        return f"site/{path}", 0
    lines = page.text.splitlines()
    return page.path, next((number for number, line in enumerate(lines, 1) if needle and needle in line), 0)


def place_of(project: Project, document: Document, element: Element | None) -> tuple[str, int]:
    """The file and the line to look at for a fault of `element` (None: of the whole page).

    In the page's Markdown, the line that has one of its attributes or its tag, else the heading it stands under; a page that templates
    alone have made is named by its path in the site, with the line there.
    """
    page = sources(project).get(document.path)
    if page is None or element is None:
        return (page.path, 1) if page else (f"site/{document.path}", element.line if element else 1)
    values = sorted((value for value in element.attributes.values() if len(value) > 3), key=len, reverse=True)
    lines = page.text.splitlines()
    for needle in (*values, f"<{element.tag}"):
        if number := next((number for number, line in enumerate(lines, 1) if needle in line), 0):
            return page.path, number
    headings = {heading.id: heading.line for heading in page.headings}
    before = (other.get("id") for other in document.elements if other.line <= element.line)
    return page.path, next((headings[name] for name in reversed(list(before)) if name in headings), 1)
