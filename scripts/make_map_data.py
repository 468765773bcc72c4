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
from collections.abc import Callable, Iterable
from itertools import pairwise
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
POINTS = {"hk": (114.17, 22.32), "ca": (-109, 57), "us": (-103, 25), "gb": (-3.8, 56.5), "ch": (8.2, 46.8),
          "de": (13.8, 50.8)}
EUROPE = ((-24, 71), (42, 34))  # the corners, on the map of the world, of what the map of Europe shows
SVALBARD = 74  # degrees north: Norwegian, and not of the European Economic Area


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker's: both ends stay, so that arcs still meet."""
    if len(points) < 3:
        return points
    (x1, y1), (x2, y2) = points[0], points[-1]
    long = math.hypot(x2 - x1, y2 - y1)
    def off(p: Point) -> float:
        return math.hypot(p[0] - x1,
                          p[1] - y1) if long == 0 else abs((x2 - x1) * (y1 - p[1]) - (x1 - p[0]) * (y2 - y1)) / long
    index = max(range(1, len(points) - 1), key=lambda i: off(points[i]))
    if off(points[index]) <= tolerance:
        return [points[0], points[-1]]
    return simplified(points[: index + 1], tolerance)[:-1] + simplified(points[index:], tolerance)


def arcs_of(topology: dict, project: Callable[[float, float], Point], box: tuple, width: int,
            tolerance: float) -> list[list[Point]]:
    """Every border of the file: unpacked, projected, clamped a little outside the view, simplified, in whole units."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    unit = width / (box[2] - box[0])
    high = (box[3] - box[1]) * unit
    found: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            px, py = project(x * sx + tx, y * sy + ty)
            px, py = (px - box[0]) * unit, (py - box[1]) * unit
            points.append((min(max(px, -9), width + 9), min(max(py, -9), high + 9)))
        found.append([(round(x), round(y)) for x, y in simplified(points, tolerance)])
    return found


def polygons(geometry: dict) -> list[list[list[int]]]:
    """The polygons of a country, each a list of rings, each a list of arcs."""
    return (geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
            if geometry["type"] == "Polygon" else [])


def latitude_of(topology: dict, polygon: list[list[int]]) -> float:
    """Where a polygon lies, by its first point."""
    index = polygon[0][0]
    first = topology["arcs"][index if index >= 0 else ~index][0][1]
    return first * topology["transform"]["scale"][1] + topology["transform"]["translate"][1]


def by_place(topology: dict) -> tuple[dict[str, list], list]:
    """The polygons of each country that stays apart, by its code, and those of all others."""
    places, rest = {}, []
    for geometry in topology["objects"]["countries"]["geometries"]:
        number, parts = str(geometry.get("id", "")).zfill(3), polygons(geometry)
        if number in APART:
            places[APART[number]] = [part for part in parts if latitude_of(topology, part) < SVALBARD
                                     or APART[number] != "no"]
            parts = [part for part in parts if part not in places[APART[number]]]
        if number != ANTARCTICA:
            rest += parts
    return places, rest


def rings(members: Iterable[list[list[int]]], arcs: list[list[Point]]) -> list[list[Point]]:
    """The outlines of polygons put together: an arc that two of them share is inside, and goes."""
    used = [index for polygon in members for ring in polygon for index in ring]
    outer = [index for index in used if ~index not in set(used)]
    loose: dict[Point, list[list[Point]]] = {}
    closed = []
    for index in outer:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        if points[0] == points[-1]:
            closed.append(points)
        else:
            loose.setdefault(points[0], []).append(points)
    while loose:
        start = next(iter(loose))
        ring = list(loose[start].pop())
        if not loose[start]:
            del loose[start]
        while ring[-1] != ring[0] and ring[-1] in loose:
            end = ring[-1]
            ring += loose[end].pop()[1:]
            if not loose[end]:
                del loose[end]
        closed.append(ring)
    return closed


def area(ring: list[Point]) -> float:
    """The area inside an outline."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def inside(ring: list[Point], width: int, height: float) -> bool:
    """Whether an outline lies in the view, at least in part, and is not an islet that the edge of the map cuts in
    two."""
    cut = any(abs(x1 - x2) > width / 2 for (x1, _), (x2, _) in pairwise(ring))
    return not cut and any(0 <= x <= width and 0 <= y <= height for x, y in ring)


def path(outlines: list[list[Point]], smallest: float) -> str:
    """The outlines as a relative SVG path; the largest always, others where they can be seen."""
    largest = max(outlines, key=area, default=None)
    text = ""
    for ring in outlines:
        if ring is not largest and area(ring) < smallest:
            continue
        x, y = ring[0]
        text += f"M{x} {y}l"
        steps = []
        for px, py in ring[1:-1]:
            if (px, py) != (x, y):
                steps.append(f"{px - x} {py - y}")
                x, y = px, py
        steps = steps or ["1 0", "0 1", "-1 0"]  # smaller than a unit: one unit; without steps a path ends for good
        text += " ".join(steps).replace(" -", "-") + "z"
    return text


def view(topology: dict, name: str) -> dict:
    """One map: its size, the shape of each country that stays apart, the shape of all other land, and where the
    smallest place is."""
    project, box, width, tolerance, smallest = VIEWS[name]
    arcs = arcs_of(topology, project, box, width, tolerance)
    places, rest = by_place(topology)
    unit = width / (box[2] - box[0])
    height = round((box[3] - box[1]) * unit)
    def outline(members: list) -> str:
        return path([ring for ring in rings(members, arcs) if inside(ring, width, height)], smallest)
    drawn = {code: outline(places[code]) for code in sorted(places)}
    def at(longitude: float, latitude: float) -> list[int]:
        x, y = project(longitude, latitude)
        return [round((x - box[0]) * unit), round((y - box[1]) * unit)]
    return {
        "width": width, "height": height, "rest": outline(rest),
        "places": {code: text for code, text in drawn.items() if text},
        "points": {code: at(*place) for code, place in POINTS.items()}, "europe": [*at(*EUROPE[0]), *at(*EUROPE[1])],
    }


def main(source: str, target: str) -> None:
    """Read the TopoJSON, write the data."""
    topology = json.loads(Path(source).read_text("utf-8"))
    Path(target).write_text(json.dumps({name: view(topology, name) for name in VIEWS}, separators=(",", ":"),
                                       sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
