"""What the page template is given beside MkDocs' own variables: words, addresses in every language, assets."""

import re
from typing import Any

import yaml
from guide.content.addresses import page_url
from guide.content.cache import remembered
from guide.content.languages import fallback
from guide.content.project import Project
from markupsafe import Markup

from . import card, structured_data
from .assets import assets
from .context import Context

_CELL = re.compile(r"(?<=\S)(?=<(?:d[dt]|t[dh]|small)[ >])")


class Menu(list[dict[str, Any]]):
    """The groups of the menu, as templates read them from MkDocs; `pages` are those of all groups."""

    @property
    def pages(self) -> list[dict[str, Any]]:
        return [page for group in self for page in group["children"]]


class Plain(yaml.SafeLoader):
    """YAML without what !ENV stands for."""


Plain.add_constructor("!ENV", lambda *_: None)


@remembered
def _configuration(project: Project) -> dict[str, Any]:
    """What mkdocs.yml says."""
    return yaml.load((project.root / "mkdocs.yml").read_text("utf-8"), Loader=Plain)  # of those that are safe


def weights(project: Project) -> dict[str, Any]:
    """What counts how much in search."""
    return _configuration(project)["extra"]["search"]


def menu(context: Context) -> Menu:
    """The menu of a page that MkDocs does not make; a page that has just been deleted may still be named in it."""
    titles, pages = context.uses.titles[context.language], context.project.pages
    roles = {page.name: page.role for page in pages if page.language == context.language}
    return Menu({"title": group, "children": [
        {"title": titles[name], "url": context.link(name), "active": False, "meta": {"role": roles[name]}}
        for name in names if name in roles]} for entry in _configuration(context.project)["nav"]
        if isinstance(entry, dict) for group, names in entry.items())


def edit_address(project: Project, language: str, name: str) -> str:
    """Where page `name` is edited on line, in its own language; "" when nobody has said where (EDIT_URL)."""
    folder = project.settings["edit_url"].rstrip("/")
    return f"{folder}/{language}/{name}" if folder else ""


def shared(project: Project, language: str, policy: str) -> dict[str, Any]:
    """What every template in a language is given. `policy` is what the head of the page says."""
    return {"t": project.strings[language], "strings": project.strings, "language": language, "assets": assets(project),
            "policy": policy, "weights": weights(project)}


def published(project: Project, name: str, language: str, pictured: str = "") -> dict[str, Any]:
    """Where page `name` is, and the picture shown with a link to it, which may be another's (`pictured`). `x_default`
    is for readers of none of our languages."""
    pages, pictured = project.alternates(name), pictured or name
    return {"alternates": pages, "x_default": pages[project.languages.index(fallback(project.languages))]["url"],
            "canonical": project.site_url + project.prefix(language) + page_url(name),
            "card": {"url": card.address(project, pictured, language), "title": card.title(project, pictured, language),
                     "width": card.WIDTH, "height": card.HEIGHT}}


def apart(html: str) -> str:
    """The page with a space before each cell of a table and the like: search and copies would glue their words."""
    return _CELL.sub(" ", html)


def page_context(project: Project, context: Context | None, policy: str) -> dict[str, Any]:
    """Template variables of one page; `context` is None for the 404 page, which belongs to no language."""
    language = context.language if context else project.languages[0]
    values = {**shared(project, language, policy), "languages": project.languages, "guide": project,
              "records": project.records}
    if context is None:
        return values

    def data(title: str, description: str) -> Markup:
        return structured_data.in_html(structured_data.article(context, title, description))

    return {**values, **published(project, context.page, language), "link": context.link, "context": context,
            "edit_address": edit_address(project, language, context.page), "structured_data": data}
