"""Addresses that lead on: short ones, `/go/<step>/` and `/go/facts/<claim>/`, and old ones.

A short address is the same for readers of every language; for steps there is a picture of it for cameras. It is a page
and no redirect of the host's: only the reader's browser knows which language the reader prefers, and a copy of the site
may lie on a host that can do nothing but send files. Without a script the page shows one link a language.

At every address that was published and moved there is a page in every language, and the same as rules for hosts,
`_redirects`. The page sends its reader on, to the section asked for (`#id`); without a script too, by `<meta
http-equiv=refresh>` with no delay (WCAG 2.2, technique H76), then to the page. What was removed says so and offers a
link. Hosts that can redirect do it before the page is seen, and browsers keep the `#id` (RFC 9110, 10.2.2).
"""

import io
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
import segno
from guide.content.addresses import SHORT, Redirect, redirects, steps_of
from guide.content.languages import fallback
from guide.content.pages import Place, fact_page, page_url
from guide.content.project import Project, title
from guide.render import card
from guide.render.assets import assets
from guide.render.context import components
from guide.render.page import shared

from .files import save
from .policy import META_POLICY


@dataclass(frozen=True)
class Step:
    """A heading `## Words {#id .step}`: its `id`, the `page` it stands on, and by language its words and its page's
    title. `why` says by language that it was removed: then it stands for the place to read instead, which may be a page
    ("" for an id)."""

    id: str
    page: str
    titles: dict[str, str]
    guides: dict[str, str]
    why: dict[str, str]


def steps(project: Project) -> dict[str, Step]:
    """Every step by id. A rule sees that no two have the same."""
    return {identifier: _step(project, (page.name, identifier), page.name)
            for page in project.pages for identifier in steps_of(page)}


def _step(project: Project, place: Place, guide: str, why: dict[str, str] | None = None) -> Step:
    """What is said of a place, and of the page `guide`."""
    titles, guides = ({language: title(project, one, language) for language in project.languages}
                      for one in (place, (guide, "")))
    return Step(place[1], place[0], titles, guides, why or {})


def write_short(project: Project, site: Path) -> None:
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
            found[identifier] = _step(project, (page, target), page, redirect.why)
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
                           strings=project.strings, base_url=root, assets=assets(project), policy=META_POLICY)


def write(project: Project, site: Path) -> None:
    """Write a page for every page that moved or was removed, and `_redirects`. Before the assets: they need one."""
    template = components(project.root / "overrides").get_template("moved.html")
    for redirect in _pages(project):
        for language in project.languages:
            save(site / project.address(redirect.old[0], language) / "index.html",
                 template.render(_values(project, redirect, language)).strip() + "\n")
    if rules := host_rules(project):
        save(site / "_redirects", "".join(f"{old} {new} 301\n" for old, new in rules))


def keep_cards(project: Project, site: Path) -> None:
    """Give the picture of the page now read there to each page that is no more: links shared ask for it again."""
    for redirect in _moved(project):
        for language in project.languages:
            former = site / card.FOLDER / card.file_name(redirect.old[0], language)
            if not former.exists():
                now = card.file_name(card.holder(project, redirect.new[0]), language)
                former.write_bytes((site / card.FOLDER / now).read_bytes())


def host_rules(project: Project) -> list[tuple[str, str]]:
    """(old path, new path) from the host's root, for what moved; the part after # never reaches a host."""
    base = urlsplit(project.site_url).path
    return [(base + project.address(redirect.old[0], language),
             base + project.address(redirect.new[0], language, redirect.new[1]))
            for redirect in _pages(project) if not redirect.removed for language in project.languages]


def _pages(project: Project) -> list[Redirect]:
    """The redirects of pages, those of statements that have another name among them."""
    index, claims = project.the("sources"), project.records.claims
    renamed = [redirect for redirect in redirects(project).values()
               if redirect.old[0] == redirect.new[0] == index and redirect.new[1] in claims]
    return _moved(project) + [Redirect((fact_page(one.old[1]), ""), (fact_page(one.new[1]), ""), one.why, one.line)
                              for one in renamed]


def _moved(project: Project) -> list[Redirect]:
    """The redirects of whole pages. `page.md` that became `page/index.md` has kept its address."""
    return [redirect for redirect in redirects(project).values()
            if redirect.old[0] != SHORT and not redirect.old[1]
            and page_url(redirect.old[0]) != page_url(redirect.new[0])]


def _values(project: Project, redirect: Redirect, language: str) -> dict[str, object]:
    """What the template shows. `parts` are the sections that went elsewhere than the page: (old id, title, address)."""
    root = "../" * project.address(redirect.old[0], language).count("/")
    target = project.address(redirect.new[0], language, redirect.new[1])
    parts = [(part.old[1], title(project, part.new, language),
              root + project.address(part.new[0], language, part.new[1]))
             for part in redirects(project).values() if part.old[1] and part.old[0] == redirect.old[0]]
    return {
        **shared(project, language, META_POLICY), "base_url": root.rstrip("/"), "prefix": project.prefix(language),
        "redirect": redirect, "parts": parts, "title": title(project, redirect.new, language), "target": root + target,
        "canonical": project.site_url + target.partition("#")[0],
    }
