"""Whether an SVG is a drawing and nothing else: an allow-list of shapes and of what they carry.

Read with expat, which reports before it expands: a document type is refused where it starts (no entity is ever declared).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

ELEMENTS = frozenset("svg g title desc path rect circle ellipse line polyline polygon text tspan style".split())
_ATTRIBUTES = frozenset((
    "class cx cy d dx dy fill fill-opacity fill-rule clip-rule font-family font-size font-style font-weight height id letter-spacing opacity paint-order "
    "points preserveAspectRatio r role rx ry stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width text-anchor textLength lengthAdjust transform version viewBox width x x1 x2 y y1 y2 xml:lang lang xml:space aria-label aria-hidden aria-labelledby").split())
_SPACE = "http://www.w3.org/2000/svg"
_REACHES = re.compile(r"url\s*\(|@import|@font-face|@namespace|expression|javascript:|//|\\|image\s*\(|image-set|src\s*\(", re.I)


class _Refused(Exception):
    """Raised to stop the parser at once."""


def svg_faults(data: bytes) -> Iterator[tuple[int, str]]:
    """(line, what is wrong and what to do) for everything in an SVG that is not a plain drawing."""
    found: list[tuple[int, str]] = []
    parser = expat.ParserCreate()
    opened: list[str] = []

    def say(message: str) -> None:
        found.append((parser.CurrentLineNumber, message))

    def stop(*_: object) -> None:
        say("has a document type, an entity or an instruction to the reader (<! or <?); remove it, a drawing needs none")
        raise _Refused

    def start(tag: str, attributes: dict[str, str]) -> None:
        opened.append(tag)
        if tag not in ELEMENTS:
            say(f"holds <{tag[:30]}>, which is more than a drawing; keep to shapes, text, title and style")
        for name, value in attributes.items():
            if name == "xmlns":
                if value != _SPACE:
                    say(f"declares the vocabulary {value[:40]}; write xmlns=\"{_SPACE}\"")
            elif name not in _ATTRIBUTES:
                say(f"{name[:30]}= on <{tag[:30]}> is more than a drawing needs; remove it")
            elif _REACHES.search(value):
                say(f"{name}= on <{tag[:30]}> reaches out of the drawing ({value[:30]}); write a plain value")

    def text(words: str) -> None:
        if opened[-1:] == ["style"] and _REACHES.search(words):
            say(f"the style reaches out of the drawing ({' '.join(words.split())[:40]}); keep to colours and widths")

    parser.buffer_text = True
    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.EndElementHandler = lambda tag: opened.pop()
    parser.StartDoctypeDeclHandler = parser.ProcessingInstructionHandler = stop
    try:
        parser.Parse(data, True)
    except _Refused:
        pass
    except expat.ExpatError as error:
        found.append((error.lineno, "is not well-formed XML; save the drawing again as plain SVG"))
    yield from dict.fromkeys(found)
