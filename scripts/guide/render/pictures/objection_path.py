"""The path of an objection: the reader, the company, the authority, what passes between them and how long it may take.

Time limits come from the field `reply` of docs/records/regions.yml; regions with the same limit share one card. Those
in days are left out: they are for access requests, and the picture is of an objection.
"""

from guide.content.records import Record, Records
from guide.content.strings import Strings

from . import metrics
from .svg import NARROW, WIDE, Ink, Sheet

Card = tuple[str, str, list[str]]


def draw(ink: Ink, records: Records, strings: Strings, data: object, wide: bool) -> bytes:
    """The path as a file: from left to right, or downwards."""
    sheet = Sheet(ink, WIDE if wide else NARROW, strings["picture_limits_title"], strings.language)
    return sheet.card((_wide if wide else _narrow)(sheet, strings, cards(records, strings)))


def cards(records: Records, strings: Strings) -> list[Card]:
    """(time limit, what is to be known of it, names of the regions), the regions in the order of the file."""
    found: dict[tuple[str, str], list[str]] = {}
    for region in _limited(records):
        limit = (strings.count("picture_months", int(region["reply"]["months"])),
                 strings("picture_extended", n=region["reply"]["extended"]))
        found.setdefault(limit, []).append(region.get("on_map", region["title"])[strings.language])
    return [(limit, more, names) for (limit, more), names in found.items()]


def _limited(records: Records) -> list[Record]:
    """The regions where the law limits the time to answer an objection."""
    return [region for region in records.regions.values()
            if region.get("authorities") and "months" in region.get("reply", {})]


def said(records: Records, strings: Strings) -> list[str]:
    """The path in words, then each region's own rule."""
    you, company, authority = strings["picture_you"], strings["picture_company"], strings["picture_authority"]
    path = [(f"{you} → {company}", strings["picture_objection"]), (f"{company} → {you}", strings["picture_answer"]),
            (f"{you} → {authority}", strings["picture_no_answer"])]
    rules = [(region["title"][strings.language],
              region.get("answer_limit", region["reply"].get("rule"))[strings.language])
             for region in _limited(records)]
    return [strings("picture_pair", what=what, says=says) for what, says in [*path, *rules]]


# Who stands on the path: their icon, the string that names them.
_NODES = (("material-account-outline", "picture_you"), ("material-office-building-outline", "picture_company"),
          ("material-scale-balance", "picture_authority"))


def _node(sheet: Sheet, x: float, y: float, icon: str) -> None:
    marked = icon == _NODES[0][0]
    sheet.circle(x, y, 34, fill="marker" if marked else "action-soft", stroke="marigold" if marked else "action",
                 line=3)
    sheet.icon(icon, x, y, 42)


def _wide(sheet: Sheet, strings: Strings, found: list[Card]) -> float:
    y = 62
    for x, (icon, key) in zip((88, 360, 632), _NODES, strict=True):
        _node(sheet, x, y, icon)
        sheet.word(x, y + 57, strings[key], 16, bold=True, anchor="middle")
    sheet.path(f"M134 {y - 10}H312m-9-8l9 8-9 8", stroke="ink", line=2.5)
    sheet.word(224, y - 22, strings["picture_objection"], 14, anchor="middle", room=190)
    sheet.path(f"M316 {y + 14}H138m9-8l-9 8 9 8", stroke="ink", line=2.5)
    sheet.word(224, y + 37, strings["picture_answer"], 14, anchor="middle", room=190)
    sheet.path(f"M408 {y + 2}H578", stroke="ink", line=2.5, dash="7 7")
    sheet.path(f"M575 {y - 6}l9 8-9 8", stroke="ink", line=2.5)
    sheet.word(496, y - 16, strings["picture_no_answer"], 14, anchor="middle", room=190)
    return _limits(sheet, strings, found, 156, min(3, len(found)))


def _narrow(sheet: Sheet, strings: Strings, found: list[Card]) -> float:
    x, left = 56, 104
    for y, (icon, key) in zip((52, 196, 340), _NODES, strict=True):
        _node(sheet, x, y, icon)
        sheet.word(left, y + 6, strings[key], 17, bold=True)
    sheet.path(f"M{x - 12} 96V150m-8-9l8 9 8-9", stroke="ink", line=2.5)
    sheet.path(f"M{x + 12} 152V98m-8 9l8-9 8 9", stroke="ink", line=2.5)
    sheet.word(left, 118, f"↓ {strings['picture_objection']}", 14.5)
    sheet.word(left, 142, f"↑ {strings['picture_answer']}", 14.5)
    sheet.path(f"M{x} 240V290", stroke="ink", line=2.5, dash="7 7")
    sheet.path(f"M{x - 8} 287l8 9 8-9", stroke="ink", line=2.5)
    sheet.paragraph(left, 258, f"↓ {strings['picture_no_answer']}", sheet.width - left - 12, 14.5)
    return _limits(sheet, strings, found, 396, 1)


def _limits(sheet: Sheet, strings: Strings, found: list[Card], y: float, columns: int) -> float:
    """A card for each time limit."""
    y = sheet.paragraph(14, y, strings["picture_limits_title"], sheet.width - 28, 15, bold=True) + 8
    room = (sheet.width - 28 - 12 * (columns - 1)) / columns
    high = max(_card(sheet, card, 0, 0, room, draw=False) for card in found)
    for index, card in enumerate(found):
        tall = high if columns > 1 else _card(sheet, card, 0, 0, room, draw=False)
        x = 14 + index % columns * (room + 12)
        sheet.rect(x, y, room, tall, 12, fill="paper", stroke="line", line=1.5)
        _card(sheet, card, x, y, room)
        if (index + 1) % columns == 0 or index == len(found) - 1:
            y += tall + 10
    return y + 8


def _card(sheet: Sheet, card: Card, x: float, y: float, room: float, draw: bool = True) -> float:
    """One time limit; returns its height."""
    limit, more, names = card
    text = ", ".join(names)
    if draw:
        sheet.icon("material-clock-outline", x + 24, y + 25, 26, fill="action")
        sheet.word(x + 44, y + 33, limit, 23, bold=True)
        below = sheet.paragraph(x + 14, y + 46, more, room - 26, 13, fill="ink-soft")
        sheet.paragraph(x + 14, below + 5, text, room - 26, 14, bold=True)
    return 46 + len(metrics.lines(more, room - 26, 13)) * 16.9 + 5 + len(metrics.lines(text, room - 26, 14,
                                                                                       True)) * 18.2 + 10
