"""The events on a line of time: a dot for each, a flag on those that have a short name, a mark on the main one.

On a wide picture the line runs from left to right, to scale. On a narrow one it runs down, in order.
"""

from dataclasses import dataclass

from guide.content import dates
from guide.content.records import Record, Records
from guide.content.strings import Strings

from . import map as regions
from . import metrics
from .svg import NARROW, WIDE, Ink, Sheet

SIZE = 13
FLAG = 132      # the width of a flag
LINE = SIZE * 1.28


@dataclass
class _Flag:
    event: Record
    x: float
    rows: list[str]
    level: int = 0


def draw(ink: Ink, records: Records, strings: Strings, data: object, wide: bool) -> bytes:
    """The line of time as a file."""
    sheet = Sheet(ink, WIDE if wide else NARROW, strings["timeline_caption"], strings.language)
    events = dated_events(records)
    return sheet.card((_across if wide else _down)(sheet, events, regions.main_date(records)))


def dated_events(records: Records) -> list[Record]:
    """The events of the timeline that have at least a month, in order: a year alone has no place on a line."""
    events = [event for event in records.milestones.values() if event["on_timeline"] and len(event["date"]) > 4]
    return sorted(events, key=lambda event: dates.earliest(event["date"]))


def said(records: Records, strings: Strings) -> list[str]:
    """The flags in words."""
    return [strings("picture_pair", what=dates.in_words(event["date"], strings.language),
                    says=event["short"][strings.language])
            for event in dated_events(records) if "short" in event]


def _months(date: str) -> float:
    """Months since the year 0; a month without a day stands at its middle."""
    year, month, *day = date.split("-")
    return int(year) * 12 + int(month) - 1 + ((int(day[0]) - 1) / 31 if day else .5)


def _across(sheet: Sheet, events: list[Record], main: str) -> float:
    first = int(_months(events[0]["date"])) // 3 * 3
    unit = (sheet.width - 30 - FLAG) / (_months(events[-1]["date"]) - first)
    def x(date: str) -> float:
        return 22 + (_months(date) - first) * unit
    flags = [_Flag(event, x(event["date"]), metrics.lines(event["short"][sheet.language], FLAG - 8, SIZE))
             for event in events if "short" in event]
    above, below = _sides(flags, main)
    up, down = _offsets(above), _offsets(below)
    axis = 14 + up[-1]
    for flag in above:
        _flag(sheet, flag, axis - up[flag.level + 1], axis, main)
    for flag in below:
        _flag(sheet, flag, axis + 38 + down[flag.level], axis, main)
    _axis(sheet, axis, first, int(events[-1]["date"][:4]), unit)
    for event in events:
        sheet.circle(x(event["date"]), axis, 4.5, fill="surface", stroke="action", line=2.2)
    _main(sheet, x(main), axis)
    return axis + 38 + down[-1] + 4


def _offsets(flags: list[_Flag]) -> list[float]:
    """How far from the line each level starts, and where the last ends: a level is as high as its highest flag."""
    found = [0.0]
    for level in range(1 + max((flag.level for flag in flags), default=-1)):
        found.append(found[-1] + LINE * (max(len(flag.rows) for flag in flags if flag.level == level) + 1) + 16)
    return found


def _sides(flags: list[_Flag], main: str) -> tuple[list[_Flag], list[_Flag]]:
    """The flags above the line and those below, each on the side where it stands nearer to the line; the main one
    nearest.

    Later flags stand nearer than earlier ones they would touch, so that no pole crosses another's words."""
    chief = [flag for flag in flags if flag.event["date"] == main and "short" in flag.event]
    sides: tuple[list[_Flag], list[_Flag]] = (chief, [])
    for flag in reversed([flag for flag in flags if flag not in chief]):
        levels = [1 + max((other.level for other in side if other.x < flag.x + FLAG), default=-1) for side in sides]
        if any(0 <= flag.x - other.x < FLAG for other in chief):
            levels[0] = len(flags)
        flag.level = min(levels)
        sides[levels.index(flag.level)].append(flag)
    return sides


def _flag(sheet: Sheet, flag: _Flag, top: float, axis: float, main: str) -> None:
    """A pole from the line to the flag, the date, the words."""
    tall = LINE * (len(flag.rows) + 1)
    near, far = (axis - 8, top) if top < axis else (axis + 8, top + tall)
    if flag.event["date"] == main:
        widest = max(metrics.width(row, SIZE) for row in [*flag.rows, dates.in_words(main, sheet.language) + "  "])
        sheet.rect(flag.x, top - 4, widest + 16, tall + 9, 6, fill="marker")
    sheet.path(f"M{flag.x:.1f} {near:.1f}V{far:.1f}", stroke="line-strong", line=1.5)
    sheet.word(flag.x + 7, top + SIZE, dates.in_words(flag.event["date"], sheet.language), SIZE, fill="action",
               bold=True, room=FLAG - 8)
    for row in flag.rows:
        top += LINE
        sheet.word(flag.x + 7, top + SIZE, row, SIZE, room=FLAG - 8)


def _axis(sheet: Sheet, y: float, first: int, last: int, unit: float) -> None:
    """The line, which goes on; a stroke where each year begins, and the year."""
    sheet.path(f"M14 {y:.1f}H{sheet.width - 16}m-9-8l9 8-9 8", stroke="ink", line=3)
    sheet.word(14, y + 26, str(first // 12), 16, bold=True)
    for year in range(first // 12 + 1, last + 1):
        x = 22 + (year * 12 - first) * unit
        sheet.path(f"M{x:.1f} {y - 10:.1f}v20", stroke="ink", line=3)
        sheet.word(x + 5, y + 26, str(year), 16, bold=True)


def _main(sheet: Sheet, x: float, y: float) -> None:
    sheet.circle(x, y, 9, fill="marigold", stroke="ink", line=2.5)


def _down(sheet: Sheet, events: list[Record], main: str) -> float:
    x, y, year, line = 26, 18.0, "", len(sheet.parts)
    for event in events:
        if event["date"][:4] != year:
            year = event["date"][:4]
            sheet.rect(x - 16, y, 62, 26, 13, fill="surface", stroke="ink", line=2)
            sheet.word(x + 15, y + 18.5, year, 15, bold=True, anchor="middle")
            y += 42
        if "short" not in event:
            sheet.circle(x, y, 3.5, fill="surface", stroke="action", line=2)
            y += 10
            continue
        rows, chief = metrics.lines(event["short"][sheet.language], sheet.width - 62, 14.5), event["date"] == main
        if chief:
            sheet.rect(x + 14, y - 9, sheet.width - x - 26, 24 + len(rows) * 19, 8, fill="marker")
        sheet.word(x + 24, y + 5.5, dates.in_words(event["date"], sheet.language), 14.5, fill="action", bold=True)
        sheet.paragraph(x + 24, y + 11, event["short"][sheet.language], sheet.width - 62, 14.5)
        _main(sheet, x, y) if chief else sheet.circle(x, y, 5.5, fill="surface", stroke="action", line=2.6)
        y += 30 + len(rows) * 19
    pole = len(sheet.parts)
    sheet.path(f"M{x} 20V{y - 16:.0f}", stroke="ink", line=3)
    sheet.parts.insert(line, sheet.parts.pop(pole))
    return y
