"""A source says where it was read: its own address, that of its archived copy, or in words the copy it was seen through.

`access` promises what a reader can do: open the original, open the archived copy, or know that we saw it through something else. A promise
without the address is a source nobody can check. What may not be published (`publishable: false`) has none to give.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project

# How a source was read → the fields of which one must be there, and what to write.
NEEDS = {
    "original": (("url",), "add its url:, or say access: mirror and name the copy in seen_through:"),
    "archived": (("archive", "seen_through"), "add archive: with the address of the copy, or name the archive in seen_through:"),
    "mirror": (("seen_through",), "say in seen_through: which copy was read"),
    "relayed": (("seen_through",), "say in seen_through: who relays it"),
}


def check(project: Project) -> Iterator[Fault]:
    for source in project.records.sources.values():
        fields, remedy = NEEDS.get(source["access"], ((), ""))
        if fields and source.get("publishable") is not False and not any(source.get(name) for name in fields):
            yield Fault(source.path, source.at("access"), f"{source.id}: access is {source['access']} and nothing says where; {remedy}")
