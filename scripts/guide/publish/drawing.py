"""The drawing of one card: paper, the wordmark, the title, the answer, when the facts were read, and a large switch
that is off.

Read at 400 pixels wide in a message, a third of its size: nothing is smaller than 28 pixels. Colours are those of
overrides/assets/css/tokens.css, where each has its contrast: the light page, and the home page's opening.

A text has the largest size at which it fits its room, and no sentence is cut short. Pillow's own layout is asked for,
so that the same bytes come out where the shaping library Raqm is installed and where it is not.
"""

import errno
import io
import re
from functools import lru_cache, partial
from pathlib import Path

import segno
from guide.render import tokens
from guide.render.card import HEIGHT, WIDTH, Card
from guide.render.pictures.metrics import balanced, wrapped
from PIL import Image, ImageDraw, ImageFont

Font = ImageFont.FreeTypeFont
Lines = tuple[Font, list[str]]
_SENTENCE = re.compile(r"(?<=[.?!])\s+")

MARGIN = 68
PANEL = 232  # the coloured side
TOP, END = 132, 524  # between the wordmark and the foot
TITLE, TEXT = 1.1, 1.34  # line heights
COLOURS = 64
AROUND = 16  # pixels around a drawn wordmark: a letter may reach below it
_FINER = 4
# Of the slide, its code with the white margin, and the band at its foot, with the address.
SLIDE_WIDTH, SLIDE_HEIGHT, SLIDE_MARGIN, CODE, BAND = 1920, 1080, 100, 700, 190

_SETS = tokens.colours(tokens.FILE.read_text("utf-8"))
PAPER, INK, SOFT, ACTION, TINT = (_SETS["light"][name]
                                  for name in ("paper", "ink", "ink-soft", "action", "action-soft"))
EVERGREEN, CREAM, MIST, MARIGOLD = (_SETS["hero"][name] for name in ("paper", "ink", "ink-soft", "marigold"))


