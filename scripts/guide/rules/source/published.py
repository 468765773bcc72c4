"""What was published stays, or docs/records/redirects.yml says where it is now: pages, the ids of headings and of the
records that pages list, short addresses of steps.

Letters, search engines, printed sheets and other people's pages hold these addresses. What is new is no fault: a
review shows it (guide/desk/changes.py), the weekly report names what the register lacks, `dev.py check --register`
adds it. The ids of steps are unique in the whole site: each step has a short address.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from guide.content.addresses import Place
from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.content.redirects import PATH as MOVED
from guide.content.redirects import Redirect, redirects
from guide.content.registry import PATH, SHORT, of_record, published, recorded, steps_of
from guide.content.yaml_lines import LinedList


def check(project: Project) -> Iterator[Fault]:
    register, moved = published(project), redirects(project)
    first = project.languages[0]
    for name in register.keys() - {SHORT} - {page.name for page in project.pages}:
        if (name, "") not in moved:
            yield Fault(f"docs/{first}/{name}", 1,
                        f"was published and is gone ({PATH}:{register.lines[name]}); put it back, or write in {MOVED} "
                        f"where its readers go: {name}: and below it '  to: page.md'")
    for page in project.pages:
        known = register.get(page.name, LinedList(0))
        yield from _headings(project, page, known, moved)
        if page.language == first:
            yield from _records(project, page, known, moved)
    for language in project.languages:
        pages = [page for page in project.pages if page.language == language]
        yield from _steps(pages)
        there = {identifier for page in pages for identifier in steps_of(page)}
        for identifier in register.get(SHORT, ()):
            if identifier not in there and (SHORT, identifier) not in moved:
                yield _short(pages, identifier, register.lines[SHORT])


def _headings(project: Project, page: Page, known: LinedList, moved: dict[Place, Redirect]) -> Iterator[Fault]:
    """The ids of headings that are gone, each where it was: on the heading that is new there, or on the one before."""
    lines, line = {heading.id: heading.line for heading in page.headings}, 1
    for identifier in known:
        if identifier in lines:
            line = lines[identifier]
        elif (page.name, identifier) not in moved and not of_record(project, page, identifier, known):
            other = next((heading for heading in page.headings if heading.line > line and heading.level > 1
                          and heading.id not in known), None)
            yield Fault(page.path, other.line if other else line,
                        f"the id {identifier} was published and is gone; write {{#{identifier}}} again on the heading "
                        f"that has its subject; to give it another: python3 scripts/dev.py rename id "
                        f"{page.name}#{identifier} {other.id if other and other.id else 'NEW'}")


def _records(project: Project, page: Page, known: LinedList, moved: dict[Place, Redirect]) -> Iterator[Fault]:
    """The records whose address is gone, each on the record that most likely has another name now."""
    present = recorded(project, page)
    new = [identifier for identifier in present if identifier not in known]
    for identifier, line in zip(known, known.lines, strict=True):
        if identifier in present or (page.name, identifier) in moved or not of_record(project, page, identifier, known):
            continue
        place, near = f"{page.name}#{identifier}", get_close_matches(identifier, new, 1)
        at = (present[near[0]].path, present[near[0]].line) if near else (PATH, line)
        yield Fault(*at, f"the address {place} was published and is gone; "
                    f"{'give this record its former name' if near else 'put its record back'}, or write in {MOVED}, "
                    f"whose first lines say how: {place}: and below it '  to: {page.name}#"
                    f"{near[0] if near else 'other-id'}'")


def _short(pages: list[Page], identifier: str, line: int) -> Fault:
    """The fault of a step that is none any more, on the heading that lost its class where there is one."""
    path, line, remedy = next(((page.path, heading.line, "write {{#{0} .step}} again") for page in pages
                               for heading in page.headings if heading.id == identifier),
                              (PATH, line, f"put the step {{{{#{{0}} .step}}}} back, or write in {MOVED} where it is: "
                                           f"go/{{0}}/: and below it '  to: go/step/'"))
    return Fault(path, line, f"the short address go/{identifier}/ was published and would be gone; "
                             f"{remedy.format(identifier)}")


def _steps(pages: list[Page]) -> Iterator[Fault]:
    taken: dict[str, Page] = {}
    for page in pages:
        for heading in page.headings:
            if heading.id in steps_of(page) and (first := taken.setdefault(heading.id, page)) is not page:
                line = next(other.line for other in first.headings if other.id == heading.id)
                stem = page.name.removesuffix(".md").rpartition("/")[2]
                yield Fault(page.path, heading.line, f"the step {heading.id} exists on {first.path}:{line} too; give "
                                                     f"it an id of its own, e.g. {{#{stem}-… .step}}")
