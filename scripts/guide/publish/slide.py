"""The picture for a slide, 16:9: the headline, the steps, a code and the address it opens, read from the last row.

Drawn like the cards, with their letters and colours.
"""

from pathlib import Path

import segno
from PIL import Image, ImageDraw

from .cards.drawing import CREAM, EVERGREEN, MARIGOLD, Painter, png
from .cards.lettering import fitted, sized

WIDTH, HEIGHT, MARGIN = 1920, 1080, 100
CODE = 700  # with its white margin
BAND = 190  # at the foot, with the address
TALL = 1.1  # line height of the headline


def slide(overrides: Path, headline: list[str], steps: list[str], address: str) -> bytes:
    """The picture as PNG. `address` is in the code; below it is written without its scheme."""
    strong, image = Painter(overrides).strong, Image.new("RGB", (WIDTH, HEIGHT), EVERGREEN)
    pen, room, top = ImageDraw.Draw(image), WIDTH - 3 * MARGIN - CODE, MARGIN - 30
    large, lines = fitted(strong, headline, range(140, 90, -2), room, 470, TALL)
    for number, line in enumerate(lines):
        base = top + round(large.size * .95)
        if not number:
            pen.rectangle((MARGIN, base + 18, MARGIN + large.getlength(line), base + 30), fill=MARIGOLD)
        pen.text((MARGIN - 6, base), line, font=large, fill=CREAM, anchor="ls")
        top += round(large.size * TALL)
    disc = Image.new("L", (288, 288))
    ImageDraw.Draw(disc).ellipse((0, 0, 287, 287), fill=255)
    disc = disc.resize((72, 72), Image.Resampling.BOX)  # smooth at its edge
    small, _ = fitted(strong, steps, range(56, 36, -1), room - 100, 300, 1.6)
    for number, step in enumerate(steps):
        middle = HEIGHT - BAND - 90 - 96 * (len(steps) - 1 - number)
        image.paste(MARIGOLD, (MARGIN, middle - 36), disc)
        pen.text((MARGIN + 36, middle + 1), str(number + 1), font=sized(strong, 44), fill=EVERGREEN, anchor="mm")
        pen.text((MARGIN + 100, middle), step, font=small, fill=CREAM, anchor="lm")
    image.paste(_code(address), (WIDTH - MARGIN - CODE, (HEIGHT - BAND - CODE) // 2))
    pen.rectangle((0, HEIGHT - BAND, WIDTH, HEIGHT), fill=MARIGOLD)
    words = address.partition("://")[2]
    font, _ = fitted(strong, [words], range(88, 30, -2), WIDTH - 2 * MARGIN, 100, 1)
    pen.text((MARGIN, HEIGHT - BAND // 2), words, font=font, fill=EVERGREEN, anchor="lm")
    return png(image)


def _code(address: str) -> Image.Image:
    modules = [bytes(0 if dark else 255 for dark in row)
               for row in segno.make(address, error="m", micro=False, boost_error=False).matrix_iter(border=4)]
    picture = Image.frombytes("L", (len(modules), len(modules)), b"".join(modules))
    return picture.resize((CODE, CODE), Image.Resampling.NEAREST)
