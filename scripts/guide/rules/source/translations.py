"""The lock that remembers when the languages were last compared is there and can be read: without it no drift would be
seen.

Whether two texts still say the same is no rule, and a section the lock does not know yet is none either: a section that
is behind is shown to readers, `check` names both kinds, and neither stops a build. Who adds a question in a browser
cannot run a command.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.translations import PATH, read


def check(project: Project) -> Iterator[Fault]:
    if not (project.root / PATH).exists():
        yield Fault(PATH, 0, "is missing, so that no drift between languages would be seen; "
                             "restore it from git, or run: python3 scripts/dev.py check --register")
    read(project.root)
