"""What a page's own words become is what was meant: no markup left as typed, no cell of a table lost, headings where
their writer sees them, known attributes with known values, links that lead where they may.

Read on what Python-Markdown made, so that no trick of syntax (an entity, a reference, an attribute list) decides what a
reader's browser is sent, and nothing that was meant to do something is printed. Writers know Markdown from the site
that hosts the code: where that reads it otherwise, the line is refused, with what to write. What our templates draw is
empty here; `built/elements` sees that.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from guide.content.pages import CODE, Page
from guide.content.project import Project
from guide.publish.html import Node, parse
from guide.render.context import Context
from guide.render.markdown.extension import GuideExtension, named_addresses
from markdown import Markdown
from markdown.extensions.tables import TableProcessor

from .. import nearest
from ..configuration import WANTED
from ..hosts import wrong_link
from ..leftovers import left
from . import Lines, page_rule

# What an element may carry, as `element name=value`, each class by itself. Of a fence with a language, Pygments makes
# spans whose classes no style sheet knows; `style` is written by tables, and made a class before it is published.
_MAY = re.compile(r"\w+ lang=[a-z]{2}(?:-[A-Z]{2})?|h[1-6] id=(?:!.*|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)|ol start=\d{1,4}|"
                  r"[\w-]+ class=(?:action|step|fold|ui|cites|task-list(?:-item|-control|-indicator)?|highlight|icon)|"
                  r"span class=[a-z][a-z0-9]{0,2}|t[hd] style=text-align: (?:left|right|center);|b translate=no|"
                  r"time datetime=\d{4}(?:-\d\d){0,2}|a (?:href|title)=.*|"
                  r"input (?:type=checkbox|checked=.*|disabled=.*)|cite-mark claim=.*|tr cells=.*|path d=.*|"
                  r"kit-words (?:kind|step)=.*|"
                  r"svg (?:aria-hidden|viewBox|width)=.*|(?:img|details) .*", re.S)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_INLINE = frozenset("a b br code cite-mark del em input label span strong svg time".split())
_OPEN, _SHUT = "\ue000", "\ue001"  # a citation in the words of a block stands between these
_CITED = re.compile(f"{_OPEN}.*?{_SHUT}")
_ITEM = re.compile(r"^([ \t]*)(?:[-*+]|\d+\.)[ \t]")
# What is wrong, then what to look for in the source, the surest first.
Found = tuple[Any, ...]


class _Words(Context):
    """A context in which no template is drawn."""

    def render(self, template: str, **values: object) -> str:
        return ""


class _Rows(TableProcessor):
    """Tables whose rows remember that they have more cells than the header, which are lost, or fewer."""

    def _build_row(self, row: str, parent: Any, align: Any) -> None:
        super()._build_row(row, parent, align)
        if len(cells := self._split_row(row)) != len(align):
            parent[-1].set("cells", f"{len(cells)} where the header has {len(align)}: {row}")


@page_rule
def rendered(project: Project, page: Page) -> Lines:
    """Every fault of a page. Python-Markdown forgets lines: each is that of the next one of its section that has what
    is wrong, else the section's own."""
    lines, section = page.text.splitlines(), 1
    headings = {heading.id: heading.line for heading in page.headings if heading.id}
    known = {address for address, _ in named_addresses(project.records, page.language).values()}
    try:
        elements = [*tree(project, page).elements()]
    except RecursionError:
        yield 1, "has quotations or lists so deep that they cannot be read; keep to a few levels"
        return
    before = list(_indents(page))
    yield from before
    told = {line for line, _ in before}
    for element in elements:
        section = headings.get(element.attributes.get("id", ""), section)
        for message, *groups in (*_attributes(element), *_leads(project, page, element, known),
                                 *_block(project, page, element)):
            places = [place for group in groups for place in _places(group, lines[section - 1:], section)]
            line = next((place for place in places if place not in told), 0)
            if line or not places:  # one mistake, one line: what was found there already is not said twice
                yield line or section, message
            told.add(line)


