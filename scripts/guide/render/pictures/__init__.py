"""Pictures drawn from the records: a screen for each step, the map, what goes in and stays out, the path of an
objection.

Each picture is one or two SVG files of a language (a narrow one for phones where the wide one would be too small),
named after their content, light and dark. The same records and strings always give the same bytes. `picture` draws one;
`every` names them all.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guide.content import dates
from guide.content.languages import GRAMMAR
from guide.content.pages import VALUE
from guide.content.records import Records
from guide.content.strings import Strings

from . import in_out, objection_path, screens
from . import map as map_of_places
from .svg import ink

ASSETS = Path(__file__).resolve().parents[4] / "overrides/assets"
FOLDER = "assets/pictures"
# Those that a block `/// picture | name` shows; screens come by themselves in the step of the same id.
DRAWN = {"map": map_of_places, "in-out": in_out, "objection-path": objection_path}


@dataclass(frozen=True)
class File:
    """One SVG file: its `name` in the folder of pictures, its size in CSS pixels, its bytes."""

    name: str
    width: int
    height: int
    data: bytes


@dataclass(frozen=True)
class Picture:
    """A picture in one language.

    `alt` is short; `said` holds, line by line, what it shows that the page may not say; `other_languages` are those of
    the words in it that have not been seen in the page's. `files`: the widest first.
    """

    name: str
    alt: str
    files: tuple[File, ...]
    said: tuple[str, ...] = ()
    other_languages: tuple[str, ...] = ()


def every(records: Records) -> list[str]:
    """The names of all pictures."""
    return [*records.screens, *DRAWN]


def picture(name: str, records: Records, strings: Strings) -> Picture:
    """Draw one picture. Raises KeyError for a name that is neither a step with a screen nor in DRAWN."""
    colours, language = ink(ASSETS / "css/tokens.css"), strings.language
    if name in DRAWN:
        module = DRAWN[name]
        files = tuple(_file(name if wide else f"{name}-narrow", language,
                            module.draw(colours, records, strings, ASSETS / "data", wide))
                      for wide in (True, False))
        return Picture(name, _ALTS[name](records, strings), files, tuple(module.said(records, strings)))
    record = records.screens[name]
    shown = screens.texts_of(records, record, language)
    alt = _with_labels(record["alt"][language], records, language)
    others = tuple(dict.fromkeys(other for _, other in shown if other != language))
    return Picture(name, alt, (_file(name, language, screens.draw(colours, records, record, alt, language)),),
                   other_languages=others)


def _file(name: str, language: str, data: bytes) -> File:
    size = data[:200].decode("utf-8").split('"')
    return File(f"{name}.{language}.{hashlib.sha256(data).hexdigest()[:10]}.svg", int(size[3]), int(size[5]), data)


def _with_labels(text: str, records: Records, language: str) -> str:
    """`text` with each [=id] written as the words of that label, between quotation marks."""
    first, last = GRAMMAR[language].quotes
    def quoted(match) -> str:
        texts = records.labels[match[1]]["text"]
        return first + (texts.get(match[2] or language) or next(iter(texts.values()))) + last
    return VALUE.sub(quoted, text)


def _map_alt(records: Records, strings: Strings) -> str:
    main, other = (dates.in_words(date, strings.language)
                   for date in (map_of_places.main_date(records), map_of_places.other_date(records)))
    return strings("picture_alt_map", date=main, earlier=other, zones=strings["zones"])


_ALTS: dict[str, Callable[[Records, Strings], str]] = {
    "map": _map_alt,
    "in-out": lambda records, strings: strings["picture_alt_in_out"],
    "objection-path": lambda records, strings: strings["picture_alt_path"],
}
