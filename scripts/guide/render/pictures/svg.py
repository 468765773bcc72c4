"""A picture as one small SVG file, light and dark, drawn by a template of overrides/partials/components/pictures.

Templates name colours as overrides/assets/css/tokens.css does. Their light values stand in the attributes, so that a
picture is right wherever its style is not read; one rule for each colour changes it where dark is asked for. A picture
shown by <img> loads nothing and runs nothing: there is no script, no foreign content, no address in it.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from guide.content.strings import Strings
from markupsafe import Markup

from .. import icons, tokens
from ..templates import components
from . import metrics

OVERRIDES = Path(__file__).resolve().parents[4] / "overrides"
_FONT = re.compile(r"--sans: ([^;]+);")
_COLOUR = re.compile(r'\b(fill|stroke)="([a-z][a-z-]*)"')
_BETWEEN = re.compile(r">\s+<")


@cache
def _pictures() -> jinja2.Environment:
    """The templates of the components, with what drawings need beside."""
    environment = components(OVERRIDES / "partials/components").overlay()
    environment.globals = {**environment.globals, "drawing": icons.drawing, "lines": metrics.lines,
                           "measured": metrics.width}
    environment.filters = {**environment.filters, "n": number, "measured": metrics.width}
    return environment


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{round(value, 1):g}"


def drawn(template: str, width: int, strings: Strings, name: str, values: dict[str, Any]) -> bytes:
    """The file that a template draws. ValueError where two of its colours look the same by day and not by night."""
    css = (OVERRIDES / "assets/css/tokens.css").read_text("utf-8")
    font = next(iter(_FONT.findall(css)), "").replace('"', "'")
    text = _pictures().get_template(f"pictures/{template}.html").render(
        width=width, language=strings.language, t=strings, name=name, font=Markup(font), **values)
    colours = tokens.colours(css)
    return _coloured(_BETWEEN.sub("><", text.strip()) + "\n", colours["light"], colours["dark"])


def _coloured(text: str, light: dict[str, str], dark: dict[str, str]) -> bytes:
    """The drawing with the values of its colours in the place of their names, and the rules for dark."""
    rules, by_day = f"svg{{fill:{dark['ink']}}}", {light["ink"]: "ink"}
    for name in sorted({name for _, name in _COLOUR.findall(text)} - {"ink", "none"}):
        if other := by_day.get(light[name]):
            raise ValueError(f"--{name} and --{other} are both {light[name]} in light and cannot be told apart for "
                             f"dark")
        by_day[light[name]] = name
    for day, name in sorted(by_day.items()):
        rules += f'[fill="{day}"]{{fill:{dark[name]}}}[stroke="{day}"]{{stroke:{dark[name]}}}'
    text = _COLOUR.sub(lambda match: f'{match[1]}="{light.get(match[2], match[2])}"', text)
    return text.replace("</title>", f"</title><style>@media(prefers-color-scheme:dark){{{rules}}}</style>", 1).encode()
