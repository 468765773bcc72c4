"""Words in lines: the largest size at which a text fits its room, lines of like length, no word cut, no sentence cut
short.

Pillow's own layout is asked for, so that the same bytes come out where the shaping library Raqm is installed and where
it is not.
"""

import errno
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

_SENTENCE = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True)
class Face:
    """One weight of the font, in any size."""

    path: Path

    def size(self, pixels: int) -> ImageFont.FreeTypeFont:
        return _font(self.path, pixels)


@lru_cache(maxsize=128)
def _font(path: Path, pixels: int) -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(str(path), pixels, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:  # Pillow does not say which file
        raise OSError(errno.EINVAL, str(error), str(path)) from None


@lru_cache(maxsize=2**15)  # the best size and width are looked for by trying, with the same lines again and again
def _length(font: ImageFont.FreeTypeFont, text: str) -> float:
    return font.getlength(text)


def fitted(face: Face, texts: list[str], sizes: range, width: int, height: float,
           leading: float) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """`texts`, each starting a line, in lines of like length, at the first of `sizes` at which they fit the room; else
    at the last."""
    font, lines = face.size(sizes[0]), []
    for pixels in sizes:
        font = face.size(pixels)
        lines = [wrapped(font, text, width) for text in texts]
        if sum(map(len, lines)) * pixels * leading <= height and all(_length(font, line) <= width for part in lines
                                                                     for line in part):
            break
    return font, [line for text in texts for line in balanced(font, text, width)]


def sentences(face: Face, text: str, sizes: range, width: int, height: float,
              leading: float) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """As many whole sentences of `text` as fit in the room, as large as they can be. The first one always stands."""
    parts = _SENTENCE.split(text)
    font, lines = face.size(sizes[-1]), []
    for count in range(len(parts), 0, -1):
        for pixels in sizes:
            font = face.size(pixels)
            lines = wrapped(font, " ".join(parts[:count]), width)
            if len(lines) * pixels * leading <= height:
                return font, balanced(font, " ".join(parts[:count]), width)
    return font, lines


def balanced(font: ImageFont.FreeTypeFont, text: str, width: int) -> list[str]:
    """`text` in as few lines as `width` allows, then as narrow as that number of lines allows."""
    lines = wrapped(font, text, width)
    low, high = width // 3, width
    while high - low > 8:
        middle = (low + high) // 2
        narrower = wrapped(font, text, middle)
        if len(narrower) == len(lines) and all(_length(font, line) <= middle for line in narrower):
            high = middle
        else:
            low = middle
    return wrapped(font, text, high)


def wrapped(font: ImageFont.FreeTypeFont, text: str, width: int) -> list[str]:
    """Lines broken at ordinary spaces only: no-break spaces hold."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and _length(font, f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        elif word:
            lines.append(word)
    return lines
