"""What was published stays: no page and no heading id of the register may vanish, and new ones are registered.

Letters, search engines, printed sheets and other people's pages hold these addresses. The ids of steps are also unique in the
whole site, because each step has a short address of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..faults import Fault
from ..pages import Page
from ..project import Project
from ..registry import PATH, SHORT, ids_of, published


def check(project: Project) -> Iterator[Fault]:
    register = published(project)
    pages = {page.name: page for page in project.pages}
    for name in register:
        if name not in pages and name != SHORT:  # short_addresses looks after those
            yield Fault(f"docs/{project.languages[0]}/{name}", 1,
                        f"was published and is gone ({PATH}:{register.lines[name]}); put the page back, if only to say where its content is now")
    for page in project.pages:
        known = register.get(page.name, [])
        yield from _vanished(page, known)
        for heading in page.headings:
            if heading.id and heading.id not in known:
                yield Fault(page.path, heading.line,
                            f"the id {heading.id} is new and for ever; when you are sure of it, run: python3 scripts/dev.py check --register")
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
        renamed = next((heading.line for heading in new if heading.line > line), line)
        yield Fault(page.path, renamed, f"the id {identifier} was published and is gone; write {{#{identifier}}} again on the heading that has its subject")


def _steps(project: Project) -> Iterator[Fault]:
    for language in project.languages:
        taken: dict[str, str] = {}
        for page in (page for page in project.pages if page.language == language):
            for heading in page.headings:
                if heading.id and "step" in heading.classes:
                    place = f"{page.path}:{heading.line}"
                    first = taken.setdefault(heading.id, place)
                    if not first.startswith(page.path + ":"):
                        yield Fault(page.path, heading.line, f"the step {heading.id} exists on {first} too; give it an id of its own, e.g. "
                                                             f"{{#{page.name.removesuffix('.md').rpartition('/')[2]}-… .step}}")
