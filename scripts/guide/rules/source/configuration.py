"""mkdocs.yml says what it says today. `dev.py` asks the same before MkDocs starts (guide/rules/configuration.py says
why); this is for whoever runs MkDocs without it."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project

from ..configuration import faults


def check(project: Project) -> Iterator[Fault]:
    return faults(project.root)
