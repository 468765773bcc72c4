"""What a page's own words become is prose: known elements, known attributes, known values.

An allow-list read on what Python-Markdown made, so that no trick of syntax decides what a reader's browser is sent. What our templates
draw is not in it; the output rule `built/elements` sees that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.publish.html import Node

from ..rendered import faults

_ID = re.compile(r"(?:fn|fnref\d*):[\w-]+|[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LANG = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
_NUMBER = re.compile(r"\d{1,4}")
_ALIGN = re.compile(r"text-align: (?:left|right|center);")  # written by tables, made a class before it is published
_COLOURED = re.compile(r"[a-z][a-z0-9]{0,2}")  # what Pygments makes of the words of a fence with a language; no style sheet knows them
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_ANY = re.compile(r".*", re.S)
_CLASSES = frozenset("action step ui cites cite footnote footnote-ref footnote-backref task-list task-list-item task-list-control task-list-indicator "
                     "admonition admonition-title note tip info warning danger important caution details highlight icon".split())
# What an element may carry besides class and lang. Addresses are read by `targets`.
ELEMENTS: dict[str, dict[str, re.Pattern]] = {
    **{tag: {} for tag in "p ul li strong em b code pre blockquote hr br table thead tbody tr span sup s del details summary label".split()},
    **{tag: {"id": _ID} for tag in "h1 h2 h3 h4 h5 h6 sup li".split()},
    "div": {}, "ol": {"start": _NUMBER}, "th": {"style": _ALIGN}, "td": {"style": _ALIGN}, "time": {"datetime": _DAY},
    "a": {"href": _ANY, "title": _ANY}, "img": {"src": _ANY, "alt": _ANY, "title": _ANY},
    "input": {"type": re.compile("checkbox"), "checked": _ANY}, "cite-mark": {"claim": _ANY},
    "svg": dict.fromkeys(("aria-hidden", "viewBox", "width"), _ANY), "path": {"d": _ANY},  # icons
}


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        yield from _page(project, page)


def _page(project: Project, page: Page) -> Iterator[Fault]:
    try:
        yield from faults(project, page, lambda tree: list(_messages(tree)))
    except RecursionError:
        yield Fault(page.path, 1, "has quotations or lists so deep that they cannot be read; keep to a few levels")


def _messages(tree: Node) -> Iterator[str]:
    for element in tree.elements():
        if element.tag not in ELEMENTS or element.tag == "svg" and "icon" not in element.classes:
            yield f"becomes a <{element.tag[:20]}> in the page; write Markdown, or a block drawn from the records"
            continue
        for name, value in element.attributes.items():
            if message := _attribute(element.tag, name, value):
                yield message


def _attribute(tag: str, name: str, value: str) -> str:
    """What is wrong with one attribute of one element; nothing when it may be."""
    if name == "class":
        unknown = sorted(name for name in set(value.split()) - _CLASSES if not (tag == "span" and _COLOURED.fullmatch(name)))
        return f"the class {unknown[0][:40]!r} on <{tag}> is none a page may give; remove it" if unknown else ""
    if name == "lang":
        return "" if _LANG.fullmatch(value) else f"lang={value[:20]!r} on <{tag}> is no language; write a tag such as en or pt-BR"
    wanted = ELEMENTS[tag].get(name)
    if wanted is None:
        return f"{name[:40]}= on <{tag}>; in a page, braces hold an #id of a heading, a .class or lang=, nothing else"
    return "" if wanted.fullmatch(value) else f"{name}={value[:40]!r} on <{tag}> is not a value a page may give; remove it"
