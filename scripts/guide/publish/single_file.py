"""The whole guide of a language as one file without scripts: guide-<language>.html, to keep, to send, to open from a
disk. Made from the built pages, in the order of the menu. The one exception to the site's policy, with its own: no
script, nothing loaded, one <style> allowed by its hash.

Each page is cut down to what such a file can show: words, lists, tables, and links. Tools, pictures and what only works
on line are left out; icons stay. Evidence becomes numbered links to one list of statements with their sources. Only
classes the file's own style knows stay.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import rcssmin
from guide.content import dates
from guide.content.cache import fingerprint
from guide.content.pages import fact_page, page_url
from guide.content.project import Project
from guide.render import icons
from guide.render.context import Context, components

from .html import UNWRAP, Node, document, parse, rewrite, sources, write
from .policy import single_file, single_file_policy

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
_CLASS = re.compile(r"\.([a-z][a-z-]*)(?=[^{}]*\{)")


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


def texts(project: Project, site: Path) -> dict[str, str]:
    """The file of every language, by its name."""
    made_with = project.settings, project.languages, project.made_with, fingerprint(
        sorted((project.root / "overrides").rglob("*.html")))
    pages = {language: fingerprint(site / path for path, page in sources(project).items() if page.language == language)
             for language in project.languages}
    return {single_file(language): project.cache.kept("single-file", (language, pages[language], made_with),
                                                      partial(copy, project, site, language))
            for language in project.languages}


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
