"""What was published stays, or docs/records/redirects.yml says where it is now: pages, the ids of headings and of the
records that pages list, short addresses of steps.

Letters, search engines, printed sheets and other people's pages hold these addresses. What is new is no fault: a review
shows it (guide/desk/changes.py), `dev.py check --register` adds it.
"""

from guide.content import addresses
from guide.content.addresses import MOVED, REGISTER, SHORT, Redirect, address, ids_of, recorded, steps_of
from guide.content.cache import remembered
from guide.content.pages import Place, page_url
from guide.content.project import Project
from guide.content.yaml_lines import LinedList

from .. import nearest
from ..prose import drawn_ids
from . import Faults, rule


@remembered
def live_places(project: Project) -> set[Place]:
    """Everything that has an address now: pages, ids written and drawn on them, steps; what one language lacks, other
    rules report."""
    places: set[Place] = set()
    for page in project.pages:
        places.update((page.name, identifier) for identifier in ("", *ids_of(page), *drawn_ids(project, page)))
        places.update((SHORT, identifier) for identifier in steps_of(page))
    return places


@rule
def published(project: Project) -> Faults:
    """A page or an id that is gone is named where it was: on the heading or the record that is new there."""
    register, moved = addresses.published(project), addresses.redirects(project)
    for name in register.keys() - {SHORT} - {page.name for page in project.pages}:
        if (name, "") not in moved:
            yield (f"docs/{project.languages[0]}/{name}", 1, f"was published and is gone ({REGISTER}:"
                   f"{register.lines[name]}); put it back, or write in {MOVED} where its readers go: {name}: and below "
                   f"it '  to: page.md'")
    for page in project.pages:
        known, present = register.get(page.name, LinedList(0)), recorded(project, page)
        lines, at = {heading.id: heading.line for heading in page.headings}, 1
        for identifier in known:
            at = lines.get(identifier, at)
            if identifier not in lines and identifier not in present and (page.name, identifier) not in moved:
                heading = next((heading for heading in page.headings if heading.line > at and heading.level > 1
                                and heading.id not in known), None)
                near = nearest(identifier, present.keys() - set(known), "")
                there = heading or present.get(near)
                if there or page.language == project.languages[0]:
                    yield (present[near].path if near and not heading else page.path, there.line if there else at,
                           f"{page.name}#{identifier} was published and is gone; write {{#{identifier}}} again on the "
                           f"heading that has its subject, or give its record the former name; to give it another: "
                           f"python3 scripts/dev.py rename id {page.name}#{identifier} "
                           f"{there.id if there and there.id else 'NEW'} (a record: an entry in {MOVED})")


@rule
def steps(project: Project) -> Faults:
    """Each step has a short address: its id is unique in the whole site, and stays."""
    register, moved = addresses.published(project), addresses.redirects(project)
    for language in project.languages:
        found = [(page.path, heading) for page in project.pages if page.language == language
                 for heading in page.headings if heading.id]
        taken: dict[str, tuple[str, int]] = {}
        for path, heading in found:
            first = taken.setdefault(heading.id, (path, heading.line)) if "step" in heading.classes else (path, 0)
            if first[0] != path:
                yield (path, heading.line, f"the step {heading.id} exists on {first[0]}:{first[1]} too; give it an id "
                       f"of its own, begun with the page's name")
        for identifier in register.get(SHORT, ()):
            if identifier not in taken and (SHORT, identifier) not in moved:
                path, line = next(((path, heading.line) for path, heading in found if heading.id == identifier),
                                  (REGISTER, register.lines[SHORT]))
                yield (path, line, f"the short address go/{identifier}/ was published and would be gone; write "
                       f"{{#{identifier} .step}} again, or in {MOVED} where it is: go/{identifier}/: and below it "
                       f"'  to: go/step/'")


@rule
def redirects(project: Project) -> Faults:
    """An old address leads, in one step, to something that exists; nothing that exists is hidden by one, and no
    published id falls between: a chain that ends nowhere is found by nobody who works here."""
    found, live, register = addresses.redirects(project), live_places(project), addresses.published(project)
    pages = {page_url(page): page for page, identifier in live if not identifier and page != SHORT}
    for redirect in found.values():
        (page, identifier), at = redirect.old, address(redirect.old)
        other = pages.get(page_url(page), redirect.new[0]) if not identifier else redirect.new[0]
        if redirect.old in live or redirect.old == (SHORT, ""):
            yield (MOVED, redirect.line, f"{at} still exists, and a redirect would hide it; remove this entry, or what "
                   f"stands there")
        elif page not in register or identifier and identifier not in register[page]:
            yield (MOVED, redirect.line, f"{at} was never published (it is not in {REGISTER}); correct it, or remove "
                   f"this entry")
        elif other != redirect.new[0]:
            yield MOVED, redirect.line, f"{at} has the address of {other}, which exists; remove this entry"
        if wrong := _target(redirect, found, live):
            yield MOVED, redirect.line, f"{at} leads to {address(redirect.new)}, {wrong}"
        elif not identifier and not redirect.removed:
            yield from _ids(redirect, found, live, register.get(page, []))


def _target(redirect: Redirect, found: dict[Place, Redirect], live: set[Place]) -> str:
    """What is wrong with where a redirect leads."""
    if redirect.new in found:
        return "which is elsewhere itself; write the address of something that exists"
    if redirect.new not in live:
        return "which does not exist; write a page, a heading's id or a step that does"
    short = redirect.new[0] == SHORT != redirect.old[0]
    return f"a short address; write the step's own, page.md#{redirect.new[1]}" if short else ""


def _ids(redirect: Redirect, found: dict[Place, Redirect], live: set[Place], ids: list[str]) -> Faults:
    """Every id of a page that moved must land: on the new page under its own name, or where an entry says."""
    old, new = redirect.old[0], redirect.new[0]
    for identifier in ids:
        entry, own = found.get((old, identifier)), (new, identifier)
        if entry is None and own not in live and own not in found:
            yield (MOVED, redirect.line, f"{old}#{identifier} was published and {new} has no such id; add "
                   f"{old}#{identifier}: and below it where that section is now")
        elif entry and entry.new != own and own in live:
            yield (MOVED, entry.line, f"{old}#{identifier} arrives on {new}, which has an id {identifier} of its own; "
                   f"send it there (to: {new}#{identifier}), or rename that id")
