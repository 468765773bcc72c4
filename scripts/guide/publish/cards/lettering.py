"""The largest size at which a text fits its room; no sentence cut short.

Pillow's own layout is asked for, so that the same bytes come out where the shaping library Raqm is installed and where
it is not.
"""

import errno
import re
from functools import lru_cache, partial
from pathlib import Path

from guide.render.wrapping import balanced, wrapped
from PIL import ImageFont

Font = ImageFont.FreeTypeFont
Lines = tuple[Font, list[str]]
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


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


def fitted(path: Path, texts: list[str], sizes: range, width: int, height: float,
           leading: float) -> Lines:
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
