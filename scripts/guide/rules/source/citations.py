"""Every claim is cited by a page, and none in the front matter, which is plain text. What a mark looks like, what it
names and where it may stand is read on what it became (`rendered`).
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project
from guide.render.uses import uses


def check(project: Project) -> Iterator[Fault]:
    cited = uses(project).cited_on
    for identifier, record in project.records.claims.items():
        if identifier not in cited and "withdrawn" not in record:
            yield Fault(record.path, record.line,
                        f"{identifier} is cited by no page; write [@{identifier}] after the sentence it supports, or "
                        f"remove the claim")
