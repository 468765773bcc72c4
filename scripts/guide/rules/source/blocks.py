"""`/// name | argument` has an argument the block knows, and is closed by `///`: an unclosed one swallows what follows.

Those of a kit hold words. One that does not exist is left in the page as text, which `rendered` refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.render.markdown.blocks import BLOCKS, HOLDING

_CLOSES = re.compile(r"^\s*/{3,}\s*$")


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        yield from _fences(page)
        for name, argument, line in page.blocks:
            if name in BLOCKS:
                yield from _argument(project, page, name, argument, line)


def _fences(page: Page) -> Iterator[Fault]:
    """Blocks that are not closed, and what stands in one."""
    opened, before, known = 0, "", {line for _, _, line in page.blocks}
    holding = {line for name, _, line in page.blocks if name in HOLDING}
    for number, line in page.lines:
        if opened and line.strip() and not _CLOSES.match(line) and (number in known or opened not in holding):
            yield (Fault(page.path, opened, "the block is not closed; write a line /// after it, before the next one")
                   if number in known else Fault(page.path, number, "text inside a block is not shown; close the "
                                                                    "block with a line /// before it"))
            opened = 0
        if not opened and _CLOSES.match(line) and not before.startswith("///"):
            yield Fault(page.path, number,
                        "closes a block that is not open; remove the line, or write '/// name' above it")
        before = line.strip()
        opened = number if number in known else 0 if _CLOSES.match(line) else opened
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
