"""Small drawings the pictures share: what is pressed, what presses it, switches, boxes, things to keep."""

from __future__ import annotations

from collections.abc import Callable

from .svg import Sheet

Pointer = Callable[[Sheet, float, float], None]

_ARROW = "M0 0V19.5L4.7 15.2 7.9 22.6 11.3 21.1 8.1 13.9H14.4Z"
_FINGER = "M-4.5 0a4.5 4.5 0 0 1 9 0v9.5l9.5 2.2a5 5 0 0 1 3.8 5.6l-1.3 8.7a5 5 0 0 1-5 4.3h-9.6a6 6 0 0 1-4.8-2.4l-8-10.6a3.6 3.6 0 0 1 5.5-4.6l.9.9z"


def halo(sheet: Sheet, x: float, y: float, width: float, height: float, radius: float) -> None:
    """The highlighter around the one thing to press."""
    sheet.rect(x, y, width, height, radius, fill="marker", stroke="marigold", line=4)


def arrow(sheet: Sheet, x: float, y: float) -> None:
    """A mouse pointer whose tip is at x, y."""
    sheet.path(_ARROW, x, y, 1.15, fill="ink", stroke="surface", line=2)


def finger(sheet: Sheet, x: float, y: float) -> None:
    """A finger whose tip is at x, y."""
    sheet.path(_FINGER, x, y + 4, 1.05, fill="surface", stroke="ink", line=2)


def reload(sheet: Sheet, x: float, y: float) -> None:
    """The browser's sign for reading a page again."""
    sheet.path("M6.1 -3.5A7 7 0 1 0 7 1M6.8 -8v4.8H2", x, y, stroke="ink", line=2)


def back(sheet: Sheet, x: float, y: float) -> None:
    """A sign that leads back."""
    sheet.path("M4 -7L-4 0L4 7", x, y, stroke="ink", line=2.4)


def wastebin(sheet: Sheet, x: float, y: float) -> None:
    """A sign for deleting."""
    sheet.path("M-8 -6H8M-3 -6v-3h6v3M-6 -6l1 15H5L6 -6M-1.8 -1.5v6.5M1.8 -1.5v6.5", x, y, stroke="ink", line=2)


def switch(sheet: Sheet, x: float, y: float, on: bool) -> None:
    """A switch 46 × 26 whose left upper corner is at x, y."""
    if on:
        sheet.rect(x, y, 46, 26, 13, fill="action")
        sheet.circle(x + 33, y + 13, 9, fill="surface")
    else:
        sheet.rect(x, y, 46, 26, 13, fill="surface", stroke="ink", line=2.4)
        sheet.circle(x + 13, y + 13, 7.5, fill="ink")


def control(sheet: Sheet, kind: str, left: float, right: float, y: float, pointer: Pointer | None) -> Callable[[], None] | None:
    """What is set at the middle height y of a row: see schema/screens.json. Returns what must be drawn last."""
    if kind in ("on", "off"):
        switch(sheet, right - 46, y - 13, kind == "on")
    elif kind == "turn-off":
        halo(sheet, right - 54, y - 21, 62, 42, 21)
        switch(sheet, right - 46, y - 13, True)
        sheet.path("M0 0v12M-5 7l5 5 5-5", right - 23, y + 43, stroke="ink", line=2.2)
        switch(sheet, right - 46, y + 60, False)
    elif kind == "opens":
        sheet.path("M-5 -7L3 0L-5 7", right - 4, y, stroke="ink", line=2.4)
    elif kind == "choice":
        sheet.circle(left + 10, y, 10, fill="surface", stroke="ink", line=2)
        sheet.circle(left + 10, y, 5.5, fill="action")
    elif kind == "box":
        sheet.rect(left, y - 10, 20, 20, 4, fill="surface", stroke="ink", line=2)
    if pointer is None:
        return None
    tip = {"turn-off": (right - 16, y + 6), "on": (right - 16, y + 4), "choice": (left + 13, y + 5), "box": (left + 13, y + 5)}.get(kind, (right - 14, y + 6))
    return lambda: pointer(sheet, *tip)


_THINGS = {
    "picture": "M2 7h6l2-4h8l2 4h6v17H2zM14 10a5.5 5.5 0 1 0 .01 0",
    "date": "M3 5h22v20H3zM3 11h22M9 2v6M19 2v6M8 16h3M13 16h3M18 16h2M8 20.5h3M13 20.5h3",
    "text": "M5 2h13l6 6v18H5zM18 2v6h6M9 13h11M9 17h11M9 21h7",
    "link": "M12 17l5-5M10 13l-4 4a4.6 4.6 0 0 0 6.5 6.5l4-4M18 15l4-4a4.6 4.6 0 0 0-6.5-6.5l-4 4",
    "person": "M14 3a5.5 5.5 0 1 0 .01 0M3 26a11 9.5 0 0 1 22 0z",
    "message": "M2 5h24v18H2zM2 6l12 10L26 6",
}


def thing(sheet: Sheet, name: str, x: float, y: float) -> None:
    """Something to keep, 28 × 28."""
    sheet.path(_THINGS[name], x, y, stroke="ink", line=2)


_SIGNS = {
    "person": "M0 -15a7.5 7.5 0 1 0 .01 0M-14 16a14 13 0 0 1 28 0z",
    "company": "M-15 15V-14H5V15M5 -4H15V15M-19 15H19M-9 -7h7M-9 0h7M-9 7h7M9 3h2M9 9h2",
    "authority": "M0 -16V13M-10 15H10M-14 -10H14M-14 -10l-6 13a6.5 4.5 0 0 0 12 0zM14 -10l-6 13a6.5 4.5 0 0 0 12 0z",
}


def sign(sheet: Sheet, name: str, x: float, y: float) -> None:
    """Somebody on the path: a person, a company, an authority."""
    sheet.path(_SIGNS[name], x, y, stroke="ink", line=2.2)


def clock(sheet: Sheet, x: float, y: float) -> None:
    """A time limit."""
    sheet.circle(x, y, 10, stroke="action", line=2.4)
    sheet.path("M0 -5.5V0L4 2.5", x, y, stroke="action", line=2.4)


def closed(sheet: Sheet, x: float, y: float) -> None:
    """No way through."""
    sheet.circle(x, y, 14, fill="surface", stroke="ink", line=3)
    sheet.path("M-6 -6L6 6M6 -6L-6 6", x, y, stroke="ink", line=3)
