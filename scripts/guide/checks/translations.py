"""Every section has its line in the lock that remembers when its languages were last compared, and no line is left over.

Without a line, a section could change in one language and nobody would ever be told. Whether two texts still say the same is
no rule: a section that is behind is shown to readers and never stops a build.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..faults import Fault
from ..project import Project
from ..registry import published
from ..sections import sections
from ..translations import PATH, name, pairs, read

RUN = "run: python3 scripts/dev.py check --register"


def check(project: Project) -> Iterator[Fault]:
    if not (project.root / PATH).exists():
        yield Fault(PATH, 0, f"is missing, so that no drift between languages would be seen; restore it from git, or {RUN}")
        return
    lock, known = read(project.root), published(project)
    told = set()
    for key, versions in pairs(project.pages, project.languages).items():
        page, identifier, _ = key
        # An id that is not registered yet is asked for by the rule about published ids, with the same remedy.
        if key not in lock and page not in told and (identifier.startswith(".") or identifier in known.get(page, ())):
            told.add(page)
            version = next(iter(versions.values()))
            yield Fault(version.page.path, version.section.line, f"has sections that {PATH} does not know; {RUN}")
    present = {(page.name, identifier) for page in project.pages for identifier in sections(page)}
    for key, match in lock.items():
        if key[:2] not in present and key[1] not in known.get(key[0], ()):
            yield Fault(PATH, match.line, f"{name(key)} is no section any more; {RUN}")
