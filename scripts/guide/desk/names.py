"""Names that pages and headings may be given: slugs that nothing has, and nothing else ever had."""

import re

from guide.content.addresses import RESERVED
from guide.content.faults import Fault, GuideError
from guide.content.project import Project
from guide.content.records import ID
from guide.content.redirects import PATH, redirects
from guide.content.registry import PATH as REGISTER
from guide.content.registry import SHORT, published


def page_name(name: str) -> str:
    """`opt-out/web`, or as written by a shell's completion `docs/fr/opt-out/web.md`, as `opt-out/web.md`."""
    return re.sub(r"^docs/[a-z]{2}/", "", name.removesuffix(".md")) + ".md"


def new_page(project: Project, name: str) -> None:
    """Raises GuideError unless a page may be called `name` from now on."""
    parts = name.removesuffix(".md").split("/")
    moved = redirects(project).get((name, ""))
    if not all(ID.fullmatch(part) for part in parts):
        raise GuideError(Fault(name, 0,
                               "is no name for a page; use small letters, digits and single hyphens, such as "
                               "opt-out/on-a-tablet"))
    if parts[0] in (*RESERVED, *project.languages):
        raise GuideError(Fault(name, 0,
                               f"cannot be a page: the site keeps {parts[0]}/ for something else; choose another name"))
    if project.versions(name):
        raise GuideError(Fault(f"docs/{project.languages[0]}/{name}", 0, "exists already; choose another name"))
    if name in published(project) and (moved is None or moved.removed):
        raise GuideError(Fault(REGISTER, published(project).lines[name],
                               f"{name} was the name of another page, and readers have links to it; "
                               f"choose another name"))


def new_id(project: Project, page: str, identifier: str, step: bool) -> None:
    """Raises GuideError unless a heading of `page` may have `identifier`; a step's is alone in the whole guide."""
    if not (ID.fullmatch(identifier) and identifier[0].isalpha()):
        raise GuideError(Fault(identifier, 0,
                               "is no id; use small letters, digits and single hyphens, and start with a letter"))
    for other in project.pages:
        for heading in other.headings:
            if heading.id == identifier and (other.name == page or step and "step" in heading.classes):
                raise GuideError(Fault(other.path, heading.line, f"has the id {identifier} already; choose another"))
    for place, known in (((page, identifier), True), ((SHORT, identifier), step)):
        moved = redirects(project).get(place)
        if known and moved and moved.new[0] not in (page, SHORT):
            raise GuideError(Fault(PATH, moved.line,
                                   f"{identifier} was published for something else, and leads there; choose another"))
