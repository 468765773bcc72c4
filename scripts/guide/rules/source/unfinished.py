"""No page is published with words left by `dev.py new`: each begins with TODO and says what belongs there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project

_MARK = re.compile(r"\bTODO\b[: ]*([^{]*)")


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        for number, line in enumerate(page.text.splitlines(), 1):
            if match := _MARK.search(line):
                yield Fault(page.path, number, f"still says TODO; write {match[1].strip() or 'what belongs there'}")
