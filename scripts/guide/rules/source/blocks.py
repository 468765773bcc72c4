"""`/// name | argument` names a block that exists, with an argument it knows, and is closed by `///`.

The Markdown extension leaves an unknown block in the page as text, and an unclosed one swallows what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.render.markdown.blocks import BLOCKS

_OPENS = re.compile(r"^\s*/{3,}\s*[^\s/]")
_CLOSES = re.compile(r"^\s*/{3,}\s*$")


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        yield from _fences(page)
        for name, argument, line in page.blocks:
            if name not in BLOCKS:
                near = get_close_matches(name, BLOCKS, 1) or sorted(BLOCKS)
                yield Fault(page.path, line, f"there is no block {name}; write /// {' or '.join(near)}")
            else:
                yield from _argument(project, page, name, argument, line)


def _fences(page: Page) -> Iterator[Fault]:
    opened, before = 0, ""
    known = {line for _, _, line in page.blocks}
    for number, line in page.lines:
        if _OPENS.match(line):
            if number not in known:
                yield Fault(page.path, number,
                            (f"{line.strip()!r} is not how a block is written; write '/// name' or '/// name | "
                             f"argument'"))
            if opened:
                yield Fault(page.path, opened,
                            "the block is not closed; write a line /// after it, before the next one")
            elif before.strip():
                yield Fault(page.path, number, "the block sticks to the line above; put an empty line before it")
            opened = number
        elif _CLOSES.match(line):
            if not opened:
                yield Fault(page.path, number,
                            "closes a block that is not open; remove the line, or write '/// name' above it")
            opened = 0
        elif opened and line.strip():
            yield Fault(page.path, number,
                        "text inside a block is not shown; close the block with a line /// before it")
            opened = 0 if line.startswith("#") else opened
        before = line
    if opened:
        yield Fault(page.path, opened, "the block is not closed; write a line /// after it")


def _argument(project: Project, page: Page, name: str, argument: str, line: int) -> Iterator[Fault]:
    wanted = BLOCKS[name]
    if wanted == "":
        if argument:
            yield Fault(page.path, line, f"the block {name} takes no argument; write '/// {name}'")
        return
    if wanted == "year":
        choices = sorted({record["date"][:4] for record in project.records.milestones.values()})
    else:
        choices = sorted(wanted if isinstance(wanted, tuple) else project.records.kinds[wanted])
    if argument not in choices:
        near = get_close_matches(argument, choices, 1) or choices
        what = f"does not know {argument!r}" if argument else "lacks its argument"
        yield Fault(page.path, line, f"the block {name} {what}; write '/// {name} | {near[0]}'"
                    + (f" (or {', '.join(near[1:8])})" if near[1:] else ""))
