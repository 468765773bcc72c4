"""The regions on a map of the world and one of Europe, coloured by status; each named beside the date since when.

Outlines come from overrides/assets/data/map.json, made once by scripts/make_map_data.py. A region's own countries are
coloured; land that no region names is hatched in the same hue, and the legend says what is known of it. Names stand in
the sea, each with a line to its place.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.content import dates
from guide.content.records import Record, Records
from guide.content.strings import Strings

from . import metrics
from .svg import NARROW, WIDE, Ink, Sheet

SHADES = {"in-force": 1, "earlier": .65}  # of one colour: there is training in all of them
SIZE = 13


@lru_cache(maxsize=2)
def _views(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))


def outlined(data: Path) -> frozenset[str]:
    """The codes of the countries that have an outline of their own."""
    return frozenset(_views(data / "map.json")["world"]["places"])


def draw(ink: Ink, records: Records, strings: Strings, data: Path, wide: bool) -> bytes:
    """The map as a file: two views side by side, or one under the other."""
    views = _views(data / "map.json")
    sheet = Sheet(ink, WIDE if wide else NARROW, strings["region_caption"], strings.language)
    if wide:
        _world(sheet, views["world"], records, 10, 16, 404)
        _europe(sheet, views["europe"], records, 424, 14, 282)
        return sheet.card(max(_legend(sheet, records, strings, 24, 206, 390) + 8, 281))
    _world(sheet, views["world"], records, 8, 14, 290)
    _europe(sheet, views["europe"], records, 10, 152, 284)
    return sheet.card(_legend(sheet, records, strings, 14, 424, 280) + 12)


def said(records: Records, strings: Strings) -> list[str]:
    """The same in words: each region with its date."""
    return [strings("picture_pair", what=region["title"][strings.language], says=_since(region, records, strings))
            for region in drawn(records)]


def drawn(records: Records) -> list[Record]:
    """The regions the map shows: one within another, and without a country of its own, is no zone more."""
    regions = {code: region for region in reversed(_dated(records)) for code in region.get("countries", [])}
    return [region for region in _dated(records) if any(region is shown for shown in regions.values())]


def main_date(records: Records) -> str:
    """The date most regions share."""
    found = [records.milestones[region["since"]]["date"] for region in _dated(records)]
    return max(found, key=lambda date: (found.count(date), date))


def other_date(records: Records) -> str:
    """The earliest date of any region."""
    return min((records.milestones[region["since"]]["date"] for region in _dated(records)), key=dates.earliest)


def _dated(records: Records) -> list[Record]:
    return [region for region in records.regions.values() if "since" in region]


def _since(region: Record, records: Records, strings: Strings) -> str:
    date = records.milestones[region["since"]]["date"]
    key = "picture_map_since" if len(date) == 10 else "picture_map_since_partial"
    return strings(key, date=dates.unbroken(date, strings.language))


def _land(sheet: Sheet, view: dict[str, Any], records: Records, x: float, y: float, width: float) -> float:
    """All land of a view, its west upper corner at x, y. Returns the scale."""
    scale = width / view["width"]
    shades = {code: SHADES[region["status"]] for region in records.regions.values() for code in region["countries"]}
    sheet.parts.append(f'<svg x="{x}" y="{y}" width="{width}" height="{view["height"] * scale:.1f}" viewBox="0 0 '
                       f'{view["width"]} {view["height"]}">')
    sheet.path(view["rest"], fill=sheet.hatching(1 / scale), stroke="action", line=round(.5 / scale, 2))
    for shade in SHADES.values():
        drawn = "".join(path for code, path in view["places"].items() if shades.get(code) == shade)
        if drawn:
            sheet.path(drawn, fill="action", stroke="surface", line=round(.6 / scale, 2), opacity=shade)
    sheet.parts.append("</svg>")
    return scale


def _name(records: Records, code: str, language: str) -> str:
    """The short name of the region a country stands for on the map."""
    return next(region["on_map"][language] for region in records.regions.values() if code in region["countries"])


def _world(sheet: Sheet, view: dict[str, Any], records: Records, x: float, y: float, width: float) -> None:
    scale = _land(sheet, view, records, x, y, width)
    def at(code: str) -> tuple[float, float]:
        return x + view["points"][code][0] * scale, y + view["points"][code][1] * scale
    left, top, right, bottom = (value * scale for value in view["europe"])
    sheet.rect(x + left, y + top, right - left, bottom - top, 4, stroke="ink", line=1.3)
    wide = width > 400
    names = {code: _name(records, code, sheet.language) for code in ("ca", "us", "hk")}
    _line(sheet, (x + 42, y + 9), at("ca"))
    sheet.word(x + 2, y + 5, names["ca"], SIZE, bold=True, edge="surface")
    _line(sheet, (x + 30, y + 170 * scale - SIZE), at("us"))
    sheet.word(x + 2, y + 170 * scale, names["us"], SIZE, bold=True, edge="surface")
    px, py = at("hk")
    end, low = (x + width + 4, py + 17) if wide else (px - 3, py + 64)
    _line(sheet, (end - 66, low - 6) if wide else (end - 10, low - 12), (px, py))
    sheet.circle(px, py, 5, fill="action", stroke="surface", line=1.5)
    sheet.word(end, low, names["hk"], SIZE, bold=True, anchor="end", edge="surface")


def _europe(sheet: Sheet, view: dict[str, Any], records: Records, x: float, y: float, width: float) -> None:
    scale = _land(sheet, view, records, x, y, width)
    sheet.rect(x, y, width, round(view["height"] * scale), 6, stroke="ink", line=1.3)
    for px, py in view["small"]:
        sheet.circle(x + px * scale, y + py * scale, 3.2, fill="action", stroke="surface", line=1.2)
    for code, height in (("gb", .3), ("fr", .56), ("ch", .69)):
        name = _name(records, code, sheet.language)
        px, py = x + view["points"][code][0] * scale, y + view["points"][code][1] * scale
        level = y + view["height"] * scale * height
        end = min(x + 10 + metrics.width(name, SIZE, True), px - 6)
        _line(sheet, (end, level + 5 if end == px - 6 else level - 4), (px, py))
        sheet.word(x + 7, level, name, SIZE, bold=True, edge="surface")


def _line(sheet: Sheet, start: tuple[float, float], end: tuple[float, float]) -> None:
    """From a name to its place."""
    for colour, line in (("surface", 4), ("ink", 1.3)):
        sheet.path(f"M{start[0]:.0f} {start[1]:.0f}L{end[0]:.0f} {end[1]:.0f}", stroke=colour, line=line)
    sheet.circle(*end, 2.6, fill="ink", stroke="surface", line=1)


def _legend(sheet: Sheet, records: Records, strings: Strings, x: float, y: float, room: float) -> float:
    """What each shade means."""
    lines = []
    y = sheet.paragraph(x, y - 4, strings["picture_map_title"], room, SIZE + .5, bold=True) + 8
    for status, shade in SHADES.items():
        region = next((region for region in _dated(records) if region["status"] == status), None)
        if region:
            text = _since(region, records, strings)
            lines.append((shade, text[0].upper() + text[1:]))
    lines.append((0, strings("picture_map_rest", date=dates.in_words(other_date(records), strings.language))))
    for shade, text in lines:
        if shade:
            sheet.rect(x, y, 20, 14, 3, fill="action", opacity=shade)
        else:
            sheet.rect(x, y, 20, 14, 3, fill=sheet.hatching(1), stroke="action", line=.8)
        y = sheet.paragraph(x + 30, y - 1.5, text, room - 30, SIZE + .5) + 6
    return y
