"""mkdocs.yml says what it says today: our hook, one plugin, our theme, the extensions pages are checked with, pages in the menu.

`dev.py` asks the same before MkDocs starts (guide/rules/configuration.py says why); this is for whoever runs MkDocs without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project

from ..configuration import faults


def check(project: Project) -> Iterator[Fault]:
    yield from faults(project.root)
