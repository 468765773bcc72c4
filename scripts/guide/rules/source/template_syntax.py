"""No page, record or string holds the syntax of templates, nor asks for another file to be put in its place.

Today neither is read in Markdown. The day an extension that does is switched on, a line that waited for it would run with the build's rights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.project import Project

_SYNTAX = re.compile(r"\{\{|\}\}|\{%|%\}|\{#(?![a-z][\w-]*[\s}])|#\}|<%|%>|\$\{|(?<!\\)\{!|-{1,}8<-{1,}|^\s*(?:\{\{?<|:include:|\.\. include::)")


def check(project: Project) -> Iterator[Fault]:
    docs = project.root / "docs"
    for path in [path for suffix in ("md", "yml") for path in files(docs, f"**/*.{suffix}", project.root)]:
        for number, line in enumerate(path.read_text("utf-8", errors="replace").split("\n"), 1):
            if match := _SYNTAX.search(line):
                yield Fault(relative(path, project.root), number, f"{match[0].strip()!r} is syntax of a template or an include; write plain words (a "
                                                                  f"heading's id is {{#its-id}})")
