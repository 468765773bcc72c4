"""A built page cut down to what a file without scripts can show: words, lists, tables, and links.

Tools, pictures and what only works on line are left out. Evidence becomes numbered links to the list of statements, and the
statements' sources numbered links to the register: once each in the whole file. Only classes the file's own style knows stay.
"""

from __future__ import annotations

from collections.abc import Callable

from ...tree import UNWRAP, Node, rewrite

# Neither shown nor used without a script or beside the page.
_LEFT_OUT = frozenset("form template button input select svg img picture script style progress nav dialog colgroup".split())
_LEFT_OUT_CLASSES = frozenset("evidence step-foot anchor needs-js no-js claim-groups claim-cited article-foot finder-list answer-label".split())
_TRANSPARENT = frozenset("time label tbody article".split())
_LOWER = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}
_KEPT = ("href", "id", "class", "lang", "scope", "colspan", "rowspan", "start", "value", "dir")
_EMPTY = frozenset("br hr td th wbr".split())
# Long lists of which the file has one, or that are only on line: there, a link says so.
_ONCE, _ONLINE = "authorities", "seeds"
EVIDENCE = "evidence-"


class Numbers:
    """The place of each statement in the list of statements, and of each source in the register, by id."""

    def __init__(self, document: Node | None):
        self.statements: dict[str, int] = {}
        self.sources: dict[str, int] = {}
        for node in document.elements() if document else ():
            identifier = node.attributes.get("id", "")
            if "claim" in node.classes and identifier:
                self.statements[identifier] = len(self.statements) + 1
            elif "register-list" in node.classes:
                for item in node.children:
                    if isinstance(item, Node) and item.attributes.get("id"):
                        self.sources[item.attributes["id"]] = len(self.sources) + 1

    def place(self, identifier: str) -> tuple[str, int] | None:
        """The id in the file, and the number, of a statement or a source."""
        if identifier in self.statements:
            return f"c{self.statements[identifier]}", self.statements[identifier]
        if identifier in self.sources:
            return f"s{self.sources[identifier]}", self.sources[identifier]
        return None


class Reducer:
    """Reduces pages one after the other. `online` gives the link that stands where a list is left out."""

    def __init__(self, classes: set[str], numbers: Numbers, online: Callable[[str], Node]):
        self.classes, self.numbers, self.online = classes, numbers, online
        self.seen: set[str] = set()
        self.url = ""

    def page(self, document: Node, url: str) -> Node:
        """The title, the short answer and the text of the page at `url` as one <section>."""
        self.url = url
        main = document.first("main") or document
        parts = [main.first("div", "hero-inner") or main.first("h1"), main.first("div", "answer"), main.first("article")]
        section = Node("section", {}, [part for part in parts if part])
        rewrite(section, self._rule)
        _prune(section)
        return section

    def _rule(self, node: Node) -> Node | str | None:
        attributes, classes = node.attributes, node.classes
        if node.tag == "button" and attributes.get("popovertarget", "").startswith(EVIDENCE):
            return self._reference(attributes["popovertarget"].removeprefix(EVIDENCE))
        if node.tag in _LEFT_OUT or classes & _LEFT_OUT_CLASSES or "hidden" in attributes or attributes.get("role") in ("status", "dialog"):
            return None
        if _ONLINE in classes or _ONCE in classes and _ONCE in self.seen:
            return self.online(self.url)
        self.seen |= classes & {_ONCE}
        if node.tag in _TRANSPARENT or "-" in node.tag:
            return UNWRAP
        if classes & {"source-links", "claim-links"}:
            return self._references(node)
        if "claim-facts" in classes:
            node.children = [child for child in node.children if isinstance(child, Node) and "status" in child.classes]
        self._number(node)
        node.tag = "ol" if classes & {"claim-list", "register-list"} else _LOWER.get(node.tag, node.tag)
        return self._cleaned(node, classes & self.classes)

    def _number(self, node: Node) -> None:
        """A statement or a source in its list: its number, under a short id."""
        place = self.numbers.place(node.attributes.get("id", "")) if node.tag == "li" else None
        if place:
            node.attributes |= {"id": place[0], "value": str(place[1])}

    def _cleaned(self, node: Node, classes: set[str]) -> Node | str:
        node.attributes = {name: node.attributes[name] for name in _KEPT if node.attributes.get(name) and (name != "class" or classes)}
        if classes:
            node.attributes["class"] = " ".join(sorted(classes))
        bare = not node.attributes
        if bare and (node.tag == "span" or node.tag in ("div", "section") and not _words(node)):
            return UNWRAP
        return node

    def _reference(self, identifier: str) -> Node | None:
        place = self.numbers.place(identifier)
        return Node("a", {"href": f"#{place[0]}"}, [str(place[1])]) if place else None

    def _references(self, node: Node) -> Node | None:
        """Links to statements or sources, by their numbers: their names are one link away."""
        ids = [link.attributes.get("href", "").rpartition("#")[2] for link in node.elements() if link.tag == "a"]
        links = [link for link in map(self._reference, ids) if link]
        kind = "source-links" if "source-links" in node.classes else "claim-links"
        children = [part for link in links for part in (", ", link)][1:]
        return Node("p", {"class": kind}, children) if links else None


def _words(node: Node) -> bool:
    """Whether a container holds words of its own, which would run into their neighbours without it."""
    return any(isinstance(child, str) and child.strip() for child in node.children)


def _prune(node: Node) -> None:
    """Leave out what has become empty."""
    for child in node.children:
        if isinstance(child, Node):
            _prune(child)
    node.children = [child for child in node.children if isinstance(child, str) or child.tag in _EMPTY
                     or any(isinstance(item, Node) or item.strip() for item in child.children)]
