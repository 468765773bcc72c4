"""`/handout/` and `/en/handout/`: the steps of the main guides on one sheet of paper, with their QR codes, to put up on
a wall.

Made from the built pages, so that the sheet says what the guides say. Only the words of the sheet's frame are strings.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guide.content import dates
from guide.content.addresses import page_url
from guide.content.project import Project
from guide.render.context import components
from guide.render.page import published, shared

from .files import save
from .html import UNWRAP, Document, Node, document, rewrite
from .html import write as as_html
from .policy import META_POLICY

NAME = "handout.md"  # as if a page of this name existed: its addresses follow from it
HOME = "index.md"
GUIDES = "opt-out/web.md", "opt-out/app.md", "opt-out/objection-form.md"


@dataclass(frozen=True)
class Guide:
    """One column: the guide's heading, the short address of its first step, its steps as (title, what to do as
    HTML)."""

    title: str
    minutes: str
    first: str
    steps: list[tuple[str, str]]


def write(project: Project, site: Path) -> None:
    """Write the sheet of every language."""
    template = components(project.root / "overrides").get_template("handout.html")
    for language in project.languages:
        text = template.render(_values(project, site, language)).strip() + "\n"
        save(site / project.prefix(language) / page_url(NAME) / "index.html", text)


def _values(project: Project, site: Path, language: str) -> dict[str, object]:
    prefix = project.prefix(language)
    names = [name for name in GUIDES if any(page.name == name for page in project.pages)]
    read = min(claim["read_on"] for claim in project.records.claims.values())
    home = project.site_url + prefix
    return {
        **shared(project, language, META_POLICY), **published(project, NAME, language, HOME),
        "base_url": "../" * (prefix.count("/") + 1) + ".",
        "prefix": prefix, "home": home, "site_url": project.site_url,
        "title": _title(_page(project, site, language, HOME)),
        "guides": [guide(_page(project, site, language, name)) for name in names],
        "read": dates.unbroken(read, language),
    }


@lru_cache(maxsize=32)  # a preview makes the sheet again after every save, of pages that are mostly the same
def guide(page: Document) -> Guide:
    """A guide's column, from its built page: each step's title, its first paragraph and the list that paragraph
    announces."""
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
    return Guide(tree.the("h1").text(), minutes.text() if minutes else "", first, steps)


def _advice(section: Node) -> str:
    rewrite(section, _rule)
    blocks = [child for child in section.children if isinstance(child, Node) and child.tag in ("p", "ul", "ol")][:2]
    if len(blocks) == 2 and (blocks[1].tag == "p" or not blocks[0].text().endswith(":")):
        blocks = blocks[:1]
    return "".join(as_html(block) for block in blocks)


@lru_cache(maxsize=32)
def _title(page: Document) -> str:
    """The home page's heading as HTML."""
    heading = page.tree.the("h1").copy()
    rewrite(heading, _rule)
    return "".join(map(as_html, heading.children))


def _rule(node: Node) -> Node | str | None:
    """Words only: no marks of evidence, no tools; of links, those that leave the site."""
    if node.tag in ("button", "svg", "img", "figure",
                    "template") or "hidden" in node.attributes or node.classes & {"step-foot", "anchor", "cite"}:
        return None
    inside = node.tag == "a" and not node.attributes.get("href", "").startswith("http")
    return UNWRAP if inside or "-" in node.tag or node.tag in ("time", "sup") else node


def _page(project: Project, site: Path, language: str, name: str) -> Document:
    return document(site, f"{project.prefix(language)}{page_url(name)}index.html")
