"""What a page or one of its headings is called, in plain words: for links that the build writes."""

from __future__ import annotations

from guide.render.context import Context, Place
from guide.render.markdown.values import spoken

from .project import Project


def title(project: Project, place: Place, language: str) -> str:
    """The words of the heading at `place`, else the title of its page; the page's name where there is no such page."""
    name, identifier = place
    page = next((page for page in project.pages if (page.name, page.language) == (name, language)), None)
    if page is None:
        return name
    context = Context(language, name, project.records, project.strings[language], project.components)
    heading = next((heading for heading in page.headings if identifier and heading.id == identifier), None)
    return spoken(heading.text if heading else str(page.front.get("title", "")), context)
