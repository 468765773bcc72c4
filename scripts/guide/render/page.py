"""What the page template is given beside MkDocs' own variables: words, addresses in every language, assets."""

from typing import Any

from guide.content.addresses import page_url
from guide.content.languages import fallback
from guide.content.project import Project

from . import card, structured_data
from .assets import assets
from .context import Context


def edit_address(project: Project, language: str, name: str) -> str:
    """Where page `name` is edited on line, in its own language; "" when nobody has said where (EDIT_URL)."""
    folder = project.settings["edit_url"].rstrip("/")
    return f"{folder}/{language}/{name}" if folder else ""


def page_context(project: Project, context: Context | None, policy: str) -> dict[str, Any]:
    """Template variables of one page; `context` is None for the 404 page, which belongs to no language. `policy` is what its head says.

    `x_default` is the address offered to readers of none of our languages.
    """
    language = context.language if context else project.languages[0]
    shared = {"t": project.strings[language], "strings": project.strings, "language": language, "languages": project.languages,
              "guide": project, "policy": policy, "assets": assets(project), "records": project.records}
    if context is None:
        return shared
    others = project.alternates(context.page)
    return {**shared, "alternates": others, "x_default": others[project.languages.index(fallback(project.languages))]["url"],
            "link": context.link, "context": context, "edit_address": edit_address(project, language, context.page),
            "card": {"url": card.address(project, context.page, language), "title": card.title(project, context.page, language),
                     "width": card.WIDTH, "height": card.HEIGHT},
            "structured_data": lambda title, description: structured_data.in_html(structured_data.article(project, context, title, description)),
            "canonical": project.site_url + project.prefix(language) + page_url(context.page)}
