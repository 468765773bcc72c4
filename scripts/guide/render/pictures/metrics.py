"""How wide a text is drawn, and where its lines break, for what is drawn outside a browser: as few lines as the room
allows, of about the same length. Lines break at ordinary spaces only: no-break spaces hold.

The reader's font is not known when a picture is drawn. Widths are those of Arial and Liberation Sans, which are the
same, with a little room for wider ones; each line is then drawn as wide as said here, its letters narrowed or widened
to it. No font file is read, so every machine draws the same bytes.
"""

import unicodedata
from collections.abc import Callable
from functools import cache, partial

# Thousandths of the font size, by width.
_PLAIN = {
    180: "\u202f", 191: "'", 222: "ijl’‘ł", 260: "|", 278: " !,./:;I[\\]ft·ı\u00a0", 333: "()-`r“”", 334: "{}",
    350: "•", 355: '"', 389: "*",
    469: "^", 500: "Jcksvxyz↑↓", 556: "#$0123456789?L_abdeghnopqu«»–€đ", 584: "+<=>~", 611: "FTZßø", 667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQØ", 833: "Mm", 889: "%æ", 944: "Wœ", 1000: "…—→←ÆŒ", 1015: "@"}
_BOLD = {
    180: "\u202f", 238: "'", 278: " ,./I\\ijl’‘·łı\u00a0", 280: "|", 333: "!()-:;[]`ft", 350: "•", 389: "*r{}",
    474: '"', 500: "z“”↑↓",
    556: "#$0123456789J_aceksvxy«»–€", 584: "+<=>^~", 611: "?FLTZbdghnopqußøđ", 667: "EPSVXY", 722: "&ABCDHKNRU",
    778: "GOQwØ", 833: "M",
    889: "%mæ", 944: "Wœ", 975: "@", 1000: "…—→←ÆŒ"}
_BY_LETTER = {bold: {letter: width for width, letters in widths.items() for letter in letters} for bold,
              widths in ((False, _PLAIN), (True, _BOLD))}
ROOM = 1.02        # for fonts wider than Arial
Width = Callable[[str], float]


@cache
def _letter(letter: str, bold: bool) -> int:
    """A letter with an accent is as wide as without; one of another script about as wide as its like here."""
    base = unicodedata.normalize("NFD", letter)[0]
    other = (0 if unicodedata.combining(letter) else 1000 if unicodedata.east_asian_width(letter) in "WF" else 700
             if letter.isupper() else 560)
    return _BY_LETTER[bold].get(letter, _BY_LETTER[bold].get(base, other))


@cache
def width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of `text`."""
    return sum(_letter(letter, bold) for letter in text) / 1000 * size * ROOM


@cache
def lines(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """`text` in as few lines of at most `room` as it takes, of about the same length."""
    return balanced(text, room, partial(width, size=size, bold=bold))


def wrapped(text: str, room: float, width: Width) -> list[str]:
    """`text` in lines that fit in `room`; a word that does not has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def balanced(text: str, room: float, width: Width) -> list[str]:
    """`text` in as few lines as `room` allows, then as narrow as that number of lines allows."""
    fewest, low, high = len(wrapped(text, room, width)), room / 3, room
    for _ in range(7):
        middle = (low + high) / 2
        lines = wrapped(text, middle, width)
        if len(lines) == fewest and all(width(line) <= room for line in lines):
            high = middle
        else:
            low = middle
    return wrapped(text, high, width)
