"""The picture for a slide, 16:9: the headline, the steps, a code and the address it opens, read from the last row.

Drawn like the cards, with their letters and colours.
"""

from pathlib import Path

import segno
from PIL import Image, ImageDraw

from .cards.drawing import CREAM, EVERGREEN, MARIGOLD, Painter, png
from .cards.lettering import fitted, sized

WIDTH, HEIGHT, MARGIN = 1920, 1080, 100
CODE = 620  # with its white margin
BAND = 190  # at the foot, with the address
TALL = 1.1  # line height of the headline


def slide(overrides: Path, headline: list[str], steps: list[str], address: str) -> bytes:
    """The picture as PNG. `address` is written without its scheme."""
    strong, image = Painter(overrides).strong, Image.new("RGB", (WIDTH, HEIGHT), EVERGREEN)
    pen, room, top = ImageDraw.Draw(image), WIDTH - 3 * MARGIN - CODE, MARGIN - 10
    large, lines = fitted(strong, headline, range(160, 90, -2), room, 480, TALL)
    for number, line in enumerate(lines):
        base = top + round(large.size * .95)
        if not number:
            pen.rectangle((MARGIN, base + 18, MARGIN + large.getlength(line), base + 30), fill=MARIGOLD)
        pen.text((MARGIN - 6, base), line, font=large, fill=CREAM, anchor="ls", stroke_width=0)
        top += round(large.size * TALL)
    small, _ = fitted(strong, steps, range(56, 36, -1), room - 100, 300, 1.6)
    for number, step in enumerate(steps):
        middle = HEIGHT - BAND - 90 - 96 * (len(steps) - 1 - number)
        pen.ellipse((MARGIN, middle - 36, MARGIN + 72, middle + 36), fill=MARIGOLD)
        pen.text((MARGIN + 36, middle + 1), str(number + 1), font=sized(strong, 44), fill=EVERGREEN, anchor="mm")
        pen.text((MARGIN + 100, middle), step, font=small, fill=CREAM, anchor="lm")
    image.paste(_code(address), (WIDTH - MARGIN - CODE, MARGIN + 20))
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
