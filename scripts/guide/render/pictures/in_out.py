"""What goes into training and what stays out, as labels that flow towards a box or are held before a bar.

Contested items are counted, not drawn: on which side they belong is what is contested.
"""

from guide.content.records import Record, Records
from guide.content.strings import Strings

from . import metrics, shapes
from .svg import NARROW, WIDE, Ink, Sheet

SIZE = 13.5
CLEAR = "listed", "listed-with-limits", "reported"


def draw(ink: Ink, records: Records, strings: Strings, data: object, wide: bool) -> bytes:
    """The two lists as a file: side by side, or one above the other."""
    sheet = Sheet(ink, WIDE if wide else NARROW, strings["picture_training"], strings.language)
    bottom = (_wide if wide else _narrow)(sheet, strings, _items(records, "used"), _items(records, "excluded"))
    sheet.word(sheet.width - 18, bottom + 8, strings["picture_limits"], 12.5, fill="ink-soft", anchor="end")
    return sheet.card(bottom + 20)


def said(records: Records, strings: Strings) -> list[str]:
    """Both lists in words, then how many items are contested."""
    lines = [strings("picture_pair", what=strings[title],
                     says=strings["picture_separator"].join(_item_text(item, strings.language)
                                                            for item in _items(records, table)) + ".")
             for title, table in (("picture_in", "used"), ("picture_out", "excluded"))]
    contested = sum(item["status"] not in CLEAR for item in records.data_items.values())
    return [*lines, strings["picture_limits"], *([strings.count("picture_contested", contested)] if contested else [])]


def _items(records: Records, table: str) -> list[Record]:
    return [item for item in records.data_items.values() if item["table"] == table and item["status"] in CLEAR]


def _item_text(item: Record, language: str) -> str:
    return item["item"][language] + ("\u202f*" if item["status"] != "listed" else "")


def _wide(sheet: Sheet, strings: Strings, used: list[Record], excluded: list[Record]) -> float:
    sheet.word(18, 36, strings["picture_in"], 17, bold=True, room=292)
    left = _chips(sheet, used, 18, 50, 292, "action-soft", "action")
    sheet.paragraph(500, 21, strings["picture_out"], 204, 17, bold=True)
    right = _chips(sheet, excluded, 500, 50, 204, "paper", "line-strong")
    bottom = max(left, right)
    middle = (50 + bottom) / 2
    sheet.path(f"M318 {middle:.0f}h24m-9-9l9 9-9 9", stroke="action", line=3)
    _box(sheet, strings, 350, middle - 54, 108, 108)
    _bar(sheet, 478, 54, bottom - 12, upright=True)
    return bottom


def _narrow(sheet: Sheet, strings: Strings, used: list[Record], excluded: list[Record]) -> float:
    middle, room = sheet.width / 2, sheet.width - 28
    sheet.word(14, 36, strings["picture_in"], 17, bold=True)
    y = _chips(sheet, used, 14, 50, room, "action-soft", "action")
    sheet.path(f"M{middle} {y + 2:.0f}v22m-9-9l9 9 9-9", stroke="action", line=3)
    _box(sheet, strings, middle - 92, y + 34, 184, 62)
    _bar(sheet, y + 116, 34, sheet.width - 34, upright=False)
    y = sheet.paragraph(14, y + 138, strings["picture_out"], room, 17, bold=True) + 8
    return _chips(sheet, excluded, 14, y, room, "paper", "line-strong")


def _chips(sheet: Sheet, items: list[Record], x: float, y: float, room: float, fill: str, edge: str) -> float:
    """Labels one under the other or side by side, as many on a line as there is room for."""
    left, tall = x, 0.0
    for item in items:
        text = _item_text(item, sheet.language)
        rows = metrics.lines(text, room - 24, SIZE)
        wide = max(metrics.width(row, SIZE) for row in rows) + 22
        high = len(rows) * SIZE * 1.28 + 13
        if left > x and left + wide > x + room:
            left, y, tall = x, y + tall + 7, 0
        sheet.rect(left, y, wide, high, 14, fill=fill, stroke=edge, line=1.4)
        sheet.paragraph(left + 11, y + 6, text, room - 24, SIZE, 1.28)
        left, tall = left + wide + 7, max(tall, high)
    return y + tall + 14


def _box(sheet: Sheet, strings: Strings, x: float, y: float, width: float, height: float) -> None:
    """Where it goes: a box that is on, like the switch that lets it in."""
    sheet.rect(x, y, width, height, 14, fill="action")
    rows = metrics.lines(strings["picture_training"], width - 12, 14, True)
    for index, row in enumerate(rows):
        sheet.word(x + width / 2, y + height / 2 + 5 + (index - (len(rows) - 1) / 2) * 18, row, 14, fill="surface",
                   bold=True, anchor="middle", room=width - 12)


def _bar(sheet: Sheet, place: float, start: float, end: float, upright: bool) -> None:
    """What holds the others back."""
    drawn = f"M{place:.0f} {start:.0f}V{end:.0f}" if upright else f"M{start:.0f} {place:.0f}H{end:.0f}"
    sheet.path(drawn, stroke="ink", line=4)
    x, y = (place, (start + end) / 2) if upright else ((start + end) / 2, place)
    shapes.closed(sheet, x, y)
