"""What a page's kit is made into: a page for each sheet, to print (`kit/poster/`, `kit/flyers/`), and a picture for a
slide (`cards/kit-slide.fr.png`).

Made from the built page, so that all say the same; its blocks hold the words (guide/render/markdown/kit.py).
"""

from collections.abc import Iterator
from pathlib import Path

from guide.content.addresses import page_url
from guide.content.cache import fingerprint
from guide.content.project import Project
from guide.render import tokens
from guide.render.card import FOLDER, file_name
from guide.render.context import components
from guide.render.markdown.kit import SHEETS
from guide.render.page import published, shared

from .files import save
from .html import Node, document
from .html import write as as_html
from .policy import META_POLICY


def write(project: Project, site: Path) -> None:
    """Write a page for every sheet that a page shows."""
    template = components(project.root / "overrides").get_template("sheet.html")
    for name, language, page in _kits(project, site):
        for paper in [node.copy() for node in page.elements() if "a4" in node.classes]:
            sheet = next(sheet for sheet in SHEETS if paper.first("div", sheet))
            place = f"{name.removesuffix('.md')}/{sheet}.md"  # as if a page of this name existed
            address = project.prefix(language) + page_url(place)
            for image in [node for node in paper.elements() if node.tag == "img"]:
                image.attributes["src"] = "../" + image.attributes["src"]
            save(site / address / "index.html", template.render(
                **shared(project, language, META_POLICY), **published(project, place, language, name),
                base_url="../" * address.count("/") + ".", name=sheet, body=as_html(paper)).strip() + "\n")


def slides(project: Project, site: Path) -> None:
    """Write the picture for a slide of every page that shows one, with the words of its poster."""
    overrides = project.root / "overrides"
    look = fingerprint([*sorted((overrides / "assets/fonts").iterdir()), tokens.FILE])
    for name, language, page in _kits(project, site):
        poster, place = page.first("div", "poster"), page.first("p", "kit-address")
        if poster and place and page.first("figure", "slide"):
            scheme, mark, _ = project.site_url.partition("://")
            words = (_headline(poster.the("p")), [item.text() for item in poster.elements() if item.tag == "strong"],
                     scheme + mark + place.the("b").text())
            picture = project.cache.get("slides", (words, look))
            if not picture:
                from .slide import slide  # only here: Pillow takes a tenth of a second to load
                picture = slide(overrides, *words)
                project.cache.put("slides", (words, look), picture)
            (site / FOLDER).mkdir(exist_ok=True)
            (site / FOLDER / file_name(name.removesuffix(".md") + "-slide", language)).write_bytes(picture)


def _kits(project: Project, site: Path) -> Iterator[tuple[str, str, Node]]:
    """The pages with a sheet: name, language, content."""
    for page in project.pages:
        if any(block in SHEETS for block, _, _ in page.blocks):
            yield page.name, page.language, document(
                site, f"{project.prefix(page.language)}{page_url(page.name)}index.html").tree


def _headline(paragraph: Node) -> list[str]:
    """The lines of a headline."""
    return [line.strip() for line in paragraph.children if isinstance(line, str)]