def _places(needles: list[str], lines: list[str], first: int) -> list[int]:
    """The lines that have one of the needles, with all their signs or else without those of emphasis and escapes;
    `first` is the number of the first."""
    for loose in (False, True):
        sought = [needle for needle in (bare(needle, loose) for needle in needles) if len(needle) > 1]
        if found := [number for number, line in enumerate(lines, first) if any(needle in bare(line, loose)
                                                                               for needle in sought)]:
            return found
    return []


@lru_cache(maxsize=2**15)
def bare(text: str, loose: bool = True) -> str:
    """A text as it is looked for: without entities, quotation marks, spaces and capitals."""
    text = unquote(html.unescape(text.replace(_OPEN, "[").replace(_SHUT, "]"))).lower()
    return re.sub(r"[\s\\\"'“”‘’«»*_]|\x02\d+\x03" if loose else r"[\s\"'“”‘’«»]", "", text)


def tree(project: Project, page: Page) -> Node:
    """The body of `page` as Python-Markdown makes it, with the extensions of mkdocs.yml, before components
    are drawn: HTML is left as typed, so is what a backslash protects."""
    all_lines = page.text.splitlines()
    text = "\n".join(all_lines[len(all_lines) - len(page.lines):])
    made_of = text, page.language, page.name, project.made_with[page.language]

    def convert() -> str:
        # Options say how things look; what they are is the same without.
        toc = {"slugify": lambda text, separator: "!", "marker": ""}
        ours = GuideExtension(_Words(project, page.language, page.name))
        md = Markdown(extensions=[*WANTED["markdown_extensions"], ours], extension_configs={"toc": toc})
        for name in ("guide-structure", "guide-typography", "unescape"):
            md.treeprocessors.deregister(name)  # they draw; what a writer wrote is settled before them
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.postprocessors.deregister("guide-citation-marks")
        md.parser.blockprocessors.register(_Rows(md.parser, {"use_align_attribute": False}), "table", 75)
        typed = re.sub("&(?:amp|lt|gt);", CODE, text)  # typed so, a sign is meant
        return md.convert(re.sub(r"&(?=#?\w+;)", "&amp;", typed))

    return parse(project.cache.kept("rendered", made_of, convert))


def _indents(page: Page) -> Lines:
    """What the site that hosts the code nests by two or three spaces, and Python-Markdown by four."""
    before, item = "", -1  # how far the last item of the list is indented; -1 outside of lists
    for number, line in page.lines:
        wide = line.expandtabs(4)
        indent, match = len(wide) - len(wide.lstrip()), _ITEM.match(wide)
        begins = line.strip() and not before.strip() and item >= 0
        if indent % 4 and (match and indent > item >= 0 or not match and begins and indent < item + 4):
            yield number, (f"what is indented by {indent} spaces stays on the level above, or ends the list; indent it "
                           f"by four for each level")
        if match or begins and not indent:
            item = len(match[1]) if match else -1
        before = line


def _attributes(element: Node) -> Iterator[Found]:
    """What an element carries and may not."""
    for name, value in element.attributes.items():
        for one in value.split() if name == "class" else [value]:
            if not _MAY.fullmatch(f"{element.tag} {name}={one}"):
                yield (f"{name}={one[:40]!r} on <{element.tag}> is nothing a page may give; braces hold an #id of a "
                       f"heading, a .class of ours or lang=", [f"{name}={one}", f"#{one}", f".{one}"], [f"{name}="],
                       [one], [f"{{{name}"])
    kind = element.attributes.get("class", "")
    if element.tag == "details" and element.the("summary").text() == kind.capitalize():  # the library's own, in English
        yield f'a fold without words of its own; write ??? {kind} "Its words"', [f"??? {kind}", f"???+ {kind}"]


