"""Every authority belongs to a region, or nobody is ever sent to it.

The list of authorities, the finder and the letters go from a region to its authorities: one that no region names is read by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project


def check(project: Project) -> Iterator[Fault]:
    named = {authority for region in project.records.regions.values() for authority in region.get("authorities", ())}
    for authority in project.records.authorities.values() if project.records.regions else ():
        if authority.id not in named:
            yield Fault(authority.path, authority.line, f"{authority.id}: no region names this authority; add it to authorities: of its region in "
                                                        f"docs/records/regions.yml, or remove it")
