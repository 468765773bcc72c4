"""What is made of a page's kit (guide/render/markdown/kit.py): a page for each sheet, `kit/poster/`, to print, and the
picture for a slide, `cards/kit-slide.fr.png`. Made from the built page, so that all say the same.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import segno
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

WIDTH, HEIGHT, MARGIN = 1920, 1080, 100  # of the slide
CODE, BAND = 700, 190  # with its white margin; at the foot, with the address


def write(project: Project, site: Path) -> None:
    """Write a page for every sheet that a page shows, and its slide."""
    template = components(project.root / "overrides").get_template("sheet.html")
    for name, language, page in _kits(project, site):
        for paper in [node for node in page.elements() if "a4" in node.classes]:
            sheet = next(sheet for sheet in SHEETS if paper.first("div", sheet))
            place = f"{name.removesuffix('.md')}/{sheet}.md"  # as if a page of this name existed
            address = project.prefix(language) + page_url(place)
            save(site / address / "index.html", template.render(
                **shared(project, language, META_POLICY), **published(project, place, language, name),
                base_url="../" * address.count("/") + ".", name=sheet,
                body=as_html(paper).replace(' src="', ' src="../')).strip() + "\n")
    _slides(project, site)


def _slides(project: Project, site: Path) -> None:
    """Write the picture for a slide of every page that shows one, with the words of its poster."""
    overrides = project.root / "overrides"
    look = fingerprint([*sorted((overrides / "assets/fonts").iterdir()), tokens.FILE])
    for name, language, page in _kits(project, site):
        poster, place = page.first("div", "poster"), page.first("p", "kit-address")
        if poster and place and page.first("figure", "slide"):
            headline = [line.strip() for line in poster.the("p").children if isinstance(line, str)]
            steps = [node.text() for node in poster.elements() if node.tag == "strong"]
            words = headline, steps, project.site_url.partition("://")[0] + "://" + place.the("b").text()
            picture = project.cache.kept("slides", (words, look), partial(_slide, overrides, *words))
            save(site / FOLDER / file_name(name.removesuffix(".md") + "-slide", language), picture)


def _kits(project: Project, site: Path) -> Iterator[tuple[str, str, Node]]:
    """The pages with a sheet: name, language, content."""
    for page in [page for page in project.pages if any(block in SHEETS for block, _, _ in page.blocks)]:
        built = f"{project.prefix(page.language)}{page_url(page.name)}index.html"
        yield page.name, page.language, document(site, built).tree


def _slide(overrides: Path, headline: list[str], steps: list[str], address: str) -> bytes:
    """The picture as PNG, to be read from the last row; drawn like the cards, with their letters and colours."""
    from PIL import Image, ImageDraw  # only here: Pillow takes a tenth of a second to load

    from .cards.drawing import CREAM, EVERGREEN, MARIGOLD, Painter, png
    from .cards.lettering import fitted, sized

    strong, image = Painter(overrides).strong, Image.new("RGB", (WIDTH, HEIGHT), EVERGREEN)
    pen, room = ImageDraw.Draw(image), WIDTH - 3 * MARGIN - CODE
    large, lines = fitted(strong, headline, range(140, 90, -2), room, 470, 1.1)
    base = MARGIN - 30 + round(large.size * .95)
    pen.rectangle((MARGIN, base + 18, MARGIN + large.getlength(lines[0]), base + 30), fill=MARIGOLD)
    for number, line in enumerate(lines):
        pen.text((MARGIN - 6, base + round(large.size * number * 1.1)), line, font=large, fill=CREAM, anchor="ls")
    disc = Image.new("L", (288, 288))
    ImageDraw.Draw(disc).ellipse((0, 0, 287, 287), fill=255)
    small, _ = fitted(strong, steps, range(56, 36, -1), room - 100, 300, 1.6)
    for number, step in enumerate(steps):
        middle = HEIGHT - BAND - 90 - 96 * (len(steps) - 1 - number)
        image.paste(MARIGOLD, (MARGIN, middle - 36), disc.resize((72, 72), Image.Resampling.BOX))
        pen.text((MARGIN + 36, middle + 1), str(number + 1), font=sized(strong, 44), fill=EVERGREEN, anchor="mm")
        pen.text((MARGIN + 100, middle), step, font=small, fill=CREAM, anchor="lm")
    code = [bytes(0 if dark else 255 for dark in row)
            for row in segno.make(address, error="m", micro=False, boost_error=False).matrix_iter(border=4)]
    square = Image.frombytes("L", (len(code), len(code)), b"".join(code)).resize((CODE, CODE), Image.Resampling.NEAREST)
    image.paste(square, (WIDTH - MARGIN - CODE, (HEIGHT - BAND - CODE) // 2))
    pen.rectangle((0, HEIGHT - BAND, WIDTH, HEIGHT), fill=MARIGOLD)
    shown = address.partition("://")[2]
    large, _ = fitted(strong, [shown], range(88, 30, -2), WIDTH - 2 * MARGIN, 100, 1)
    pen.text((MARGIN, HEIGHT - BAND // 2), shown, font=large, fill=EVERGREEN, anchor="lm")
    return png(image)
