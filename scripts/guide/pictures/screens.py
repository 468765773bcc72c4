"""One screen a step: a window or a phone of our own drawing, the words to look for in it, and the one thing to press.

What stands on which screen is written in docs/records/screens.yml, the words themselves in labels.yml. Grey bars stand for what does not
matter or has not been seen. A word seen in another language only is drawn in that language, with its code beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..records import Record, Records
from . import metrics, shapes
from .svg import Ink, Sheet

WIDTHS = {"computer": 318, "phone": 262, "folder": 318}
EDGE = 10          # around the window
PADDING = 16       # inside it
SIZE = 15.5        # of its words
HEADER = 70        # the phone's, with its way back


@dataclass
class _Screen:
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


def draw(ink: Ink, records: Records, record: Record, name: str, language: str) -> bytes:
    """The screen of one step as a file."""
    device = record["device"]
    sheet = Sheet(ink, WIDTHS[device], name, language)
    screen = _Screen(sheet, records, record, EDGE, EDGE, sheet.width - 2 * EDGE)
    if "link" in record:
        _link(screen)
    top = screen.y
    screen.x, screen.room = EDGE + PADDING, sheet.width - 2 * (EDGE + PADDING)
    frame = len(sheet.parts)
    screen.y = top + {"computer": 38, "phone": HEADER, "folder": 16}[device] + PADDING
    late = []
    for part in record["parts"]:
        after = _PARTS[next(kind for kind in _PARTS if kind in part)](screen, part)
        late.append(after)
    bottom = screen.y + (22 if device == "phone" else 4)
    drawn, sheet.parts = sheet.parts[frame:], sheet.parts[:frame]
    _FRAMES[device](screen, top, bottom)
    sheet.parts += drawn
    for after in filter(None, late):
        after()
    _chrome_pressed(screen, top)
    return _with_backdrop(sheet, bottom + EDGE)


def _with_backdrop(sheet: Sheet, height: float) -> bytes:
    """An opaque ground under everything, so that the picture is legible on any page, forced colours included."""
    drawn, sheet.parts = sheet.parts, []
    sheet.rect(0, 0, sheet.width, round(height), 16, fill="sunken")
    sheet.parts += drawn
    return sheet.finished(height)


def texts_of(records: Records, record: Record, language: str) -> list[tuple[str, str]]:
    """(words, their language) of every label on a screen, in order: the page's language, or the first it was seen in."""
    found = []
    for part in record["parts"]:
        identifier = part.get("title") or part.get("row") or part.get("button")
        if identifier:
            found.append(_label(records, identifier, language))
    return found


def _label(records: Records, identifier: str, language: str) -> tuple[str, str]:
    texts = records.labels[identifier]["text"]
    shown = language if language in texts else next(iter(texts))
    return texts[shown], shown


# The window around the parts.

def _computer(screen: _Screen, top: float, bottom: float) -> None:
    sheet, width = screen.sheet, screen.sheet.width - 2 * EDGE
    sheet.rect(EDGE, top, width, bottom - top, 12, fill="surface", stroke="ink", line=2)
    sheet.path(f"M{EDGE + 2} {top + 38:g}H{EDGE + width - 2}", stroke="line", line=2)
    shapes.reload(sheet, EDGE + 21, top + 19)
    sheet.rect(EDGE + 42, top + 8, width - 54, 22, 11, fill="sunken")
    _address(screen, EDGE + 56, top + 23.5)


def _phone(screen: _Screen, top: float, bottom: float) -> None:
    sheet, width = screen.sheet, screen.sheet.width - 2 * EDGE
    sheet.rect(EDGE, top, width, bottom - top, 30, fill="surface", stroke="ink", line=3)
    sheet.path(f"M{sheet.width / 2 - 22:g} {top + 15:g}h44", stroke="line-strong", line=4)
    sheet.path(f"M{sheet.width / 2 - 34:g} {bottom - 11:g}h68", stroke="line-strong", line=4)
    sheet.path(f"M{EDGE + 2} {top + HEADER:g}H{EDGE + width - 2}", stroke="line", line=2)
    shapes.back(sheet, EDGE + 26, top + 44)
    sheet.rect(EDGE + 52, top + 39, 90, 10, 5, fill="line")


