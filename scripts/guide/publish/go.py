"""`/go/<step>/` and `/go/facts/<claim>/`: a short address for every step and every statement, the same for readers of
every language; for steps, a picture of it for cameras.

A page of its own and no redirect of the host's: only the reader's browser knows which language the reader prefers, and
a copy of the site may lie on a host that can do nothing but send files. Without a script the page shows one link a
language.
"""

import io
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import jinja2
import segno
from guide.content.addresses import Place, fact_page, page_url
from guide.content.languages import fallback
from guide.content.project import Project
from guide.content.redirects import redirects
from guide.content.registry import SHORT, steps_of
from guide.content.values import title
from guide.render.assets import assets
from guide.render.templates import components

from .files import save
from .policy import META_POLICY


@dataclass
class Step:
    """A heading `## Words {#id .step}`: its `id`, the `page` it stands on, and by language its words and its page's
    title.

    `why` says by language that it was removed: then it stands for the place to read instead, which may be a page (""
    for an id).
    """

    id: str
    page: str
    titles: dict[str, str]
    guides: dict[str, str]
    why: dict[str, str] = field(default_factory=dict)


def steps(project: Project) -> dict[str, Step]:
    """Every step by id. A rule sees that no two have the same."""
    return {identifier: _step(project, (page.name, identifier), page.name)
            for page in project.pages for identifier in steps_of(page)}


def _step(project: Project, place: Place, guide: str) -> Step:
    """What is said of a place, and of the page `guide`."""
    titles, guides = ({language: title(project, one, language) for language in project.languages}
                      for one in (place, (guide, "")))
    return Step(place[1], place[0], titles, guides)


def write(project: Project, site: Path) -> None:
    """Write go/<step>/index.html and, beside it, code.svg for every step there is or was; go/facts/<claim>/index.html
    for every statement. Before the assets, since the pages need one."""
    template = components(project.root / "overrides").get_template("go.html")
    present = steps(project)
    for name, step in {**present, **former(project, present)}.items():
        save(site / f"go/{name}/index.html", _page(project, template, step, "../.."))
        address = f"{project.site_url}go/{name}/"
        save(site / f"go/{name}/code.svg", project.cache.kept("codes", address, partial(code, address)))
    for page in map(fact_page, project.records.claims):
        step = _step(project, (page, ""), project.the("sources"))
        save(site / f"go/{page_url(page)}index.html", _page(project, template, step, "../../.."))


def former(project: Project, present: dict[str, Step]) -> dict[str, Step]:
    """The short addresses that were published and are steps no more: id → where docs/records/redirects.yml leads."""
    found = {}
    for redirect in redirects(project).values():
        (kind, identifier), (page, target) = redirect.old, redirect.new
        if kind == SHORT:
            page = present[target].page if page == SHORT else page
            found[identifier] = _step(project, (page, target), page)
            found[identifier].why = redirect.why
    return found


def code(address: str) -> bytes:
    """A QR code (ISO/IEC 18004) as SVG: black on its own white margin, so that cameras read it on a dark page too."""
    out = io.BytesIO()
    # M: 15 % may be dirty or torn. "boost" would take what the size leaves over, and change with the address.
    segno.make(address, error="m", micro=False, boost_error=False).save(
        out, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False, svgns=True, svgclass=None, lineclass=None,
        omitsize=True, nl=False)
    return out.getvalue()


def _page(project: Project, template: jinja2.Template, step: Step, root: str) -> str:
    """One link a language; first the one for readers of none of ours."""
    languages = sorted(step.titles, key=lambda language: language != fallback(project.languages))
    versions = sorted(project.alternates(step.page), key=lambda item: languages.index(item["language"]))
    return template.render(step=step, languages=languages, versions=versions, prefix=project.prefix,
                           strings=project.strings, base_url=root,
                           assets=assets(project), policy=META_POLICY)
