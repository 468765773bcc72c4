"""The pictures shown where a link to a page is shared: cards/<page>.<language>.png, drawn from the page's own words.

The same words give the same bytes: no day, no comment, a palette, a fixed compression. So they are drawn once, and
kept.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide.content.cache import fingerprint
from guide.content.project import Project
from guide.render import tokens
from guide.render.card import FOLDER, cards

from .files import save


def write(project: Project, site: Path) -> None:
    """Write every card into `site`/cards."""
    overrides = project.root / "overrides"
    look = fingerprint([*sorted((overrides / "assets/fonts").iterdir()), tokens.FILE])
    kept = {card: project.cache.get("cards", (card, look)) for card in cards(project)}
    if missing := [card for card, data in kept.items() if not data]:
        from .drawing import Painter, png  # only here: Pillow takes a tenth of a second to load

        # Drawing shares fonts and stays in one thread; reducing and compressing is most of the time.
        with ThreadPoolExecutor() as pool:
            kept |= zip(missing, pool.map(png, map(Painter(overrides).picture, missing)), strict=True)
    for card, data in kept.items():
        save(site / FOLDER / card.name, data)
        if card in missing:
            project.cache.put("cards", (card, look), data)