def _folder(screen: _Screen, top: float, bottom: float) -> None:
    sheet, width = screen.sheet, screen.sheet.width - 2 * EDGE
    sheet.path(f"M{EDGE} {top + 26:g}v-14a10 10 0 0 1 10-10h84a10 10 0 0 1 9 6l6 12h{width - 119:g}a10 10 0 0 1 10 10"
               f"V{bottom - 10:g}a10 10 0 0 1-10 10H{EDGE + 10}a10 10 0 0 1-10-10z", fill="surface", stroke="ink", line=2)


_FRAMES = {"computer": _computer, "phone": _phone, "folder": _folder}


def _address(screen: _Screen, x: float, y: float) -> None:
    """The name of the site the reader is on, which tells the real page from a copy."""
    if "address" in screen.record:
        host = urlsplit(screen.records.addresses[screen.record["address"]]["url"]).hostname.removeprefix("www.")
        screen.sheet.word(x, y, host, 13, fill="ink-soft")
        screen.sheet.rect(x + metrics.width(host, 13) + 6, y - 8, 70, 8, 4, fill="line")


def _chrome_pressed(screen: _Screen, top: float) -> None:
    """The button of the window itself: reload, or go back."""
    pressed, sheet = screen.record.get("press"), screen.sheet
    if pressed == "reload":
        shapes.halo(sheet, EDGE + 6, top + 4, 30, 30, 15)
        shapes.reload(sheet, EDGE + 21, top + 19)
        screen.pointer(sheet, EDGE + 27, top + 27)
    elif pressed == "back":
        shapes.halo(sheet, EDGE + 10, top + 28, 32, 32, 16)
        shapes.back(sheet, EDGE + 26, top + 44)
        screen.pointer(sheet, EDGE + 33, top + 46)


def _link(screen: _Screen) -> None:
    """The link of this guide that opens the screen, above the window."""
    sheet = screen.sheet
    text = screen.record["link"][sheet.language]
    wide = metrics.width(text, 16, True) + 62
    left = (sheet.width - wide) / 2
    shapes.halo(sheet, left, screen.y + 2, wide, 42, 21)
    sheet.word(left + 22, screen.y + 28.5, text, 16, bold=True)
    sheet.path("M0 10L10 0M2 0h8v8", left + wide - 32, screen.y + 17, stroke="ink", line=2.2)
    screen.pointer(sheet, left + wide - 14, screen.y + 32)
    sheet.path("M0 0v20M-7 13l7 7 7-7", sheet.width / 2 - 20, screen.y + 54, stroke="ink", line=2.5)
    screen.y += 86


# The parts. Each moves `y` below itself; what it returns is drawn last, above everything.

def _title(screen: _Screen, part: Any) -> None:
    text, language = _label(screen.records, part["title"], screen.sheet.language)
    room = screen.room - _tag_room(screen, language)
    bottom = screen.sheet.words(screen.x, screen.y, text, room, 17, bold=True, lang=language)
    _tag(screen, text, language, screen.x, bottom - 22, room, 17, True)
    screen.y = bottom + 14


def _bars(screen: _Screen, part: Any) -> None:
    for index in range(int(part["bars"])):
        screen.sheet.rect(screen.x, screen.y, screen.room * (.92, .7, .82)[index % 3], 9, 4.5, fill="line")
        screen.y += 19
    screen.y += 8