def _leads(project: Project, page: Page, element: Node, known: set[str]) -> Iterator[Found]:
    """Where links lead; a picture, which a page has only from the records."""
    address = element.attributes.get("href", element.attributes.get("src", ""))
    words = element.text()
    if element.tag == "img":
        yield ("a picture; pages show those drawn from the records, as '/// picture | name' and the steps of "
               "screens.yml", [f"![{element.get('alt')}]({address}"], [f"({address}", f"src={address}"], ["!["])
    elif element.tag == "a" and not words and not element.first("img"):
        yield (f"a link to {address[:60]} has no words; write [what it opens]({address[:60]})",
               [f"[]({address})"], [address])
    elif element.tag == "a" and address not in known and (message := wrong_link(project, page, address)):
        weak = address.removeprefix("mailto:") if len(address) > 3 else ""
        yield (message, [f"[{words}]({address})", f"[{words}](<{address}>)", f"href={address}"],
               [f"({address}", f"<{address}", f"]: {address}"], [weak])


def _block(project: Project, page: Page, element: Node) -> Iterator[Found]:
    """What is left as typed in the words of a block; its citations; the cells of a row; code nobody fenced."""
    if element.tag in _INLINE:
        return
    if "cells" in element.attributes:
        said, _, row = element.attributes["cells"].partition(": ")
        yield (f"a row of {said}; give each row as many cells (for the sign | itself, write \\|)", [row])
    if element.tag == "pre":
        first = next((line for line in element.text_as_is().split("\n") if line.strip()), "")
        if any(line.strip() == first.strip() and line[:1] in " \t" for _, line in page.lines):
            yield ("four spaces before a line make code of it; remove them, or fence code with ``` before and after",
                   [first])
        return
    words = _own(element)
    yield from _citations(project, element, words)
    plain = _CITED.sub(_OPEN + _SHUT, words)
    for match, message in left(project, plain):
        after = re.split(f"[\n{CODE}{_OPEN}]", plain[match.start():], maxsplit=1)[0]
        before = re.split(f"[\n{CODE}{_SHUT}]", plain[:match.start()])[-1][-8:]
        yield message, [before + after[:40]], [after[:40]], [before + match[0]], [after[:15]]


def _citations(project: Project, element: Node, words: str) -> Iterator[Found]:
    """Marks that name no claim, or stand where a button cannot: it follows a sentence, and these hold plain words."""
    for match in re.finditer(rf"\S([ \t\u00a0\u202f]+)({_OPEN}.*?{_SHUT})", words):
        yield ("a space before a citation; put the mark straight after the sentence, as in 'text.[@claim]'",
               [words[max(0, match.start() - 20):match.end()]], [match[2]])
    for mark in _CITED.findall(words):
        for name in re.findall(r"@([a-z0-9-]+)", mark):
            if "withdrawn" in project.records.claims.get(name, ("withdrawn",)):
                near = nearest(name, project.records.claims, "the id of a claim of docs/records/claims/")
                yield f"there is no claim {name}; write [@{near}]", [f"@{name}"]
        if element.tag in HEADINGS or element.tag == "th":
            yield (f"a citation in a {'heading' if element.tag != 'th' else 'header of a table'}; put it in the text, "
                   f"after the sentence it supports", [mark])
    for link in (node for node in element.elements() if node.tag == "a" and node.first("cite-mark")):
        yield "a citation in the words of a link; put it after the sentence it supports", [_own(link)], ["[@"]


def _own(element: Node) -> str:
    """The words of a block as they were typed, without those of blocks in it: code, values and icons as one character,
    citations between two of their own."""
    said = []
    for child in element.children:
        if isinstance(child, str):
            said.append(child)
        elif child.tag == "code":
            said.append(child.text() if child.text()[:1] == "`" else CODE)  # one sign too many opened it
        elif child.tag in ("time", "svg") or "ui" in child.classes:
            said.append(CODE)
        elif child.tag == "cite-mark":
            said.append(f"@{child.attributes['claim']}")
        elif "cites" in child.classes:
            said.append(_OPEN + "; ".join(_own(mark) or f"@{mark.attributes['claim']}" for mark in child.elements())
                        + _SHUT)
        elif child.tag in _INLINE:
            said.append(_own(child))
    return "".join(said)
