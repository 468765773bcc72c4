"""No heading takes an id that our templates give: `content`, `search`, `evidence-…`.

Two of a name send a skip link, a label, a script or a popover to whatever a page put there first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.ignored import files
from guide.content.project import Project

_ID = re.compile(r"\sid=\"([a-z][a-z0-9-]*)(\{\{)?")


def check(project: Project) -> Iterator[Fault]:
    fixed: set[str] = set()
    starts: set[str] = set()
    for path in files(project.root / "overrides", "**/*.html", project.root):
        for match in _ID.finditer(path.read_text("utf-8", errors="replace")):
            (starts if match[2] else fixed).add(match[1])
    starts = {start for start in starts if start.endswith("-")}
    for page in project.pages:
        for heading in page.headings:
            if heading.id in fixed or heading.id.startswith(tuple(starts)):
                yield Fault(page.path, heading.line,
                            f"the id {heading.id} is one that templates give; begin it with the page's name, e.g. "
                            f"{{#{page.name.removesuffix('.md').rpartition('/')[2]}-{heading.id}}}")
