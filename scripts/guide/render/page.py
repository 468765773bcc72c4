"""What the page template is given beside MkDocs' own variables: words, addresses in every language, assets."""

from __future__ import annotations

from typing import Any

from guide.content.languages import fallback
from guide.content.project import Project
from guide.publish.policy import META_POLICY

from . import card, structured_data
from .context import Context, page_url


def alternates(project: Project, name: str) -> list[dict[str, str]]:
    """Each language's address of page `name`: `language`, its own `title`, `path` from the site's root, absolute `url`."""
    return [
        {"language": language, "title": project.strings[language]["language_name"], "path": project.prefix(language) + page_url(name),
         "url": project.site_url + project.prefix(language) + page_url(name)}
        for language in project.languages
    ]


def edit_address(project: Project, language: str, name: str) -> str:
    """Where page `name` is edited on line, in its own language; "" when nobody has said where (EDIT_URL)."""
    folder = project.settings["edit_url"].rstrip("/")
    return f"{folder}/{language}/{name}" if folder else ""


def page_context(project: Project, context: Context | None) -> dict[str, Any]:
    """Template variables of one page; `context` is None for the 404 page, which belongs to no language.

    `x_default` is the address offered to readers of none of our languages.
    """
    language = context.language if context else project.languages[0]
    shared = {"t": project.strings[language], "strings": project.strings, "language": language, "languages": project.languages,
              "guide": project, "policy": META_POLICY, "assets": project.assets, "records": project.records}
    if context is None:
        return shared
    others = alternates(project, context.page)
    return {**shared, "alternates": others, "x_default": others[project.languages.index(fallback(project.languages))]["url"],
            "link": context.link, "context": context, "edit_address": edit_address(project, language, context.page),
            "card": {"url": card.address(project, context.page, language), "title": card.title(project, context.page, language),
                     "width": card.WIDTH, "height": card.HEIGHT},
            "structured_data": lambda title, description: structured_data.in_html(structured_data.article(project, context, title, description)),
            "canonical": project.site_url + project.prefix(language) + page_url(context.page)}
