"""The regions on a map of the world and one of Europe, coloured by status; each named beside the date since when.

Outlines come from overrides/assets/data/map.json; the licence beside it says how they were made. A region's own
countries are coloured; land that no region names is hatched, and the legend says what is known of it.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.content import dates
from guide.content.records import Record, Records
from guide.content.strings import Strings

from .svg import OVERRIDES, Shown

SHADES = {"in-force": 1, "earlier": .65}  # of one colour: there is training in all of them
LEVELS = {"gb": .3, "fr": .56, "ch": .69}  # named on the map of Europe, and how far down


@lru_cache(maxsize=2)
def _views(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))


def outlined(data: Path) -> frozenset[str]:
    """The codes of the countries that have an outline of their own."""
    return frozenset(_views(data / "map.json")["world"]["places"])


def shown(records: Records, strings: Strings) -> Shown:
    """What stands on both maps, and each region with its date in words."""
    def text(region: Record) -> str:
        key = "picture_map_since" if len(date := _date(records, region)) == 10 else "picture_map_since_partial"
        status = strings["region_status_" + region["status"].replace("-", "_")]
        return f"{strings(key, date=dates.unbroken(date, strings.language))} ({status})"

    dated = _dated(records)
    found = [_date(records, region) for region in dated]
    main, earliest = max(found, key=lambda date: (found.count(date), date)), min(found, key=dates.earliest)
    since = {region["status"]: text(region) for region in reversed(dated)}
    rest = strings("picture_map_rest", date=dates.in_words(earliest, strings.language))
    legend = [(shade, since[status][0].upper() + since[status][1:]) for status, shade in SHADES.items()
              if status in since]
    alt = strings("picture_alt_map", date=dates.in_words(main, strings.language),
                  earlier=dates.in_words(earliest, strings.language), zones=strings["zones"])
    said = [strings("picture_pair", what=region["title"][strings.language], says=text(region))
            for region in drawn(records)]
    regions = list(records.regions.values())
    return Shown(strings["region_caption"], alt, said, {
        "views": _views(OVERRIDES / "assets/data/map.json"), "legend": [*legend, (0, rest)],
        "levels": LEVELS,
        "shades": [(shade, {code for region in regions if region["status"] == status for code in region["countries"]})
                   for status, shade in SHADES.items()],
        "names": {code: region["on_map"][strings.language] for region in reversed(regions)
                  for code in region["countries"] if "on_map" in region}})


def drawn(records: Records) -> list[Record]:
    """The regions the map shows: one within another, and without a country of its own, is no zone more."""
    regions = {code: region for region in reversed(_dated(records)) for code in region.get("countries", [])}
    return [region for region in _dated(records) if any(region is shown for shown in regions.values())]


def _dated(records: Records) -> list[Record]:
    return [region for region in records.regions.values() if "since" in region]


def _date(records: Records, region: Record) -> str:
    return records.milestones[region["since"]]["date"]
