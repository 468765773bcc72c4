"""What the finished site must be as a whole: its files, where its links lead, what its pages are called and weigh."""

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.project import Project
from guide.publish.html import document, drawn, source, sources

from ..weight import FILE, KIB, LIMITS, Part, first_search, load_budget, weights
from . import Read, site_rule

_COMPRESSED = r"(?:\.br|\.gz)?"
# Pages are read by `elements` and `metadata`, wherever they lie.
_EXPECTED = re.compile(r"(?:" + "|".join((
    r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.html", r"assets/[a-z-]+\.[0-9a-f]{8,}\.(?:js|css)",
    r"assets/[a-z0-9.-]+\.(?:png|svg|woff2|json)",
    r"assets/pictures/[a-z0-9.-]+\.svg", r"go/[a-z0-9-]+/code\.svg", r"assets/(?:[a-z0-9-]+/)*[a-z0-9-]+\.png",
    r"cards/[a-z0-9./-]+\.png", r"pagefind/[A-Za-z0-9._/-]+",
    r"(?:api/)[a-z0-9./-]+\.(?:json|csv|txt)", r"(?:[a-z]{2}/)?(?:feed|sitemap|atom)[a-z0-9-]*\.xml",
    r"[a-z0-9-]+\.(?:txt|webmanifest|ics)",
    r"\.well-known/[a-z.-]+", r"_headers|_redirects|_nginx\.conf|SHA256SUMS|CNAME|\.nojekyll")) + ")" + _COMPRESSED)


@site_rule
def files(project: Project, site: Path, pages: dict[str, Read]) -> Iterator[Fault]:
    """site/ holds only kinds of files we make, where we make them. MkDocs copies into it whatever lies in docs/ or in
    the theme's folder: a script without a hash in its name, a document without a reason to be there."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_symlink() or path.is_file() and not _EXPECTED.fullmatch(name):
            copied = [f"docs/{name}", f"overrides/{name}",
                      *(f"docs/{code}/{name.removeprefix(code + '/')}" for code in project.languages)]
            origin = next((path for path in copied if (project.root / path).is_file()), f"site/{name}")
            yield Fault(origin, 1, f"site/{name} is no file this site publishes; remove it from docs/ or overrides/, "
                        f"or add its kind to scripts/guide/rules/built/site.py")


@site_rule
def html_links(project: Project, site: Path, pages: dict[str, Read]) -> Iterator[Fault]:
    """Every link, script, picture and fragment of the site leads to something that was built, and a link into another
    language says so, with hreflang and lang: nobody lands in a language by surprise."""
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for path, page in pages.items():
        for address, target, tag, said in page.links:
            if target is None:
                continue
            message = _wrong(pages, path, there, address, target)
            to = drawn(project).get(target.partition("#")[0])  # pages made for all languages at once have none
            if not message and to and tag == "a" and page.language != to.language != said:
                message = (f", a page in {to.language!r}; write hreflang=\"{to.language}\" lang=\"{to.language}\" on "
                           f"it in the template")
            if message:
                element = next(element for element in document(site, path).all(tag)
                               if address in (element.get("href"), element.get("src")))
                yield Fault(*source(project, path, address), f"<{tag}> points at {address}{message} "
                                                             f"({document(site, path).at(element)})")


def _wrong(pages: dict[str, Read], page: str, there: set[str], address: str, target: str) -> str:
    path, _, fragment = target.partition("#")
    if address.startswith("/") and page != "404.html":
        return (", which starts at the root of the host and breaks where the site lies in a folder; write a relative "
                "address")
    if f"{path}/index.html" in there:
        return "; end the address with a slash, or every visit costs a redirection"
    if path not in there:
        return ", where nothing was built; correct it, or add what it should show"
    if fragment and path in pages and fragment not in pages[path].ids:
        return f", and that page has no id {fragment}; write one of its ids"
    return ""


@site_rule
def metadata(project: Project, site: Path, pages: dict[str, Read]) -> Iterator[Fault]:
    """Every page was built, says its language, and has a title of its own: screen readers and search engines go by
    these."""
    titles: dict[tuple[str, str], str] = {}
    for path, page in pages.items():
        place, own = source(project, path), drawn(project).get(path)
        if not page.language or own and page.language != own.language:
            yield Fault(*place, f"<html lang> is {page.language!r}; write the language of the page in the template")
        if not page.title:
            yield Fault(*place, "<title> is missing or empty; write title: in the front matter, or <title> in the "
                                "template")
        elif own and (other := titles.setdefault((own.language, page.title), own.path)) != own.path:
            yield Fault(*source(project, path, "title:"),
                        f"the title '{page.title}' is that of {other} too; give each page its own")
    for path, written in sources(project).items():
        if path not in pages:
            yield Fault(written.path, 0, f"was not built (no {path}); see that the menu of mkdocs.yml names it")


@site_rule
def weight(project: Project, site: Path, pages: dict[str, Read]) -> Iterator[Fault]:
    """No page grows heavier than budget.yml allows: on a slow telephone, every kibibyte is a wait before the first
    word. One allowed more than others without needing it any longer is named too, so that what was won is kept."""
    try:
        budget = load_budget(project.root, {page.name for page in project.pages})
    except GuideError as error:
        yield from error.faults
        return
    needed = set()
    own = {path: page for path, page in drawn(project).items() if path in pages}
    asked = {path: (pages[path].asked, pages[path].tools) for path in own}
    for path, cost in weights(site, asked, {path: page.language for path, page in own.items()},
                              {path: pages[path].size for path in own}).items():
        name = own[path].name
        for kind in LIMITS:
            spent = cost.cost(kind)
            if spent > budget.every_page[kind]:
                needed.add((name, kind))
            if spent > budget.limit(name, kind):
                yield Fault(own[path].path, 0, f"weighs too much: {kind} {round(spent, 1):g}, over "
                            f"{budget.limit(name, kind):g} in {FILE}. {_listed(cost.counted(kind))} Make it lighter, "
                            f"or raise its limit and say why")
    for name, limits in budget.pages.items():
        yield from (Fault(FILE, budget.lines[name], f"{name} has a {kind} of its own and keeps to that of every page; "
                                                    f"remove {kind}") for kind in limits if (name, kind) not in needed)
    for language in project.languages:
        parts = first_search(site, language)
        if (total := sum(part.size for part in parts) / KIB) > budget.first_search:
            yield Fault(FILE, 0, f"a first search in {language} fetches {total:.1f} KiB, over first_search: "
                        f"{budget.first_search:g}. {_listed(parts)} Leave lists out of the index (NOISE in "
                        f"scripts/guide/publish/search.py), or raise the limit")


def _listed(parts: tuple[Part, ...]) -> str:
    named = sorted(parts, key=lambda part: -part.size)[:4]
    return "Heaviest: " + ", ".join(f"{part.path} {part.size / KIB:.1f}" for part in named) + "."