class Painter:
    """Draws cards with the fonts and the wordmark of one project."""

    def __init__(self, overrides: Path):
        self.fonts = overrides / "assets/fonts"
        self.strong, self.plain = (self.fonts / f"commissioner-{weight}.ttf" for weight in (700, 500))

    def picture(self, card: Card) -> Image.Image:
        """The card in full colours."""
        image = Image.new("RGB", (WIDTH, HEIGHT), EVERGREEN if card.home else PAPER)
        (self._home if card.home else self._page)(image, card)
        return image

    def _home(self, image: Image.Image, card: Card) -> None:
        pen = ImageDraw.Draw(image)
        self._mark(image, card, CREAM, MARIGOLD, EVERGREEN)
        lead = card.title.removesuffix(card.marks).strip()
        title = fitted(self.strong, [part for part in (lead, card.marks) if part], range(104, 60, -2),
                       WIDTH - 2 * MARGIN, 264, TITLE)
        text, top = self._below(title, card.text, range(40, 31, -1), WIDTH - 2 * MARGIN - 60, 40)
        bottom = self._lines(pen, *title, (MARGIN - 4, top), TITLE, CREAM, card.marks)
        self._lines(pen, *text, (MARGIN, bottom + 40), TEXT, MIST)
        self._foot(pen, card, MIST, CREAM, WIDTH - MARGIN)

    def _page(self, image: Image.Image, card: Card) -> None:
        pen, right = ImageDraw.Draw(image), WIDTH - PANEL - 56
        pen.rectangle((WIDTH - PANEL, 0, WIDTH, HEIGHT), fill=EVERGREEN)
        _switch(image, (WIDTH - PANEL + 34, HEIGHT // 2 - 58, WIDTH - 34, HEIGHT // 2 + 58), MARIGOLD, EVERGREEN)
        self._mark(image, card, INK, ACTION, PAPER)
        if card.time:
            self._time(pen, card.time, right)
        title = fitted(self.strong, [card.title], range(82, 50, -2), right - MARGIN, 184, TITLE)
        text, top = self._below(title, card.text, range(38, 31, -1), right - MARGIN - 32, 28)
        top = self._lines(pen, *title, (MARGIN - 3, top), TITLE, INK) + 28
        end = self._lines(pen, *text, (MARGIN + 32, top), TEXT, SOFT)
        pen.rounded_rectangle((MARGIN, top + 4, MARGIN + 8, end - 4), radius=4, fill=MARIGOLD)
        self._foot(pen, card, SOFT, ACTION, right)

    def _below(self, title: Lines, text: str, sizes: range, width: int, gap: int) -> tuple[Lines, int]:
        """The lines of `text` in what room its title leaves, and where both start to stand in the middle."""
        tall = len(title[1]) * title[0].size * TITLE
        found = sentences(self.plain, text, sizes, width, END - TOP - round(tall) - gap, TEXT)
        return found, round(TOP + (END - TOP - tall - gap - len(found[1]) * found[0].size * TEXT) / 2)

    def _mark(self, image: Image.Image, card: Card, *colours: str) -> None:
        """The site's name, in the colours of its letters, switch and knob, where it is drawn; else in letters."""
        drawn = self.fonts / f"wordmark-{card.site.lower().replace(' ', '-')}.png"
        if not drawn.is_file():
            ImageDraw.Draw(image).text((MARGIN, 79), card.site, font=sized(self.strong, 48), fill=colours[0],
                                       anchor="lm")
            return
        for colour, mask in zip(colours, Image.open(drawn).split(), strict=True):
            image.paste(colour, (MARGIN - AROUND, 54 - AROUND), mask)

    def _time(self, pen: ImageDraw.ImageDraw, text: str, right: int) -> None:
        """How long a guide takes, in a rounded label."""
        font = sized(self.strong, 30)
        left = right - round(font.getlength(text)) - 48
        pen.rounded_rectangle((left, 52, right, 106), radius=27, fill=TINT)
        pen.text((left + 24, 79), text, font=font, fill=ACTION, anchor="lm")

    def _foot(self, pen: ImageDraw.ImageDraw, card: Card, colour: str, strong: str, right: int) -> None:
        font = sized(self.strong, 28)
        pen.text((MARGIN, 578), card.date, font=sized(self.plain, 28), fill=colour, anchor="ls")
        pen.text((right, 578), card.host, font=font, fill=strong, anchor="rs")

    @staticmethod
    def _lines(pen: ImageDraw.ImageDraw, font: Font, lines: list[str], place: tuple[int, int], leading: float,
               colour: str, marks: str = "", ground: str = EVERGREEN) -> int:
        """Draw `lines`, the words of `marks` underlined but for their tails; return where the next thing may start."""
        x, y = place
        before, start = "", " ".join(lines).find(marks) if marks else -1
        for line in lines:
            base = y + round(font.size * .95)
            skip = max(0, start - len(before))
            if marks and skip < len(line):
                pen.rectangle((x + font.getlength(line[:skip]), base + 13, x + font.getlength(line), base + 20),
                              fill=MARIGOLD)
                pen.text((x, base), line, font=font, fill=ground, anchor="ls", stroke_width=6, stroke_fill=ground)
            pen.text((x, base), line, font=font, fill=colour, anchor="ls")
            before, y = f"{before}{line} ", y + round(font.size * leading)
        return y


def png(image: Image.Image) -> bytes:
    """The picture with a palette of its own: few colours, no dithering, the same bytes each time."""
    file = io.BytesIO()
    image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _switch(image: Image.Image, box: tuple[int, int, int, int], colour: str, knob: str) -> None:
    """A switch that is off, smooth at its edges."""
    left, top, right, bottom = box
    width, height = (right - left) * _FINER, (bottom - top) * _FINER
    track, inside = Image.new("L", (width, height), 0), Image.new("L", (width, height), 0)
    ImageDraw.Draw(track).rounded_rectangle((0, 0, width - 1, height - 1), radius=height // 2, fill=255)
    middle, radius = height // 2, height * 13 // 41
    ImageDraw.Draw(inside).ellipse((middle - radius, middle - radius, middle + radius, middle + radius), fill=255)
    for fill, mask in ((colour, track), (knob, inside)):
        image.paste(fill, (left, top), mask.resize((right - left, bottom - top), Image.Resampling.BOX))


@lru_cache(maxsize=128)
def sized(path: Path, pixels: int) -> Font:
    """A font file in one size. OSError that names the file when it is none: Pillow does not say which."""
    try:
        return ImageFont.truetype(str(path), pixels, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise OSError(errno.EINVAL, str(error), str(path)) from None


@lru_cache(maxsize=2**15)  # the best size and width are looked for by trying, with the same lines again and again
def _length(font: Font, text: str) -> float:
    return font.getlength(text)


def fitted(path: Path, texts: list[str], sizes: range, width: int, height: float, leading: float) -> Lines:
    """`texts`, each starting a line, in lines of like length, at the first of `sizes` that fits, else the last."""
    for pixels in sizes:
        font = sized(path, pixels)
        length = partial(_length, font)
        lines = [line for text in texts for line in wrapped(text, width, length)]
        if len(lines) * pixels * leading <= height and all(length(line) <= width for line in lines):
            break
    return font, [line for text in texts for line in balanced(text, width, length)]


def sentences(path: Path, text: str, sizes: range, width: int, height: float, leading: float) -> Lines:
    """As many whole sentences of `text` as fit in the room, as large as they can be. The first one always stands."""
    parts = _SENTENCE.split(text)
    for count in range(len(parts), 0, -1):
        for pixels in sizes:
            font, shorter = sized(path, pixels), " ".join(parts[:count])
            lines = wrapped(shorter, width, partial(_length, font))
            if len(lines) * pixels * leading <= height:
                return font, balanced(shorter, width, partial(_length, font))
    return font, lines


def slide(overrides: Path, headline: list[str], steps: list[str], address: str) -> bytes:
    """The picture as PNG, to be read from the last row; with the letters and colours of the cards."""
    strong, image = Painter(overrides).strong, Image.new("RGB", (SLIDE_WIDTH, SLIDE_HEIGHT), EVERGREEN)
    pen, room = ImageDraw.Draw(image), SLIDE_WIDTH - 3 * SLIDE_MARGIN - CODE
    large, lines = fitted(strong, headline, range(140, 90, -2), room, 470, 1.1)
    base = SLIDE_MARGIN - 30 + round(large.size * .95)
    above, below = base + round(large.size * .13), base + round(large.size * .21)
    pen.rectangle((SLIDE_MARGIN, above, SLIDE_MARGIN + large.getlength(lines[0]), below), fill=MARIGOLD)
    for number, line in enumerate(lines):
        pen.text((SLIDE_MARGIN - 6, base + round(large.size * number * 1.1)), line, font=large, fill=CREAM, anchor="ls")
    disc = Image.new("L", (288, 288))
    ImageDraw.Draw(disc).ellipse((0, 0, 287, 287), fill=255)
    small, _ = fitted(strong, steps, range(56, 36, -1), room - 100, 300, 1.6)
    for number, step in enumerate(steps):
        middle = SLIDE_HEIGHT - BAND - 90 - 96 * (len(steps) - 1 - number)
        image.paste(MARIGOLD, (SLIDE_MARGIN, middle - 36), disc.resize((72, 72), Image.Resampling.BOX))
        pen.text((SLIDE_MARGIN + 36, middle + 1), str(number + 1), font=sized(strong, 44), fill=EVERGREEN, anchor="mm")
        pen.text((SLIDE_MARGIN + 100, middle), step, font=small, fill=CREAM, anchor="lm")
    code = [bytes(0 if dark else 255 for dark in row)
            for row in segno.make(address, error="m", micro=False, boost_error=False).matrix_iter(border=4)]
    square = Image.frombytes("L", (len(code), len(code)), b"".join(code)).resize((CODE, CODE), Image.Resampling.NEAREST)
    image.paste(square, (SLIDE_WIDTH - SLIDE_MARGIN - CODE, (SLIDE_HEIGHT - BAND - CODE) // 2))
    pen.rectangle((0, SLIDE_HEIGHT - BAND, SLIDE_WIDTH, SLIDE_HEIGHT), fill=MARIGOLD)
    shown = address.partition("://")[2]
    large, _ = fitted(strong, [shown], range(88, 30, -2), SLIDE_WIDTH - 2 * SLIDE_MARGIN, 100, 1)
    pen.text((SLIDE_MARGIN, SLIDE_HEIGHT - BAND // 2), shown, font=large, fill=EVERGREEN, anchor="lm")
    return png(image)
