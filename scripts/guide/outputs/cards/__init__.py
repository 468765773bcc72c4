"""The pictures shown where a link to a page is shared: cards/<page>.<language>.png, drawn from the page's own words.

The same words give the same bytes: no day, no comment, a palette, a fixed compression.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image

from ...card import FOLDER, Card, cards
from ...project import Project
from .drawing import Painter, reduced


def write(project: Project, site: Path) -> None:
    """Draw every card into `site`/cards."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    painter = Painter(project.root / "overrides")

    def save(drawn: tuple[Card, Image.Image]) -> None:
        card, image = drawn
        reduced(image).save(folder / card.name, "PNG", optimize=True)

    # Drawing shares fonts and stays in one thread; reducing and compressing is most of the time.
    with ThreadPoolExecutor() as pool:
        list(pool.map(save, [(card, painter.picture(card)) for card in cards(project)]))
