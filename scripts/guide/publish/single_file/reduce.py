"""A built page cut down to what a file without scripts can show: words, lists, tables, and links.

Tools, pictures and what only works on line are left out; icons stay. Evidence becomes numbered links to one list of
statements with their sources. Only classes the file's own style knows stay.
"""

import re
from collections.abc import Callable, Iterator

from guide.content.addresses import fact_page, page_url

from ..html import UNWRAP, Node, rewrite, write

# Neither shown nor used without a script or beside the page.
_LEFT_OUT = frozenset("form template figure button input select img picture script style progress nav dialog colgroup "
                      "moved-section".split())
_LEFT_OUT_CLASSES = frozenset("evidence step-foot anchor needs-js no-js claim-groups claim-cited claim-links "
                              "article-foot answer-label recorded covers".split())
_TRANSPARENT = frozenset("time label tbody article".split())
_LOWER = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}
_STATEMENT = re.compile(rf"(?:^|/){page_url(fact_page('([a-z0-9-]+)'))}$")
_KEPT = "href", "id", "class", "lang", "scope", "colspan", "rowspan", "start", "value", "dir", "viewBox", "d"
_EMPTY = frozenset("br hr path td th wbr".split())
# A list that stands once, with a link to it in the place of the next.
_ONCE = frozenset({"authorities", "languages"})
# Tools and long lists: a link to them on line stands there, or the file would be larger than readers are told.
_ONLINE = frozenset("ask-block contested data-table glossary languages not-verified seeds timeline".split())
FINAL = "##"  # starts the address of a place in the file itself, where # alone is still a place of the page

# In as few bytes as HTML allows (13.1.2.4 "Optional tags", 13.1.2.3 "Attributes"): this has ten thousand tags.
_BLOCK = ("(?:address|article|aside|blockquote|dd|details|div|dl|dt|figure|figcaption|footer|form|h[1-6]|header|hr|li|"
          "main|nav"
          r"|ol|p|pre|section|summary|table|caption|thead|tbody|tr|td|th|ul)(?![\w-])")
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.S)
_SPACES = re.compile(rf" *(</?(?:{_BLOCK}|br\b)[^>]*>) *")  # where a block starts or ends, they show as nothing
_TAG = re.compile(r"<[a-z][^>]*>")
_VALUE = re.compile(r"""="([^\s"'=<>`]*[^\s"'=<>`/])\"""")
# Nothing but their like, or the parent's end, can follow the first; a paragraph ends where a block begins or its parent
# ends.
_ENDS = re.compile(rf"</(?:li|dt|dd|tr|td|th)>|</p>(?=$|</|<{_BLOCK})")


class Reducer:
    """Reduces pages one after the other. `classes` are those to keep, `places` the id and the number of each statement
    by its own id, `lists` what stands in the place of an element with a class; `link` makes the sentence that stands
    where a list is left out: online(url) or above(href)."""

    def __init__(self, classes: set[str], places: dict[str, tuple[str, int]], lists: dict[str, Node],
                 link: Callable[[str, str], Node]):
        self.classes, self.places, self.lists, self.link = classes, places, lists, link
        self.seen: set[str] = set()
        self.url = ""
        self.cited: dict[str, list[str]] = {}

    def page(self, tree: Node, url: str) -> Node:
        """The title, the short answer and the text of the page at `url` as one <section>. Leaves `tree` as it is."""
        self.url = url
        self.cited = dict(_cited(tree))
        main = tree.first("main") or tree
        head = main.first("div", "article-head") or Node("")
        parts = [main.first("div", "hero-inner") or main.first("h1"), head.first("div", "behind"),
                 main.first("div", "answer"), main.first("article")]
        section = Node("section", {}, [part.copy() for part in parts if part])
        drawn = {node.attributes.get("id"): node for node in tree.elements()}
        # an icon drawn where the file may not go
        for use in [node for node in section.elements() if node.tag == "use"]:
            icon = drawn[use.attributes["href"][1:]]
            use.attributes = {"d": icon.attributes["d"]} if icon.tag == "path" else {}
            use.tag, use.children = icon.tag, icon.copy().children
        rewrite(section, self._rule)
        _prune(section)
        return section

    def _rule(self, node: Node) -> Node | str | None:
        attributes, classes = node.attributes, node.classes
        if node.tag == "button" and attributes.get("popovertarget") in self.cited:
            places = [self.places[claim] for claim in self.cited[attributes["popovertarget"]] if claim in self.places]
            node.children = [Node("a", {"href": FINAL + anchor}, [f"[{number}]"]) for anchor, number in places]
            return UNWRAP if places else None
        statement = _STATEMENT.search(attributes.get("href", ""))
        if statement and statement[1] in self.places:  # its page is not in the file, its record is
            attributes["href"] = FINAL + self.places[statement[1]][0]
        if (node.tag in _LEFT_OUT or classes & _LEFT_OUT_CLASSES or "hidden" in attributes
            or attributes.get("role") in ("status", "dialog", "img")):
            return None
        if again := next(iter(classes & _ONCE), ""):
            attributes["id"] = f"list-{again}"
            if again in self.seen:
                return self.link("above", f"{FINAL}list-{again}")
            self.seen.add(again)
        if classes & _ONLINE:
            link = self.link("online", self.url)
            if "id" in attributes:  # what stands once is linked to
                link.attributes["id"] = attributes["id"]
            return link
        if name := next((name for name in classes if name in self.lists), ""):
            node.children = self.lists[name].children
            return UNWRAP
        if node.tag in _TRANSPARENT or "-" in node.tag or node.tag == "sup" and "cite" in classes:
            return UNWRAP
        node.tag = _LOWER.get(node.tag, node.tag)
        return self._cleaned(node, classes & self.classes)

    def _cleaned(self, node: Node, classes: set[str]) -> Node | str:
        # A link into the guide's other language says so; those to other sites are too many for that.
        kept = _KEPT if node.attributes.get("rel") == "external" else (*_KEPT, "hreflang")
        node.attributes = {name: node.attributes[name] for name in kept if node.attributes.get(name)
                           and (name != "class" or classes)}
        if classes:
            node.attributes["class"] = " ".join(sorted(classes))
        if node.tag == "details":
            node.attributes["open"] = ""
        # words of a container's own would run into their neighbours without it
        words = any(isinstance(child, str) and child.strip() for child in node.children)
        needless = node.tag == "span" or node.tag in ("div", "section") and not words
        return UNWRAP if needless and not node.attributes else node


def _cited(document: Node) -> Iterator[tuple[str, list[str]]]:
    """The id of each piece of evidence on a page, and its statements: the last names in their addresses."""
    for item in document.elements():
        if "evidence-item" in item.classes:
            links = [node.attributes["href"] for node in item.elements() if "evidence-more" in node.classes]
            yield item.attributes["id"], [href.rstrip("/").rpartition("/")[2] for href in links]


def _prune(node: Node) -> None:
    """Leave out what has become empty."""
    for child in node.children:
        if isinstance(child, Node):
            _prune(child)
    node.children = [child for child in node.children if isinstance(child, str) or child.tag in _EMPTY
                     or any(isinstance(item, Node) or item.strip() for item in child.children)]


def terse(node: Node) -> str:
    """The children of `node` as HTML: end tags that may be left out are, and quotes where a value needs none."""
    parts = _PRE.split("".join(map(write, node.children)))
    parts[::2] = [_SPACES.sub(r"\1", part).strip(" ") for part in parts[::2]]
    return _ENDS.sub("", _TAG.sub(lambda tag: _VALUE.sub(r"=\1", tag[0]), "".join(parts)))
