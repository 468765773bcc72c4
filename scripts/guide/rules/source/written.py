"""What a page's own words become is prose: known elements, known attributes, known values, links and pictures that lead
where they may.

Read on what Python-Markdown made, so that no trick of syntax (an entity, a reference, an attribute list, a tag cut in
two) decides what a reader's browser is sent. A link leads to the pages of its language or to an address of the records,
a picture to docs/assets/: by no other scheme (javascript:, data:, mailto:…), to no other place. What our templates draw
is empty here; `built/elements` sees that.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

import yaml
from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.publish.html import Node, parse
from guide.render.context import Context
from guide.render.markdown import GuideExtension
from guide.render.markdown.extension import named_addresses
from markdown import Markdown

_ID = re.compile(r"(?:fn|fnref\d*):[\w-]+|[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LANG = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
_ALIGN = re.compile(r"text-align: (?:left|right|center);")  # written by tables, made a class before it is published
# what Pygments makes of the words of a fence with a language; no style sheet knows them
_COLOURED = re.compile(r"[a-z][a-z0-9]{0,2}")
_ANY = re.compile(r".*", re.S)
_CLASSES = frozenset("""
    action step fold ui cites cite footnote footnote-ref footnote-backref task-list task-list-item task-list-control
    task-list-indicator admonition admonition-title note tip info warning danger important caution details highlight
    icon""".split())
# What an element may carry besides class and lang.
ELEMENTS: dict[str, dict[str, re.Pattern]] = {
    **{tag: {} for tag in "p ul strong em b code pre blockquote hr br table thead tbody tr span s del details summary "
                          "label div".split()},
    **{tag: {"id": _ID} for tag in "h1 h2 h3 h4 h5 h6 sup li".split()},
    "ol": {"start": re.compile(r"\d{1,4}")}, "th": {"style": _ALIGN}, "td": {"style": _ALIGN},
    "time": {"datetime": re.compile(r"\d{4}(?:-\d\d){0,2}")},
    "a": {"href": _ANY, "title": _ANY}, "img": {"src": _ANY, "alt": _ANY, "title": _ANY},
    "input": {"type": re.compile("checkbox"), "checked": _ANY}, "cite-mark": {"claim": _ANY},
    "svg": dict.fromkeys(("aria-hidden", "viewBox", "width"), _ANY), "path": {"d": _ANY},  # icons
}
# what browsers pass over in an address (WHATWG URL), and a little more
_DROPPED = re.compile(r"[\u0000-\u0020\u007f-\u00a0]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_RELATIVE = re.compile(r"[A-Za-z0-9_.,/-]*(?:#[A-Za-z0-9:_.-]*)?")
# What is wrong, then what to look for in the source, the surest first.
Found = tuple[Any, ...]


class _Words(Context):
    """A context in which no template is drawn."""

    def render(self, template: str, **values: object) -> str:
        return ""


def check(project: Project) -> Iterator[Fault]:
    known = {address for address, _ in named_addresses(project.records).values()}
    for page in project.pages:
        try:
            yield from _page(project, page, known)
        except RecursionError:
            yield Fault(page.path, 1, "has quotations or lists so deep that they cannot be read; keep to a few levels")


def _page(project: Project, page: Page, known: set[str]) -> Iterator[Fault]:
    lines = [_bare(line) for line in page.text.splitlines()]
    headings = {heading.id: heading.line for heading in page.headings if heading.id}
    section, told = 1, dict[str, int]()
    for element in _tree(project, page).elements():
        section = headings.get(element.attributes.get("id", ""), section)
        for message, *needles in (*_messages(element), *_targets(project, page, element, known)):
            # Python-Markdown forgets lines: the next one of this section that has what is wrong, else the section's
            # own.
            keys = message, _bare(" ".join(needles[0]))
            after = list(enumerate(lines, 1))[max(section - 1, *(told.get(key, 0) for key in keys)):]
            found = (number for group in needles for number,
                     text in after if any(needle in text for needle in map(_bare, group) if needle))
            line = next(found, section)
            told.update(dict.fromkeys(keys, line))
            yield Fault(page.path, line, message)


def _bare(text: str) -> str:
    """A text as it is looked for: without entities, escapes, quotation marks, spaces and capitals."""
    return re.sub(r"[\s\\\"'“”‘’«»]", "", unquote(html.unescape(text))).lower()


def _tree(project: Project, page: Page) -> Node:
    """The body of `page` as Python-Markdown makes it, with the extensions of mkdocs.yml, before letters and components
    are drawn."""
    all_lines = page.text.splitlines()
    text = "\n".join(all_lines[len(all_lines) - len(page.lines):])
    made_of = text, page.language, page.name, project.made_with[page.language]

    def convert() -> str:
        extensions = _extensions((project.root / "mkdocs.yml").read_text("utf-8"))
        md = Markdown(extensions=[*extensions, GuideExtension(_Words(project, page.language, page.name))],
                      extension_configs=extensions)
        for name in ("guide-structure", "guide-letters"):  # they draw; what a writer wrote is settled before them
            md.treeprocessors.deregister(name)
        md.postprocessors.deregister("guide-citation-numbers")
        return md.convert(text)

    return parse(project.cache.kept("words", made_of, convert))


@lru_cache(maxsize=1)
def _extensions(text: str) -> dict[str, dict[str, object]]:
    """The extensions of mkdocs.yml and their options. BaseLoader keeps every scalar as text and takes tags for what
    they hold."""
    listed = yaml.load(text, Loader=yaml.BaseLoader).get("markdown_extensions", {})
    words = {"true": True, "false": False}
    return {name: {key: words.get(value, value) for key, value in (options or {}).items()} for name,
            options in listed.items()}


def _messages(element: Node) -> Iterator[Found]:
    """What is wrong with an element."""
    tag = element.tag
    if tag not in ELEMENTS or tag == "svg" and "icon" not in element.classes:
        yield f"becomes a <{tag[:20]}> in the page; write Markdown, or a block drawn from the records", ["<" + tag]
        return
    for name, value in element.attributes.items():
        wanted = _LANG if name == "lang" else ELEMENTS[tag].get(name)
        if name == "class":
            unknown = sorted(word for word in set(value.split()) - _CLASSES
                             if not (tag == "span" and _COLOURED.fullmatch(word)))
            yield from ((f"the class {word[:40]!r} on <{tag}> is none a page may give; remove it", ["." + word])
                        for word in unknown[:1])
        elif wanted is None:
            yield (f"{name[:40]}= on <{tag}>; in a page, braces hold an #id of a heading, a .class or lang=, nothing "
                   f"else",
                   [f"{name}={value}", "#" + value if name == "id" else ""], [f"{name}="])
        elif not wanted.fullmatch(value):
            yield (f"{name}={value[:40]!r} on <{tag}> is not a value a page may give; remove it",
                   [f"{name}={value}"], [value])
    if tag == "a" and not (element.text() + "".join(node.attributes.get("alt", "")
                                                    for node in element.elements())).strip():
        address = element.attributes.get("href", "")
        yield (f"a link to {address[:60]} has no words; write [what it opens]({address[:60]})",
               [f"[]({address})"], [address])
    if tag == "img" and not element.attributes.get("alt", "").strip():
        address = element.attributes.get("src", "")
        yield (f"the picture {address} has no alternative text; write ![what it shows]({address})",
               [f"![]({address})"], [address])


def _targets(project: Project, page: Page, element: Node, known: set[str]) -> Iterator[Found]:
    for name in ("href", "src", "action", "data"):
        address = element.attributes.get(name)
        if address is not None and not (name == "href"
                                        and address in known) and (message := _wrong(project, page, name, address)):
            words = f"![{element.attributes.get('alt', '')}]" if element.tag == "img" else f"[{element.text()}]"
            weak = address.removeprefix("mailto:") if len(address) > 3 else ""
            yield message, [f"{words}({address})", f"{words}(<{address}>)",
                            f"{name}={address}"], [f"({address})"], [weak]


def _wrong(project: Project, page: Page, name: str, address: str) -> str:
    """What is wrong with an address; nothing when a page may have it."""
    plain, shown = _DROPPED.sub("", unquote(address)), repr(address[:60])
    scheme = _SCHEME.match(plain)
    if address in ("", "#"):
        return "a link leads nowhere; write the page or the #id it leads to"
    if scheme and scheme[1].lower() not in ("http", "https"):
        return (f"{shown} is an address of the kind {scheme[1].lower()}:, which a page may not hold; link to a page "
                f"or to an address of the records")
    if scheme or re.match(r"[/\\]{2}", plain):
        return f"{shown} is in no record; add it to docs/records/addresses.yml under an id and write [words][that-id]"
    if not _RELATIVE.fullmatch(address):
        return (f"{shown} holds signs no name of ours has; write the path of a file with letters, digits and hyphens, "
                f"then #its-id")
    place = posixpath.normpath(posixpath.join("docs", page.language, posixpath.dirname(page.name),
                                              address.partition("#")[0]))
    if address.startswith("/") or not f"{place}/".startswith(("docs/assets/", f"docs/{page.language}/")):
        return (f"{shown} leads out of the pages of this language and of docs/assets/; link to a page of the same "
                f"language")
    if name == "src" and not (place.startswith("docs/assets/") and (project.root / place).is_file()):
        return (f"{shown} is no file of docs/assets/; put the picture there, or correct its name (from this file's "
                f"folder)")
    return ""
