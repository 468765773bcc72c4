"""A record that no page lists with all of its kind is named somewhere, or nobody ever meets it; what records name
beside records is there.

A label no drawing shows, an authority no region names: translated, reviewed and read again for no reader. A country
without an outline would be told by the map that it is not concerned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.pages import VALUE
from guide.content.project import Project
from guide.content.records import KINDS, texts
from guide.content.registry import ids_of, steps_of
from guide.render.markdown.blocks import BLOCKS
from guide.render.pictures.shows import views

from ..page_links import links

# Kind → what is missing where nothing names a record, and what to write.
NEEDS = {
    "authorities": "no region names this authority; add it to authorities: of its region in docs/records/regions.yml",
    "holidays": "no region counts these days; name them in holidays: of its reply in docs/records/regions.yml",
    "labels": "no page and no drawing shows this label; write [={id}] in a page, or name it in menu-paths.yml or "
    "screens.yml",
    "menu-paths": "no page shows this path; write '/// menu-path | {id}' in one",
    "milestones": "no page shows this date; write [={id}] in one, or on_timeline: true where a page has the timeline "
    "of its year",
    "addresses": "no page links to this address; write [words][{id}] in one",
    "screens": "no step has this id; give the drawing the id of its step",
}


def check(project: Project) -> Iterator[Fault]:
    named = _named(project)
    for kind, message in NEEDS.items():
        for record in project.records.kinds[kind].values():
            if record.id not in named[kind]:
                yield Fault(record.path, record.line,
                            f"{record.id}: {message.replace('{id}', record.id)}, or remove it")
    headings = {page.name: ids_of(page) for page in project.pages}
    for record, keys, kind, identifier in project.records.named():
        if kind not in KINDS and identifier not in headings.get(kind, ()):
            yield Fault(record.path, record.at(*keys),
                        f"{record.id}: {kind} has no heading with the id {identifier}; correct it")
    known = views()["world"]["places"]
    for _, record in project.records:
        for keys, code in texts(record):
            if keys[0] in ("country", "countries") and keys[0] in record.lines and code not in known:
                yield Fault(record.path, record.at(*keys),
                            f"{record.id}: the map has no outline of {code}; correct the code, or add it: "
                            f"overrides/assets/data/map.LICENSE.txt says how outlines were made")


def _named(project: Project) -> dict[str, set[str]]:
    """The ids of each kind that a record or a page names."""
    named: dict[str, set[str]] = defaultdict(set)
    for _, _, kind, identifier in project.records.named():
        named[kind].add(identifier)
    for page in project.pages:
        values = {match[1] for match in VALUE.finditer(page.text)}
        named["labels"] |= values
        named["milestones"] |= values
        named["addresses"].update(link.target.lower() for link in links(page) if link.kind == "reference")
        named["screens"].update(steps_of(page))
        for name, argument, _ in page.blocks:
            named[str(BLOCKS.get(name))].add(argument)
    for record in project.records.milestones.values():
        if record["on_timeline"] and record["date"][:4] in named["year"]:
            named["milestones"].add(record.id)
    return named
