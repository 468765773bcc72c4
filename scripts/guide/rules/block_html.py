"""What the blocks of a page (`/// name | argument`) draw, as HTML: its ids can be linked to, its marks are
citations."""

import re

import jinja2
from guide.content.cache import remembered
from guide.content.pages import Page
from guide.content.project import Project
from guide.render.context import Context
from guide.render.markdown.blocks import known
from guide.render.markdown.citations import MARK
from guide.render.uses import uses

_ID = re.compile(r"\sid=\"([^\"]+)\"")


@remembered
def drawn(project: Project, page: Page, name: str, argument: str) -> str:
    """The HTML of one block; an empty text when it cannot be drawn (the rule about blocks and the build say why)."""
    if not known(name, argument, project.records):
        return ""
    context = Context(project, page.language, page.name, uses(project))

    def draw() -> str:
        try:
            return context.render(name, argument=argument)
        except (jinja2.TemplateError, KeyError, AttributeError, TypeError):
            return ""

    return project.cache.kept("blocks", context.made_of((name, argument)), draw)


def ids(project: Project, page: Page) -> set[str]:
    """The ids in the blocks of a page."""
    return {found for name, argument, _ in page.blocks for found in _ID.findall(drawn(project, page, name, argument))}


def claims(project: Project, page: Page, name: str, argument: str) -> set[str]:
    """The claims one block cites."""
    return set(MARK.findall(drawn(project, page, name, argument)))