def _row(screen: _Screen, part: Any) -> Callable[[], None] | None:
    """A label with its control: a switch, a round or square box before it, or a sign that it opens something."""
    sheet, control, marked = screen.sheet, part["control"], part.get("press") or part.get("look")
    text, language = _label(screen.records, part["row"], sheet.language)
    before = control in ("choice", "box")
    side = 34 if before else 26 if control == "opens" else 66
    room = screen.room - side - _tag_room(screen, language)
    rows = metrics.lines(text, room, SIZE)
    high = max(len(rows) * SIZE * 1.3, 26)
    top, tall = screen.y, high + 20
    if marked and control != "turn-off":
        shapes.halo(sheet, screen.x - 9, top, screen.room + 18, tall, 10)
    elif part.get("perhaps"):
        sheet.rect(screen.x - 9, top, screen.room + 18, tall, 10, stroke="line-strong", line=1.5, dash="5 5")
    else:
        sheet.path(f"M{screen.x:g} {top:g}h{screen.room:g}", stroke="line", line=1.5)
    left = screen.x + (side if before else 0)
    upper = top + (tall - len(rows) * SIZE * 1.3) / 2
    bottom = sheet.words(left, upper, text, room, SIZE, lang=language)
    _tag(screen, text, language, left, bottom - SIZE * 1.3, room, SIZE, False)
    after = shapes.control(sheet, control, screen.x, screen.x + screen.room, top + tall / 2, screen.pointer if part.get("press") else None)
    screen.y = top + tall + (10 if marked or part.get("perhaps") else 2) + max(0, 62 - tall / 2 + 24 if control == "turn-off" else 0)
    return after


def _button(screen: _Screen, part: Any) -> Callable[[], None]:
    sheet = screen.sheet
    text, language = _label(screen.records, part["button"], sheet.language)
    wide = metrics.width(text, 16, True) + 44
    shapes.halo(sheet, screen.x, screen.y, wide, 42, 21)
    sheet.word(screen.x + 22, screen.y + 26.5, text, 16, bold=True, lang=language)
    _tag(screen, text, language, screen.x + 54, screen.y + 12, screen.room, 16, True)
    x, y = screen.x + wide - 20, screen.y + 33
    screen.y += 58
    return lambda: screen.pointer(sheet, x, y)


def _field(screen: _Screen, part: Any) -> None:
    """Fields of a form whose names were not seen."""
    for _ in range(int(part["fields"])):
        screen.sheet.rect(screen.x, screen.y, 84, 8, 4, fill="line")
        screen.sheet.rect(screen.x, screen.y + 14, screen.room, 28, 6, stroke="line-strong", line=1.5)
        screen.sheet.rect(screen.x + 10, screen.y + 24, screen.room * .4, 8, 4, fill="line")
        screen.y += 56


def _item(screen: _Screen, part: Any) -> None:
    """Something to keep, with its drawing."""
    sheet = screen.sheet
    rows = metrics.lines(part["item"][sheet.language], screen.room - 52, SIZE)
    tall = max(44, len(rows) * SIZE * 1.3 + 16)
    if part.get("press"):
        shapes.halo(sheet, screen.x - 8, screen.y, screen.room + 16, tall, 10)
    shapes.thing(sheet, part["icon"], screen.x + 4, screen.y + tall / 2 - 14)
    sheet.words(screen.x + 50, screen.y + (tall - len(rows) * SIZE * 1.3) / 2, part["item"][sheet.language], screen.room - 52, SIZE)
    screen.y += tall + 4


_PARTS = {"title": _title, "bars": _bars, "row": _row, "button": _button, "fields": _field, "item": _item}


def _tag_room(screen: _Screen, language: str) -> float:
    return 0 if language == screen.sheet.language else 33


def _tag(screen: _Screen, text: str, language: str, x: float, y: float, room: float, size: float, bold: bool) -> None:
    """The code of the language the words were seen in, after their last line, where it is not the page's."""
    if language == screen.sheet.language:
        return
    last = metrics.lines(text, room, size, bold)[-1]
    left = min(x + metrics.width(last, size, bold) + 6, screen.x + screen.room - 26)
    screen.sheet.rect(left, y, 27, 17, 4, fill="paper", stroke="ink-soft", line=1)
    screen.sheet.word(left + 13.5, y + 12.8, language.upper(), 11.5, bold=True, anchor="middle")
