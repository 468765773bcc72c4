"""The pictures shown where a link to a page is shared: cards/<page>.<language>.png, drawn from the page's own words.

The same words give the same bytes: no day, no comment, a palette, a fixed compression. So they are drawn once, and
kept.
"""

from __future__ import annotations

import io
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from guide.content.cache import fingerprint
from guide.content.project import Project
from guide.render import tokens
from guide.render.card import FOLDER, Card, cards

if TYPE_CHECKING:
    from PIL import Image

AT_ONCE = 16  # cards drawn and not saved


def write(project: Project, site: Path) -> None:
    """Write every card into `site`/cards."""
    folder, overrides = site / FOLDER, project.root / "overrides"
    folder.mkdir(parents=True, exist_ok=True)
    look = fingerprint([*sorted((overrides / "assets/fonts").iterdir()), tokens.FILE])
    missing = []
    for card in cards(project):
        if data := project.cache.get("cards", (card, look)):
            (folder / card.name).write_bytes(data)
        else:
            missing.append(card)
    if missing:
        _draw(project, folder, missing, look)


def _draw(project: Project, folder: Path, missing: list[Card], look: str) -> None:
    from .drawing import Painter, reduced  # only here: Pillow takes a tenth of a second to load

    painter = Painter(project.root / "overrides")

    def save(card: Card, image: Image.Image) -> None:
        file = io.BytesIO()
        reduced(image).save(file, "PNG", optimize=True)
        project.cache.put("cards", (card, look), file.getvalue())
        (folder / card.name).write_bytes(file.getvalue())

    # Drawing shares fonts and stays in one thread; reducing and compressing is most of the time. A picture not saved
    # yet takes 2 MB.
    waiting: deque[Future[None]] = deque()
    with ThreadPoolExecutor() as pool:
        for card in missing:
            if len(waiting) == AT_ONCE:
                waiting.popleft().result()
            waiting.append(pool.submit(save, card, painter.picture(card)))
        for saved in waiting:
            saved.result()
