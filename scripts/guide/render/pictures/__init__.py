"""Pictures drawn from the records: a screen for each step, the map, what goes in and stays out, the path of an
objection.

Each picture is one or two small SVG files of a language (a narrow one for phones where the wide one would be too
small), named after their content, light and dark, drawn by a template of overrides/partials/components/pictures. The
same records and strings always give the same bytes. `picture` draws one; `every` names them all.

Templates name colours as overrides/assets/css/tokens.css does. Their light values stand in the attributes, so that a
picture is right wherever its style is not read; one rule for each colour changes it where dark is asked for. A picture
shown by <img> loads nothing and runs nothing: there is no script, no foreign content, no address in it.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import jinja2
from guide.content.languages import Strings
from guide.content.project import Project
from guide.content.records import Records
from markupsafe import Markup

from .. import icons, tokens
from ..templates import components
from . import metrics, shows
from .shows import OVERRIDES

FOLDER = "assets/pictures"
# Those that a block `/// picture | name` shows; screens come by themselves in the step of the same id.
DRAWN = {"map": shows.regions, "in-out": shows.in_out, "objection-path": shows.objection_path}
WIDE, NARROW = 720, 304  # of these: a column of text, a small phone
_FONT = re.compile(r"--sans: ([^;]+);")
_COLOUR = re.compile(r'\b(fill|stroke)="([a-z][a-z-]*)"')
_BETWEEN = re.compile(r">\s+<")


@dataclass(frozen=True)
class File:
    """One SVG file: its `name` in the folder of pictures, its size in CSS pixels, its bytes."""

    name: str
    width: int
    height: int
    data: bytes


@dataclass(frozen=True)
class Picture:
    """A picture in one language. `alt` is short; `said` holds, line by line, what it shows that the page may not say;
    `other_languages` are those of the words in it that have not been seen in the page's. `files`: the widest first."""

    alt: str
    files: tuple[File, ...]
    said: Sequence[str] = ()
    other_languages: tuple[str, ...] = ()


def every(records: Records) -> list[str]:
    """The names of all pictures."""
    return [*records.screens, *DRAWN]


def picture(name: str, records: Records, strings: Strings) -> Picture:
    """Draw one picture. Raises KeyError for a name that is neither a step with a screen nor in DRAWN."""
    if name in DRAWN:
        shown = DRAWN[name](records, strings)
        return Picture(shown.alt, tuple(_file(stem, name, width, strings, shown, wide=width == WIDE)
                                        for stem, width in ((name, WIDE), (f"{name}-narrow", NARROW))), shown.said)
    record = records.screens[name]
    shown = shows.screen(records, strings, record)
    seen = dict.fromkeys(language for _, language in shows.texts_of(records, record, strings.language))
    return Picture(shown.alt, (_file(name, "screen", shows.SCREENS[record["device"]], strings, shown),),
                   other_languages=tuple(language for language in seen if language != strings.language))


def files(project: Project) -> dict[str, bytes]:
    """The files of every picture that is shown, in every language, by name."""
    shown = {argument for page in project.pages for block, argument, _ in page.blocks if block == "picture"}
    names = [name for name in every(project.records) if name in shown or name not in DRAWN]
    return project.cache.kept("pictures", (project.made_with, names), lambda: {
        file.name: file.data for name in names for language in project.languages
        for file in picture(name, project.records, project.strings[language]).files})


def _file(stem: str, template: str, width: int, strings: Strings, shown: shows.Shown, **more: bool) -> File:
    data = drawn(template, width, strings, shown.name, shown.values | more)
    name = f"{stem}.{strings.language}.{hashlib.sha256(data).hexdigest()[:10]}.svg"
    return File(name, width, int(data[:200].decode("utf-8").split('"')[5]), data)


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
