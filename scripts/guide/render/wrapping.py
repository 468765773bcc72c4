"""Words in lines, as few as the room allows and of about the same length, for what is drawn outside a browser.

`width` says how wide a line is drawn. Lines break at ordinary spaces only: no-break spaces hold.
"""

from collections.abc import Callable

Width = Callable[[str], float]


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
