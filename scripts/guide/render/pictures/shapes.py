"""What the pictures share: what is pressed, what presses it, switches, boxes."""

from collections.abc import Callable

from .svg import Sheet

Pointer = Callable[[Sheet, float, float], None]

def halo(sheet: Sheet, x: float, y: float, width: float, height: float, radius: float) -> None:
    """The highlighter around the one thing to press."""
    sheet.rect(x, y, width, height, radius, fill="marker", stroke="marigold", line=4)


def arrow(sheet: Sheet, x: float, y: float) -> None:
    """A mouse pointer whose tip is at x, y."""
    sheet.icon("material-cursor-default", x + 8, y + 12.5, 30, stroke="surface", line=1.5)


def finger(sheet: Sheet, x: float, y: float) -> None:
    """A finger whose tip is at x, y."""
    sheet.icon("material-cursor-pointer", x + 1.5, y + 12.5, 32, stroke="surface", line=1.5)


def switch(sheet: Sheet, x: float, y: float, on: bool) -> None:
    """A switch 46 × 26 whose left upper corner is at x, y."""
    if on:
        sheet.rect(x, y, 46, 26, 13, fill="action")
        sheet.circle(x + 33, y + 13, 9, fill="surface")
    else:
        sheet.rect(x, y, 46, 26, 13, fill="surface", stroke="ink", line=2.4)
        sheet.circle(x + 13, y + 13, 7.5, fill="ink")


def control(sheet: Sheet, kind: str, left: float, right: float, y: float,
            pointer: Pointer | None) -> Callable[[], None] | None:
    """What is set at the middle height y of a row: see schema/screens.json. Returns what must be drawn last."""
    if kind in ("on", "off"):
        switch(sheet, right - 46, y - 13, kind == "on")
    elif kind == "turn-off":
        halo(sheet, right - 54, y - 21, 62, 42, 21)
        switch(sheet, right - 46, y - 13, True)
        sheet.icon("material-arrow-down", right - 23, y + 49, 20)
        switch(sheet, right - 46, y + 60, False)
    elif kind == "opens":
        sheet.icon("material-chevron-right", right - 6, y, 28)
    elif kind == "choice":
        sheet.circle(left + 10, y, 10, fill="surface", stroke="ink", line=2)
        sheet.circle(left + 10, y, 5.5, fill="action")
    elif kind == "box":
        sheet.rect(left, y - 10, 20, 20, 4, fill="surface", stroke="ink", line=2)
    if pointer is None:
        return None
    tip = {"turn-off": (right - 16, y + 6), "on": (right - 16, y + 4), "choice": (left + 13, y + 5),
           "box": (left + 13, y + 5)}.get(kind, (right - 14, y + 6))
    return lambda: pointer(sheet, *tip)


def closed(sheet: Sheet, x: float, y: float) -> None:
    """No way through."""
    sheet.circle(x, y, 15, fill="surface")
    sheet.icon("material-close-circle-outline", x, y, 36)
