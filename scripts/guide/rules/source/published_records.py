"""A record that a page lists keeps its address (`sources/#source-…`), or docs/records/redirects.yml says where it is
now; new ones are registered.

A source, a fact or an authority is linked to by its own id. A record renamed or removed takes that address with it, and
no page shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.content.records import Record
from guide.content.redirects import PATH as MOVED
from guide.content.redirects import redirects
from guide.content.registry import PATH, of_record, published, recorded
from guide.content.yaml_lines import LinedList


def check(project: Project) -> Iterator[Fault]:
    register, moved = published(project), redirects(project)
    fresh: dict[str, list[str]] = {}
    records = {}
    for page in (page for page in project.pages if page.language == project.languages[0]):
        known, present = register.get(page.name, LinedList(0)), recorded(project, page)
        new = [identifier for identifier in present if identifier not in known]
        for identifier in known:
            if identifier not in present and (page.name, identifier) not in moved and of_record(project, page,
                                                                                                identifier, known):
                near = get_close_matches(identifier, new, 1)
                new = [other for other in new if other not in near]
                yield _lost(page, identifier, near, present, known)
        for identifier in new:
            records[identifier] = present[identifier]
            fresh.setdefault(identifier, []).append(page.name)
    for identifier, names in fresh.items():
        record = records[identifier]
        yield Fault(record.path, record.line,
                    f"{record.id} gets an address, new and for ever; when you are sure of its name, write '- "
                    f"{identifier}' below "
                    f"{' and below '.join(names)} in {PATH} (or run: python3 scripts/dev.py "
                    f"check --register)")


def _lost(page: Page, identifier: str, near: list[str], present: dict[str, Record], known: LinedList) -> Fault:
    """The fault about a record that is not there under its published name."""
    place = f"{page.name}#{identifier}"
    elsewhere = (f"write in {MOVED}, whose first lines say how: {place}: and below it '  to: "
                 f"{page.name}#{near[0] if near else 'other-id'}'")
    if near:
        record = present[near[0]]
        return Fault(record.path, record.line,
                     f"the address {place} was published and is gone; give this record its former name, or {elsewhere}")
    return Fault(PATH, known.lines[known.index(identifier)],
                 f"the address {place} was published and is gone; put its record back, or {elsewhere}")
