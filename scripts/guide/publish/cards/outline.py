"""The wordmark as the pages have it (overrides/partials/wordmark.html), read as SVG and drawn with Pillow: one drawing, one place.

Knows the path commands that drawing uses (M L H V C S A Z, absolute); another command is an error that names it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.render.context import components
from PIL import Image, ImageDraw

Point = tuple[float, float]
_PART = re.compile(r"([A-Za-z])|(-?\d*\.?\d+)")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}
_STROKE = 9  # as in overrides/assets/css/layout.css
_FINER = 4   # drawn this many times larger, then reduced: smooth edges
_ROOM = 16   # around the drawing: a letter may reach below it


def wordmark(overrides: Path, name: str) -> Wordmark | None:
    """The drawing of a site's name, or None where nobody has drawn it."""
    macros: Any = components(overrides / "partials").get_template("wordmark.html").module
    svg = macros.wordmark(name)
    return Wordmark(svg) if "<svg" in svg else None


class Wordmark:
    """A site's name as a drawing: its lines, its switch and its size in the drawing's own units."""

    def __init__(self, svg: str):
        self.left, self.top, self.width, self.height = map(float, _found(r'viewBox="([^"]+)"', svg)[1].split())
        self.lines = list(polylines(_found(r'<path d="([^"]+)"', svg)[1]))
        self.dots = [_circle(tag) for tag in re.findall(r'<circle class="dot"[^>]*>', svg)]
        self.knob = _circle(_found(r'<circle class="knob"[^>]*>', svg)[0])
        box = _found(r"<rect[^>]*>", svg)[0]
        self.switch = tuple(_attribute(box, name) for name in ("x", "y", "width", "height"))
        self._masks = lru_cache(maxsize=4)(self._made)  # drawn once a height

    def draw(self, card: Image.Image, place: Point, height: int, *colours: str) -> None:
        """Put the wordmark on `card`, its upper left corner at `place`, `height` pixels tall: letters, switch, knob."""
        for colour, mask in zip(colours, self._masks(height), strict=True):
            card.paste(colour, (round(place[0]) - _ROOM, round(place[1]) - _ROOM), mask)

    def _made(self, height: int) -> list[Image.Image]:
        scale = height / self.height * _FINER
        size = (round(self.width * scale) + 2 * _ROOM * _FINER, round(self.height * scale) + 2 * _ROOM * _FINER)
        masks = []
        for paint in (self._letters, self._switch, self._knob):
            mask = Image.new("L", size, 0)
            paint(ImageDraw.Draw(mask), lambda x, y: ((x - self.left) * scale + _ROOM * _FINER, (y - self.top) * scale + _ROOM * _FINER), scale)
            masks.append(mask.resize((size[0] // _FINER, size[1] // _FINER), Image.Resampling.BOX))
        return masks

    def _letters(self, pen, at, scale) -> None:
        radius = _STROKE * scale / 2
        for line in self.lines:
            points = [at(*point) for point in line]
            pen.line(points, fill=255, width=round(2 * radius))
            for x, y in points:
                pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        for x, y, size in self.dots:
            _disc(pen, at(x, y), size * scale)

    def _switch(self, pen, at, scale) -> None:
        x, y, width, height = self.switch
        pen.rounded_rectangle((*at(x, y), *at(x + width, y + height)), radius=height / 2 * scale, fill=255)

    def _knob(self, pen, at, scale) -> None:
        x, y, size = self.knob
        _disc(pen, at(x, y), size * scale)


def polylines(path: str) -> Iterator[list[Point]]:
    """An SVG path as lines of points. Raises ValueError for a command it does not know."""
    line: list[Point] = []
    control: Point | None = None
    for command, values in _commands(path):
        here = line[-1] if line else (0.0, 0.0)
        if command == "M":
            if len(line) > 1:
                yield line
            line = [(values[0], values[1])]
        elif command == "Z":
            line.append(line[0])
        elif command in "LHV":
            line.append({"L": (values[0], values[-1]), "H": (values[0], here[1]), "V": (here[0], values[-1])}[command])
        elif command == "A":
            line.extend(_arc(here, values))
        else:
            first = (values[0], values[1]) if command == "C" else _mirrored(control, here)
            second, end = (values[-4], values[-3]), (values[-2], values[-1])
            line.extend(_curve(here, first, second, end))
        control = (values[-4], values[-3]) if command in "CS" else None
    if len(line) > 1:
        yield line


def _commands(path: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    command = ""
    numbers: list[float] = []
    for letter, number in _PART.findall(path):
        if letter:
            if letter not in _NUMBERS:
                raise ValueError(f"the wordmark has the path command {letter}; use one of {' '.join(_NUMBERS)}, in capitals")
            command, numbers = letter, []
            if letter == "Z":
                yield "Z", ()
            continue
        numbers.append(float(number))
        if len(numbers) == _NUMBERS[command]:
            yield command, tuple(numbers)
            command, numbers = "L" if command == "M" else command, []


def _mirrored(control: Point | None, here: Point) -> Point:
    return (2 * here[0] - control[0], 2 * here[1] - control[1]) if control else here


def _curve(a: Point, b: Point, c: Point, d: Point, parts: int = 24) -> Iterator[Point]:
    for step in range(1, parts + 1):
        t = step / parts
        u = 1 - t
        x, y = (u**3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t**3 * s for p, q, r, s in zip(a, b, c, d, strict=True))
        yield x, y


def _arc(start: Point, values: tuple[float, ...], parts: int = 40) -> Iterator[Point]:
    """An arc from its end points to its centre (SVG 1.1, F.6.5), for an ellipse that is not turned."""
    rx, ry, _, large, sweep, x, y = values
    dx, dy = (start[0] - x) / 2, (start[1] - y) / 2
    wide = max(1.0, math.sqrt((dx / rx) ** 2 + (dy / ry) ** 2))
    rx, ry = rx * wide, ry * wide
    rest = max(0.0, (rx * ry) ** 2 / ((rx * dy) ** 2 + (ry * dx) ** 2) - 1)
    side = math.sqrt(rest) * (-1 if large == sweep else 1)
    mx, my = side * rx * dy / ry, -side * ry * dx / rx
    cx, cy = mx + (start[0] + x) / 2, my + (start[1] + y) / 2
    first, last = (math.atan2((sign * dy - my) / ry, (sign * dx - mx) / rx) for sign in (1, -1))
    turn = last - first
    if sweep and turn < 0 or not sweep and turn > 0:
        turn += math.copysign(2 * math.pi, -turn)
    for step in range(1, parts + 1):
        angle = first + turn * step / parts
        yield cx + rx * math.cos(angle), cy + ry * math.sin(angle)


def _attribute(tag: str, name: str) -> float:
    return float(_found(rf'\b{name}="([^"]+)"', tag)[1])


def _found(pattern: str, text: str) -> re.Match[str]:
    match = re.search(pattern, text)
    if not match:
        raise ValueError(f"the wordmark lacks {pattern}: draw it as overrides/partials/wordmark.html does")
    return match


def _circle(tag: str) -> tuple[float, float, float]:
    return _attribute(tag, "cx"), _attribute(tag, "cy"), _attribute(tag, "r")


def _disc(pen: ImageDraw.ImageDraw, centre: Point, radius: float) -> None:
    x, y = centre
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
