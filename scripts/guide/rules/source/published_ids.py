"""What was published stays, or docs/records/redirects.yml says where it is now; new pages and heading ids are
registered.

Letters, search engines, printed sheets and other people's pages hold these addresses. The ids of steps are also unique
in the whole site, because each step has a short address of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.pages import Heading, Page
from guide.content.project import Project
from guide.content.redirects import PATH as MOVED
from guide.content.redirects import redirects
from guide.content.registry import PATH, SHORT, ids_of, of_record, published


def check(project: Project) -> Iterator[Fault]:
    register, moved = published(project), redirects(project)
    pages = {page.name: page for page in project.pages}
    whole = {name: set.intersection(*(set(ids_of(page)) for page in project.pages if page.name == name))
             for name in pages}
    for name in register:
        if name not in pages and name != SHORT and (name, "") not in moved:  # short_addresses looks after steps
            yield Fault(f"docs/{project.languages[0]}/{name}", 1,
                        f"was published and is gone ({PATH}:{register.lines[name]}); put it back, or write in {MOVED} "
                        f"where its readers go: "
                        f"{name}: and below it '  to: page.md'")
    for page in project.pages:
        known = register.get(page.name, [])
        kept = [identifier for identifier in known if (page.name, identifier) not in moved
                and not of_record(project, page, identifier, known)]
        gone = list(_vanished(page, kept))
        yield from gone
        renamed = {fault.line for fault in gone}  # one mistake, one line: it is not new, it was called otherwise
        for heading in page.headings:
            # Said once, of the first language. One that a language lacks is left to the rule about parity: it could not
            # be registered yet.
            if (page.language == project.languages[0] and heading.id in whole[page.name] and heading.id not in known
                and heading.line not in renamed):
                yield Fault(page.path, heading.line,
                            f"the id {heading.id} is new and for ever; when you are sure of it, write '- "
                            f"{heading.id}' below {page.name} in {PATH} "
                            f"(or run: python3 scripts/dev.py check --register)")
    yield from _steps(project)


def _vanished(page: Page, known: list[str]) -> Iterator[Fault]:
    present = ids_of(page)
    lines = {heading.id: heading.line for heading in page.headings}
    new = [heading for heading in page.headings if heading.level > 1 and heading.id not in known]
    line = 1
    for identifier in known:
        if identifier in present:
            line = lines[identifier]
            continue
        renamed = _renamed(new, line)
        place = f"{page.name}#{identifier}"
        yield Fault(page.path, renamed.line if renamed else line,
                    f"the id {identifier} was published and is gone; write {{#{identifier}}} again on the heading "
                    f"that has its subject; "
                    f"to give it another: python3 scripts/dev.py rename id {place} "
                    f"{renamed.id if renamed and renamed.id else 'NEW'}")


def _renamed(new: list[Heading], line: int) -> Heading | None:
    """The first heading after `line` that the register does not know: most likely the one whose id was changed by
    hand."""
    return next((heading for heading in new if heading.line > line), None)


def _steps(project: Project) -> Iterator[Fault]:
    for language in project.languages:
        taken: dict[str, str] = {}
        for page in (page for page in project.pages if page.language == language):
            for heading in page.headings:
                if heading.id and "step" in heading.classes:
                    place = f"{page.path}:{heading.line}"
                    first = taken.setdefault(heading.id, place)
                    if not first.startswith(page.path + ":"):
                        yield Fault(page.path, heading.line,
                                    f"the step {heading.id} exists on {first} too; give it an id of its own, e.g. "
                                    f"{{#{page.name.removesuffix('.md').rpartition('/')[2]}-… .step}}")
