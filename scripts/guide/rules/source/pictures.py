"""A picture of docs/assets/ or overrides/assets/ is a picture and nothing else: plain shapes, or a PNG of a sane size.

An SVG is a document that can run scripts, load from other hosts and hold pages; a PNG can hold anything after its end, claim to be as
large as a city, and say where it was taken.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.project import Project

from ..plain_svg import svg_faults

LARGEST = 4000  # pixels a side
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNKS = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"sBIT", b"bKGD", b"cICP"))


def check(project: Project) -> Iterator[Fault]:
    for folder in ("docs/assets", "overrides"):
        for path in files(project.root / folder, "**/*", project.root):
            if path.suffix.lower() == ".svg":
                yield from (Fault(relative(path, project.root), line, message) for line, message in svg_faults(path.read_bytes()))
            elif path.suffix.lower() == ".png" and (message := _png(path)):
                yield Fault(relative(path, project.root), 1, message)


def _png(path: Path) -> str:
    """What is wrong with a PNG (W3C PNG, 5); nothing when it is sound."""
    data = path.read_bytes()
    if not data.startswith(_SIGNATURE) or data[12:16] != b"IHDR":
        return "is no PNG picture; save it again as PNG"
    width, height = struct.unpack(">II", data[16:24])
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        return f"is {width} by {height} pixels; make it at most {LARGEST} a side"
    place = len(_SIGNATURE)
    while place + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind not in _CHUNKS:
            return f"holds more than a picture (a chunk {kind.decode('latin-1')!r}: words, a place, a date); save it again without metadata"
        place += 12 + length
        if kind == b"IEND":
            return "" if place == len(data) else "goes on after the picture ends; save it again as PNG"
    return "is cut off before its end; save it again as PNG"
