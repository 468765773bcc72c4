"""What each picture shows, read from the records.

The map: the regions coloured by status, each named beside the date since when; outlines come from
overrides/assets/data/map.json, and the licence beside it says how they were made. What goes in and stays out: two lists
of labels. The path of an objection: time limits are those of `reply:` in regions.yml; those in days are left out, since
they are for access requests. A screen: what stands on it is written in screens.yml, the words themselves in labels.yml.
"""

import json
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from guide.content import dates
from guide.content.languages import GRAMMAR, Strings
from guide.content.pages import VALUE
from guide.content.records import Record, Records

from ..icons import ROOT

OVERRIDES = ROOT / "overrides"
SHADES = {"in-force": 1, "earlier": .65}  # of one colour: there is training in all of them
CLEAR = "listed", "listed-with-limits", "reported"  # on which side others belong is contested: they are counted
SCREENS = {"computer": 318, "phone": 262}  # how wide they are drawn


class Shown(NamedTuple):
    """What a picture says: its `name` for who opens the file alone, its short text alternative, line by line what the
    page may not say, and what its template reads."""

    name: str
    alt: str
    said: list[str]
    values: dict[str, Any]


@cache
def views() -> dict[str, Any]:
    """The outlines of the countries, on a map of the world and one of Europe."""
    return json.loads((OVERRIDES / "assets/data/map.json").read_text("utf-8"))


def regions(records: Records, strings: Strings) -> Shown:
    """What stands on both maps, and each region with its date in words."""
    def text(region: Record) -> str:
        key = "picture_map_since" if len(date := _date(records, region)) == 10 else "picture_map_since_partial"
        return strings(key, date=dates.unbroken(date, strings.language))

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
    return Shown(strings["region_caption"], alt, said, {
        "views": views(), "legend": [*legend, (0, rest)],
        "shades": [(shade, {code for region in records.regions.values() if region["status"] == status
                            for code in region["countries"]}) for status, shade in SHADES.items()],
        "names": {code: region["on_map"][strings.language] for region in reversed(records.regions.values())
                  for code in region["countries"] if "on_map" in region}})


def drawn(records: Records) -> list[Record]:
    """The regions the map shows: one within another, and without a country of its own, is no zone more."""
    regions = {code: region for region in reversed(_dated(records)) for code in region.get("countries", [])}
    return [region for region in _dated(records) if any(region is shown for shown in regions.values())]


def _dated(records: Records) -> list[Record]:
    return [region for region in records.regions.values() if "since" in region]


def _date(records: Records, region: Record) -> str:
    return records.milestones[region["since"]]["date"]


def in_out(records: Records, strings: Strings) -> Shown:
    """Both lists, and in words."""
    lists: dict[str, list[str]] = {"used": [], "excluded": []}
    for item in records.data_items.values():
        if item["status"] in CLEAR:
            lists[item["table"]].append(item["item"][strings.language]
                                        + ("\u202f*" if item["status"] != "listed" else ""))
    said = [strings("picture_pair", what=strings[title], says=strings["picture_separator"].join(lists[table]) + ".")
            for title, table in (("picture_in", "used"), ("picture_out", "excluded"))]
    said.append(strings["picture_limits"])
    if contested := sum(item["status"] not in CLEAR for item in records.data_items.values()):
        said.append(strings.count("picture_contested", contested))
    return Shown(strings["picture_training"], strings["picture_alt_in_out"], said, lists)


def objection_path(records: Records, strings: Strings) -> Shown:
    """`cards` are (time limit, what is to be known of it, names of the regions), in the order of the file."""
    limited = [region for region in records.regions.values()
               if region.get("authorities") and "months" in region.get("reply", {})]
    cards: dict[tuple[str, str], list[str]] = {}
    for region in limited:
        limit = (strings.count("picture_months", int(region["reply"]["months"])),
                 strings("picture_extended", n=region["reply"]["extended"]))
        cards.setdefault(limit, []).append(region.get("on_map", region["title"])[strings.language])
    you, company, authority = strings["picture_you"], strings["picture_company"], strings["picture_authority"]
    said = [(f"{you} → {company}", strings["picture_objection"]), (f"{company} → {you}", strings["picture_answer"]),
            (f"{you} → {authority}", strings["picture_no_answer"])]
    said += [(region["title"][strings.language],
              region.get("answer_limit", region["reply"].get("rule"))[strings.language]) for region in limited]
    return Shown(strings["picture_limits_title"], strings["picture_alt_path"],
                 [strings("picture_pair", what=what, says=says) for what, says in said],
                 {"cards": [(*limit, ", ".join(names)) for limit, names in cards.items()]})


def screen(records: Records, strings: Strings, record: Record) -> Shown:
    """What stands on the screen of a step."""
    def label(identifier: str) -> tuple[str, str]:
        return _label(records, identifier, strings.language)

    host = urlsplit(records.addresses[record["address"]]["url"]).hostname if "address" in record else ""
    first, last = GRAMMAR[strings.language].quotes  # each [=id] is written as the words of that label
    alt = VALUE.sub(lambda match: first + _label(records, match[1], match[2] or strings.language)[0] + last,
                    record["alt"][strings.language])
    return Shown(alt, alt, [], {"record": record, "host": (host or "").removeprefix("www."), "label": label})


def texts_of(records: Records, record: Record, language: str) -> list[tuple[str, str]]:
    """(words, language) of every label on a screen, in order: the page's language, or the first it was seen in."""
    named = [part.get("title") or part.get("row") or part.get("button") for part in record["parts"]]
    return [_label(records, identifier, language) for identifier in named if identifier]


def _label(records: Records, identifier: str, language: str) -> tuple[str, str]:
    texts = records.labels[identifier]["text"]
    seen = language if language in texts else next(iter(texts))
    return texts[seen], seen
