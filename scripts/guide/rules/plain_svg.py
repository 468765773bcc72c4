"""Whether an SVG is a drawing and nothing else: an allow-list of shapes and of what they carry.

Read with expat, which reports before it expands: a document type is refused where it starts (no entity is ever declared).
"""

from __future__ import annotations

import re
from xml.parsers import expat

ELEMENTS = frozenset("svg g title desc path rect circle ellipse line polyline polygon text tspan style".split())
DEEPEST = 40  # elements within each other
_ATTRIBUTES = frozenset((
    "class cx cy d dx dy fill fill-opacity fill-rule clip-rule font-family font-size font-style font-weight height id letter-spacing opacity paint-order "
    "points preserveAspectRatio r role rx ry stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width text-anchor textLength lengthAdjust transform version viewBox width x x1 x2 y y1 y2 xml:lang lang xml:space aria-label aria-hidden "
    "aria-labelledby").split())
_SPACE = "http://www.w3.org/2000/svg"
_REACHES = re.compile(r"url\s*\(|@import|@font-face|@namespace|expression|javascript:|//|\\|image\s*\(|image-set|src\s*\(", re.I)


# What drawing programs keep for themselves.
_OF_EDITORS = ("xmlns:", "inkscape:", "sodipodi:", "rdf:", "dc:", "cc:", "sketch:", "i:")


class _Refused(Exception):
    """Raised to stop the parser at once."""


class _Reader:
    """Reads one SVG; `found` is what is wrong with it."""

    def __init__(self):
        self.found: list[tuple[int, str]] = []
        self.words: list[tuple[int, str]] = []
        self.opened: list[str] = []
        self.edited = False  # whether it was said to be as an editor keeps it
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = self.start, self.text, self.end
        parser.StartDoctypeDeclHandler = parser.ProcessingInstructionHandler = self.stop

    def say(self, message: str) -> None:
        self.found.append((self.parser.CurrentLineNumber, message))

    def stop(self, *_: object) -> None:
        self.say("has a document type, an entity or an instruction to the reader (<! or <?); remove it, a drawing needs none")
        raise _Refused

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if not self.opened and tag != "svg":
            self.say(f"begins with <{tag[:30]}>; a drawing begins with <svg>")
        self.opened.append(tag)
        if len(self.opened) == DEEPEST:
            self.say("is nested so deeply that a browser may stop; draw it with fewer groups")
        if tag in ("defs", "metadata") or tag.startswith(_OF_EDITORS):
            self.of_editor("")
        elif tag not in ELEMENTS:
            self.say(f"holds <{tag[:30]}>, which is more than a drawing; keep to shapes, text, title and style")
        for name, value in () if tag.startswith(_OF_EDITORS) else attributes.items():
            self.attribute(tag, name, value)

    def attribute(self, tag: str, name: str, value: str) -> None:
        """What one attribute of one element does that none may."""
        if name == "xmlns":
            if value != _SPACE:
                self.say(f"declares the vocabulary {value[:40]}; write xmlns=\"{_SPACE}\"")
        elif name == "style" or name.startswith(_OF_EDITORS):
            self.of_editor(value if name == "style" else "")
        elif name not in _ATTRIBUTES:
            self.say(f"{name[:30]}= on <{tag[:30]}> is more than a drawing needs; remove it")
        elif _REACHES.search(value):
            self.say(f"{name}= on <{tag[:30]}> reaches out of the drawing ({value[:30]}); write a plain value")

    def of_editor(self, value: str) -> None:
        """A drawing as its editor keeps it: said once, for one way of saving mends it all."""
        if _REACHES.search(value):
            self.say(f"style= reaches out of the drawing ({value[:30]}); remove it")
        elif not self.edited:
            self.edited = True
            self.say("holds what a drawing program keeps for itself (style=, <defs>, namespaces); save it as optimized SVG, without metadata and with style "
                     "attributes changed to XML attributes")

    def end(self, _tag: str) -> None:
        self.opened.pop()

    def text(self, words: str) -> None:
        self.words.append((self.parser.CurrentLineNumber, words))
        if self.opened[-1:] == ["style"] and _REACHES.search(words):
            self.say(f"the style reaches out of the drawing ({' '.join(words.split())[:40]}); keep to colours and widths")


def svg_words(data: bytes) -> list[tuple[int, str]]:
    """(line, words) of an SVG, as far as it can be read."""
    return _read(data).words


def svg_faults(data: bytes) -> list[tuple[int, str]]:
    """(line, what is wrong and what to do) for everything in an SVG that is not a plain drawing."""
    return list(dict.fromkeys(_read(data).found))


def _read(data: bytes) -> _Reader:
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except _Refused:
        pass
    except ValueError:  # expat has no such encoding
        reader.found.append((1, "is written in an encoding that cannot be read; save the drawing again as UTF-8"))
    except expat.ExpatError as error:
        reader.found.append((error.lineno, "is not well-formed XML; save the drawing again as plain SVG"))
    return reader
