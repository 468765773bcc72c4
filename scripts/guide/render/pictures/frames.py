"""What stands around the parts of a screen: a window or a phone."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from guide.content.records import Record, Records

from . import metrics, shapes
from .svg import Sheet

EDGE = 10          # around the frame
_BAR = 38          # the height of a window's bar
_HEADER = 70       # that of a phone's, with its way back


@dataclass
class Screen:
    """A screen half drawn: parts are added at `y`, between the margins `x` and `x + room`."""

    sheet: Sheet
    records: Records
    record: Record
    x: float
    y: float
    room: float

    @property
    def pointer(self) -> Callable[[Sheet, float, float], None]:
        """What presses: an arrow on a computer, a finger on a phone."""
        return shapes.finger if self.record["device"] == "phone" else shapes.arrow


class Frame(NamedTuple):
    """One frame: the width of the whole picture, the room it takes above and below its parts, and how it is drawn
    between two heights."""

    width: int
    head: float
    foot: float
    draw: Callable[[Screen, float, float], None]


def _computer(screen: Screen, top: float, bottom: float) -> None:
    sheet, width = screen.sheet, screen.sheet.width - 2 * EDGE
    sheet.rect(EDGE, top, width, bottom - top, 12, fill="surface", stroke="ink", line=2)
    sheet.path(f"M{EDGE + 2} {top + _BAR:g}H{EDGE + width - 2}", stroke="line", line=2)
    sheet.icon("material-refresh", EDGE + 21, top + 19, 22)
    sheet.rect(EDGE + 42, top + 8, width - 54, 22, 11, fill="sunken")
    _address(screen, EDGE + 56, top + 23.5)


def _phone(screen: Screen, top: float, bottom: float) -> None:
    sheet, width = screen.sheet, screen.sheet.width - 2 * EDGE
    sheet.rect(EDGE, top, width, bottom - top, 30, fill="surface", stroke="ink", line=3)
    sheet.path(f"M{sheet.width / 2 - 22:g} {top + 15:g}h44", stroke="line-strong", line=4)
    sheet.path(f"M{sheet.width / 2 - 34:g} {bottom - 11:g}h68", stroke="line-strong", line=4)
    sheet.path(f"M{EDGE + 2} {top + _HEADER:g}H{EDGE + width - 2}", stroke="line", line=2)
    sheet.icon("material-chevron-left", EDGE + 26, top + 44, 28)
    sheet.rect(EDGE + 52, top + 39, 90, 10, 5, fill="line")


FRAMES = {"computer": Frame(318, _BAR, 4, _computer), "phone": Frame(262, _HEADER, 22, _phone)}


def _address(screen: Screen, x: float, y: float) -> None:
    """The name of the site the reader is on, which tells the real page from a copy."""
    if "address" in screen.record:
        host = urlsplit(screen.records.addresses[screen.record["address"]]["url"]).hostname.removeprefix("www.")
        screen.sheet.word(x, y, host, 13, fill="ink-soft", room=150)
        screen.sheet.rect(x + min(metrics.width(host, 13), 150) + 6, y - 8, 70, 8, 4, fill="line")


def pressed(screen: Screen, top: float) -> None:
    """The button of the window itself, where that is what is pressed: reload, or go back."""
    button, sheet = screen.record.get("press"), screen.sheet
    if button == "reload":
        shapes.halo(sheet, EDGE + 6, top + 4, 30, 30, 15)
        sheet.icon("material-refresh", EDGE + 21, top + 19, 22)
        screen.pointer(sheet, EDGE + 27, top + 27)
    elif button == "back":
        shapes.halo(sheet, EDGE + 10, top + 28, 32, 32, 16)
        sheet.icon("material-chevron-left", EDGE + 26, top + 44, 28)
        screen.pointer(sheet, EDGE + 33, top + 46)
