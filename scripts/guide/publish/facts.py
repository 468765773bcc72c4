"""`facts/<claim>/` in every language: a statement, and all that is known of what it rests on, at an address that can be
cited.

Made from the records once the pages are there. A statement that was withdrawn keeps its page; that of one which has
another name now is a page of redirects.py.
"""

from functools import partial
from pathlib import Path
from typing import Any

from guide.content.cache import fingerprint
from guide.content.pages import fact_page, page_url
from guide.content.project import Project, title
from guide.content.records import Record
from guide.render.assets import assets
from guide.render.context import Context, components
from guide.render.page import claim as as_data
from guide.render.page import in_html, menu, published, shared
from guide.render.uses import uses

from .files import save
from .policy import META_POLICY

FOLD = "<page-fold></page-fold>"
_ANY = fact_page("any")


def write(project: Project, site: Path, serving: bool = False) -> None:
    """Write the page of every statement, before the assets, since they need a sheet. `serving`: for a preview."""
    sheet = assets(project).sheet("", "fact")
    made_of = [*project.made_with.values(), uses(project).fingerprint, project.settings, sheet, serving,
               fingerprint(sorted((project.root / "overrides").rglob("*.html")))]
    for path, text in project.cache.kept("facts", made_of, partial(_pages, project, sheet, serving)).items():
        save(site / path, text)


def _pages(project: Project, sheet: str, serving: bool = False) -> dict[str, str]:
    """The text of every page by its path in the site."""
    environment = components(project.root / "overrides")
    template, found = environment.get_template("partials/fact.html"), {}
    for language in project.languages:
        context = Context(project, language, _ANY, uses(project))
        same = _same(context, sheet) | {"serving": serving}
        before, above, below = (environment.get_template("fact.html").render(same).strip() + "\n").split(FOLD)
        for claim in project.records.claims.values():
            head, article = template.render(same, **_own(context, claim)).strip().split(FOLD)
            path = page_url(fact_page(claim.id))
            found[f"{context.prefix}{path}index.html"] = (before + head + above + article + below).replace(
                page_url(_ANY), path)
    return found


def _same(context: Context, sheet: str) -> dict[str, Any]:
    """What is the same on all pages in a language. Addresses are those of the page _ANY, until all is drawn."""
    project = context.project
    index, _ = context.uses.blocks.get("claims", (project.the("sources"), ""))
    return {**shared(project, context.language, META_POLICY), **published(project, _ANY, context.language, index),
            "base_url": context.root().rstrip("/"), "context": context, "link": context.link, "guide": project,
            "nav": menu(context), "sheet": sheet, "languages": project.languages, "index": index,
            "records": project.records, "settings": context.settings, "local": context.local, "dated": context.dated}


def _own(context: Context, claim: Record) -> dict[str, Any]:
    """What the page of one statement has of its own: where it is cited is (address, title, title of the section)."""
    project, language, folder = context.project, context.language, context.settings["edit_url"].rstrip("/")
    titles = context.uses.titles[language]
    return {
        "claim": claim, "data": in_html(as_data(context, claim)),
        "cited": [(context.link(*place), titles[place[0]], title(project, place, language) if place[1] else "")
                  for place in context.uses.cited_on.get(claim.id, ())],
        "contested": [record for record in project.records.contested.values() if claim.id in record["claims"]],
        "edit_address": f"{folder}/{claim.path.removeprefix('docs/')}#L{claim.line}" if folder else "",
    }
