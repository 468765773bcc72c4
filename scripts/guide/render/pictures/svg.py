"""A sheet to draw on: shapes and words in the colours of the site, light and dark, as one small SVG file.

Colours are the names of overrides/assets/css/tokens.css and no other. Their light values stand in the attributes, so
that a picture is right wherever its style is not read; one rule for each colour changes it where dark is asked for. A
picture shown by <img> loads nothing and runs nothing: there is no script, no foreign content, no address in it.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from .. import icons, tokens
from . import metrics

WIDE, NARROW = 720, 304  # of the large pictures: a column of text, a small phone
BORDER = 6               # where no word stands: what is left of the sheet's edge
_FONT = re.compile(r"--sans: ([^;]+);")


@dataclass(frozen=True)
class Ink:
    """What all pictures share: (light, dark) of each colour by name, and the list of fonts."""

    colours: dict[str, tuple[str, str]]
    font: str


def ink(sheet: Path) -> Ink:
    """Read the colours and the fonts from the style sheet that defines them."""
    text = sheet.read_text("utf-8")
    sets = tokens.colours(text)
    fonts = _FONT.search(text)
    if not fonts:
        raise ValueError(f"{sheet.name} names no fonts; write --sans: and their names")
    return Ink({name: (light, sets["dark"][name]) for name, light in sets["light"].items()}, fonts[1].replace('"', "'"))


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{round(value, 1):g}"


@dataclass
class Sheet:
    """A picture being drawn: `width` in CSS pixels, `name` for who opens the file alone, `language` of its words."""

    ink: Ink
    width: int
    name: str
    language: str
    parts: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def rect(self, x: float, y: float, width: float, height: float, radius: float = 0, **look: Any) -> None:
        """A rectangle. `look`: fill and stroke (names of colours), line (its width), dash, opacity."""
        place = "".join(f' {key}="{number(value)}"' for key, value in
                        (("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius)) if value
                        or key in ("width", "height"))
        self.parts.append(f"<rect{place}{self._look(look)}/>")

    def circle(self, x: float, y: float, radius: float, **look: Any) -> None:
        """A circle around x, y."""
        self.parts.append(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{self._look(look)}/>')

    def path(self, drawn: str, x: float = 0, y: float = 0, scale: float = 1, **look: Any) -> None:
        """A path, moved to x, y and scaled."""
        move = f"translate({number(x)} {number(y)})" if x or y else ""
        move += f"scale({scale:g})" if scale != 1 else ""
        turned = f' transform="{move}"' if move else ""
        self.parts.append(f'<path d="{drawn}"{turned}{self._look(look)}/>')

    def hatching(self, unit: float) -> str:
        """What to fill a shape with so that it is hatched; `unit` is what one pixel measures there."""
        name, step = f"hatch{unit:.2f}".replace(".", "-"), 5 * unit
        if not any(name in part for part in self.parts):
            self.parts.append(f'<pattern id="{name}" width="{step:.2f}" height="{step:.2f}" '
                              'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">')
            self.rect(0, 0, step, step, fill="action-soft")
            self.path(f"M0 0V{step:.2f}", stroke="action", line=round(2.2 * unit, 2))
            self.parts.append("</pattern>")
        return f"url(#{name})"

    def icon(self, name: str, x: float, y: float, size: float = 24, fill: str = "ink", **look: Any) -> None:
        """An icon whose middle is at x, y. See `guide.render.icons`."""
        width, height, paths = icons.drawing(name)
        scale = size / max(width, height)
        for drawn in paths:
            self.path(drawn, x - width * scale / 2, y - height * scale / 2, scale, fill=fill, **look)

    def word(self, x: float, y: float, text: str, size: float = 15, fill: str = "ink", bold: bool = False,
             anchor: str = "", lang: str = "",
             edge: str = "", room: float = 0) -> None:
        """One line of text whose baseline is at y. `anchor`: middle or end; `edge`: a colour around its letters.

        It is as wide as metrics says in any font, and never wider than `room` or what the sheet has: its letters give
        way."""
        look = self._look({"fill": fill if fill != "ink" or edge else None, "stroke": edge})
        look += ' stroke-width="3" paint-order="stroke"' if edge else ""
        extra = (' font-weight="700"' if bold else "") + (f' text-anchor="{anchor}"' if anchor else "")
        extra += f" xml:lang={quoteattr(lang)}" if lang and lang != self.language else ""
        most = {"": self.width - x, "middle": 2 * min(x, self.width - x),
                "end": x}[anchor] - BORDER * (2 if anchor == "middle" else 1)
        wide = min(metrics.width(text, size, bold), most, room or most)
        extra += f' textLength="{number(wide)}" lengthAdjust="spacingAndGlyphs"'
        self.parts.append(f'<text x="{number(x)}" y="{number(y)}" '
                          f'font-size="{number(size)}"{extra}{look}>{escape(text)}</text>')

    def paragraph(self, x: float, y: float, text: str, room: float, size: float = 15, leading: float = 1.3,
                  **look: Any) -> float:
        """Lines of text that fit into `room`, the top of the first at y. Returns the y of their bottom."""
        for line in metrics.lines(text, room, size, bool(look.get("bold"))):
            self.word(x, y + size * .98, line, size, room=room, **look)
            y += size * leading
        return y

    def _look(self, look: dict[str, object]) -> str:
        named = {key: str(look[key]) for key in ("fill", "stroke") if look.get(key)}
        self.used.update(name for name in named.values() if name in self.ink.colours)
        colours = {key: name if name.startswith("url(") else self.ink.colours[name][0] for key, name in named.items()}
        if "stroke" in colours:
            colours.setdefault("fill", "none")
        values = {"fill": colours.get("fill"), "stroke": colours.get("stroke"), "stroke-width": look.get("line"),
                  "stroke-dasharray": look.get("dash"), "opacity": look.get("opacity")}
        return "".join(f' {name}="{value}"' for name, value in values.items() if value)

    def card(self, bottom: float) -> bytes:
        """The whole file, with what has been drawn on a card as large as the sheet."""
        drawn, self.parts = self.parts, []
        self.rect(.75, .75, self.width - 1.5, round(bottom) - 1.5, 16, fill="surface", stroke="line", line=1.5)
        self.parts += drawn
        return self.finished(bottom)

    def finished(self, height: float) -> bytes:
        """The whole file. Raises ValueError where two colours look the same by day and not by night."""
        light, dark = self.ink.colours["ink"]
        rules, seen = f"svg{{fill:{dark}}}", {light: "ink"}
        for name in sorted(self.used - {"ink"}):
            day, night = self.ink.colours[name]
            if day in seen:
                raise ValueError(f"{self.name}: --{name} and --{seen[day]} are both {day} in light and cannot be told "
                                 f"apart for dark")
            seen[day] = name
        for day, name in sorted(seen.items()):
            night = self.ink.colours[name][1]
            rules += f'[fill="{day}"]{{fill:{night}}}[stroke="{day}"]{{stroke:{night}}}'
        size = f'width="{self.width}" height="{round(height)}" viewBox="0 0 {self.width} {round(height)}"'
        return "".join([
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} xml:lang="{self.language}" fill="{light}" ',
            f'font-family="{self.ink.font}" stroke-linecap="round" '
            f'stroke-linejoin="round"><title>{escape(self.name)}</title>',
            f"<style>@media(prefers-color-scheme:dark){{{rules}}}</style>", *self.parts, "</svg>\n",
        ]).encode("utf-8")
