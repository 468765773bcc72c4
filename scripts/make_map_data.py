"""Make overrides/assets/data/map.json from Natural Earth, once; the build reads the result and needs neither this file
nor the source.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python3 scripts/make_map_data.py package/countries-50m.json overrides/assets/data/map.json

Two views, the world and Europe, projected and simplified. Borders are simplified before countries are put together, so
that neighbours still touch. Each country asked for below stays apart; all other land becomes one shape without borders,
so that the map takes no side in any quarrel about one. Shapes are SVG paths in whole units.
"""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate, pairwise
from pathlib import Path

# ISO 3166-1: alpha-2 code by the number Natural Earth uses. The countries named in docs/records/regions.yml.
APART = {
    "040": "at", "056": "be", "100": "bg", "348": "hu", "191": "hr", "196": "cy", "203": "cz", "208": "dk", "233": "ee",
    "246": "fi", "250": "fr",
    "276": "de", "300": "gr", "372": "ie", "380": "it", "428": "lv", "440": "lt", "442": "lu", "470": "mt", "528": "nl",
    "616": "pl", "620": "pt",
    "642": "ro", "703": "sk", "705": "si", "724": "es", "752": "se", "352": "is", "438": "li", "578": "no", "756": "ch",
    "826": "gb",
    "124": "ca", "344": "hk", "840": "us",
}
ANTARCTICA = "010"

Point = tuple[float, float]
Line = list[Point]
Polygon = list[list[int]]  # of rings, each the numbers of its borders, ~n for n backwards


def patterson(longitude: float, latitude: float) -> Point:
    """The Patterson cylindrical projection (Patterson, Šavrič, Jenny, 2014): familiar shapes, the north not too large.
    y grows downwards.

    Cut in the Bering Strait, at 169° W, where it cuts no country.
    """
    north = math.radians(latitude)
    return math.radians((longitude - 11 + 180) % 360 - 180), -(1.0148 * north + 0.23185 * north**5 - 0.14499 * north**7
                                                               + 0.02406 * north**9)


def lambert(longitude: float, latitude: float) -> Point:
    """Lambert's azimuthal equal-area projection around 52° N 10° E, that of official maps of Europe."""
    north, here, turn = math.radians(52), math.radians(latitude), math.radians(longitude - 10)
    cosine = math.sin(north) * math.sin(here) + math.cos(north) * math.cos(here) * math.cos(turn)
    k = math.sqrt(2 / max(1e-9, 1 + cosine))
    up = math.cos(north) * math.sin(here) - math.sin(north) * math.cos(here) * math.cos(turn)
    return k * math.cos(here) * math.sin(turn), -k * up


# name: projection, (west, north, east, south) in projected units, width of the view in units, tolerance, smallest ring
# kept
VIEWS = {
    "world": (patterson, (-3.13, -1.72, 3.13, 1.07), 640, 1.1, 4.0),
    "europe": (lambert, (-0.395, -0.345, 0.34, 0.315), 480, 1.15, 5.0),
}
# Where a name or a mark stands: longitude, latitude.
POINTS = {"hk": (114.17, 22.32), "ca": (-113, 58), "us": (-108, 39), "gb": (-3.8, 56.5), "ch": (7.6, 46.8),
          "fr": (1.5, 48)}
SMALL = {"li": (9.55, 47.15), "mt": (14.4, 35.9)}  # too small to be seen without a mark
EUROPE = ((-24, 71), (42, 34))  # the corners, on the map of the world, of what the map of Europe shows
SVALBARD = 74  # degrees north: Norwegian, and not of the European Economic Area


def simplified(points: Line, tolerance: float) -> Line:
    """Douglas and Peucker's: both ends stay, so that borders still meet."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    long = math.hypot(x2 - x1, y2 - y1)

    def off(p: Point) -> float:
        if long == 0:
            return math.hypot(p[0] - x1, p[1] - y1)
        return abs((x2 - x1) * (y1 - p[1]) - (x1 - p[0]) * (y2 - y1)) / long

    index = max(range(1, len(points) - 1), key=lambda i: off(points[i]), default=0)
    if not index or off(points[index]) <= tolerance:
        return [points[0], points[-1]]
    return simplified(points[: index + 1], tolerance)[:-1] + simplified(points[index:], tolerance)


def degrees(topology: dict) -> list[Line]:
    """Every border of the file, unpacked, as longitudes and latitudes."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [[(x * sx + tx, y * sy + ty) for x, y in
             zip(accumulate(dx for dx, _ in arc), accumulate(dy for _, dy in arc), strict=True)]
            for arc in topology["arcs"]]


