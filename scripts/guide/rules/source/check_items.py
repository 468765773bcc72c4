"""A box to tick leads to the step that explains it, once a page, the same in every language.

The step is the item's identity: a reader's ticks are kept by it, in either language, whatever the words become. An item
without one cannot be kept, and two with the same would tick each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.addresses import step_key
from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project

from ..page_links import links

_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+\[([^\]]?)\]\s*(?!\()(.*)")


def check(project: Project) -> Iterator[Fault]:
    keys: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for page in project.pages:
        found = keys[page.name, page.language] = []
        for number, line in page.lines:
            match = _ITEM.match(line)
            if match and match[1] in ("", " ", "x", "X"):
                yield from _item(project, page, number, match, found)
    for (name, language), items in keys.items():
        first = keys.get((name, project.languages[0]), items)
        for one, other in zip(first, items, strict=False):
            if one[0] != other[0]:
                yield Fault(f"docs/{language}/{name}", other[1], f"this item leads to {other[0]} where "
                                                                 f"docs/{project.languages[0]}/{name}:{one[1]} leads "
                                                                 f"to {one[0]}; give both "
                                                                 f"lists the same steps in the same order")
                break
        else:
            if len(first) != len(items):
                yield Fault(f"docs/{language}/{name}", items[-1][1] if items else 1,
                            f"has {len(items)} items to tick where docs/{project.languages[0]}/{name} has "
                            f"{len(first)}; give both lists the same steps")


def _item(project: Project, page: Page, number: int, match: re.Match, found: list[tuple[str, int]]) -> Iterator[Fault]:
    if match[1] != " ":
        yield Fault(page.path, number,
                    "an item to tick is written '- [ ] [words](page.md#step)', with one space between the brackets")
        return
    target = next((link.target for link in links(page) if link.kind == "link" and link.line == number), "")
    if not match[2].startswith("[") or "#" not in target:
        yield Fault(page.path, number,
                    "an item to tick leads to nothing; write '- [ ] [words](page.md#step) other words', the link first")
        return
    key = step_key(target, page.name)
    path, _, identifier = key.partition("#")
    steps = {heading.id for other in project.pages if other.language == page.language
             and other.name in (f"{path}.md", f"{path}/index.md")
             for heading in other.headings if "step" in heading.classes}
    if identifier not in steps:
        yield Fault(page.path, number, f"{target} is not a step; link to a heading that has the class .step")
    if first := next((line for known, line in found if known == key), 0):
        yield Fault(page.path, number, f"{target} is already in this list (line {first}); keep one of them")
    found.append((key, number))
