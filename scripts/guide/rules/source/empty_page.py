"""A page has something to say: at least 150 words of its own, code and drawn blocks aside, unless it lists records.

An empty or half-written page is worse than none: search finds it, people arrive and leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.registry import recorded

from ..prose import words

FEWEST = 150
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        number = sum(len(_WORD.findall(line)) for _, line in words(page))
        if number < FEWEST and not recorded(project, page):
            yield Fault(page.path, 1,
                        f"has {number} words of text; write at least {FEWEST}, or remove the page in every language")
