"""Sheets of paper, made from the built pages, so that they say what the pages say.

`/handout/` and `/en/handout/`: the steps of the main guides on one sheet, with their QR codes, to put up on a wall.
`kit/poster/` and the like: the sheets of a page's kit (guide/render/markdown/blocks.py), each a page to print, and the
picture for a slide, `cards/kit-slide.fr.png`.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.content import dates
from guide.content.cache import fingerprint
from guide.content.project import Project
from guide.render import tokens
from guide.render.card import FOLDER, file_name
from guide.render.context import components
from guide.render.markdown.blocks import SHEETS
from guide.render.page import published, shared

from .files import save
from .html import UNWRAP, Document, Node, document, rewrite
from .html import write as as_html
from .policy import META_POLICY

NAME = "handout.md"  # as if a page of this name existed: its addresses follow from it
HOME = "index.md"
GUIDES = "opt-out/web.md", "opt-out/app.md", "opt-out/objection-form.md"


def write(project: Project, site: Path) -> None:
    """Write the handout of every language; a page for every sheet that a page shows, and its slide."""
    environment = components(project.root / "overrides")
    handout, template = environment.get_template("handout.html"), environment.get_template("sheet.html")
    for language in project.languages:
        text = handout.render(_values(project, site, language)).strip() + "\n"
        save(site / project.address(NAME, language) / "index.html", text)
    for name, language in [(page.name, page.language) for page in project.pages
                           if any(block in SHEETS for block, _, _ in page.blocks)]:
        tree = _page(project, site, language, name).tree
        for paper in [node for node in tree.elements() if "a4" in node.classes]:
            sheet = next(sheet for sheet in SHEETS if paper.first("div", sheet))
            place = f"{name.removesuffix('.md')}/{sheet}.md"  # as if a page of this name existed
            address = project.address(place, language)
            save(site / address / "index.html", template.render(
                **shared(project, language, META_POLICY), **published(project, place, language, name),
                base_url="../" * address.count("/") + ".", name=sheet,
                body=as_html(paper).replace(' src="', ' src="../')).strip() + "\n")
        if tree.first("figure", "slide"):
            save(site / FOLDER / file_name(name.removesuffix(".md") + "-slide", language), _slide(project, tree))


def _slide(project: Project, page: Node) -> bytes:
    """The picture for a slide, with the words of the poster on the page, and its short address."""
    overrides, poster, place = project.root / "overrides", page.the("div", "poster"), page.the("p", "kit-address")
    headline = [line.strip() for line in poster.the("p").children if isinstance(line, str)]
    steps = [node.text() for node in poster.elements() if node.tag == "strong"]
    words = headline, steps, project.site_url.partition("://")[0] + "://" + place.the("b").text()

    def draw() -> bytes:
        from .drawing import slide  # only here: Pillow takes a tenth of a second to load

        return slide(overrides, *words)

    look = fingerprint([*sorted((overrides / "assets/fonts").iterdir()), tokens.FILE])
    return project.cache.kept("slides", (words, look), draw)


def _values(project: Project, site: Path, language: str) -> dict[str, object]:
    prefix, read = project.prefix(language), min(claim["read_on"] for claim in project.records.claims.values())
    heading = _page(project, site, language, HOME).tree.the("h1").copy()
    rewrite(heading, _rule)
    return {
        **shared(project, language, META_POLICY), **published(project, NAME, language, HOME),
        "base_url": "../" * (prefix.count("/") + 1) + ".", "prefix": prefix, "home": project.site_url + prefix,
        "site_url": project.site_url, "title": "".join(map(as_html, heading.children)),
        "guides": [guide(_page(project, site, language, name)) for name in GUIDES if project.page(name, language)],
        "read": dates.unbroken(read, language)}


@lru_cache(maxsize=32)  # a preview makes the sheet again after every save, of pages that are mostly the same
def guide(page: Document) -> dict[str, Any]:
    """A guide's column, from its built page: its heading, the short address of its first step, its steps as (title,
    what to do as HTML): the first paragraph and the list that paragraph announces."""
    tree = page.tree.copy()
    steps, first = [], ""
    for section in tree.elements():
        if section.tag == "section" and "step" in section.classes:
            heading = section.the("h2")
            first = first or heading.attributes["id"]
            heading.children = [child for child in heading.children if isinstance(child, str)
                                or "step-number" not in child.classes]
            steps.append((heading.text(), _advice(section)))
    minutes = tree.first("span", "minutes")
    return {"title": tree.the("h1").text(), "minutes": minutes.text() if minutes else "", "first": first,
            "steps": steps}


def _advice(section: Node) -> str:
    rewrite(section, _rule)
    blocks = [child for child in section.children if isinstance(child, Node) and child.tag in ("p", "ul", "ol")][:2]
    if len(blocks) == 2 and (blocks[1].tag == "p" or not blocks[0].text().endswith(":")):
        blocks = blocks[:1]
    return "".join(as_html(block) for block in blocks)


def _rule(node: Node) -> Node | str | None:
    """Words only: no marks of evidence, no tools; of links, those that leave the site."""
    if node.tag in ("button", "svg", "img", "figure",
                    "template") or "hidden" in node.attributes or node.classes & {"step-foot", "anchor", "cite"}:
        return None
    inside = node.tag == "a" and not node.attributes.get("href", "").startswith("http")
    return UNWRAP if inside or "-" in node.tag or node.tag in ("time", "sup") else node


def _page(project: Project, site: Path, language: str, name: str) -> Document:
    return document(site, f"{project.address(name, language)}index.html")
