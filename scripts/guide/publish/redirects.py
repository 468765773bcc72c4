"""A page at every address that was published and moved, in every language, and the same as rules for hosts:
`_redirects`.

The page sends its reader on, to the section asked for (`#id`); without a script too, by `<meta http-equiv=refresh>`
with no delay (WCAG 2.2, technique H76), then to the page. What was removed says so and offers a link. Hosts that can
redirect do it before the page is seen, and browsers keep the `#id` (RFC 9110, 10.2.2); short addresses know the
reader's language and stay pages.
"""

from pathlib import Path
from urllib.parse import urlsplit

from guide.content.addresses import fact_page, page_url
from guide.content.project import Project
from guide.content.redirects import Redirect, redirects
from guide.content.registry import SHORT
from guide.content.values import title
from guide.render import card
from guide.render.context import components
from guide.render.page import shared

from .files import save
from .policy import META_POLICY


def write(project: Project, site: Path) -> None:
    """Write a page for every page that moved or was removed, and `_redirects`. Before the assets: they need one."""
    template = components(project.root / "overrides").get_template("moved.html")
    for redirect in _pages(project):
        for language in project.languages:
            save(site / project.prefix(language) / page_url(redirect.old[0]) / "index.html",
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
    return [(base + project.prefix(language) + page_url(redirect.old[0]), base + _target(project, redirect, language))
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


def _target(project: Project, redirect: Redirect, language: str) -> str:
    page, identifier = redirect.new
    return project.prefix(language) + page_url(page) + (f"#{identifier}" if identifier else "")


def _values(project: Project, redirect: Redirect, language: str) -> dict[str, object]:
    """What the template shows. `parts` are the sections that went elsewhere than the page: (old id, title, address)."""
    root = "../" * (project.prefix(language) + page_url(redirect.old[0])).count("/")
    parts = [(part.old[1], title(project, part.new, language), root + _target(project, part, language))
             for part in redirects(project).values() if part.old[1] and part.old[0] == redirect.old[0]]
    return {
        **shared(project, language, META_POLICY), "base_url": root.rstrip("/"), "prefix": project.prefix(language),
        "redirect": redirect, "parts": parts, "title": title(project, redirect.new, language),
        "target": root + _target(project, redirect, language),
        "canonical": project.site_url + _target(project, redirect, language).partition("#")[0],
    }
