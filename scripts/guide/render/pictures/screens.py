"""One screen a step: a window or a phone of our own drawing, the words to look for in it, and the one thing to press.

What stands on which screen is written in docs/records/screens.yml, the words themselves in labels.yml. Grey bars stand
for what does not matter or has not been seen. A word seen in another language only is drawn in that language, with its
code beside it.
"""

from collections.abc import Callable
from typing import Any

from guide.content.records import Record, Records

from . import frames, metrics, shapes
from .frames import EDGE, Screen
from .svg import Ink, Sheet

PADDING = 16       # inside the window
SIZE = 15.5        # of its words


def draw(ink: Ink, records: Records, record: Record, name: str, language: str) -> bytes:
    """The screen of one step as a file."""
    frame = frames.FRAMES[record["device"]]
    sheet = Sheet(ink, frame.width, name, language)
    screen = Screen(sheet, records, record, EDGE, EDGE, sheet.width - 2 * EDGE)
    top = screen.y
    screen.x, screen.room = EDGE + PADDING, sheet.width - 2 * (EDGE + PADDING)
    behind = len(sheet.parts)
    screen.y = top + frame.head + PADDING
    late = [_PARTS[next(kind for kind in _PARTS if kind in part)](screen, part) for part in record["parts"]]
    bottom = screen.y + frame.foot
    drawn, sheet.parts = sheet.parts[behind:], sheet.parts[:behind]
    frame.draw(screen, top, bottom)
    sheet.parts += drawn
    for after in filter(None, late):
        after()
    frames.pressed(screen, top)
    # An opaque ground under everything, so that the picture is legible on any page, forced colours included.
    drawn, sheet.parts = sheet.parts, []
    sheet.rect(0, 0, sheet.width, round(bottom + EDGE), 16, fill="sunken")
    sheet.parts += drawn
    return sheet.finished(bottom + EDGE)


def texts_of(records: Records, record: Record, language: str) -> list[tuple[str, str]]:
    """(words, their language) of every label on a screen, in order: the page's language, or the first it was seen
    in."""
    named = [part.get("title") or part.get("row") or part.get("button") for part in record["parts"]]
    return [_label(records, identifier, language) for identifier in named if identifier]


def _label(records: Records, identifier: str, language: str) -> tuple[str, str]:
    texts = records.labels[identifier]["text"]
    shown = language if language in texts else next(iter(texts))
    return texts[shown], shown


# The parts. Each moves `y` below itself; what it returns is drawn last, above everything.

def _title(screen: Screen, part: Any) -> None:
    text, language = _label(screen.records, part["title"], screen.sheet.language)
    room = screen.room - _tag_room(screen, language)
    bottom = screen.sheet.paragraph(screen.x, screen.y, text, room, 17, bold=True, lang=language)
    _tag(screen, text, language, screen.x, bottom - 22, room, 17, True)
    screen.y = bottom + 14


def _bars(screen: Screen, part: Any) -> None:
    for index in range(int(part["bars"])):
        screen.sheet.rect(screen.x, screen.y, screen.room * (.92, .7, .82)[index % 3], 9, 4.5, fill="line")
        screen.y += 19
    screen.y += 8


def _row(screen: Screen, part: Any) -> Callable[[], None] | None:
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
    bottom = sheet.paragraph(left, upper, text, room, SIZE, lang=language)
    _tag(screen, text, language, left, bottom - SIZE * 1.3, room, SIZE, False)
    after = shapes.control(sheet, control, screen.x, screen.x + screen.room, top + tall / 2,
                           screen.pointer if part.get("press") else None)
    screen.y = top + tall + (14 if marked or part.get("perhaps") else 2) + max(0, 62 - tall / 2 + 24
                                                                               if control == "turn-off" else 0)
    return after


def _button(screen: Screen, part: Any) -> Callable[[], None]:
    sheet = screen.sheet
    text, language = _label(screen.records, part["button"], sheet.language)
    wide = min(metrics.width(text, 16, True) + 44, screen.room - _tag_room(screen, language))
    shapes.halo(sheet, screen.x, screen.y, wide, 42, 21)
    sheet.word(screen.x + 22, screen.y + 26.5, text, 16, bold=True, lang=language, room=wide - 44)
    _tag(screen, text, language, screen.x + 54, screen.y + 12, screen.room, 16, True)
    x, y = screen.x + wide - 20, screen.y + 33
    screen.y += 58
    return lambda: screen.pointer(sheet, x, y)


_PARTS = {"title": _title, "bars": _bars, "row": _row, "button": _button}


def _tag_room(screen: Screen, language: str) -> float:
    return 0 if language == screen.sheet.language else 33


def _tag(screen: Screen, text: str, language: str, x: float, y: float, room: float, size: float, bold: bool) -> None:
    """The code of the language the words were seen in, after their last line, where it is not the page's."""
    if language == screen.sheet.language:
        return
    last = metrics.lines(text, room, size, bold)[-1]
    left = min(x + metrics.width(last, size, bold) + 6, screen.x + screen.room - 26)
    screen.sheet.rect(left, y, 27, 17, 4, fill="paper", stroke="ink-soft", line=1)
    screen.sheet.word(left + 13.5, y + 12.8, language.upper(), 11.5, bold=True, anchor="middle")
