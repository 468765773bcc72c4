"""What the page template is given beside MkDocs' own variables: words, addresses in every language, assets; and what
search engines are told of a page: JSON-LD, schema.org Article or Claim. Data, not script: no policy has to allow it.

A page is as fresh as its facts: dateModified is the newest day a claim it cites was read, or else of the last change.
"""

import json
import re
from typing import Any

import yaml
from guide.content.cache import remembered
from guide.content.languages import fallback
from guide.content.project import Project
from guide.content.records import Record
from markupsafe import Markup

from . import card
from .assets import assets
from .context import Context

_CELL = re.compile(r"(?<=\S)(?=<(?:d[dt]|t[dh]|small)[ >])")
# Inside <script> only "</script" and "<!--" end or change the reading (HTML, 4.12.1.3); without < > & there can be
# neither. U+2028 and U+2029 are line ends to old JavaScript readers.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


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
            "canonical": project.site_url + project.address(name, language),
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
        return in_html(article(context, title, description))

    return {**values, **published(project, context.page, language), "link": context.link, "context": context,
            "edit_address": edit_address(project, language, context.page), "structured_data": data}


def article(context: Context, title: str, description: str) -> dict[str, Any]:
    """The page as a schema.org Article that is part of this site in the page's language."""
    data = {**_part(context), "@type": "Article", "headline": title, "description": description,
            "dateModified": modified(context)}
    return {name: value for name, value in data.items() if value}


def claim(context: Context, record: Record) -> dict[str, Any]:
    """A statement as a schema.org Claim, with the texts it rests on."""
    sources = [context.records.sources[name] for name in record["sources"]]
    return {
        **_part(context), "@type": "Claim", "identifier": record.id, "text": context.local(record["statement"]),
        "dateModified": record["read_on"],
        "citation": [{"@type": "CreativeWork", "name": source["title"], "inLanguage": source["language"],
                      **({"url": source["url"]} if "url" in source and source.get("publishable", True) else {})}
                     for source in sources]}


def _part(context: Context) -> dict[str, Any]:
    """What is true of every page: part of this site in the page's language."""
    project, strings = context.project, context.strings
    home = project.site_url + context.prefix
    data = {
        "@context": "https://schema.org", "inLanguage": context.language,
        "url": project.site_url + project.address(context.page, context.language), "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "isPartOf": {"@type": "WebSite", "name": strings["site_name"], "url": home, "inLanguage": context.language}}
    if publisher := project.settings.get("publisher_name"):
        data["publisher"] = {"@type": "Organization", "name": publisher}
    return data


def modified(context: Context) -> str:
    """The newest reading of the claims the page cites; for a page that cites none, the day of the last change."""
    read = [claim["read_on"] for claim in context.pick("claims", context.cited)]
    return max(read or [change["date"] for change in context.records.changes.values()], default="")


def in_html(data: dict[str, Any]) -> Markup:
    """`data` as JSON that no text in it can end early, whoever wrote it."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))
