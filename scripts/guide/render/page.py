"""What the page template is given beside MkDocs' own variables: words, addresses in every language, assets."""

from typing import Any

from guide.content.addresses import page_url
from guide.content.languages import fallback
from guide.content.project import Project
from markupsafe import Markup

from . import card, structured_data
from .assets import assets
from .context import Context


def edit_address(project: Project, language: str, name: str) -> str:
    """Where page `name` is edited on line, in its own language; "" when nobody has said where (EDIT_URL)."""
    folder = project.settings["edit_url"].rstrip("/")
    return f"{folder}/{language}/{name}" if folder else ""


def shared(project: Project, language: str, policy: str) -> dict[str, Any]:
    """What every template in a language is given. `policy` is what the head of the page says."""
    return {"t": project.strings[language], "strings": project.strings, "language": language, "assets": assets(project),
            "policy": policy}


def published(project: Project, name: str, language: str, pictured: str = "") -> dict[str, Any]:
    """Where page `name` is, and the picture shown with a link to it, which may be another's (`pictured`). `x_default`
    is for readers of none of our languages."""
    pages, pictured = project.alternates(name), pictured or name
    return {"alternates": pages, "x_default": pages[project.languages.index(fallback(project.languages))]["url"],
            "canonical": project.site_url + project.prefix(language) + page_url(name),
            "card": {"url": card.address(project, pictured, language), "title": card.title(project, pictured, language),
                     "width": card.WIDTH, "height": card.HEIGHT}}


def page_context(project: Project, context: Context | None, policy: str) -> dict[str, Any]:
    """Template variables of one page; `context` is None for the 404 page, which belongs to no language."""
    language = context.language if context else project.languages[0]
    values = {**shared(project, language, policy), "languages": project.languages, "guide": project,
              "records": project.records}
    if context is None:
        return values

    def data(title: str, description: str) -> Markup:
        return structured_data.in_html(structured_data.article(project, context, title, description))

    return {**values, **published(project, context.page, language), "link": context.link, "context": context,
            "edit_address": edit_address(project, language, context.page), "structured_data": data}