def by_place(topology: dict, borders: list[Line]) -> tuple[dict[str, list[Polygon]], list[Polygon]]:
    """The polygons of each country that stays apart, by its code, and those of all others."""
    places, rest = {}, []
    for country in topology["objects"]["countries"]["geometries"]:
        number, polygons = str(country.get("id", "")).zfill(3), country.get("arcs", [])
        if country["type"] == "Polygon":
            polygons = [polygons]
        code = APART.get(number)
        # where a polygon lies, its first point says
        own = [polygon for polygon in polygons if code
               and (code != "no" or borders[max(polygon[0][0], ~polygon[0][0])][0][1] < SVALBARD)]
        if code:
            places[code] = own
        if number != ANTARCTICA:
            rest += [polygon for polygon in polygons if polygon not in own]
    return places, rest


def rings(members: Iterable[Polygon], lines: list[Line]) -> list[Line]:
    """The outlines of polygons put together: a border that two of them share is inside, and goes."""
    used = [index for polygon in members for ring in polygon for index in ring]
    outer = [lines[index] if index >= 0 else lines[~index][::-1] for index in used if ~index not in set(used)]
    found = [line for line in outer if line[0] == line[-1]]
    loose = defaultdict(list)
    for line in outer:
        if line[0] != line[-1]:
            loose[line[0]].append(line)
    for start in list(loose):
        while loose[start]:
            ring = loose[start].pop()
            while ring[-1] != ring[0] and loose.get(ring[-1]):
                ring = ring + loose[ring[-1]].pop()[1:]
            found.append(ring)
    return found


def area(ring: Line) -> float:
    """The area inside an outline."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def inside(ring: Line, width: int, height: float) -> bool:
    """Whether an outline lies in the view, at least in part, and is no islet that the map's edge cuts in two."""
    cut = any(abs(x1 - x2) > width / 2 for (x1, _), (x2, _) in pairwise(ring))
    return not cut and any(0 <= x <= width and 0 <= y <= height for x, y in ring)


def path(outlines: list[Line], smallest: float) -> str:
    """The outlines as a relative SVG path; the largest always, others where they can be seen."""
    largest = max(outlines, key=area, default=None)
    text = ""
    for ring in outlines:
        if ring is largest or area(ring) >= smallest:
            steps = [f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(ring[:-1]) if (x1, y1) != (x2, y2)]
            # smaller than a unit: one unit; without steps a path ends for good
            drawn = " ".join(steps or ["1 0", "0 1", "-1 0"]).replace(" -", "-")
            text += f"M{ring[0][0]} {ring[0][1]}l{drawn}z"
    return text


def view(topology: dict, name: str) -> dict:
    """One map: its size, the shape of each country that stays apart and of all other land, points to name."""
    project, (west, north, east, south), width, tolerance, smallest = VIEWS[name]
    unit = width / (east - west)
    high = (south - north) * unit

    def at(longitude: float, latitude: float) -> Point:
        x, y = project(longitude, latitude)
        return (x - west) * unit, (y - north) * unit

    def clamped(point: Point) -> Point:
        x, y = at(*point)
        return min(max(x, -9), width + 9), min(max(y, -9), high + 9)

    def outline(members: list[Polygon]) -> str:
        return path([ring for ring in rings(members, lines) if inside(ring, width, round(high))], smallest)

    borders = degrees(topology)
    lines: list[Line] = [[(round(x), round(y)) for x, y in simplified(list(map(clamped, border)), tolerance)]
                         for border in borders]
    places, rest = by_place(topology, borders)
    drawn = {code: outline(places[code]) for code in sorted(places)}
    return {
        "width": width, "height": round(high), "rest": outline(rest),
        "places": {code: text for code, text in drawn.items() if text},
        "points": {code: list(map(round, at(*place))) for code, place in POINTS.items()},
        "small": [list(map(round, at(*place))) for place in SMALL.values()],
        "europe": [round(value) for corner in EUROPE for value in at(*corner)],
    }


def main(source: str, target: str) -> None:
    """Read the TopoJSON, write the data."""
    topology = json.loads(Path(source).read_text("utf-8"))
    Path(target).write_text(json.dumps({name: view(topology, name) for name in VIEWS}, separators=(",", ":"),
                                       sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
