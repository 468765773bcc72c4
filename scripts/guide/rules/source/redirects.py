"""An old address leads, in one step, to something that exists; nothing that exists is hidden by one, and no published
id falls between.

A reader who comes by a printed link or a search engine has no other help: a chain that ends nowhere, or a redirect that
covers a page, is found by nobody who works here.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.addresses import Place, page_url
from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.redirects import PATH, Redirect, address, redirects
from guide.content.registry import SHORT, published, steps_of

from ..block_html import ids as drawn_ids
from ..internal_links import written_ids


def check(project: Project) -> Iterator[Fault]:
    found, live, register = redirects(project), live_places(project), published(project)
    pages = {page_url(page): page for page, identifier in live if not identifier and page != SHORT}
    for redirect in found.values():
        page, identifier = redirect.old
        at = address(redirect.old)
        if redirect.old in live or redirect.old == (SHORT, ""):
            yield Fault(PATH, redirect.line,
                        f"{at} still exists, and a redirect would hide it; remove this entry, or what stands there")
        elif page not in register or identifier and identifier not in register[page]:
            yield Fault(PATH, redirect.line,
                        f"{at} was never published (it is not in docs/records/published-ids.yml); correct it, or "
                        f"remove this entry")
        elif not identifier and (other := pages.get(page_url(page))) and other != redirect.new[0]:
            yield Fault(PATH, redirect.line, f"{at} has the address of {other}, which exists; remove this entry")
        yield from _target(redirect, found, live)
        if not identifier and not redirect.removed and redirect.new in live:
            yield from _ids(redirect, found, live, register.get(page, []))


def live_places(project: Project) -> set[Place]:
    """Everything that has an address now: pages, ids written and drawn on them, steps; what one language lacks, other
    rules report."""
    places: set[Place] = set()
    for page in project.pages:
        places.add((page.name, ""))
        places.update((page.name, identifier) for identifier in written_ids(page) | drawn_ids(project, page))
        places.update((SHORT, identifier) for identifier in steps_of(page))
    return places


def _target(redirect: Redirect, found: dict[Place, Redirect], live: set[Place]) -> Iterator[Fault]:
    at, target = address(redirect.old), address(redirect.new)
    if redirect.new in found:
        end = _end(redirect.new, found)
        if end is None:
            yield Fault(PATH, redirect.line,
                        f"{at} leads to {target}, which leads back: a circle; write the address of something that "
                        f"exists")
        else:
            yield Fault(PATH, redirect.line,
                        f"{at} leads to {target}, which is elsewhere itself; write to: {address(end)}")
    elif redirect.new not in live:
        yield Fault(PATH, redirect.line,
                    f"{at} leads to {target}, which does not exist; write a page, a heading's id or a step that does")
    elif redirect.new[0] == SHORT != redirect.old[0]:
        yield Fault(PATH, redirect.line,
                    f"{at} leads to a short address; write the step's own, page.md#{redirect.new[1]}")


def _end(place: Place, found: dict[Place, Redirect]) -> Place | None:
    """Where a chain ends; None when it goes in a circle."""
    seen: set[Place] = set()
    while place in found:
        if place in seen:
            return None
        seen.add(place)
        place = found[place].new
    return place


def _ids(redirect: Redirect, found: dict[Place, Redirect], live: set[Place],
         published_ids: list[str]) -> Iterator[Fault]:
    """Every id of a page that moved must land: on the new page under its own name, or where an entry says."""
    old, new = redirect.old[0], redirect.new[0]
    for identifier in published_ids:
        entry = found.get((old, identifier))
        if entry is None and (new, identifier) not in live and (new, identifier) not in found:
            yield Fault(PATH, redirect.line,
                        f"{old}#{identifier} was published and {new} has no such id; add {old}#{identifier}: "
                        f"and below it where that section is now")
        elif entry and entry.new != (new, identifier) and (new, identifier) in live:
            yield Fault(PATH, entry.line,
                        f"{old}#{identifier} arrives on {new}, which has an id {identifier} of its own; "
                        f"send it there (to: {new}#{identifier}), or rename that id")
