"""How wide a text is, and where its lines break: SVG text does not wrap by itself.

The reader's font is not known when the picture is drawn. Widths are those of Arial and Liberation Sans, which are the same, with some
room added for the wider of the system fonts; no font file is read, so every machine draws the same bytes.
"""

from __future__ import annotations

import unicodedata
from functools import cache

# Thousandths of the font size, by width.
_WIDTHS = {
    191: "'’‘", 222: "ijl|", 278: " !,./:;I[]ft\u00a0\\", 333: "-()r“”`", 355: '"', 389: "*", 500: "ckszvxyJ", 556: "0123456789abdeghnopquL?_$#–«»€",
    584: "+<>=~", 611: "FTZ", 667: "ABEKPSVXY&", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "…—→@", 180: "\u202f",
}
_BY_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
ROOM = 1.07        # for fonts wider than Arial
BOLD = 1.07


@cache
def _letter(letter: str) -> int:
    """A letter with an accent is as wide as without."""
    return _BY_LETTER.get(letter, _BY_LETTER.get(unicodedata.normalize("NFD", letter)[0], 700))


@cache
def _units(text: str) -> int:
    return sum(map(_letter, text))


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of `text`."""
    return _units(text) / 1000 * size * ROOM * (BOLD if bold else 1)


def lines(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """`text` in as few lines of at most `room` as it takes, of about the same length; never broken at a no-break space."""
    fewest = _broken(text, room, size, bold)
    low, high = room / 3, room
    for _ in range(7):
        middle = (low + high) / 2
        if len(_broken(text, middle, size, bold)) == len(fewest) and max(width(line, size, bold) for line in _broken(text, middle, size, bold)) <= room:
            high = middle
        else:
            low = middle
    return _broken(text, high, size, bold)


def _broken(text: str, room: float, size: float, bold: bool) -> list[str]:
    found: list[str] = []
    for word in text.split(" "):
        longer = f"{found[-1]} {word}" if found else word
        if found and width(longer, size, bold) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return found
