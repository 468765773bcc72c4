"""The pictures shown where a link to a page is shared: cards/<page>.<language>.png, drawn from the page's own words.

The same words give the same bytes: no day, no comment, a palette, a fixed compression.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from guide.content.project import Project
from guide.render.card import FOLDER, Card, cards
from PIL import Image

from .drawing import Painter, reduced

AT_ONCE = 16  # cards drawn and not saved


def write(project: Project, site: Path) -> None:
    """Draw every card into `site`/cards."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    painter = Painter(project.root / "overrides")

    def save(card: Card, image: Image.Image) -> None:
        reduced(image).save(folder / card.name, "PNG", optimize=True)

    # Drawing shares fonts and stays in one thread; reducing and compressing is most of the time. A picture not saved yet takes 2 MB.
    waiting: deque[Future[None]] = deque()
    with ThreadPoolExecutor() as pool:
        for card in cards(project):
            if len(waiting) == AT_ONCE:
                waiting.popleft().result()
            waiting.append(pool.submit(save, card, painter.picture(card)))
        for saved in waiting:
            saved.result()
