"""`facts/<claim>/` in every language: a statement, and all that is known of what it rests on, at an address that can be
cited.

Made from the records once the pages are there. A statement that was withdrawn keeps its page; that of one which has
another name now is a page of redirects.py.
"""

from functools import partial
from pathlib import Path
from types import SimpleNamespace

import jinja2
from guide.content.addresses import fact_page, page_url
from guide.content.cache import fingerprint
from guide.content.project import Project
from guide.content.records import Record
from guide.content.values import title
from guide.render import structured_data
from guide.render.assets import assets
from guide.render.context import Context, components
from guide.render.page import menu, published, shared
from guide.render.uses import uses

from .files import save
from .policy import META_POLICY


def write(project: Project, site: Path) -> None:
    """Write the page of every statement, before the assets, since they need a sheet."""
    sheet = assets(project).sheet("", "fact")
    templates = sorted((project.root / "overrides").rglob("*.html"))
    made_of = [*project.made_with.values(), uses(project).fingerprint, project.settings, sheet, fingerprint(templates)]
    for path, text in project.cache.kept("facts", made_of, partial(_pages, project, sheet)).items():
        save(site / path, text)


def _pages(project: Project, sheet: str) -> dict[str, str]:
    """The text of every page by its path in the site."""
    template = components(project.root / "overrides").get_template("fact.html")
    return {project.prefix(language) + page_url(fact_page(claim.id)) + "index.html":
            _page(project, claim, language, template, sheet)
            for language in project.languages for claim in project.records.claims.values()}


def _page(project: Project, claim: Record, language: str, template: jinja2.Template, sheet: str) -> str:
    context = Context(project, language, fact_page(claim.id), uses(project))
    folder, name = project.settings["edit_url"].rstrip("/"), claim.path.removeprefix("docs/")
    index = project.the("sources")
    cited = [(context.link(*place), title(project, (place[0], ""), language),
              title(project, place, language) if place[1] else "") for place in context.uses.cited_on.get(claim.id, ())]
    return template.render(
        **shared(project, language, META_POLICY), **published(project, context.page, language, index),
        claim=claim, context=context, guide=project, records=project.records, nav=menu(context), index=index, sheet=sheet,
        base_url=context.root().rstrip("/"), link=context.link, local=context.local, dated=context.dated,
        age=context.age, date=context.date, cited=cited, page=SimpleNamespace(content=""), serving=False,
        contested=[record for record in project.records.contested.values() if claim.id in record["claims"]],
        edit_address=f"{folder}/{name}#L{claim.line}" if folder else "",
        data=structured_data.in_html(structured_data.claim(context, claim)),
    ).strip() + "\n"
