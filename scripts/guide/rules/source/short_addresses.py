"""A short address that was published stays: the step it leads to remains a step, in every language, or a redirect leads
on.

`go/<id>/` is printed, drawn as a QR code and sent in messages. A heading may keep its id and lose its class; its own
address then still works, and the short one does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.redirects import redirects
from guide.content.registry import PATH, SHORT, published, steps_of


def check(project: Project) -> Iterator[Fault]:
    register = published(project)
    known, moved = register.get(SHORT, []), redirects(project)
    for language in project.languages:
        pages = [page for page in project.pages if page.language == language]
        present = {identifier: page for page in pages for identifier in steps_of(page)}
        for identifier in known:
            if identifier not in present and (SHORT, identifier) not in moved:
                yield _vanished(pages, identifier, register.lines[SHORT])
        for identifier, page in present.items():
            # A heading that is new as well is reported by published_ids, with the same remedy.
            if identifier not in known and identifier in register.get(page.name, []):
                line = next(heading.line for heading in page.headings if heading.id == identifier)
                yield Fault(page.path, line,
                            f"the short address go/{identifier}/ is new and for ever; when you are sure of it, run: "
                            f"python3 scripts/dev.py check --register")


def _vanished(pages: list, identifier: str, line: int) -> Fault:
    """The fault, on the heading that lost its class where there is one."""
    for page in pages:
        for heading in page.headings:
            if heading.id == identifier:
                return Fault(page.path, heading.line,
                             f"the short address go/{identifier}/ was published and would be gone; write "
                             f"{{#{identifier} .step}} again")
    return Fault(PATH, line,
                 f"the short address go/{identifier}/ was published and would be gone; put the step {{#{identifier} "
                 f".step}} back, or "
                 f"write in docs/records/redirects.yml where it is: go/{identifier}/: and below it '  to: "
                 f"go/step/'")
