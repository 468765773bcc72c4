"""What stands around the parts of a screen: a window, a phone, a folder, a sheet of paper, a calendar, and the link
that opens it."""

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


def _folder(screen: Screen, top: float, bottom: float) -> None:
    sheet, width = screen.sheet, screen.sheet.width - 2 * EDGE
    sheet.path(f"M{EDGE} {top + 26:g}v-14a10 10 0 0 1 10-10h84a10 10 0 0 1 9 6l6 12h{width - 119:g}a10 10 0 0 1 10 10"
               f"V{bottom - 10:g}a10 10 0 0 1-10 10H{EDGE + 10}a10 10 0 0 1-10-10z", fill="surface", stroke="ink",
               line=2)


def _paper(screen: Screen, top: float, bottom: float) -> None:
    sheet, right = screen.sheet, screen.sheet.width - EDGE
    sheet.path(f"M{EDGE} {top:g}H{right - 30}l30 30V{bottom:g}H{EDGE}z", fill="surface", stroke="ink", line=2)
    sheet.path(f"M{right - 30} {top:g}v30h30", stroke="ink", line=2)


def _calendar(screen: Screen, top: float, bottom: float) -> None:
    sheet, width = screen.sheet, screen.sheet.width - 2 * EDGE
    sheet.rect(EDGE, top + 8, width, bottom - top - 8, 12, fill="surface", stroke="ink", line=2)
    sheet.path(f"M{EDGE + 2} {top + 34:g}H{EDGE + width - 2}", stroke="line", line=2)
    for x in (EDGE + width * .25, EDGE + width * .75):
        sheet.path(f"M{x:g} {top:g}v18", stroke="ink", line=5)


FRAMES = {"computer": Frame(318, _BAR, 4, _computer), "phone": Frame(262, _HEADER, 22, _phone),
          "folder": Frame(318, 16, 4, _folder),
          "paper": Frame(318, 24, 8, _paper), "calendar": Frame(318, 34, 4, _calendar)}


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


def link(screen: Screen) -> None:
    """The words of the link that opens the screen, above it. They stand right beside the real link: words underlined
    with the highlighter, neither button nor pointer, lest a reader press the picture."""
    sheet = screen.sheet
    text = screen.record["link"][sheet.language]
    wide = min(metrics.width(text, 15, True), sheet.width - 2 * EDGE - 40)
    left = (sheet.width - wide - 18) / 2
    sheet.path(f"M{left:g} {screen.y + 27:g}h{wide:g}", stroke="marigold", line=4)
    sheet.word(left, screen.y + 19, text, 15, bold=True, room=wide)
    sheet.icon("material-arrow-top-right", left + wide + 13, screen.y + 13, 16)
    sheet.icon("material-arrow-down", sheet.width / 2, screen.y + 46, 24, fill="ink-soft")
    screen.y += 62
